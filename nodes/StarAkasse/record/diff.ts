import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../kit/json';
import { canonicalRecord } from './canonical';
import { dayText, daysOf, readHours, weekdayName } from './hours';
import type { FieldKey, WireNames } from './names';
import { ADDRESS_PARTS, LINK_PARTS, othersOf, RECORD_FIELDS, valueOf, WIRE_NAMES } from './names';

/** What differs in one field; null where it is absent. Hours are told by day, a logo by its size and a few characters of its hash. */
export interface Difference extends IDataObject {
	/** For a human: `Phone`, `Opening Hours Monday`, or the name on the wire of a field that is not known to us. */
	field: string;
	before: string | null;
	after: string | null;
}

const LABELS: Partial<Record<FieldKey, string>> = {
	akasseCode: 'A-Kasse Code',
	branchCode: 'Branch Office Code',
	name: 'Name',
	cvrNumber: 'CVR Number',
	pNumber: 'P Number',
	phone: 'Phone',
	webAddress: 'Web Address or Email',
	isBusinessDepartment: 'Virksomhedsafdeling',
	street: 'Street',
	houseNumber: 'House Number',
	floor: 'Floor',
	door: 'Door',
	postalCode: 'Postal Code',
	city: 'City',
	municipalityCode: 'Municipality Code',
	countryCode: 'Country Code',
};

const PLAIN = ['akasseCode', 'branchCode', 'name', 'cvrNumber', 'pNumber', 'phone', 'webAddress', 'isBusinessDepartment'] as const;

const asText = (value: unknown): string | null => {
	if (value === undefined || value === null || value === '') return null;
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The size of a base64 text's content in bytes. */
export const base64Size = (base64: string): number => Buffer.from(base64, 'base64').length;

/** A logo for a human: an image is no text to look at. */
export const logoText = (value: unknown): string | null => {
	const base64 = asText(value);
	return base64 === null ? null : `${base64Size(base64)} bytes, ${createHash('sha256').update(base64).digest('hex').slice(0, 8)}`;
};

const linkText = (link: unknown, names: WireNames): string => {
	if (!isObject(link)) return asText(link) ?? '';
	const others = othersOf(link, LINK_PARTS, names);
	return `${asText(valueOf(link, 'linkLabel', names)) ?? ''}: ${asText(valueOf(link, 'linkAddress', names)) ?? ''}${Object.keys(others).length ? ` ${JSON.stringify(others)}` : ''}`;
};

const linksText = (value: unknown, names: WireNames): string | null =>
	Array.isArray(value) ? value.map((link) => linkText(link, names)).join('; ') || null : asText(value);

const TAKEN: ReadonlySet<string> = new Set([...Object.values(LABELS), 'Address', 'Logo', 'Deep Links']);

/** What to call a field that is not known to us: by its name on the wire, apart from the labels of known ones. */
const labelOf = (name: string): string => (TAKEN.has(name) ? `${name} (not known)` : name);

/** Each field of a record as a text, by its label. */
type Texts = Map<string, string | null>;

function addressTexts(value: unknown, names: WireNames): Texts {
	if (!isObject(value)) return new Map([['Address', asText(value)]]);
	return new Map([
		...ADDRESS_PARTS.map((part) => [LABELS[part] ?? part, asText(valueOf(value, part, names))] as const),
		...Object.entries(othersOf(value, ADDRESS_PARTS, names)).map(([name, entry]) => [`adresse.${name}`, asText(entry)] as const),
	]);
}

function recordTexts(record: IDataObject, names: WireNames): Texts {
	const value = (field: FieldKey) => valueOf(record, field, names);
	return new Map([
		...PLAIN.map((field) => [LABELS[field] ?? field, asText(value(field))] as const),
		...addressTexts(value('address'), names),
		['Logo', logoText(value('logo'))],
		['Deep Links', linksText(value('deepLinks'), names)],
		...Object.entries(othersOf(record, RECORD_FIELDS, names)).map(([name, entry]) => [labelOf(name), asText(entry)] as const),
	]);
}

function hoursDiff(label: string, [before, after]: [unknown, unknown], names: WireNames): Difference[] {
	const [was, is] = [readHours(before, names), readHours(after, names)];
	if (!was || !is) return [{ field: label, before: asText(before), after: asText(after) }];
	return daysOf(was, is).map((day) => ({ field: `${label} ${weekdayName(day)}`, before: dayText(was, day, names), after: dayText(is, day, names) }));
}

const isDifferent = ({ before, after }: Difference): boolean => before !== after;

/** What differs between two records, field by field; an empty list where they say the same, however it is spelled. */
export function diff(before: IDataObject, after: IDataObject, names: WireNames = WIRE_NAMES): Difference[] {
	const [was, is] = [recordTexts(before, names), recordTexts(after, names)];
	const fields = [...new Set([...was.keys(), ...is.keys()])];
	const hours = (['openingHours', 'phoneHours'] as const).flatMap((field) =>
		hoursDiff(field === 'openingHours' ? 'Opening Hours' : 'Phone Hours', [valueOf(before, field, names), valueOf(after, field, names)], names),
	);
	const told = [...fields.map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null })), ...hours].filter(isDifferent);
	const isSame = JSON.stringify(canonicalRecord(before, names)) === JSON.stringify(canonicalRecord(after, names));
	return isSame ? [] : told;
}
