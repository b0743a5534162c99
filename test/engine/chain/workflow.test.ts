import type { IDataObject } from 'n8n-workflow';

import type { ChainRun } from './support';
import { hours, SET_STATUS, useChain } from './support';

const chain = useChain({ people: 8, days: 10 });

/** More than two runs overlap by. */
const A_WHILE = 3 * 3_600_000;

const row = hours(900_010);
const overtime = hours(900_010, { timeCategoryId: 20, qty: 1.5 });

const itemsOf = ({ result }: ChainRun, node: string): IDataObject[] => (result.outputs[node]?.[0] ?? []).map(({ json }) => json);

const marksOf = async ({ uid }: IDataObject): Promise<unknown[]> => (await chain.rows()).filter((other) => other.uid === uid).map(({ externalStatusCode }) => externalStatusCode);

/** A run by night, and later on one by the hour, which looks at what is new or changed alone. */
async function thenByTheHour(meanwhile: () => Promise<unknown>): Promise<ChainRun> {
	await chain.advance(A_WHILE);
	await chain.runToEnd({ from: 'Every Night' });
	await chain.advance(A_WHILE);
	await meanwhile();
	await chain.advance(A_WHILE);
	return await chain.run({ from: 'Every Hour' });
}

describe('a run by hand that is not to post', () => {
	const byHand = { settings: { postOnManualStart: false } };

	test('writes nothing, neither in Opus nor in Capitech', async () => {
		await chain.makeTrouble();
		const { result } = await chain.run(byHand);
		expect(result.status).toBe('success');
		expect(await chain.writes()).toEqual([]);
		expect(await chain.payments()).toEqual([]);
	});

	test('says what would be posted, which the run that posts then does', async () => {
		const control = itemsOf(await chain.run(byHand), 'Control List');
		const sum = (list: IDataObject[], column: string): number => list.reduce((total, line) => total + Math.round(Number(line[column]) * 100), 0);
		expect(sum(control, 'toPost')).toBeGreaterThan(0);
		const posted = itemsOf(await chain.run(), 'Reconciled List');
		expect(sum(posted, 'inOpus')).toBe(sum(control, 'toPost'));
		expect(posted.filter(({ difference, open }) => difference !== 0 && !open)).toEqual([]);
	});
});

test('what is not paid comes out for a human, whether it went to payroll or not', async () => {
	await chain.makeTrouble();
	const { rejected, unmapped, later, held } = await chain.expectedCounts();
	const { attention } = await chain.run();
	const count = (...standings: string[]): number => attention.filter(({ standing }) => standings.includes(String(standing))).length;
	expect(count('rejected')).toBe(rejected);
	expect(count('unmapped', 'toConfirm', 'noEmployment')).toBeLessThanOrEqual(unmapped);
	expect(count('unmapped')).toBeGreaterThan(0);
	expect(count('later')).toBe(later);
	expect(count('held')).toBe(held);
});

test('hours outside of the period are left alone', async () => {
	await chain.runToEnd({ settings: { fromDate: '2026-10-26', toDate: '2026-10-28' } });
	const dates = (await chain.payments()).map(({ Startdato }) => Startdato.slice(0, 10)).sort();
	expect([dates[0], dates.at(-1)]).toEqual(['2026-10-26', '2026-10-28']);
});

test('a registration that is deleted after its export is taken back', async () => {
	await chain.control.put('capitech', { transactions: [row, overtime] });
	await chain.runToEnd();
	const keys = [row, overtime].map(({ clientId, uid, timeCategoryId }) => ({ clientId, uid, timeCategoryId }));
	await chain.control.remove('capitech', { transactions: keys });
	expect(await chain.runToEnd()).toMatchObject({ reversed: 2 });
	expect(await chain.problems()).toEqual([]);
});

test('a status that could not be set is set by the next run, although nothing is missing any more', async () => {
	await chain.control.put('capitech', { transactions: [row] });
	await chain.control.faults({ service: 'capitech', operation: SET_STATUS, kind: 'status', status: 400, every: 1 });
	await chain.runToEnd();
	expect(await marksOf(row)).toEqual([null]);
	await chain.control.faults();
	await chain.runToEnd();
	expect(await marksOf(row)).toEqual([20]);
	expect(await chain.problems()).toEqual([]);
});

describe('a run by the hour', () => {
	beforeEach(async () => await chain.control.put('capitech', { transactions: [row, overtime] }));

	const change = async (changes: IDataObject) => await chain.control.put('capitech', { transactions: [{ clientId: 100, uid: row.uid, timeCategoryId: 10, approvedLevelOne: 1, ...changes }] });

	test('corrects one row of a registration that was changed after its export, and leaves the other', async () => {
		const { summary } = await thenByTheHour(async () => await change({ qty: 6.25 }));
		expect(summary).toMatchObject({ reversed: 0, vanished: 0 });
		expect(await chain.problems()).toEqual([]);
	});

	test('exports what is new', async () => {
		await thenByTheHour(async () => await chain.control.put('capitech', { transactions: [hours(900_020)] }));
		expect(await chain.problems()).toEqual([]);
	});

	test('looks again at what the one before could not tell Capitech', async () => {
		await thenByTheHour(async () => {
			await change({ departmentId: 70 });
			await chain.control.faults({ service: 'capitech', operation: SET_STATUS, kind: 'status', status: 400, every: 1 });
		});
		await chain.control.faults();
		await chain.advance(A_WHILE);
		await chain.runToEnd({ from: 'Every Hour' });
		expect(await marksOf(row)).toEqual([90, 90]);
	});
});
