import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../kit/json';
import type { ReadInterval } from './hours';
import { byTime, readHours } from './hours';
import type { FieldKey, WireNames } from './names';
import { ADDRESS_PARTS, INTERVAL_PARTS, LINK_PARTS, othersOf, RECORD_FIELDS, valueOf, WIRE_NAMES } from './names';

/** What a record is made of, for a human or a trigger that tells which of it changed. */
export const FIELD_GROUPS = ['code', 'name', 'address', 'contact', 'openingHours', 'phoneHours', 'logo', 'links', 'other'] as const;

export type FieldGroup = (typeof FIELD_GROUPS)[number];

type Canonical = string | number | boolean | null | Canonical[];

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A value of which nothing is known: its members by name in lower case and in order, without empty ones. */
function canonicalValue(value: unknown): Canonical {
	if (Array.isArray(value)) return value.map(canonicalValue);
	if (isObject(value)) return canonicalMembers(value);
	return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null;
}

const inOrder = (entries: Canonical[]): Canonical[] =>
	entries
		.map((entry) => [JSON.stringify(entry), entry] as const)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, entry]) => entry);

const canonicalMembers = (object: IDataObject): Canonical[] =>
	inOrder(
		Object.entries(object)
			.filter(([, value]) => value !== undefined && value !== null)
			.map(([name, value]) => [name.toLowerCase(), canonicalValue(value)]),
	);

/** Known members by our names, as texts; the others as they are. */
const canonicalObject = (object: IDataObject, fields: readonly FieldKey[], names: WireNames): Canonical[] => [
	...fields.flatMap((field) => {
		const value = valueOf(object, field, names);
		return isNothing(value) ? [] : [[field, typeof value === 'object' ? canonicalValue(value) : String(value)]];
	}),
	canonicalMembers(othersOf(object, fields, names)),
];

function canonicalHours(value: unknown, names: WireNames): Canonical {
	const hours = readHours(value, names);
	if (!hours) return canonicalValue(value);
	const interval = ({ weekday, from, to, raw }: ReadInterval): Canonical => [weekday, from, to, canonicalMembers(othersOf(raw, INTERVAL_PARTS, names))];
	return inOrder([...hours.intervals].sort(byTime).map(interval));
}

function canonicalLinks(value: unknown, names: WireNames): Canonical {
	if (isNothing(value)) return [];
	return Array.isArray(value) ? value.map((link) => (isObject(link) ? canonicalObject(link, LINK_PARTS, names) : canonicalValue(link))) : canonicalValue(value);
}

/** The address: known parts as texts. One without any is none. */
function canonicalAddress(value: unknown, names: WireNames): Canonical {
	if (isNothing(value)) return [[]];
	return isObject(value) ? canonicalObject(value, ADDRESS_PARTS, names) : canonicalValue(value);
}

/**
 * A record's content by group, such that two records with the same content give the same: the order of names, their letter case, either name of the closing
 * time, a list or an object around the hours, the order of intervals, and empty members make no difference.
 */
export function canonicalRecord(record: IDataObject, names: WireNames = WIRE_NAMES): Record<FieldGroup, Canonical> {
	const value = (field: FieldKey) => valueOf(record, field, names);
	const texts = (...fields: FieldKey[]): Canonical[] => fields.flatMap((field) => (isNothing(value(field)) ? [] : [[field, canonicalText(value(field))]]));
	return {
		code: texts('akasseCode', 'branchCode'),
		name: texts('name'),
		address: canonicalAddress(value('address'), names),
		contact: texts('cvrNumber', 'pNumber', 'phone', 'webAddress', 'isBusinessDepartment'),
		openingHours: canonicalHours(value('openingHours'), names),
		phoneHours: canonicalHours(value('phoneHours'), names),
		logo: texts('logo'),
		links: canonicalLinks(value('deepLinks'), names),
		other: canonicalMembers(othersOf(record, RECORD_FIELDS, names)),
	};
}

const canonicalText = (value: unknown): Canonical => (typeof value === 'object' ? canonicalValue(value) : String(value));

/**
 * A text that stands for a record's content: 32 hexadecimal digits of its SHA-256. The same as long as nothing in it changes, however the service spells it
 * (see canonicalRecord).
 */
export const fingerprint = (record: IDataObject, names: WireNames = WIRE_NAMES): string =>
	createHash('sha256')
		.update(JSON.stringify(canonicalRecord(record, names)))
		.digest('hex')
		.slice(0, 32);
