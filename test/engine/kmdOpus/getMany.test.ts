import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { READ, useOpus } from './opus';

const opus = useOpus();

const payment = (fields: IDataObject): IDataObject => ({ Medarbejdernummer: '7001', Loenart: '0310', Loebenummer: 1, Antal: 1, ...fields });

const PAYMENTS = [
	payment({ Startdato: '2026-08-31', Indv_Bemaerkning_1: 'Vagtplan', Indv_Bemaerkning_2: 'v1' }),
	payment({ Startdato: '2026-09-01', Indv_Bemaerkning_1: 'Capitech', Indv_Bemaerkning_2: 'a:1#0abcd', Antal: 7.5, Afv_Timeloen: 185.5, Afv_Omkostningssted: '1010100001' }),
	payment({ Startdato: '2026-09-30', Indv_Bemaerkning_1: 'Capitech', Indv_Bemaerkning_2: 'a:2#1efgh', Antal: 0, Beloeb: -12.25, Afv_PSP_Element: 'XG-1001-00001' }),
	payment({ Startdato: '2026-10-01' }),
];

beforeEach(async () => await opus.control.put('kmdOpus', { payments: PAYMENTS }));

const getMany = async (parameters: INodeParameters = {}, items: IDataObject[] = [{}], settings = {}) =>
	await opus.run({ resource: 'oneTimePayment', operation: 'getMany', employeeNumber: '7001', returnAll: true, filters: {}, ...parameters }, items, settings);

const datesOf = async (parameters: INodeParameters) => (await getMany(parameters)).outputs[0].map(({ json }) => json.date);

test('every payment comes out in the node’s own words, with its reference', async () => {
	const { outputs } = await getMany();
	expect(outputs[0].map(({ json }) => json)).toMatchObject([
		{ date: '2026-08-31', sender: 'Vagtplan', remark: 'v1', reference: 'v1' },
		{
			employeeNumber: '7001', date: '2026-09-01', payElement: '0310', serialNumber: 1, quantity: 7.5, hourlyRate: 185.5,
			costCenter: '1010100001', pspElement: null, sender: 'Capitech', remark: 'a:1#0abcd', reference: 'a:1', objectId: expect.stringMatching(/^\d+$/),
		},
		{ amount: -12.25, hourlyRate: null, costCenter: null, pspElement: 'XG-1001-00001', reference: 'a:2' },
		{ date: '2026-10-01', sender: '', remark: '', reference: '' },
	]);
});

test.each([
	[{ fromDate: '2026-09-01' }, { FraDatoTid: '2026-09-01T00:00:00Z', TilDatoTid: '' }, ['2026-09-01', '2026-09-30', '2026-10-01']],
	[{ toDate: '2026-09-30' }, { FraDatoTid: '', TilDatoTid: '2026-09-30T00:00:00Z' }, ['2026-08-31', '2026-09-01', '2026-09-30']],
	[{ fromDate: '2026-09-01', toDate: '2026-09-30' }, { FraDatoTid: '2026-09-01T00:00:00Z', TilDatoTid: '2026-09-30T00:00:00Z' }, ['2026-09-01', '2026-09-30']],
	[{ fromDate: '2026-08-31T22:30:00Z', toDate: '2026-09-01T00:00:00+02:00' }, { FraDatoTid: '2026-09-01T00:00:00Z', TilDatoTid: '2026-09-01T00:00:00Z' }, ['2026-09-01']],
	[{}, { FraDatoTid: '', TilDatoTid: '' }, ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01']],
])('the validity %j is asked for as %j', async (filters, wire, dates) => {
	expect(await datesOf({ filters })).toEqual(dates);
	const [{ body }] = await opus.control.journal({ service: 'kmdOpus' });
	expect(JSON.parse(body)).toEqual({ Header: { ClientID: '751' }, Medarbejder: { Medarbejdernummer: '7001' }, VirkningFilter: wire });
});

test.each([
	[{ reference: 'a:1' }, ['2026-09-01']],
	[{ reference: ' A:1#0abcd ' }, ['2026-09-01']],
	[{ payElements: '310' }, ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01']],
	[{ payElements: ['0320', '0331'] }, []],
	[{ payElements: '0310', reference: 'v1' }, ['2026-08-31']],
])('the lines of %j can be picked out', async (filters, dates) => {
	expect(await datesOf({ filters: filters as INodeParameters })).toEqual(dates);
});

test('a pay element that can be none is refused before anything is asked', async () => {
	expect((await getMany({ filters: { payElements: '310, x' } })).error?.message).toMatch(/'Pay Elements' is not a number of at most 4 digits/);
	expect(await opus.operations()).toEqual([]);
});

test('one sender’s payments can be picked out', async () => {
	expect(await datesOf({ filters: { sender: 'Capitech' } })).toEqual(['2026-09-01', '2026-09-30']);
	expect(await datesOf({ filters: { sender: ' capiTECH ' } })).toEqual(['2026-09-01', '2026-09-30']);
	expect(await datesOf({ filters: { sender: 'Capi' } })).toEqual([]);
});

test.each([[1, 1], [3, 3], [4, 4], [5, 4]])('a limit of %d gives %d', async (limit, count) => {
	expect(await datesOf({ returnAll: false, limit })).toHaveLength(count);
});

test('the limit counts what the filter lets through', async () => {
	expect(await datesOf({ returnAll: false, limit: 1, filters: { sender: 'Capitech' } })).toEqual(['2026-09-01']);
});

test('without a payment nothing comes out, and nothing fails', async () => {
	const { outputs, error } = await getMany({ employeeNumber: '7002' });
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([]);
});

test('an employee that Opus does not know is a failure in Opus’s own words', async () => {
	const { error } = await getMany({ employeeNumber: '99999' });
	expect(error?.message).toMatch(/^KMD Opus refused the request \[item 0\]$/);
	expect(error?.description).toContain('Medarbejder 99999 findes ikke.');
	expect(error?.description).toContain('Code: 1');
});

describe('an employee that Opus does not know, where that is no reason to stop', () => {
	const goOn = { options: { unknownEmployee: 'noItems' } };

	test('gives no item, and the others come out', async () => {
		const { outputs, error } = await getMany({ ...goOn, employeeNumber: '={{ $json.id }}' }, [{ id: '99999' }, { id: '7001' }]);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(PAYMENTS.map(() => ({ item: 1 })));
	});

	test.each([
		[{ kind: 'status', status: 503 }, /out of order/],
		[{ kind: 'status', status: 403 }, /does not accept the client certificate/],
		[{ kind: 'status', status: 400 }, /refused the request as a whole/],
		[{ kind: 'status', status: 404 }, /does not know this address/],
		[{ kind: 'reset-before' }, /connection was cut/],
		[{ kind: 'malformed' }, /not in its contract/],
		[{ kind: 'business-error', code: 500, text: 'Adapterfejl' }, /refused the request/],
	] as const)('is not what %j means: that stays a failure', async (fault, message) => {
		await opus.faultsOnReads({ ...fault, every: 1 });
		expect((await getMany({ ...goOn, employeeNumber: '99999' })).error?.message).toMatch(message);
	});
});

test('each item names the employee as it was asked for', async () => {
	const { outputs } = await getMany({ employeeNumber: '={{ $json.id }}', returnAll: false, limit: 1 }, [{ id: '7001' }, { id: '00007001' }]);
	expect(outputs[0].map(({ json }) => json.employeeNumber)).toEqual(['7001', '00007001']);
});

test.each([
	[{ employeeNumber: '={{ "" }}' }, /'Employee Number' is empty/],
	[{ employeeNumber: '12 34' }, /'Employee Number' is not a number/],
	[{ filters: { fromDate: '2026-02-30' } }, /'From Date' is not a date/],
	[{ filters: { toDate: 'soon' } }, /'To Date' is not a date/],
	[{ returnAll: false, limit: 0 }, /'Limit' is not a whole number/],
])('%j is refused before anything is sent', async (parameters, message) => {
	expect((await getMany(parameters as INodeParameters)).error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});

test('each item is asked for by itself, and what comes out is paired with it in its order', async () => {
	const { outputs } = await getMany({ employeeNumber: '={{ $json.id }}', returnAll: false, limit: 2 }, [{ id: '7001' }, { id: '7002' }, { id: '00007001' }]);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 2 }, { item: 2 }]);
	expect((await opus.operations()).every((operation) => operation === READ)).toBe(true);
});

test('with continue on fail the unknown employee goes to the error output, the others come out', async () => {
	const { outputs } = await getMany({ employeeNumber: '={{ $json.id }}' }, [{ id: '99999' }, { id: '7001' }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toHaveLength(4);
	expect(outputs[1].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([[expect.objectContaining({ id: '99999', error: expect.stringContaining('[item 0]'), details: expect.stringContaining('findes ikke') }), { item: 0 }]]);
});
