import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AkasseBench, byCode, OWN } from './bench';
import { branches as branchesIn, READ, RELATION, shown } from './branchOffice';

const akasse = new AkasseBench();

const MANY = { resource: 'branchOffice', operation: 'getMany', returnAll: true };
const ONE = { resource: 'branchOffice', operation: 'get', simplify: false, akasseCode: byCode(OWN), branchCode: byCode('0002') };

const branches = async (akasseKode?: string) => await branchesIn(akasse, akasseKode);

const failureOf = async (parameters: INodeParameters) => {
	const { error } = await akasse.run(parameters);
	return [error?.message, error?.description];
};

describe('Get', () => {
	test('gives the branch office as STAR holds it, and asks in the name of the organisation', async () => {
		const standing = (await branches(OWN)).find(({ afdelingskontorKode }) => afdelingskontorKode === '0002');
		expect(await akasse.rows(ONE)).toEqual([shown(standing as IDataObject)]);
		const [{ path, headers }] = await akasse.sent(READ);
		expect(path).toBe('/star/akasse/v1/Akasse/Afdelingskontor?akasseKode=901&afdelingskontorKode=0002');
		expect(JSON.parse(headers['x-activeorganisation'])).toEqual({ organisationTypeIdentifier: 2, organisationCode: OWN });
	});

	test('of another a-kasse is allowed', async () => {
		const [other] = await branches('902');
		const parameters = { ...ONE, akasseCode: byCode('902'), branchCode: byCode(other.afdelingskontorKode) };
		expect(await akasse.rows(parameters)).toEqual([shown(other)]);
	});

	test('names are found whatever their letter case', async () => {
		await akasse.switches({ nameStyle: 'pascal' });
		expect(await akasse.rows(ONE)).toMatchObject([{ AkasseKode: OWN, AfdelingskontorKode: '0002' }]);
	});

	test('one that is not there fails with what to do', async () => {
		const [message, description] = await failureOf({ ...ONE, branchCode: byCode('9999') });
		expect(message).toMatch(/STAR knows no branch office of this code in this a-kasse/);
		expect(description).toContain('4589');
	});

	test.each([
		['another path', { readPath: '/v1/Kontor/{afdelingskontorKode}' }, '/star/akasse/v1/Kontor/0002'],
		['other parameters', { readPath: '/v1/Akasse/Afdelingskontor?kode={afdelingskontorKode}&a={akassekode}' }, '/star/akasse/v1/Akasse/Afdelingskontor?kode=0002&a=901'],
	])('%s can be set', async (_what, options, path) => {
		await akasse.run({ ...ONE, options });
		expect((await akasse.sent()).map((entry) => entry.path)).toEqual([path]);
	});

	test.each([
		[{ akasseCode: byCode('={{ "" }}') }, /'A-Kasse' is empty/],
		[{ branchCode: byCode('00/02') }, /'Branch Office' is not a code/],
		[{ branchCode: byCode('0002?x=1') }, /'Branch Office' is not a code/],
		[{ akasseCode: byCode('Afdelingskontor') }, /'A-Kasse' is not a code/],
		[{ options: { readPath: '/v1/Akasse/Afdelingskontor' } }, /'Path of the Read' does not hold {afdelingskontorKode}/],
		[{ options: { readPath: 'https://elsewhere.example/{afdelingskontorKode}' } }, /'Path of the Read' is not a path/],
	])('%j is refused before anything is sent', async (fields, message) => {
		expect((await failureOf({ ...ONE, ...fields } as INodeParameters))[0]).toMatch(message);
		expect(await akasse.sent()).toEqual([]);
	});
});

describe('Get Many', () => {
	const rowOf = ({ akasseKode, afdelingskontorKode, navn }: IDataObject, names: Map<unknown, unknown>) => ({
		akasseCode: akasseKode,
		akasseName: names.get(akasseKode),
		branchCode: afdelingskontorKode,
		branchName: navn,
	});
	const expected = async (akasseKode?: string) => {
		const names = new Map((await akasse.state('akasser')).map((entry) => [entry.akasseKode, entry.navn]));
		return (await branches(akasseKode)).map((branch) => rowOf(branch, names));
	};

	test('gives those of the own a-kasse, one item each, with one call', async () => {
		const rows = await akasse.rows(MANY);
		expect(rows).toEqual(await expected(OWN));
		expect(rows.length).toBeGreaterThan(1);
		expect((await akasse.sent()).map(({ operation }) => operation)).toEqual([RELATION]);
	});

	test('gives those of the own a-kasse where one of the two codes has lost its zeros', async () => {
		const akasseKode = `0${OWN}`;
		await akasse.control.put('starAkasse', { akasser: [{ akasseKode, navn: 'Sandkassens A-kasse' }], branches: [{ akasseKode, afdelingskontorKode: '01', navn: 'Kontor' }] });
		expect(await akasse.rows(MANY)).toContainEqual(expect.objectContaining({ akasseCode: akasseKode, branchCode: '01', branchName: 'Kontor' }));
	});

	test('gives those of all a-kasser, or as many as wanted', async () => {
		const all = await akasse.rows({ ...MANY, akasser: 'all' });
		expect(all).toEqual(await expected());
		expect(await akasse.rows({ ...MANY, akasser: 'all', returnAll: false, limit: 3 })).toEqual(all.slice(0, 3));
	});

	test('with details reads each of them, and no other', async () => {
		const standing = await branches(OWN);
		const rows = await akasse.rows({ ...MANY, withDetails: true });
		expect(rows.map(({ details }) => details)).toEqual(standing.map(shown));
		expect(await akasse.sent(READ)).toHaveLength(standing.length);
	});

	test('a branch office that goes in between has no details', async () => {
		await akasse.faults(READ, { kind: 'business-error', nth: 1, code: 4589 });
		const rows = await akasse.rows({ ...MANY, withDetails: true });
		expect(rows.filter(({ details }) => details === null)).toHaveLength(1);
		expect(rows).toHaveLength((await branches(OWN)).length);
	});

	test('a branch office that can not be read ends it', async () => {
		await akasse.faults(READ, { kind: 'business-error', nth: 2, code: 1014 });
		expect((await failureOf({ ...MANY, withDetails: true }))[0]).toMatch(/refused GetAfdelingskontor/);
	});
});

describe('what can be picked', () => {
	test('a-kasser by code, those without an address among them', async () => {
		const found = await akasse.search('searchAkasser', ONE);
		const standing = await akasse.state('akasser');
		expect(found).toEqual(standing.map(({ akasseKode, navn }) => [akasseKode, `${akasseKode} · ${navn}`]));
		expect(standing.some(({ adresse }) => adresse === undefined)).toBe(true);
		expect(await akasse.search('searchAkasser', ONE, ' 905 ')).toEqual([found[4]]);
	});

	test('branch offices of the a-kasse that the node names', async () => {
		const of = async (code: string) => (await akasse.search('searchBranchOffices', { ...ONE, akasseCode: byCode(code) })).map(([value]) => value);
		expect(await of(OWN)).toEqual((await branches(OWN)).map(({ afdelingskontorKode }) => afdelingskontorKode));
		expect(await of('902')).toEqual((await branches('902')).map(({ afdelingskontorKode }) => afdelingskontorKode));
		await expect(of('')).rejects.toThrow(/'A-Kasse' is empty/);
	});

	test('a list that STAR refuses says so', async () => {
		await akasse.faults(RELATION, { kind: 'business-error', every: 1, code: 4575 });
		await expect(akasse.search('searchAkasser', ONE)).rejects.toThrow(/not authorised/);
	});
});
