import { daysBetween } from '../../world/dates.ts';
import type { TimeTransaction } from '../../world/types.ts';
import type { Parameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { TransactionStore } from './transactionStore.ts';

/** The open questions that the query depends on (see `switches.ts`). */
export interface QuerySettings {
	readonly windowTests: 'dateIn' | 'overlap';
	readonly rowCap: number;
	readonly maxDays: number;
	readonly tooManyAnswer: number;
	readonly nullStatusWithFilter: 'excluded' | 'included';
	readonly unapprovalMatchesFilter: boolean;
	readonly deletedRows: 'vanish' | 'flagged';
}

/** A row of the answer, and whether it is one that was deleted. */
export interface FoundRow {
	readonly row: TimeTransaction;
	readonly isDeleted: boolean;
}

type Test = (row: TimeTransaction) => boolean;

const LEVELS = ['approvedLevelOne', 'approvedLevelTwo', 'approvedLevelThree', 'approvedLevelFour'] as const;

/** Request parameters that hold numbers, with the row's field each is compared with (capitech.md 3.1). */
const NUMBER_FILTERS: readonly (readonly [parameter: string, field: keyof TimeTransaction])[] = [
	['employeeIdFilter', 'employeeId'],
	['departmentIdFilter', 'departmentId'],
	['taskIdFilter', 'taskId'],
	['orderIdFilter', 'orderId'],
	['dutyIdFilter', 'shiftId'],
	['projectIdFilter', 'projectId'],
	['subProjectIdFilter', 'subProjectId'],
	['projectPhaseIdFilter', 'projectPhaseId'],
	['freeDimension1Filter', 'freeDimension1Id'],
	['freeDimension2Filter', 'freeDimension2Id'],
	['timeCategoryIdFilter', 'timeCategoryId'],
];

/** Request parameters that hold texts, with the row's field. */
const TEXT_FILTERS: readonly (readonly [parameter: string, field: keyof TimeTransaction])[] = [
	['timeCategoryTypeIdFilter', 'timeCategoryTypeId'],
	['projectAlphanumericCodeFilter', 'projectAlphanumericCode'],
	['subProjectAlphanumericCodeFilter', 'subProjectAlphanumericCode'],
	['phaseAlphanumericCodeFilter', 'phaseAlphanumericCode'],
];

function approvalTest(parameters: Parameters): Test | null {
	const levels = parameters.ints('approvedLevelFilter');
	if (levels === null) return null;
	const fields = [...levels].map((level) => {
		const field = LEVELS[level - 1];
		if (field === undefined) throw new Refusal('The parameter approvedLevelFilter takes the levels 1 to 4.');
		return field;
	});
	return (row) => fields.some((field) => row[field] === 1);
}

function statusTest(parameters: Parameters, settings: QuerySettings): Test | null {
	const wanted = parameters.intOrInts('externalStatusCodeFilter');
	const includeNull = parameters.flag('includeElementsWithExternalStatusCodeNull');
	if (wanted === null) return includeNull === false ? (row) => row.externalStatusCode !== null : null;
	const nullsMatch = includeNull ?? settings.nullStatusWithFilter === 'included';
	return ({ externalStatusCode: status }) => (status === null ? nullsMatch : wanted.has(status));
}

function payableTest(parameters: Parameters): Test | null {
	const payable = parameters.flag('includePayableCategory');
	return payable === null ? null : (row) => (row.timeCategoryPayable === 1) === payable;
}

function updatedTest(parameters: Parameters): Test | null {
	const since = parameters.date('lastUpdatedGreaterThanOrEqualToFilter');
	return since === null ? null : (row) => row.lastUpdatedOn.slice(0, 10) >= since;
}

function approvedOrUpdatedTest(parameters: Parameters, store: TransactionStore, settings: QuerySettings): Test | null {
	const since = parameters.timestamp('lastApprovedOrUpdatedFilter');
	if (since === null) return null;
	const isSince = (stamp: string | null | undefined): boolean => typeof stamp === 'string' && `${stamp}.000` >= since;
	return (row) =>
		isSince(row.lastUpdatedOn) ||
		LEVELS.some((level) => isSince(row[`${level}On`])) ||
		(settings.unapprovalMatchesFilter && isSince(store.unapprovedOn(row)));
}

function testsOf(parameters: Parameters, store: TransactionStore, settings: QuerySettings): Test[] {
	const tests: (Test | null)[] = [
		approvalTest(parameters),
		statusTest(parameters, settings),
		payableTest(parameters),
		updatedTest(parameters),
		approvedOrUpdatedTest(parameters, store, settings),
	];
	for (const [parameter, field] of NUMBER_FILTERS) {
		const wanted = parameters.ints(parameter);
		if (wanted !== null) tests.push((row) => wanted.has(row[field] as number));
	}
	for (const [parameter, field] of TEXT_FILTERS) {
		const wanted = parameters.texts(parameter);
		if (wanted !== null) tests.push((row) => wanted.has(row[field] as string));
	}
	return tests.filter((test) => test !== null);
}

/** The period asked for, both ends included; refused when it is longer than `maxDays` dates. */
export function periodOf(parameters: Parameters, maxDays: number): { from: string; to: string } {
	const from = parameters.required('fromDate', parameters.date('fromDate'));
	const to = parameters.required('toDate', parameters.date('toDate'));
	if (from > to) throw new Refusal('fromDate must not be after toDate.');
	const days = daysBetween(from, to) + 1;
	if (days > maxDays) {
		throw new Refusal(`The period is too long: ${days} days, at most ${maxDays} are accepted.`, 'Period exceeds the limit.');
	}
	return { from, to };
}

/** Refuses a result of more rows than the cap: nothing is ever cut (capitech.md 4.20). */
export function refuseTooMany(rows: number, { rowCap, tooManyAnswer }: Pick<QuerySettings, 'rowCap' | 'tooManyAnswer'>): void {
	if (rows <= rowCap) return;
	throw new Refusal(
		'Too many results. Narrow the period or the filters.',
		`The result exceeds the maximum allowed number of records (${rowCap}).`,
		tooManyAnswer,
	);
}

const byDateAndKey = ({ row: one }: FoundRow, { row: other }: FoundRow): number =>
	one.dateIn < other.dateIn
		? -1
		: one.dateIn > other.dateIn
			? 1
			: one.uid - other.uid || one.timeCategoryId - other.timeCategoryId;

/**
 * Time/getTimeTransactions: the rows of a firm and period that pass all filters (they combine with AND, the values
 * of one filter with OR). Refused when there are more than the cap: nothing is ever cut (capitech.md 3.1, 4.20).
 */
export function findTimeTransactions(
	parameters: Parameters,
	clientId: number,
	store: TransactionStore,
	settings: QuerySettings,
): FoundRow[] {
	const { from, to } = periodOf(parameters, settings.maxDays);
	const tests = testsOf(parameters, store, settings);
	const passes: Test = (row) => tests.every((test) => test(row));
	const inPeriod =
		settings.windowTests === 'overlap' ? store.touching(clientId, from, to) : store.withDateIn(clientId, from, to);

	const found: FoundRow[] = [];
	for (const row of inPeriod) if (passes(row)) found.push({ row, isDeleted: false });
	const asksForChanges =
		parameters.date('lastUpdatedGreaterThanOrEqualToFilter') !== null ||
		parameters.timestamp('lastApprovedOrUpdatedFilter') !== null;
	if (settings.deletedRows === 'flagged' && asksForChanges) {
		for (const row of store.deleted) {
			const isInPeriod = row.clientId === clientId && row.dateIn >= from && row.dateIn <= to;
			if (isInPeriod && passes(row)) found.push({ row, isDeleted: true });
		}
	}
	refuseTooMany(found.length, settings);
	return found.sort(byDateAndKey);
}
