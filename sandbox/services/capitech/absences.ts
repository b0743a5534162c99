import type { AbsenceDay } from '../../world/absenceDays.ts';
import { ABSENCE_CODES } from '../../world/absenceTypes.ts';
import type { Absence } from '../../world/types.ts';
import type { AbsenceStore } from './absenceStore.ts';
import type { Parameters } from './parameters.ts';
import { periodOf, refuseTooMany } from './timeTransactions.ts';
import { without } from './wireRows.ts';

/** The open questions that reads of absences depend on (see `switches.ts`). */
export interface AbsenceSettings {
	readonly absenceDateStyle: 'dateTime' | 'plain';
	readonly absenceDays: 'due' | 'all';
	readonly absenceDaysOutside: 'leftOut' | 'given';
	readonly absenceMaxDays: number;
	readonly deletedRows: 'vanish' | 'flagged';
	readonly rowCap: number;
	readonly tooManyAnswer: number;
}

interface Period {
	readonly from: string;
	readonly to: string;
}

interface Found {
	readonly absence: Absence;
	readonly isDeleted: boolean;
}

const FOREVER = '9999-12-31';

const NUMBER_FILTERS: readonly (readonly [parameter: string, field: keyof Absence])[] = [
	['absenceIdFilter', 'absenceId'],
	['employeeIdFilter', 'employeeId'],
	['departmentIdFilter', 'departmentId'],
	['absenceTypeFilter', 'absenceType'],
];

/** Keys that a day carries only with includeAllDetails; two are spelt as Capitech spells them (capitech.md 3.3). */
const DETAILS = [
	...['dayTaskId', 'dayTask', 'dayOrderId', 'dayOrder', 'dayProjectNr', 'dayProject', 'daySubProjectId', 'daySubProject'],
	...['dayPhaseId', 'dayPhase', 'dayShiftId', 'dayFreeDimension1Id', 'dayFreeDimension', 'dayFreeDimension2Id', 'dayFreeDimension2'],
	'dayClassicDutyId',
] as const;

const ORDINARY_DIMENSION = { dayFreeDimension1Id: 10, dayFreeDimension: 'Ordinær' };

/** The absences of a firm that touch the period and pass all filters, by number; deleted ones where they are told of. */
function find(parameters: Parameters, clientId: number, store: AbsenceStore, { from, to }: Period, settings: AbsenceSettings): Found[] {
	const since = parameters.date('updateFromDateFilter');
	const codes = parameters.texts('absenceCodeFilter');
	const numbers = NUMBER_FILTERS.map(([parameter, field]) => [parameters.ints(parameter), field] as const);
	const passes = (absence: Absence): boolean =>
		absence.clientId === clientId &&
		absence.fromDate <= to &&
		(absence.endDate ?? FOREVER) >= from &&
		(since === null || absence.updatedOn.slice(0, 10) >= since) &&
		(codes === null || codes.has(absence.absenceCode)) &&
		numbers.every(([wanted, field]) => wanted === null || wanted.has(absence[field] as number));
	const tellsOfDeleted = settings.deletedRows === 'flagged' && since !== null;
	const deleted = tellsOfDeleted ? store.deleted : [];
	return [
		...store.list().filter(passes).map((absence) => ({ absence, isDeleted: false })),
		...deleted.filter(passes).map((absence) => ({ absence, isDeleted: true })),
	].sort((one, other) => one.absence.absenceId - other.absence.absenceId);
}

/** An absence without what the wire shows by day only. */
function toWire({ absence, isDeleted }: Found, { absenceDateStyle, deletedRows }: AbsenceSettings): object {
	const isPlain = absenceDateStyle === 'plain';
	const date = (of: string | null): string | null => (of === null || isPlain ? of : `${of}T00:00:00`);
	const stamp = (of: string): string => (isPlain ? of : of.replace(' ', 'T'));
	const { fromDate, endDate, createdOn, updatedOn } = absence;
	const dates = { fromDate: date(fromDate), endDate: date(endDate), createdOn: stamp(createdOn), updatedOn: stamp(updatedOn) };
	return { ...without(absence, 'selfDeclaration', 'transactionStatus'), ...dates, ...(deletedRows === 'flagged' ? { isDeleted } : {}) };
}

function toWireDay(found: Found, day: AbsenceDay, settings: AbsenceSettings, allDetails: boolean): object {
	const { absence } = found;
	const category = ABSENCE_CODES.get(absence.absenceCode)?.category;
	const details = Object.fromEntries(DETAILS.map((key) => [key, null]));
	return {
		...toWire(found, settings),
		dayDate: day.date,
		dayStartTime: day.startTime,
		dayEndTime: day.endTime,
		...(allDetails ? { ...details, ...ORDINARY_DIMENSION } : {}),
		dayAbsencePersent: absence.absencePercent,
		daySelfDeclaration: absence.selfDeclaration,
		dayTransactionStatus: absence.transactionStatus,
		dayTimeCategoryId: category?.id ?? null,
		dayTimeCategory: category?.name ?? null,
		dayCalculatedHours: day.hours,
		dayPaidHours: day.paidHours,
	};
}

/** Absence/getAbsence: the absences that touch the period (capitech.md 3.3). */
export function getAbsence(parameters: Parameters, clientId: number, store: AbsenceStore, settings: AbsenceSettings): object[] {
	const found = find(parameters, clientId, store, periodOf(parameters, settings.absenceMaxDays), settings);
	parameters.nothingElse();
	refuseTooMany(found.length, settings);
	return found.map((of) => toWire(of, settings));
}

/** Absence/getAbsenceTransactions: one element per absence and day (capitech.md 3.3). */
export function getAbsenceTransactions(
	parameters: Parameters,
	clientId: number,
	store: AbsenceStore,
	settings: AbsenceSettings,
): object[] {
	const period = periodOf(parameters, settings.absenceMaxDays);
	const found = find(parameters, clientId, store, period, settings);
	const allDetails = parameters.flag('includeAllDetails') === true;
	parameters.nothingElse();
	const days = found.flatMap((of) => {
		const { fromDate, endDate } = of.absence;
		const span = settings.absenceDaysOutside === 'given' ? { from: fromDate, to: endDate ?? period.to } : period;
		const listed = store.daysOf(of.absence, span, settings.absenceDays === 'all');
		return listed.map((day) => toWireDay(of, day, settings, allDetails));
	});
	refuseTooMany(days.length, settings);
	return days;
}
