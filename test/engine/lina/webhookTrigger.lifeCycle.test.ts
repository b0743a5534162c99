import type { INodeParameters } from 'n8n-workflow';

import { forgetProcess, WebhookBench } from './webhookTrigger';

const lina = new WebhookBench();

/** Both ways in which LINA may take a second registration by the same key (contract, section 3.1). */
const RULES = ['replaces', 'adds'];
const rule = async (secondRegistration: string) => await lina.control.switches({ 'lina.secondRegistration': secondRegistration });

const failing = async (operation: string, status = 500, times = 10) => await lina.control.faults({ service: 'lina', operation, kind: 'status', status, times });
const losing = async (operation: string, times = 1) => await lina.control.faults({ service: 'lina', operation, kind: 'reset-after', times });

describe.each(RULES)('where a second registration %s', (secondRegistration) => {
	beforeEach(async () => await rule(secondRegistration));

	test('activating registers the URL, and deactivating deletes it', async () => {
		const workflow = await lina.active();
		const [webhook, ...others] = await lina.webhooks();
		expect(others).toEqual([]);
		expect(webhook).toMatchObject({ hookKey: 'personalData', url: workflow.url });
		expect(workflow.staticData).toEqual({ production: { uuid: webhook.uuid, url: workflow.url } });

		await workflow.deactivate();
		expect(await lina.webhooks()).toEqual([]);
		expect(workflow.staticData).toEqual({});
		expect(await lina.sent()).toEqual([`registerWebhook ${workflow.url}`, 'deleteWebhook']);
	});

	test.each<[string, INodeParameters]>([
		['deleted', {}],
		['kept', { whenDeactivated: 'keep' }],
		['pointed elsewhere', { whenDeactivated: 'changeUrl', otherUrl: 'https://hr.example.org/lina' }],
	])('activating again and again leaves one registration where it is %s meanwhile', async (_how, parameters) => {
		const workflow = await lina.active(parameters);
		for (let time = 0; time < 3; time++) {
			await workflow.deactivate();
			await workflow.activate();
		}
		expect(await lina.urls()).toEqual([workflow.url]);
	});

	test.each([
		['the static data', async () => await forgetProcess()],
		['the memory of the process', async (workflow: { staticData: object }) => void (workflow.staticData = {})],
	])('n8n that is started again finds its registration by %s alone', async (_by, restart) => {
		const workflow = await lina.active();
		const [{ uuid }] = await lina.webhooks();
		await restart(workflow);
		await workflow.activate();
		expect(await lina.sent()).toHaveLength(1);
		expect(workflow.staticData).toEqual({ production: { uuid, url: workflow.url } });
	});

	test('another address of n8n is put in the place of the first, under the same id', async () => {
		const workflow = await lina.active();
		const [{ uuid }] = await lina.webhooks();
		workflow.move();
		await workflow.activate();
		expect(await lina.webhooks()).toEqual([{ uuid, hookKey: 'personalData', url: workflow.url }]);
	});

	test('a registration that LINA does not know any more is made anew', async () => {
		const workflow = await lina.active();
		const [{ uuid }] = await lina.webhooks();
		await lina.control.remove('lina', { webhooks: [{ uuid }] });
		workflow.move();
		await workflow.activate();
		const [webhook, ...others] = await lina.webhooks();
		expect(others).toEqual([]);
		expect(webhook.uuid).not.toBe(uuid);
		expect(workflow.staticData).toEqual({ production: { uuid: webhook.uuid, url: workflow.url } });
	});
});

test('without static data and memory the same URL is registered again, which comes to the same where LINA replaces', async () => {
	const workflow = await lina.active();
	const [webhook] = await lina.webhooks();
	await forgetProcess();
	workflow.staticData = {};
	await workflow.activate();
	expect(await lina.webhooks()).toEqual([webhook]);
	expect(workflow.staticData).toEqual({ production: { uuid: webhook.uuid, url: webhook.url } });
});

describe('in a workflow that the command line imported, where n8n gives the node no webhook ID', () => {
	test.each(['Consent Changed', 'Übergänge'])("a node named '%s' is refused: n8n would not find it", async (name) => {
		const workflow = await lina.workflow({}, name);
		await expect(workflow.activate()).rejects.toMatchObject({ message: expect.stringContaining('all pushes would be lost'), failure: { cause: 'configuration-invalid' } });
		expect(await lina.sent()).toEqual([]);
	});

	test('a node with a plain name is pushed to', async () => {
		const workflow = await lina.workflow({}, 'Push');
		await workflow.activate();
		await lina.consent();
		expect(workflow.started).toHaveLength(1);
	});
});

describe('when it is deactivated', () => {
	test('a registration that is kept is said anew by the next activation, under the same id', async () => {
		const workflow = await lina.active({ whenDeactivated: 'keep' });
		const before = await lina.webhooks();
		await workflow.deactivate();
		expect(await lina.webhooks()).toEqual(before);
		expect(await lina.sent()).toHaveLength(1);
		await workflow.activate();
		expect(await lina.webhooks()).toEqual(before);
		expect(await lina.sent()).toEqual([`registerWebhook ${workflow.url}`, `change ${workflow.url}`]);
	});

	test('another URL takes the pushes until the next activation', async () => {
		const otherUrl = 'https://hr.example.org/lina';
		const workflow = await lina.active({ whenDeactivated: 'changeUrl', otherUrl });
		const [{ uuid }] = await lina.webhooks();
		await workflow.deactivate();
		expect(await lina.webhooks()).toMatchObject([{ uuid, url: otherUrl }]);
		await workflow.activate();
		expect(await lina.webhooks()).toMatchObject([{ uuid, url: workflow.url }]);
	});

	test.each(['', 'http://hr.example.org/lina', 'hr.example.org', 'https://'])("'%s' is no such URL: nothing is sent", async (otherUrl) => {
		const workflow = await lina.workflow({ whenDeactivated: 'changeUrl', otherUrl });
		await expect(workflow.activate()).rejects.toMatchObject({ message: "'Other URL' is no https address", failure: { cause: 'configuration-invalid' } });
		expect(await lina.sent()).toEqual([]);
	});

	test('a registration that LINA does not know is as good as deleted', async () => {
		const workflow = await lina.active();
		await lina.control.remove('lina', { webhooks: await lina.webhooks() as never });
		await workflow.deactivate();
		expect(workflow.staticData).toEqual({});
	});

	test.each([
		['in the same process', async () => {}],
		['after n8n was started again', forgetProcess],
	])('one that could not be deleted stays known, and is taken up by the next activation %s', async (_when, restart) => {
		await rule('adds');
		const workflow = await lina.active();
		const before = await lina.webhooks();
		await failing('deleteWebhook');
		await expect(workflow.deactivate()).rejects.toThrow();
		expect(workflow.staticData).toMatchObject({ production: { uuid: before[0].uuid, isDoubtful: true } });
		await lina.control.faults();
		await restart();
		await workflow.activate();
		expect(await lina.webhooks()).toEqual(before);
		await workflow.deactivate();
		expect(await lina.webhooks()).toEqual([]);
	});
});

describe('a lost answer', () => {
	test('to a registration is told as outcome unknown, and the next activation ends in one registration', async () => {
		const workflow = await lina.workflow();
		await losing('registerWebhook');
		await expect(workflow.activate()).rejects.toThrow('LINA may have registered the webhook: its answer was lost');
		expect(await lina.sent()).toHaveLength(1);
		expect(await lina.urls()).toEqual([workflow.url]);

		await workflow.activate();
		expect(await lina.urls()).toEqual([workflow.url]);
		const [{ uuid }] = await lina.webhooks();
		expect(workflow.staticData).toEqual({ production: { uuid, url: workflow.url } });
	});

	test('to a change is asked for again, since twice comes to the same', async () => {
		await rule('adds');
		const workflow = await lina.active();
		workflow.move();
		await losing('registerWebhook');
		await workflow.activate();
		expect(await lina.urls()).toEqual([workflow.url]);
		expect(await lina.sent()).toEqual([expect.stringMatching(/^registerWebhook/), `change ${workflow.url}`, `change ${workflow.url}`]);
	});

	test('to a deletion is asked for again', async () => {
		const workflow = await lina.active();
		await losing('deleteWebhook');
		await workflow.deactivate();
		expect(await lina.webhooks()).toEqual([]);
		expect(workflow.staticData).toEqual({});
	});
});

describe('another workflow with the same API key', () => {
	test('is refused, and leaves the pushes to the one that has them', async () => {
		const first = await lina.active();
		const before = await lina.webhooks();
		const second = await lina.workflow();
		await expect(second.activate()).rejects.toThrow('Another active workflow receives the pushes of this API key');
		await expect(second.listen()).rejects.toThrow('Another active workflow receives the pushes of this API key');
		expect(await lina.webhooks()).toEqual(before);
		expect(second.staticData).toEqual({});

		await first.deactivate();
		await second.activate();
		expect(await lina.urls()).toEqual([second.url]);
	});

	test('keeps a registration that it took over, whatever becomes of the one that had it', async () => {
		const first = await lina.active({ whenDeactivated: 'keep' });
		await first.deactivate();
		const second = await lina.active();
		const before = await lina.webhooks();
		expect(before).toMatchObject([{ url: second.url }]);

		first.parameters = { whenDeactivated: 'delete' };
		await expect(first.activate()).rejects.toThrow('Another active workflow');
		await first.deactivate();
		expect(await lina.webhooks()).toEqual(before);
		expect(first.staticData).toEqual({});
	});

	test('may have a registration of its own where LINA adds one', async () => {
		await rule('adds');
		const [first, second] = [await lina.active(), await lina.active()];
		expect((await lina.urls()).sort()).toEqual([first.url, second.url].sort());
	});
});

test('what LINA refuses is told, and nothing is kept', async () => {
	const workflow = await lina.workflow();
	await failing('registerWebhook', 403);
	await expect(workflow.activate()).rejects.toMatchObject({ failure: { cause: 'credential-invalid' } });
	expect(workflow.staticData).toEqual({});
	expect(await lina.webhooks()).toEqual([]);
});

test('an answer without an id is no registration', async () => {
	const workflow = await lina.workflow();
	await lina.control.faults({ service: 'lina', operation: 'registerWebhook', kind: 'malformed' });
	await expect(workflow.activate()).rejects.toThrow();
	expect(workflow.staticData).toEqual({});
});
