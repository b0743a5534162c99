import type { Outcome, OutcomeMessage } from '../../kit/outcome';
import { note, notSentOutcome } from '../../kit/outcome';
import type { OpusJsonClient } from '../client';
import type { UpdateMessage, UpdateResult } from './answer';
import { refusalOutcome, validationOutcome } from './answer';
import type { Ledger } from './ledger';
import type { PaymentLine, RegisteredLine } from './line';
import type { Readings } from './readings';
import { foldCase } from './remark';
import { updatePayments } from './service';
import { freshUpdateId, updateId } from './updateId';

/** The postings of one wanted line: they stand or fall together. */
export interface Entry {
	postings: PaymentLine[];
	/** What stands under the line's reference: the state that the postings correct. */
	standing: RegisteredLine[];
	/** Whether nothing is missing any more, and nothing too much, when this stands for the employee. */
	isSettled(now: Ledger): boolean;
}

/** What became of an entry: `registered` stands for "all its postings stand", whatever they are to the user. */
export type EntryOutcome = Outcome & {
	updateId?: string;
	/** What stands for the employee, as last read; none when it couldn't be read after something was sent. */
	ledger?: Ledger;
};

interface Batch<E extends Entry> {
	client: OpusJsonClient;
	readings: Readings;
	employeeNumber: string;
	entries: E[];
	/** What stood for the employee when the entries were planned. */
	ledger: Ledger;
	keyed: boolean;
}

type Outcomes<E extends Entry> = Map<E, EntryOutcome>;

const linesOf = <E extends Entry>(entries: E[]): PaymentLine[] => entries.flatMap(({ postings }) => postings);

/** The messages of each entry, found by the places of its postings in the request; those of the whole request are shared by all. */
function messagesByEntry<E extends Entry>(entries: E[], messages: UpdateMessage[]): Map<E, OutcomeMessage[]> {
	const owners = entries.flatMap((entry) => entry.postings.map(() => entry));
	const byEntry = new Map(entries.map((entry) => [entry, [] as OutcomeMessage[]]));
	for (const { message, sequence } of messages) {
		const owner = sequence === undefined ? undefined : owners[sequence];
		for (const entry of owner ? [owner] : entries) byEntry.get(entry)?.push(message);
	}
	return byEntry;
}

const stands = (posting: PaymentLine, now: Ledger): boolean =>
	now.under(posting).some(
		(line) =>
			foldCase(line.remark) === foldCase(posting.remark) &&
			(posting.quantity === null || line.quantity === posting.quantity) &&
			(posting.amount === null || line.amount === posting.amount),
	);

/** The service may give the lines in another order each time. */
const byObject = (a: RegisteredLine, b: RegisteredLine): number => a.objectId.localeCompare(b.objectId);

/** How many of an entry's postings stand. */
const standingCount = ({ postings }: Entry, now: Ledger): number => postings.filter((posting) => stands(posting, now)).length;

const UNKNOWN_ADVICE = note('W', 'Run it again: what stands is read first, and only what is missing is posted.');

const STANDS_WRONG = note('E', 'Posted, and yet the reference does not add up to the line: was another run under way? Run it again: it posts the difference.');

const NOT_FOUND = note(
	'E',
	'KMD Opus accepted the line, and it is not found when read back. If lines of this reference were deleted by hand in Opus, it repeats an old answer: register the line by hand.',
);

/**
 * Posts entries of one employee and finds out what stands. Nothing is taken as posted on the service's word alone, and nothing is sent twice on a guess:
 * whatever comes back, the employee's payments are read again.
 */
export class EmployeeBatch<E extends Entry> {
	private readonly outcomes: Outcomes<E> = new Map();
	private lastRead: Ledger;

	constructor(private readonly batch: Batch<E>) {
		this.lastRead = batch.ledger;
	}

	/**
	 * One request; after a refusal the lines it names are split off and the rest is sent once more; what was refused is checked once again.
	 * @returns the outcome of every entry
	 */
	async post(): Promise<Outcomes<E>> {
		const { entries } = this.batch;
		const refused = await this.attempt(entries);
		const named = refused.filter(({ byLine }) => byLine);
		const rest = refused.filter(({ byLine }) => !byLine).map(({ entry }) => entry);
		const again = named.length && rest.length ? await this.attempt(rest) : [];
		const open = [...(named.length ? named : refused), ...again].map(({ entry }) => entry);
		if (open.length) await this.recheck(open);
		return this.outcomes;
	}

	/**
	 * Has the postings checked in one request, under an OpdateringsID of its own; nothing is registered.
	 * @returns the outcome of every entry
	 */
	async validate(): Promise<Outcomes<E>> {
		const { client, entries, ledger } = this.batch;
		const id = freshUpdateId();
		const result = await updatePayments(client, linesOf(entries), { updateId: id, validateOnly: true, keyed: false });
		const messages = messagesByEntry(entries, 'messages' in result ? result.messages : []);
		return new Map(entries.map((entry) => [entry, { ...validationOutcome(result, messages.get(entry) ?? []), updateId: id, ledger }]));
	}

	/** The OpdateringsID of a request: of its lines and of the state they correct. */
	private idFor(entries: E[], salt?: string): string {
		return updateId(this.batch.employeeNumber, linesOf(entries), entries.map(({ standing }) => [...standing].sort(byObject)), salt);
	}

	/** Sends entries once and settles what can be settled; gives back those that were refused, and whether a message named them. */
	private async attempt(entries: E[], salt?: string): Promise<Array<{ entry: E; byLine: boolean }>> {
		const id = this.idFor(entries, salt);
		const result = await updatePayments(this.batch.client, linesOf(entries), { updateId: id, validateOnly: false, keyed: this.batch.keyed });
		if (result.kind === 'notSent') {
			for (const entry of entries) this.outcomes.set(entry, { ...notSentOutcome(result.failure), updateId: id, ledger: this.lastRead });
			return [];
		}
		const now = await this.readBack();
		const messages = messagesByEntry(entries, 'messages' in result ? result.messages : []);
		for (const entry of entries) this.outcomes.set(entry, { ...this.judge(entry, result, messages.get(entry) ?? [], now), updateId: id, ledger: now });
		if (result.kind !== 'refused') return [];

		const named = new Set(result.messages.flatMap(({ message, sequence }) => (message.type === 'E' && sequence !== undefined ? [sequence] : [])));
		const owners = entries.flatMap((entry) => entry.postings.map(() => entry));
		const namedEntries = new Set([...named].map((sequence) => owners[sequence]));
		return entries
			.filter((entry) => now && standingCount(entry, now) === 0)
			.map((entry) => ({ entry, byLine: namedEntries.has(entry) }));
	}

	/** What stands now; undefined when that can't be read, and then everything is open. */
	private async readBack(): Promise<Ledger | undefined> {
		const reading = await this.batch.readings.fresh(this.batch.employeeNumber);
		if ('failure' in reading) return undefined;
		this.lastRead = reading.ledger;
		return reading.ledger;
	}

	private judge(entry: E, result: UpdateResult, messages: OutcomeMessage[], now: Ledger | undefined): Outcome {
		const own = 'failure' in result ? [note('E', result.failure.message)] : messages;
		if (!now) {
			if (result.kind === 'accepted') return { outcome: 'registered', messages: [...own, note('W', 'It could not be read back')] };
			return { outcome: 'unknown', messages: [...own, UNKNOWN_ADVICE] };
		}
		const count = standingCount(entry, now);
		if (count === entry.postings.length) {
			if (entry.isSettled(now)) return { outcome: 'registered', messages: own.filter(({ type }) => type !== 'E') };
			return { outcome: 'partial', messages: [...own, STANDS_WRONG] };
		}
		if (count > 0) return { outcome: 'partial', messages: own };
		if (result.kind === 'refused') {
			if (own.some(({ type }) => type === 'E')) return { outcome: refusalOutcome(own), messages: own };
			return { outcome: 'later', messages: [...own, note('I', 'The request was refused because of other lines')] };
		}
		return { outcome: 'unknown', messages: [...own, ...(result.kind === 'accepted' ? [NOT_FOUND] : []), UNKNOWN_ADVICE] };
	}

	/**
	 * A service that remembers OpdateringsIDs answers a repeated request with its old refusal, although the reason may be gone (an employee unlocked since).
	 * So what was refused is validated under an ID of its own, and posted under a new one if the validation passes.
	 */
	private async recheck(entries: E[]): Promise<void> {
		const id = freshUpdateId();
		const validation = await updatePayments(this.batch.client, linesOf(entries), { updateId: id, validateOnly: true, keyed: false });
		if (validation.kind !== 'accepted' && validation.kind !== 'refused') return;
		const errors = validation.messages.filter(({ message }) => message.type === 'E');
		if (errors.some(({ sequence }) => sequence === undefined)) return;
		const owners = entries.flatMap((entry) => entry.postings.map(() => entry));
		const stillRefused = new Set(errors.map(({ sequence }) => owners[sequence ?? 0]));
		const passed = entries.filter((entry) => !stillRefused.has(entry));
		if (passed.length) await this.attempt(passed, id);
	}
}
