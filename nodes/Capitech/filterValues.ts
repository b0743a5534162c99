import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../kit/failure';
import { readIntegerList, readList } from '../kit/parameters';

/** How the value of a filter is read; the label is its name in the node. */
export type ReadFilter = (label: string, value: unknown) => unknown;

/** The filters of an operation by their names in the node: their labels, their names on the wire, and how they are read. */
export type FilterTable = Readonly<Record<string, readonly [label: string, wire: string, read: ReadFilter]>>;

export const integers: ReadFilter = (label, value) => readIntegerList(label, value);

export const texts: ReadFilter = (_label, value) => readList(value);

/** The entries of a list whose entries are resource locators. */
export const located: ReadFilter = (label, value) => {
	const { entries = [] } = (value ?? {}) as { entries?: IDataObject[] };
	return readIntegerList(label, entries.map(({ entry }) => entry));
};

/** Yes, no, or left to the service. */
export const threeValued: ReadFilter = (label, value) => {
	if (value === 'yes' || value === true) return true;
	if (value === 'no' || value === false) return false;
	if (value === 'any') return null;
	throw badInput(label, 'is none of its three values', 'Use yes, no or any.');
};

/** One of the codes of the service, or any of them. */
export const oneOf =
	(...codes: string[]): ReadFilter =>
	(label, value) => {
		if (value === 'any') return null;
		if (!codes.includes(String(value))) throw badInput(label, `is ${String(value)}`, `Use ${codes.join(' or ')}, or any.`);
		return value;
	};

/** An expression leaves a filter unset by giving nothing: one node serves several kinds of query. */
const isUnset = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * The filters of a request from the node's *Filters* collection. One that was left empty, or that filters nothing, is left out.
 * @throws Failure naming the filter that can't be read
 */
export function readFilterTable(collection: IDataObject, table: FilterTable): IDataObject {
	const filters: IDataObject = {};
	for (const [name, [label, wire, read]] of Object.entries(table)) {
		const value = collection[name];
		if (isUnset(value)) continue;
		const filter = read(label, value);
		if (!isUnset(filter)) filters[wire] = filter as IDataObject[string];
	}
	return filters;
}
