import { refuses, type Remark } from './operation.ts';
import type { XmlNode } from './xml.ts';

/** How a ReturnStatus is written (see `absence/switches.ts`). */
export interface StatusStyle {
	/** How an answer without remarks is told. */
	readonly success: 'S' | 'empty' | 'withText';
	readonly messageText?: 'plain' | 'numbered' | 'escaped';
	/** The class of messages, which reads give beside their number. */
	readonly messageClass: string;
}

const SUCCESS_TEXT = 'Behandlingen er gennemført.';

const leaf = (name: string, text: string): XmlNode => ({ name, text });
const numberOf = ({ code }: Remark): string => (code === undefined ? '' : String(code).padStart(3, '0'));
const typeOf = ({ type = 'E' }: Remark, { success }: StatusStyle): string => (type === 'S' && success === 'empty' ? '' : type);

/** The remark that decides: the first that refuses, else the first that warns, else the first of all. */
const decisive = (remarks: readonly Remark[]): Remark =>
	remarks.find(refuses) ?? remarks.find(({ type }) => type === 'W') ?? remarks[0];

function textOf(remark: Remark, { success, messageText, messageClass }: StatusStyle): string {
	const text = remark.text || (remark.type === 'S' && success === 'withText' ? SUCCESS_TEXT : '');
	if (messageText === 'numbered' && remark.code !== undefined) return `${messageClass} ${numberOf(remark)}: ${text}`;
	return messageText === 'escaped' ? text.replaceAll(/[^\p{ASCII}]|[&<>]/gu, (character) => `&#${character.codePointAt(0)};`) : text;
}

/** The remarks, or the one that says that all is well. */
const orSuccess = (remarks: readonly Remark[]): readonly Remark[] => (remarks.length === 0 ? [{ type: 'S' }] : remarks);

/** A single ReturnStatus { StatusType, MessageText }: the letter that decides, with the texts of all remarks. */
export function singleStatus(style: StatusStyle, remarks: readonly Remark[]): XmlNode {
	const all = orSuccess(remarks);
	const text = all.map((remark) => textOf(remark, style)).join(' ');
	return { name: 'ReturnStatus', children: [leaf('StatusType', typeOf(decisive(all), style)), leaf('MessageText', text)] };
}

/** ReturnStatus/item* { StatusType, MessageClass, MessageNumber, MessageText }, as the reads by period give it. */
export function statusList(style: StatusStyle, remarks: readonly Remark[]): XmlNode {
	const items = orSuccess(remarks).map((remark) => ({
		name: 'item',
		children: [
			leaf('StatusType', typeOf(remark, style)),
			leaf('MessageClass', remark.code === undefined ? '' : style.messageClass),
			leaf('MessageNumber', numberOf(remark)),
			leaf('MessageText', textOf(remark, style)),
		],
	}));
	return { name: 'ReturnStatus', children: items };
}

/** ReturnStatus/item* { Index, StatusType, MessageText }; without Index a remark is about the whole request. */
export function indexedStatus(style: StatusStyle, remarks: readonly Remark[]): XmlNode {
	const items = orSuccess(remarks).map((remark) => ({
		name: 'item',
		children: [
			...(remark.line === undefined ? [] : [leaf('Index', String(remark.line))]),
			leaf('StatusType', typeOf(remark, style)),
			leaf('MessageText', textOf(remark, style)),
		],
	}));
	return { name: 'ReturnStatus', children: items };
}
