import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../kit/failure';
import { maskText } from '../../kit/mask';
import type { Outcome, OutcomeMessage } from '../../kit/outcome';
import { messageOf, note } from '../../kit/outcome';
import type { ReadBack, StarWriteResult } from '../../star/write';
import { outcomeOf } from '../../star/write';
import { fingerprint } from '../record/canonical';
import type { Difference } from '../record/diff';
import { diff } from '../record/diff';
import { merge } from '../record/merge';
import { simplifyRecord } from '../record/simplify';
import { carriedWarnings, inexactField } from './carried';
import type { RecordForm } from './form';
import { identityOf } from './identity';
import { NOTHING_SENT, unreadOutcome } from './unread';

/** An update of one record, read and checked. */
export interface RecordUpdate extends RecordForm {
	mode: 'merge' | 'preview' | 'replace';
	/** In mode *replace*: what the form doesn't hold may be deleted. */
	mayVanish: boolean;
	/** Of what stood when the user looked; empty for whatever stands. */
	expectedFingerprint: string;
	/** Whether what stands is read once more after the write. */
	verify: boolean;
}

/** Where a record stands. */
export interface RecordStore {
	/** @throws Failure when it can't be read */
	read(): Promise<IDataObject>;
	/** Replaces it by the rule of `writeOnce`. */
	write(record: IDataObject, readBack: ReadBack): Promise<StarWriteResult>;
}

/** What became of an update. */
export type UpdateOutcome = Outcome & {
	/** What differs between what stood and what was to stand. */
	changes: Difference[];
	fingerprintBefore: string | null;
	fingerprintAfter: string | null;
	/** In mode *preview*: the record with English names, as it stands and as it would. */
	before?: IDataObject;
	after?: IDataObject;
};

/** What an update that was not begun with has to tell of the record. */
export const UNTOUCHED = { changes: [] as Difference[], fingerprintBefore: null, fingerprintAfter: null };

/** What is to stand in the place of a record, and what of it nobody asked to lose. */
function planned(record: IDataObject, { mode, change, names, shape }: RecordUpdate): { wanted: IDataObject; vanishing: Difference[] } {
	const merged = merge(record, change, { names, shape });
	if (mode !== 'replace') return { wanted: merged, vanishing: [] };
	const wanted = merge(identityOf(record, names), change, { names, shape, like: record });
	return { wanted, vanishing: diff(merged, wanted, names) };
}

/** Messages go further than data: what they show of it is masked. */
const vanishes = (type: OutcomeMessage['type'], { field, before }: Difference): OutcomeMessage => note(type, maskText(`${field} vanishes: ${before ?? 'nothing'}`));

const isNotAsSent = ({ field, before, after }: Difference): OutcomeMessage =>
	note('E', maskText(`${field} is ${after ?? 'absent'} after the update; ${before ?? 'nothing'} was sent`));

const fieldsOf = (differences: Difference[]): string => differences.map(({ field }) => field).join(', ') || 'its content';

/** Reads the record, changes it, and puts it back whole, since the service deletes what an update doesn't hold (contract, section 6). */
class Updating {
	constructor(
		private readonly store: RecordStore,
		private readonly update: RecordUpdate,
	) {}

	async run(): Promise<UpdateOutcome> {
		const { mode, names, messages, expectedFingerprint, mayVanish, lastWeekday } = this.update;
		const before = await this.store.read();
		const { wanted, vanishing } = planned(before, this.update);
		const [fingerprintBefore, fingerprintAfter] = [fingerprint(before, names), fingerprint(wanted, names)];
		const settled = (outcome: Outcome['outcome'], told: OutcomeMessage[]): UpdateOutcome => ({
			outcome,
			messages: [...messages, ...told],
			changes: diff(before, wanted, names),
			fingerprintBefore,
			fingerprintAfter,
		});
		if (expectedFingerprint && expectedFingerprint !== fingerprintBefore) {
			return settled('rejected', [note('E', `What stands is not what was expected: its fingerprint is ${fingerprintBefore}, not ${expectedFingerprint}`), NOTHING_SENT]);
		}
		const inexact = mode === 'replace' ? undefined : inexactField(before);
		if (inexact !== undefined) {
			return settled('rejected', [note('E', `${inexact} holds a number with more digits than can be carried through exactly`), NOTHING_SENT]);
		}
		const warnings = [...carriedWarnings(wanted, this.update.change, { names, lastWeekday }), ...vanishing.map((lost) => vanishes('W', lost))];
		if (mode === 'preview') return { ...settled('validated', warnings), before: simplifyRecord(before, names), after: simplifyRecord(wanted, names) };
		if (fingerprintAfter === fingerprintBefore) return settled('unchanged', [...warnings, note('I', 'It stands so already: nothing was sent')]);
		if (vanishing.length && !mayVanish) {
			const list = vanishing.map((lost) => vanishes('E', lost));
			return settled('rejected', [...list, NOTHING_SENT, note('I', 'Use the mode Change (Merge) to keep it, or switch Let It Vanish on.')]);
		}
		return await this.replace(before, settled, warnings);
	}

	/** Looks once more just before the write: what somebody else changed in between is not overwritten. */
	private async replace(before: IDataObject, settled: (outcome: Outcome['outcome'], told: OutcomeMessage[]) => UpdateOutcome, warnings: OutcomeMessage[]): Promise<UpdateOutcome> {
		const { names, verify } = this.update;
		const now = await this.store.read();
		const [stood, stands] = [fingerprint(before, names), fingerprint(now, names)];
		if (stands !== stood) {
			const text = `Somebody else changed ${fieldsOf(diff(before, now, names))} in the meantime (fingerprint ${stood} before, ${stands} now)`;
			return settled('rejected', [note('E', text), NOTHING_SENT, note('I', 'Look at what stands now, and run it again.')]);
		}
		const { wanted } = planned(now, this.update);
		const result = await this.store.write(wanted, this.readBack(stands, fingerprint(wanted, names)));
		const { outcome, messages } = outcomeOf(result);
		if (outcome !== 'registered' || !verify) return settled(outcome, [...warnings, ...messages]);
		const differences = await this.verify(wanted);
		return settled(differences.some(({ type }) => type === 'E') ? 'partial' : outcome, [...warnings, ...messages, ...differences]);
	}

	private readBack(before: string, after: string): ReadBack {
		return async () => {
			const stands = fingerprint(await this.store.read(), this.update.names);
			if (stands === after) return 'stands';
			return stands === before ? 'stands not' : 'differs';
		};
	}

	/** What stands after the write and is not what was sent. */
	private async verify(sent: IDataObject): Promise<OutcomeMessage[]> {
		try {
			const stands = await this.store.read();
			return diff(sent, stands, this.update.names).map(isNotAsSent);
		} catch (error) {
			return [note('W', 'The update was accepted, and could not be read back'), { ...messageOf(asFailure(error)), type: 'W' }];
		}
	}
}

/** Makes an update of one record; what came of it is a value, whatever the service does. */
export const updateRecord = async (store: RecordStore, update: RecordUpdate): Promise<UpdateOutcome> =>
	await new Updating(store, update).run().catch((error: unknown) => ({ ...unreadOutcome(error), ...UNTOUCHED }));
