import type { INodeParameters } from 'n8n-workflow';

import { change, creation, deletion, IDENTIFIER, JobagentBench } from '../starJobagent/bench';
import { operationsOf, withoutTable } from './support';

const jobagent = new JobagentBench();

/** A plain use of each operation that asks the service, on a citizen who has one job agent. */
const EXAMPLES: Record<string, (cpr: string) => Promise<INodeParameters>> = {
	'jobAgent.create': async (cpr) => creation(cpr),
	'jobAgent.delete': async (cpr) => deletion(cpr),
	'jobAgent.get': async (cpr) => ({ operation: 'get', cpr, jobAgentIdentifier: IDENTIFIER }),
	'jobAgent.update': async (cpr) => change(cpr, await jobagent.interviewOption()),
};

/** Computes only; takes its request sealed from the trigger, and is tried with it. */
const OTHERS = ['jobAgent.judgeRepeat', 'jobAgent.createFromRequest'];

/** What the page documents as calls, by section of the contract. */
const CALLS = [
	{ section: '1.2', says: 'a job agent is read', operation: 'jobAgent.get', wire: 'GetJobagent', method: 'GET', path: '/v1/Jobagent' },
	{ section: '1.2', says: 'a job agent is created', operation: 'jobAgent.create', wire: 'CreateJobagent', method: 'POST', path: '/v1/Jobagent' },
	{ section: '1.2', says: 'a job agent is changed', operation: 'jobAgent.update', wire: 'UpdateJobagent', method: 'PUT', path: '/v1/UpdateJobagent' },
	{ section: '1.2', says: 'a job agent is deleted', operation: 'jobAgent.delete', wire: 'DeleteJobagent', method: 'DELETE', path: '/v1/UpdateJobagent' },
];

test('every operation that asks the service has an example here', async () => {
	expect((await operationsOf('starJobagent')).filter((name) => !OTHERS.includes(name))).toEqual(Object.keys(EXAMPLES).sort());
});

test('every operation has a table in which each of its fields is tried with two values', () => {
	expect(withoutTable('starJobagent', Object.keys(EXAMPLES))).toEqual([]);
});

test.each(CALLS)('section $section, $says: $method $path', async ({ operation, wire, method, path }) => {
	const [cpr] = await jobagent.citizens();
	await jobagent.jobAgent(cpr);
	const { error, outputs } = await jobagent.run(await EXAMPLES[operation](cpr));
	expect(error).toBeUndefined();
	expect(outputs[0].length).toBeGreaterThan(0);
	const [own, ...others] = await jobagent.sent(wire);
	expect([own.method, own.path.split('?')[0], own.answer.status, others]).toEqual([method, `/star/jobagent${path}`, 200, []]);
});
