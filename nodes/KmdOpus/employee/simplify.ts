import type { IDataObject } from 'n8n-workflow';

import type { Area } from './areas';
import type { Employee, EmployeeRecord } from './records';

/** A record valid on a date; an end that is missing is open. */
const isValidOn = (date: string) => ({ validFrom, validTo }: EmployeeRecord): boolean => (validFrom ?? '') <= date && date <= (validTo ?? '9999-12-31');

/** The lowest sequence number comes first; where there is none, the record that began last. */
const foremostFirst = (a: EmployeeRecord, b: EmployeeRecord): number =>
	String(a.sequenceNumber ?? '').localeCompare(String(b.sequenceNumber ?? '')) || (b.validFrom ?? '').localeCompare(a.validFrom ?? '');

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The fields of an area for its records, the foremost first. There is one at most, but where values that are not approved yet stand beside the approved ones: these tell some
 * fields only, and the others come from the next record.
 */
const fieldsOf = ({ fields }: Area, records: readonly EmployeeRecord[]): IDataObject =>
	Object.fromEntries(fields.map(({ name, repeats }) => [name, records.map((record) => record[name]).find(isGiven) ?? (repeats ? [] : null)]));

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Under the type's name: `email`, where the area has but a value, or `homeStreet`, where it has several fields. */
function fieldsOfType({ fields, flat }: Area, name: string, record: EmployeeRecord | undefined): IDataObject {
	const own = fields.filter((field) => flat.kind === 'byType' && field.name !== flat.type && field.name !== 'sequenceNumber');
	if (own.some((field) => field.name === 'value')) return { [name]: record?.value ?? null };
	return Object.fromEntries(own.map((field) => [`${name}${capitalized(field.name)}`, record?.[field.name] ?? null]));
}

/** A protected address comes as asterisks. */
const isMasked = (record: EmployeeRecord): boolean => /^\*+$/.test(String(record.street ?? ''));

/** The records of one type: the first under the type's name, others, as a second email address, under the name and their sequence number. */
function flattenType(area: Area, name: string, records: readonly EmployeeRecord[]): IDataObject {
	const [first, ...others] = records;
	const more = others.filter(({ sequenceNumber }) => sequenceNumber !== first.sequenceNumber);
	return Object.assign(
		fieldsOfType(area, name, first),
		...more.map((record) => fieldsOfType(area, `${name}${String(record.sequenceNumber)}`, record)),
	) as IDataObject;
}

function flattenArea(area: Area, valid: EmployeeRecord[]): IDataObject {
	const { flat, name } = area;
	if (flat.kind === 'one') return fieldsOf(area, valid);
	if (flat.kind === 'list') return { [name]: valid.map((record) => fieldsOf(area, [record])) };
	const { type, names, unnamed } = flat;
	const ofType = (code: string) => valid.filter((record) => String(record[type] ?? '') === code);
	const others = [...new Set(valid.map((record) => String(record[type] ?? '')))].filter((code) => !names.some(([named]) => named === code));
	return Object.assign(
		{},
		...names.map(([code, label]) => flattenType(area, label, ofType(code))),
		...others.map((code) => flattenType(area, `${unnamed}${code}`, ofType(code))),
		name === 'addresses' ? { addressProtected: valid.some(isMasked) } : {},
	) as IDataObject;
}

/**
 * One flat item of an employee as of a date (`yyyy-MM-dd`): of each area the record valid on it, null where there is none. Types of address and communication become fields
 * of their own (`email`, `homeStreet`); areas that may have several records at once stay lists.
 */
export function simplify({ employeeNumber, records, managers }: Employee, areas: readonly Area[], asOf: string): IDataObject {
	const valid = (all: EmployeeRecord[] = []) => all.filter(isValidOn(asOf)).filter(({ deleted }) => deleted !== true).sort(foremostFirst);
	const [manager] = valid(managers);
	const flat = areas.map((area) => flattenArea(area, valid(records[area.name])));
	const managed = areas.some(({ name }) => name === 'organisation')
		? { managerEmployeeNumber: manager?.employeeNumber ?? null, managerName: manager?.name ?? null }
		: {};
	return Object.assign({ employeeNumber, asOf }, ...flat, managed) as IDataObject;
}

/** All that came of an employee, with its history; areas asked for of which nothing came are empty. */
export function presentRaw({ employeeNumber, records, otherRecords, managers }: Employee, areas: readonly Area[]): IDataObject {
	const asked = Object.fromEntries(areas.map(({ name }) => [name, [] as EmployeeRecord[]]));
	return {
		employeeNumber,
		records: { ...asked, ...records },
		managers,
		...(Object.keys(otherRecords).length > 0 && { otherRecords }),
	};
}
