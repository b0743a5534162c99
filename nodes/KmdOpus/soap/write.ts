import type { Failure } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import type { XmlElement } from '../../kit/xml';
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
}

/** How often a write is sent whose answers get lost, each time after reading showed that it was not made. */
const MAX_SENDS = 3;

/** Whether a warning comes with a write that was made or with one that was not is nowhere said (contract, section 4.2): it is read. */
async function settle(root: XmlElement, wasMade: () => Promise<boolean | undefined>): Promise<WriteResult> {
	const { messages, refused } = readReturnStatus(root);
	if (refused) return { kind: 'refused', messages };
	const isWarned = messages.some(({ type }) => type === 'W');
	return isWarned && (await wasMade()) === false ? { kind: 'refused', messages } : { kind: 'made', messages, root };
}

/**
 * Makes a write that carries no key by which the service would know a repeat: after a lost answer it is read whether it was made, and only what is not there is
 * sent again (contract, section 4.5).
 * @param wasMade reads that; undefined when it can't be told
 */
export async function makeWrite(client: OpusSoapClient, { operation, values, overrides }: Write, wasMade: () => Promise<boolean | undefined>): Promise<WriteResult> {
	for (let sends = 1; ; sends++) {
		const result = await client.send(operation, values, 'never', overrides);
		if (result.kind === 'answer') return await settle(result.root, wasMade);
		const { failure, mayHaveActed } = result;
		if (!mayHaveActed) return { kind: 'notMade', failure };
		const made = await wasMade();
		if (made === undefined) return { kind: 'unknown', failure };
		if (made) return { kind: 'made', messages: [] };
		if (sends === MAX_SENDS) return { kind: 'notMade', failure };
	}
}
