import { makeAbsences } from './absences.ts';
import { makeCatalogue } from './catalogue.ts';
import { addDays } from './dates.ts';
import { DOCUMENT_TYPES } from './documentTypes.ts';
import { makeEmployeeRecords } from './employeeRecords.ts';
import { makeHrWorld } from './hrWorld.ts';
import { makeLinaWorld } from './linaWorld.ts';
import { makeOpusWorld } from './opusMasterData.ts';
import { makePlanning } from './planning.ts';
import { makeRandom } from './random.ts';
import { REGISTERS } from './registers.ts';
import { makeTransactions } from './registrations.ts';
import { EXAMPLE_MEMBER, makeStaff, toCapitechEmployee } from './staff.ts';
import { makeStarAkasseWorld } from './starAkasseWorld.ts';
import { makeStarJobagentWorld } from './starJobagentWorld.ts';
import type { World, WorldArguments } from './types.ts';

/** The world a reset makes when nothing else is asked for. */
export const DEFAULT_WORLD: WorldArguments = { seed: 7, people: 200, days: 62, until: '2026-10-31' };

/**
 * A synthetic world, pure and deterministic: people (none of whom can be alive), hours in Capitech, employments
 * in Opus, a restaurant's staff in LINA, a-kasser and citizens at STAR, with a few troubles of every kind. Equal
 * arguments give an equal world on any day and machine.
 */
export function makeWorld(worldArguments: WorldArguments): World {
	const { seed, people, days, until } = worldArguments;
	const random = makeRandom(seed);
	const catalogue = makeCatalogue();
	const staff = makeStaff(random, people);
	const transactions = makeTransactions(random, staff, days, until, catalogue);
	const everybody = [EXAMPLE_MEMBER, ...staff];
	const period = { from: addDays(until, 1 - days), until };
	const employees = everybody.map(toCapitechEmployee);
	const opus = makeOpusWorld(random, everybody, transactions, period);
	const employeeRecords = makeEmployeeRecords(seed, everybody, opus.employments, period);
	return {
		arguments: worldArguments,
		period,
		capitech: {
			...catalogue,
			employees,
			transactions,
			...REGISTERS,
			...makePlanning(seed, until, employees, transactions),
			absences: makeAbsences(seed, employees, catalogue.departments, period),
		},
		opus: {
			...opus,
			hr: makeHrWorld(seed, opus.employments, period),
			employeeRecords,
			documentTypes: [...DOCUMENT_TYPES],
		},
		lina: makeLinaWorld(seed, { employments: opus.employments, employeeRecords }, period),
		starAkasse: makeStarAkasseWorld(seed, period),
		starJobagent: makeStarJobagentWorld(seed, period),
	};
}
