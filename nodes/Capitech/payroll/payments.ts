import type { IDataObject } from 'n8n-workflow';

import { readText } from '../../kit/parameters';
import type { Origin } from './reference';
import { originOf } from './reference';
import { bareNumber } from './settings/employees';

/** A line that stands in the payroll system, as KMD Opus' *One-Time Payment: Get Many* gives it. */
export interface Payment {
	employeeNumber: string;
	date: string;
	payElement: string;
	serialNumber: number;
	quantity: number;
	amount: number;
	costCenter: string;
	pspElement: string;
	sender: string;
	/** Where it comes from; undefined when the remark is not one of ours. */
	origin?: Origin;
}

const asNumber = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Reads a payment from an item. */
export const readPayment = (json: IDataObject): Payment => ({
	employeeNumber: bareNumber(readText(json.employeeNumber)),
	date: readText(json.date),
	payElement: readText(json.payElement),
	serialNumber: asNumber(json.serialNumber),
	quantity: asNumber(json.quantity),
	amount: asNumber(json.amount),
	costCenter: readText(json.costCenter),
	pspElement: readText(json.pspElement),
	sender: readText(json.sender),
	origin: originOf(readText(json.remark)),
});

/** A payment for output. */
export const presentPayment = ({ employeeNumber, date, payElement, serialNumber, quantity, amount, costCenter, pspElement }: Payment): IDataObject => ({
	employeeNumber,
	date,
	payElement,
	serialNumber,
	costCenter,
	pspElement,
	quantity,
	amount: quantity ? 0 : amount,
});

const hundredths = (values: number[]): number => values.reduce((total, value) => total + Math.round(value * 100), 0);

/** What payments come to, in hundredths. */
export const netOf = (payments: Payment[]): { quantity: number; amount: number } => ({
	quantity: hundredths(payments.map(({ quantity }) => quantity)),
	/* The payroll system may add its value to a quantity when it gives a line back: only a line without a quantity is an amount. */
	amount: hundredths(payments.filter(({ quantity }) => !quantity).map(({ amount }) => amount)),
});

/** Whether payments leave anything standing. */
export function leaveSomething(payments: Payment[]): boolean {
	const { quantity, amount } = netOf(payments);
	return quantity !== 0 || amount !== 0;
}

/** What payments come to, in words. */
export function describeNet(payments: Payment[]): string {
	const { quantity, amount } = netOf(payments);
	const parts = [quantity && `${(quantity / 100).toFixed(2)}`, amount && `${(amount / 100).toFixed(2)} kr.`];
	return parts.filter(Boolean).join(' and ') || '0.00';
}
