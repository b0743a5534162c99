/** What looks like an employee number and is none: dates, times, a CPR number with its hyphen. */
const NO_NUMBERS = /\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d{2}(:\d{2})?|\d{6}-\d{4}/g;

/** Employee numbers in a text of the service, without leading zeros, each once. Where some are written in full, with eight digits, only those count. */
function numbersIn(text: string): string[] {
	const found = text.replace(NO_NUMBERS, ' ').match(/(?<!\d)\d{1,8}(?!\d)/g) ?? [];
	const full = found.filter((number) => number.length === 8);
	return [...new Set((full.length ? full : found).map((number) => String(Number(number))))].filter((number) => number !== '0');
}

/** Words that come between the number that is gone and those to be used instead. */
const INSTEAD = /foresl|erstat|i stedet|benyt|brug|\bnyt\b|\bnye\b/i;

/** An employee number that is gone, as far as it is told, and those suggested in its place. */
export interface Replacement {
	replaced: string | null;
	suggested: string[];
}

/** A sentence, or what it says before and after the word that comes between. */
function partsOf(sentence: string): { gone: string[]; suggested: string[] } {
	const at = sentence.search(INSTEAD);
	return at < 0 ? { gone: numbersIn(sentence), suggested: [] } : { gone: numbersIn(sentence.slice(0, at)), suggested: numbersIn(sentence.slice(at)) };
}

/**
 * Reads the text of a status 102 (contract, section 4.3), which may tell of several numbers, sentence by sentence.
 * @param asked the number that was asked for, if it was one: all that the text suggests is in its place
 */
export function readReplacements(text: string, asked?: string): Replacement[] {
	const sentences = text.split(/[.;\n](?=\s|$)/).map(partsOf);
	if (asked !== undefined || !sentences.some(({ suggested }) => suggested.length)) {
		const suggested = sentences.flatMap((sentence) => (sentence.suggested.length || !INSTEAD.test(text) ? [...sentence.gone, ...sentence.suggested] : []));
		return [{ replaced: asked ?? null, suggested: [...new Set(suggested)].filter((number) => number !== asked) }];
	}
	const found: Array<{ gone: string[]; suggested: string[] }> = [];
	for (const { gone, suggested } of sentences) {
		if (gone.length || !found.length) found.push({ gone, suggested: [] });
		found[found.length - 1].suggested.push(...suggested);
	}
	return found.flatMap(({ gone, suggested }) => (gone.length ? gone : suggested.length ? [null] : []).map((replaced) => ({ replaced, suggested })));
}

/**
 * The last employee handled, from the text of a status 103 (contract, section 4.3): a number written in full, or beside the word employee, or that of the last one in the
 * answer. Undefined where it can't be told for certain.
 * @param highest the highest employee number in the answer
 */
export function lastHandled(text: string, highest?: number): number | undefined {
	const numbers = numbersIn(text).map(Number);
	const bare = text.replace(NO_NUMBERS, ' ');
	const named = [...bare.matchAll(/(?:medarbejder|ma-?nr)\D{0,40}?(?<!\d)(\d{1,8})(?!\d)/gi)].map(([, number]) => Number(number));
	const certain = new Set(/(?<!\d)\d{8}(?!\d)/.test(bare) ? numbers : named.length ? named : numbers.filter((number) => number === highest));
	return certain.size === 1 ? [...certain][0] : undefined;
}
