import type { OneTimePayment, TimeTransaction } from '../world/types.ts';
import { AGREEMENT } from './agreement.ts';

/** A payroll line as the Opus ledger should hold it; `reference` is the part before `#`. */
export interface ExpectedLine {
	readonly Medarbejdernummer: string;
	readonly Startdato: string;
	readonly Loenart: string;
	readonly Loebenummer: number;
	readonly Antal: number;
	readonly Beloeb: number;
	readonly Afv_Omkostningssted: string;
	readonly Afv_PSP_Element: string;
	readonly Afsendelses_System: string;
	readonly reference: string;
}

/** `<clientId>:<uid>:` in base 36, the part of a reference that a registration's lines share. */
export function registrationOf({ clientId, uid }: Pick<TimeTransaction, 'clientId' | 'uid'>): string {
	return `${clientId.toString(36)}:${uid.toString(36)}:`;
}

/** `<clientId>:<uid>:<timeCategoryId>` in base 36. */
export function referenceOf(row: Pick<TimeTransaction, 'clientId' | 'uid' | 'timeCategoryId'>): string {
	return registrationOf(row) + row.timeCategoryId.toString(36);
}

/** The registration's part of a line's reference or of a payment's whole remark. */
export function registrationOfReference(reference: string): string {
	return reference.slice(0, reference.lastIndexOf(':') + 1);
}

/** What two lines must share to be one booking; without the date where that is not asked about. */
export function bookingKeyOf(line: ExpectedLine, ignoresDates: boolean): string {
	return [
		line.Medarbejdernummer,
		ignoresDates ? '' : line.Startdato,
		line.Loenart,
		line.Loebenummer,
		line.Afv_Omkostningssted,
		line.Afv_PSP_Element,
		line.reference,
	].join('|');
}

/** Whether a payment is ours, by its sender. */
export function isOwn(payment: OneTimePayment): boolean {
	return payment.Indv_Bemaerkning_1 === AGREEMENT.sender;
}

/** Our bookings as Opus holds them: payments that belong together, summed; what sums to nothing is left out. */
export function sumOwnLines(own: readonly OneTimePayment[], ignoresDates: boolean): ExpectedLine[] {
	const sums = new Map<string, ExpectedLine>();
	for (const payment of own) {
		const line: ExpectedLine = {
			Medarbejdernummer: payment.Medarbejdernummer.replace(/^0+/, ''),
			Startdato: payment.Startdato,
			Loenart: payment.Loenart,
			Loebenummer: payment.Loebenummer,
			Antal: payment.Antal,
			Beloeb: payment.Beloeb,
			Afv_Omkostningssted: payment.Afv_Omkostningssted,
			Afv_PSP_Element: payment.Afv_PSP_Element,
			Afsendelses_System: AGREEMENT.sender,
			reference: payment.Indv_Bemaerkning_2.split('#')[0],
		};
		const key = bookingKeyOf(line, ignoresDates);
		const sum = sums.get(key);
		sums.set(key, {
			...line,
			Antal: roundToCents(line.Antal + (sum?.Antal ?? 0)),
			Beloeb: roundToCents(line.Beloeb + (sum?.Beloeb ?? 0)),
		});
	}
	return [...sums.values()].filter((line) => line.Antal !== 0 || line.Beloeb !== 0);
}

function roundToCents(amount: number): number {
	return Math.round(amount * 100) / 100;
}
