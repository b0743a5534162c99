import type { INodeParameters } from 'n8n-workflow';

import { AkasseBench, OWN } from './bench';
import { BRANCH, branches, CREATE, creation, DELETE, deletion, NEW, READ, RELATION, standing, UPDATE, update } from './branchOffice';

const akasse = new AkasseBench();

interface Write {
	operation: string;
	parameters(fields?: INodeParameters): INodeParameters;
	/** What its outcome is called when it stands. */
	done: string;
	/** How often the branch office is read before it is sent. */
	readsBefore: number;
	/** How often what it does stands in the service. */
	effects(): Promise<number>;
}

const WRITES: Record<string, Write> = {
	Create: {
		operation: CREATE,
		parameters: creation,
		done: 'registered',
		readsBefore: 1,
		effects: async () => (await branches(akasse, OWN)).filter(({ afdelingskontorKode }) => afdelingskontorKode === NEW).length,
	},
	Update: {
		operation: UPDATE,
		parameters: update,
		done: 'registered',
		readsBefore: 2,
		effects: async () => ((await standing(akasse, BRANCH))?.telefonnummer === '70 00 00 01' ? 1 : 0),
	},
	Delete: { operation: DELETE, parameters: deletion, done: 'reversed', readsBefore: 1, effects: async () => ((await standing(akasse, BRANCH)) ? 0 : 1) },
};

const SWITCHES = [
	{},
	{ requestIds: 'forgotten' },
	{ requestIdOnFailure: 'consumed' },
	{ requestIdOperations: 'createOnly' },
	{ requestIds: 'forgotten', requestIdOnFailure: 'consumed', writeAnswer: 204 },
];

/** Cut before the service acted and after it; and what also leaves it open whether it acted. */
const CUT = [
	{ kind: 'reset-before', nth: 1 },
	{ kind: 'reset-after', nth: 1 },
];
const OPEN = [
	{ kind: 'truncate', nth: 1 },
	{ kind: 'status', nth: 1, status: 503 },
];

const cases = Object.keys(WRITES).flatMap((name) => [
	...CUT.flatMap((fault) => SWITCHES.map((switches) => ({ name, fault, switches }))),
	...OPEN.map((fault) => ({ name, fault, switches: {} })),
]);

/** Requests of a write that reached the service, and the IDs that they bore. */
async function sent(operation: string) {
	const requests = await akasse.sent(operation);
	return { effects: requests.filter(({ tookEffect, answer }) => tookEffect && answer.status < 300).length, ids: new Set(requests.map(({ headers }) => headers['x-requestid'])) };
}

test.each(cases)('$name stands once after $fault.kind under $switches', async ({ name, fault, switches }) => {
	const { operation, parameters, done, effects } = WRITES[name];
	await akasse.switches(switches);
	await akasse.faults(operation, fault);
	const [item] = await akasse.rows(parameters());
	expect(item.outcome).toBe(done);
	expect(await effects()).toBe(1);
	expect(await sent(operation)).toEqual({ effects: 1, ids: new Set([item.requestId]) });
});

describe.each(Object.entries(WRITES))('%s', (name, { operation, parameters, readsBefore, effects }) => {
	const item = async (fields?: INodeParameters) => (await akasse.rows(parameters(fields)))[0];

	test('whose requests are all cut is unknown, and says what to do', async () => {
		await akasse.faults(operation, { kind: 'reset-before', every: 1 });
		const advice = expect.objectContaining({ text: expect.stringContaining('Read back what stands') });
		expect(await item()).toMatchObject({ outcome: 'unknown', messages: expect.arrayContaining([advice]) });
		expect([await effects(), (await akasse.sent(operation)).length]).toEqual([0, 2]);
	});

	test('is not sent again where it can not be read back', async () => {
		await akasse.control.faults(
			{ service: 'starAkasse', operation, kind: 'reset-after', every: 1 },
			{ service: 'starAkasse', operation: READ, kind: 'business-error', code: 1011, nth: readsBefore + 1 },
		);
		expect(await item()).toMatchObject({ outcome: 'unknown' });
		expect([await effects(), (await akasse.sent(operation)).length]).toEqual([1, 1]);
	});

	test('under a key that was used before is not made a second time', async () => {
		const before = await branches(akasse);
		const options = { requestKey: 'branch-2026-11' };
		await item({ options });
		if (name === 'Create') await akasse.control.remove('starAkasse', { branches: [{ akasseKode: OWN, afdelingskontorKode: NEW }] });
		else await akasse.control.put('starAkasse', { branches: before });
		expect(await item({ options })).toMatchObject({ outcome: 'unknown', requestId: 'branch-2026-11' });
		expect(await effects()).toBe(0);
		expect((await akasse.sent(operation)).map(({ answer }) => answer.status)).toEqual([200, 412]);
	});
});

test.each(['created', 'deleted'])('a branch office that may be there although the read does not know it is not %s again', async (name) => {
	const { operation, parameters } = name === 'created' ? WRITES.Create : WRITES.Delete;
	await akasse.control.faults(
		{ service: 'starAkasse', operation, kind: 'reset-after', every: 1 },
		{ service: 'starAkasse', operation: READ, kind: 'business-error', code: 4589, nth: 2 },
		{ service: 'starAkasse', operation: RELATION, kind: 'business-error', code: 1011, every: 1 },
	);
	expect(await akasse.rows(parameters())).toMatchObject([{ outcome: 'unknown' }]);
	expect(await akasse.sent(operation)).toHaveLength(1);
});
