import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

/** One code of a list. It is valid from its first day until the day before its last (closed-open: contract, section 7). */
export interface CodeLine extends IDataObject {
	/** As the service gives it, a number in STAR's own model. */
	code: string | number | null;
	name: string | null;
	description: string | null;
	/** `yyyy-MM-dd`; null where nothing bounds it. */
	validFrom: string | null;
	/** The first day on which it is no longer valid. */
	validTo: string | null;
}

/** What the fields of a line may be called; the names are our reading (contract, section 1.1). */
const NAMES = {
	code: ['kode', 'code', 'identifier'],
	name: ['navn', 'name', 'text'],
	description: ['beskrivelse', 'description'],
	validFrom: ['startdato', 'startdate', 'validfrom'],
	validTo: ['slutdato', 'enddate', 'validto'],
} as const;

/** The value under the first of these names, in any letter case; null where there is none. */
function valueIn(line: IDataObject, names: readonly string[]): string | number | null {
	const entries = Object.entries(line).map(([name, value]): [string, unknown] => [name.toLowerCase(), value]);
	const found = names.map((name) => entries.find(([key]) => key === name)?.[1]).find((value) => value !== undefined && value !== null && value !== '');
	return typeof found === 'string' || typeof found === 'number' ? found : null;
}

const textIn = (line: IDataObject, names: readonly string[]): string | null => valueIn(line, names)?.toString() ?? null;

const ZONE = 'Europe/Copenhagen';

/** The Danish date of a point in time, if it is one; any other text stays. */
function dateIn(line: IDataObject, names: readonly string[]): string | null {
	const text = textIn(line, names);
	if (text === null || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return text;
	return DateTime.fromISO(text, { zone: ZONE }).toISODate() ?? text.slice(0, 10);
}

export const readLine = (line: IDataObject): CodeLine => ({
	code: valueIn(line, NAMES.code),
	name: textIn(line, NAMES.name),
	description: textIn(line, NAMES.description),
	validFrom: dateIn(line, NAMES.validFrom),
	validTo: dateIn(line, NAMES.validTo),
});

/** Whether a code is valid on a date (`yyyy-MM-dd`). */
export const isValidOn = ({ validFrom, validTo }: CodeLine, date: string): boolean => (validFrom === null || validFrom <= date) && (validTo === null || date < validTo);
