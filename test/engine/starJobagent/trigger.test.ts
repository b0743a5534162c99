import { inspect } from 'node:util';
import type { INodeProperties } from 'n8n-workflow';

import { jobagentCaller } from '../../../scripts/demo/credentials.ts';
import { loadPack } from '../support';
import { JobagentBench } from './bench';
import { Calls, requestOf } from './calls';

const jobagent = new JobagentBench();
const calls = new Calls(jobagent);

const started = () => calls.workflow.started.length;

/** The description of the built trigger. */
const described = async () => (await loadPack()).nodes.get('n8n-nodes-nordic-workforce.starJobagentTrigger')!.description;

test('a good request starts the workflow, with nothing in it that tells of the citizen or of who acts', async () => {
	const [cpr] = await jobagent.citizens();
	const request = requestOf(cpr);
	const item = await calls.taken(request);
	expect(Object.keys(item).sort()).toEqual(['contentMark', 'jobAgentIdentifier', 'requestId', 'sealed']);
	expect(item.requestId).toBe('case-1');
	const text = inspect(calls.workflow.started, { depth: 12, maxStringLength: null });
	for (const word of [cpr, `${cpr.slice(0, 6)}-${cpr.slice(6)}`, 'borger@post.example', 'Åse', 'medarbejder-1', 'Lager']) expect(text).not.toContain(word);
	expect(Buffer.from(String(item.sealed).split('.')[1], 'base64url').toString('latin1')).not.toContain(cpr);
	expect(await jobagent.sent()).toEqual([]);
});

test('the same request has the same mark whoever sends it, another one another', async () => {
	const [cpr, other] = await jobagent.citizens();
	const marks = [];
	for (const more of [{}, { user: { type: 3, identifier: 'system' } }, { cpr: `${cpr.slice(0, 6)}-${cpr.slice(6)}` }, { title: 'Butik' }, { cpr: other }, { email: 'b@post.example' }]) {
		marks.push((await calls.taken(requestOf(cpr, more))).contentMark);
	}
	expect(marks.slice(1, 3)).toEqual([marks[0], marks[0]]);
	expect(new Set(marks).size).toBe(4);
});

test('nobody gets in without the secret, nor with one that is not quite it', async () => {
	const [cpr] = await jobagent.citizens();
	const { header, secret } = jobagentCaller;
	for (const headers of [{}, { [header]: '' }, { [header]: `${secret}x` }, { [header]: secret.slice(1) }, { authorization: `Bearer ${secret}` }]) {
		expect(await calls.send(requestOf(cpr), { headers: headers as Record<string, string> })).toMatchObject({ status: 401, body: { outcome: 'rejected', jobAgentIdentifier: null } });
	}
	expect(started()).toBe(0);
});

test('nothing is taken from an address', async () => {
	const [cpr] = await jobagent.citizens();
	for (const query of [`?cpr=${cpr}`, '?a=1']) {
		const told = await calls.send(requestOf(cpr), { query });
		expect(told.status).toBe(400);
		expect(JSON.stringify(told)).not.toContain(cpr);
	}
	expect(started()).toBe(0);
});

test('what is wrong is told field by field, and starts nothing', async () => {
	const told = await calls.send({ requestKey: 'a b', cpr: '3113001234' });
	expect(told).toMatchObject({ status: 400, body: { outcome: 'rejected', requestId: null } });
	expect((told.body.messages as Array<{ field: string }>).map(({ field }) => field)).toEqual(['requestKey', 'cpr', 'clientCategory', 'enrolmentDate', 'unemploymentDegree']);
	for (const body of ['', '[]', '"x"', '7', 'null']) expect((await calls.send(body)).status).toBe(400);
	expect((await calls.send(requestOf('0101900000', { title: 'x'.repeat(300_000) }))).status).toBe(413);
	expect(started()).toBe(0);
});

test('a credential without a good secret can not be switched on', async () => {
	for (const webhookSecret of ['', 'short']) {
		const workflow = await calls.open({ webhookSecret });
		await expect(workflow.activate()).rejects.toThrow("The 'Webhook Secret' in the credential");
		await workflow.close();
	}
});

test('the path is the field’s, and the answer is that of the workflow', async () => {
	const { webhooks, properties } = await described();
	expect(webhooks).toEqual([{ name: 'default', httpMethod: 'POST', responseMode: 'responseNode', isFullPath: true, path: '={{ $parameter["path"] }}' }]);
	expect(properties.filter(({ type }: INodeProperties) => type !== 'notice').map(({ name }) => name)).toEqual(['path']);
});
