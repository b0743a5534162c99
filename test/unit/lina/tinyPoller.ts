import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { setClock } from '../../../nodes/kit/clock';
import { Failure } from '../../../nodes/kit/failure';
import type { PollSource } from '../../../nodes/kit/poll';
import { runPoll } from '../../../nodes/kit/poll';

export const ZONE = 'Europe/Berlin';

/** A stream of numbers from 0 to 1, the same for the same seed. */
export function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

/** The time of a test; both the service and the trigger go by it. */
export class TestTime {
	now: DateTime;

	/** @param start a wall clock in Berlin */
	constructor(start: string) {
		this.now = DateTime.fromISO(start, { zone: ZONE });
	}

	get today(): string {
		return this.now.toISODate() ?? '';
	}

	pass(change: { minutes?: number; days?: number }): void {
		this.now = this.now.plus(change);
	}
}

/** The calls of a service that fail when told to, and those that a store grants. */
export class TinyCalls {
	/** The call from now on that fails; none where it is 0. */
	failAt = 0;

	/** How many calls are granted before it is asked too often. */
	granted = Infinity;

	made: string[] = [];

	count(name: string): void {
		if (this.failAt > 0 && --this.failAt === 0) throw new Failure({ kind: 'unavailable', message: 'LINA is out of order' });
		if (this.granted-- <= 0) throw new Failure({ kind: 'rate-limited', message: 'LINA is asked too often' });
		this.made.push(name);
	}
}

/** A source run by the kit's runner, its state kept as n8n keeps it: saved once a poll gave something out, and after activation. */
export class TinyPoller<State> {
	kept: IDataObject = {};

	private saved = '{}';

	private isActivated = false;

	constructor(
		private readonly open: () => PollSource<State>,
		private readonly time: TestTime,
		private readonly budgetMs = 300_000,
	) {}

	/** The items of a poll. Rejects where it fails. */
	async poll(mode = 'trigger'): Promise<IDataObject[]> {
		setClock({ now: () => this.time.now.toJSDate() });
		const output = await runPoll(this.context(mode), async () => this.open()).finally(() => setClock());
		if (output || !this.isActivated) this.saved = JSON.stringify(this.kept);
		this.isActivated = true;
		return (output ?? []).flat().map(({ json }) => json);
	}

	/** n8n is started again, with what it had saved. */
	restart(): void {
		this.kept = JSON.parse(this.saved) as IDataObject;
		this.isActivated = false;
	}

	private context(mode: string): IPollFunctions {
		return {
			getMode: () => mode,
			getNode: () => ({ id: 'trigger', name: 'Trigger', type: 'test', typeVersion: 1, position: [0, 0], parameters: {} }),
			getWorkflow: () => ({ id: 'workflow', active: true }),
			getWorkflowStaticData: () => this.kept,
			getPollBudgetMs: () => this.budgetMs,
		} as unknown as IPollFunctions;
	}
}
