import type { IDataObject } from 'n8n-workflow';

import type { TimeTransaction } from '../time/row';
import { encodeReference } from './reference';
import type { CostObject } from './settings/costObjects';
import type { Employment } from './settings/employees';
import type { Firm, Settings } from './settings';
import type { Mapping, Unit } from './settings/payElements';
import { lineDateOf } from './settings/payPeriod';

/** A payroll line, in the terms of the payroll operation's fields. */
export interface PayrollLine extends IDataObject {
	employeeNumber: string;
	/** Numbers the employment had before: what stands under them counts. */
	formerNumbers: string[];
	/** The date the line is posted on, `yyyy-MM-dd`. */
	date: string;
	/** Lønart, four digits. */
	payElement: string;
	/** Løbenummer. */
	serialNumber: number;
	unit: Unit;
	/** Hours or pieces; null for an amount. */
	quantity: number | null;
	/** Kroner; null for a quantity. */
	amount: number | null;
	costCenter: string;
	pspElement: string;
	sender: string;
	reference: string;
	municipalityCode: string;
	/** Last date of the last closed pay period, and what is done about corrections before it. */
	closedThrough: string;
	corrections: string;
}

/** What is the same for all lines of a firm. */
export const commonOf = ({ sender }: Settings, { municipalityCode, payPeriod: { closedThrough, corrections } }: Firm) => ({
	sender,
	municipalityCode,
	closedThrough,
	corrections,
});

/** Makes the line of a row. The quantity is taken as it is, never worked out from the clock times (contract, section 4, point 3). */
export function makeLine(row: TimeTransaction, settings: Settings, firm: Firm, on: { date: string; mapping: Exclude<Mapping, { doNotExport: true }>; employment: Employment; costObject: CostObject }): PayrollLine {
	const { payElement, serialNumber, unit } = on.mapping;
	return {
		employeeNumber: on.employment.employeeNumber,
		formerNumbers: on.employment.formerNumbers,
		date: lineDateOf(firm.payPeriod, on.date),
		payElement,
		serialNumber,
		unit,
		quantity: unit === 'amount' ? null : row.qty,
		amount: unit === 'amount' ? row.qty : null,
		costCenter: on.costObject.costCenter,
		pspElement: on.costObject.pspElement,
		reference: encodeReference(row),
		...commonOf(settings, firm),
	};
}
