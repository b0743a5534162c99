import type { Employment } from '../../../world/types.ts';
import type { OpusLedger } from '../ledger.ts';
import { CODE, type Finding } from '../messages.ts';
import type { RequestObject } from '../requestBody.ts';
import { checkHeader, injectedFindings, refuse, type UpdateContext, type UpdateHeader } from '../update.ts';
import { dateOf } from './fixedSupplement.ts';

const TERMS = /^(0[0-8]|99)?$/;

/** The Person of a request; texts are empty when not given (kmd-opus.md 1.7, assumed). */
export interface PersonFields {
	readonly CPR_nummer: string;
	readonly Fornavn: string;
	readonly Efternavn: string;
	readonly Adresse: string;
	readonly Ansaettelsesforhold: string;
	readonly Startdato: string;
}

/** Reads a person. */
export function readPerson(of: RequestObject): PersonFields {
	return {
		CPR_nummer: of.text('CPR_nummer'),
		Fornavn: of.text('Fornavn'),
		Efternavn: of.text('Efternavn'),
		Adresse: of.text('Adresse'),
		Ansaettelsesforhold: of.text('Ansaettelsesforhold'),
		Startdato: of.text('Startdato'),
	};
}

/** The employments that a person's data may be about: of that CPR number, those terms, and holding on that date. */
export function employmentsFor(person: PersonFields, ledger: OpusLedger, today: string): Employment[] {
	const day = dateOf(person.Startdato) ?? today;
	return ledger.employments
		.list()
		.filter(
			({ CPR_nummer, Ansaettelsesforhold, Fra, Til }) =>
				CPR_nummer === person.CPR_nummer &&
				['', Ansaettelsesforhold].includes(person.Ansaettelsesforhold) &&
				Fra <= day &&
				day <= Til,
		);
}

function* complaints(person: PersonFields): Generator<Finding> {
	if (!/^\d{10}$/.test(person.CPR_nummer)) yield refuse(CODE.personInvalid, 'CPR-nummer er ugyldigt.');
	if (person.Fornavn + person.Efternavn + person.Adresse === '') {
		yield refuse(CODE.personInvalid, 'Der er ingen personoplysninger at registrere.');
	}
	if (!TERMS.test(person.Ansaettelsesforhold)) yield refuse(CODE.personInvalid, 'Ansættelsesforhold findes ikke.');
	if (person.Startdato !== '' && dateOf(person.Startdato) === null) {
		yield refuse(CODE.dateInvalid, `Startdato ${person.Startdato} er ikke en dato.`);
	}
}

/** All that is to be said of an update of a person's data. */
export function checkPerson(
	header: UpdateHeader,
	person: PersonFields,
	found: readonly Employment[],
	context: UpdateContext,
): Finding[] {
	const ofRequest = [
		...injectedFindings(context, 'Personoplysningerne kan ikke registreres.'),
		...checkHeader(header),
		...complaints(person),
	];
	if (found.length > 1) {
		ofRequest.push(refuse(CODE.employmentAmbiguous, 'Personen har flere ansættelser; angiv Ansættelsesforhold.'));
	}
	if (found.length === 1 && found[0].Laast) ofRequest.push(refuse(CODE.employeeLocked, 'Medarbejderen er låst.'));
	return ofRequest;
}
