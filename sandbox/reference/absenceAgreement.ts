/**
 * How the demo customer's absences in Capitech become absences in Opus: a settings document. The workflow template's
 * settings hold the same for the first firm; employees are found as `agreement.ts` says.
 */

/** What days of absence become: a type of Opus, nothing, or something that only a human can place. */
export type AbsenceMeaning =
	| { readonly type: string }
	/** The type belongs to something that Capitech does not know (a child, a case, a reason). */
	| { readonly type: string; readonly belongsTo: string }
	| { readonly leftOut: true };

/** An entry: the code, whether it is for full or graded absence, and whether for self-declared one; left out: either. */
export interface AbsenceEntry {
	readonly code: string;
	readonly graded?: boolean;
	readonly selfDeclared?: boolean;
	readonly meaning: AbsenceMeaning;
}

/** What is agreed about absences. */
export interface AbsenceAgreement {
	/** The statuses of a day that count as approved. */
	readonly approved: readonly number[];
	readonly entries: readonly AbsenceEntry[];
}

/** The demo customer's agreement. No two entries are for the same days; absences without an end go until today. */
export const ABSENCE_AGREEMENT: AbsenceAgreement = {
	approved: [1],
	entries: [
		{ code: 'SYK', graded: false, meaning: { type: 'SY' } },
		{ code: 'SYK', graded: true, meaning: { type: 'DS' } },
		{ code: 'EGM', graded: false, selfDeclared: true, meaning: { type: 'SY' } },
		{ code: 'EGM', graded: true, selfDeclared: true, meaning: { type: 'DS' } },
		{ code: 'BSYK', meaning: { type: 'HJ' } },
		{ code: 'FER', meaning: { type: 'FE' } },
		{ code: 'PERM', meaning: { type: 'TU', belongsTo: 'reason' } },
		{ code: 'AVS', meaning: { leftOut: true } },
	],
};

/** The type that an absence becomes; `leftOut` by agreement, `human` where nothing is agreed or Capitech knows too little. */
export function meaningOf(
	{ entries }: AbsenceAgreement,
	absence: { readonly absenceCode: string; readonly absencePercent: number; readonly selfDeclaration: boolean },
): { readonly type: string } | 'leftOut' | 'human' {
	const { absenceCode, absencePercent, selfDeclaration } = absence;
	const entry = entries.find(
		({ code, graded, selfDeclared }) =>
			code === absenceCode && (graded ?? absencePercent < 100) === absencePercent < 100 && (selfDeclared ?? selfDeclaration) === selfDeclaration,
	);
	if (entry === undefined || 'belongsTo' in entry.meaning) return 'human';
	return 'leftOut' in entry.meaning ? 'leftOut' : { type: entry.meaning.type };
}
