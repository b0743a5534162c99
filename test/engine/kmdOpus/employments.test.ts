import { inspect } from 'node:util';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { OPEN_END, record, unit } from './employeeRecords';
import { useOpus } from './opus';

const opus = useOpus();

/** In the future by the century rule of its seventh digit: nobody's. */
const CPR = '0101575001';

const run = async (parameters: INodeParameters = {}) =>
	await opus.run({ resource: 'employment', operation: 'getManyByCpr', cprNumber: CPR, filters: {}, assumedNames: {}, ...parameters });

async function items(parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const { outputs, error } = await run(parameters);
	if (error) throw error;
	return outputs[0].map(({ json }) => json);
}

const numbers = async (parameters: INodeParameters = {}) => (await items(parameters)).map(({ employeeNumber }) => employeeNumber);
const body = async () => (await opus.control.journal({ service: 'kmdOpus' })).at(-1)!.body;

beforeEach(async () => {
	const employment = (Medarbejdernummer: string, Ekstraciffer: string, Fra: string, Til: string) => ({ Medarbejdernummer, CPR_nummer: CPR, Ansaettelsesforhold: '01', Ekstraciffer, Fra, Til });
	await opus.control.put('kmdOpus', {
		employments: [employment('8001', '0', '2015-01-01', '2019-12-31'), employment('8002', '0', '2020-01-01', OPEN_END), employment('8003', '1', '2021-01-01', OPEN_END)],
		employeeRecords: [
			unit('Æblehaven', { Medarbejdernummer: '8002' }),
			record('0007', { Medarbejdernummer: '8002', TimetalTaeller: '018500', TimetalNaevner: '037000' }),
		],
	});
});

test('a person’s employments come out, past and parallel ones too, an item each', async () => {
	const found = await items();
	expect(found.map(({ employeeNumber }) => employeeNumber)).toEqual(['8001', '8002', '8003']);
	expect(found[1]).toEqual({
		employeeNumber: '8002', workContract: '01', supplementaryDigit: '0', startDate: '2020-01-01', endDate: OPEN_END,
		positionText: 'Pædagog', organizationText: 'Æblehaven', employmentPercent: 50,
	});
	expect(found[0]).toMatchObject({ positionText: null, organizationText: null, employmentPercent: null });
	expect(await body()).toContain('<CPRNumber>0101575001</CPRNumber>');
	expect(await body()).not.toContain('KeyDate');
});

test('a key date is sent, and employments that do not last on a date can be left out', async () => {
	expect(await numbers({ filters: { keyDate: '2019-06-30T22:30:00Z' } })).toEqual(['8001']);
	expect(await body()).toContain('<KeyDate>2019-07-01</KeyDate>');
	expect(await numbers({ filters: { onlyOnDate: true } })).toEqual(['8002', '8003']);
	expect(await numbers({ filters: { onlyOnDate: true, keyDate: '2020-06-01' } })).toEqual(['8002']);
});

test('a person without an employment gives no item', async () => {
	expect(await items({ cprNumber: '0201575001' })).toEqual([]);
});

test('the assumed names can be set otherwise', async () => {
	const assumedNames = { interface: 'HentMedarbejder_OS_SI', interfaceNamespace: 'urn:kmd.dk:X', requestRoot: 'Hent_MT', elementNames: '{ "CPRNumber": "CPR" }' };
	const { error } = await run({ assumedNames });
	expect(error?.message).toContain('could not process the request');
	const [{ path, body: sent }] = await opus.control.journal({ service: 'kmdOpus' });
	expect(path).toContain('interface=HentMedarbejder_OS_SI&interfaceNamespace=urn:kmd.dk:X');
	expect(sent).toMatch(/<ns0:Hent_MT xmlns:ns0="urn:kmd\.dk:X"><CPR>0101575001<\/CPR>/);
});

test('a refusal is told in the service’s own words, without the number', async () => {
	await opus.control.faults({ service: 'kmdOpus', operation: 'GetEmployeeInfo', kind: 'business-error', text: `CPR-nummer ${CPR} er spærret (010157-5001)` });
	const { error } = await run();
	expect(error?.description).toContain('er spærret');
	expect(inspect(error, { depth: 12, showHidden: true }).replace(/parameters: \{[^}]*\}/g, '')).not.toMatch(/010157[- ]?5001/);
});

test.each<[INodeParameters, RegExp]>([
	[{ cprNumber: '={{ "" }}' }, /'CPR Number' is empty/],
	[{ cprNumber: '3102575001' }, /'CPR Number' is not a CPR number/],
	[{ filters: { keyDate: 'x' } }, /'Key Date' is not a date/],
	[{ assumedNames: { elementNames: '[]' } }, /'Element Names' is not a JSON object/],
])('%j is refused before anything is sent', async (parameters, message) => {
	expect((await run(parameters)).error?.message).toMatch(message);
	expect(await opus.control.journal({ service: 'kmdOpus' })).toEqual([]);
});
