import type { OpusEmployee } from './opusEmployee';

/** A person whose consent stands, as *Employee: Get Many With Consent* gives them. */
export interface Consenting {
	userUuid: string;
	firstName: string;
	lastName: string;
	email: string;
}

/** Why nobody, or more than one, in the payroll system is the person. */
export type Mismatch =
	/** No employment has the e-mail address. */
	| 'noMatch'
	/** An employment has the address, and another name. */
	| 'otherName'
	/** Only employments that have ended have the address. */
	| 'ended'
	/** More than one employment has address and name. */
	| 'several';

const folded = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

const nameOf = ({ firstName, lastName }: Pick<Consenting, 'firstName' | 'lastName'>): string => folded(`${firstName} ${lastName}`);

/**
 * Finds the one employment of a person: active, with the same e-mail address and the same name; case, blanks and the way an accent is written don't count.
 * Two without a name have not the same one.
 * Areas and their names are never compared: a store renames them (contract, section 5.13).
 */
export function matchPerson(person: Consenting, employees: readonly OpusEmployee[]): OpusEmployee | Mismatch {
	const email = folded(person.email);
	const addressed = email ? employees.filter(({ emails }) => emails.some((other) => folded(other) === email)) : [];
	const active = addressed.filter(({ isActive }) => isActive);
	const name = nameOf(person);
	const named = name ? active.filter((employee) => nameOf(employee) === name) : [];
	if (named.length === 1) return named[0];
	if (named.length > 1) return 'several';
	if (active.length) return 'otherName';
	return addressed.length ? 'ended' : 'noMatch';
}
