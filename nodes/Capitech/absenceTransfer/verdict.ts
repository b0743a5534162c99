import type { DateWindow } from '../../kit/dateWindows';
import type { Employee } from '../payroll/settings/employees';
import { employmentOf } from '../payroll/settings/employees';
import type { OpusType } from './absenceTypes';
import { typeOf } from './absenceTypes';
import type { Absence, AbsenceDay } from './days';
import type { OpusAbsence } from './record';
import type { TransferFirm } from './settings';

/** What is to become of an absence. */
export type Verdict =
	/** These records are to stand, and no others. */
	| { kind: 'wanted'; records: OpusAbsence[]; reason: string | null }
	/** It goes on outside the period that was read; within it, these records are to stand. */
	| { kind: 'beyond'; records: OpusAbsence[]; reason: string }
	/** Somebody has to look at it; what stands is left alone. */
	| { kind: 'human'; reason: string }
	/** It is not ripe yet. */
	| { kind: 'later'; reason: string };

/** What an absence is judged by. */
export interface Grounds {
	firm: TransferFirm;
	employee: Employee | undefined;
	/** The period that was read. */
	window: DateWindow;
	/** `yyyy-MM-dd` */
	today: string;
	/** Whether anything of it may stand in the payroll system. */
	isKnown: boolean;
}

/** A day with what it becomes. */
interface TypedDay {
	day: AbsenceDay;
	percent: number;
	employeeNumber: string;
	/** Null: not to be transferred. */
	opusType: OpusType | null;
}

const human = (reason: string): Verdict => ({ kind: 'human', reason });
const nothing = (reason: string): Verdict => ({ kind: 'wanted', records: [], reason });

/** What a day becomes, or why that can't be told. */
function typeDay(day: AbsenceDay, { firm, employee }: Grounds): TypedDay | { reason: string } {
	const { absenceCode, percent, selfDeclaration, date, startTime, endTime } = day;
	if (percent === null) return { reason: `The degree of absence on ${date} is not known` };
	const entry = typeOf(firm.types, { absenceCode, percent, selfDeclaration });
	if (!entry) return { reason: `The settings give no type for ${absenceCode} of ${percent} %${selfDeclaration === null ? '' : selfDeclaration ? ' by self-declaration' : ' without self-declaration'}` };
	const { opusType } = entry;
	if (opusType && opusType.relation !== 'none' && !opusType.relationKey) return { reason: `Type ${opusType.type} needs a ${opusType.relation}, which Capitech does not know` };
	if (opusType && startTime && endTime && endTime <= startTime) return { reason: `On ${date} it ends at ${endTime}, before it begins: enter an absence over midnight in KMD Opus by hand` };
	const employment = employmentOf(firm.employees, day, date, employee);
	return 'reason' in employment ? employment : { day, percent, employeeNumber: employment.employeeNumber, opusType };
}

const sameType = (one: OpusType | null, other: OpusType | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether a day goes on where the one before it ended: days that were not listed between them are days off, unless they were taken out of the absence. */
const continues = (before: TypedDay | undefined, next: TypedDay, takenOut: string[]): before is TypedDay =>
	before !== undefined &&
	!takenOut.some((date) => date > before.day.date && date < next.day.date) &&
	sameType(before.opusType, next.opusType) &&
	before.percent === next.percent &&
	before.employeeNumber === next.employeeNumber &&
	before.day.endTime === '' &&
	next.day.startTime === '';

/** Days that follow each other and become the same make one record; those that are not to be transferred make none. */
export function recordsOf(days: TypedDay[], takenOut: string[]): OpusAbsence[] {
	const runs: TypedDay[][] = [];
	for (const day of days) {
		const run = runs[runs.length - 1];
		if (run && continues(run[run.length - 1], day, takenOut)) run.push(day);
		else runs.push([day]);
	}
	return runs.flatMap((run) => {
		const [{ day: first, opusType, employeeNumber }] = run;
		const { day: last } = run[run.length - 1];
		return opusType ? [{ employeeNumber, ...opusType, fromDate: first.date, startTime: first.startTime, toDate: last.date, endTime: last.endTime }] : [];
	});
}

/** Where an absence reaches beyond the period that was read; days before the firm's start date don't count. */
function beyond({ fromDate, endDate }: AbsenceDay, { firm: { startDate }, window, today }: Grounds): string | undefined {
	const reachesBack = fromDate < window.from && !(startDate && startDate >= window.from);
	if (reachesBack) return `It begins on ${fromDate}, before the period that was read`;
	if (!endDate) return today > window.to ? 'It has no end yet, and was not read until today' : undefined;
	return endDate > window.to ? `It ends on ${endDate}, after the period that was read` : undefined;
}

/**
 * Decides what is to become of an absence. It is transferred as a whole or not at all: one day that can't be placed holds it back. Pure.
 */
export function judge(absence: Absence, grounds: Grounds): Verdict {
	const { firm, today, isKnown } = grounds;
	const { approvedStatuses, withdrawn, openEnded, startDate } = firm;
	if (absence.isDeleted) return nothing('It was deleted in Capitech');
	if (absence.isTorn) return { kind: 'later', reason: 'It was edited while it was read' };
	if (!approvedStatuses.size) return human('The settings do not say which status counts as approved');
	if (!absence.days.every(({ status }) => status !== null && approvedStatuses.has(status))) {
		if (!isKnown) return { kind: 'later', reason: 'It is not approved' };
		return withdrawn === 'delete' ? nothing('Its approval was withdrawn') : human('Its approval was withdrawn');
	}
	const [first] = absence.days;
	if (!first.endDate && openEnded === 'human') return human('It has no end yet');
	const days = absence.days.filter(({ date }) => date >= startDate && (first.endDate !== '' || date <= today));
	if (!days.length) return { kind: 'wanted', records: [], reason: startDate > absence.days[0].date ? `It lies before ${startDate}` : 'It has not begun' };
	const typed: TypedDay[] = [];
	for (const day of days) {
		const result = typeDay(day, grounds);
		if ('reason' in result) return human(result.reason);
		typed.push(result);
	}
	const records = recordsOf(typed, absence.takenOut);
	const outside = beyond(first, grounds);
	if (outside) return { kind: 'beyond', records, reason: outside };
	return { kind: 'wanted', records, reason: records.length ? null : 'Such absences are not transferred' };
}
