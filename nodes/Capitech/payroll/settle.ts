import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { OutcomeMessage, OutcomeName } from '../../kit/outcome';
import type { TimeTransaction } from '../time/row';
import { registrationKey, rowKey } from '../time/row';
import type { Disposition, Preparation } from './prepare';

/** How a row stands after the payroll lines were registered. */
export type Standing =
	/** Its line stands in the payroll system, posted now. */
	| 'registered'
	/** Its line stood there already. */
	| 'unchanged'
	/** The payroll system refuses it until something is changed. */
	| 'rejected'
	/** It may go through another time, or nobody knows whether it went through: the next run finds out. */
	| 'later'
	| Exclude<Disposition, 'line'>;

/** A prepared row as it comes back: with the outcome of its line, or, not being a line or having failed, without. */
export type ReturnedRow = TimeTransaction & Preparation & { outcome?: OutcomeName; messages?: OutcomeMessage[]; error?: string };

/** What settling adds to a row. */
export interface Settlement extends IDataObject {
	standing: Standing;
	/** Why, for a human; null where there is nothing to say. */
	reason: string | null;
	/** Whether all rows of the registration stand in the payroll system, so that it may be marked as exported. */
	mark: boolean;
	/** Whether somebody has to look at the row. */
	needsAttention: boolean;
}

const STANDING_OF: Record<OutcomeName, Standing> = {
	registered: 'registered',
	difference: 'registered',
	reversed: 'registered',
	unchanged: 'unchanged',
	rejected: 'rejected',
	validated: 'later',
	partial: 'later',
	later: 'later',
	unknown: 'later',
};

const NEEDS_ATTENTION: ReadonlySet<Standing> = new Set(['rejected', 'later', 'unmapped', 'held']);

const isDone = (standing: Standing): boolean => standing === 'registered' || standing === 'unchanged' || standing === 'alreadyMarked';

const textOf = (messages: OutcomeMessage[] = []): string | null =>
	messages.map(({ code, text }) => (code ? `${code} ${text}` : text)).join(' | ') || null;

interface State {
	standing: Standing;
	reason: string | null;
}

function standingOf({ disposition, reason, outcome, messages, error }: ReturnedRow): State {
	if (disposition !== 'line') return { standing: disposition, reason };
	if (error) return { standing: 'later', reason: error };
	if (!outcome) return { standing: 'later', reason: 'The line came back without an outcome' };
	const standing = STANDING_OF[outcome];
	return { standing, reason: isDone(standing) ? null : (textOf(messages) ?? outcome) };
}

/**
 * Finds out which registrations may be marked as exported: those of which every row is here and its line stands. Pure.
 * @param rows the prepared rows, lines with the outcome of registering them
 * @returns one settlement a row, in their order
 */
export function settleLines(rows: ReturnedRow[]): Settlement[] {
	const settlements = new Map<ReturnedRow, Settlement>();
	for (const registration of groupBy(rows, registrationKey).values()) {
		const states = new Map(registration.map((row) => [row, standingOf(row)]));
		const standing = registration.filter((row) => row.disposition !== 'deleted');
		const stateOf = (row: ReturnedRow) => states.get(row) as State;
		const isNew = standing.some((row) => row.disposition === 'line');
		const isWhole = standing.length === standing[0]?.registrationRows && new Set(standing.map(rowKey)).size === standing.length;
		const mark = isNew && isWhole && standing.every((row) => isDone(stateOf(row).standing));
		for (const row of registration) {
			const state = stateOf(row);
			settlements.set(row, { ...state, mark: mark && row.disposition !== 'deleted', needsAttention: NEEDS_ATTENTION.has(state.standing) });
		}
	}
	return rows.map((row) => settlements.get(row) as Settlement);
}
