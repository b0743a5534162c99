import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../../kit/failure';
import { readText } from '../../../kit/parameters';
import type { TimeTransaction } from '../../time/row';
import { optionalInteger } from './entries';

/** Which rows an entry of the settings is for; what is left out fits any row. */
export interface Selectors {
	/** Lønnsgruppe of the employee. */
	employeeGroup?: number;
	projectId?: number;
	/** Alphanumeric code of the project, in place of its number. */
	projectCode?: string;
	freeDimension1Id?: number;
	freeDimension2Id?: number;
	departmentId?: number;
}

/** An entry of the settings with the rows it is for. */
export interface Selected {
	selectors: Selectors;
}

/** A row with what is known of its employee. */
export interface Subject {
	row: TimeTransaction;
	employeeGroup: number | null;
}

/** The fields by which an entry says which rows it is for. */
export const SELECTOR_FIELDS = ['departmentId', 'projectId', 'projectCode', 'freeDimension1Id', 'freeDimension2Id', 'employeeGroup'] as const;

/**
 * How much a selector counts. Each counts more than all that follow it together, so that of two entries for different selectors one always goes first; a project
 * named by its number goes just before the same one named by its code.
 */
const WEIGHTS: Record<keyof Selectors, number> = { employeeGroup: 16, projectId: 8.5, projectCode: 8, freeDimension1Id: 4, freeDimension2Id: 2, departmentId: 1 };

/** Reads the selectors of an entry. */
export function readSelectors(place: string, entry: IDataObject): Selectors {
	const numbers = SELECTOR_FIELDS.filter((name) => name !== 'projectCode').map((name) => [name, optionalInteger(`${place}, ${name}`, entry[name])] as const);
	const projectCode = readText(entry.projectCode);
	const given = [...numbers, ['projectCode', projectCode || undefined] as const].filter(([, value]) => value !== undefined);
	const selectors: Selectors = Object.fromEntries(given);
	if (selectors.projectId !== undefined && selectors.projectCode !== undefined) {
		throw badInput(place, 'gives both projectId and projectCode', 'Name the project by one of them.');
	}
	return selectors;
}

const names = (selectors: Selectors): Array<keyof Selectors> => Object.keys(selectors) as Array<keyof Selectors>;

const weigh = (selectors: Selectors): number => names(selectors).reduce((total, name) => total + WEIGHTS[name], 0);

const sameText = (one: unknown, other: unknown): boolean => readText(one).toLowerCase() === readText(other).toLowerCase();

const valueOf = ({ row, employeeGroup }: Subject, name: keyof Selectors): unknown => {
	if (name === 'employeeGroup') return employeeGroup;
	return name === 'projectCode' ? row.projectAlphanumericCode : row[name];
};

const fits = (selectors: Selectors, subject: Subject): boolean =>
	names(selectors).every((name) => {
		const value = valueOf(subject, name);
		return value !== null && value !== undefined && sameText(value, selectors[name]);
	});

/**
 * The entry for a row: of those that fit, the most specific. Employee group goes before project, project before free dimension 1, free dimension 1 before 2, and
 * any of them before the department.
 */
export function mostSpecific<T extends Selected>(entries: readonly T[], subject: Subject): T | undefined {
	let best: T | undefined;
	for (const entry of entries) {
		if (fits(entry.selectors, subject) && (!best || weigh(entry.selectors) > weigh(best.selectors))) best = entry;
	}
	return best;
}

/** What tells one entry from another; two with the same would leave it to chance which one counts. */
const keyOf = (selectors: Selectors): string => JSON.stringify(SELECTOR_FIELDS.map((name) => readText(selectors[name]).toLowerCase()));

/**
 * Refuses entries for the same rows.
 * @throws Failure naming the second of them
 */
export function refuseRepeats(place: string, entries: readonly Selected[], groupOf: (at: number) => unknown = () => ''): void {
	const seen = new Set<string>();
	entries.forEach(({ selectors }, at) => {
		const key = `${String(groupOf(at))} ${keyOf(selectors)}`;
		if (seen.has(key)) throw badInput(`${place}, entry ${at + 1}`, 'is for the same rows as an entry before it', 'Leave one of the two out.');
		seen.add(key);
	});
}
