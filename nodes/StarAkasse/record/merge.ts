import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import { isObject } from '../../kit/json';
import type { HoursShape } from './hours';
import { mergeHours } from './mergeHours';
import type { HoursChange } from './mergeHours';
import type { AddressPart, FieldKey, NameStyle, WireNames } from './names';
import { ADDRESS_PARTS, isDoubled, LINK_PARTS, nameFor, nameIn, styleOf, valueOf, WIRE_NAMES } from './names';

/** The fields that hold one plain value. */
export type PlainField = 'name' | 'cvrNumber' | 'pNumber' | 'phone' | 'webAddress' | 'isBusinessDepartment' | 'logo';

/** What can be taken out of a record; its codes and its name can't. */
export const DELETABLE_FIELDS = [
	...ADDRESS_PARTS,
	'address',
	'cvrNumber',
	'deepLinks',
	'isBusinessDepartment',
	'logo',
	'openingHours',
	'pNumber',
	'phone',
	'phoneHours',
	'webAddress',
] as const satisfies readonly FieldKey[];

export type DeletableField = (typeof DELETABLE_FIELDS)[number];

export interface DeepLink {
	label: string;
	address: string;
}

/** A change of the deep links: those named are added or changed, or they are all there is. */
export interface LinksChange {
	mode: 'change' | 'replace';
	links: DeepLink[];
}

/** A checked change of an a-kasse's or a branch office's record. What it doesn't name stays. */
export interface RecordChange {
	/** Texts; a boolean for isBusinessDepartment; base64 for the logo. */
	plain?: Partial<Record<PlainField, string | boolean>>;
	address?: Partial<Record<AddressPart, string>>;
	deepLinks?: LinksChange;
	openingHours?: HoursChange;
	phoneHours?: HoursChange;
	remove?: readonly DeletableField[];
}

export interface MergeSettings {
	names?: WireNames;
	/** The record whose spelling and shapes are followed where the merged one has none; the merged one itself unless given. */
	like?: IDataObject;
	/** How hours are held where neither of the two holds any. */
	shape?: Partial<Record<'openingHours' | 'phoneHours', HoursShape>>;
}

type Put = { names: WireNames; style: NameStyle };

const unreadable = (field: string): Failure =>
	new Failure({
		kind: 'unreadable',
		message: `The ${field} that stand in the service are in a form that is not understood`,
		advice: 'They can’t be changed without the danger of losing some: nothing was sent.',
	});

/**
 * The value of a field that is to be changed or deleted.
 * @throws Failure where the object holds more than one
 */
function standingFor(object: IDataObject, field: FieldKey, names: WireNames): IDataObject[string] {
	if (isDoubled(object, field, names)) throw unreadable(`two values of ${names[field][0]}`);
	return valueOf(object, field, names);
}

/**
 * Sets a field under the name it has; a value that says the same as the one that stands leaves that one as it is.
 * @throws Failure where a text would take the place of a list or an object
 */
function set(object: IDataObject, field: FieldKey, value: IDataObject[string], { names, style }: Put): IDataObject {
	const standing = standingFor(object, field, names);
	if (typeof standing === 'object' && typeof value !== 'object') throw unreadable(`parts of ${names[field][0]}`);
	if (standing !== undefined && typeof standing !== 'object' && String(standing) === String(value)) return object;
	return { ...object, [nameFor(object, field, names, style)]: value };
}

function without(object: IDataObject, field: FieldKey, names: WireNames): IDataObject {
	if (standingFor(object, field, names) === undefined) return object;
	const name = nameIn(object, field, names);
	return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

function addressOf(record: IDataObject, names: WireNames): IDataObject | undefined {
	const standing = standingFor(record, 'address', names);
	if (standing !== undefined && !isObject(standing)) throw unreadable('parts of the address');
	return standing;
}

function mergeAddress(record: IDataObject, change: NonNullable<RecordChange['address']>, put: Put): IDataObject {
	const standing = addressOf(record, put.names);
	let address: IDataObject = standing ?? {};
	for (const part of ADDRESS_PARTS) {
		const value = change[part];
		if (value !== undefined) address = set(address, part, value, put);
	}
	return address === standing ? record : set(record, 'address', address, put);
}

/** What has neither part of a link may have them under names that are not known. */
const isLink = (value: unknown, names: WireNames): boolean => isObject(value) && LINK_PARTS.some((part) => nameIn(value, part, names) !== undefined);

function mergeLinks(record: IDataObject, { mode, links }: LinksChange, put: Put): IDataObject {
	const standing = standingFor(record, 'deepLinks', put.names) ?? [];
	if (!Array.isArray(standing) || !standing.every((link): link is IDataObject => isLink(link, put.names))) throw unreadable('deep links');
	const written = links.map(({ label, address }) => {
		const [known = {}, second] = standing.filter((link) => String(valueOf(link, 'linkLabel', put.names)) === label);
		if (second && mode === 'change') throw unreadable('two deep links of one label');
		return set(set(known, 'linkLabel', label, put), 'linkAddress', address, put);
	});
	const labels = new Map(links.map(({ label }, at) => [label, written[at]]));
	const kept = standing.map((link) => labels.get(String(valueOf(link, 'linkLabel', put.names))) ?? link);
	const list = mode === 'replace' ? written : [...kept, ...written.filter((link) => !kept.includes(link))];
	const isSame = list.length === standing.length && list.every((link, at) => link === standing[at]);
	return isSame ? record : set(record, 'deepLinks', list, put);
}

function remove(record: IDataObject, field: DeletableField, names: WireNames): IDataObject {
	const isPart = (ADDRESS_PARTS as readonly FieldKey[]).includes(field);
	if (!isPart) return without(record, field, names);
	const address = addressOf(record, names);
	const name = nameIn(record, 'address', names);
	return address && name !== undefined ? { ...record, [name]: without(address, field, names) } : record;
}

/**
 * The record with a change in it: everything that the change doesn't name is in it as it was read, under the same names, in the same shape and order, whether
 * we know it or not. The given record stays as it is.
 * @throws Failure where what is to be changed stands in a form that is not understood
 */
export function merge(record: IDataObject, change: RecordChange, { names = WIRE_NAMES, like = record, shape }: MergeSettings = {}): IDataObject {
	const put: Put = { names, style: styleOf(like) };
	let merged: IDataObject = record;
	for (const [field, value] of Object.entries(change.plain ?? {})) merged = set(merged, field as PlainField, value, put);
	if (change.address) merged = mergeAddress(merged, change.address, put);
	if (change.deepLinks) merged = mergeLinks(merged, change.deepLinks, put);
	for (const field of ['openingHours', 'phoneHours'] as const) {
		const hours = change[field];
		if (!hours) continue;
		const value = isDoubled(merged, field, names) ? undefined : mergeHours(merged, field, hours, { names, like, shape });
		if (!value) throw unreadable(field === 'openingHours' ? 'opening hours' : 'phone hours');
		if (value.isChanged) merged = { ...merged, [nameFor(merged, field, names, put.style)]: value.hours };
	}
	for (const field of change.remove ?? []) merged = remove(merged, field, names);
	return merged === record ? { ...record } : merged;
}
