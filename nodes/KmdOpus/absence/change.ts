import pLimit from 'p-limit';

import { groupBy } from '../../kit/gather';
import { asFailure, Failure } from '../../kit/failure';
import type { Outcome, OutcomeMessage, OutcomeName } from '../../kit/outcome';
import { messageOf, note, notSentOutcome } from '../../kit/outcome';
import type { OpusSoapClient } from '../soap/client';
import type { WriteResult } from '../soap/write';
import type { PartAccount, Progress } from './account';
import { accountOf } from './account';
import { makeStep } from './makeStep';
import type { Occurrence, Step } from './occurrence';
import { afterStep, inverseOf, isAsWanted, isSameRecord } from './occurrence';
import { planSteps } from './plan';
import { occurrenceOf, readAbsences } from './read';

/** What is to become of one employee's absence: some records replaced by others. Nothing to replace: it is new. Nothing wanted: it is taken away. */
export interface AbsenceChange {
	employeeNumber: string;
	originals: Occurrence[];
	wanted: Occurrence[];
	/** Look at what stands before anything is written. */
	readFirst: boolean;
}

/** What a change adds to its item. */
export type AbsenceOutcome = Outcome & { parts: PartAccount[] };

/** No limit is published; two employees at a time are safe with any gateway. */
const CONCURRENCY = 2;

const cancelled = (): WriteResult => ({
	kind: 'notMade',
	failure: new Failure({ kind: 'cancelled', message: 'The execution was cancelled before this was sent' }),
});

const daysOf = (records: Occurrence[]): string =>
	records.map(({ startDate, endDate }) => (startDate === endDate ? startDate : `${startDate} – ${endDate}`)).join(', ');

/** What is found for each, once: the same record may stand several times, and a write takes one of them. */
const firstOfEach = (records: Occurrence[], find: (record: Occurrence) => Occurrence | undefined): Occurrence[] => records.flatMap((record) => find(record) ?? []);

/** One change on its way: what stands of it, what was said about it. */
class Change {
	private readonly messages: OutcomeMessage[] = [];
	private progress: Progress = { before: [], now: [], steps: [] };
	/** All that stands on the days of the change, where it was read. */
	private known: Occurrence[] | undefined;

	constructor(
		private readonly client: OpusSoapClient,
		private readonly change: AbsenceChange,
		private readonly signal: AbortSignal | undefined,
	) {}

	async run(): Promise<AbsenceOutcome> {
		const { originals, wanted, readFirst } = this.change;
		if (!readFirst) return await this.make(originals, wanted);
		const standing = await this.readStanding().then(
			(records) => records,
			(error: unknown) => asFailure(error),
		);
		return Array.isArray(standing) ? await this.compare(standing) : { ...notSentOutcome(standing), parts: [] };
	}

	/** All that stands on the days of the change. */
	private async readStanding(): Promise<Occurrence[]> {
		const { employeeNumber, originals, wanted } = this.change;
		const records = [...originals, ...wanted];
		const [startDate] = records.map((record) => record.startDate).sort();
		const [endDate] = records.map((record) => record.endDate).sort().reverse();
		return (await readAbsences(this.client, { employeeNumber, startDate, endDate })).map(occurrenceOf);
	}

	/** Leaves out what is as it should be already, be it by an earlier run that did not come to its end. */
	private async compare(standing: Occurrence[]): Promise<AbsenceOutcome> {
		const { originals, wanted } = this.change;
		this.known = standing;
		const found = firstOfEach(originals, (original) => standing.find((record) => isSameRecord(original, record)));
		const present = firstOfEach(wanted, (one) => standing.find((record) => isAsWanted(record, one)));
		const gone = originals.filter((original) => !found.some((record) => isSameRecord(original, record)));
		if (gone.length && !(wanted.length && present.length === wanted.length)) {
			this.messages.push(note('W', `Does not stand in KMD Opus: ${gone[0].type} ${daysOf(gone)}`));
		}
		if (originals.length && wanted.length && !found.length && !present.length) {
			this.messages.push(note('E', 'There is nothing to change, so that nothing was sent. Look at what stands, or create the absence.'));
			return this.told('rejected');
		}
		const key = found.find((record) => record.type === wanted[0]?.type)?.relatedKey ?? '';
		const own = wanted.map((record) => ({ ...record, relatedKey: record.relatedKey || key }));
		return await this.make([...found, ...present.filter((record) => !found.includes(record))], own);
	}

	/** Makes the steps from what stands to what is wanted; where one can't be made, those before it are taken back. */
	private async make(standing: Occurrence[], wanted: Occurrence[]): Promise<AbsenceOutcome> {
		const steps = planSteps(standing, wanted);
		this.progress = { before: standing, now: standing, steps };
		if (!steps.length) return this.told('unchanged');
		for (const [at, step] of steps.entries()) {
			const result = await this.send(step);
			if (result.kind !== 'made') return await this.stop(steps.slice(0, at), step, result);
			this.progress.now = afterStep(this.progress.now, step);
		}
		return this.told(wanted.length ? 'registered' : 'reversed');
	}

	private async send(step: Step): Promise<WriteResult> {
		const readStanding = async () => await this.readStanding().catch(() => undefined);
		const result = this.signal?.aborted ? cancelled() : await makeStep(this.client, step, { before: this.known, readStanding, signal: this.signal });
		this.messages.push(...('failure' in result ? [messageOf(result.failure)] : result.messages));
		if (result.kind === 'made') this.known = this.known && afterStep(this.known, step);
		return result;
	}

	private async stop(made: Step[], step: Step, result: WriteResult): Promise<AbsenceOutcome> {
		const outcome = 'failure' in result ? notSentOutcome(result.failure).outcome : 'rejected';
		this.progress.stopped = { step, outcome: result.kind === 'unknown' ? 'unknown' : outcome };
		if (result.kind === 'unknown') return this.toldUnknown();
		for (const undone of [...made].reverse()) {
			if (!this.canUndo(undone)) break;
			const inverse = inverseOf(undone);
			const undoing = await this.send(inverse);
			if (undoing.kind === 'unknown') {
				this.progress.stopped = { step: inverse, outcome: 'unknown' };
				return this.toldUnknown();
			}
			if (undoing.kind !== 'made') break;
			this.progress.now = afterStep(this.progress.now, inverse);
			made = made.slice(0, -1);
		}
		return this.told(made.length || this.stoodInPart() ? 'partial' : outcome);
	}

	/** A record that was not read can't be put back as it was: what it belonged to is not known. */
	private canUndo({ operation }: Step): boolean {
		return this.change.readFirst || operation === 'INS';
	}

	/** Whether some of what is wanted stood before this run. */
	private stoodInPart(): boolean {
		const { originals } = this.change;
		return this.progress.before.some((record) => !originals.some((original) => isSameRecord(original, record)));
	}

	private toldUnknown(): AbsenceOutcome {
		this.messages.push(note('W', 'What stands does not tell it, or could not be read. Read the absences of the employee before you send it again.'));
		return this.told('unknown');
	}

	private told(outcome: OutcomeName): AbsenceOutcome {
		const { originals, wanted } = this.change;
		return { outcome, messages: this.messages, parts: accountOf(originals, wanted, this.progress) };
	}
}

/**
 * Makes the changes, those of one employee one after the other. Nothing is thrown for what the service does.
 * @returns what became of each, in their order
 */
export async function changeAbsences(client: OpusSoapClient, changes: AbsenceChange[], signal: AbortSignal | undefined): Promise<AbsenceOutcome[]> {
	const outcomes: AbsenceOutcome[] = [];
	const limit = pLimit(CONCURRENCY);
	const groups = groupBy([...changes.keys()], (at) => changes[at].employeeNumber);
	const ofEmployee = async (places: number[]) => {
		for (const at of places) outcomes[at] = await new Change(client, changes[at], signal).run();
	};
	await Promise.all([...groups.values()].map(async (places) => await limit(async () => await ofEmployee(places))));
	return outcomes;
}
