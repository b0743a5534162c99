import type { OpusLedger } from './ledger.ts';
import { checkLine, plainDateOf } from './lineChecks.ts';
import { updateLines, type LineKind } from './lineUpdate.ts';
import { readLine, type PaymentLine } from './paymentLine.ts';
import type { Update } from './update.ts';

const paymentsIn = (ledger: OpusLedger): LineKind<PaymentLine> => ({
	list: 'Engangsydelser',
	title: 'Engangsydelse',
	plural: 'engangsydelser',
	refusal: 'Engangsydelsen kan ikke registreres.',
	read: readLine,
	check: checkLine,
	register: (line, Medarbejdernummer, OpdateringsID) =>
		ledger.register({
			Medarbejdernummer,
			Startdato: plainDateOf(line.Startdato) ?? '',
			Loenart: line.Loenart,
			Loebenummer: line.Loebenummer,
			Antal: Number(line.Antal),
			Beloeb: Number(line.Beloeb),
			Afv_Timeloen: Number(line.Afv_Timeloen),
			Afv_Omkostningssted: line.Afv_Omkostningssted,
			Afv_PSP_Element: line.Afv_PSP_Element,
			Indv_Bemaerkning_1: line.Afsendelses_System,
			Indv_Bemaerkning_2: line.Indv_Bemaerkning,
			OpdateringsID,
		}),
});

/** update-onetime-payments: registers one-time payments, or only checks them (kmd-opus.md 1.6). */
export const updatePayments: Update = (body, context) => updateLines(body, context, paymentsIn(context.ledger));
