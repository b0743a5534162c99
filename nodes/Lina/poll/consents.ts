import { Failure } from '../../kit/failure';
import { groupBy } from '../../kit/gather';
import { areTooManyGone } from '../../kit/goneAtOnce';
import { isObject } from '../../kit/json';
import type { OutputItem } from '../../kit/operation';
import type { Poll, PollResult, PollSource } from '../../kit/poll';
import { shortHash } from '../../kit/pollHash';
import type { Person } from '../employee/person';

/** What is kept of those who agree: their ids, each with a few characters that stand for name, e-mail and area. Nothing else. */
export interface ConsentState {
	people: Record<string, string>;
}

export interface ConsentSettings {
	/** Whether the first poll tells those who agree already. */
	tellFirst: boolean;
	/** Whether many may be gone at once. */
	allowManyWithdrawals: boolean;
}

/** Enough to build a workflow with. */
const SAMPLE = 5;

const HASH = /^[\w-]{6}$/;

/** The row of somebody who has several, always the same one; somebody who takes part in several areas might. */
const inOrder = (rows: Person[]): Person[] => [...rows].sort((a, b) => (a.area ?? '').localeCompare(b.area ?? ''));

const manyGone = (gone: number, known: number): Failure =>
	new Failure({
		kind: 'unreadable',
		message: `LINA no longer gives out ${gone} of the ${known} employees who agreed`,
		advice:
			'So many withdrawals at once are not believed: check that the key or the user may still see the employees, and that it is the same store. Nothing is told until then. If they have withdrawn indeed, switch Allow Many Withdrawals on for one poll.',
	});

/** Tells who agreed, withdrew, or changed, by comparing all who agree now with those who did at the last poll: pushes are never repeated (contract, section 3.4). */
export class ConsentSource implements PollSource<ConsentState> {
	readonly version = 1;

	constructor(
		private readonly readPeople: () => Promise<Person[]>,
		private readonly settings: ConsentSettings,
	) {}

	isState(kept: unknown): kept is ConsentState {
		return isObject(kept) && isObject(kept.people) && Object.values(kept.people).every((hash) => typeof hash === 'string' && HASH.test(hash));
	}

	async read(_poll: Poll, state?: ConsentState): Promise<PollResult<ConsentState>> {
		const before = state?.people ?? {};
		const people = groupBy(await this.readPeople(), ({ userUuid }) => userUuid);
		const gone = Object.keys(before).filter((userUuid) => !people.has(userUuid));
		const known = Object.keys(before).length;
		if (areTooManyGone(gone.length, known) && !this.settings.allowManyWithdrawals) throw manyGone(gone.length, known);

		const items: OutputItem[] = gone.map((userUuid) => ({ json: { event: 'withdrawn', userUuid } }));
		const now: ConsentState['people'] = {};
		for (const [userUuid, rows] of people) {
			const own = inOrder(rows);
			now[userUuid] = shortHash(own);
			const event = userUuid in before ? 'changed' : 'given';
			if (before[userUuid] !== now[userUuid]) items.push({ json: { event, ...own[0] } });
		}
		const isTold = state !== undefined || this.settings.tellFirst;
		return { items: isTold ? items : [], state: { people: now } };
	}

	async sample(): Promise<OutputItem[]> {
		return (await this.readPeople()).slice(0, SAMPLE).map((person) => ({ json: { event: 'given', ...person } }));
	}
}
