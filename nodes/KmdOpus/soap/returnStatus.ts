import { maskText } from '../../kit/mask';
import type { OutcomeMessage } from '../../kit/outcome';
import type { XmlElement } from '../../kit/xml';
import { childrenOf, textOf } from '../../kit/xml';
import { decodeHtml } from '../client';

/** What the service says of a request. */
export interface ReturnStatus {
	messages: OutcomeMessage[];
	refused: boolean;
	/** A yes without a doubt: there is a status that can be read, and it neither refuses nor warns. */
	isClear: boolean;
}

/** The letters of SAP's BAPIRET2; empty and S are success, and what is none of them is an error (contract, section 4.2). */
const TYPES: Record<string, OutcomeMessage['type']> = { '': 'I', S: 'I', I: 'I', W: 'W' };

/** The elements of a list, whichever way the service spells them. */
export const itemsOf = (list: XmlElement): XmlElement[] => list.children.filter(({ name }) => name === 'item' || name === 'Item');

/** One status; its type is E when it is anything but success or a remark. */
export function readStatus(status: XmlElement): OutcomeMessage {
	const code = [textOf(status, 'MessageClass'), textOf(status, 'MessageNumber')].filter(Boolean).join(' ');
	return { type: TYPES[textOf(status, 'StatusType').toUpperCase()] ?? 'E', code: code || null, text: maskText(decodeHtml(textOf(status, 'MessageText'))) };
}

/** The statuses of an answer: one, or a list of them. */
export const statusesOf = (root: XmlElement): XmlElement[] =>
	childrenOf(root, 'ReturnStatus').flatMap((status) => (itemsOf(status).length ? itemsOf(status) : [status]));

/** Reads `ReturnStatus`, the single one of the writes and the list of the reads. A success without a text gives no message. */
export function readReturnStatus(root: XmlElement): ReturnStatus {
	const entries = statusesOf(root);
	const messages = entries.map(readStatus).filter(({ type, text }) => type !== 'I' || text);
	const isStated = entries.length > 0 && entries.every(({ children }) => !children.length || children.some(({ name }) => name === 'StatusType'));
	return { messages, refused: messages.some(({ type }) => type === 'E'), isClear: isStated && messages.every(({ type }) => type === 'I') };
}
