import type { IDataObject } from 'n8n-workflow';

import { JobagentBench, textsOf } from './bench';
import { Calls, requestOf } from './calls';

const jobagent = new JobagentBench();
const calls = new Calls(jobagent);

let cpr: string;
beforeEach(async () => ([cpr] = await jobagent.citizens()));

/** The item of a request, created; `more` are fields of the node. */
async function create(item: IDataObject, more: IDataObject = {}): Promise<IDataObject> {
	return await jobagent.row({ operation: 'createFromRequest', request: '={{ $json.sealed }}', ...more } as never, { items: [item] });
}

const wishless = ({ joboensker, ...jobAgent }: IDataObject): IDataObject => ({ ...jobAgent, wishes: (joboensker as unknown[]).length });

test('what the caller sent is created, in the name of whom the caller named, and nothing of it comes out', async () => {
	const item = await calls.taken(requestOf(cpr));
	const { answer, ...row } = await create(item);
	expect(answer).toEqual({ outcome: 'registered', messages: [], requestId: 'case-1', jobAgentIdentifier: item.jobAgentIdentifier });
	expect(row).toMatchObject({ ...item, outcome: 'registered', httpStatus: 200, state: 'registered', codes: '', identifierKept: true });
	const [own, ...others] = await jobagent.jobAgentsOf(cpr);
	expect([wishless(own), others]).toMatchObject([{ titel: 'Lager', emailadresse: 'borger@post.example', jobagentidentifier: item.jobAgentIdentifier, wishes: 1 }, []]);
	const [post] = await jobagent.sent('CreateJobagent');
	expect(JSON.parse(post.headers['x-requestusermetadata'])).toMatchObject({ requestUserStructure: { requestUserType: 4, userIdentifier: 'medarbejder-1', userFullName: 'Åse Prøve' } });
	expect(post.headers['x-requestid']).toBe('case-1');
	expect(JSON.stringify({ answer, ...row })).not.toMatch(new RegExp(`${cpr}|borger@|Åse`));
});

test('a refusal is told with its codes and without an identifier, and what can be tried again is new', async () => {
	const item = await calls.taken(requestOf(cpr, { clientCategory: 1 }));
	expect(await create(item)).toMatchObject({ httpStatus: 400, state: 'rejected', codes: '4313', answer: { outcome: 'rejected', jobAgentIdentifier: null } });
	await jobagent.faults('CreateJobagent', { kind: 'business-error', code: 4769, nth: 1 });
	const other = await calls.taken(requestOf(cpr));
	expect(await create(other)).toMatchObject({ httpStatus: 503, state: 'new', answer: { outcome: 'later' } });
	expect(await create(other)).toMatchObject({ httpStatus: 200, state: 'registered' });
});

test('a service that repeats the CPR number or the address of the citizen does not get either to the caller', async () => {
	for (const [at, code] of [4405, 4769, 9345].entries()) {
		const text = `${cpr}, ${cpr.slice(0, 6)}-${cpr.slice(6)}, ${cpr.slice(0, 6)} ${cpr.slice(6)}, borger@post.example`;
		await jobagent.faults('CreateJobagent', { kind: 'business-error', code, text, nth: 1 });
		const row = await create(await calls.taken(requestOf(cpr, { requestKey: `case-${at}` })));
		expect(textsOf(row)).toContain('***');
		expect(JSON.stringify(row)).not.toMatch(new RegExp(`${cpr.slice(0, 6)}[ -]?${cpr.slice(6)}|borger@`));
	}
});

describe.each(['kept', 'forgotten'])('where request IDs are %s', (requestIds) => {
	beforeEach(async () => await jobagent.switches({ requestIds }));

	test('an answer that was lost is read back, and a repeat changes nothing', async () => {
		const item = await calls.taken(requestOf(cpr));
		await jobagent.faults('CreateJobagent', { kind: 'reset-after', every: 1 });
		expect(await create(item)).toMatchObject({ httpStatus: 200, outcome: 'registered' });
		for (const triedBefore of [false, true]) expect(await create(item, { triedBefore })).toMatchObject({ httpStatus: 200, outcome: 'unchanged' });
		expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
	});

	test('a request that was lost is sent again only where the identifier tells that it does not stand', async () => {
		const item = await calls.taken(requestOf(cpr));
		await jobagent.faults('CreateJobagent', { kind: 'reset-before', every: 1 });
		const first = await create(item);
		expect(first).toMatchObject({ httpStatus: 202, outcome: 'unknown', state: 'unknown', answer: { jobAgentIdentifier: item.jobAgentIdentifier } });
		expect(textsOf(first)).toContain('Send the same request with the same key again');
		await jobagent.control.faults();
		expect(await create(item, { triedBefore: true })).toMatchObject({ httpStatus: 202, outcome: 'unknown' });
		expect(await jobagent.jobAgentsOf(cpr)).toEqual([]);
		expect(await create(item, { triedBefore: true, identifiersKept: true })).toMatchObject({ httpStatus: 200, outcome: 'registered' });
		expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
	});

	test('nothing is sent where one was tried before that can not be read back just now', async () => {
		const item = await calls.taken(requestOf(cpr));
		for (const kind of ['reset-before', 'truncate']) {
			await jobagent.faults('GetJobagent', { kind, every: 1 });
			expect(await create(item, { triedBefore: true, identifiersKept: true })).toMatchObject({ httpStatus: 202, state: 'unknown' });
		}
		expect(await jobagent.sent('CreateJobagent')).toEqual([]);
	});

	test('nothing is created twice by a service that ignores identifiers', async () => {
		await jobagent.switches({ ownIdentifier: 'ignored' });
		const item = await calls.taken(requestOf(cpr));
		await jobagent.faults('CreateJobagent', { kind: 'reset-after', nth: 1 });
		expect(await create(item)).toMatchObject({ httpStatus: 202, outcome: 'unknown', identifierKept: null });
		expect(await create(item, { triedBefore: true })).toMatchObject({ httpStatus: 202, outcome: 'unknown' });
		expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
		const [, other] = await jobagent.citizens();
		const warned = await create(await calls.taken(requestOf(other, { requestKey: 'case-2' })));
		expect(warned).toMatchObject({ httpStatus: 200, identifierKept: false });
		expect(textsOf(warned)).toContain('seems to assign one of its own');
	});
});

test('what was sealed with another secret, or is no sealed request, is not sent', async () => {
	const item = await calls.taken(requestOf(cpr));
	for (const [request, credential] of [
		[String(item.sealed), { webhookSecret: 'another-secret-of-32-chars-or-more' }],
		['x', {}],
		['={{ "" }}', {}],
	] as const) {
		const { error } = await jobagent.run({ operation: 'createFromRequest', request }, { credentials: await jobagent.credentials(credential) });
		expect(error?.message).toContain("'Request' can not be opened");
	}
	const { error } = await jobagent.run({ operation: 'createFromRequest', request: String(item.sealed) }, { credentials: await jobagent.credentials({ webhookSecret: '' }) });
	expect(error?.message).toContain("'Webhook Secret'");
	expect(await jobagent.sent()).toEqual([]);
});
