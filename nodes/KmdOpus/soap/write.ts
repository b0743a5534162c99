import { pause } from '../../kit/clock';
import { Failure } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import type { XmlElement } from '../../kit/xml';
import { unreadable } from '../client';
import type { OpusSoapClient } from './client';
import type { SoapOperation, SoapValues } from './operation';
import type { Overrides } from './overrides';
import { readReturnStatus } from './returnStatus';

/** What came of a write. */
export type WriteResult =
	/** It stands. The answer's root, unless that was lost and reading back told. */
	| { kind: 'made'; messages: OutcomeMessage[]; root?: XmlElement }
	/** The service said no. */
	| { kind: 'refused'; messages: OutcomeMessage[] }
	/** It did not come to it. */
	| { kind: 'notMade'; failure: Failure }
	/** Sent, and not known whether it was acted upon. */
	| { kind: 'unknown'; failure: Failure };

/** A request that changes something. */
export interface Write {
	operation: SoapOperation;
	values: SoapValues;
	overrides?: Overrides;
	/** Of the execution: once it is cancelled nothing is sent again. */
	signal?: AbortSignal;
}

/** How often a write is sent whose answers get lost, each time after reading showed that it was not made. */
const MAX_SENDS = 3;

/** How long a request whose answer was lost is given to be acted upon after all, before it is sent again. */
const SETTLING_MS = 5_000;

const left = (messages: OutcomeMessage[]): WriteResult => {
	const serviceText = messages.map(({ text }) => text).filter(Boolean).join(' ');
	return { kind: 'unknown', failure: new Failure({ kind: 'outcome unknown', message: 'The answer of KMD Opus leaves open whether the write was made', serviceText }) };
};

/**
 * What an answer means. Whether a warning comes with a write that was made or with one that was not is nowhere said (contract, section 4.2), an answer may be without a status,
 * and a repeat may be refused because the first one came through late: all that is settled by reading.
 * @param isRepeat whether the answer to an earlier send of the same was lost
 */
async function settle(root: XmlElement, isRepeat: boolean, wasMade: () => Promise<boolean | undefined>): Promise<WriteResult> {
	const { messages, refused, isClear } = readReturnStatus(root);
	if (isClear) return { kind: 'made', messages, root };
	if (refused && !isRepeat) return { kind: 'refused', messages };
	const made = await wasMade();
	if (made === undefined) return left(messages);
	if (made) return refused ? { kind: 'made', messages: [] } : { kind: 'made', messages, root };
	return messages.length ? { kind: 'refused', messages } : { kind: 'notMade', failure: unreadable() };
}

/** Looks twice, some seconds apart: the service may still be at work on a request when its answer is lost. */
async function wasMadeInTheEnd(wasMade: () => Promise<boolean | undefined>, signal: AbortSignal | undefined): Promise<boolean | undefined> {
	const made = await wasMade();
	if (made !== false || !(await pause(SETTLING_MS, signal))) return made;
	return await wasMade();
}

/**
 * Makes a write that carries no key by which the service would know a repeat: after a lost answer it is read whether it was made, and only what is not there is
 * sent again (contract, section 4.5).
 * @param wasMade reads that; undefined when it can't be told
 */
export async function makeWrite(client: OpusSoapClient, { operation, values, overrides, signal }: Write, wasMade: () => Promise<boolean | undefined>): Promise<WriteResult> {
	for (let sends = 1; ; sends++) {
		const result = await client.send(operation, values, 'never', overrides);
		if (result.kind === 'answer') return await settle(result.root, sends > 1, wasMade);
		const { failure, mayHaveActed } = result;
		if (!mayHaveActed) return { kind: 'notMade', failure };
		const made = await wasMadeInTheEnd(wasMade, signal);
		if (made === undefined) return { kind: 'unknown', failure };
		if (made) return { kind: 'made', messages: [] };
		if (sends === MAX_SENDS || signal?.aborted) return { kind: 'notMade', failure };
	}
}
