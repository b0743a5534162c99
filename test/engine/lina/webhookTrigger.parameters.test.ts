import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { loadPack } from '../support';
import { forgetProcess, WebhookBench } from './webhookTrigger';

const lina = new WebhookBench();

/** Two values of each field, other fields as they must be for it to count. */
const CASES: Record<string, { values: [INodeParameters[string], INodeParameters[string]]; with?: INodeParameters }> = {
	includePersonalData: { values: [true, false] },
	events: { values: [['consentGiven'], ['consentWithdrawn']] },
	whenDeactivated: { values: ['delete', 'keep'] },
	assumedNames: { values: [{}, { deletePath: '/extern/personal/removeWebhook' }] },
	otherUrl: { values: ['https://hr.example.org/one', 'https://hr.example.org/other'], with: { whenDeactivated: 'changeUrl' } },
};

async function properties(): Promise<INodeProperties[]> {
	const { nodes } = await loadPack();
	return nodes.get('n8n-nodes-nordic-workforce.linaTrigger')?.description.properties ?? [];
}

/** A consent is given and withdrawn while the workflow is active: what it was started by, how LINA was answered, and what is left at LINA afterwards. */
async function observe(parameters: INodeParameters) {
	await lina.control.reset();
	await forgetProcess();
	const workflow = await lina.active(parameters);
	await lina.consent();
	const pushes = await lina.consent(false);
	await workflow.deactivate();
	const items = workflow.started.flatMap(({ items: started }) => started.map(({ json }) => json));
	const told = items.map(({ event }) => event);
	return { told, fields: items.map((item) => Object.keys(item).sort()), answered: pushes.map(({ status }) => status), left: (await lina.urls()).map((url) => url.replace(workflow.url, 'its own')) };
}

test('every field has a case', async () => {
	const fields = (await properties()).filter(({ type }) => type !== 'notice').map(({ name }) => name);
	expect(Object.keys(CASES).sort()).toEqual(fields.sort());
});

test.each(Object.entries(CASES))('%s counts', async (name, { values, with: others }) => {
	const [one, other] = [await observe({ ...others, [name]: values[0] }), await observe({ ...others, [name]: values[1] })];
	expect(one).not.toEqual(other);
});

test('both events are told unless one is chosen, and a push of the other is answered all the same', async () => {
	expect(await observe({})).toMatchObject({ told: ['consentGiven', 'consentWithdrawn'], answered: [200, 200], left: [] });
	expect(await observe({ events: ['consentWithdrawn'] })).toMatchObject({ told: ['consentWithdrawn'], answered: [200, 200], left: [] });
});

test('the form says that LINA will ask all staff, that a push is a hint, and that a test may divert the pushes', async () => {
	const notices = (await properties()).filter(({ type }) => type === 'notice').map(({ displayName }) => displayName);
	expect(notices).toEqual([expect.stringContaining('LINA asks all staff'), expect.stringContaining('Get Many With Consent'), expect.stringContaining('divert')]);
});

test('without personal data an item tells that something changed, and of whom nothing', async () => {
	const hint = ['event', 'receivedAt', 'registrationId'];
	expect(await observe({ includePersonalData: false })).toMatchObject({ told: ['consentGiven', 'consentWithdrawn'], fields: [hint, hint], answered: [200, 200] });
});
