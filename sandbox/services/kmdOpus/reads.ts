import { isIsoDate } from '../../world/dates.ts';
import type { Employment, OneTimePayment } from '../../world/types.ts';
import type { OpusLedger } from './ledger.ts';
import type { RequestObject } from './requestBody.ts';

/** How reads are written (see `switches.ts`), and a refusal to be given instead. */
export interface ReadContext {
	readonly ledger: OpusLedger;
	readonly statusStyle: 'number' | 'text';
	readonly decimalStyle: 'number' | 'point' | 'comma';
	readonly returnsCostCenter: boolean;
	readonly refusal: { readonly status: number; readonly text: string } | null;
}

type Reading = (request: RequestObject, context: ReadContext) => object;

const FOUND = { status: 0, text: '' };
const NOT_FOUND = { status: 1, text: 'Data ikke fundet.' };
/** Further statuses are the sandbox's own: the contract only says that they are errors (4.4). */
const INPUT_INVALID = 2;

function headerOf({ status, text }: { status: number; text: string }, context: ReadContext): object {
	return { Status: context.statusStyle === 'text' ? String(status) : status, Tekst: text };
}

function decimal(value: number, style: ReadContext['decimalStyle']): number | string {
	if (style === 'number') return value;
	const text = value.toFixed(2);
	return style === 'comma' ? text.replace('.', ',') : text;
}

function toReadPayment(payment: OneTimePayment, context: ReadContext): object {
	const { decimalStyle } = context;
	return {
		Startdato: payment.Startdato,
		Objekt_id: payment.Objekt_id,
		Loenart: payment.Loenart,
		Loebenummer: payment.Loebenummer,
		Beloeb: decimal(payment.Beloeb, decimalStyle),
		Antal: decimal(payment.Antal, decimalStyle),
		Afv_Timeloen: decimal(payment.Afv_Timeloen, decimalStyle),
		...(context.returnsCostCenter ? { Afv_Omkostningssted: payment.Afv_Omkostningssted } : {}),
		Afv_PSP_Element: payment.Afv_PSP_Element,
		Indv_Bemaerkning_1: payment.Indv_Bemaerkning_1,
		Indv_Bemaerkning_2: payment.Indv_Bemaerkning_2,
	};
}

/** read-onetime-payments: the payments of an employment whose date lies in the filter; an empty end is open. */
const readPayments: Reading = (request, context) => {
	const employeeNumber = request.object('Medarbejder').text('Medarbejdernummer');
	const filter = request.object('VirkningFilter');
	const [from, to] = ['FraDatoTid', 'TilDatoTid'].map((key) => filter.text(key));
	const answer = (of: { status: number; text: string }, payments: readonly OneTimePayment[] = []): object => ({
		Header: headerOf(of, context),
		Medarbejder: { Medarbejdernummer: employeeNumber },
		Engangsydelser: payments.map((payment) => toReadPayment(payment, context)),
	});
	if (context.refusal !== null) return answer(context.refusal);
	const isInstant = (value: string): boolean => /^\d{4}-\d{2}-\d{2}T.+Z$/.test(value) && !Number.isNaN(Date.parse(value));
	if ([from, to].some((end) => end !== '' && !isInstant(end))) {
		return answer({ status: INPUT_INVALID, text: 'VirkningFilter er ugyldigt.' });
	}
	if (context.ledger.employment(employeeNumber) === undefined) {
		return answer({ status: NOT_FOUND.status, text: `Medarbejder ${employeeNumber} findes ikke.` });
	}
	const payments = context.ledger.paymentsOf(employeeNumber).filter(({ Startdato }) => {
		const moment = Date.parse(`${Startdato}T00:00:00Z`);
		return (from === '' || moment >= Date.parse(from)) && (to === '' || moment <= Date.parse(to));
	});
	return payments.length === 0 ? answer(NOT_FOUND) : answer(FOUND, payments);
};

/** get-employee-number-from-cpr: employments of a person; the narrower the question the fewer (kmd-opus.md 1.6). */
const employeeNumbersFromCpr: Reading = (request, context) => {
	const person = request.object('Person');
	const [cpr, terms, form, extraDigit, date] = [
		'CPR_nummer',
		'Ansaettelsesforhold',
		'Ansaettelsesform',
		'Ekstraciffer',
		'Dato',
	].map((key) => person.text(key));
	const answer = (of: { status: number; text: string }, found: readonly Employment[] = []): object => ({
		Header: headerOf(of, context),
		Medarbejdere: found.map(({ Medarbejdernummer }) => ({ Medarbejdernummer })),
	});
	if (context.refusal !== null) return answer(context.refusal);
	const day = date.slice(0, 10);
	if (!/^\d{10}$/.test(cpr)) return answer({ status: INPUT_INVALID, text: 'CPR-nummer er ugyldigt.' });
	if (day !== '' && !isIsoDate(day)) return answer({ status: INPUT_INVALID, text: 'Dato er ugyldig.' });
	const found = context.ledger.employments
		.list()
		.filter(
			(employment) =>
				employment.CPR_nummer === cpr &&
				(terms === '' || employment.Ansaettelsesforhold === terms) &&
				(form === '' || employment.Ansaettelsesforhold === form.padStart(2, '0')) &&
				(extraDigit === '' || employment.Ekstraciffer === extraDigit) &&
				(day === '' || (employment.Fra <= day && day <= employment.Til)),
		);
	return found.length === 0 ? answer(NOT_FOUND) : answer(FOUND, found);
};

/** get-cost-center-psp: what an account of the old finance system is converted to (kmd-opus.md 1.6). */
const costCenterOrPsp: Reading = (request, context) => {
	const account = context.ledger.accounts.get(request.text('Kontonummer'));
	if (context.refusal !== null) return { Header: headerOf(context.refusal, context) };
	if (account === undefined) return { Header: headerOf(NOT_FOUND, context) };
	const { Omkostningssted, PSP_Element } = account;
	return {
		Header: headerOf(FOUND, context),
		...(Omkostningssted === '' ? { PSP_Element } : { Omkostningssted }),
	};
};

/** The reads by wire operation. */
export const READS: Readonly<Record<string, Reading>> = {
	'read-onetime-payments': readPayments,
	'get-employee-number-from-cpr': employeeNumbersFromCpr,
	'get-cost-center-psp': costCenterOrPsp,
};
