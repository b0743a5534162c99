import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readInteger, readText } from '../../kit/parameters';
import type { Upsert, UpsertKind } from '../upsert';
import { inLowerCase, sameAs, withExtra } from '../upsert';
import { EVERYONE } from './filters';

/** The fields of Employee/upsertEmployee that are published (contract, section 3.5). */
const OWN_FIELDS = ['externalSystemId', 'clientId', 'employeeId', 'fullname', 'countryCode', 'firstname', 'surname', 'address1', 'address2', 'postalCode'];

const OPTIONAL = ['firstname', 'surname', 'address1', 'address2', 'postalCode'];

/** The words of a name; in which order a customer writes them is the customer's own. */
const words = (...names: unknown[]): string => names.map(readText).join(' ').split(/[\s,]+/).filter(Boolean).sort().join(' ');

/** What the service gives back of an employee goes by other names; the full name is told in two parts. */
export const EMPLOYEE: UpsertKind = {
	operation: 'Employee/upsertEmployee',
	find: async (client, { clientId, employeeId }) => {
		const content = await client.read('Employee/getPersonalInformation', { clientId, ...EVERYONE, employeeIdFilter: [employeeId as number] });
		return content.map(inLowerCase).find((employee) => Number(employee.employeeid) === employeeId);
	},
	compare: {
		fullname: (sent, { firstname, lastname }) => (firstname === undefined && lastname === undefined ? undefined : words(sent) === words(firstname, lastname)),
		firstname: sameAs('firstName'),
		surname: sameAs('lastName'),
		postalCode: sameAs('zipCode'),
	},
	notOfRecord: ['externalSystemId'],
};

function required(label: string, value: unknown, advice: string): string {
	const text = readText(value);
	if (!text) throw badInput(label, 'is empty', advice);
	return text;
}

function readCountry(value: unknown): string {
	const code = readText(value).toUpperCase();
	if (!/^[A-Z]{2}$/.test(code)) throw badInput('Country Code', code ? 'is not a code of two letters' : 'is empty', 'Enter the code of ISO 3166-1, as NO, DK or SE.');
	return code;
}

/** Norwegian postal codes have four digits; one that came as a number has lost the zero it began with. */
function checkPostalCode(code: unknown, country: string): void {
	if (code !== undefined && country === 'NO' && !/^\d{4}$/.test(String(code))) {
		throw badInput('Postal Code', 'does not have four digits', 'Give it as a text, with the zeros it begins with.');
	}
}

/**
 * The employee that an item wants to stand. Optional fields that were left empty are not sent.
 * @throws Failure naming the field
 */
export function readEmployeeUpsert(fields: IDataObject, optional: IDataObject, extra: IDataObject): Upsert {
	const externalSystemId = required('External System ID', fields.externalSystemId, 'Enter the name of the source system, as it is set up in Capitech.');
	const clientId = readInteger('Client ID', fields.clientId, 1);
	const employeeId = readInteger('Employee ID', fields.employeeId, 1);
	const fullname = required('Full Name', fields.fullname, 'Enter the name in the order that you use in Capitech.');
	const countryCode = readCountry(fields.countryCode);
	const given = Object.fromEntries(OPTIONAL.map((name) => [name, readText(optional[name])]).filter(([, value]) => value));
	checkPostalCode(given.postalCode, countryCode);
	const body = { externalSystemId, clientId, employeeId, fullname, countryCode, ...given };
	return { key: `${clientId}:${employeeId}`, body: withExtra(body, extra, OWN_FIELDS) };
}
