import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import { groupBy } from '../../kit/gather';
import type { Outcome, OutcomeMessage, OutcomeName } from '../../kit/outcome';
import { messageOf } from '../../kit/outcome';
import { asFailure } from '../../kit/failure';
import type { CapitechClient, CapitechResult } from '../client';
import { CONCURRENCY } from '../client';
import type { ExternalStatusCode, MarkTarget, StatusBodyShape } from './externalStatus';
import { setExternalStatus } from './externalStatus';
import { readAgain } from './readAgain';
import type { TimeTransaction } from './row';
import { registrationKey } from './row';

/** A row whose registration is to be marked; where the row is known it can be looked up again. */
export interface Marking {
	clientId: number;
	uid: number;
	code: ExternalStatusCode;
	/** Leave the registration alone when its rows are no longer these. */
	guarded: boolean;
	employeeId?: number;
	dateIn?: string;
	/** The row as it came in. */
	row: IDataObject;
}

/**
 * What a row must still be for its mark to stand for what was exported. `recordStateKey` holds the quantity only (contract, section 4, point 4): a row moved to
 * another date, department or project keeps it.
 */
const CONTENT = [
	'recordStateKey',
	'dateIn',
	'employeeId',
	'departmentId',
	'projectId',
	'freeDimension1Id',
	'freeDimension2Id',
	'approvedLevelOne',
	'approvedLevelTwo',
	'approvedLevelThree',
	'approvedLevelFour',
];

/** Compares what the row of the input holds: a simplified one need not hold all. */
const isSame = (before: IDataObject, after: TimeTransaction): boolean =>
	CONTENT.every((name) => before[name] === undefined || before[name] === after[name]);

/** What a marking adds to its item. */
export type MarkOutcome = Outcome & IDataObject;

/** A registration and the rows of the input that belong to it. */
interface Registration {
	key: string;
	rows: Marking[];
}

const outcome = (name: OutcomeName, ...messages: OutcomeMessage[]): MarkOutcome => ({ outcome: name, messages });

const explain = (name: OutcomeName, text: string): MarkOutcome => outcome(name, { type: 'E', code: null, text });

/** Why a registration is not the one of the input any more; undefined when it still is. */
function changeOf(markings: Marking[], standing: TimeTransaction[] | undefined): string | undefined {
	if (!standing) return 'The registration is no longer there';
	const before = markings.map(({ row }) => row);
	const added = standing.filter((row) => !before.some((other) => isSame(other, row))).length;
	const gone = before.filter((row) => !standing.some((other) => isSame(row, other))).length;
	if (!added && !gone) return undefined;
	return `The registration was changed since it was read, or not all its rows are in the input (${added} row(s) not in the input, ${gone} no longer there)`;
}

const carriesCode = (standing: TimeTransaction[] | undefined, code: ExternalStatusCode): boolean =>
	standing?.every(({ externalStatusCode }) => externalStatusCode === code) ?? false;

/** Reads the registrations of one employee again; undefined where the input doesn't say where to find them. */
async function lookUp(client: CapitechClient, registrations: Registration[]) {
	const rows = registrations.flatMap((registration) => registration.rows);
	const [{ clientId, employeeId }] = rows;
	const dates = rows.flatMap(({ dateIn }) => dateIn ?? []);
	if (employeeId === undefined || !dates.length) return undefined;
	return await readAgain(client, { clientId, employeeId, datesIn: dates });
}

/** One target for all the registrations, or, where rows are marked one by one, one for each time category of the only registration. */
function targetsOf(shape: StatusBodyShape, registrations: Registration[]): MarkTarget[] {
	const [{ clientId }] = registrations[0].rows;
	const uids = registrations.map(({ rows }) => rows[0].uid);
	if (!shape.timeCategoryField) return [{ clientId, uids }];
	const categories = new Set(registrations[0].rows.map(({ row }) => Number(row.timeCategoryId)));
	return [...categories].map((timeCategoryId) => ({ clientId, uids, timeCategoryId }));
}

/** Makes the calls one after the other, up to the first that does not succeed; its result stands for all. */
async function callForEach(client: CapitechClient, shape: StatusBodyShape, targets: MarkTarget[], code: ExternalStatusCode): Promise<CapitechResult> {
	let result: CapitechResult = { outcome: 'ok', content: [] };
	for (const target of targets) {
		if (result.outcome === 'ok') result = await setExternalStatus(client, shape, target, code);
	}
	return result;
}

/** Marks by one call; after a lost answer the registrations are read back where that is possible. */
async function markTogether(client: CapitechClient, shape: StatusBodyShape, registrations: Registration[]): Promise<MarkOutcome[]> {
	const [{ code }] = registrations[0].rows;
	const result = await callForEach(client, shape, targetsOf(shape, registrations), code);
	if (result.outcome === 'ok') return registrations.map(() => outcome('registered'));
	if (result.outcome !== 'unknown') {
		const name = result.failure.kind === 'refused' ? 'rejected' : 'later';
		return registrations.map(() => outcome(name, messageOf(result.failure)));
	}
	const standing = await lookUp(client, registrations).catch(() => undefined);
	return registrations.map(({ key }) =>
		carriesCode(standing?.get(key), code)
			? outcome('registered')
			: outcome('unknown', messageOf(result.failure), {
					type: 'W',
					code: null,
					text: 'Read the registration again before you mark it again. An unmarked registration is found by the next run.',
				}),
	);
}

/** The registrations that may be marked; the outcome of the others is put down. */
async function guard(client: CapitechClient, registrations: Registration[], outcomes: Map<string, MarkOutcome>): Promise<Registration[]> {
	if (!registrations.some(({ rows }) => rows[0].guarded)) return registrations;
	try {
		const standing = await lookUp(client, registrations);
		return registrations.filter(({ key, rows }) => {
			if (!rows[0].guarded) return true;
			const change = changeOf(rows, standing?.get(key));
			if (change) outcomes.set(key, explain('rejected', change));
			else if (carriesCode(standing?.get(key), rows[0].code)) outcomes.set(key, outcome('unchanged'));
			return !outcomes.has(key);
		});
	} catch (error) {
		const message = messageOf(asFailure(error));
		for (const { key } of registrations) outcomes.set(key, outcome('later', message));
		return [];
	}
}

const inBatches = <T>(list: T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(list.length / size) }, (_, batch) => list.slice(batch * size, (batch + 1) * size));

/**
 * Marks registrations, each once however many rows of it came, employee by employee.
 * @returns the outcome of each row, in the order of the rows: `registered` the mark stands, `unchanged` it stood already, `rejected` the service refused or the
 * registration was changed meanwhile, `later` the service was not reached, `unknown` the answer was lost
 */
export async function markRegistrations(client: CapitechClient, shape: StatusBodyShape, rows: Marking[], signal?: AbortSignal): Promise<MarkOutcome[]> {
	const outcomes = new Map<string, MarkOutcome>();
	const registrations = [...groupBy(rows, registrationKey)].map(([key, members]) => ({ key, rows: members }));
	const employees = groupBy(registrations, ({ rows: [{ clientId, employeeId, code }] }) => `${clientId}:${employeeId}:${code}`);

	const markEmployee = async (members: Registration[]) => {
		const allowed = signal?.aborted ? members : await guard(client, members, outcomes);
		for (const batch of inBatches(allowed, shape.uidsPerCall)) {
			const results = signal?.aborted
				? batch.map(() => explain('later', 'The execution was cancelled before this registration was marked'))
				: await markTogether(client, shape, batch);
			batch.forEach(({ key }, at) => outcomes.set(key, results[at]));
		}
	};
	const limit = pLimit(CONCURRENCY);
	await Promise.all([...employees.values()].map(async (members) => await limit(async () => await markEmployee(members))));
	return rows.map((row) => outcomes.get(registrationKey(row)) ?? explain('unknown', 'The registration was not reached'));
}
