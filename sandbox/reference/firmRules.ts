import type { CapitechEmployee, TimeTransaction } from '../world/types.ts';
import { approvalLevelOf, type CostObjectEntry, type FirmAgreement, type PayElementEntry, type Selectors } from './agreement.ts';

/** A pay element with the unit of its quantity. */
export type PaidAs = Extract<PayElementEntry, { payElement: string }>;

/** How a row is paid: as a pay element, not exported by agreement, or not agreed. */
export type Mapping = PaidAs | 'notExported' | 'unmapped';

const LEVELS = ['approvedLevelOne', 'approvedLevelTwo', 'approvedLevelThree', 'approvedLevelFour'] as const;

const GROUP = 16;
const PROJECT = 8;
const FREE_DIMENSION_1 = 4;
const FREE_DIMENSION_2 = 2;
const DEPARTMENT = 1;

/** How specifically an entry speaks of a row; null when one of its selectors does not fit. */
function weightOf(of: Selectors, row: TimeTransaction, group: number | null): number | null {
	const tests: readonly (readonly [selector: unknown, value: unknown, weight: number])[] = [
		[of.employeeGroup, group, GROUP],
		[of.projectId, row.projectId, PROJECT],
		[of.projectCode, row.projectAlphanumericCode, PROJECT],
		[of.freeDimension1Id, row.freeDimension1Id, FREE_DIMENSION_1],
		[of.freeDimension2Id, row.freeDimension2Id, FREE_DIMENSION_2],
		[of.departmentId, row.departmentId, DEPARTMENT],
	];
	let weight = 0;
	for (const [selector, value, worth] of tests) {
		if (selector === undefined) continue;
		if (selector !== value) return null;
		weight += worth;
	}
	return weight;
}

function mostSpecific<T extends Selectors>(entries: readonly T[], row: TimeTransaction, group: number | null): T | undefined {
	let best: T | undefined;
	let most = -1;
	for (const entry of entries) {
		const weight = weightOf(entry, row, group);
		if (weight === null || weight <= most) continue;
		best = entry;
		most = weight;
	}
	return best;
}

/** The rules of one firm, applied to its rows. */
export class FirmRules {
	readonly #firm: FirmAgreement;
	readonly #employees: ReadonlyMap<number, CapitechEmployee>;
	readonly #byCategory: ReadonlyMap<number, readonly PayElementEntry[]>;
	readonly #numbers: ReadonlyMap<number, FirmAgreement['employees']['table']>;
	readonly #confirmedPairs: ReadonlySet<string>;

	constructor(firm: FirmAgreement, employees: readonly CapitechEmployee[]) {
		this.#firm = firm;
		const own = employees.filter((employee) => employee.clientId === firm.clientId);
		this.#employees = new Map(own.map((employee) => [employee.employeeId, employee]));
		this.#byCategory = Map.groupBy(firm.payElements, (entry) => entry.timeCategoryId);
		this.#numbers = Map.groupBy(firm.employees.table, (entry) => entry.employeeId);
		this.#confirmedPairs = new Set(firm.confirmedPairs);
	}

	/** Approved on the level that counts in the row's department, and closed; a row without times has none to end. */
	isReady(row: TimeTransaction): boolean {
		const level = approvalLevelOf(this.#firm, row.departmentId);
		const isClosed =
			(row.timeOut !== null && row.dateOut !== null) || (row.timeCategoryTypeId === 'T' && row.timeIn === null);
		return isClosed && row[LEVELS[level - 1]] === 1;
	}

	/** The agreed pay element; ordinary hours (type O) need an entry that names the employee's group. */
	mappingOf(row: TimeTransaction): Mapping {
		if (row.timeCategoryPayable !== 1) return 'unmapped';
		const all = this.#byCategory.get(row.timeCategoryId) ?? [];
		const entries = row.timeCategoryTypeId === 'O' ? all.filter((entry) => entry.employeeGroup !== undefined) : all;
		const entry = mostSpecific(entries, row, this.#employees.get(row.employeeId)?.wageGroupId ?? null);
		if (entry === undefined) return 'unmapped';
		return 'doNotExport' in entry ? 'notExported' : entry;
	}

	/** Whether an overtime and an overtime supplement of one registration would both be paid without confirmation. */
	isToConfirm(registration: readonly (readonly [row: TimeTransaction, mapping: Mapping])[]): boolean {
		const paid = (type: string): string[] =>
			registration.flatMap(([{ timeCategoryTypeId, timeCategoryId }, mapping]) =>
				timeCategoryTypeId === type && typeof mapping === 'object'
					? [`${timeCategoryId} ${mapping.payElement}/${mapping.serialNumber}`]
					: [],
			);
		const supplements = paid('S');
		return paid('P').some((overtime) => supplements.some((other) => !this.#confirmedPairs.has(`${overtime} + ${other}`)));
	}

	/** The Opus number on the work date, by the employee's table entries or else by the source; null: for a human. */
	numberOf({ employeeId, departmentId, dateIn }: Pick<TimeTransaction, 'employeeId' | 'departmentId' | 'dateIn'>): string | null {
		const entries = this.#numbers.get(employeeId);
		if (entries === undefined) return this.#numberBySource(employeeId);
		const valid = entries.filter(({ from, to }) => (from ?? '') <= dateIn && dateIn <= (to ?? '9999-12-31'));
		const named = valid.filter((entry) => entry.departmentId !== undefined && entry.departmentId === departmentId);
		const chosen = named.length > 0 ? named : valid.filter((entry) => entry.departmentId === undefined);
		return chosen.length === 1 ? chosen[0].employeeNumber : null;
	}

	/** Cost centre and PSP element, one of them or none: then the cost stays with the employee. */
	costObjectOf(row: TimeTransaction): { readonly costCenter: string; readonly pspElement: string } {
		const none: { costCenter: string; pspElement: string } = { costCenter: '', pspElement: '' };
		const entry: CostObjectEntry | undefined = mostSpecific<CostObjectEntry>(this.#firm.costObjects, row, null);
		if (entry === undefined) return none;
		return 'costCenter' in entry ? { ...none, costCenter: entry.costCenter } : { ...none, pspElement: entry.pspElement };
	}

	#numberBySource(employeeId: number): string | null {
		switch (this.#firm.employees.source) {
			case 'sameNumber':
				return String(employeeId);
			case 'externalId':
				return this.#employees.get(employeeId)?.externalId || null;
			case 'table':
				return null;
		}
	}
}
