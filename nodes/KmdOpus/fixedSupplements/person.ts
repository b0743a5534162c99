import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readDate, readText } from '../../kit/parameters';
import { readCpr } from '../cpr';
import { ZONE } from '../payments/line';

/** Data of a person who is or will be employed; empty where it is not given. Contract, section 1.7: our reading. */
export interface Person {
	/** Ten digits. */
	cprNumber: string;
	firstName: string;
	lastName: string;
	address: string;
	/** Ansættelsesforhold, two digits. */
	employmentTerms: string;
	/** `yyyy-MM-dd`. */
	startDate: string;
}

const MAX_TEXT = 80;

function readShortText(field: string, value: unknown): string {
	const text = readText(value);
	if (text.length > MAX_TEXT) throw badInput(field, `has ${text.length} characters; ${MAX_TEXT} are allowed`);
	return text;
}

/** An ansættelsesforhold, two digits, or an empty text. */
export function readEmploymentTerms(value: unknown): string {
	const terms = readText(value);
	if (!/^\d{0,2}$/.test(terms)) throw badInput('Employment Terms', 'is not one or two digits');
	return terms && terms.padStart(2, '0');
}

/**
 * Reads and checks the data of a person.
 * @throws Failure naming the field, and never what it holds
 */
export function readPerson(fields: Record<keyof Person, unknown>): Person {
	const person = {
		cprNumber: readCpr(fields.cprNumber),
		firstName: readShortText('First Name', fields.firstName),
		lastName: readShortText('Last Name', fields.lastName),
		address: readShortText('Address', fields.address),
		employmentTerms: readEmploymentTerms(fields.employmentTerms),
		startDate: fields.startDate ? readDate('Start Date', fields.startDate, ZONE) : '',
	};
	if (!person.firstName && !person.lastName && !person.address) {
		throw badInput('First Name', "'Last Name' and 'Address' are all empty", 'Give at least one of them: there is nothing to send otherwise.');
	}
	return person;
}

/** The `Person` of an update; what is empty is left out. */
export function wirePerson(person: Person): IDataObject {
	const wire = {
		CPR_nummer: person.cprNumber,
		Fornavn: person.firstName,
		Efternavn: person.lastName,
		Adresse: person.address,
		Ansaettelsesforhold: person.employmentTerms,
		Startdato: person.startDate,
	};
	return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== ''));
}
