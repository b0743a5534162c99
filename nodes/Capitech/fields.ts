import type { IDataObject } from 'n8n-workflow';

/** How a value of the wire is read; the styles met in production differ from those documented (contract, sections 3.1 and 4, point 23). */
export type ReadValue = (value: unknown) => IDataObject[string];

const isMissing = (value: unknown): boolean => value === null || value === undefined;

const isBlank = (value: unknown): boolean => isMissing(value) || value === '';

export const asText: ReadValue = (value) => (isMissing(value) ? null : String(value));

/** A number however it is written, with a point or a comma; NaN where something else than a number came, null where nothing did. */
export function numberIn(value: unknown): number | null {
	if (isBlank(value)) return null;
	const number = typeof value === 'string' && value.trim() ? Number(value.replace(',', '.')) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : NaN;
}

export const asNumber: ReadValue = (value) => {
	const number = numberIn(value);
	return Number.isNaN(number) ? null : number;
};

/** 1/0 and true/false are both met. */
const isYes = (value: unknown): boolean => value === true || value === 'true' || Number(value) === 1;

/** 1 or null: null, not 0, means not approved (contract, section 4, point 9). */
export const asApproval: ReadValue = (value) => (isYes(value) ? 1 : null);

export const asPayable: ReadValue = (value) => (isMissing(value) ? null : isYes(value) ? 1 : 0);

/** A flag that is false where it is missing. */
export const asFlag: ReadValue = (value) => isYes(value);

/** A flag of which nothing is known where it is missing. */
export const asKnownFlag: ReadValue = (value) => (isBlank(value) ? null : isYes(value));

const NORWEGIAN = /^(\d{2})\.(\d{2})\.(\d{4})(?:[ T](\d{2})[.:](\d{2})[.:](\d{2}))?/;

/** A date or a stamp in the Norwegian style turned into the other one, which stays as it is. */
const inIsoStyle = (text: string): string =>
	text.replace(NORWEGIAN, (_all, day, month, year, hour, minute, second) => `${year}-${month}-${day}${hour ? ` ${hour}:${minute}:${second}` : ''}`);

/** `yyyy-MM-dd HH:mm:ss`, whichever of the styles met in production came (contract, section 3.1). No zone: it is local time in Norway. */
export const asStamp: ReadValue = (value) => {
	if (isBlank(value)) return null;
	const text = inIsoStyle(String(value));
	const stamp = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(text);
	return stamp ? `${stamp[1]} ${stamp[2]}` : text;
};

/** `yyyy-MM-dd` */
export const asDate: ReadValue = (value) => (isBlank(value) ? null : inIsoStyle(String(value)).slice(0, 10));

/** A field's name in the form the pack gives out, its reading, and its name on the wire where that is another one. */
export type Field = readonly [name: string, read: ReadValue, wire?: string];

/**
 * The fields of an element of an answer, in their order. The documentation spells keys in mixed case, so that they are read case-insensitively; what is missing is
 * read as nothing.
 */
export function readFields(wire: IDataObject, fields: readonly Field[]): IDataObject {
	const byLowerCase = new Map(Object.entries(wire).map(([name, value]) => [name.toLowerCase(), value]));
	return Object.fromEntries(fields.map(([name, read, wire = name]) => [name, read(byLowerCase.get(wire.toLowerCase()))]));
}

/** What an element holds beside the given fields: newer versions of the service give out more than is documented. */
export function otherFields(wire: IDataObject, fields: readonly Field[]): IDataObject {
	const known = new Set(fields.map(([name, , wire = name]) => wire.toLowerCase()));
	return Object.fromEntries(Object.entries(wire).filter(([name]) => !known.has(name.toLowerCase())));
}

/** Some of the fields of an element. */
export const pick = (element: IDataObject, names: readonly string[]): IDataObject => Object.fromEntries(names.map((name) => [name, element[name]]));
