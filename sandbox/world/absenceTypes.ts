import type { Absence } from './types.ts';

/** A kind of absence (fraværskode): its type groups several codes (capitech.md 3.3). */
export interface AbsenceCode {
	readonly code: string;
	readonly description: string;
	readonly type: number;
	/** Whether the firm pays for it. */
	readonly paid: boolean;
	/** Whether the employee's own word is enough (egenmelding). */
	readonly selfDeclared: boolean;
	/** The time category its days are booked on. */
	readonly category: { readonly id: number; readonly name: string };
}

const SICK_PAY = { id: 70, name: 'Sykepenger' };
const HOLIDAY = { id: 71, name: 'Ferie' };
const LEAVE = { id: 72, name: 'Permisjon' };

const CODES: readonly AbsenceCode[] = [
	{ code: 'SYK', description: 'Sykmelding', type: 1, paid: true, selfDeclared: false, category: SICK_PAY },
	{ code: 'EGM', description: 'Egenmelding', type: 1, paid: true, selfDeclared: true, category: SICK_PAY },
	{ code: 'BSYK', description: 'Barns sykdom', type: 2, paid: true, selfDeclared: true, category: SICK_PAY },
	{ code: 'FER', description: 'Ferie', type: 3, paid: false, selfDeclared: false, category: HOLIDAY },
	{ code: 'PERM', description: 'Permisjon uten lønn', type: 4, paid: false, selfDeclared: false, category: LEAVE },
	{ code: 'AVS', description: 'Avspasering', type: 5, paid: true, selfDeclared: false, category: LEAVE },
];

/** The codes of both firms. */
export const ABSENCE_CODES: ReadonlyMap<string, AbsenceCode> = new Map(CODES.map((of) => [of.code, of]));

/** What an absence takes over from its code. */
export function fieldsOfCode({ code, description, type }: AbsenceCode): Pick<Absence, 'absenceCode' | 'absenceDescription' | 'absenceType'> {
	return { absenceCode: code, absenceDescription: description, absenceType: type };
}
