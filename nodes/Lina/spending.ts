import { DateTime } from 'luxon';

import { now, pause } from '../kit/clock';
import { Failure } from '../kit/failure';
import type { Budget } from './budget';
import { DEFAULTS } from './budget';
import { ZONE } from './dates';
import type { Call, Ledger } from './ledger';
import { ledgerOf } from './ledger';

/** What one execution of a node has waited, and has still to do. */
export interface Run {
	waitedMs: number;
	/** The end of the longest wait so far, in milliseconds since 1970: items that wait side by side wait once. */
	waitingUntil: number;
	/** Reads that were announced and are not made yet. */
	left: number;
}

export const newRun = (): Run => ({ waitedMs: 0, waitingUntil: 0, left: 0 });

/** `1 minute 5 seconds` */
const inWords = (ms: number): string => {
	const seconds = Math.ceil(ms / 1000);
	const parts = [
		[Math.floor(seconds / 60), 'minute'],
		[seconds % 60, 'second'],
	] as const;
	return parts.flatMap(([count, unit]) => (count ? [`${count} ${unit}${count === 1 ? '' : 's'}`] : [])).join(' ');
};

/** Takes each call of a node from its store's ledger, within the node's budget. */
export class Spending {
	private readonly budget: Budget;

	/** @param store what tells the store from others; no secret */
	constructor(
		private readonly store: string,
		private readonly given: Partial<Budget>,
		private readonly run: Run,
		private readonly signal?: AbortSignal,
	) {
		this.budget = { ...DEFAULTS, ...given };
	}

	/** Calls that this process made for the store in the last 15 minutes. */
	get used(): number {
		return this.ledger.used;
	}

	/**
	 * Takes the next call, after waiting for it where the budget says so.
	 * @throws Failure (`rate-limited`) when none is free, or none within the longest wait; (`cancelled`) when the user stopped the execution meanwhile
	 */
	async next(): Promise<Call> {
		const { ledger } = this;
		const waiting = { spendable: this.spendable };
		ledger.enter(waiting);
		try {
			for (;;) {
				waiting.spendable = this.spendable;
				const ms = ledger.untilFree(waiting);
				if (ms === 0) return ledger.take();
				if (!this.mayWait(ms)) throw this.spent(ms);
				if (!(await pause(ms, this.signal))) throw new Failure({ kind: 'cancelled', message: 'The execution was canceled' });
			}
		} finally {
			ledger.leave(waiting);
		}
	}

	/** Tells that a call is over. */
	over(call: Call): void {
		call.overAt = now().getTime();
	}

	/** Tells that LINA refused a call for its number. */
	refused(call: Call, limit?: number): void {
		this.ledger.refused(call, limit);
	}

	/** Looked up each time: a ledger in which nothing stands may have been forgotten. */
	private get ledger(): Ledger {
		return ledgerOf(this.store);
	}

	/** What LINA said it grants counts where the user said nothing, or more. */
	private get limit(): number {
		const { knownLimit } = this.ledger;
		return Math.min(this.given.limit ?? knownLimit ?? DEFAULTS.limit, knownLimit ?? Infinity);
	}

	/** One at least: a limit that LINA has lowered below the reserve must not end in waiting for nothing. */
	private get spendable(): number {
		return Math.max(1, this.limit - this.budget.reserve);
	}

	private mayWait(ms: number): boolean {
		const { run, budget } = this;
		const at = now().getTime();
		const waited = run.waitedMs + Math.max(0, at + ms - Math.max(at, run.waitingUntil));
		if (budget.onLimit === 'stop' || waited > budget.longestWaitMs) return false;
		run.waitedMs = waited;
		run.waitingUntil = Math.max(run.waitingUntil, at + ms);
		return true;
	}

	private spent(ms: number): Failure {
		const { run, budget, limit } = this;
		const left = Math.max(1, run.left);
		const free = DateTime.fromMillis(now().getTime() + ms, { zone: ZONE }).toFormat('HH:mm:ss');
		return new Failure({
			kind: 'rate-limited',
			message: `The calls to LINA are spent, and ${left} ${left === 1 ? 'is' : 'are'} left to be made: the next one is free in ${inWords(ms)}, at ${free} (${ZONE})`,
			retryAfterMs: ms,
			advice: `LINA grants the store ${limit} calls in 15 minutes, of which ${budget.reserve} are kept in reserve. ${budget.onLimit === 'stop' ? "Run it again then, or set 'On Rate Limit' to Wait." : "Run it again then, raise 'Longest Wait', or ask for less at once."}`,
		});
	}
}
