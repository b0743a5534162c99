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

type Complaint = Omit<Finding, 'line'>;

const DECIMAL = /^-?\d{1,9}(\.\d{1,2})?$/;
const UNUSUAL_QUANTITY = 100;
const OLD_DATE_DAYS = 60;

const error = (code: number, text: string): Complaint => ({ code, type: 'E', text });

/** The plain date of a midnight instant in UTC, the form of Startdato; null when it is none. */
export function plainDateOf(instant: string): string | null {
	const date = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z$/.exec(instant)?.[1];
	return isIsoDate(date) ? date : null;
}

function* checkDate(line: PaymentLine, { ledger, employment, refusesClosedPeriods, today }: LineContext): Generator<Complaint> {
	const date = plainDateOf(line.Startdato);
	if (date === null) {
		yield error(CODE.dateInvalid, `Startdato ${line.Startdato} er ikke en dato ved midnat UTC.`);
		return;
	}
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

function* checkAmounts(line: PaymentLine): Generator<Complaint> {
	for (const key of ['Antal', 'Beloeb', 'Afv_Timeloen'] as const) {
		if (line[key] !== '' && !DECIMAL.test(line[key])) {
			yield error(CODE.numberInvalid, `${key} ${line[key]} er ikke et tal med højst to decimaler.`);
		}
	}
	if (line.Antal === '' && line.Beloeb === '') yield error(CODE.nothingToPay, 'Antal eller beløb skal angives.');
	if (Math.abs(Number(line.Antal)) > UNUSUAL_QUANTITY) {
		yield { code: CODE.unusualQuantity, type: 'W', text: `Antal ${line.Antal} er usædvanligt højt.` };
	}
}

function* checkCostObject(line: PaymentLine, { ledger }: LineContext): Generator<Complaint> {
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

function* checkTexts(line: PaymentLine, { ledger, remarkLength }: LineContext): Generator<Complaint> {
	if (ledger.payElements.get(line.Loenart, line.Loebenummer) === undefined) {
		yield error(CODE.payElementUnknown, `Lønart ${line.Loenart} løbenummer ${line.Loebenummer} findes ikke.`);
	}
	if (line.Indv_Bemaerkning.length > remarkLength) {
		yield error(CODE.remarkTooLong, `Individuel bemærkning er længere end ${remarkLength} tegn.`);
	}
}

/** All that is to be said of a line (kmd-opus.md 4.4). A locked employee is the only thing said of any line. */
export function checkLine(line: PaymentLine, context: LineContext): Finding[] {
	const complaints = context.employment.Laast
		? [error(CODE.employeeLocked, 'Medarbejderen er låst.')]
		: [
				...checkDate(line, context),
				...checkTexts(line, context),
				...checkAmounts(line),
				...checkCostObject(line, context),
			];
	return complaints.map((complaint) => ({ ...complaint, line: line.Sekvensnummer }));
}
