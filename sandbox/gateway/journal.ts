/** One request and what became of it. */
export interface JournalEntry {
	readonly seq: number;
	/** Real time, also when the sandbox's clock stands still. */
	readonly at: string;
	/** Null for a path that belongs to no service. */
	readonly service: string | null;
	readonly operation: string;
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
	/** What the caller got; status 0 when no answer reached it. */
	readonly answer: { readonly status: number; readonly body: string };
	/** Whether the request changed what the service holds. */
	readonly tookEffect: boolean;
	/** Kinds of the faults that were played on it. */
	readonly faults: readonly string[];
}

const MOST_ENTRIES = 20_000;
const MOST_ANSWER_CHARACTERS = 200_000_000;
const KEPT_OF_A_LONG_ANSWER = 2_000;

/**
 * The last 20,000 requests, with bodies as they went over the wire. When the answers together grow past 200 million
 * characters, the oldest long ones are shortened, so that a volume test does not fill the memory; requests never are.
 */
export class Journal {
	#entries: JournalEntry[] = [];
	#seq = 0;
	#answerCharacters = 0;
	#shortenedBefore = 0;

	/** Adds an entry and gives it its number; numbers go on counting over a reset. */
	add(entry: Omit<JournalEntry, 'seq'>): void {
		this.#seq += 1;
		this.#entries.push({ seq: this.#seq, ...entry });
		this.#answerCharacters += entry.answer.body.length;
		if (this.#entries.length > MOST_ENTRIES * 1.1) this.#dropOldest();
		while (this.#answerCharacters > MOST_ANSWER_CHARACTERS && this.#shortenedBefore < this.#entries.length - 1) {
			this.#shorten(this.#shortenedBefore);
			this.#shortenedBefore += 1;
		}
	}

	/** Entries after `since`, oldest first, of one service or of all. */
	list(since: number, service?: string): JournalEntry[] {
		return this.#entries
			.slice(-MOST_ENTRIES)
			.filter((entry) => entry.seq > since && (service === undefined || entry.service === service));
	}

	/** The last few entries, newest first. */
	latest(count: number): JournalEntry[] {
		return this.#entries.slice(-count).reverse();
	}

	/** Forgets all entries. */
	clear(): void {
		this.#entries = [];
		this.#answerCharacters = 0;
		this.#shortenedBefore = 0;
	}

	#dropOldest(): void {
		const surplus = this.#entries.length - MOST_ENTRIES;
		const dropped = this.#entries.splice(0, surplus);
		for (const entry of dropped) this.#answerCharacters -= entry.answer.body.length;
		this.#shortenedBefore = Math.max(0, this.#shortenedBefore - surplus);
	}

	#shorten(index: number): void {
		const entry = this.#entries[index];
		const { status, body } = entry.answer;
		if (body.length <= KEPT_OF_A_LONG_ANSWER) return;
		const short = `${body.slice(0, KEPT_OF_A_LONG_ANSWER)}… (${body.length} characters in all)`;
		this.#entries[index] = { ...entry, answer: { status, body: short } };
		this.#answerCharacters -= body.length - short.length;
	}
}
