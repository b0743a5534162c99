/** A PDF object without its number: a dictionary, or one with a stream. ISO 32000-1, section 7.3. */
export type PdfObject = Buffer;

/** The number under which an object stands in the file, as others refer to it. */
export const reference = (number: number): string => `${number} 0 R`;

export type PdfDictionary = Record<string, string | number>;

const writeDictionary = (entries: PdfDictionary): string => `<< ${Object.entries(entries).map(([key, value]) => `/${key} ${value}`).join(' ')} >>`;

/** A dictionary whose values are written as PDF has them. */
export const dictionary = (entries: PdfDictionary): PdfObject => Buffer.from(writeDictionary(entries), 'latin1');

/** Bytes, and what is said of them. */
export const stream = (content: Buffer, entries: PdfDictionary = {}): PdfObject =>
	Buffer.concat([Buffer.from(`${writeDictionary({ Length: content.length, ...entries })}\nstream\n`, 'latin1'), content, Buffer.from('\nendstream', 'latin1')]);

/** A number of two bytes in hexadecimal digits. */
export const hex16 = (value: number): string => value.toString(16).padStart(4, '0');

/** A text of any letters, in UTF-16 with its mark: section 7.9.2. */
export const textString = (text: string): string => `<feff${utf16(text)}>`;

/** UTF-16, big end first, in hexadecimal digits. */
export const utf16 = (text: string): string => Array.from({ length: text.length }, (_, index) => hex16(text.charCodeAt(index))).join('');

/** A point in time: section 7.9.4. */
export const dateString = (time: Date): string => `(D:${time.toISOString().replace(/\.\d+Z$/, 'Z').replace(/[-:T]/g, '')})`;

/** Four bytes beyond ASCII tell those who carry the file that it is no text: section 7.5.2. */
const HEADER = Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1');

/** Puts objects together to a file; the first has the number 1. `trailer` names the catalogue and the information on the document. */
export function writePdf(objects: PdfObject[], trailer: PdfDictionary): Buffer {
	const parts = [HEADER];
	let length = HEADER.length;
	const places = objects.map((object, index) => {
		const place = length;
		const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`, 'latin1'), object, Buffer.from('\nendobj\n', 'latin1')]);
		parts.push(part);
		length += part.length;
		return `${String(place).padStart(10, '0')} 00000 n \n`;
	});
	const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
	const end = `trailer\n${writeDictionary({ Size: objects.length + 1, ...trailer })}\nstartxref\n${length}\n%%EOF\n`;
	return Buffer.concat([...parts, Buffer.from(table + end, 'latin1')]);
}
