import { ControlError } from '../../../service.ts';
import { addDays, isIsoDate } from '../../../world/dates.ts';
import { localDate } from '../../../world/linaTime.ts';
import type { LinaBusinessDay, LinaShift, LinaWorld } from '../../../world/linaTypes.ts';
import { Collection, type RecordKind } from '../../collection.ts';

const NEW_DAY: Omit<LinaBusinessDay, 'businessDate'> = { closing: 0, holiday: '', timeSheetClosed: false, changedAt: '' };
const NEW_SHIFT: Omit<LinaShift, 'shiftId' | 'userUuid' | 'businessDate' | 'bereich' | 'changedAt'> = {
	von: 0,
	bis: 0,
	von2: 0,
	bis2: 0,
	pause: 0,
	tage: 0,
	confirmed: true,
};

/** Shifts and the business days they belong to; whatever changes a day's shifts marks the day as changed. */
export class ShiftStore {
	readonly days = new Collection<LinaBusinessDay>('businessDays', ['businessDate'], NEW_DAY);
	readonly #shifts = new Collection<LinaShift>('shifts', ['shiftId']);
	readonly #writtenByClients = new Set<number>();
	readonly #now: () => string;
	readonly #areaOf: (userUuid: string) => number | undefined;
	#lastId = 0;

	/** `now`: ISO 8601 in UTC; `areaOf`: the number of a user's first area, undefined for a user there is not. */
	constructor(now: () => string, areaOf: (userUuid: string) => number | undefined) {
		this.#now = now;
		this.#areaOf = areaOf;
	}

	/** Takes a new world over. */
	load({ shifts, businessDays }: LinaWorld): void {
		this.#shifts.load(shifts);
		this.days.load(businessDays);
		this.#writtenByClients.clear();
		this.#lastId = Math.max(0, ...shifts.map(({ shiftId }) => shiftId));
	}

	/** Every shift. */
	list(): LinaShift[] {
		return this.#shifts.list();
	}

	/** Every shift that no client has written. */
	listOfWorld(): LinaShift[] {
		return this.list().filter(({ shiftId }) => !this.#writtenByClients.has(shiftId));
	}

	/** The shifts of a business day. */
	of(businessDate: string): LinaShift[] {
		return this.list().filter((shift) => shift.businessDate === businessDate);
	}

	/** Stores a client's shift under a new number, as confirmed. */
	add(shift: Omit<LinaShift, 'shiftId' | 'confirmed' | 'changedAt' | 'tage'>, changedAt: string): void {
		const shiftId = this.#lastId + 1;
		this.#writtenByClients.add(shiftId);
		this.#put({ ...shift, shiftId, tage: 0, confirmed: true, changedAt });
	}

	/**
	 * Shifts as a kind of record for the control API. One without `shiftId` gets the next number; one without
	 * `businessDate` goes to the business day it begins in, one without `bereich` to its user's first area. It counts as
	 * changed now, unless the record brings another `changedAt` than it had.
	 */
	readonly records: RecordKind = {
		upsert: (record) => {
			const given = { shiftId: this.#lastId + 1, ...(record as Partial<LinaShift>) };
			const known = this.#shifts.get(given.shiftId);
			const isDated = given.changedAt !== undefined && given.changedAt !== known?.changedAt;
			const changedAt = isDated ? String(given.changedAt) : this.#now();
			const shift = { ...NEW_SHIFT, ...known, ...given, changedAt };
			const { userUuid = '', bereich = this.#areaOf(userUuid), businessDate = this.businessDateOf(shift.von || shift.von2) } = shift;
			if (bereich === undefined) throw new ControlError(`A shift needs the userUuid of a user; there is no user "${userUuid}".`);
			if (!isIsoDate(businessDate)) throw new ControlError('"businessDate" must be a date in the form yyyy-MM-dd.');
			if (known !== undefined) this.#touch(known.businessDate, changedAt);
			this.#put({ ...shift, userUuid, bereich, businessDate });
		},
		remove: (record) => {
			const { shiftId = 0 } = record as Partial<LinaShift>;
			const known = this.#shifts.get(shiftId);
			this.#shifts.remove(record);
			if (known !== undefined) this.#touch(known.businessDate, this.#now());
		},
	};

	/**
	 * The business day a moment (Unix seconds) belongs to: its date, or the day before as long as that one had not been
	 * closed (lina.md 5.3). Nothing tells it of 0.
	 */
	businessDateOf(moment: number): string | undefined {
		if (moment === 0) return undefined;
		const date = localDate(moment);
		const dayBefore = addDays(date, -1);
		return moment < (this.days.get(dayBefore)?.closing ?? 0) ? dayBefore : date;
	}

	/** Business days of which something changed at or after a moment (Unix seconds), in the order of their changes. */
	changedSince(moment: number): LinaBusinessDay[] {
		const changed = this.days.list().filter(({ changedAt }) => Date.parse(changedAt) >= moment * 1000);
		return changed.sort((one, other) => Date.parse(one.changedAt) - Date.parse(other.changedAt));
	}

	#put(shift: LinaShift): void {
		this.#shifts.upsert(shift);
		this.#lastId = Math.max(this.#lastId, shift.shiftId);
		this.#touch(shift.businessDate, shift.changedAt);
	}

	#touch(businessDate: string, changedAt: string): void {
		const before = this.days.get(businessDate)?.changedAt ?? '';
		this.days.upsert({ businessDate, changedAt: before > changedAt ? before : changedAt });
	}
}
