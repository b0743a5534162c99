import type { CatalogueRow } from '../../world/types.ts';
import { getAbsence, getAbsenceTransactions, type AbsenceSettings } from './absences.ts';
import type { AbsenceStore } from './absenceStore.ts';
import { CATALOGUE_READS, personalInformation, type MasterData } from './masterData.ts';
import type { Parameters } from './parameters.ts';
import { getOperationalPlan, PLANNING_READS, type Planning, type PlanSettings } from './planning.ts';
import type { Registers } from './registers.ts';
import { upsertEmployee, type UpsertSettings } from './upsertEmployee.ts';
import { upsertProject } from './upsertProject.ts';

/** What an operation gives: the `content` list, and whether anything was changed. */
export interface Outcome {
	readonly content: readonly object[];
	readonly tookEffect: boolean;
}

/** All that the operations of a firm work on. */
export interface House {
	readonly master: MasterData;
	readonly registers: Registers;
	readonly planning: Planning;
	readonly absences: AbsenceStore;
	/** What the switches are set to. */
	readonly settings: () => HouseSettings;
}

/** The open questions that these operations depend on (see `switches.ts`). */
export interface HouseSettings extends AbsenceSettings, PlanSettings, UpsertSettings {
	readonly freeDimensionClientId: 'missing' | 'zero' | 'right';
}

type Operation = (house: House, parameters: Parameters, clientId: number) => Outcome;

/** An outcome that changed nothing. */
export const read = (content: readonly object[]): Outcome => ({ content, tookEffect: false });

const written = (content: readonly object[]): Outcome => ({ content, tookEffect: true });

/** Free dimensions do not rightly say whose they are (capitech.md 3.6). */
function withFirmAs(style: HouseSettings['freeDimensionClientId'], rows: readonly object[]): object[] {
	return (rows as readonly CatalogueRow[]).map(({ clientId, ...row }) =>
		style === 'missing' ? row : { clientId: style === 'zero' ? 0 : clientId, ...row },
	);
}

const catalogueReads = Object.entries(CATALOGUE_READS).map(([name, reading]): [string, Operation] => [
	name,
	(house, parameters, clientId) => {
		const rows = reading(house.master, parameters, clientId);
		return read(name.includes('getFreeDimension') ? withFirmAs(house.settings().freeDimensionClientId, rows) : rows);
	},
]);

const planningReads = Object.entries(PLANNING_READS).map(([name, reading]): [string, Operation] => [
	name,
	(house, parameters, clientId) => read(reading(house.planning, parameters, clientId)),
]);

/** Operations of a firm by wire name, but those of its hours. */
export const FIRM_OPERATIONS: Readonly<Record<string, Operation>> = {
	...Object.fromEntries([...catalogueReads, ...planningReads]),
	'Absence/getAbsence': (house, parameters, clientId) =>
		read(getAbsence(parameters, clientId, house.absences, house.settings())),
	'Absence/getAbsenceTransactions': (house, parameters, clientId) =>
		read(getAbsenceTransactions(parameters, clientId, house.absences, house.settings())),
	'Catalogue/upsertProject': (house, parameters, clientId) =>
		written(upsertProject(parameters, clientId, house.master, house.settings())),
	'Employee/getPersonalInformation': (house, parameters, clientId) =>
		read(personalInformation(house.master, parameters, clientId)),
	'Employee/upsertEmployee': (house, parameters, clientId) =>
		written(upsertEmployee(parameters, clientId, house, house.settings())),
	OperationalPlan: (house, parameters, clientId) =>
		read(getOperationalPlan(house.planning, parameters, clientId, house.settings())),
};
