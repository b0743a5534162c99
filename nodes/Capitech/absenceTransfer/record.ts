import { badInput } from '../../kit/failure';

/** What an absence in the payroll system belongs to by its type. */
export type Relation = 'none' | 'child' | 'maternityCase' | 'reasonCode' | 'workInjury';

/** The relations, `none` first. */
export const RELATIONS: readonly [Relation, ...Relation[]] = ['none', 'child', 'maternityCase', 'reasonCode', 'workInjury'];

/** An absence as it is to stand in the payroll system, or stands there. */
export interface OpusAbsence {
	employeeNumber: string;
	/** Absence type (fraværsart), `FE` for example. */
	type: string;
	relation: Relation;
	/** Number or key of what it belongs to; empty with the relation `none`. */
	relationKey: string;
	/** First and last day, `yyyy-MM-dd`. */
	fromDate: string;
	toDate: string;
	/** `HH:mm:ss`, where the first day is not whole; else empty. */
	startTime: string;
	/** The same for the last day. */
	endTime: string;
}

/** The fields of an absence, in the order in which they are given out. */
export const ABSENCE_FIELDS = ['employeeNumber', 'type', 'relation', 'relationKey', 'fromDate', 'startTime', 'toDate', 'endTime'] as const;

/** Whether two are one and the same in the payroll system, in every field. */
export const isSame = (one: OpusAbsence, other: OpusAbsence): boolean => ABSENCE_FIELDS.every((field) => one[field] === other[field]);

const isSingleDay = ({ fromDate, toDate }: OpusAbsence): boolean => fromDate === toDate;

const isBefore = (one: OpusAbsence, other: OpusAbsence): boolean => one.endTime !== '' && other.startTime !== '' && one.endTime <= other.startTime;

/** Whether two share a day; parts of one day that follow each other don't. */
export function overlaps(one: OpusAbsence, other: OpusAbsence): boolean {
	if (one.fromDate > other.toDate || other.fromDate > one.toDate) return false;
	return !(isSingleDay(one) && isSingleDay(other) && (isBefore(one, other) || isBefore(other, one)));
}

/** Where a record comes from: a part of an absence of a firm. Parts count from 1. */
export interface Origin {
	clientId: number;
	absenceId: number;
	part: number;
}

const PATTERN = /^([0-9a-z]{1,7}):([0-9a-z]{1,11}):([0-9a-z]{1,7})$/;

/** `<clientId>:<absenceId>:<part>` in base 36. */
export const encodeOrigin = ({ clientId, absenceId, part }: Origin): string => [clientId, absenceId, part].map((number) => number.toString(36)).join(':');

/**
 * Where the record of a reference comes from.
 * @throws Failure when the reference is none of ours
 */
export function decodeOrigin(reference: string): Origin {
	const match = PATTERN.exec(reference);
	if (!match) throw badInput('reference', `'${reference}' is not the reference of an absence`, 'Rows of the memory are written by Remember alone. Take the row out that was written by hand.');
	const [clientId, absenceId, part] = match.slice(1).map((text) => parseInt(text, 36));
	return { clientId, absenceId, part };
}

/** What tells one absence of Capitech from another: numbers repeat from firm to firm. */
export const absenceKeyOf = ({ clientId, absenceId }: Pick<Origin, 'clientId' | 'absenceId'>): string => `${clientId}:${absenceId}`;
