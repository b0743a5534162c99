import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import { fingerprint } from '../record/canonical';
import type { WireNames } from '../record/names';
import { standsOn, weekdayOf } from './day';
import type { Closing, HoursKind } from './row';
import { judgeSlot } from './slot';
import type { Night } from './when';

/** The fields of a record by the kind of hours that stand in them. */
export const HOURS_FIELDS = { opening: 'openingHours', phone: 'phoneHours' } as const satisfies Record<HoursKind, string>;

/** One weekday that is to have other hours. */
export interface DayChange {
	kind: HoursKind;
	/** 1 (Monday) to 7. */
	weekday: number;
	before: string;
	after: string;
}

/** A closing before and after it was judged. */
export interface PlannedClosing {
	/** As it was given. */
	was: Closing;
	is: Closing;
	/** What its weekday has without any closing. */
	base: string;
}

export interface ClosingPlan {
	closings: PlannedClosing[];
	/** What the record is to be updated with; nothing where it stands as it should. */
	changes: DayChange[];
	/** Of the record that the plan was made on. */
	fingerprint: string;
}

/**
 * Plans which weekdays are to be closed, or put back, on a day, and what is to be kept of it. Pure: the same rows and the same record give the same plan, and once the
 * record is as planned, a plan without changes. So a run that was cut off anywhere is made up for by the next one.
 * @param closings of one a-kasse
 * @param record the a-kasse as it was read
 */
export function planClosings(closings: Closing[], record: IDataObject, night: Night, names: WireNames): ClosingPlan {
	const slots = [...groupBy(closings, ({ kind, date }) => `${kind} ${weekdayOf(date)}`).values()].map((own) => {
		const [{ kind, date }] = own;
		const weekday = weekdayOf(date);
		const before = standsOn(record, HOURS_FIELDS[kind], weekday, names);
		const { closings: judged, target, base } = judgeSlot(own, before, night);
		return { planned: own.map((was, at): PlannedClosing => ({ was, is: judged[at], base })), change: { kind, weekday, before, after: target } };
	});
	const planned = new Map(slots.flatMap((slot) => slot.planned.map((closing) => [closing.was, closing])));
	const inOrder = (a: DayChange, b: DayChange): number => a.kind.localeCompare(b.kind) || a.weekday - b.weekday;
	return {
		closings: closings.flatMap((closing) => planned.get(closing) ?? []),
		changes: slots.map(({ change }) => change).filter(({ before, after }) => before !== after).sort(inOrder),
		fingerprint: fingerprint(record, names),
	};
}
