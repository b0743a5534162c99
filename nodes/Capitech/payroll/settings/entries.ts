import type { IDataObject } from 'n8n-workflow';

import { isDate } from '../../../kit/dateWindows';
import { badInput } from '../../../kit/failure';
import { isObject, readJson } from '../../../kit/json';
import { readInteger, readText } from '../../../kit/parameters';

/**
 * The entries of a list in the settings: an array from an expression, a JSON text, or the rows of a form. A list that was left out is empty.
 * @param place what the list is called in a message
 */
export function readEntries(place: string, value: unknown): IDataObject[] {
	const list = typeof value === 'string' ? readJson(value || '[]') : (value ?? []);
	const entries = isObject(list) ? (list.rows ?? (Object.keys(list).length ? undefined : [])) : list;
	if (!Array.isArray(entries) || !entries.every(isObject)) {
		throw badInput(place, 'is not a list of entries', 'Give a JSON list such as [{"departmentId": 50, "costCenter": "1010500001"}].');
	}
	return entries;
}

/** A part of the settings that is an object; one that was left out is empty. */
export function readSection(place: string, value: unknown): IDataObject {
	const section = value ?? {};
	if (!isObject(section)) throw badInput(place, 'is not an object', 'Compare it with the example in the documentation of the workflow.');
	return section;
}

/** The names an entry may use; a misspelt one would otherwise be left unheard. */
export function refuseUnknown(place: string, entry: IDataObject, known: readonly string[]): void {
	const unknown = Object.keys(entry).find((name) => !known.includes(name));
	if (unknown !== undefined) throw badInput(place, `has '${unknown}', which is none of its fields`, `It may have ${known.join(', ')}.`);
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A whole number, or undefined where the field is empty. */
export const optionalInteger = (place: string, value: unknown, min = 0): number | undefined => (isGiven(value) ? readInteger(place, value, min) : undefined);

/** A date as `yyyy-MM-dd`, or an empty text. */
export function optionalDate(place: string, value: unknown): string {
	const text = readText(value);
	if (text && !isDate(text)) throw badInput(place, 'is not a date of the calendar', 'Enter it as yyyy-MM-dd, or leave it empty.');
	return text;
}

/** One of a few words; the first of them where the field is empty. */
export function oneOf<T extends string>(place: string, value: unknown, words: readonly [T, ...T[]]): T {
	if (!isGiven(value)) return words[0];
	const word = words.find((candidate) => candidate === value);
	if (word === undefined) throw badInput(place, 'is none of its values', `Use ${words.join(', ')}.`);
	return word;
}

/** A list of texts; numbers are taken too. */
export function readTexts(place: string, value: unknown): string[] {
	const list = value ?? [];
	if (!Array.isArray(list)) throw badInput(place, 'is not a list', 'Write it like ["2001", "2002"].');
	return list.map(readText).filter(Boolean);
}
