import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { credentialNames } from '../../scripts/demo/credentials.ts';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import { idFor } from '../../scripts/n8n/home.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import type { Delivery, Receiver } from './receiver';

type Json = Record<string, unknown>;
type Push = { url: string; status: number | null };
type LinaState = { webhooks: Array<{ uuid: string; url: string }>; pushes: Push[] };

const NAME = 'LINA Trigger';
const WEBHOOK_ID = randomUUID();

const workflow = (parameters: Json = {}): Workflow & { nodes: Json[] } => ({
	name: NAME,
	nodes: [
		{
			...{ id: 'trigger', name: 'Trigger', type: 'n8n-nodes-nordic-workforce.linaTrigger', typeVersion: 1, position: [0, 0], parameters, webhookId: WEBHOOK_ID },
			credentials: { linaApi: { id: idFor(credentialNames.lina), name: credentialNames.lina } },
		},
	],
	connections: {},
	settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none', saveManualExecutions: false },
});

const person = (number: number): Json => ({
	userUuid: `6f1c7a52-0f4e-4a2e-9b43-3a51c2f7d90${number}`,
	...{ userVorname: 'Jördis', userName: `Weiß ${number}`, userEmail: `jw${number}@example.org`, bereich: 'Küche' },
});

/** What the trigger hands on of a person. */
const told = (number: number): Json => ({ event: 'consentGiven', lastName: `Weiß ${number}`, email: `jw${number}@example.org`, area: 'Küche' });

/** LINA's pushes, from the sandbox to a workflow of the real n8n and back to the receiver, through all that may happen to n8n meanwhile. */
export function describeLinaWebhook(get: () => Environment, receiver: Receiver, begin: () => Promise<void>): void {
	const lina = async () => await get().sandbox.control<LinaState>('GET', '/state/lina');
	const url = () => `${get().session.url}/webhook/${WEBHOOK_ID}/lina`;

	/** Somebody consents, and the workflow is told. */
	const consent = async (number: number): Promise<Delivery> => {
		await get().sandbox.control('POST', '/world/lina', { consents: [person(number)] });
		const delivery = await receiver.next(NAME);
		expect(delivery.items).toEqual([expect.objectContaining(told(number))]);
		return delivery;
	};

	/** Another version of the workflow is saved and published. */
	const publish = async (changed: Workflow) => {
		const { session } = get();
		receiver.attach(changed, 'Trigger', NAME);
		const { id, versionId } = await session.workflow(NAME);
		await session.patch(`/rest/workflows/${id}`, { ...changed, versionId });
		await switchOn(session, NAME);
	};

	describe('the LINA Trigger in an active workflow', () => {
		let uuid: string;

		beforeAll(async () => {
			await begin();
			const { session } = get();
			const first = workflow();
			receiver.attach(first, 'Trigger', NAME);
			await session.post('/rest/workflows', first);
			await switchOn(session, NAME);
			const { webhooks } = await lina();
			expect(webhooks).toMatchObject([{ url: url() }]);
			[{ uuid }] = webhooks;
		}, 60_000);

		/** Somebody listens for a test event in the editor, and stops. */
		const listenForTest = async () => {
			const { session } = get();
			const { id } = await session.workflow(NAME);
			await session.post(`/rest/workflows/${id}/run`, { triggerToStartFrom: { name: 'Trigger' } });
			expect((await lina()).webhooks).toMatchObject([{ uuid, url: url().replace('/webhook/', '/webhook-test/') }]);
			await session.delete(`/rest/test-webhook/${id}`);
			for (let tries = 0; (await lina()).webhooks[0]?.url !== url() && tries < 100; tries++) await after(100);
			expect((await lina()).webhooks).toMatchObject([{ uuid, url: url() }]);
		};

		it('is started by a consent, with the person', async () => {
			const { items } = await consent(1);
			expect(items).toMatchObject([{ registrationId: uuid, firstName: 'Jördis', userUuid: person(1).userUuid }]);
		}, 60_000);

		it('goes on with the same registration when n8n is started again', async () => {
			await get().restartN8n();
			expect((await lina()).webhooks).toMatchObject([{ uuid, url: url() }]);
			await listenForTest();
			await consent(2);
		}, 240_000);

		it('lends its registration to a test, and has it back when one stops listening', async () => {
			await listenForTest();
			await consent(3);
		}, 60_000);

		it('goes on with the same registration when another version is published that leaves the trigger as it is', async () => {
			const changed = workflow();
			changed.settings = { ...changed.settings, timezone: 'Europe/Berlin' };
			changed.nodes.push({ ...changed.nodes[0], id: 'note', name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: {}, credentials: {} });
			await publish(changed);
			expect((await lina()).webhooks).toMatchObject([{ uuid, url: url() }]);
			await consent(4);
		}, 60_000);

		it('has one registration when a version is published that changes the trigger', async () => {
			await publish(workflow({ whenDeactivated: 'keep' }));
			expect((await lina()).webhooks).toMatchObject([{ url: url() }]);
			await consent(5);
			[{ uuid }] = (await lina()).webhooks;

			await publish(workflow({ events: ['consentGiven'], whenDeactivated: 'delete' }));
			expect((await lina()).webhooks).toMatchObject([{ uuid, url: url() }]);
			await consent(6);
		}, 60_000);

		it('refuses a forged push', async () => {
			const body = JSON.stringify({ webhook: randomUUID(), ...person(7) });
			const answer = await fetch(url(), { method: 'POST', body, headers: { 'content-type': 'application/json' } });
			expect(answer.status).toBe(403);
			const oversized = await fetch(url(), { method: 'POST', body: body.padEnd(20_000), headers: { 'content-type': 'application/json' } });
			expect(oversized.status).toBe(413);
		});

		it('leaves no registration when it is deactivated, and every push was answered with 200', async () => {
			await switchOff(get().session, NAME);
			const { webhooks, pushes } = await lina();
			expect(webhooks).toEqual([]);
			expect(pushes.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
			expect(receiver.left(NAME)).toEqual([]);
		}, 60_000);
	});
}
