import type { INode, IPollFunctions } from 'n8n-workflow';

import { setClock } from '../../../nodes/kit/clock';
import { Failure } from '../../../nodes/kit/failure';
import type { Poll, PollSource } from '../../../nodes/kit/poll';
import { runPoll } from '../../../nodes/kit/poll';

const NODE: INode = { id: 'trigger', name: 'Trigger', type: 'test', typeVersion: 1, position: [0, 0], parameters: {} };

interface Count {
	polls: number;
}

/** As much of a poll's surroundings as the runner asks for. */
class Surroundings {
	kept: Record<string, unknown> = {};
	mode = 'trigger';
	budget: number | undefined = 36_000;
	node = NODE;

	get context(): IPollFunctions {
		const { kept, mode, budget, node } = this;
		return {
			getMode: () => mode,
			getNode: () => node,
			getWorkflow: () => ({ id: 'workflow', active: true }),
			getWorkflowStaticData: () => kept,
			...(budget !== undefined && { getPollBudgetMs: () => budget }),
		} as unknown as IPollFunctions;
	}
}

/** Tells how many polls there were; fails when told to. */
const counter = (changes: Partial<PollSource<Count>> = {}): PollSource<Count> => ({
	version: 1,
	isState: (kept): kept is Count => typeof (kept as Count | undefined)?.polls === 'number',
	read: async (_poll, state = { polls: 0 }) => {
		state.polls++;
		return { items: [{ json: { polls: state.polls } }], state };
	},
	sample: async () => [{ json: { sample: true } }],
	...changes,
});

let surroundings: Surroundings;
beforeEach(() => {
	surroundings = new Surroundings();
});
afterEach(() => setClock());

const poll = async (source = counter()) => await runPoll(surroundings.context, async () => source);
const unavailable = () => new Failure({ kind: 'unavailable', message: 'The service is out of order', retryAfterMs: 7000 });

test('a poll is given what the last one left', async () => {
	expect(await poll()).toEqual([[{ json: { polls: 1 } }]]);
	expect(await poll()).toEqual([[{ json: { polls: 2 } }]]);
	expect(surroundings.kept).toEqual({ version: 1, state: { polls: 2 } });
});

test('where nothing happened, nothing is given out, and the state moves', async () => {
	expect(await poll(counter({ read: async () => ({ items: [], state: { polls: 9 } }) }))).toBeNull();
	expect(surroundings.kept).toEqual({ version: 1, state: { polls: 9 } });
});

test('a poll that fails leaves the state as it was, whatever it did to its copy', async () => {
	await poll();
	const failing = counter({
		read: async (_poll, state) => {
			state!.polls = 99;
			throw unavailable();
		},
	});
	await expect(poll(failing)).rejects.toMatchObject({ message: 'The service is out of order', failure: { cause: 'temporarily-unavailable', retryAfterMs: 7000 } });
	expect(surroundings.kept).toEqual({ version: 1, state: { polls: 1 } });
	expect(await poll()).toEqual([[{ json: { polls: 2 } }]]);
});

test('parameters that can not be read are told as every failure is', async () => {
	const open = async (): Promise<PollSource<Count>> => {
		throw new Failure({ kind: 'bad input', message: "'Client IDs' is empty" });
	};
	await expect(runPoll(surroundings.context, open)).rejects.toMatchObject({ message: "'Client IDs' is empty", failure: { cause: 'configuration-invalid' } });
});

test('manual mode gives out a sample and neither reads nor moves the state', async () => {
	surroundings.mode = 'manual';
	surroundings.kept = { version: 8, state: 'broken' };
	expect(await poll()).toEqual([[{ json: { sample: true } }]]);
	expect(await poll(counter({ sample: async () => [] }))).toBeNull();
	expect(surroundings.kept).toEqual({ version: 8, state: 'broken' });
});

describe('what was kept and can not be read', () => {
	test.each([
		['holds no state', { version: 1 }, 'What this trigger remembers can not be read'],
		['holds another one', { version: 1, state: { other: 1 } }, 'What this trigger remembers can not be read'],
		['is of an older shape', { version: 0, state: { polls: 1 } }, 'What this trigger remembers can not be read'],
		['is of a newer one', { version: 2, state: { polls: 1 } }, 'What this trigger remembers was written by a newer version of the node'],
		['is something else', { lastTimeChecked: '2026-10-31' }, 'What this trigger remembers can not be read'],
	])('because it %s is told, and nothing is read or forgotten', async (_why, kept, message) => {
		surroundings.kept = structuredClone(kept);
		const read = jest.fn();
		await expect(poll(counter({ read }))).rejects.toMatchObject({ message, failure: { cause: 'configuration-invalid' } });
		expect(read).not.toHaveBeenCalled();
		expect(surroundings.kept).toEqual(kept);
	});
});

describe('a poll that begins while another still reads', () => {
	/** A source that reads for as long as it is told to. */
	function slow() {
		const { promise, resolve } = Promise.withResolvers<void>();
		const source = counter({ read: async () => (await promise, { items: [{ json: {} }], state: { polls: 1 } }) });
		return { source, finish: resolve };
	}

	test('does nothing', async () => {
		const { source, finish } = slow();
		const first = poll(source);
		expect(await poll()).toBeNull();
		finish();
		expect(await first).toEqual([[{ json: {} }]]);
		expect(await poll()).toEqual([[{ json: { polls: 2 } }]]);
	});

	test('is let in where it is of another node, or a sample', async () => {
		const { source, finish } = slow();
		const first = poll(source);
		const other = new Surroundings();
		other.node = { ...NODE, id: 'other' };
		expect(await runPoll(other.context, async () => counter())).toEqual([[{ json: { polls: 1 } }]]);
		surroundings.mode = 'manual';
		expect(await poll()).toEqual([[{ json: { sample: true } }]]);
		finish();
		await first;
	});

	test('is let in once the first has failed', async () => {
		await expect(poll(counter({ read: async () => Promise.reject(unavailable()) }))).rejects.toThrow();
		expect(await poll()).toEqual([[{ json: { polls: 1 } }]]);
	});
});

describe('the time a poll may take', () => {
	/** Whether a poll may go on after so many milliseconds. */
	async function mayGoOnAfter(ms: number): Promise<boolean> {
		let at = Date.parse('2026-11-01T06:00:00Z');
		setClock({ now: () => new Date(at) });
		let answer: boolean | undefined;
		const read = async ({ hasTime, startedAt }: Poll) => {
			expect(startedAt).toEqual(new Date('2026-11-01T06:00:00Z'));
			at += ms;
			answer = hasTime();
			return { items: [], state: { polls: 1 } };
		};
		await poll(counter({ read }));
		return answer!;
	}

	test('is half of what n8n gives it', async () => {
		expect(await mayGoOnAfter(17_999)).toBe(true);
		expect(await mayGoOnAfter(18_000)).toBe(false);
	});

	test('is half of five minutes where n8n does not say', async () => {
		surroundings.budget = undefined;
		expect(await mayGoOnAfter(149_999)).toBe(true);
		expect(await mayGoOnAfter(150_000)).toBe(false);
	});
});
