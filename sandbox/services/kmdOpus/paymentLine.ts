import type { RequestObject } from './requestBody.ts';

/** One element of an update's Engangsydelser as it was sent; texts are empty when not given (kmd-opus.md 1.6). */
export interface PaymentLine {
	readonly Startdato: string;
	readonly Loenart: string;
	readonly Loebenummer: number;
	readonly Sekvensnummer: string;
	readonly Antal: string;
	readonly Beloeb: string;
	readonly Afv_Timeloen: string;
	readonly Afv_Omkostningssted: string;
	readonly Afv_PSP_Element: string;
	readonly Afsendelses_System: string;
	readonly Indv_Bemaerkning: string;
}

/** Reads a line; a value of the wrong JSON type is turned away with HTTP 400. */
export function readLine(of: RequestObject): PaymentLine {
	return {
		Startdato: of.text('Startdato'),
		Loenart: of.text('Loenart'),
		Loebenummer: of.int('Loebenummer'),
		Sekvensnummer: of.text('Sekvensnummer'),
		Antal: of.text('Antal'),
		Beloeb: of.text('Beloeb'),
		Afv_Timeloen: of.text('Afv_Timeloen'),
		Afv_Omkostningssted: of.text('Afv_Omkostningssted'),
		Afv_PSP_Element: of.text('Afv_PSP_Element'),
		Afsendelses_System: of.text('Afsendelses_System'),
		Indv_Bemaerkning: of.text('Indv_Bemaerkning'),
	};
}
