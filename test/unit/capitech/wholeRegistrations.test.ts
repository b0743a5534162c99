import type { IDataObject } from 'n8n-workflow';

import type { CapitechClient } from '../../../nodes/Capitech/client';
import { readTimeTransactions } from '../../../nodes/Capitech/time/read';
import { readWholeRegistrations } from '../../../nodes/Capitech/time/wholeRegistrations';

const QUERY = { clientId: 100, window: { from: '2026-01-10', to: '2026-01-20' }, filters: { externalStatusCodeFilter: [20] } };

const wire = (more: IDataObject): IDataObject => ({ clientId: 100, uid: 1, timeCategoryId: 10, employeeId: 155, dateIn: '2026-01-15', qty: 7.5, ...more });

/** A service that holds these rows and knows the two filters; it keeps what it was asked. */
function service(rows: IDataObject[]) {
	const asked: IDataObject[] = [];
	const call = async (_operation: string, body: IDataObject) => {
		asked.push(body);
		const { employeeIdFilter, externalStatusCodeFilter } = body as Record<string, unknown[] | undefined>;
		const content = rows.filter(
			({ employeeId, externalStatusCode }) =>
				(!employeeIdFilter || employeeIdFilter.includes(employeeId)) && (!externalStatusCodeFilter || externalStatusCodeFilter.includes(externalStatusCode)),
		);
		return await Promise.resolve({ outcome: 'ok', content });
	};
	return { client: { call } as unknown as CapitechClient, asked };
}

test.each<[string, IDataObject]>([
	['an employee', { employeeId: null }],
	['a date', { dateIn: null, dateOut: null }],
])('a chosen row that lacks %s is looked for in the whole firm and period', async (_what, lack) => {
	const { client, asked } = service([wire({ ...lack, externalStatusCode: 20 }), wire({ ...lack, timeCategoryId: 20 }), wire({ uid: 2 })]);
	const rows = await readWholeRegistrations(client, QUERY);
	expect(rows.map(({ uid, timeCategoryId }) => [uid, timeCategoryId])).toEqual([[1, 10], [1, 20]]);
	expect(asked.slice(1)).toEqual([{ clientId: 100, fromDate: '2026-01-08', toDate: '2026-01-22' }]);
});

test('a row with only an end is found by it', async () => {
	const { client, asked } = service([wire({ dateIn: null, dateOut: '2026-01-12', externalStatusCode: 20 }), wire({ dateIn: null, dateOut: '2026-01-12', timeCategoryId: 20 })]);
	expect((await readWholeRegistrations(client, QUERY)).length).toBe(2);
	expect(asked.slice(1)).toEqual([{ clientId: 100, fromDate: '2026-01-10', toDate: '2026-01-14', employeeIdFilter: [155] }]);
});

test('rows without a uid, which would take each other\'s place, are refused', async () => {
	const { client } = service([wire({ uid: null }), wire({ uid: null, qty: 2 })]);
	await expect(readTimeTransactions(client, { ...QUERY, filters: {} })).rejects.toThrow('Capitech gave out a time transaction without a uid');
});

test('a quantity that is no number ends the reading, and says of which registration', async () => {
	const { client } = service([wire({}), wire({ uid: 2, qty: 'seven' })]);
	await expect(readTimeTransactions(client, { ...QUERY, filters: {} })).rejects.toThrow('The quantity of registration 2 in time category 10 is not a number');
});

test('a row that stands is not lost to a deleted one of the same key, whichever comes first', async () => {
	const both = [wire({}), wire({ qty: 2, isDeleted: true })];
	for (const rows of [both, [...both].reverse()]) {
		const read = await readTimeTransactions(service(rows).client, { ...QUERY, filters: {} });
		expect(read.map(({ qty, isDeleted }) => [qty, isDeleted])).toEqual([[7.5, false]]);
	}
});
