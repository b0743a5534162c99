import { gzipSync } from 'node:zlib';
import type { IDataObject } from 'n8n-workflow';

import { setPackClock } from '../capitech/capitech';
import type { WebhookWorkflow } from '../support';
import { foreignId, forgetProcess, PERSON, post, pushOf, WebhookBench } from './webhookTrigger';

const lina = new WebhookBench();

let workflow: WebhookWorkflow;
let uuid: string;

beforeEach(async () => {
	workflow = await lina.active();
	[{ uuid }] = await lina.webhooks();
});
afterEach(async () => await setPackClock());

const told = (): IDataObject[] => workflow.started.flatMap(({ items }) => items.map(({ json }) => json));

describe('a push of LINA', () => {
	test('that consent was given starts the workflow with the person, and is answered at once', async () => {
		await setPackClock({ now: () => new Date('2026-07-01T08:15:30Z') });
		expect(await lina.consent()).toMatchObject([{ url: workflow.url, status: 200, answer: '' }]);
		expect(told()).toEqual([
			{
				...{ event: 'consentGiven', registrationId: uuid, userUuid: PERSON.userUuid, firstName: 'Jördis', lastName: 'Weiß' },
				...{ email: 'Joerdis.Weiss@example.org', area: 'Küche', receivedAt: '2026-07-01T10:15:30.000+02:00' },
			},
		]);
	});

	test('twice starts it twice: a push has no id by which it would be known again', async () => {
		await lina.control.switches({ 'lina.pushes': 'twice' });
		await lina.consent();
		expect(told()).toHaveLength(2);
	});

	test('is taken after n8n was started again, and after it was moved', async () => {
		await forgetProcess();
		await lina.consent();
		workflow.move();
		await workflow.activate();
		await lina.consent(false);
		expect(told().map(({ event }) => event)).toEqual(['consentGiven', 'consentWithdrawn']);
	});

	test('that comes before the answer to the registration was read waits for it', async () => {
		await forgetProcess();
		const other = await lina.workflow();
		await lina.control.faults({ service: 'lina', operation: 'registerWebhook', kind: 'latency', ms: 700 });
		const activation = other.activate();
		const [answer] = await Promise.all([post(other.url, pushOf(uuid)), activation]);
		expect(answer.status).toBe(200);
		expect(other.started).toHaveLength(1);
	});

	test('is refused where the registration it waited for failed', async () => {
		await forgetProcess();
		const other = await lina.workflow();
		await lina.control.faults({ service: 'lina', operation: 'registerWebhook', kind: 'latency', ms: 300 }, { service: 'lina', operation: 'registerWebhook', kind: 'status', status: 403 });
		const activation = other.activate().catch(() => undefined);
		expect(await post(other.url, pushOf(uuid))).toMatchObject({ status: 403 });
		await activation;
	});
});

describe('trap 14: a person is known by the registration and the person together', () => {
	test('every item carries both', async () => {
		await lina.consent();
		await lina.consent(false);
		expect(told().map(({ registrationId, userUuid }) => [registrationId, userUuid])).toEqual([
			[uuid, PERSON.userUuid],
			[uuid, PERSON.userUuid],
		]);
	});
});

describe('trap 13: the area of a push is a name', () => {
	test('and goes on as a text; a number is refused', async () => {
		expect(await post(workflow.url, pushOf(uuid, { ...PERSON, bereich: 3 }))).toMatchObject({ status: 400 });
		await lina.consent();
		expect(told().map(({ area }) => area)).toEqual(['Küche']);
	});
});

describe('trap 15: a withdrawal comes with ids only', () => {
	test('and starts the workflow with them alone', async () => {
		await lina.consent();
		await setPackClock({ now: () => new Date('2026-12-01T08:15:30Z') });
		await lina.consent(false);
		expect(told()[1]).toEqual({ event: 'consentWithdrawn', registrationId: uuid, userUuid: PERSON.userUuid, receivedAt: '2026-12-01T09:15:30.000+01:00' });
	});

	test('whatever else stands in it does not pass', async () => {
		expect(await post(workflow.url, pushOf(uuid, { ...PERSON, delete: true }))).toMatchObject({ status: 200 });
		expect(Object.keys(told()[0]).sort()).toEqual(['event', 'receivedAt', 'registrationId', 'userUuid']);
	});

	test.each(['true', 1, 0, 'yes', '', {}])('only true withdraws: %j is refused', async (withdrawn) => {
		expect(await post(workflow.url, pushOf(uuid, { ...PERSON, delete: withdrawn }))).toMatchObject({ status: 400 });
		expect(told()).toEqual([]);
	});

	test.each([false, null])('%j is no withdrawal', async (withdrawn) => {
		expect(await post(workflow.url, pushOf(uuid, { ...PERSON, delete: withdrawn }))).toMatchObject({ status: 200 });
		expect(told()).toMatchObject([{ event: 'consentGiven' }]);
	});
});

describe('a forged push', () => {
	const ids: Array<[string, (known: string) => unknown]> = [
		['another id', foreignId],
		['a part of the id', (known) => known.slice(0, -1)],
		['the id and more', (known) => `${known}0`],
		['a list with the id', (known) => [known]],
		['an object', (known) => ({ known })],
		['a number', () => 7],
		['nothing', () => undefined],
		['an empty text', () => ''],
	];

	test.each(ids)('with %s does not start the workflow', async (_what, forge) => {
		const { status, text } = await post(workflow.url, { ...PERSON, webhook: forge(uuid) });
		expect([400, 403]).toContain(status);
		for (const secret of [uuid, PERSON.userUuid, PERSON.userName, PERSON.userEmail]) expect(text).not.toContain(secret);
		expect(workflow.started).toEqual([]);
	});

	test('with an id that is not known is forbidden', async () => {
		expect(await post(workflow.url, pushOf(foreignId()))).toEqual({ status: 403, text: '{"status":"error","message":"The registration is not known here"}' });
	});

	test('of a workflow that was deactivated is not known any more', async () => {
		await workflow.deactivate();
		const other = await lina.active();
		expect((await lina.webhooks())[0].uuid).not.toBe(uuid);
		expect(await post(other.url, pushOf(uuid))).toMatchObject({ status: 403 });
	});

	test('leaves the test listening', async () => {
		await workflow.listen();
		expect(await post(workflow.testUrl, pushOf(foreignId()))).toMatchObject({ status: 403 });
		await lina.consent();
		expect(workflow.started.map(({ mode }) => mode)).toEqual(['manual']);
	});
});

describe('a body', () => {
	const json = (): string => JSON.stringify(pushOf(uuid));
	const of = (type?: string): Record<string, string> => (type ? { 'content-type': type } : {});

	test.each(['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream', 'text/json', 'application/vnd.lina+json'])('of type %s is read as JSON', async (type) => {
		expect(await post(workflow.url, json(), of(type))).toMatchObject({ status: 200 });
		expect(told()).toMatchObject([{ lastName: 'Weiß', area: 'Küche' }]);
	});

	test('may begin with a byte order mark, be of no type, and be compressed', async () => {
		expect(await post(workflow.url, Buffer.from(`\uFEFF${json()}`), of())).toMatchObject({ status: 200 });
		expect(await post(workflow.url, gzipSync(json()), { 'content-encoding': 'gzip' })).toMatchObject({ status: 200 });
		expect(told()).toHaveLength(2);
	});

	test.each([
		['nothing', ''],
		['no JSON', '{"webhook": '],
		['null', 'null'],
		['a text', '"consent"'],
		['a list', () => `[${json()}]`],
	])('that holds %s is refused', async (_what, body) => {
		expect(await post(workflow.url, typeof body === 'string' ? body : body(), of('text/plain'))).toMatchObject({ status: 400 });
		expect(workflow.started).toEqual([]);
	});

	test('in parts is refused', async () => {
		const form = new FormData();
		form.append('webhook', uuid);
		expect(await post(workflow.url, form, of())).toMatchObject({ status: 400 });
	});

	test('of more than 16 KiB is refused unread, and one of just that is not', async () => {
		const padded = (length: number): string => json().padEnd(length - (Buffer.byteLength(json()) - json().length));
		expect(await post(workflow.url, padded(16 * 1024 + 1))).toMatchObject({ status: 413 });
		expect(workflow.started).toEqual([]);
		expect(await post(workflow.url, padded(16 * 1024))).toMatchObject({ status: 200 });
	});

	test.each(['userUuid', 'userVorname', 'userName', 'userEmail', 'bereich'])('with a %s of the wrong type is refused', async (field) => {
		for (const wrong of [7, true, ['x'], { x: 'x' }]) expect(await post(workflow.url, pushOf(uuid, { ...PERSON, [field]: wrong }))).toMatchObject({ status: 400 });
		expect(workflow.started).toEqual([]);
	});

	test('without a person is of no shape that is known', async () => {
		for (const fields of [{}, { userUuid: ' ' }, { userUuid: PERSON.userUuid }, { userUuid: PERSON.userUuid, bereich: 'Küche' }, { ...PERSON, userUuid: undefined }]) {
			expect(await post(workflow.url, pushOf(uuid, fields as IDataObject))).toMatchObject({ status: 400 });
		}
		expect(workflow.started).toEqual([]);
	});

	test('may lack what LINA has not: it is empty then', async () => {
		expect(await post(workflow.url, pushOf(uuid, { userUuid: PERSON.userUuid, userName: 'Weiß', userEmail: null as never }))).toMatchObject({ status: 200 });
		expect(told()).toMatchObject([{ firstName: '', lastName: 'Weiß', email: '', area: '' }]);
	});

	test('with more fields than LINA documents passes without them', async () => {
		const more = { telefon: '0151 1234567', event: 'consentWithdrawn', receivedAt: 'never' };
		expect(await post(workflow.url, pushOf(uuid, { ...PERSON, ...more }))).toMatchObject({ status: 200 });
		const [item] = told();
		expect(Object.keys(item).sort()).toEqual(['area', 'email', 'event', 'firstName', 'lastName', 'receivedAt', 'registrationId', 'userUuid']);
		expect(item.event).toBe('consentGiven');
		expect(item.receivedAt).not.toBe('never');
	});
});
