import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import type { Json } from '../../testing/client.ts';
import { LinaOffice, Listener, type LinaReply } from '../../testing/lina.ts';
import { Pushes, type Push } from './pushes.ts';

const HOOK = { hookKey: 'personalData' };
const NOWHERE = 'http://127.0.0.1:1/';

describe('webhooks of LINA', () => {
	let office: LinaOffice;
	let listener: Listener;
	before(async () => {
		office = await LinaOffice.start();
	});
	after(() => office.close());
	beforeEach(async () => {
		await office.reset();
		listener = await Listener.open();
	});
	afterEach(() => listener.close());

	const register = (fields: object, headers?: Record<string, string>): Promise<LinaReply> => office.post('registerWebhook', { ...HOOK, ...fields }, headers);
	const registered = async (): Promise<Json[]> => (await office.state()).webhooks;
	/** A user who can consent and does not. */
	const candidate = async (): Promise<Json> => {
		const { users, consents } = await office.state();
		const [{ mainStore }] = users.filter(({ userUuid }: Json) => userUuid === consents[0].userUuid);
		return users.find((user: Json) => user.mainStore === mainStore && !consents.some(({ userUuid }: Json) => userUuid === user.userUuid));
	};
	const click = async (given: boolean): Promise<Json> => {
		const user = given ? await candidate() : (await office.state()).consents[0];
		await office.put({ consents: [{ userUuid: user.userUuid, given }] });
		return user;
	};

	describe('registrations', () => {
		it('are answered with both fields and a uuid', async () => {
			const { status, body } = await register({ url: NOWHERE });
			assert.deepEqual([status, Object.keys(body).sort()], [200, ['hookKey', 'url', 'uuid']]);
			assert.match(body.uuid, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
			assert.deepEqual(await registered(), [body]);
		});

		it('change their URL by uuid', async () => {
			const { uuid } = (await register({ url: NOWHERE })).body;
			assert.deepEqual((await register({ url: 'https://n8n.example/hook', uuid })).body, { ...HOOK, url: 'https://n8n.example/hook', uuid });
			assert.equal((await registered()).length, 1);
		});

		it('end by uuid, once', async () => {
			const { uuid } = (await register({ url: NOWHERE })).body;
			assert.deepEqual((await office.post('deleteWebhook', { uuid })).body.status, 'success');
			assert.deepEqual(await registered(), []);
			for (const again of [await office.post('deleteWebhook', { uuid }), await register({ url: NOWHERE, uuid })]) {
				assert.deepEqual(again, { status: 404, body: { status: 'error', message: 'Webhook not found.' } });
			}
		});

		it('secondRegistration: replaces the URL of the first and keeps its uuid', async () => {
			const first = await register({ url: NOWHERE });
			const second = await register({ url: listener.url });
			assert.equal(second.body.uuid, first.body.uuid);
			assert.deepEqual(await registered(), [second.body]);
		});

		it('secondRegistration: adds one', async () => {
			await office.turn('secondRegistration', 'adds');
			const bodies = [(await register({ url: NOWHERE })).body, (await register({ url: NOWHERE })).body];
			assert.notEqual(bodies[0].uuid, bodies[1].uuid);
			assert.deepEqual(await registered(), bodies);
		});

		it('belong to their API key', async () => {
			const [, { apiKey: authorization }] = (await office.state()).apiKeys;
			const { uuid } = (await register({ url: NOWHERE })).body;
			assert.notEqual((await register({ url: NOWHERE }, { authorization })).body.uuid, uuid);
			assert.equal((await office.post('deleteWebhook', { uuid }, { authorization })).status, 404);
			assert.equal((await registered()).length, 2);
		});

		it('are put in and taken out by the control API', async () => {
			const uuid = '00000000-0000-4000-8000-000000000002';
			await office.put({ webhooks: [{ uuid, url: listener.url }] });
			assert.deepEqual(await registered(), [{ ...HOOK, url: listener.url, uuid }]);
			assert.equal((await register({ url: NOWHERE })).body.uuid, uuid);
			await office.client.control('DELETE', '/control/world/lina', { webhooks: [{ uuid }] });
			assert.deepEqual(await registered(), []);
		});

		it('refuse what is not understood', async () => {
			for (const [fields, text] of [
				[{}, /url is missing/],
				[{ url: 'n8n.example/hook' }, /url is not valid/],
				[{ url: 'ftp://n8n.example/' }, /url is not valid/],
				[{ url: NOWHERE, hookKey: 'shifts' }, /hookKey is unknown/],
				[{ url: NOWHERE, uuid: 7 }, /uuid is missing or is no text/],
				[{ url: NOWHERE, event: 'x' }, /Field event is unknown/],
			] as const) {
				const { status, body } = await register(fields);
				assert.equal(status, 400);
				assert.match(body.message, text);
			}
			for (const body of ['', '[]', 'null', '{oops']) assert.equal((await office.post('registerWebhook', body)).status, 400);
			assert.equal((await office.call('/personal/registerWebhook', '', { method: 'GET' })).status, 405);
			assert.deepEqual(await registered(), []);
		});
	});

	describe('pushes', () => {
		it('tell of a consent with the person, by POST as JSON, and keep the answer', async () => {
			const { uuid } = (await register({ url: listener.url })).body;
			const { userUuid, userVorname, userName, userEmail, bereich } = await click(true);
			const body = { webhook: uuid, userUuid, userVorname, userName, userEmail, bereich };
			assert.deepEqual(await office.pushes(), [
				{ seq: 1, webhook: uuid, url: listener.url, body, at: '2026-11-01T05:00:00.000Z', status: 200, answer: 'thanks' },
			]);
			const [{ method, headers, body: text }] = listener.received;
			assert.deepEqual([method, headers['content-type'], JSON.parse(text)], ['POST', 'application/json', body]);
		});

		it('tell of a withdrawal with ids alone', async () => {
			const { uuid } = (await register({ url: listener.url })).body;
			const { userUuid } = await click(false);
			await office.pushes();
			assert.deepEqual(JSON.parse(listener.received[0].body), { delete: true, webhook: uuid, userUuid });
		});

		it('go to every registration, each with its own uuid, and to none without one', async () => {
			await click(true);
			assert.deepEqual(await office.pushes(), []);
			await office.turn('secondRegistration', 'adds');
			const uuids = [(await register({ url: listener.url })).body.uuid, (await register({ url: listener.url })).body.uuid];
			await click(false);
			await office.pushes();
			assert.deepEqual(new Set(listener.received.map(({ body }) => JSON.parse(body).webhook)), new Set(uuids));
		});

		it('go out once, whatever is answered, and follow no redirect', async () => {
			await register({ url: listener.url });
			for (const [index, status] of [500, 404, 302].entries()) {
				listener.answer = { status, headers: { location: listener.url }, body: '' };
				await click(index % 2 === 0);
				await office.pushes();
			}
			assert.deepEqual((await office.pushes()).map(({ status }) => status), [500, 404, 302]);
			assert.equal(listener.received.length, 3);
		});

		it('end without an answer after so long, or when they are forgotten', async () => {
			listener.answer = null;
			const pushes = new Pushes({ iso: () => '' }, 300);
			const endingOf = async (action: () => void): Promise<Push> => {
				pushes.send({ ...HOOK, url: listener.url, uuid: 'a' }, {}, 'once');
				const [push] = pushes.list();
				action();
				while (push.status === null) await wait(10);
				return push;
			};
			assert.match((await endingOf(() => pushes.clear())).answer, /operation was aborted$/);
			assert.match((await endingOf(() => undefined)).answer, /aborted due to timeout/);
		});

		it('say why none came through', async () => {
			await register({ url: NOWHERE });
			await click(true);
			const [{ status, answer }] = await office.pushes();
			assert.equal(status, 0);
			assert.match(answer, /ECONNREFUSED/);
		});

		it('have the status null while the answer is awaited, and are forgotten by a reset', async () => {
			await register({ url: listener.url });
			listener.answer = null;
			await click(true);
			await listener.deliveries(1);
			assert.deepEqual((await office.state()).pushes.map(({ status }: Json) => status), [null]);
			await office.reset();
			assert.deepEqual((await office.state()).pushes, []);
			await register({ url: listener.url });
			listener.answer = { status: 200, body: '' };
			await click(true);
			assert.deepEqual((await office.pushes()).map(({ seq, status }) => [seq, status]), [[1, 200]]);
		});

		it('pushes: twice', async () => {
			await register({ url: listener.url });
			await office.turn('pushes', 'twice');
			await click(true);
			assert.deepEqual((await office.pushes()).map(({ seq, status }) => [seq, status]), [[1, 200], [2, 200]]);
			assert.equal(listener.received[0].body, listener.received[1].body);
		});

		it('pushes: lost', async () => {
			await register({ url: listener.url });
			await office.turn('pushes', 'lost');
			await click(true);
			assert.deepEqual((await office.pushes()).map(({ status, answer }) => [status, answer]), [[0, 'lost on the way']]);
			assert.deepEqual(listener.received, []);
		});
	});
});
