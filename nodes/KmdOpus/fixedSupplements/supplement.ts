import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readDate, readText } from '../../kit/parameters';
import type { CostObject, PaymentLine } from '../payments/line';
import { readCostObject, readEmployeeNumber, readMeasure, readPayElement, readSerialNumber, wireDecimal, ZONE } from '../payments/line';

/** A fixed supplement (fast tillæg): paid with every pay from its first date to its last. Contract, section 1.7: our reading. */
export interface FixedSupplement extends CostObject, Pick<PaymentLine, 'quantity' | 'amount'> {
	/** Digits without leading zeros. */
	employeeNumber: string;
	/** `yyyy-MM-dd`. */
	startDate: string;
	/** `yyyy-MM-dd`; 9999-12-31 for an open end. */
	endDate: string;
	/** Lønart, four digits. */
	payElement: string;
	/** Løbenummer. */
	serialNumber: number;
	/** Individuel bemærkning. */
	remark: string;
}

const OPEN_END = '9999-12-31';

/**
 * Reads and checks a supplement.
 * @throws Failure naming the field
 */
export function readSupplement(fields: Record<keyof FixedSupplement, unknown>): FixedSupplement {
	const startDate = readDate('Start Date', fields.startDate, ZONE);
	const endDate = fields.endDate ? readDate('End Date', fields.endDate, ZONE) : OPEN_END;
	if (endDate < startDate) throw badInput('End Date', 'is before the start date', 'Enter the last date of the supplement, or leave it empty for an open end.');
	return {
		employeeNumber: readEmployeeNumber('Employee Number', fields.employeeNumber),
		startDate,
		endDate,
		payElement: readPayElement(fields.payElement),
		serialNumber: readSerialNumber(fields.serialNumber),
		...readMeasure(fields),
		...readCostObject(fields),
		remark: readText(fields.remark),
	};
}

/** An element of `Faste_tillaeg`; what is empty is left out. */
export function wireSupplement(supplement: FixedSupplement, sequence: number): IDataObject {
	const wire: IDataObject = {
		Startdato: supplement.startDate,
		Slutdato: supplement.endDate,
		Loenart: supplement.payElement,
		Loebenummer: supplement.serialNumber,
		Sekvensnummer: String(sequence),
	};
	if (supplement.amount !== null) wire.Beloeb = wireDecimal(supplement.amount);
	if (supplement.quantity !== null) wire.Antal = wireDecimal(supplement.quantity);
	if (supplement.costCenter) wire.Afv_Omkostningssted = supplement.costCenter;
	if (supplement.pspElement) wire.Afv_PSP_Element = supplement.pspElement;
	if (supplement.remark) wire.Indv_Bemaerkning = supplement.remark;
	return wire;
}

/** A supplement in the node's own words, for output. */
export const presentSupplement = ({ quantity, amount, ...rest }: FixedSupplement): IDataObject => ({
	...rest,
	quantity: quantity === null ? null : Number(wireDecimal(quantity)),
	amount: amount === null ? null : Number(wireDecimal(amount)),
});
