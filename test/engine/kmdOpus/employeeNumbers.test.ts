import { inspect } from 'node:util';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { LoggerProxy } from 'n8n-workflow';

import { useOpus } from './opus';

const opus = useOpus();

/** In the future by the century rule of its seventh digit: nobody's. */
const CPR = '0101575001';
const DATES = { Fra: '2020-01-01', Til: '9999-12-31' };

beforeEach(async () =>
	await opus.control.put('kmdOpus', {
		employments: [
			{ Medarbejdernummer: '8001', CPR_nummer: CPR, Ansaettelsesforhold: '01', Ekstraciffer: '0', ...DATES },
			{ Medarbejdernummer: '8002', CPR_nummer: CPR, Ansaettelsesforhold: '03', Ekstraciffer: '1', ...DATES, Til: '2026-06-30' },
		],
	}),
);

const getNumbers = async (parameters: INodeParameters = {}, settings: Parameters<typeof opus.run>[2] = {}, items: IDataObject[] = [{}]) =>
	await opus.run({ resource: 'employee', operation: 'getNumbersFromCpr', cprNumber: CPR, additionalFields: {}, options: {}, ...parameters }, items, settings);

const numbersOf = async (additionalFields: INodeParameters = {}, parameters: INodeParameters = {}) =>
	(await getNumbers({ additionalFields, ...parameters })).outputs[0].map(({ json }) => json.employeeNumber);

const sentPerson = async () => JSON.parse((await opus.control.journal({ service: 'kmdOpus' })).at(-1)!.body).Person;

test('a person’s employments come out, an item each', async () => {
	expect(await numbersOf()).toEqual(['8001', '8002']);
	expect(await sentPerson()).toEqual({ CPR_nummer: CPR });
});

test.each([
	[{ employmentTerms: '03' }, { Ansaettelsesforhold: '03' }, ['8002']],
	[{ extraDigit: '0' }, { Ekstraciffer: '0' }, ['8001']],
	[{ employmentForm: '3' }, { Ansaettelsesform: '3' }, ['8002']],
	[{ employmentTerms: '1' }, { Ansaettelsesforhold: '01' }, ['8001']],
	[{ date: '2026-07-01' }, { Dato: '2026-07-01' }, ['8001']],
	[{ date: '2026-06-30T22:30:00Z' }, { Dato: '2026-07-01' }, ['8001']],
	[{ date: '2026-06-30', employmentTerms: '03', extraDigit: '1' }, { Dato: '2026-06-30', Ansaettelsesforhold: '03', Ekstraciffer: '1' }, ['8002']],
])('%j narrows the question', async (additionalFields, wire, numbers) => {
	expect(await numbersOf(additionalFields)).toEqual(numbers);
	expect(await sentPerson()).toEqual({ CPR_nummer: CPR, ...wire });
});

test.each(['010157-5001', '010157 5001', ' 0101575001 '])('the number may be written "%s"', async (cprNumber) => {
	expect(await numbersOf({}, { cprNumber })).toEqual(['8001', '8002']);
	expect(await sentPerson()).toEqual({ CPR_nummer: CPR });
});

test('a person without an employment gives no item, and no failure', async () => {
	const { outputs, error } = await getNumbers({ cprNumber: '0201575001' });
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([]);
});

test('the assumed path and names can be set otherwise', async () => {
	const options = { path: '/lpe/hent-medarbejdernummer', personField: 'Identifikation', cprField: 'PersonNr' };
	const { error } = await getNumbers({ options });
	expect(error?.message).toContain('does not know this address');
	const [{ path, body }] = await opus.control.journal({ service: 'kmdOpus' });
	expect(path).toBe('/lpe/hent-medarbejdernummer');
	expect(JSON.parse(body)).toEqual({ Header: { ClientID: '751' }, Identifikation: { PersonNr: CPR } });
});

test.each([
	[{ cprNumber: '={{ "" }}' }, /'CPR Number' is empty/],
	[{ cprNumber: '010157500' }, /'CPR Number' is not a CPR number/],
	[{ cprNumber: '3102575001' }, /'CPR Number' is not a CPR number/],
	[{ cprNumber: '0113575001' }, /'CPR Number' is not a CPR number/],
	[{ additionalFields: { employmentTerms: '123' } }, /'Employment Terms' is not one or two digits/],
	[{ additionalFields: { employmentForm: '01' } }, /'Employment Form' is not a single digit/],
	[{ options: { fieldNames: '[]' } }, /'Field Names' is not a JSON object of names/],
	[{ options: { fieldNames: '{"Dato": 1}' } }, /'Field Names' is not a JSON object of names/],
	[{ additionalFields: { extraDigit: '12' } }, /'Extra Digit' is not a single digit/],
	[{ additionalFields: { date: 'x' } }, /'Date' is not a date/],
])('%j is refused before anything is sent', async (parameters, message) => {
	expect((await getNumbers(parameters as INodeParameters)).error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});

describe('the CPR number', () => {
	const FAULTS = [
		{ kind: 'business-error', code: 2, text: `CPR-nummer ${CPR} er ugyldigt (010157-5001)`, every: 1 },
		{ kind: 'malformed', every: 1 },
		{ kind: 'reset-before', every: 1 },
		{ kind: 'status', status: 400, every: 1 },
		{ kind: 'status', status: 500, every: 1 },
	];
	const SECRET = /010157[- ]?5001/;

	/** All that is written to the log, or to the terminal, while something is done. */
	async function logged(work: () => Promise<unknown>): Promise<string> {
		const kept: unknown[] = [];
		const keep = (...entry: unknown[]) => void kept.push(entry);
		LoggerProxy.init({ error: keep, warn: keep, info: keep, debug: keep });
		const streams = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write'));
		await work();
		kept.push(...streams.flatMap(({ mock }) => mock.calls.map(([text]) => text)));
		streams.forEach((stream) => stream.mockRestore());
		return inspect(kept, { depth: 8 });
	}

	test.each(FAULTS)('stands in no message, description, context, cause, stack, hint or log ($kind $status)', async (fault) => {
		await opus.control.faults({ service: 'kmdOpus', ...fault });
		let result: Awaited<ReturnType<typeof getNumbers>> | undefined;
		const log = await logged(async () => (result = await getNumbers({ cprNumber: '={{ $json.cpr }}' }, {}, [{ cpr: CPR }])));
		expect(result?.error?.message).toBeTruthy();
		expect(inspect(result?.error, { depth: 12, showHidden: true })).not.toMatch(SECRET);
		expect(JSON.stringify(result?.error)).not.toMatch(SECRET);
		expect(JSON.stringify(result?.hints)).not.toMatch(SECRET);
		expect(log).not.toMatch(SECRET);
	});

	test('travels in the body alone: not in the URL, not in a header', async () => {
		await getNumbers();
		const [{ path, headers }] = await opus.control.journal({ service: 'kmdOpus' });
		expect(JSON.stringify([path, headers])).not.toMatch(SECRET);
	});

	test('stands in no item but the one that brought it', async () => {
		expect(JSON.stringify((await getNumbers()).outputs)).not.toMatch(SECRET);
		await opus.control.faults({ service: 'kmdOpus', ...FAULTS[0] });
		const { outputs } = await getNumbers({}, { onError: 'continueErrorOutput' });
		expect(JSON.stringify(outputs)).not.toMatch(SECRET);
	});

	test('is not told when it is malformed', async () => {
		const { error } = await getNumbers({ cprNumber: '010157-50011' });
		expect(inspect(error, { depth: 12, showHidden: true }).replace(/parameters: \{[^}]*\}/g, '')).not.toContain('50011');
	});
});
