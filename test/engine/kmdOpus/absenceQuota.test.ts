import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { quotaWorld } from './absenceQuota';
import { packClock, useOpus } from './opus';

const opus = useOpus();

beforeEach(async () => await quotaWorld(opus));

const getMany = async (parameters: INodeParameters = {}, items: IDataObject[] = [{}], settings = {}) =>
	await opus.run({ resource: 'absenceQuota', operation: 'getMany', employeeNumbers: '7001', keyDate: '2026-11-02', returnAll: true, ...parameters }, items, settings);

const getDetails = async (parameters: INodeParameters = {}) =>
	await opus.run({ resource: 'absenceQuota', operation: 'getDetails', employeeNumber: '7001', quotaKey: 'Q-7001-FE', ...parameters });

/** The employees of each call, in the order of the calls. */
const calls = async () =>
	(await opus.control.journal({ service: 'kmdOpus' })).map(({ body }) => [...body.matchAll(/<PersonnelNumber>(\d+)</g)].map(([, number]) => number));

const FE = {
	employeeNumber: '7001',
	quotaKey: 'Q-7001-FE',
	quotaType: 'FE',
	quotaTypeText: 'Ferie',
	validStartDate: '2026-01-01',
	validEndDate: '2026-12-31',
	deductionStartDate: '2026-01-01',
	deductionEndDate: '2026-12-31',
	entitlement: 185,
	deducted: 37,
	requested: 0,
	remaining: 148,
	unit: 'hours',
};

test.each(['point', 'comma'])('the quotas of an employee come out in the node’s own words (decimal %s)', async (style) => {
	await opus.control.switches({ 'kmdOpus.soapDecimalStyle': style, 'kmdOpus.personnelNumberStyle': 'eightDigits' });
	const { outputs } = await getMany();
	expect(outputs[0].map(({ json }) => json)).toEqual(expect.arrayContaining([FE, expect.objectContaining({ quotaKey: 'Q-7001-6F', remaining: 37 })]));
	expect(outputs[0]).toHaveLength(2);
});

describe('several employees', () => {
	const items = [{ numbers: '7001, 007002' }, { numbers: ['7003'] }, { numbers: '7002 7001' }];
	const employeeNumbers = '={{ $json.numbers }}';

	test('go into one call, each once, and each item gets its own', async () => {
		const { outputs } = await getMany({ employeeNumbers }, items);
		expect(await calls()).toEqual([['7001', '7002', '7003']]);
		const rows = outputs[0].map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json.quotaKey]);
		expect(rows.filter(([index]) => index === 0).map(([, key]) => key)).toEqual(expect.arrayContaining(['Q-7001-FE', 'Q-7001-6F', 'Q-7002-SO']));
		expect(rows.filter(([index]) => index === 1)).toEqual([]);
		expect(rows.filter(([index]) => index === 2).map(([, key]) => key)).toHaveLength(3);
	});

	test('go into as many calls as the option says', async () => {
		await getMany({ employeeNumbers, options: { employeesPerCall: 2 } }, items);
		expect(await calls()).toEqual([['7001', '7002'], ['7003']]);
	});

	test('are asked for by key date', async () => {
		const dated = [{ date: '2026-01-01' }, { date: '2025-12-31' }, { date: '2026-01-01' }];
		const { outputs } = await getMany({ keyDate: '={{ $json.date }}' }, dated);
		expect(await calls()).toHaveLength(2);
		expect(outputs[0].map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json.quotaKey])).toEqual([
			[0, expect.any(String)],
			[0, expect.any(String)],
			[1, 'Q-7001-FE-2025'],
			[2, expect.any(String)],
			[2, expect.any(String)],
		]);
	});

	test('of whom Opus knows one not: that item fails, the others get theirs', async () => {
		const { outputs } = await getMany({ employeeNumbers }, [...items, { numbers: '7999' }], { onError: 'continueRegularOutput' });
		const failed = outputs[0].filter(({ json }) => json.error);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 3 }]);
		expect(JSON.stringify(failed[0].json)).toContain('Medarbejder 7999 findes ikke');
		expect(outputs[0]).toHaveLength(7);
	});
});

test('without a key date it is today in Denmark', async () => {
	const late = new Date(new Date().setUTCHours(23, 30));
	const nextDay = new Date(late.getTime() + 36e5).toISOString().slice(0, 10);
	(await packClock()).setClock({ sleep: async () => {}, now: () => late });
	await getMany({ keyDate: '' });
	(await packClock()).setClock({ sleep: async () => {} });
	expect((await opus.control.journal({ service: 'kmdOpus' }))[0].body).toContain(`<KeyDate>${nextDay}</KeyDate>`);
});

test.each([
	[{ employeeNumbers: '={{ " , " }}' }, /'Employee Numbers' is empty/],
	[{ employeeNumbers: '7001, x' }, /'Employee Numbers' is not a number/],
	[{ keyDate: 'x' }, /'Key Date' is not a date/],
	[{ options: { employeesPerCall: 0 } }, /'Employees per Call' is not a whole number/],
])('%j is refused before anything is asked', async (parameters, message) => {
	expect((await getMany(parameters as INodeParameters)).error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});

test.each(['soap-fault', 'malformed', 'truncate'])('an answer that is none fails, and is asked for again first (%s)', async (kind) => {
	await opus.control.faults({ service: 'kmdOpus', operation: 'GetAbsenceQuotas', kind, every: 1 });
	expect((await getMany()).error?.message).toBeTruthy();
	expect((await opus.operations()).length).toBeGreaterThan(1);
});

describe('the details of a quota', () => {
	test('are its earnings and its uses', async () => {
		const { outputs } = await getDetails();
		const rows = outputs[0].map(({ json }) => json);
		expect(rows.filter(({ kind }) => kind === 'earning').reduce((sum, { amount }) => sum + Number(amount), 0)).toBeCloseTo(185);
		expect(rows.filter(({ kind }) => kind === 'deduction')).toEqual([
			{ employeeNumber: '7001', quotaKey: 'Q-7001-FE', kind: 'deduction', date: null, startDate: '2026-07-06', endDate: '2026-07-10', absenceType: 'FE', amount: 37, text: null },
		]);
		expect(rows[0]).toMatchObject({ kind: 'earning', date: '2026-01-31', text: 'Optjent', startDate: null });
	});

	test('of one that the employee does not have are refused in the service’s words', async () => {
		const { error } = await getDetails({ quotaKey: 'Q-7002-SO' });
		expect(error?.description).toContain('Kvote Q-7002-SO findes ikke');
	});

	test('need a key', async () => {
		expect((await getDetails({ quotaKey: '={{ "" }}' })).error?.message).toMatch(/'Quota Key' is empty/);
		expect(await opus.operations()).toEqual([]);
	});
});
