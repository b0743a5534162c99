import { hoursDue } from '../world/absenceDays.ts';
import { ABSENCE_CODES } from '../world/absenceTypes.ts';
import { addDays, daysBetween } from '../world/dates.ts';
import type { Absence } from '../world/types.ts';
import type { Desk } from './desk.ts';
import type { WeightedEdit } from './edits.ts';

type AbsenceDone = { readonly absenceId: number; readonly from?: string | number; readonly to?: string | number };
type AbsenceEdit = (desk: Desk) => AbsenceDone | null;

/** Dates of one employee's absence; `absenceId` where it exists. */
interface Span {
	readonly absenceId?: number;
	readonly employeeId: number;
	readonly fromDate: string;
	readonly endDate: string;
}

const MOST_DAYS_MOVED = 4;
const ATTEMPTS = 20;
const PERCENTS = [100, 80, 60, 50, 40];
const APPROVED = 1;
const NOT_APPROVED = 0;

const period = ({ fromDate, endDate }: Absence): string => `${fromDate}/${endDate ?? ''}`;

/** An edit of one field of an absence: its former value and its new one. */
const fieldEdit =
	(field: 'absenceCode' | 'absencePercent' | 'transactionStatus', choices: readonly (string | number)[]): AbsenceEdit =>
	(desk) => {
		const absence = desk.pickAbsence(() => true);
		if (absence === null) return null;
		const from = absence[field] ?? '';
		const to = desk.random.pick(choices.filter((of) => of !== from));
		desk.enterAbsence({ absenceId: absence.absenceId, [field]: to });
		return { absenceId: absence.absenceId, from, to };
	};

/** Whether an employee has no other absence in a span of dates. */
const isFree = (desk: Desk, { absenceId, employeeId, fromDate, endDate }: Span): boolean =>
	!desk.absencesOf(employeeId).some((of) => of.absenceId !== absenceId && of.fromDate <= endDate && (of.endDate ?? endDate) >= fromDate);

/** The first of some attempts that gives something. */
function firstOf<T>(attempt: () => T | null): T | null {
	for (let left = ATTEMPTS; left > 0; left -= 1) {
		const done = attempt();
		if (done !== null) return done;
	}
	return null;
}

/** Another first day, another last day, or both moved alike; where the employee has no other absence. */
const dates: AbsenceEdit = (desk) =>
	firstOf(() => {
		const absence = desk.pickAbsence(({ endDate }) => endDate !== null);
		if (absence === null || absence.endDate === null) return null;
		const { absenceId, employeeId, fromDate, endDate } = absence;
		const by = desk.random.whole(1, MOST_DAYS_MOVED) * desk.random.pick([-1, 1]);
		const [movesStart, movesEnd] = desk.random.pick([[true, false], [false, true], [true, true]]);
		const changes = { fromDate: movesStart ? addDays(fromDate, by) : fromDate, endDate: movesEnd ? addDays(endDate, by) : endDate };
		if (changes.fromDate > changes.endDate || !isFree(desk, { absenceId, employeeId, ...changes })) return null;
		desk.enterAbsence({ absenceId, ...changes });
		return { absenceId, from: period(absence), to: period({ ...absence, ...changes }) };
	});

const remove: AbsenceEdit = (desk) => {
	const absence = desk.pickAbsence(() => true);
	if (absence === null) return null;
	desk.removeAbsence(absence);
	return { absenceId: absence.absenceId, from: period(absence) };
};

/** A new absence of some days, on dates where the employee has none. */
const enter: AbsenceEdit = (desk) =>
	firstOf(() => {
		const { random, assignment } = desk;
		const employee = random.pick(desk.employees());
		const { clientId, employeeId } = employee;
		const fromDate = addDays(assignment.from, random.whole(0, daysBetween(assignment.from, assignment.to)));
		const endDate = addDays(fromDate, random.whole(0, MOST_DAYS_MOVED));
		if (hoursDue(employee, fromDate) === 0 || !isFree(desk, { employeeId, fromDate, endDate })) return null;
		const absenceId = desk.newAbsenceId();
		const absenceCode = random.pick([...ABSENCE_CODES.keys()]);
		desk.enterAbsence({ absenceId, clientId, employeeId, fromDate, endDate, absenceCode });
		return { absenceId, to: `${fromDate}/${endDate}` };
	});

/** Kinds of edit of absences; a manager makes them only when told to. */
export const ABSENCE_EDITS: Readonly<Record<string, WeightedEdit>> = {
	absenceDates: { edit: dates, weight: 4 },
	absenceCode: { edit: fieldEdit('absenceCode', [...ABSENCE_CODES.keys()]), weight: 2 },
	absencePercent: { edit: fieldEdit('absencePercent', PERCENTS), weight: 2 },
	absenceStatus: { edit: fieldEdit('transactionStatus', [NOT_APPROVED, APPROVED]), weight: 2 },
	deleteAbsence: { edit: remove, weight: 1 },
	newAbsence: { edit: enter, weight: 2 },
};
