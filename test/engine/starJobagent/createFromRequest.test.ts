import type { IDataObject } from 'n8n-workflow';

import type { FaultRule } from '../support';
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

test('what is refused for the credential is for later: the caller can not mend it, and the key is not used up', async () => {
	const item = await calls.taken(requestOf(cpr));
	for (const fault of [{ kind: 'status', status: 401 }, { kind: 'business-error', code: 4575 }] as const) {
		await jobagent.faults('CreateJobagent', { ...fault, nth: 1 });
		expect(await create(item)).toMatchObject({ httpStatus: 503, state: 'new', answer: { outcome: 'later', jobAgentIdentifier: item.jobAgentIdentifier } });
	}
	expect(await create(item)).toMatchObject({ httpStatus: 200, state: 'registered' });
});

test('a repeat is not said to be refused for what an earlier try of it may have brought about', async () => {
	await jobagent.switches({ ownIdentifier: 'ignored', requestIds: 'forgotten' });
	const item = await calls.taken(requestOf(cpr));
	await jobagent.faults('CreateJobagent', { kind: 'reset-after', nth: 1 });
	expect(await create(item)).toMatchObject({ state: 'unknown' });
	await jobagent.faults('CreateJobagent', { kind: 'business-error', code: 4316, nth: 1 });
	const row = await create(item, { triedBefore: true, identifiersKept: true });
	expect([row.state, row.httpStatus, textsOf(row)]).toEqual(['unknown', 202, expect.stringMatching(/enrolment.*may be the doing of the earlier try/s)]);
	expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
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

/** `STAR_FULL=1`: more citizens. */
const CITIZENS = process.env.STAR_FULL === '1' ? 25 : 5;

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

/** What may go wrong with any try, and a refusal that the enrolment of an earlier try would meet. */
const STORM = [
	['CreateJobagent', 'reset-before', 0.2],
	['CreateJobagent', 'reset-after', 0.25],
	['CreateJobagent', 'status', 0.1, { status: 503 }],
	['CreateJobagent', 'status', 0.1, { status: 401 }],
	['CreateJobagent', 'status', 0.1, { status: 412 }],
	['CreateJobagent', 'business-error', 0.25, { code: 4316 }],
	['GetJobagent', 'reset-before', 0.1],
	['GetJobagent', 'status', 0.1, { status: 401 }],
] as const;

const storm = STORM.map(([operation, kind, probability, more]) => ({ service: 'starJobagent', operation, kind, probability, ...more }) as FaultRule);

/** How many job agents may stand by the state of a request. */
const STANDING: Record<string, number[]> = { registered: [1], rejected: [0], new: [0], unknown: [0, 1] };

test.each([
	['kept', 'taken', true],
	['forgotten', 'taken', true],
	['kept', 'ignored', true],
	['forgotten', 'ignored', false],
] as const)('however often a caller repeats in a storm, there is one job agent, and no answer lies (ids %s, identifiers %s)', async (requestIds, ownIdentifier, identifiersKept) => {
	await jobagent.switches({ requestIds, ownIdentifier });
	await jobagent.control.faults(...storm);
	for (const [at, citizen] of (await jobagent.citizens()).slice(0, CITIZENS).entries()) {
		const item = await calls.taken(requestOf(citizen, { requestKey: `storm-${at}` }));
		const before = (await jobagent.jobAgentsOf(citizen)).length;
		let state = 'new';
		for (let tries = 0; tries < 4 && (state === 'new' || state === 'unknown'); tries++) {
			state = String((await create(item, { triedBefore: state === 'unknown', identifiersKept })).state);
			expect(STANDING[state]).toContain((await jobagent.jobAgentsOf(citizen)).length - before);
		}
	}
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
