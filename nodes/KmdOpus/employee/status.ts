import { Failure } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import { maskText } from '../../kit/mask';
import type { XmlElement } from '../../kit/xml';
import { childOf, textOf } from '../../kit/xml';
import { unreadable } from '../client';

/** The StatusKode of an answer (contract, section 4.3). */
export const STATUS = {
	fine: 0,
	nothingFound: 1,
	/** The proxy call failed: it may pass. */
	proxyFailed: 2,
	/** The service works it off later. */
	pending: 3,
	/** Given up; a ticket was opened. */
	givenUp: 99,
	badPersonData: 100,
	communicationFailed: 101,
	/** The employment goes by another number now. */
	numberReplaced: 102,
	/** Time ran out; the text tells how far it came. */
	timeIsUp: 103,
} as const;

/** StandardRetur of an answer. */
export interface ServiceStatus {
	code: number;
	text: string;
}

/** The status of an answer; undefined when there is none to be read. */
export function findStatus(root: XmlElement): ServiceStatus | undefined {
	const standard = childOf(root, 'StandardRetur');
	const code = standard ? textOf(standard, 'StatusKode') : '';
	return standard && /^-?\d+$/.test(code) ? { code: Number(code), text: textOf(standard, 'FejlbeskedTekst') } : undefined;
}

/**
 * The status of an answer.
 * @throws Failure when there is none to be read: that must never pass for "all fine"
 */
export function readStatus(root: XmlElement): ServiceStatus {
	const status = findStatus(root);
	if (!status) throw unreadable();
	return status;
}

const SAYING: Readonly<Record<number, { message: string; advice?: string }>> = {
	[STATUS.proxyFailed]: { message: 'KMD Opus could not reach its own systems', advice: 'Try again later.' },
	[STATUS.givenUp]: { message: 'KMD Opus gave the request up and opened a ticket', advice: 'Do not repeat it; ask KMD about the ticket.' },
	[STATUS.badPersonData]: { message: 'KMD Opus does not accept the personal data of the request' },
	[STATUS.communicationFailed]: { message: 'KMD Opus could not update the communication data', advice: 'Check the dates, and whether the employee is locked or has left.' },
	[STATUS.numberReplaced]: { message: 'The employee number was replaced by another' },
	[STATUS.timeIsUp]: { message: 'KMD Opus ran out of time', advice: 'Ask for fewer employees or areas.' },
};

/** Numbers of tickets may look like a person's number, and are what a human needs. */
const ticketsIn = (text: string): string[] => [...text.matchAll(/(?:ticket|incident|sag)[^\d]{0,20}(\d+)/gi)].map(([, number]) => number);

/** The failure that a status stands for. */
export function statusFailure({ code, text }: ServiceStatus): Failure {
	const { message, advice } = SAYING[code] ?? { message: 'KMD Opus refused the request', advice: undefined };
	const isTemporary = code === STATUS.proxyFailed || code === STATUS.timeIsUp;
	const keep = code === STATUS.givenUp ? ticketsIn(text) : [];
	return new Failure({ kind: isTemporary ? 'unavailable' : 'refused', code: String(code), serviceText: text, message, advice, keep });
}

/** A status as a message of an outcome, in the service's own words where it has some. */
export function statusMessage(type: OutcomeMessage['type'], { code, text }: ServiceStatus): OutcomeMessage {
	const keep = code === STATUS.givenUp ? ticketsIn(text) : [];
	return { type, code: String(code), text: maskText(text || SAYING[code]?.message || 'KMD Opus gave no text', keep) };
}
