import { eightDigits } from '../employeeNumber.ts';
import type { XmlNode } from '../soap/xml.ts';
import type { HrSettings } from './hrOffice.ts';

type Leaves = Readonly<Record<string, string>>;

/** An element of leaves, in the order given. */
export function element(name: string, fields: Leaves, more: readonly XmlNode[] = []): XmlNode {
	return { name, children: [...Object.entries(fields).map(([leaf, text]) => ({ name: leaf, text })), ...more] };
}

/** A list: an element that holds `item` or `Item`, as the contract spells it there (kmd-opus.md 1.1). */
export function list(name: string, item: 'item' | 'Item', rows: readonly Leaves[]): XmlNode {
	return { name, children: rows.map((row) => element(item, row)) };
}

/** A number with two decimals. */
export function decimal(value: number, { decimalComma }: HrSettings): string {
	const text = value.toFixed(2);
	return decimalComma ? text.replace('.', ',') : text;
}

/** A time of day; none as the switch says. */
export const timeText = (time: string, { zeroTimes }: HrSettings): string => (time === '' && zeroTimes ? '00:00:00' : time);

/** An employee number. */
export const numberText = (number: string, { plainNumbers }: HrSettings): string => (plainNumbers ? number : eightDigits(number));
