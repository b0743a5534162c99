const WINDOW_MS = 900_000;

/** The counted calls of a store in the last 15 minutes, a moving sum (lina.md 4). */
export class CallWindow {
	#calls: number[] = [];

	/** Forgets all calls. */
	clear(): void {
		this.#calls = [];
	}

	/** How many calls count at this moment. */
	count(now: number): number {
		this.#calls = this.#calls.filter((at) => at > now - WINDOW_MS && at <= now);
		return this.#calls.length;
	}

	/** Counts a call, unless the limit is reached: refused calls do not count. */
	take(limit: number, now: number): boolean {
		if (this.count(now) >= limit) return false;
		this.#calls.push(now);
		return true;
	}
}

/** The text of the firewall's 429 (lina.md 4). */
export function exhausted(limit: number): string {
	return `API-Calls exhausted: ${limit} Calls per 15 minutes`;
}
