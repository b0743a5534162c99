import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from './capitech';
import { day, EMPLOYEE, OCTOBER, run, settings } from './absenceTransfer';

const plan = async (items: IDataObject[], parameters = {}) => await run('plan', items, { settings: JSON.stringify(settings()), ...OCTOBER, allowManyDeletions: false, ...parameters });

describe('Plan', () => {
	test('sorts its items itself, and ties each step to what it comes from', async () => {
		const first = rowsOf(await plan([EMPLOYEE, day(1, '2026-10-05')]));
		const [row] = rowsOf(await run('remember', [{ ...first[0], outcome: 'registered' }]));
		const { outputs } = await plan([row, day(2, '2026-10-12', { endDate: '2026-10-13' }), EMPLOYEE, day(2, '2026-10-13', { fromDate: '2026-10-12' }), day(3, '2026-10-20', { dayTransactionStatus: 0 })]);
		expect(outputs[0].map(({ json, pairedItem }) => [json.step, json.reference, json.employeeNumber, pairedItem])).toEqual([
			['delete', '2s:1:1', '2155', { item: 0 }],
			['create', '2s:2:1', '2155', [{ item: 1 }, { item: 3 }]],
			['later', undefined, undefined, { item: 4 }],
		]);
	});

	test('gives out no item where there is nothing', async () => {
		expect(rowsOf(await plan([EMPLOYEE]))).toEqual([]);
		expect(rowsOf(await plan([{}]))).toEqual([]);
	});

	test.each<[string, IDataObject[], object, RegExp]>([
		['a period that ends before it begins', [], { toDate: '2026-09-01' }, /'To Date' lies before the From Date/],
		['settings that are none', [], { settings: '{' }, /'Settings' is not a JSON object/],
		['a firm without settings', [day(1, '2026-10-05', { clientId: 200 })], {}, /'firms' has no entry for clientId 200/],
		['what could not be read', [{ error: 'Capitech is out of order' }], {}, /'error' is in item 0/],
		['something else', [{ uid: 7 }], {}, /'clientId' is missing in item 0/],
	])('refuses %s', async (_what, items, parameters, message) => {
		const { status, error } = await plan([EMPLOYEE, ...items].slice(items.length ? 1 : 0), parameters);
		expect(status).toBe('error');
		expect(error?.message).toMatch(message);
	});
});

describe('Remember', () => {
	test('gives a row for each write, before it and after it, and none for the others', async () => {
		const steps = rowsOf(await plan([EMPLOYEE, day(1, '2026-10-05'), day(2, '2026-10-20', { dayTransactionStatus: 0 })]));
		expect(steps.map(({ step }) => step)).toEqual(['create', 'later']);
		expect(rowsOf(await run('remember', steps)).map(({ reference, state }) => [reference, state])).toEqual([['2s:1:1', 'pending']]);
		expect(rowsOf(await run('remember', [{ ...steps[0], outcome: 'registered', messages: [] }])).map(({ state, ...row }) => [state, Object.keys(row).includes('employee')])).toEqual([['standing', false]]);
	});

	test('refuses a step that is none of Plan’s', async () => {
		expect((await run('remember', [{ step: 'create', reference: 'x' }])).error?.message).toMatch(/'reference' 'x' is not the reference of an absence/);
	});
});

describe('Summarize', () => {
	test('counts the steps of a plan and the outcomes of its writes in one item, which comes of all of them', async () => {
		const steps = rowsOf(await plan([EMPLOYEE, day(1, '2026-10-05'), day(2, '2026-10-20', { dayTransactionStatus: 0 })]));
		const { outputs } = await run('summarize', [{ ...steps[0], outcome: 'registered' }, {}, ...steps.slice(1)]);
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0][0].json).toMatchObject({ read: 2, absences: 2, created: 1, later: 1, human: 0 });
		expect(outputs[0][0].pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test('refuses what is no step', async () => {
		expect((await run('summarize', [{ reference: 'x' }])).error?.message).toMatch(/'step' is missing in item 0/);
	});
});
