import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { OutcomeMessage, OutcomeName } from '../../kit/outcome';
import { registrationKey, rowKey } from '../time/row';
import type { BalancedDisposition, BalancedRow } from './reconcile';

/** How a row stands after the payroll lines were registered. */
export type Standing =
	/** Its line stands in the payroll system, posted now. */
	| 'registered'
	/** Its line stood there already. */
	| 'unchanged'
	/** What stood there was taken back. */
	| 'reversed'
	/** It would be posted: so far it was validated only. */
	| 'toPost'
	/** The payroll system refuses it until something is changed. */
	| 'rejected'
	/** It may go through another time, or nobody knows whether it went through: the next run finds out. */
	| 'later'
	| Exclude<BalancedDisposition, 'line' | 'reversal'>;

/** A row as it comes back: with the outcome of its line, or, not being a line or having failed, without. */
export type ReturnedRow = BalancedRow & { outcome?: OutcomeName; messages?: OutcomeMessage[]; error?: string };

/** The external status codes of the settings. */
export interface StatusCodes {
	exported: number;
	rejected: number;
}

/** What settling adds to a row. */
export interface Settlement extends IDataObject {
	standing: Standing;
	/** Why, for a human; null where there is nothing to say. */
	reason: string | null;
	/** Whether the external status of the registration is to be set. */
	mark: boolean;
	/** The code it is to be set to; null clears it. */
	markCode: number | null;
	/** Whether somebody has to look at the row. */
	needsAttention: boolean;
}

const STANDING_OF: Record<OutcomeName, Standing> = {
	registered: 'registered',
	difference: 'registered',
	reversed: 'reversed',
	unchanged: 'unchanged',
	validated: 'toPost',
	rejected: 'rejected',
	partial: 'later',
	later: 'later',
	unknown: 'later',
};

const NEEDS_ATTENTION: ReadonlySet<Standing> = new Set<Standing>([
	'rejected',
	'rejectedBefore',
	'later',
	'unmapped',
	'toConfirm',
	'noEmployment',
	'held',
	'withdrawn',
	'elsewhere',
	'unaccounted',
	'vanished',
]);

/** Nothing is left to do: it stands, it is gone as it should be, or it is not to be exported. */
const DONE: ReadonlySet<Standing> = new Set<Standing>(['registered', 'unchanged', 'reversed', 'notExported', 'alreadyMarked']);

const REFUSED: ReadonlySet<Standing> = new Set<Standing>(['rejected', 'rejectedBefore']);

/** Waits for something, although other rows of the registration may stand or be refused: a mark would hide it from the next run. */
const WAITING: ReadonlySet<Standing> = new Set<Standing>(['later', 'unmapped', 'toConfirm', 'noEmployment', 'withdrawn', 'elsewhere']);

const textOf = (messages: OutcomeMessage[] = []): string | null =>
	messages.map(({ code, text }) => (code ? `${code} ${text}` : text)).join(' | ') || null;

interface State {
	standing: Standing;
	reason: string | null;
}

export function standingOf({ disposition, reason, outcome, messages, error }: ReturnedRow): State {
	if (disposition !== 'line' && disposition !== 'reversal') return { standing: disposition, reason };
	if (error) return { standing: 'later', reason: error };
	if (!outcome) return { standing: 'later', reason: 'The line came back without an outcome' };
	const standing = disposition === 'line' && outcome === 'reversed' ? 'registered' : STANDING_OF[outcome];
	return { standing, reason: DONE.has(standing) || standing === 'toPost' ? reason : (textOf(messages) ?? outcome) };
}

/**
 * The code that a registration is to carry, or undefined where it is left as it is: somebody else's code, and the mark of a row that nobody can account for, which
 * is a human's to take away.
 */
function codeFor(rows: ReturnedRow[], states: Standing[], isWhole: boolean, codes: StatusCodes): number | null | undefined {
	const carried = new Set(rows.map(({ externalStatusCode }) => externalStatusCode));
	const carriesOurs = carried.has(codes.exported) || carried.has(codes.rejected);
	if (states.includes('toPost') || states.includes('unaccounted') || (!carriesOurs && !carried.has(null))) return undefined;
	if (states.some((standing) => WAITING.has(standing))) return carriesOurs ? null : undefined;
	if (states.some((standing) => REFUSED.has(standing))) return codes.rejected;
	const isDone = isWhole && states.every((standing) => DONE.has(standing));
	return isDone && states.some((standing) => standing !== 'alreadyMarked') ? codes.exported : undefined;
}

/**
 * Finds out which registrations may be marked as exported: those of which every row is here, and stands or is not to be exported. A registration with a refused
 * row gets the code for that, unless another of its rows waits for something: then it carries no mark, so that the next run tries it. Pure.
 * @param rows the balanced rows, lines and reversals with the outcome of registering them
 * @returns one settlement a row, in their order
 */
export function settleLines(rows: ReturnedRow[], codes: StatusCodes): Settlement[] {
	const settlements = new Map<ReturnedRow, Settlement>();
	for (const registration of groupBy(rows, registrationKey).values()) {
		const states = new Map(registration.map((row) => [row, standingOf(row)]));
		const members = registration.filter(({ disposition }) => disposition !== 'deleted');
		const ofCapitech = members.filter(({ withoutRow }) => !withoutRow);
		const isWhole = ofCapitech.length === ofCapitech[0]?.registrationRows && new Set(ofCapitech.map(rowKey)).size === ofCapitech.length;
		const code = ofCapitech.length ? codeFor(ofCapitech, members.map((row) => states.get(row)?.standing as Standing), isWhole, codes) : undefined;
		const isCarried = ofCapitech.every(({ externalStatusCode }) => externalStatusCode === code);
		for (const row of registration) {
			const state = states.get(row) as State;
			const mark = code !== undefined && !isCarried && ofCapitech.includes(row);
			settlements.set(row, { ...state, mark, markCode: mark ? code : null, needsAttention: NEEDS_ATTENTION.has(state.standing) });
		}
	}
	return rows.map((row) => settlements.get(row) as Settlement);
}
