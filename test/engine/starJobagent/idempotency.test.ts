import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { change, creation, day, deletion, IDENTIFIER, JobagentBench } from './bench';

const jobagent = new JobagentBench();

const KEYED: INodeParameters = { options: { requestKey: '={{ $json.key }}' } };

/** `CHAIN_FULL=1`: every combination of the switches, and more citizens. */
const isFull = process.env.CHAIN_FULL === '1';
const CITIZENS = isFull ? 20 : 8;

/** Every combination, or each third of them. */
const some = <T>(combinations: T[]): T[] => combinations.filter((_, at) => isFull || at % 3 === 0);

/** An item for each of some citizens who have no job agent, with a key of its own. */
async function itemsFor(run: string): Promise<Array<{ citizen: string; key: string; at: string; agent: string }>> {
	const owners = new Set((await jobagent.state('jobAgents')).map(({ cpr }) => cpr));
	const citizens = (await jobagent.citizens()).filter((cpr) => !owners.has(cpr)).slice(0, CITIZENS);
	return citizens.map((citizen, at) => ({ citizen, key: `${run}-${at}`, at: `${day(4)}T10:${10 + at}`, agent: `33333333-3333-4333-8333-3333333333${10 + at}` }));
}

/** Each way an answer can be lost, on any request, reads too; the service acts behind some of them. */
const STORM = [
	{ kind: 'reset-before', probability: 0.2 },
	{ kind: 'reset-after', probability: 0.2 },
	{ kind: 'status', status: 503, probability: 0.15 },
	{ kind: 'status', status: 500, probability: 0.15 },
	{ kind: 'truncate', probability: 0.15 },
	{ kind: 'status', status: 412, probability: 0.1 },
];

const storm = async (operation: string) => await jobagent.faults(operation, ...STORM);

/** How many effects an outcome may stand for. */
const EFFECTS: Record<string, number[]> = { registered: [1], unchanged: [1], rejected: [0], later: [0], unknown: [0, 1] };

const choices = <A, B, C>(ones: A[], others: B[], thirds: C[]) => ones.flatMap((one) => others.flatMap((other) => thirds.map((third) => [one, other, third] as const)));

const IDS = ['kept', 'forgotten'] as const;
const ON_FAILURE = ['notConsumed', 'consumed'] as const;

describe('a creation whose answers are lost', () => {
	test.each(choices([...IDS], isFull ? [...ON_FAILURE] : ['notConsumed'], ['taken', 'ignored', 'refused']))(
		'has one effect, or says that it is unknown (ids %s, %s on failure, identifiers %s)',
		async (requestIds, requestIdOnFailure, ownIdentifier) => {
			await jobagent.switches({ requestIds, requestIdOnFailure, ownIdentifier });
			await storm('CreateJobagent');
			const items = await itemsFor('run');
			const stand = async () => await Promise.all(items.map(async ({ citizen }) => (await jobagent.jobAgentsOf(citizen)).length));
			const first = await jobagent.rows(creation('={{ $json.citizen }}', KEYED), { items });
			const effects = await stand();
			first.forEach(({ outcome }, at) => expect(EFFECTS[String(outcome)]).toContain(effects[at]));

			await jobagent.control.faults();
			const again = await jobagent.rows(creation('={{ $json.citizen }}', KEYED), { items });
			const after = await stand();
			if (requestIds === 'kept' || ownIdentifier !== 'ignored') expect(Math.max(...after)).toBeLessThanOrEqual(1);
			again.forEach(({ outcome }, at) => expect(EFFECTS[String(outcome)]).toContain(Math.min(1, after[at])));
			if (ownIdentifier === 'taken') expect(after).toEqual(items.map(() => 1));
		},
	);

	test.each(['reset-after', 'truncate'])('is read back and not sent again where it stands (%s)', async (kind) => {
		const [cpr] = await jobagent.citizens();
		await jobagent.faults('CreateJobagent', { kind, every: 1 });
		expect(await jobagent.row(creation(cpr))).toMatchObject({ outcome: 'registered' });
		expect(await jobagent.sent('CreateJobagent')).toHaveLength(1);
		expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
	});

	test('is not sent again on the word of a service that this run has not seen keep an identifier', async () => {
		const [cpr] = await jobagent.citizens();
		await jobagent.switches({ ownIdentifier: 'ignored', requestIds: 'forgotten' });
		await jobagent.faults('CreateJobagent', { kind: 'reset-after', nth: 1 });
		expect(await jobagent.row(creation(cpr))).toMatchObject({ outcome: 'unknown' });
		expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
	});

	test('is sent again once the run has seen the service keep an identifier, or where the user vouches for request IDs', async () => {
		const [one, other] = await jobagent.citizens();
		await jobagent.faults('CreateJobagent', { kind: 'reset-before', nth: 2 });
		const rows = await jobagent.rows(creation('={{ $json.citizen }}'), { items: [{ citizen: one }, { citizen: other }] });
		expect(rows.map(({ outcome }) => outcome)).toEqual(['registered', 'registered']);
		const ids = (await jobagent.sent('CreateJobagent')).map(({ headers }) => headers['x-requestid']);
		expect(ids).toEqual([rows[0].requestId, rows[1].requestId, rows[1].requestId]);

		await jobagent.control.reset();
		await jobagent.faults('CreateJobagent', { kind: 'reset-before', nth: 1 });
		expect(await jobagent.row(creation(one, { options: { requestIdsKept: true } }))).toMatchObject({ outcome: 'registered' });
		expect(await jobagent.jobAgentsOf(one)).toHaveLength(1);
	});

	test('without an identifier of its own is unknown, and sent once', async () => {
		const [cpr] = await jobagent.citizens();
		await jobagent.faults('CreateJobagent', { kind: 'reset-after', nth: 1 });
		expect(await jobagent.row(creation(cpr, { identifierMode: 'assigned' }))).toMatchObject({ outcome: 'unknown' });
		expect(await jobagent.sent('CreateJobagent')).toHaveLength(1);
	});

	test('without an identifier of its own is sent again where the user vouches for request IDs', async () => {
		const [cpr] = await jobagent.citizens();
		await jobagent.faults('CreateJobagent', { kind: 'reset-before', nth: 1 });
		expect(await jobagent.row(creation(cpr, { identifierMode: 'assigned', options: { requestIdsKept: true } }))).toMatchObject({ outcome: 'registered' });
		expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
	});

	test('is not said to be refused for a refusal that may be of its own making', async () => {
		const [cpr] = await jobagent.citizens();
		await jobagent.switches({ ownIdentifier: 'ignored', requestIds: 'forgotten' });
		await jobagent.faults('CreateJobagent', { kind: 'reset-after', nth: 1 }, { kind: 'business-error', nth: 2, code: 4316 });
		expect(await jobagent.row(creation(cpr, { options: { requestIdsKept: true } }))).toMatchObject({ outcome: 'unknown' });
		expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
	});

	test('is not sent again on the word of an identifier that the service itself had made', async () => {
		const [one, other] = await jobagent.citizens();
		await jobagent.jobAgent(one);
		await jobagent.switches({ ownIdentifier: 'ignored', requestIds: 'forgotten' });
		await jobagent.faults('CreateJobagent', { kind: 'reset-after', nth: 1 });
		const items = [{ citizen: one, identifier: IDENTIFIER }, { citizen: other, identifier: '' }];
		const rows = await jobagent.rows(creation('={{ $json.citizen }}', { jobAgentIdentifier: '={{ $json.identifier }}' }), { items });
		expect(rows.map(({ outcome }) => outcome)).toEqual(['rejected', 'unknown']);
		expect(await jobagent.jobAgentsOf(other)).toHaveLength(1);
	});
});

test('a creation with the warning 9345 and a status that says no is not said to be refused where nothing shows it', async () => {
	const [cpr] = await jobagent.citizens();
	await jobagent.switches({ ownIdentifier: 'ignored', warn9345: 'withRefusedStatus' });
	expect(await jobagent.row(creation(cpr, { options: { requestIdsKept: true } }))).toMatchObject({ outcome: 'unknown' });
	expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
});

test('two runs with one key at the same moment create one job agent, and neither is told that it was refused', async () => {
	const [cpr] = await jobagent.citizens();
	await jobagent.switches({ requestIds: 'forgotten' });
	await jobagent.faults('CreateJobagent', { kind: 'latency', every: 1, ms: 300 });
	const run = async () => await jobagent.row(creation(cpr, { options: { requestKey: 'same' } }));
	const rows = await Promise.all([run(), run()]);
	expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['registered', 'unchanged']);
	expect(await jobagent.sent('CreateJobagent')).toHaveLength(2);
	expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
});

describe('an update whose answers are lost', () => {
	const updating = (options: INodeParameters = {}) =>
		change('={{ $json.citizen }}', '={{ $json.option }}', { jobAgentIdentifier: '={{ $json.agent }}', meetingStart: '={{ $json.at }}', options: { requestKey: '={{ $json.key }}', ...options } });

	async function begin() {
		const option = await jobagent.interviewOption();
		const items = (await itemsFor('update')).map((item) => ({ ...item, option }));
		for (const { citizen, agent } of items) await jobagent.jobAgent(citizen, agent);
		return items;
	}

	const bookings = async (items: IDataObject[]) => {
		const all = await jobagent.state('bookings');
		return items.map(({ agent }) => all.filter(({ jobagentidentifier }) => jobagentidentifier === agent).length);
	};

	const sends = async (items: IDataObject[]) => {
		const ids = (await jobagent.sent('UpdateJobagent')).map(({ headers }) => headers['x-requestid']);
		return items.map(({ key }) => ids.filter((id) => id === key).length);
	};

	test.each(some(choices([...IDS], [...ON_FAILURE], ['all', 'createOnly'])))(
		'is sent once, and unknown unless it was answered (ids %s, %s on failure, of %s)',
		async (requestIds, requestIdOnFailure, requestIdOperations) => {
			const items = await begin();
			await jobagent.switches({ requestIds, requestIdOnFailure, requestIdOperations });
			await storm('UpdateJobagent');
			const rows = await jobagent.rows(updating(), { items });
			const booked = await bookings(items);
			rows.forEach(({ outcome }, at) => expect(EFFECTS[String(outcome)]).toContain(booked[at]));
			expect(rows.map(({ outcome }) => outcome)).toContain('unknown');
			expect(await sends(items)).toEqual(items.map(() => 1));
		},
	);

	test('is sent once more under the same ID where the user vouches for request IDs', async () => {
		const items = await begin();
		await storm('UpdateJobagent');
		const rows = await jobagent.rows(updating({ requestIdsKept: true }), { items });
		const booked = await bookings(items);
		rows.forEach(({ outcome }, at) => expect(EFFECTS[String(outcome)]).toContain(booked[at]));
		const sent = await sends(items);
		expect(Math.max(...sent)).toBe(2);
		expect(rows.filter(({ outcome }, at) => outcome === 'registered' && sent[at] === 2)).not.toEqual([]);
	});

	test('is unknown, not refused, where the second try meets the booking of the first', async () => {
		const [item] = await begin();
		await jobagent.switches({ requestIds: 'forgotten' });
		await jobagent.faults('UpdateJobagent', { kind: 'reset-after', nth: 1 });
		expect(await jobagent.row(updating({ requestIdsKept: true }), { items: [item] })).toMatchObject({ outcome: 'unknown' });
		expect(await bookings([item])).toEqual([1]);
		expect(await sends([item])).toEqual([2]);
	});
});

describe('a deletion whose answers are lost', () => {
	test.each(some(choices([...IDS], [...ON_FAILURE], ['all', 'createOnly'])))('leaves nothing, or says that it is unknown (ids %s, %s on failure, of %s)', async (requestIds, requestIdOnFailure, requestIdOperations) => {
		const items = await itemsFor('delete');
		for (const { citizen, agent } of items) await jobagent.jobAgent(citizen, agent);
		await jobagent.switches({ requestIds, requestIdOnFailure, requestIdOperations });
		await storm('DeleteJobagent');
		const rows = await jobagent.rows(deletion('={{ $json.citizen }}', { jobAgentIdentifier: '={{ $json.agent }}', ...KEYED }), { items });
		const left = await Promise.all(items.map(async ({ citizen }) => (await jobagent.jobAgentsOf(citizen)).length));
		rows.forEach(({ outcome }, at) => expect(EFFECTS[String(outcome)]).toContain(1 - left[at]));
		expect(rows.map(({ outcome }) => outcome)).toContain('registered');
	});
});

describe('a request key', () => {
	test('makes a second run harmless, also where STAR forgets request IDs', async () => {
		const items = await itemsFor('again');
		for (const requestIds of IDS) {
			await jobagent.control.reset();
			await jobagent.switches({ requestIds });
			const [first] = await jobagent.rows(creation('={{ $json.citizen }}', KEYED), { items });
			const again = await jobagent.rows(creation('={{ $json.citizen }}', KEYED), { items });
			expect(again.map(({ outcome }) => outcome)).toEqual(items.map(() => 'unchanged'));
			expect(again[0].jobAgentIdentifier).toBe(first.jobAgentIdentifier);
			expect(await jobagent.sent('CreateJobagent')).toHaveLength(items.length);
		}
	});

	test('does not let a corrected request pass for the one that stands', async () => {
		const [cpr] = await jobagent.citizens();
		const keyed = (requestKey: string, title: string) => creation(cpr, { options: { requestKey }, additionalFields: { title } });
		await jobagent.row(keyed('key', 'one'));
		expect(await jobagent.row(keyed('key', 'two'))).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', text: expect.stringContaining('other data in: titel') }] });
		expect(await jobagent.sent('CreateJobagent')).toHaveLength(1);
	});

	test.each([
		['notConsumed', 'registered'],
		['consumed', 'unknown'],
	])('of a request that was refused (%s) makes the corrected one %s; a new key always works', async (requestIdOnFailure, outcome) => {
		const [cpr] = await jobagent.citizens();
		await jobagent.switches({ requestIdOnFailure });
		const keyed = (requestKey: string, fields: INodeParameters = {}) => creation(cpr, { options: { requestKey }, ...fields });
		expect(await jobagent.row(keyed('key', { clientCategory: '9999' }))).toMatchObject({ outcome: 'rejected', messages: [{ code: '4313' }, { type: 'I' }] });
		expect(await jobagent.row(keyed('key'))).toMatchObject({ outcome });
		if (outcome === 'unknown') expect(await jobagent.row(keyed('another'))).toMatchObject({ outcome: 'registered' });
		expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
	});

	test('on two items ends the run before anything is sent', async () => {
		const [one, other] = await jobagent.citizens();
		const { error } = await jobagent.run(creation('={{ $json.citizen }}', { options: { requestKey: 'same' } }), { items: [{ citizen: one }, { citizen: other }] });
		expect(error?.message).toContain("'Request Key' is the same on items 0, 1");
		expect(await jobagent.sent()).toEqual([]);
	});
});

test('nothing is created twice by a run that n8n retries', async () => {
	const items: IDataObject[] = await itemsFor('retried');
	items[0].citizen = 'nobody';
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
	const rows = await jobagent.rows(creation('={{ $json.citizen }}', KEYED), { items, settings, onError: 'continueRegularOutput' });
	expect(rows.map(({ outcome }) => outcome)).toEqual(['rejected', ...items.slice(1).map(() => 'registered')]);
	expect(await jobagent.sent('CreateJobagent')).toHaveLength(items.length - 1);
});

test('an error that an item brings along does not let n8n run the node again', async () => {
	const [cpr] = await jobagent.citizens();
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
	expect(await jobagent.row(creation(cpr), { items: [{ error: 'of a node before' }], settings })).toMatchObject({ outcome: 'registered', inputError: 'of a node before' });
	expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
});

test('the service is not asked for what can not be looked up before', async () => {
	const [cpr] = await jobagent.citizens();
	await jobagent.faults('GetJobagent', { kind: 'status', status: 503 });
	expect(await jobagent.row(creation(cpr, { options: { requestKey: 'key' } }))).toMatchObject({ outcome: 'later' });
	expect(await jobagent.sent('CreateJobagent')).toEqual([]);
});
