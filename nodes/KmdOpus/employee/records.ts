import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { XmlElement } from '../../kit/xml';
import { childOf, childrenOf, textOf } from '../../kit/xml';
import { unreadable } from '../client';
import type { Area, Field } from './areas';
import { AREAS } from './areas';
import { readUrn } from './urns';
import { asDate, asText } from './values';

/** One record of an area: its validity (`yyyy-MM-dd`, both ends inclusive; null for none given), and the fields of the area. */
export interface EmployeeRecord extends IDataObject {
	validFrom: string | null;
	validTo: string | null;
}

/** An employment as the service tells of it. */
export interface Employee {
	/** Digits without leading zeros. */
	employeeNumber: string;
	/** By the area's name; areas of which nothing came are missing. */
	records: Record<string, EmployeeRecord[]>;
	/** Groups that are not in the contract, as they came. */
	otherRecords: Record<string, IDataObject[]>;
	/** Personaleledere, as of the day of the reading. */
	managers: EmployeeRecord[];
}

/** An employment of which nothing is told. */
export const emptyEmployee = (employeeNumber: string): Employee => ({ employeeNumber, records: {}, otherRecords: {}, managers: [] });

const validity = (group: XmlElement): EmployeeRecord => ({
	validFrom: asDate(textOf(group, 'Gyldighedsstart')) as string | null,
	validTo: asDate(textOf(group, 'Gyldighedsstop')) as string | null,
});

const VALIDITY = ['Gyldighedsstart', 'Gyldighedsstop'];

const readField = (group: XmlElement, { element, read, repeats }: Field): IDataObject[string] =>
	repeats
		? childrenOf(group, element).map(({ text }) => read(text) as string).filter((value) => value !== null)
		: read(textOf(group, element));

/** Elements of a group that the contract doesn't name, with their texts; a list where there are several of a name. */
function otherElements(group: XmlElement, known: readonly string[]): IDataObject {
	const others = groupBy(group.children.filter(({ name }) => !known.includes(name)), ({ name }) => name);
	const contentOf = (element: XmlElement) => (element.children.length ? otherElements(element, []) : element.text);
	return Object.fromEntries([...others].map(([name, [first, ...more]]) => [name, more.length ? [first, ...more].map(contentOf) : contentOf(first)])) as IDataObject;
}

/**
 * A record of an area. What was not bought, or is empty, is null. A record of communication that was deleted is told as its key without a value, and is marked so
 * (contract, section 1.5).
 */
function readRecord(group: XmlElement, { name, fields }: Area): EmployeeRecord {
	const record: EmployeeRecord = { ...validity(group), ...Object.fromEntries(fields.map((field) => [field.name, readField(group, field)])) };
	if (name === 'communication') record.deleted = record.value === null;
	const other = otherElements(group, [...VALIDITY, ...fields.map(({ element }) => element)]);
	return Object.keys(other).length ? { ...record, other } : record;
}

const readManager = (relation: XmlElement): EmployeeRecord => ({
	...validity(relation),
	employeeNumber: readUrn(textOf(childOf(relation, 'MedarbejderRef') ?? relation, 'URNIdentifikator')) ?? null,
	firstName: asText(textOf(relation, 'FornavnOverordnet')),
	lastName: asText(textOf(relation, 'EfternavnOverordnet')),
	name: asText(textOf(relation, 'SammensatNavnOverordnet')),
});

const byElement = new Map(AREAS.map((area) => [area.element, area]));

/** The elements below a path; none where a part of the path is missing. */
const below = (element: XmlElement, ...path: string[]): XmlElement[] =>
	path.reduce<XmlElement | undefined>((at, name) => at && childOf(at, name), element)?.children ?? [];

/**
 * Reads a LaesResultat.
 * @throws Failure when it doesn't say whose it is: data of nobody must not pass for anybody's
 */
export function readEmployee(result: XmlElement): Employee {
	const reference = childOf(result, 'MedarbejderRef');
	const employeeNumber = reference && readUrn(textOf(reference, 'URNIdentifikator'));
	if (!employeeNumber) throw unreadable();
	const employee = emptyEmployee(employeeNumber);
	for (const group of below(result, 'Registrering', 'AttributListe', 'Egenskaber')) {
		const area = byElement.get(group.name);
		if (area) (employee.records[area.name] ??= []).push(readRecord(group, area));
		else (employee.otherRecords[group.name] ??= []).push(otherElements(group, []));
	}
	employee.managers = below(result, 'Registrering', 'RelationListe').map(readManager);
	return employee;
}
