import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readDate, readText } from '../../kit/parameters';
import { unreadable } from '../client';

/** Dates of the service are Danish calendar dates. */
export const ZONE = 'Europe/Copenhagen';

/** Hundredths, as a whole number: sums of quantities and amounts must come out exactly. */
export type Hundredths = number;

/** Where a payment is posted: on a cost centre or a PSP element, or, with neither, where the employee belongs. */
export interface CostObject {
	costCenter: string;
	pspElement: string;
}

/** A one-time payment (engangsydelse) of one employee. Contract, section 1.6. */
export interface PaymentLine extends CostObject {
	/** Digits without leading zeros. */
	employeeNumber: string;
	/** `yyyy-MM-dd`. */
	date: string;
	/** Lønart, four digits. */
	payElement: string;
	/** Løbenummer. */
	serialNumber: number;
	/** Antal; null when the line has none. */
	quantity: Hundredths | null;
	/** Beløb in kroner; null when the line has none. */
	amount: Hundredths | null;
	/** Afvigende timeløn; null for the employee's own. */
	hourlyRate: Hundredths | null;
	/** Afsendelses_System. */
	sender: string;
	/** Indv_Bemaerkning. */
	remark: string;
}

const DECIMAL = /^(-?)(\d{1,9})(?:[.,](\d+))?$/;

/**
 * A decimal number, with a point or a comma, as hundredths.
 * @returns null when it is empty
 * @throws Failure when it is not a number or has more than two decimals
 */
export function readHundredths(field: string, value: unknown): Hundredths | null {
	const text = readText(value);
	if (!text) return null;
	const match = DECIMAL.exec(text);
	if (!match) throw badInput(field, 'is not a number', 'Enter it with a decimal point or comma and without a thousands separator.');
	const [, sign, whole, decimals = ''] = match;
	if (/[1-9]/.test(decimals.slice(2))) {
		throw badInput(field, 'has more than two decimals', 'Round it first: KMD Opus takes two.');
	}
	const size = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
	return sign && size ? -size : size;
}

/** Hundredths as the service wants them: a text with a decimal point and two decimals. */
export const wireDecimal = (value: Hundredths): string =>
	`${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;

/** An employee number without the zeros in front, which the service adds or leaves out as it likes. */
export const bareEmployeeNumber = (number: string): string => number.trim().replace(/^0+(?=\d)/, '');

/** The values of a line as they stand in the node's fields. */
export type LineFields = Record<keyof PaymentLine, unknown>;

/** A medarbejdernummer, without the zeros in front. */
export function readEmployeeNumber(field: string, value: unknown): string {
	const text = readText(value);
	if (!/^\d{1,8}$/.test(text)) {
		throw badInput(field, text ? 'is not a number of at most 8 digits' : 'is empty', 'Enter the medarbejdernummer of the employment.');
	}
	return bareEmployeeNumber(text);
}

/** A lønart, four digits. */
export function readPayElement(value: unknown, field = 'Pay Element'): string {
	const text = readText(value);
	if (!/^\d{1,4}$/.test(text)) {
		throw badInput(field, text ? 'is not a number of at most 4 digits' : 'is empty', 'Enter the lønart, 0310 for example.');
	}
	return text.padStart(4, '0');
}

/** A løbenummer. */
export function readSerialNumber(value: unknown): number {
	const text = readText(value);
	if (!/^\d{1,4}$/.test(text)) throw badInput('Serial Number', text ? 'is not a whole number' : 'is empty', 'Enter the løbenummer of the pay element.');
	return Number(text);
}

/** A zero beside a number says nothing: a source that fills both columns means the one that is not zero. */
const withoutIdleZero = (quantity: Hundredths | null, amount: Hundredths | null): Pick<PaymentLine, 'quantity' | 'amount'> => ({
	quantity: quantity === 0 && amount ? null : quantity,
	amount: amount === 0 && quantity !== null ? null : amount,
});

/** What a line counts, a quantity or an amount. */
export function readMeasure(fields: Record<'quantity' | 'amount', unknown>): Pick<PaymentLine, 'quantity' | 'amount'> {
	const measure = withoutIdleZero(readHundredths('Quantity', fields.quantity), readHundredths('Amount', fields.amount));
	if (measure.quantity === null && measure.amount === null) throw badInput('Quantity', "and 'Amount' are both empty", 'Enter one of them.');
	return measure;
}

/** Where a line is posted. */
export function readCostObject(fields: Record<keyof CostObject, unknown>): CostObject {
	const costObject = { costCenter: readText(fields.costCenter), pspElement: readText(fields.pspElement) };
	if (costObject.costCenter && costObject.pspElement) {
		throw badInput('Cost Center', "and 'PSP Element' are both given", 'A payment goes on one of them: leave the other empty.');
	}
	return costObject;
}

/**
 * Reads and checks a line; nothing is sent of a line that can only be refused.
 * @throws Failure naming the field
 */
export function readLine(fields: LineFields): PaymentLine {
	return {
		employeeNumber: readEmployeeNumber('Employee Number', fields.employeeNumber),
		date: readDate('Date', fields.date, ZONE),
		payElement: readPayElement(fields.payElement),
		serialNumber: readSerialNumber(fields.serialNumber),
		...readMeasure(fields),
		hourlyRate: readHundredths('Hourly Rate', fields.hourlyRate) || null,
		...readCostObject(fields),
		sender: readText(fields.sender),
		remark: readText(fields.remark),
	};
}

/** An element of `Engangsydelser` in an update; what is empty is left out. */
export function wireLine(line: PaymentLine, sequence: number): IDataObject {
	const wire: IDataObject = {
		Startdato: `${line.date}T00:00:00Z`,
		Loenart: line.payElement,
		Loebenummer: line.serialNumber,
		Sekvensnummer: String(sequence),
	};
	if (line.quantity !== null) wire.Antal = wireDecimal(line.quantity);
	if (line.amount !== null) wire.Beloeb = wireDecimal(line.amount);
	if (line.hourlyRate !== null) wire.Afv_Timeloen = wireDecimal(line.hourlyRate);
	if (line.costCenter) wire.Afv_Omkostningssted = line.costCenter;
	if (line.pspElement) wire.Afv_PSP_Element = line.pspElement;
	if (line.sender) wire.Afsendelses_System = line.sender;
	if (line.remark) wire.Indv_Bemaerkning = line.remark;
	return wire;
}

/** A line that stands in Opus. */
export interface RegisteredLine extends PaymentLine {
	objectId: string;
}

/**
 * Reads a number of the service, which may come as a number or a text, with a point or a comma.
 * @throws Failure when it is none: taken for nothing, the quantity would be posted again
 */
function standingHundredths(value: unknown): Hundredths | null {
	const text = readText(value).replace(',', '.');
	if (text === '') return null;
	if (!/^-?\d+(\.\d+)?$/.test(text)) throw unreadable();
	return Math.round(Number(text) * 100);
}

/** An element of `Engangsydelser` in a read. The sender comes back as the first individual remark, the caller's as the second. */
export const readRegisteredLine = (wire: IDataObject, employeeNumber: string): RegisteredLine => ({
	employeeNumber: bareEmployeeNumber(employeeNumber),
	date: readText(wire.Startdato).slice(0, 10),
	payElement: readText(wire.Loenart).padStart(4, '0'),
	serialNumber: Number(wire.Loebenummer),
	quantity: standingHundredths(wire.Antal),
	amount: standingHundredths(wire.Beloeb),
	hourlyRate: standingHundredths(wire.Afv_Timeloen) || null,
	costCenter: readText(wire.Afv_Omkostningssted),
	pspElement: readText(wire.Afv_PSP_Element),
	sender: readText(wire.Indv_Bemaerkning_1),
	remark: readText(wire.Indv_Bemaerkning_2),
	objectId: readText(wire.Objekt_id),
});

/** A line in the node's own words, for output. */
export const presentLine = (line: RegisteredLine): IDataObject => ({
	...line,
	quantity: line.quantity === null ? null : line.quantity / 100,
	amount: line.amount === null ? null : line.amount / 100,
	hourlyRate: line.hourlyRate === null ? null : line.hourlyRate / 100,
	costCenter: line.costCenter || null,
	pspElement: line.pspElement || null,
});
