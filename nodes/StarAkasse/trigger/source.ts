import { isObject } from '../../kit/json';
import type { OutputItem } from '../../kit/operation';
import type { Poll, PollResult, PollSource } from '../../kit/poll';
import { BRANCH_GROUPS, readEach, relationReading } from './branches';
import { branchOf, byAkasse, byBranch } from './directory';
import type { Subject } from './events';
import { isAbout } from './events';
import { entryOf, RECORD_GROUPS } from './groups';
import { isWatched, itemsOf, samplesOf } from './items';
import type { Memory } from './memory';
import { isMemory, underKeysOf } from './memory';
import type { DirectoryReader } from './reader';
import type { TriggerSettings } from './settings';
import type { Change, Listing } from './watch';
import { compare, findClosed } from './watch';

/** What one poll tells the next. What nothing is told of is not kept. */
export interface DirectoryState {
	akasser?: Memory;
	/** By both codes. */
	branches?: Memory;
	/** The branch office with which the last poll ran out of time. */
	readUpTo?: string;
}

/** What they are called in messages. */
const KINDS: Readonly<Record<Subject, string>> = { akasse: 'a-kasser', branch: 'branch offices' };

/** More closings at once, and more than a tenth, are not believed unless that is allowed. There are two dozen a-kasser, and one or two close in years. */
const MOST_CLOSED: Readonly<Record<Subject, number>> = { akasse: 3, branch: 10 };

/** What became of the things of one kind. */
interface Told {
	changes: Change[];
	memory: Memory;
}

/** Tells which a-kasser and branch offices are new, changed or closed, by comparing what the service lists with what it listed at the last poll: it pushes nothing (contract, section 3). */
export class DirectoryChanges implements PollSource<DirectoryState> {
	readonly version = 1;

	constructor(
		private readonly reader: DirectoryReader,
		private readonly settings: TriggerSettings,
	) {}

	isState(kept: unknown): kept is DirectoryState {
		if (!isObject(kept)) return false;
		const { akasser = {}, branches = {}, readUpTo = '' } = kept;
		return isMemory(akasser, RECORD_GROUPS.length) && isMemory(branches, BRANCH_GROUPS.length) && typeof readUpTo === 'string';
	}

	/** Reads all, and tells what is asked for. The first poll tells nothing, and the first one for which a kind is chosen tells nothing of that kind. */
	async read(poll: Poll, kept: DirectoryState = {}): Promise<PollResult<DirectoryState>> {
		const state: DirectoryState = {};
		const items: OutputItem[] = [];
		if (this.isAbout('akasse')) {
			const { changes, memory } = await this.akasser(poll, kept.akasser);
			items.push(...itemsOf('akasse', changes, this.settings));
			state.akasser = memory;
		}
		if (this.isAbout('branch')) {
			const { changes, memory, readUpTo } = await this.branches(poll, kept);
			items.push(...itemsOf('branch', changes, this.settings));
			state.branches = memory;
			if (readUpTo !== undefined) state.readUpTo = readUpTo;
		}
		return { items, state };
	}

	/** The first few of what is watched, as if they were changed. */
	async sample(): Promise<OutputItem[]> {
		const akasser = this.isAbout('akasse') ? byAkasse(await this.reader.akasser()) : [];
		const branches = this.isAbout('branch') ? byBranch(await this.reader.relation()) : [];
		return [...samplesOf('akasse', akasser, this.settings), ...samplesOf('branch', branches, this.settings)];
	}

	private readonly isAbout = (subject: Subject): boolean => isAbout(subject, this.settings.events);

	private async akasser(poll: Poll, kept: Memory | undefined): Promise<Told> {
		const listed = byAkasse(await this.reader.akasser());
		const before = kept && underKeysOf(listed, kept);
		const closed = await findClosed({ ...this.listing('akasse'), listed, isStanding: async (code) => (await this.reader.akasse(code)) !== undefined }, before ?? {}, poll);
		const sightings = new Map([...listed].map(([code, record]) => [code, { entry: entryOf(record, RECORD_GROUPS), record }]));
		return compare(sightings, before, closed);
	}

	/** What is closed is asked for first: reading each may take all the time there is. */
	private async branches(poll: Poll, { branches: kept, readUpTo: last }: DirectoryState): Promise<Told & { readUpTo?: string }> {
		const listed = byBranch(await this.reader.relation());
		const before = kept && underKeysOf(listed, kept);
		const listing = this.listing('branch');
		const closed = await findClosed({ ...listing, listed, isStanding: async (key) => (await this.reader.branch(branchOf(key))) !== undefined }, before ?? {}, poll);
		const { sightings, readUpTo } = this.settings.readEachBranch ? await readEach(listed, listing.isWanted, this.reader, poll, last) : relationReading(listed);
		return { ...compare(sightings, before, closed), readUpTo };
	}

	private listing(subject: Subject): Pick<Listing, 'kind' | 'isWanted' | 'mostClosed' | 'allowManyClosings'> {
		const { allowManyClosings } = this.settings;
		return { kind: KINDS[subject], isWanted: (key) => isWatched(subject, key, this.settings), mostClosed: MOST_CLOSED[subject], allowManyClosings };
	}
}
