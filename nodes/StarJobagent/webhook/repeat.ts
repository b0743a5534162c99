import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../kit/json';
import type { OutcomeName } from '../../kit/outcome';
import { note } from '../../kit/outcome';
import { readList, readText } from '../../kit/parameters';
import { JOBAGENT_CODES } from '../codes';
import type { CallerAnswer } from './answer';
import { statusOf } from './answer';

/** A request as the trigger gives it out, as far as it is judged by. */
export interface Named {
	requestId: string;
	jobAgentIdentifier: string;
	contentMark: string;
}

/** What is to be done with a request. */
export type Judgement =
	/** Nothing is kept of its key: it is to be kept first. */
	| { step: 'keep' }
	/** It is to be created; `triedBefore` where an earlier try may have been acted upon. */
	| { step: 'create'; triedBefore: boolean }
	/** Another execution is at work on it. */
	| { step: 'wait' }
	/** It is settled: nothing is to be sent. */
	| { step: 'answer'; httpStatus: number; answer: CallerAnswer };

/** Someone must have another key: nothing of a request is told but by its own content. */
const CONFLICT = 409;

const told = ({ requestId, jobAgentIdentifier }: Named, outcome: OutcomeName, text: string, isRefusal: boolean, codes: string[] = []): CallerAnswer => ({
	outcome,
	requestId,
	jobAgentIdentifier: isRefusal ? null : jobAgentIdentifier,
	messages: [...codes.map((code) => ({ type: 'E' as const, code, text: JOBAGENT_CODES[code]?.text ?? 'The service refused it' })), note(isRefusal ? 'E' : 'I', text)],
});

const answered = (outcome: OutcomeName, answer: CallerAnswer, httpStatus = statusOf(outcome)): Judgement => ({ step: 'answer', httpStatus, answer });

/** Whether another execution holds the row. One that can't be read is taken for free: what it would protect is protected by the state, too. */
const isHeld = (until: unknown, now: Date): boolean => DateTime.fromISO(until instanceof Date ? until.toISOString() : readText(until), { zone: 'utc' }).toMillis() > now.getTime();

/**
 * Judges a request by the row that is kept of its key.
 * @param row  of the table: `contentMark`, `state` (new | pending | registered | rejected | unknown | again), `codes`, `until`; nothing where none is kept
 * @param mayWait whether to wait for an execution that is at work; else the caller is asked to come again
 */
export function judgeRepeat(request: Named, row: unknown, now: Date, mayWait: boolean): Judgement {
	if (!isObject(row) || readText(row.contentMark) === '') return { step: 'keep' };
	if (readText(row.contentMark) !== request.contentMark) {
		return answered('rejected', told(request, 'rejected', 'This request key has been used for a job agent with other content. A corrected request needs a new key', true), CONFLICT);
	}
	const state = readText(row.state);
	if (state === 'registered') return answered('unchanged', told(request, 'unchanged', 'The job agent was created by an earlier request with this key; nothing was sent', false));
	if (state === 'rejected') {
		const codes = readList(row.codes);
		return answered('rejected', told(request, 'rejected', 'STAR refused this request before; nothing was sent. A corrected request needs a new key', true, codes));
	}
	if (isHeld(row.until, now)) {
		return mayWait ? { step: 'wait' } : answered('later', told(request, 'later', 'The same request is still under way. Send it again with the same key in a minute', false));
	}
	return { step: 'create', triedBefore: state !== 'new' && state !== 'again' };
}

/** The state that a row gets by the outcome of a creation. What was not sent stays as open as it was. */
export function stateAfter(outcome: OutcomeName, triedBefore: boolean): string {
	if (outcome === 'registered' || outcome === 'unchanged') return 'registered';
	if (outcome === 'rejected') return 'rejected';
	return outcome === 'later' && !triedBefore ? 'new' : 'unknown';
}

/** The codes of what the service refused, as the row keeps them: they say nothing of the person. */
export const codesOf = ({ messages }: IDataObject): string =>
	(messages as CallerAnswer['messages']).flatMap(({ type, code }) => (type === 'E' && code ? [code] : [])).join(' ');
