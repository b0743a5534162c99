import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../kit/json';
import { base64Size } from './diff';
import { byTime, daysOf, readHours, weekdayName } from './hours';
import type { FieldKey, WireNames } from './names';
import { ADDRESS_PARTS, othersOf, RECORD_FIELDS, valueOf, WIRE_NAMES } from './names';

/** Hours by day: `{ monday: ['09:00-12:00', '13:00-15:00'] }`, closed days left out; hours that can't be read as they came. */
function simpleHours(value: unknown, names: WireNames): IDataObject[string] {
	const hours = readHours(value, names);
	if (!hours) return value as IDataObject;
	const days = daysOf(hours).map((day): [string, string[]] => [
		weekdayName(day).toLowerCase(),
		hours.intervals
			.filter(({ weekday }) => weekday === day)
			.sort(byTime)
			.map(({ from, to }) => `${from}-${to}`),
	]);
	return Object.fromEntries(days.filter(([, intervals]) => intervals.length));
}

function simpleAddress(value: unknown, names: WireNames): IDataObject[string] {
	if (!isObject(value)) return (value ?? null) as null;
	return { ...Object.fromEntries(ADDRESS_PARTS.map((part) => [part, valueOf(value, part, names) ?? null])), ...othersOf(value, ADDRESS_PARTS, names) };
}

function simpleLinks(value: unknown, names: WireNames): IDataObject[string] {
	if (!Array.isArray(value)) return (value ?? []) as IDataObject[];
	return value.map((link) => (isObject(link) ? { label: valueOf(link, 'linkLabel', names) ?? null, address: valueOf(link, 'linkAddress', names) ?? null } : (link as IDataObject)));
}

/**
 * A record of an a-kasse or a branch office for a workflow to use: English names, hours by day, the logo's size in bytes in the place of its base64; absent
 * fields are null. What is not known to us stands in `other` under its own name.
 */
export function simplifyRecord(record: IDataObject, names: WireNames = WIRE_NAMES): IDataObject {
	const value = (field: FieldKey) => valueOf(record, field, names) ?? null;
	const logo = value('logo');
	return {
		akasseCode: value('akasseCode'),
		...(value('branchCode') !== null && { branchCode: value('branchCode') }),
		name: value('name'),
		address: simpleAddress(value('address'), names),
		cvrNumber: value('cvrNumber'),
		pNumber: value('pNumber'),
		phone: value('phone'),
		webAddress: value('webAddress'),
		isBusinessDepartment: value('isBusinessDepartment'),
		openingHours: simpleHours(value('openingHours'), names),
		phoneHours: simpleHours(value('phoneHours'), names),
		logoBytes: typeof logo === 'string' && logo !== '' ? base64Size(logo) : null,
		deepLinks: simpleLinks(value('deepLinks'), names),
		other: othersOf(record, RECORD_FIELDS, names),
	};
}
