import type { IDataObject } from 'n8n-workflow';

import { line, useOpus } from './opus';

const opus = useOpus();

const LONG = 'a'.repeat(15);

/** What can only be refused, the field it is told of, and the modes that check it. */
const REFUSED: Array<[string, IDataObject, RegExp]> = [
	['both a cost centre and a PSP element', { costCenter: '1010100001', pspElement: 'XG-1001-00001' }, /'Cost Center' and 'PSP Element' are both given/],
	['a quantity with more than two decimals', { quantity: '7.505' }, /'Quantity' has more than two decimals/],
	['an amount with more than two decimals', { quantity: '', amount: '1,999' }, /'Amount' has more than two decimals/],
	['an hourly rate with more than two decimals', { hourlyRate: 185.123 }, /'Hourly Rate' has more than two decimals/],
	['a quantity that is no number', { quantity: '7 hours' }, /'Quantity' is not a number/],
	['a lønart with a letter', { payElement: '03A0' }, /'Pay Element' is not a number of at most 4 digits/],
	['a lønart that is too long', { payElement: '03100' }, /'Pay Element' is not a number/],
	['no lønart', { payElement: '' }, /'Pay Element' is empty/],
	['no løbenummer', { serialNumber: '' }, /'Serial Number' is empty/],
	['a løbenummer with decimals', { serialNumber: '1.5' }, /'Serial Number' is not a whole number/],
	['no employee number', { employeeNumber: '' }, /'Employee Number' is empty/],
	['an employee number that is too long', { employeeNumber: '123456789' }, /'Employee Number' is not a number of at most 8 digits/],
	['an employee number that is a name', { employeeNumber: 'Ola' }, /'Employee Number' is not a number/],
	['a date the calendar does not have', { date: '2026-02-29' }, /'Date' is not a date of the calendar/],
	['a date written another way', { date: '31-10-2026' }, /'Date' is not a date of the calendar/],
	['a date with something behind it', { date: '2026-10-311' }, /'Date' is not a date of the calendar/],
	['no date', { date: '' }, /'Date' is empty/],
	['neither a quantity nor an amount', { quantity: '', amount: '' }, /'Quantity' and 'Amount' are both empty/],
];

const ONLY_MISSING: Array<[string, IDataObject, RegExp]> = [
	['a reference that makes the remark too long', { remark: `${LONG}` }, /'Reference' makes a remark of 21 characters; 20 are allowed/],
	['a # in the reference', { remark: 'a#1' }, /'Reference' contains a #/],
	['no reference', { remark: '' }, /'Reference' is empty/],
	['no sender', { sender: '' }, /'Sender' is empty/],
	['a quantity and an amount in one line', { amount: '100' }, /'Quantity' and 'Amount' are both given/],
];

describe.each(['registerMissing', 'register', 'validateOnly'] as const)('mode %s', (mode) => {
	test.each(REFUSED)('%s is refused before anything is sent, naming item and field', async (_, fields, message) => {
		const { error } = await opus.register([line(), line({ remark: 'a:2', ...fields })], { mode });
		expect(error?.message).toMatch(message);
		expect(error?.message).toContain('[item 1]');
		expect(await opus.operations()).toEqual([]);
	});
});

describe('mode registerMissing', () => {
	test.each(ONLY_MISSING)('%s is refused before anything is sent, naming item and field', async (_, fields, message) => {
		const { error } = await opus.register([line(), line(fields)]);
		expect(error?.message).toMatch(message);
		expect(error?.message).toContain('[item 1]');
		expect(await opus.operations()).toEqual([]);
	});

	test('the same reference twice is refused before anything is sent, naming the items', async () => {
		const wanted = [line({ remark: 'x' }), line(), line({ employeeNumber: '7002' }), line({ employeeNumber: '0007001', quantity: '3' })];
		const { error } = await opus.register(wanted);
		expect(error?.message).toMatch(/'Reference' is the same in items 1, 3/);
		expect(await opus.operations()).toEqual([]);
	});

	test('a reference of the greatest length is taken, one longer only when the limit is raised', async () => {
		expect(await opus.outcomes([line({ remark: LONG.slice(1) })])).toEqual(['registered']);
		await opus.control.switches({ 'kmdOpus.remarkLength': 30 });
		expect(await opus.outcomes([line({ remark: LONG })], { options: { maxRemark: 21 } })).toEqual(['registered']);
	});

	test('a remark that its revision makes too long is rejected, not cut off', async () => {
		const remark = LONG.slice(1);
		const earlier = Array.from({ length: 36 }, (_, at) => ({
			Medarbejdernummer: '7001', Startdato: '2026-10-20', Loenart: '0310', Loebenummer: 1, Antal: at % 2 ? -1 : 1, Indv_Bemaerkning_1: 'Capitech', Indv_Bemaerkning_2: remark,
		}));
		await opus.control.put('kmdOpus', { payments: earlier });
		const [item] = await opus.registered([line({ remark })]);
		expect(item).toMatchObject({ outcome: 'rejected', messages: [{ text: expect.stringContaining('longer than 20 characters') }] });
		expect(await opus.updates()).toEqual([]);
	});
});

test('in the other modes a remark that is too long is refused as it stands', async () => {
	for (const mode of ['register', 'validateOnly'] as const) {
		expect((await opus.register([line({ remark: 'a'.repeat(21) })], { mode })).error?.message).toMatch(/remark of 21 characters; 20 are allowed/);
		expect((await opus.register([line({ remark: 'a'.repeat(20) })], { mode })).error).toBeUndefined();
	}
});

describe('with continue on fail', () => {
	const binary = { slip: { data: '', mimeType: 'text/plain' } };
	const wanted = () => [
		line({ note: 'first' }),
		{ json: line({ remark: 'a:2', quantity: '7.505', note: 'second' }), binary },
		line({ remark: 'a:3', note: 'third' }),
		line({ remark: 'a:3', note: 'fourth' }),
		line({ remark: 'a:5', note: 'fifth' }),
	] as IDataObject[];

	test('the good items go on and the bad ones come out on the error output with what they carried', async () => {
		const { outputs, status } = await opus.register(wanted(), { onError: 'continueErrorOutput' });
		expect(status).toBe('success');
		expect(outputs[0].map(({ json, pairedItem }) => [json.note, json.outcome, pairedItem])).toEqual([['first', 'registered', { item: 0 }], ['fifth', 'registered', { item: 4 }]]);
		expect(outputs[1].map(({ json }) => [json.note, json.error])).toEqual([
			['second', expect.stringMatching(/'Quantity' has more than two decimals.*\[item 1\]/)],
			['third', expect.stringMatching(/same in items 2, 3/)],
			['fourth', expect.stringMatching(/same in items 2, 3/)],
		]);
		expect(outputs[1][0].binary).toEqual(binary);
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 - -': 7.5 });
	});

	test('all come out in their order where there is no error output', async () => {
		const { outputs } = await opus.register(wanted(), { onError: 'continueRegularOutput' });
		expect(outputs[0].map(({ json, pairedItem }) => [json.note, 'error' in json, pairedItem])).toEqual([
			['first', false, { item: 0 }],
			['second', true, { item: 1 }],
			['third', true, { item: 2 }],
			['fourth', true, { item: 3 }],
			['fifth', false, { item: 4 }],
		]);
	});

	test('a run of bad items only sends nothing', async () => {
		const { outputs } = await opus.register([line({ date: '2026-13-01' })], { onError: 'continueErrorOutput' });
		expect(outputs.map(({ length }) => length)).toEqual([0, 1]);
		expect(await opus.operations()).toEqual([]);
	});
});

describe('a date given as a point in time', () => {
	test.each([
		['2026-10-31T23:30:00Z', '2026-11-01'],
		['2026-10-31T00:00:00+01:00', '2026-10-31'],
		['={{ DateTime.fromISO("2026-10-31T23:30:00Z") }}', '2026-11-01'],
		['={{ new Date("2026-10-31T23:30:00Z") }}', '2026-11-01'],
	])('%s is the Danish date %s', async (date, danish) => {
		await opus.registered([line()], { parameters: { date } });
		expect((await opus.payments()).map(({ Startdato }) => Startdato)).toEqual([danish]);
	});
});

describe('lines that the items carry', () => {
	const { remark: reference, ...fields } = line({ costCenter: '1010100001' });
	const parameters = { lines: 'payrollLine' };

	test('are registered without a field of the node', async () => {
		const items = [{ note: 'kept', payrollLine: { ...fields, reference } }];
		expect(await opus.registered(items, { parameters })).toMatchObject([{ ...items[0], reference, outcome: 'registered' }]);
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 1010100001 -': 7.5 });
	});

	test.each(['register', 'registerMissing', 'validateMissing', 'validateOnly'] as const)('of another municipality than the credential’s are refused before anything is sent, naming both (%s)', async (mode) => {
		const own = { payrollLine: { ...fields, reference, municipalityCode: '751' } };
		const { error } = await opus.register([own, { payrollLine: { ...fields, reference: 'a:2', municipalityCode: '730' } }], { parameters, mode });
		expect(error?.message).toBe("'Municipality Code' of the line is 730, and that of the credential is 751 [item 1]");
		expect(await opus.operations()).toEqual([]);
		expect((await opus.register([own], { parameters, mode })).error).toBeUndefined();
	});

	test.each(['', null, 751])('are taken with the municipality %j', async (municipalityCode) => {
		expect(await opus.outcomes([{ payrollLine: { ...fields, reference, municipalityCode } }], { parameters })).toEqual(['registered']);
	});

	test.each([
		['no line', {}, /'Lines' needs a 'payrollLine'/],
		['something else for a line', { payrollLine: 'a:1' }, /'Lines' needs a 'payrollLine'/],
		['a line without a reference', { payrollLine: fields }, /'Reference' is empty/],
		['a line with a wrong quantity', { payrollLine: { ...fields, reference, quantity: 7.505 } }, /'Quantity' has more than two decimals/],
	])('are refused before anything is sent when an item carries %s', async (_, item, message) => {
		const { error } = await opus.register([{ payrollLine: { ...fields, reference: 'other' } }, item], { parameters });
		expect(error?.message).toMatch(message);
		expect(error?.message).toContain('[item 1]');
		expect(await opus.operations()).toEqual([]);
	});
});
