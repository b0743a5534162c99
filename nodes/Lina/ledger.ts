import { now } from '../kit/clock';

/** LINA counts the calls of the last 15 minutes, a moving sum (contract, section 4). */
const WINDOW_MS = 15 * 60 * 1000;

/** A call leaves our count a little later than LINA's: the two clocks need not tick alike. */
const MARGIN_MS = 1000;

/** How long a call counts with us. */
const COUNTED_MS = WINDOW_MS + MARGIN_MS;

/** A call that was made. LINA counts it when it arrives: it is under way as long as no time is given. */
export interface Call {
	overAt?: number;
}

/** Someone who waits for a call. */
export interface Waiting {
	/** How many calls may count at once, the own one among them. */
	spendable: number;
}

/** The calls of one store that this process made in the last 15 minutes, whichever node made them. */
export class Ledger {
	private calls: Call[] = [];

	/** In the order in which they came. */
	private readonly queue: Waiting[] = [];

	private fullUntil = 0;

	/** The limit that LINA named when it refused a call; undefined as long as it refused none. */
	knownLimit?: number;

	/** How many calls count at this moment. */
	get used(): number {
		const at = now().getTime();
		/* A clock that was set back must not keep calls for ever. */
		this.calls = this.calls.filter(({ overAt }) => overAt === undefined || Math.abs(at - overAt) < COUNTED_MS);
		return this.calls.length;
	}

	/** Whether nothing stands in it that a later caller would need. */
	get isIdle(): boolean {
		return this.used === 0 && this.queue.length === 0 && this.blockedMs === 0;
	}

	/** Puts someone at the end of the queue; he has to `leave` it. */
	enter(waiting: Waiting): void {
		this.queue.push(waiting);
	}

	leave(waiting: Waiting): void {
		this.queue.splice(this.queue.indexOf(waiting), 1);
	}

	/** Milliseconds until a call is free for someone in the queue, as far as is known; 0 when one is. */
	untilFree(waiting: Waiting): number {
		const { used, queue, blockedMs } = this;
		/* Who keeps a larger reserve, and waits for it, does not hold up those behind. */
		const ahead = queue.slice(0, queue.indexOf(waiting)).filter(({ spendable }) => spendable > used || spendable >= waiting.spendable);
		const tooMany = used + ahead.length + 1 - waiting.spendable;
		return Math.max(blockedMs, tooMany > 0 ? this.untilFewer(tooMany) : 0);
	}

	/** Takes a call down, as under way. */
	take(): Call {
		const call: Call = {};
		this.calls.push(call);
		return call;
	}

	/**
	 * LINA refused a call although our count had one left: others ask for the store, too. Their calls are not known, so that none is free until one of ours
	 * has left the count, or the whole window has gone by. The refused call does not count.
	 * @param limit what LINA says it grants
	 */
	refused(call: Call, limit?: number): void {
		this.calls = this.calls.filter((other) => other !== call);
		this.knownLimit = limit ?? this.knownLimit;
		this.fullUntil = now().getTime() + (this.used ? this.untilFewer(1) : COUNTED_MS);
	}

	private get blockedMs(): number {
		const left = this.fullUntil - now().getTime();
		return left > 0 && left <= COUNTED_MS ? left : 0;
	}

	/** Milliseconds until so many of the calls have left the count; those under way stay longest. */
	private untilFewer(calls: number): number {
		const at = now().getTime();
		const ends = this.calls.map(({ overAt = at }) => overAt + COUNTED_MS - at).sort((a, b) => a - b);
		return ends[Math.min(calls, ends.length) - 1] ?? COUNTED_MS;
	}
}

const ledgers = new Map<string, Ledger>();

/** The one ledger of a store in this process; those in which nothing stands are forgotten. */
export function ledgerOf(store: string): Ledger {
	const known = ledgers.get(store);
	if (known) return known;
	for (const [key, ledger] of ledgers) if (ledger.isIdle) ledgers.delete(key);
	const ledger = new Ledger();
	ledgers.set(store, ledger);
	return ledger;
}
