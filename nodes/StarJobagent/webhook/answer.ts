import type { IDataObject } from 'n8n-workflow';

import type { OutcomeMessage, OutcomeName } from '../../kit/outcome';
import { note } from '../../kit/outcome';

/** What the caller of the trigger is told: never the CPR number, nor anything else of the citizen. */
export interface CallerAnswer extends IDataObject {
	outcome: OutcomeName;
	jobAgentIdentifier: string | null;
	requestId: string | null;
	messages: OutcomeMessage[];
}

const STATUS: Partial<Record<OutcomeName, number>> = { registered: 200, unchanged: 200, rejected: 400, later: 503 };

/** The HTTP status for an outcome. One that is not known is 202: the request has come in, and what became of it nobody can tell yet. */
export const statusOf = (outcome: OutcomeName): number => STATUS[outcome] ?? 202;

/** What a caller can do about an outcome that nobody knows. */
export const ASK_AGAIN = note('W', 'Send the same request with the same key again: it is read back before anything else. Do not send it under another key.');
