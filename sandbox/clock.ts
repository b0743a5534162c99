import { DateTime, Duration } from 'luxon';

import { ControlError } from './service.ts';

const ZONE = 'Europe/Oslo';
const OPENING_HOUR = 6;

/** The sandbox's time: stands still after a reset, unless it is told to follow the real clock. */
export class SandboxClock {
	#frozenAt: number | null = null;
	#offset = 0;

	/** Milliseconds since the epoch. */
	now(): number {
		return this.#frozenAt ?? Date.now() + this.#offset;
	}

	/** The present moment in Norwegian local time, which is also Danish local time. */
	local(): DateTime {
		return DateTime.fromMillis(this.now(), { zone: ZONE });
	}

	/** `yyyy-MM-dd HH:mm:ss` in local time without offset, as Capitech stamps (capitech.md 3.1). */
	stamp(): string {
		return this.local().toFormat('yyyy-MM-dd HH:mm:ss');
	}

	/** ISO 8601 in UTC. */
	iso(): string {
		return new Date(this.now()).toISOString();
	}

	/** Stands at 06:00 local time of the day after `until`. */
	openAfter(until: string): void {
		const opening = DateTime.fromISO(until, { zone: ZONE }).plus({ days: 1 }).set({ hour: OPENING_HOUR });
		this.#frozenAt = opening.toMillis();
		this.#offset = 0;
	}

	/**
	 * Sets the time (`now`: ISO 8601, local when it has no offset; null: follow the real clock) and then moves it
	 * by `advance` (an ISO 8601 duration).
	 */
	adjust(change: { now?: unknown; advance?: unknown }): void {
		if (change.now === undefined && change.advance === undefined) {
			throw new ControlError('Give "now" (ISO time or null), "advance" (ISO duration), or both.');
		}
		const target = this.#target(change.now);
		const step = this.#step(change.advance);
		if (change.now !== undefined) {
			this.#frozenAt = target;
			this.#offset = 0;
		}
		if (step === null) return;
		const moved = DateTime.fromMillis(this.now(), { zone: ZONE }).plus(step).toMillis();
		if (this.#frozenAt === null) this.#offset += moved - this.now();
		else this.#frozenAt = moved;
	}

	/** The time and whether it stands still. */
	describe(): { now: string; local: string; frozen: boolean } {
		return { now: this.iso(), local: this.stamp(), frozen: this.#frozenAt !== null };
	}

	#target(now: unknown): number | null {
		if (now === undefined || now === null) return null;
		const time = typeof now === 'string' ? DateTime.fromISO(now, { zone: ZONE }) : null;
		if (time?.isValid !== true) throw new ControlError('"now" must be an ISO 8601 time or null.');
		return time.toMillis();
	}

	#step(advance: unknown): Duration | null {
		if (advance === undefined || advance === null) return null;
		const step = typeof advance === 'string' ? Duration.fromISO(advance) : null;
		if (step?.isValid !== true) throw new ControlError('"advance" must be an ISO 8601 duration such as PT8H.');
		return step;
	}
}
