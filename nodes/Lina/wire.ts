import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../kit/failure';

/**
 * The failure of an answer that is not what the contract says. It names the field and the day, never a value.
 * @param what which field of which day, and what is wrong with it
 */
export const unreadable = (what: string): Failure =>
	new Failure({
		kind: 'unreadable',
		message: what,
		advice: 'Look the day up in LINA and put it right there, or report it to LINA. Nothing is given out until then, so that no hours and no costs are taken for none. Get Full Day and Get Changes give the raw answer with Simplify off.',
	});

const isRow = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list with gaps, as PHP writes it. An empty list has none: `{}` is something else, and nobody is told as withdrawn, no day as emptied for it. */
const isListWithGaps = (value: unknown): value is IDataObject => isRow(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => /^\d+$/.test(key));

/**
 * The rows of an answer: a list, or, as PHP writes a list with gaps, an object of them by number (contract, section 5, point 6).
 * @throws Failure where it is neither
 */
export function rowsIn(answer: unknown, where: string): IDataObject[] {
	const rows: unknown[] | undefined = Array.isArray(answer) ? answer : isListWithGaps(answer) ? Object.values(answer) : undefined;
	if (!rows?.every(isRow)) throw unreadable(`LINA's answer for ${where} is no list of rows`);
	return rows;
}

const WRITTEN = /^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i;

/** A number, or a text that is one, with a point or a comma; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
	const number = typeof value === 'string' && WRITTEN.test(value.trim()) ? Number(value.trim().replace(',', '.')) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/**
 * The number in a field of a row; sister groups of the service write some as texts (contract, section 1.10).
 * @throws Failure where it is none: taken for nothing, hours or costs would be lost unseen
 */
export function numberIn(row: IDataObject, field: string, where: string): number {
	const number = numberOf(row[field]);
	if (number === undefined) throw unreadable(`The field ${field} of ${where} is ${row[field] === undefined ? 'missing' : 'not a number'}`);
	return number;
}
