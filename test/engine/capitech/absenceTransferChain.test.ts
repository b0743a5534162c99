import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../support';
import { run, settings } from './absenceTransfer';
import { CapitechBench, rowsOf } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 20, days: 20 });

const PERIOD = { fromDate: '2026-09-01', toDate: '2026-12-31' };
const AT_WORK = { from: '2026-11-02', to: '2026-12-11', kinds: ['absenceDates', 'absenceCode', 'absencePercent', 'absenceStatus', 'deleteAbsence', 'newAbsence'] };
const WRITES = ['delete', 'update', 'create'] as const;
const FIRM = { clientId: 100, returnAll: true, simplify: true, ...PERIOD };
const FIELDS = ['employeeNumber', 'type', 'relation', 'fromDate', 'startTime', 'toDate', 'endTime'];
const ORIGINAL = ['originalType', 'originalFromDate', 'originalStartTime', 'originalToDate', 'originalEndTime'];

const fromItem = (names: string[]): INodeParameters => Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));
const locator = { __rl: true, mode: 'id', value: '={{ $json.relationKey }}' };

/** The rows of the data table, by reference. */
let table: Map<string, IDataObject>;

async function remember(items: IDataObject[]): Promise<void> {
	for (const row of rowsOf(await run('remember', items))) table.set(String(row.reference), row);
}

async function write(step: string, items: IDataObject[]): Promise<IDataObject[]> {
	if (!items.length) return [];
	const relations = step === 'delete' ? {} : { child: locator, maternityCase: locator, reasonCode: locator, workInjury: locator };
	const parameters = { resource: 'absence', operation: step, ...fromItem([...FIELDS, ...(step === 'update' ? ORIGINAL : [])]), ...relations, options: {} };
	const result = await runNode({ type: 'kmdOpus', parameters, items, credentials: await capitech.sandbox.credentials(), settings: { credentials: { kmdOpusApi: { id: null, name: 'KMD Opus (sandbox)' } } }, onError: 'continueRegularOutput' });
	if (result.error) throw result.error;
	return rowsOf(result);
}

async function planned(): Promise<IDataObject[]> {
	const days = rowsOf(await capitech.run({ resource: 'absence', operation: 'getManyDays', ...FIRM }));
	const employees = rowsOf(await capitech.run({ resource: 'employee', operation: 'getMany', clientId: 100, returnAll: true, simplify: true }));
	const result = await run('plan', [...days, ...employees, ...table.values()], { settings: JSON.stringify(settings()), ...PERIOD, allowManyDeletions: true });
	if (result.error) throw result.error;
	return rowsOf(result);
}

/** A run of the transfer: what is to be written is remembered, written, and remembered anew. The outcomes of the writes come back. */
async function transfer(): Promise<IDataObject[]> {
	const steps = await planned();
	await remember(steps);
	const written: IDataObject[] = [];
	for (const name of WRITES) {
		const items = await write(name, steps.filter(({ step }) => step === name));
		await remember(items);
		written.push(...items);
	}
	return written;
}

/** What stands in the payroll system, without what HR entered there by itself: it was taken out before the test. */
async function standing(): Promise<string[]> {
	const { absences } = await capitech.control.state('kmdOpus');
	return absences.map((of) => [of.PersonnelNumber, of.AbsenceAttendanceType, of.StartDate, of.StartTime, of.EndDate, of.EndTime].join(' ')).sort();
}

/** What is to stand: that of a transfer of everything into an empty payroll system. */
async function wanted(): Promise<string[]> {
	const kept = table;
	await empty();
	await transfer();
	const records = await standing();
	table = kept;
	return records;
}

/** Takes all absences out of the payroll system, and forgets the table. */
async function empty(): Promise<void> {
	const { absences } = await capitech.control.state('kmdOpus');
	await capitech.control.remove('kmdOpus', { absences: absences.map((of) => ({ ...of })) });
	table = new Map();
}

beforeEach(async () => {
	await empty();
	await capitech.control.switches({ 'kmdOpus.absenceClosedPeriod': 'accepts' });
});

test('absences become absences, and once more changes nothing', async () => {
	const written = await transfer();
	expect(written.length).toBeGreaterThan(10);
	const outcomes = written.map(({ outcome, messages, error }) => [outcome, messages, error]);
	expect(outcomes.filter(([outcome]) => outcome !== 'registered' && outcome !== 'rejected')).toEqual([]);
	expect((await standing()).length).toBeGreaterThan(10);
	expect((await transfer()).filter(({ outcome }) => outcome !== 'rejected')).toEqual([]);
});

test.each([1, 2, 3])('whatever HR edits, and whatever becomes of the answers, in the end stands what is wanted (%i)', async (seed) => {
	const kinds = ['reset-before', 'reset-after', 'truncate', 'latency'];
	for (let round = 0; round < 4; round++) {
		await capitech.control.manager({ seed: seed * 10 + round, edits: 5, ...AT_WORK });
		await capitech.control.faults(...['SetAbsenceAttendance', 'GetAbsenceAttendanceByPeriod'].map((operation) => ({ service: 'kmdOpus', operation, kind: kinds[(round + seed) % 4], probability: 0.4, ms: 1 })));
		await transfer();
	}
	await capitech.control.faults();
	for (let left = 6; left > 0; left--) await transfer();
	const found = await standing();
	expect(found).toEqual(await wanted());
	expect(found.length).toBeGreaterThan(5);
});
