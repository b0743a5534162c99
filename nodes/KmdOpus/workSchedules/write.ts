import { asFailure } from '../../kit/failure';
import type { Outcome } from '../../kit/outcome';
import { cancelled, notSentOutcome } from '../../kit/outcome';
import { byEmployee } from '../payments/employees';
import type { OpusSoapClient } from '../soap/client';
import type { Overrides } from '../soap/overrides';
import type { Told } from './judge';
import { doneBefore, HELD_BACK, judge, settledBefore, toldOfEach } from './judge';
import type { Change, Occurrence } from './occurrence';
import { wireChange } from './occurrence';
import { SetWorkSchedule } from './operations';
import { readSchedule } from './read';

/** How changes of schedules are sent. */
export interface ScheduleSettings {
	client: OpusSoapClient;
	/** Names in place of the assumed ones, of the writing operation and of the reading one. */
	overrides: { write: Overrides; read: Overrides };
	/** How many occurrences go into a call. */
	perCall: number;
	signal?: AbortSignal;
}

const NOTHING_TOLD: Told = { own: [], whole: [], namesSome: false, isClear: false };

/** The changes of one employee. Before the first call and after each the periods concerned are read: what stands decides. */
class EmployeeSchedule {
	private readonly outcomes = new Map<Change, Outcome>();
	private readonly from: string;
	private readonly to: string;

	constructor(
		private readonly changes: Change[],
		private readonly settings: ScheduleSettings,
	) {
		const places = changes.flatMap(({ wanted, original }) => [wanted, original].filter((place) => place !== undefined));
		this.from = places.map(({ startDate }) => startDate).sort()[0];
		this.to = places.map(({ endDate }) => endDate).sort().reverse()[0];
	}

	/** @returns the outcome of each change, in their order */
	async write(): Promise<Outcome[]> {
		const before = await this.read();
		if ('failure' in before) return this.changes.map(() => notSentOutcome(before.failure));
		const done = doneBefore(this.changes, before.standing);
		for (const change of this.changes) {
			const settled = settledBefore(change, before.standing, this.changes, done);
			if (settled) this.outcomes.set(change, settled);
		}
		const open = this.changes.filter((change) => !this.outcomes.has(change));
		for (let from = 0; from < open.length && !this.settings.signal?.aborted; from += this.settings.perCall) {
			const part = open.slice(from, from + this.settings.perCall);
			const again = await this.send(part);
			if (again.length && !this.settings.signal?.aborted) await this.send(again);
		}
		return this.changes.map((change) => this.outcomes.get(change) ?? cancelled());
	}

	private async read(): Promise<{ standing: Occurrence[] } | { failure: ReturnType<typeof asFailure> }> {
		const { client, overrides } = this.settings;
		return await readSchedule(client, this.changes[0].employeeNumber, this.from, this.to, overrides.read).then(
			(standing) => ({ standing }),
			(error: unknown) => ({ failure: asFailure(error) }),
		);
	}

	/**
	 * Sends changes in one call and settles what can be settled.
	 * @returns those that were held back by others that the service names: they can be sent once more, without the others
	 */
	private async send(changes: Change[]): Promise<Change[]> {
		const { client, overrides } = this.settings;
		const result = await client.send(SetWorkSchedule, { WorkSchedule: { item: changes.map(wireChange) } }, 'never', overrides.write);
		const told = result.kind === 'answer' ? toldOfEach(result.root, changes.length) : changes.map(() => NOTHING_TOLD);
		const neverArrived = result.kind === 'failure' && !result.mayHaveActed;
		const reading = neverArrived ? undefined : await this.read();
		const standing = reading && 'standing' in reading ? reading.standing : undefined;
		const possible = this.changes.filter((change) => this.outcomes.get(change)?.outcome !== 'rejected');
		changes.forEach((change, at) => this.outcomes.set(change, judge(change, result, told[at], standing, possible)));
		return changes.filter((change) => this.outcomes.get(change) === HELD_BACK);
	}
}

/** Writes changes of schedules, each employee's in as many calls as they need. */
export async function writeSchedules(changes: Change[], settings: ScheduleSettings): Promise<Outcome[]> {
	return await byEmployee(
		changes,
		({ employeeNumber }) => employeeNumber,
		settings.signal,
		async (own) => await new EmployeeSchedule(own, settings).write(),
	);
}
