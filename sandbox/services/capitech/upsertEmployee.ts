import type { CapitechEmployee } from '../../world/types.ts';
import type { MasterData } from './masterData.ts';
import type { Parameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { Registers } from './registers.ts';

/** The open questions that upserts depend on (see `switches.ts`). */
export interface UpsertSettings {
	readonly upsertLeftOut: 'kept' | 'emptied';
	readonly upsertAnswer: 'numbers' | 'empty';
	readonly alphanumericCodes: boolean;
}

/** Parameters with the element's field each is kept in; the documented ones come first (capitech.md 3.4, 3.5). */
const TEXTS: readonly (readonly [parameter: string, field: keyof CapitechEmployee])[] = [
	['address1', 'address1'],
	['address2', 'address2'],
	['phoneNumber', 'phoneNumber'],
	['cellPhoneNumber', 'cellPhoneNumber'],
	['phoneNumber2', 'phoneNumber2'],
	['emailAddress', 'emailAddress'],
];
const NUMBERS = ['departmentId', 'wageGroupId', 'costCarrierId'] as const;
const FLAGS = ['isTimeActive', 'isAbsenceActive', 'isPlanActive'] as const;
const DATES = ['employeeStartDate', 'employeeEndDate', 'employeeSeniorityDate'] as const;
const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const newEmployee = (clientId: number, employeeId: number): CapitechEmployee => ({
	...{ clientId, employeeId, departmentId: null, firstName: '', lastName: '', address1: '', address2: '' },
	...{ countryCode: '', zipCode: '', phoneNumber: '', cellPhoneNumber: '', phoneNumber2: '', emailAddress: '' },
	...{ isTimeActive: true, isAbsenceActive: true, isPlanActive: true, gender: '', birthDate: '' },
	...{ employeeStartDate: null, employeeEndDate: null, employeeSeniorityDate: null, externalId: null },
	...{ wageGroupId: null, taskId: null, projectId: null, subProjectId: null, phaseId: null, orderId: null },
	...{ freeDimension1Id: null, freeDimension2Id: null, costCarrierId: null, statisticsGroupCode: '' },
	...{ registrationAccess: null, cardNumber: null, RFID: null, HMSCardId: null, authenticationId: null },
});

/** First and last name as given, or else split from the full name before its last word. */
function namesOf(parameters: Parameters): Pick<CapitechEmployee, 'firstName' | 'lastName'> {
	const fullname = parameters.required('fullname', parameters.text('fullname')).trim();
	if (fullname === '') throw new Refusal('The parameter fullname is required.');
	const cut = fullname.lastIndexOf(' ');
	return {
		firstName: parameters.text('firstname') ?? (cut < 0 ? fullname : fullname.slice(0, cut)),
		lastName: parameters.text('surname') ?? fullname.slice(cut + 1),
	};
}

function countryOf(parameters: Parameters): string {
	const code = parameters.required('countryCode', parameters.text('countryCode'));
	if (/^[A-Z]{2}$/.test(code) && COUNTRIES.of(code) !== undefined) return code;
	throw new Refusal('The parameter countryCode must be a code of ISO 3166-1 alpha-2.');
}

/** What of an employee is given, or with `leftOut` all that may be, the rest of it empty. */
function optionalFields(parameters: Parameters, emptiesRest: boolean): Partial<CapitechEmployee> {
	const given: [string, unknown][] = [
		['zipCode', parameters.text('postalCode') ?? (emptiesRest ? '' : null)],
		...TEXTS.map(([name, field]): [string, unknown] => [field, parameters.text(name) ?? (emptiesRest ? '' : null)]),
		...NUMBERS.map((name): [string, unknown] => [name, parameters.int(name)]),
		...FLAGS.map((name): [string, unknown] => [name, parameters.flag(name)]),
		...DATES.map((name): [string, unknown] => [name, parameters.date(name)]),
	];
	return Object.fromEntries(given.filter(([, value]) => value !== null)) as Partial<CapitechEmployee>;
}

/** Employee/upsertEmployee: creates the employee or changes it (capitech.md 3.5). */
export function upsertEmployee(
	parameters: Parameters,
	clientId: number,
	{ master, registers }: { readonly master: MasterData; readonly registers: Registers },
	settings: UpsertSettings,
): object[] {
	const system = parameters.required('externalSystemId', parameters.text('externalSystemId'));
	const employeeId = parameters.required('employeeId', parameters.int('employeeId'));
	const required = { ...namesOf(parameters), countryCode: countryOf(parameters) };
	const optional = optionalFields(parameters, settings.upsertLeftOut === 'emptied');
	parameters.nothingElse();
	if (registers.kinds.externalSystems.get(system) === undefined) {
		throw new Refusal(`There is no configuration for the external system ${system}.`);
	}
	const { zipCode, departmentId } = optional;
	if (zipCode !== undefined && zipCode !== '' && registers.kinds.postalCodes.get(zipCode) === undefined) {
		throw new Refusal(`The postal code ${zipCode} is not in the register.`);
	}
	if (typeof departmentId === 'number' && master.catalogue.departments.get(clientId, departmentId) === undefined) {
		throw new Refusal(`There is no department ${departmentId} in client ${clientId}.`);
	}
	const known = master.employees.get(clientId, employeeId) ?? newEmployee(clientId, employeeId);
	master.employees.upsert({ ...known, ...required, ...optional });
	return settings.upsertAnswer === 'empty' ? [] : [{ clientId, employeeId }];
}
