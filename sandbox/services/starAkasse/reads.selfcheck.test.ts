import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';

import type { Json } from '../../testing/client.ts';
import { STAR, StarClient } from '../../testing/star.ts';

const AKASSE = `${STAR.akasse}/v1/Akasse`;

describe('reads of the A-kasse service', () => {
	let star: StarClient;
	before(async () => {
		star = await StarClient.start(2, '901');
	});
	after(() => star.close());
	afterEach(() => star.reset());

	it('list the a-kasser that have an address', async () => {
		const { status, body } = await star.get(AKASSE);
		assert.deepEqual([status, body.length], [200, 11]);
		assert.ok(!body.some(({ akasseKode }: Json) => akasseKode === '903'));
		await star.switch({ 'starAkasse.listNeedsAddress': false });
		assert.equal((await star.get(AKASSE)).body.length, 12);
	});

	it('give one a-kasse with all that is kept of it, as the state has it', async () => {
		const { akasser } = await star.state('starAkasse');
		for (const akasse of akasser) assert.deepEqual((await star.get(`${AKASSE}/${akasse.akasseKode}`)).body, akasse);
		assert.equal((await star.get(`${AKASSE}/905`)).body.webadresse.length, 50);
		assert.ok(!('telefonnummer' in (await star.get(`${AKASSE}/902`)).body));
	});

	it('need the scope to read, writes the one to write', async () => {
		const read = async (): Promise<Json> => await star.get(AKASSE);
		const write = async (): Promise<Json> => await star.call('PUT', `${AKASSE}/Afkasse/901`, {}, {});
		const refused = ({ status, body }: Json): unknown => [status, body.errors[0].code];
		await star.switch({ 'starAkasse.scopes': 'read' });
		assert.equal((await read()).status, 200);
		assert.deepEqual(refused(await write()), [403, 1013]);
		await star.switch({ 'starAkasse.scopes': 'none' });
		assert.deepEqual(refused(await read()), [403, 1013]);
	});

	it('read literals of a path in any case, and before codes', async () => {
		const { status, body } = await star.get(`${STAR.akasse}/v1/akasse/akasseafdelingskontorrelation`);
		assert.deepEqual([status, body[0].akasseKode, body[0].afdelingskontorer.length], [200, '901', 4]);
		assert.deepEqual(Object.keys(body[0].afdelingskontorer[0]), ['afdelingskontorKode', 'navn']);
		assert.equal((await star.call('PUT', `${AKASSE}/Afdelingskontor`, {}, {})).status, 404);
	});

	it('give one branch office without its members', async () => {
		const { branches } = await star.state('starAkasse');
		const { members, ...first } = branches[0];
		const { body } = await star.get(`${AKASSE}/Afdelingskontor?AKASSEKODE=901&afdelingskontorKode=0001`);
		assert.deepEqual(body, first);
		assert.ok(members > 0);
		assert.ok(!branches.some(({ akasseKode, afdelingskontorKode, adresse }: Json) => akasseKode === '901' && afdelingskontorKode === '0004' && adresse));
	});

	it('refuse unknown and missing codes', async () => {
		const unknown = await star.get(`${AKASSE}/999`);
		assert.deepEqual([unknown.status, unknown.body.errors[0].code], [404, 4589]);
		assert.equal((await star.get(`${AKASSE}/Afdelingskontor?akasseKode=901&afdelingskontorKode=9999`)).body.errors[0].code, 4589);
		const missing = await star.get(`${AKASSE}/Afdelingskontor`);
		assert.deepEqual([missing.status, missing.body.errors.map(({ code }: Json) => code)], [400, [1014, 1014]]);
		await star.switch({ 'starAkasse.unknownStatus': 400 });
		assert.equal((await star.get(`${AKASSE}/999`)).status, 400);
	});

	it('name the end of an interval, and nest phone hours, as the switches say', async () => {
		await star.switch({ 'starAkasse.closingName': 'aabningstidSluttidspunkt', 'starAkasse.phoneHoursShape': 'nested' });
		const { body } = await star.get(`${AKASSE}/901`);
		assert.deepEqual(body.akasseAabningstider[0], { ugedag: 1, aabningstidspunkt: '08:30', aabningstidSluttidspunkt: '12:00' });
		assert.deepEqual(body.akasseTelefontider.akasseTelefontid[0], { ugedag: 2, aabningstidspunkt: '10:30', aabningstidSluttidspunkt: '12:00' });
	});

	it('begin names with a capital as the switch says', async () => {
		await star.switch({ 'starAkasse.nameStyle': 'pascal' });
		const { body } = await star.get(`${AKASSE}/901`);
		assert.deepEqual([body.AkasseKode, body.AkasseAabningstider[0].Ugedag, body.KanalInformation.Sprog], ['901', 1, ['da', 'en']]);
	});

	it('do not show virksomhedsafdeling where it cannot be reported', async () => {
		assert.equal((await star.get(`${AKASSE}/908`)).body.virksomhedsafdeling, true);
		await star.switch({ 'starAkasse.virksomhedsafdeling': 'refused' });
		assert.ok(!('virksomhedsafdeling' in (await star.get(`${AKASSE}/908`)).body));
	});

	it('give the code lists, lines that ended or are yet to begin among them', async () => {
		const list = async (name: string): Promise<Json> => (await star.get(`${STAR.codeLists}/v1/CodeLists/${name}`)).body;
		const akasser = await list('AkasseTypeCodeList');
		assert.deepEqual(akasser[0], { kode: 901, navn: 'Sandkassens A-kasse Handel', beskrivelse: null, startdato: '2000-01-01', slutdato: null });
		assert.deepEqual(akasser.slice(-2).map(({ kode, startdato, slutdato }: Json) => [kode, startdato, slutdato]), [
			[899, '2000-01-01', '2026-01-04'],
			[913, '2027-01-01', null],
		]);
		assert.equal((await list('akasseafdelingskontortypecodelist'))[0].kode, 9010001);
		assert.equal((await list('NoCodeList')).errors[0].code, 2001);
	});

	it('need no request id and leave the journal their wire names', async () => {
		await star.get(`${AKASSE}/901`);
		const [entry] = await star.control('GET', '/control/journal?service=starAkasse');
		assert.deepEqual([entry.operation, entry.tookEffect], ['GetAkasseOplysninger', false]);
	});
});
