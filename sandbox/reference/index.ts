import type { Sandbox } from '../sandbox.ts';
import { ControlError } from '../service.ts';
import { settingsOf } from '../services/kmdOpus/absence/switches.ts';
import type { FiledDocument } from '../services/kmdOpus/folder/documents.ts';
import { addDays, isIsoDate } from '../world/dates.ts';
import type { Absence } from '../world/hrTypes.ts';
import type { OneTimePayment, TimeTransaction } from '../world/types.ts';
import type { LineDate } from './agreement.ts';
import { compareCapitechAbsenceToOpus, expectCapitechAbsenceToOpus, type AbsenceExpectation } from './capitechAbsenceToOpus.ts';
import { expectCapitechToOpus, type Expectation, type Scope } from './capitechToOpus.ts';
import { compareCapitechToOpus } from './compareCapitechToOpus.ts';
import { compareLinaToPersonalemappe, expectLinaToPersonalemappe, type ConsentExpectation, type ConsentScope } from './linaToPersonalemappe.ts';

/** The parameters of a question, as they stand in a query. */
export type Asked = Readonly<Record<string, string>>;

/** A chain whose outcome the sandbox knows beforehand. */
export interface Chain {
	/** What the ledgers should hold. */
	expected(sandbox: Sandbox, asked: Asked): object;
	/** How what they hold differs from it. */
	compare(sandbox: Sandbox, asked: Asked): object;
}

const PARAMETERS: readonly string[] = ['from', 'to', 'clients', 'dates', 'lineDate'];
const LINE_DATES: readonly LineDate[] = ['workDate', 'firstOfMonth', 'lastOfMonth'];

function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
	const choice = choices.find((of) => of === value);
	if (choice !== undefined) return choice;
	throw new ControlError(`"${name}" must be ${choices.join(' or ')}.`);
}

function refuseUnknown(asked: Asked, parameters: readonly string[]): void {
	const unknown = Object.keys(asked).filter((name) => !parameters.includes(name));
	if (unknown.length > 0) throw new ControlError(`The question takes ${parameters.join(', ')}, not ${unknown.join(', ')}.`);
}

function checkPeriod(from: string, to: string): void {
	if (isIsoDate(from) && isIsoDate(to)) return;
	throw new ControlError('"from" and "to" must be dates in the form yyyy-MM-dd.');
}

/** What is left out: the world's period, the first firm, lines on their work date, dates compared. */
function scopeOf(sandbox: Sandbox, asked: Asked): Scope {
	refuseUnknown(asked, PARAMETERS);
	const { from = sandbox.world.period.from, to = sandbox.world.period.until, clients = '100' } = asked;
	checkPeriod(from, to);
	return {
		from,
		to,
		clients: [...new Set(clients.split(',').map(Number))],
		lineDate: oneOf('lineDate', asked.lineDate ?? 'workDate', LINE_DATES),
		ignoresDates: oneOf('dates', asked.dates ?? 'compare', ['compare', 'ignore']) === 'ignore',
	};
}

function expectationOf(sandbox: Sandbox, scope: Scope): Expectation {
	const world = {
		capitech: sandbox.service('capitech').worldState(),
		kmdOpus: sandbox.service('kmdOpus').worldState(),
		refusesClosedPeriods: sandbox.switches.get('kmdOpus.closedPeriod') === 'refuses',
	};
	return expectCapitechToOpus(world, scope);
}

const capitechToOpus: Chain = {
	expected(sandbox, asked) {
		const { counts, ledger } = expectationOf(sandbox, scopeOf(sandbox, asked));
		return { counts, ledger };
	},
	compare(sandbox, asked) {
		const scope = scopeOf(sandbox, asked);
		const live = {
			payments: sandbox.service('kmdOpus').state().payments as OneTimePayment[],
			transactions: sandbox.service('capitech').state().transactions as TimeTransaction[],
		};
		const world = { transactions: sandbox.service('capitech').worldState().transactions as TimeTransaction[] };
		return compareCapitechToOpus(expectationOf(sandbox, scope), live, world, scope);
	},
};

/** Days before and after today that the template of absences compares as it is shipped. */
const ABSENCE_DAYS = 92;

function absencesExpected(sandbox: Sandbox, asked: Asked): AbsenceExpectation {
	refuseUnknown(asked, ['from', 'to']);
	const settings = settingsOf(sandbox);
	const { from = addDays(settings.today, -ABSENCE_DAYS), to = addDays(settings.today, ABSENCE_DAYS) } = asked;
	checkPeriod(from, to);
	const world = { capitech: sandbox.service('capitech').worldState(), kmdOpus: sandbox.service('kmdOpus').worldState(), settings };
	return expectCapitechAbsenceToOpus(world, { from, to });
}

const capitechAbsenceToOpus: Chain = {
	expected: absencesExpected,
	compare(sandbox, asked) {
		const opus = sandbox.service('kmdOpus');
		return compareCapitechAbsenceToOpus(absencesExpected(sandbox, asked), opus.state().absences as Absence[], opus.worldState().absences as Absence[]);
	},
};

/** The keys that the template is shipped with, unless the question names others. */
function consentScope(sandbox: Sandbox, asked: Asked): ConsentScope {
	refuseUnknown(asked, ['consentType', 'withdrawalType']);
	const { consentType = 'LINA-SAMTYKKE', withdrawalType = 'LINA-TILBAGETRAEKNING' } = asked;
	return { today: settingsOf(sandbox).today, consentType, withdrawalType };
}

function consentsExpected(sandbox: Sandbox, scope: ConsentScope): ConsentExpectation {
	return expectLinaToPersonalemappe({ lina: sandbox.service('lina').state(), kmdOpus: sandbox.service('kmdOpus').state() }, scope);
}

const linaToPersonalemappe: Chain = {
	expected: (sandbox, asked) => consentsExpected(sandbox, consentScope(sandbox, asked)),
	compare(sandbox, asked) {
		const scope = consentScope(sandbox, asked);
		const documents = sandbox.service('kmdOpus').state().documents as FiledDocument[];
		return compareLinaToPersonalemappe(consentsExpected(sandbox, scope), documents, scope);
	},
};

/** The chains by name. */
export const CHAINS: Readonly<Record<string, Chain>> = {
	'capitech-absence-to-opus': capitechAbsenceToOpus,
	'capitech-to-opus': capitechToOpus,
	'lina-to-personalemappe': linaToPersonalemappe,
};
