import type { IDataObject } from 'n8n-workflow';

/** How the text of an element is read; null where there is none. What can't be read stays the text it is: nothing that came is lost. */
export type ReadValue = (text: string) => IDataObject[string];

const orNull = (read: ReadValue): ReadValue => (text) => (text.trim() === '' ? null : read(text.trim()));

export const asText: ReadValue = orNull((text) => text);

/** `1.234,56`, `1234.56`, `12,5`: the last separator is the decimal one, and one that comes more than once parts thousands. */
function plainDecimal(text: string): string {
	const separator = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
	const mark = text.charAt(separator);
	const isDecimal = separator >= 0 && text.indexOf(mark) === separator;
	const whole = isDecimal ? text.slice(0, separator) : text;
	return `${whole.replace(/[.,](?=\d{3}(\D|$))/g, '')}${isDecimal ? `.${text.slice(separator + 1)}` : ''}`;
}

/** A decimal number, with a Danish comma or a point (contract, section 1.5). */
export const asDecimal: ReadValue = orNull((text) => {
	const plain = plainDecimal(text);
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
});

/** Hours: six digits are thousandths, `037000` is 37; anything else is a decimal number (contract, section 1.5). */
export const asHours: ReadValue = orNull((text) => (/^\d{6}$/.test(text) ? Number(text) / 1000 : asDecimal(text)));

/** An xsd:boolean, or the cross that the systems behind the service write. */
export const asBoolean: ReadValue = orNull((text) => {
	if (/^(true|1|x|ja)$/i.test(text)) return true;
	return /^(false|0|nej)$/i.test(text) ? false : text;
});

/** `yyyy-MM-dd`; some dates are texts on the wire, and come as `dd.MM.yyyy` or `yyyyMMdd` as well. A date of zeros is none. */
export const asDate: ReadValue = orNull((text) => {
	const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text) ?? [];
	const [, danishDay, danishMonth, danishYear] = /^(\d{2})[.-](\d{2})[.-](\d{4})$/.exec(text) ?? [];
	const date = year ? `${year}-${month}-${day}` : danishYear ? `${danishYear}-${danishMonth}-${danishDay}` : text;
	return /^0{4}-00-00$/.test(date) ? null : date;
});

/** `HH:mm:ss`. No zone: it is the wall clock in Denmark. */
export const asTime: ReadValue = orNull((text) => /^\d{2}:\d{2}:\d{2}/.exec(text)?.[0] ?? text);
