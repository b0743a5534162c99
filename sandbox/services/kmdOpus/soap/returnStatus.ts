import { refuses, type Remark } from './operation.ts';
import type { XmlNode } from './xml.ts';

/** How a ReturnStatus is written (see `switches.ts`). */
export interface StatusStyle {
	/** The StatusType of an answer without remarks. */
	readonly success: string;
	/** The class of messages, which reads give beside their number. */
	readonly messageClass: string;
}

const typeOf = ({ type = 'E' }: Remark): string => type;
const leaf = (name: string, text: string): XmlNode => ({ name, text });

/** The remark that decides: the first that refuses, else the first of all. */
const decisive = (remarks: readonly Remark[]): Remark | undefined => remarks.find(refuses) ?? remarks[0];

/** A single ReturnStatus { StatusType, MessageText }: the remark that decides, with the texts of all of them. */
export function singleStatus({ success }: StatusStyle, remarks: readonly Remark[]): XmlNode {
	const remark = decisive(remarks);
	const texts = remarks.map(({ text = '' }) => text);
	return {
		name: 'ReturnStatus',
		children: [
			leaf('StatusType', remark === undefined ? success : typeOf(remark)),
			leaf('MessageText', texts.join(' ')),
		],
	};
}

/** ReturnStatus/item* { StatusType, MessageClass, MessageNumber, MessageText }, as the reads by period give it. */
export function statusList({ success, messageClass }: StatusStyle, remarks: readonly Remark[]): XmlNode {
	const item = (type: string, number: string, text: string): XmlNode => ({
		name: 'item',
		children: [
			leaf('StatusType', type),
			leaf('MessageClass', number === '' ? '' : messageClass),
			leaf('MessageNumber', number),
			leaf('MessageText', text),
		],
	});
	const items = remarks.map((remark) => item(typeOf(remark), numberOf(remark), remark.text ?? ''));
	return { name: 'ReturnStatus', children: items.length === 0 ? [item(success, '', '')] : items };
}

/** ReturnStatus/item* { Index, StatusType, MessageText }; without Index a remark is about the whole request. */
export function indexedStatus({ success }: StatusStyle, remarks: readonly Remark[]): XmlNode {
	const item = (type: string, text: string, line?: number): XmlNode => ({
		name: 'item',
		children: [
			...(line === undefined ? [] : [leaf('Index', String(line))]),
			leaf('StatusType', type),
			leaf('MessageText', text),
		],
	});
	const items = remarks.map((remark) => item(typeOf(remark), remark.text ?? '', remark.line));
	return { name: 'ReturnStatus', children: items.length === 0 ? [item(success, '')] : items };
}

const numberOf = ({ code }: Remark): string => (code === undefined ? '' : String(code).padStart(3, '0'));
