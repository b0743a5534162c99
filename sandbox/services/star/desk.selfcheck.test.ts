import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';

import type { Json } from '../../testing/client.ts';
import { STAR, StarClient, starHeaders, type StarReply } from '../../testing/star.ts';

const AKASSE = `${STAR.akasse}/v1/Akasse`;
const OWN = `${AKASSE}/Afkasse/901`;
const OFFICE = `${AKASSE}/Afdelingskontor`;
const ORGANISATION = 'x-activeOrganisation';
const USER = 'x-requestUserMetadata';

const codes = ({ status, body }: StarReply): unknown[] => [status, ...body.errors.map(({ code }: Json) => code)];

describe('the front desk of STAR', () => {
	let star: StarClient;
	before(async () => {
		star = await StarClient.start(2, '901');
	});
	after(() => star.close());
	afterEach(() => star.reset());

	const withHeaders = (headers: Record<string, string>): Promise<StarReply> => star.get(AKASSE, { headers });
	const put = (requestId: string, telefonnummer: unknown = '00901199', headers: Record<string, string> = {}): Promise<StarReply> =>
		star.write('PUT', OWN, { telefonnummer }, { ...headers, 'x-requestId': requestId });
	const phone = async (): Promise<string> => (await star.get(`${AKASSE}/901`)).body.telefonnummer;

	describe('lets nobody in', () => {
		it('without a certificate of its authority', async () => {
			for (const certificate of ['none', 'foreign', 'expired'] as const) assert.deepEqual(codes(await star.get(AKASSE, { certificate })), [401, 1101]);
		});

		it('without an organisation that it can read', async () => {
			assert.deepEqual(codes(await withHeaders({ [ORGANISATION]: '' })), [400, 8232]);
			for (const header of ['2;901', '[]', '{"organisationTypeIdentifier":2}', '{"organisationTypeIdentifier":2,"organisationCode":901}', '{"organisationCode":"é"}']) {
				assert.deepEqual(codes(await withHeaders({ [ORGANISATION]: header })), [400, 8234], header);
			}
			for (const type of ['0', '101', '2.5', '"2"', 'null']) {
				const header = `{"organisationTypeIdentifier":${type},"organisationCode":"901"}`;
				assert.deepEqual(codes(await withHeaders({ [ORGANISATION]: header })), [400, 8173], header);
			}
		});

		it('without a user that it can read', async () => {
			assert.deepEqual(codes(await withHeaders({ [USER]: '' })), [400, 8233]);
			for (const header of ['somebody', '{}', '{"requestUserStructure":{"requestUserType":2}}']) {
				assert.deepEqual(codes(await withHeaders({ [USER]: header })), [400, 1014], header);
			}
			const user = (requestUserType: number, organisationType: number): string =>
				JSON.stringify({ requestUserStructure: { requestUserType }, requestOrganisationStructure: { organisationType } });
			for (const type of [0, 5]) assert.deepEqual(codes(await withHeaders({ [USER]: user(type, 2) })), [400, 8174]);
			assert.deepEqual(codes(await withHeaders({ [USER]: user(3, 0) })), [400, 8173]);
			for (const type of [1, 2, 3, 4]) assert.equal((await withHeaders({ [USER]: user(type, 2) })).status, 200);
		});

		it('of an organisation that may not call the service', async () => {
			assert.deepEqual(codes(await withHeaders(starHeaders(7, '901'))), [403, 4575]);
			assert.deepEqual(codes(await withHeaders(starHeaders(2, '999'))), [403, 4575]);
			await star.switch({ 'starAkasse.forbiddenStatus': 401 });
			assert.equal((await withHeaders(starHeaders(7, '901'))).status, 401);
		});
	});

	it('reads the names in headers in any case', async () => {
		const headers = Object.fromEntries(
			Object.entries(starHeaders(2, '902')).map(([name, value]) => [name, value.replace(/"(\w+)":/g, (_, key: string) => `"${key.toUpperCase()}":`)]),
		);
		assert.equal((await withHeaders(headers)).status, 200);
	});

	it('says that nothing is at a path, or not by the method', async () => {
		for (const [method, path] of [['GET', `${STAR.akasse}/v2/Akasse`], ['DELETE', AKASSE], ['POST', `${AKASSE}/901`]]) {
			assert.deepEqual(codes(await star.call(method, path, {}, {})), [404, 1100]);
		}
	});

	describe('errorShape', () => {
		const refusal = async (shape: string): Promise<StarReply> => {
			await star.switch({ 'starAkasse.errorShape': shape, 'starAkasse.refusedStatus': 422 });
			return await star.write('PUT', OWN, { cvrNummer: '1', pNummer: '2' });
		};
		const first = 'cvrNummer is not valid.';
		const second = 'pNummer is not valid.';

		it('errors: all of them', async () => {
			const { status, body } = await refusal('errors');
			assert.deepEqual([status, body], [422, { errors: [{ code: 1014, text: first }, { code: 1014, text: second }] }]);
		});
		it('single: the first one', async () => {
			assert.deepEqual((await refusal('single')).body, { fejlkode: 1014, fejltekst: first });
		});
		it('array', async () => {
			assert.deepEqual((await refusal('array')).body, [
				{ errorCode: 1014, errorMessage: first },
				{ errorCode: 1014, errorMessage: second },
			]);
		});
		it('problem details', async () => {
			const { body, type } = await refusal('problem');
			assert.deepEqual([body.status, body.detail, body.errors[1]], [422, first, { code: 1014, message: second }]);
			assert.match(type, /problem\+json/);
		});
	});

	describe('request ids', () => {
		it('are demanded of writes, with 1 to 46 characters', async () => {
			for (const id of ['', 'x'.repeat(47)]) assert.deepEqual(codes(await put(id)), [400, 1014]);
			assert.deepEqual([(await put('x'.repeat(46))).status, (await put('y')).status], [200, 200]);
		});

		it('are known again, by caller, whatever the request: 412 without a body', async () => {
			await put('once');
			assert.deepEqual([await put('once', 'another'), await phone()], [{ status: 412, body: null, type: 'application/json; charset=utf-8' }, '00901199']);
			assert.equal((await star.write('DELETE', `${OFFICE}/0001?akasseKode=901`, undefined, { 'x-requestId': 'once' })).status, 412);
			assert.equal((await star.write('PUT', `${AKASSE}/902`, {}, { ...starHeaders(2, '902'), 'x-requestId': 'once' })).status, 200);
			const { requestIds } = await star.state('starAkasse');
			assert.deepEqual(requestIds.map(({ requestId, organisationCode, operation }: Json) => [requestId, organisationCode, operation]), [
				['once', '901', 'UpdateAkasseOplysninger'],
				['once', '902', 'UpdateAkasseOplysninger'],
			]);
		});

		it('are forgotten as the switch says, those used before and those used then', async () => {
			await put('before');
			await star.switch({ 'starAkasse.requestIds': 'forgotten' });
			assert.deepEqual([(await put('before', 'another')).status, (await put('then')).status, (await put('then', 'a third')).status], [200, 200, 200]);
			await star.switch({ 'starAkasse.requestIds': 'kept' });
			assert.deepEqual([(await put('before')).status, (await put('then')).status, await phone()], [412, 200, '00901199']);
		});

		it('of a refused request may come again, unless the switch says that they are consumed', async () => {
			assert.deepEqual([(await put('corrected', 1)).status, (await put('corrected')).status], [400, 200]);
			await star.switch({ 'starAkasse.requestIdOnFailure': 'consumed' });
			assert.deepEqual([(await put('used up', 1)).status, (await put('used up')).status], [400, 412]);
		});

		it('are not consumed by what the headers refuse', async () => {
			await star.switch({ 'starAkasse.requestIdOnFailure': 'consumed' });
			assert.deepEqual([(await put('late', '1', { [ORGANISATION]: '' })).status, (await put('late')).status], [400, 200]);
		});

		it('are neither demanded nor known by updates and deletions as the switch says', async () => {
			await star.switch({ 'starAkasse.requestIdOperations': 'createOnly' });
			const create = (code: string): Promise<StarReply> =>
				star.write('POST', OFFICE, { akasseKode: '901', afdelingskontorKode: code }, { 'x-requestId': 'once' });
			assert.deepEqual([(await put('once')).status, (await put('once')).status, (await put('')).status], [200, 200, 200]);
			assert.deepEqual([(await create('0100')).status, (await create('0101')).status], [200, 412]);
		});
	});

	describe('faults', () => {
		const fault = (kind: string, more: object = {}): Promise<void> => star.faults({ service: 'starAkasse', operation: 'UpdateAkasseOplysninger', kind, times: 1, ...more });

		it('refuse with any code, and its general text', async () => {
			await fault('business-error', { code: 4575 });
			assert.deepEqual((await put('a')).body, { errors: [{ code: 4575, text: 'You are not authorized' }] });
			await fault('business-error', { code: 6014, text: 'Illegal combination' });
			assert.deepEqual([await put('b'), await phone()], [
				{ status: 400, body: { errors: [{ code: 6014, text: 'Illegal combination' }] }, type: 'application/json; charset=utf-8' },
				'00901100',
			]);
		});

		it('fail as a platform does', async () => {
			await fault('status', { status: 503 });
			assert.deepEqual(codes(await put('c')), [503, 1011]);
			assert.equal((await put('c')).status, 200);
		});

		it('act and cut the answer: the id is used up', async () => {
			await fault('reset-after');
			await assert.rejects(put('d'));
			assert.deepEqual([(await put('d')).status, await phone()], [412, '00901199']);
		});
	});
});
