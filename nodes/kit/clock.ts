import { sleep } from 'n8n-workflow';

/** What the pack knows of time. Tests put their own in place (DST nights, certificate expiry, retries without waiting). */
export interface Clock {
	now(): Date;
	/** Waits, in milliseconds. */
	sleep(ms: number): Promise<void>;
}

const realClock: Clock = {
	now: () => new Date(),
	sleep: async (ms) => await sleep(ms),
};

let current: Clock = realClock;

/** The one place that reads the time. */
export const now = (): Date => current.now();

/** Replaces the clock, wholly or in part; without an argument the real one is put back. For tests. */
export const setClock = (clock: Partial<Clock> = {}): void => {
	current = { ...realClock, ...clock };
};

const SLICE_MS = 250;

/**
 * Waits in slices, so that a cancelled execution does not sit out the rest.
 * @returns false when the execution was cancelled meanwhile.
 */
export async function pause(ms: number, signal?: AbortSignal): Promise<boolean> {
	for (let left = ms; left > 0; left -= SLICE_MS) {
		if (signal?.aborted) return false;
		await current.sleep(Math.min(left, SLICE_MS));
	}
	return !signal?.aborted;
}
