import type { IDataObject } from 'n8n-workflow';

import { AkasseBench, byCode } from './bench';

const star = new AkasseBench();

const LIST = { resource: 'akasse', operation: 'getMany' };
const RAW = { ...LIST, simplify: false };
const one = (code: string, more: IDataObject = {}) => ({ resource: 'akasse', operation: 'get', akasseCode: byCode(code), ...more }) as never;

const stateOf = async (code: string) => (await star.state('akasser')).find(({ akasseKode }) => akasseKode === code);

describe('A-Kasse: Get Many', () => {
	test('gives the list as the service has it, unknown fields included', async () => {
		const rows = await star.rows(RAW);
		expect(rows).toEqual((await star.state('akasser')).filter(({ adresse }) => adresse !== undefined));
		expect(rows[0]).toHaveProperty('kanalInformation');
	});

	test('simplified it gives hours by day and the size of the logo', async () => {
		const rows = await star.rows(LIST);
		expect(rows[0]).toMatchObject({ akasseCode: '901', openingHours: { monday: expect.any(Array) }, logoBytes: expect.any(Number), other: { kanalInformation: expect.anything() } });
		expect(JSON.stringify(rows)).not.toContain('"logo"');
	});

	test('puts logos into files where there are some', async () => {
		const { outputs } = await star.run({ ...LIST, options: { logoField: 'mark' } });
		const files = outputs[0].filter(({ binary }) => binary).map(({ json, binary }) => [json.akasseCode, binary?.mark.fileName, binary?.mark.mimeType]);
		expect(files).toEqual([
			['901', 'logo.png', 'image/png'],
			['906', 'logo.png', 'image/png'],
		]);
	});

	test.each(['camel', 'pascal'])('reads names in the style %s', async (nameStyle) => {
		await star.switches({ nameStyle });
		expect(await star.rows(one('901'))).toMatchObject([{ akasseCode: '901', name: 'Sandkassens A-kasse Handel' }]);
	});
});

describe('A-Kasse: Get', () => {
	test('gives one record, paired with its item', async () => {
		const { outputs } = await star.run({ resource: 'akasse', operation: 'get', akasseCode: byCode('={{ $json.code }}'), simplify: false }, { items: [{ code: '904' }, { code: '902' }] });
		expect(outputs[0].map(({ json, pairedItem }) => [json.akasseKode, pairedItem])).toEqual([
			['904', { item: 0 }],
			['902', { item: 1 }],
		]);
		expect(outputs[0][0].json).toEqual(await stateOf('904'));
	});

	test.each(['999', '000'])('an unknown code %s is told', async (code) => {
		const { error } = await star.run(one(code));
		expect(error?.message).toBe('STAR A-Kasse refused GetAkasseOplysninger: The identifier is not known [item 0]');
		expect(error?.description).toContain('Code: 4589\nHTTP status: 404');
	});

	test.each([' ', 'a/b', '..', 'Afdelingskontor', '9'.repeat(21)])('%j is no code, and nothing is sent', async (code) => {
		expect((await star.run(one(code))).error?.message).toMatch(/^'A-Kasse' is (empty|not a code)/);
		expect(await star.sent()).toEqual([]);
	});

	test.each(['https://evil.example/{akasseKode}', '//evil.example/{akasseKode}', '/v1/../{akasseKode}', '/v1/Akasse', '/v1/{other}/{akasseKode}'])('the path %s is refused, and nothing is sent', async (path) => {
		expect((await star.run(one('901', { options: { path } }))).error?.message).toMatch(/^'Path' /);
		expect(await star.sent()).toEqual([]);
	});

	test('another path of the user is asked instead', async () => {
		await star.run(one('901', { options: { path: '/v2/Akasser/{AKASSEKODE}' } }));
		expect((await star.sent()).map(({ path }) => path)).toEqual(['/star/akasse/v2/Akasser/901']);
	});
});

describe('what the service says no with', () => {
	const SHAPES = ['errors', 'single', 'array', 'problem'];

	test.each(SHAPES)('is understood in the shape "%s", whatever the status', async (errorShape) => {
		for (const unknownStatus of [400, 404]) {
			await star.switches({ errorShape, unknownStatus });
			const { error } = await star.run(one('999'));
			expect(error?.message).toMatch(/The identifier is not known/);
			expect(error?.description).toMatch(new RegExp(`The service says: .*999.*\\nCode: 4589\\nHTTP status: ${unknownStatus}`));
		}
		for (const forbiddenStatus of [400, 401, 403]) {
			await star.switches({ errorShape, forbiddenStatus });
			const { error } = await star.run(LIST, { credentials: await star.credentials({ organisationCode: '999' }) });
			expect(error?.message).toMatch(/The organisation is not authorised/);
			expect(error?.description).toMatch(/'Organisation Type' and 'Organisation Code'/);
			expect(error).toHaveProperty('failure.cause', 'credential-invalid');
		}
	});

	test('a code that nobody knows comes through with its text, masked', async () => {
		await star.faults('GetAkasseListe', { kind: 'business-error', code: 424242, text: 'No for 010190-1234 and a.b@example.org', every: 1 });
		const { error } = await star.run(LIST);
		expect(error?.description).toContain('The service says: No for *** and ***\nCode: 424242');
	});

	test('a warning (9345) with a status that says no brings no records, and fails', async () => {
		await star.faults('GetAkasseListe', { kind: 'business-error', code: 9345, text: 'w', every: 1 });
		expect((await star.run(LIST)).error?.description).toMatch(/Code: 9345\nHTTP status: 400/);
	});
});

describe('on the way', () => {
	test.each([
		['429', { kind: 'status', status: 429 }],
		['503', { kind: 'status', status: 503 }],
		['a cut before', { kind: 'reset-before' }],
		['a cut after', { kind: 'reset-after' }],
		['half an answer', { kind: 'truncate' }],
		['no JSON', { kind: 'malformed' }],
	])('a read is made again after %s', async (_what, fault) => {
		await star.faults('GetAkasseListe', { ...fault, nth: 1 });
		expect(await star.rows(LIST)).toHaveLength(11);
		expect(await star.sent()).toHaveLength(2);
	});

	test('what stays unreadable is told as that, never as an empty list', async () => {
		await star.faults('GetAkasseListe', { kind: 'malformed', every: 1 });
		expect((await star.run(LIST)).error?.message).toMatch(/answered GetAkasseListe with something that can not be read/);
	});

	test('a path that answers something else is told', async () => {
		const { error } = await star.run({ ...LIST, options: { path: '/v1/Akasse/901' } });
		expect(error?.message).toMatch(/answered GetAkasseListe with something that is not in its contract/);
	});
});

describe('Code List: Get', () => {
	const lists = (more: IDataObject = {}) => ({ resource: 'codeList', operation: 'get', codeList: 'AkasseTypeCodeList', ...more }) as never;

	test('gives the codes that are valid on a day: its end date is the first day on which a code is not', async () => {
		const [expired] = (await star.state('codeLists')).filter(({ slutdato }) => slutdato !== null);
		const end = String(expired.slutdato);
		const codesOn = async (validOn: string) => (await star.rows(lists({ options: { validOn } }))).map(({ code }) => code);
		expect(await codesOn(end)).not.toContain(expired.kode);
		const before = new Date(Date.parse(end) - 864e5).toISOString().slice(0, 10);
		expect(await codesOn(before)).toContain(expired.kode);
		const [coming] = (await star.state('codeLists')).filter(({ startdato }) => String(startdato) > '2001');
		expect(await codesOn(String(coming.startdato))).toContain(coming.kode);
	});

	test('gives name, description and dates, and those that are not valid when asked to', async () => {
		const rows = await star.rows(lists({ options: { includeExpired: true, validOn: '2026-10-31' } }));
		expect(rows).toContainEqual({ codeList: 'AkasseTypeCodeList', code: 901, name: 'Sandkassens A-kasse Handel', description: null, validFrom: '2000-01-01', validTo: null, isValid: true });
		expect(rows.filter(({ isValid }) => !isValid).map(({ code }) => code)).toEqual([899, 913]);
	});

	test('reads them at an address of their own', async () => {
		await star.rows(lists());
		expect((await star.sent()).map(({ operation, path }) => [operation, path])).toEqual([['GetCodeList', '/star/codelists/v1/CodeLists/AkasseTypeCodeList']]);
	});

	test('without that address it says so, and sends nothing', async () => {
		const { error } = await star.run(lists(), { credentials: await star.credentials({ codeListBaseUrl: '' }) });
		expect(error?.message).toMatch(/^The 'Code List Base URL' in the credential is empty/);
		expect(await star.sent()).toEqual([]);
	});

	test.each([' ', 'a b', '../x', 'a/b'])('%j is no name of a list', async (listName) => {
		expect((await star.run(lists({ codeList: 'other', listName }))).error?.message).toMatch(/^'Name of the List' is/);
		expect(await star.sent()).toEqual([]);
	});

	test('an unknown list is told', async () => {
		expect((await star.run(lists({ codeList: 'other', listName: 'UkendtCodeList' }))).error?.message).toMatch(/There is no such code list/);
	});
});
