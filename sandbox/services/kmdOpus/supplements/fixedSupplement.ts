import { isIsoDate } from '../../../world/dates.ts';
import {
	checkAmounts,
	checkCostObject,
	checkStart,
	checkTexts,
	error,
	ofLine,
	plainDateOf,
	type Complaint,
	type LineContext,
} from '../lineChecks.ts';
import { CODE, type Finding } from '../messages.ts';
import type { RequestObject } from '../requestBody.ts';

const OPEN_END = '9999-12-31';

/** One element of Faste_tillaeg as it was sent; texts are empty when not given (kmd-opus.md 1.7, assumed). */
export interface SupplementLine {
	readonly Startdato: string;
	readonly Slutdato: string;
	readonly Loenart: string;
	readonly Loebenummer: number;
	readonly Sekvensnummer: string;
	readonly Beloeb: string;
	readonly Antal: string;
	readonly Afv_Omkostningssted: string;
	readonly Afv_PSP_Element: string;
	readonly Indv_Bemaerkning: string;
}

/** Reads a line; a value of the wrong JSON type is turned away with HTTP 400. */
export function readSupplement(of: RequestObject): SupplementLine {
	return {
		Startdato: of.text('Startdato'),
		Slutdato: of.text('Slutdato'),
		Loenart: of.text('Loenart'),
		Loebenummer: of.int('Loebenummer'),
		Sekvensnummer: of.text('Sekvensnummer'),
		Beloeb: of.text('Beloeb'),
		Antal: of.text('Antal'),
		Afv_Omkostningssted: of.text('Afv_Omkostningssted'),
		Afv_PSP_Element: of.text('Afv_PSP_Element'),
		Indv_Bemaerkning: of.text('Indv_Bemaerkning'),
	};
}

/** A date, plain or as the midnight instant in UTC that one-time payments carry; null when it is neither. */
export function dateOf(text: string): string | null {
	return isIsoDate(text) ? text : plainDateOf(text);
}

/** The last day of a line: open when it is not given. */
export function lastDayOf({ Slutdato }: SupplementLine): string | null {
	return Slutdato === '' ? OPEN_END : dateOf(Slutdato);
}

function* checkDates(line: SupplementLine, context: LineContext): Generator<Complaint> {
	const [first, last] = [dateOf(line.Startdato), lastDayOf(line)];
	if (first === null) yield error(CODE.dateInvalid, `Startdato ${line.Startdato} er ikke en dato.`);
	else yield* checkStart(first, context);
	if (last === null) yield error(CODE.dateInvalid, `Slutdato ${line.Slutdato} er ikke en dato.`);
	else if (first !== null && last < first) yield error(CODE.endBeforeStart, `Slutdato ${last} ligger før Startdato.`);
}

function* complaintsAbout(line: SupplementLine, context: LineContext): Generator<Complaint> {
	yield* checkDates(line, context);
	yield* checkTexts(line, context);
	yield* checkAmounts(line);
	yield* checkCostObject(line, context);
}

/** All that is to be said of a fixed supplement. */
export function checkSupplement(line: SupplementLine, context: LineContext): Finding[] {
	return ofLine(line, context, complaintsAbout(line, context));
}
