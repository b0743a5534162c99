import { daysBetween, isIsoDate } from '../../world/dates.ts';
import type { Employment } from '../../world/types.ts';
import type { OpusLedger } from './ledger.ts';
import { CODE, type Finding } from './messages.ts';
import type { PaymentLine } from './paymentLine.ts';

/** What a line is checked against besides itself. */
export interface LineContext {
	readonly ledger: OpusLedger;
	readonly employment: Employment;
	readonly refusesClosedPeriods: boolean;
	readonly remarkLength: number;
	/** Today, `yyyy-MM-dd`. */
	readonly today: string;
}

/** What is to be said of a line, before it is told which. */
export type Complaint = Omit<Finding, 'line'>;

/** What a line that is paid by quantity or amount holds; the hourly rate is for one-time payments only. */
export type Amounts = Pick<PaymentLine, 'Antal' | 'Beloeb'> & Partial<Pick<PaymentLine, 'Afv_Timeloen'>>;

/** The cost object that a line names. */
export type CostObject = Pick<PaymentLine, 'Afv_Omkostningssted' | 'Afv_PSP_Element'>;

/** The pay element and the remark of a line. */
export type PaidFor = Pick<PaymentLine, 'Loenart' | 'Loebenummer' | 'Indv_Bemaerkning'>;

const DECIMAL = /^-?\d{1,9}(\.\d{1,2})?$/;
const UNUSUAL_QUANTITY = 100;
const OLD_DATE_DAYS = 60;

/** A refusal of a line. */
export function error(code: number, text: string): Complaint {
	return { code, type: 'E', text };
}

/** The plain date of a midnight instant in UTC, the form of Startdato; null when it is none. */
export function plainDateOf(instant: string): string | null {
	const date = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z$/.exec(instant)?.[1];
	return isIsoDate(date) ? date : null;
}

/** Whether a first day lies within the employment, in an open pay period, and not far back. */
export function* checkStart(date: string, { ledger, employment, refusesClosedPeriods, today }: LineContext): Generator<Complaint> {
	if (date < employment.Fra || date > employment.Til) {
		yield error(CODE.dateOutsideEmployment, `Startdato ${date} ligger uden for ansættelsen.`);
	}
	if (refusesClosedPeriods && ledger.isClosed(date)) {
		yield error(CODE.payPeriodClosed, `Lønperioden er lukket for Startdato ${date}.`);
	}
	if (daysBetween(date, today) > OLD_DATE_DAYS) {
		yield { code: CODE.oldDate, type: 'I', text: `Startdato ${date} ligger mere end ${OLD_DATE_DAYS} dage tilbage.` };
	}
}

function* checkDate(line: PaymentLine, context: LineContext): Generator<Complaint> {
	const date = plainDateOf(line.Startdato);
	if (date === null) yield error(CODE.dateInvalid, `Startdato ${line.Startdato} er ikke en dato ved midnat UTC.`);
	else yield* checkStart(date, context);
}

/** Whether the numbers are numbers, and whether there is anything to pay. */
export function* checkAmounts(line: Amounts): Generator<Complaint> {
	for (const key of ['Antal', 'Beloeb', 'Afv_Timeloen'] as const) {
		const value = line[key] ?? '';
		if (value !== '' && !DECIMAL.test(value)) {
			yield error(CODE.numberInvalid, `${key} ${value} er ikke et tal med højst to decimaler.`);
		}
	}
	if (line.Antal === '' && line.Beloeb === '') yield error(CODE.nothingToPay, 'Antal eller beløb skal angives.');
	if (Math.abs(Number(line.Antal)) > UNUSUAL_QUANTITY) {
		yield { code: CODE.unusualQuantity, type: 'W', text: `Antal ${line.Antal} er usædvanligt højt.` };
	}
}

/** Whether at most one cost object is named, and one that takes postings. */
export function* checkCostObject(line: CostObject, { ledger }: LineContext): Generator<Complaint> {
	const { Afv_Omkostningssted: costCenter, Afv_PSP_Element: psp } = line;
	if (costCenter !== '' && psp !== '') {
		yield error(CODE.costCenterAndPsp, 'Der må ikke angives både afvigende omkostningssted og PSP-element.');
		return;
	}
	if (costCenter !== '' && ledger.costCenters.get(costCenter)?.Spaerret !== false) {
		yield error(CODE.costCenterInvalid, `Omkostningssted ${costCenter} er ikke gyldigt.`);
	}
	if (psp !== '' && ledger.pspElements.get(psp)?.Spaerret !== false) {
		yield error(CODE.pspInvalid, `PSP-element ${psp} er ikke gyldigt.`);
	}
}

/** Whether the pay element exists and the remark is short enough. */
export function* checkTexts(line: PaidFor, { ledger, remarkLength }: LineContext): Generator<Complaint> {
	if (ledger.payElements.get(line.Loenart, line.Loebenummer) === undefined) {
		yield error(CODE.payElementUnknown, `Lønart ${line.Loenart} løbenummer ${line.Loebenummer} findes ikke.`);
	}
	if (line.Indv_Bemaerkning.length > remarkLength) {
		yield error(CODE.remarkTooLong, `Individuel bemærkning er længere end ${remarkLength} tegn.`);
	}
}

/** Complaints tied to the line they are about. A locked employee is the only thing said of any line (kmd-opus.md 4.4). */
export function ofLine(
	{ Sekvensnummer }: Pick<PaymentLine, 'Sekvensnummer'>,
	{ employment }: LineContext,
	complaints: Iterable<Complaint>,
): Finding[] {
	const said = employment.Laast ? [error(CODE.employeeLocked, 'Medarbejderen er låst.')] : [...complaints];
	return said.map((complaint) => ({ ...complaint, line: Sekvensnummer }));
}

function* complaintsAbout(line: PaymentLine, context: LineContext): Generator<Complaint> {
	yield* checkDate(line, context);
	yield* checkTexts(line, context);
	yield* checkAmounts(line);
	yield* checkCostObject(line, context);
}

/** All that is to be said of a one-time payment (kmd-opus.md 4.4). */
export function checkLine(line: PaymentLine, context: LineContext): Finding[] {
	return ofLine(line, context, complaintsAbout(line, context));
}
