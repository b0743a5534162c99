import { inspect } from 'node:util';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useOpus } from './opus';

const opus = useOpus();

const UPDATE = 'update-person-data';

/** In the future by the century rule of its seventh digit: nobody's. */
const CPR = '0101575001';
const SECRET = /010157[- ]?5001/;

beforeEach(async () =>
	await opus.control.put('kmdOpus', {
		employments: [{ Medarbejdernummer: '8001', CPR_nummer: CPR, Ansaettelsesforhold: '01', Ekstraciffer: '0', Fra: '2020-01-01', Til: '9999-12-31' }],
	}),
);

const person = (fields: IDataObject = {}): IDataObject => ({ cprNumber: '010157-5001', firstName: 'Åse', lastName: 'Prøve', address: 'Hovedgaden 1', employmentTerms: '', startDate: '', ...fields });

const OWN = ['cprNumber', 'firstName', 'lastName', 'address'];
const ADDITIONAL = ['employmentTerms', 'startDate'];
const fromItem = (names: string[]): INodeParameters => Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));

const send = async (items: IDataObject[], parameters: INodeParameters = {}, settings = {}) =>
	await opus.run({ resource: 'personData', operation: 'send', mode: 'register', ...fromItem(OWN), additionalFields: fromItem(ADDITIONAL), ...parameters }, items, settings);

async function sent(items: IDataObject[], parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const { error, outputs } = await send(items, parameters);
	if (error) throw error;
	return outputs[0].map(({ json }) => json);
}

const standing = async () => (await opus.control.state<{ personData: IDataObject[] }>('kmdOpus')).personData;

const requests = async () => (await opus.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === UPDATE).map(({ body }) => JSON.parse(body));

test('a person’s data is registered, and the employment comes out', async () => {
	const [item] = await sent([person({ employmentTerms: '1', startDate: '2026-11-01' })]);
	expect(item).toMatchObject({ outcome: 'registered', messages: [], employeeNumber: '8001', updateId: expect.stringMatching(/^[0-9A-F]{32}$/) });
	expect(await requests()).toEqual([
		{
			Header: { ClientID: '751', OpdateringsID: item.updateId },
			Person: { CPR_nummer: CPR, Fornavn: 'Åse', Efternavn: 'Prøve', Adresse: 'Hovedgaden 1', Ansaettelsesforhold: '01', Startdato: '2026-11-01' },
		},
	]);
	expect(await standing()).toMatchObject([{ Medarbejdernummer: '8001', Fornavn: 'Åse' }]);
});

test('a person without an employment is registered all the same', async () => {
	expect(await sent([person({ cprNumber: '0201575001', address: '' })])).toMatchObject([{ outcome: 'registered', employeeNumber: null }]);
	expect((await requests())[0].Person).toEqual({ CPR_nummer: '0201575001', Fornavn: 'Åse', Efternavn: 'Prøve' });
});

test('validating registers nothing', async () => {
	expect(await sent([person()], { mode: 'validateOnly' })).toMatchObject([{ outcome: 'validated', employeeNumber: '8001' }]);
	expect((await requests())[0].Header.Kun_Valider).toBe('1');
	expect(await standing()).toEqual([]);
});

test('what the service refuses is told in its words', async () => {
	expect(await sent([person({ employmentTerms: '98' })])).toMatchObject([{ outcome: 'rejected', messages: [{ type: 'E', text: 'Ansættelsesforhold findes ikke.' }] }]);
});

describe('a lost answer', () => {
	beforeEach(async () => await opus.control.faults({ service: 'kmdOpus', operation: UPDATE, kind: 'reset-after', nth: 1 }));

	test('is unknown, is never sent again, and holds nobody else up', async () => {
		expect(await sent([person(), person({ cprNumber: '0201575001' })])).toMatchObject([{ outcome: 'unknown', employeeNumber: null }, { outcome: 'registered' }]);
		expect(await requests()).toHaveLength(2);
	});

	test('is sent again where the service recognises repeats, and stands once', async () => {
		expect(await sent([person()], { options: { keyed: true } })).toMatchObject([{ outcome: 'registered', employeeNumber: '8001' }]);
		expect(await requests()).toHaveLength(2);
		expect(await standing()).toHaveLength(1);
	});
});

test('all assumed names can be set otherwise', async () => {
	const options = { path: 'lpe/personer', fieldNames: '{"Person": "Personoplysninger", "Fornavn": "Fornavne"}' };
	expect(await sent([person()], { options })).toMatchObject([{ outcome: 'rejected' }]);
	const [{ path, body }] = await opus.control.journal({ service: 'kmdOpus' });
	expect([path, JSON.parse(body).Personoplysninger.Fornavne]).toEqual(['/lpe/personer', 'Åse']);
});

test.each([
	[{ cprNumber: '010157' }, /'CPR Number' is not a CPR number/],
	[{ firstName: '', lastName: '', address: '' }, /'First Name' 'Last Name' and 'Address' are all empty/],
	[{ lastName: 'x'.repeat(81) }, /'Last Name' has 81 characters; 80 are allowed/],
	[{ employmentTerms: '123' }, /'Employment Terms' is not one or two digits/],
	[{ startDate: 'x' }, /'Start Date' is not a date/],
])('%j is refused before anything is sent', async (fields, message) => {
	expect((await send([person({ cprNumber: '0201575001' }), person(fields)])).error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});

test('one person in two items is told without the number, before anything is sent', async () => {
	const { error } = await send([person(), person({ cprNumber: CPR, firstName: 'Aase' })]);
	expect(error?.message).toMatch(/The same person stands in items 0, 1/);
	expect(await opus.operations()).toEqual([]);
});

test.each([
	{ kind: 'business-error', code: 2, text: `CPR-nummer ${CPR} er ugyldigt (010157-5001)`, every: 1 },
	{ kind: 'malformed', every: 1 },
	{ kind: 'status', status: 400, every: 1 },
])('the CPR number stands in no message, hint or error ($kind)', async (fault) => {
	await opus.control.faults({ service: 'kmdOpus', ...fault });
	const { outputs, hints, error } = await send([{ ...person(), cprNumber: undefined }], { cprNumber: CPR }, { onError: 'continueRegularOutput' });
	expect(inspect([outputs, hints, error], { depth: 12 })).not.toMatch(SECRET);
	expect(outputs[0]).toHaveLength(1);
});
