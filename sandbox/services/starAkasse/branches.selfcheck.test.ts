import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';

import type { Json } from '../../testing/client.ts';
import { STAR, StarClient, type StarReply } from '../../testing/star.ts';

const OFFICE = `${STAR.akasse}/v1/Akasse/Afdelingskontor`;

describe('branch offices of an a-kasse', () => {
	let star: StarClient;
	before(async () => {
		star = await StarClient.start(2, '901');
	});
	after(() => star.close());
	afterEach(() => star.reset());

	const create = (record: object): Promise<StarReply> => star.write('POST', OFFICE, record);
	const at = (code: string, akasseKode = '901'): string => `${OFFICE}/${code}?akasseKode=${akasseKode}`;
	const branches = async (): Promise<Json[]> => (await star.state('starAkasse')).branches;
	const stored = async (code: string): Promise<Json> =>
		(await branches()).find(({ akasseKode, afdelingskontorKode }: Json) => akasseKode === '901' && afdelingskontorKode === code);
	const codes = ({ status, body }: StarReply): unknown[] => [status, ...(body?.errors.map(({ code }: Json) => code) ?? [])];

	it('are opened under a code that is new to the a-kasse', async () => {
		const record = { AkasseKode: '901', afdelingskontorKode: '0006', navn: 'Nyt kontor', telefonnummer: '00901177', ukendt: { a: 1 } };
		assert.deepEqual(codes(await create(record)), [200]);
		const { AkasseKode, ...rest } = record;
		assert.deepEqual(await stored('0006'), { akasseKode: AkasseKode, ...rest, members: 0 });
		const { body } = await star.get(`${STAR.akasse}/v1/Akasse/AkasseAfdelingskontorRelation`);
		assert.deepEqual(body[0].afdelingskontorer.at(-1), { afdelingskontorKode: '0006', navn: 'Nyt kontor' });
		const again = await create(record);
		assert.deepEqual([again.status, again.body.errors[0].text], [400, 'Afdelingskontor 0006 exists already.']);
	});

	it('are opened by their own a-kasse, which exists, with both codes and valid data', async () => {
		assert.deepEqual(codes(await create({ akasseKode: '902', afdelingskontorKode: '0099' })), [403, 4575]);
		assert.deepEqual(codes(await create({})), [400, 1014, 1014]);
		assert.deepEqual(codes(await create({ akasseKode: '901', afdelingskontorKode: 'x'.repeat(21) })), [400, 1014]);
		assert.deepEqual(codes(await create({ akasseKode: '901', afdelingskontorKode: '0099', cvrNummer: 'x', pNummer: 'y' })), [400, 1014, 1014]);
		await star.switch({ 'starAkasse.ownOnly': false });
		assert.deepEqual(codes(await create({ akasseKode: '999', afdelingskontorKode: '0099' })), [404, 4589]);
		assert.deepEqual(codes(await create({ akasseKode: '902', afdelingskontorKode: '0099' })), [200]);
	});

	it('are replaced as a whole, their members apart', async () => {
		const { members } = await stored('0001');
		assert.deepEqual(codes(await star.write('PUT', at('0001'), { telefonnummer: '00901188' })), [200]);
		assert.deepEqual(await stored('0001'), { akasseKode: '901', afdelingskontorKode: '0001', telefonnummer: '00901188', members });
	});

	it('are as they were when what was read is sent', async () => {
		const before = await branches();
		const { body } = await star.get(`${OFFICE}?akasseKode=901&afdelingskontorKode=0001`);
		assert.equal(body.bygning, 'Hus B');
		assert.equal((await star.write('PUT', at('0001'), body)).status, 200);
		assert.deepEqual(await branches(), before);
	});

	it('are changed and closed only where the codes are known, own, and those of the body', async () => {
		for (const method of ['PUT', 'DELETE'] as const) {
			assert.deepEqual(codes(await star.write(method, at('0001', '902'), {})), [403, 4575]);
			assert.deepEqual(codes(await star.write(method, at('9999'), {})), [404, 4589]);
			assert.deepEqual(codes(await star.write(method, `${OFFICE}/0001`, {})), [400, 1014]);
		}
		assert.deepEqual(codes(await star.write('PUT', at('0001'), { afdelingskontorKode: '0002', akasseKode: '902' })), [400, 1014, 1014]);
	});

	it('leave their members to the a-kasse when they are closed, and no trace when they have none', async () => {
		const { members } = await stored('0001');
		assert.equal(members > 0, true);
		assert.deepEqual(codes(await star.write('DELETE', at('0001'))), [200]);
		assert.deepEqual(codes(await star.write('DELETE', at('0002'))), [200]);
		assert.deepEqual([await stored('0001'), await stored('0002')], [undefined, undefined]);
		const { moves } = await star.state('starAkasse');
		assert.deepEqual(moves, [{ akasseKode: '901', afdelingskontorKode: '0001', members, at: moves[0].at }]);
		assert.deepEqual(codes(await star.write('DELETE', at('0001'))), [404, 4589]);
	});

	it('are put in, changed and taken out by the control API, where null takes a field away', async () => {
		const key = { akasseKode: '901', afdelingskontorKode: '0050' };
		await star.control('POST', '/control/world/starAkasse', { branches: [{ ...key, navn: 'Prøve', logo: 'QQ==' }] });
		await star.control('POST', '/control/world/starAkasse', { branches: [{ ...key, members: 7, logo: null }] });
		assert.deepEqual(await stored('0050'), { ...key, navn: 'Prøve', members: 7 });
		await star.control('DELETE', '/control/world/starAkasse', { branches: [key] });
		assert.equal(await stored('0050'), undefined);
		await create({ ...key });
		await star.control('DELETE', '/control/world/starAkasse', { branches: [key] });
		assert.equal(await stored('0050'), undefined);
	});
});
