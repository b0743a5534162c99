import { refuses, type Remark } from '../soap/operation.ts';

/** The class of the module's messages; class and numbers are the sandbox's own, only 138 is Opus's (kmd-opus.md 4.2, 4.4). */
export const MESSAGE_CLASS = 'ZLPT';

/** Message numbers. */
export const NUMBER = {
	fieldMissing: 1,
	fieldInvalid: 2,
	operationUnknown: 3,
	employeeUnknown: 10,
	outsideEmployment: 11,
	employmentEnded: 12,
	payPeriodClosed: 13,
	employeeLocked: 138,
	typeUnknown: 20,
	startAfterEnd: 21,
	timesOnSeveralDays: 22,
	timesReversed: 23,
	timeMissing: 24,
	periodTooLong: 25,
	additionalDataMissing: 30,
	additionalDataUnknown: 31,
	additionalDataNotAllowed: 32,
	relationOutOfTime: 33,
	noOriginal: 40,
	recordLocked: 41,
	collision: 42,
	inUse: 43,
	quotaExhausted: 50,
	quotaMissing: 51,
	quotaUnknown: 52,
	hoursInvalid: 60,
	nothingRegistered: 61,
	noPlannedTime: 90,
	longAgo: 91,
} as const;

/** A complaint of the module: a remark with its number. */
export type Complaint = Remark & { readonly code: number; readonly text: string };

/** A complaint that refuses. */
export const error = (code: number, text: string): Complaint => ({ type: 'E', code, text });

/** A complaint that only warns. */
export const warning = (code: number, text: string): Complaint => ({ type: 'W', code, text });

/** A complaint that only informs. */
export const information = (code: number, text: string): Complaint => ({ type: 'I', code, text });

/** Whether any of them refuses. */
export const refused = (remarks: readonly Remark[]): boolean => remarks.some(refuses);
