import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../kit/failure';
import { readInteger } from '../kit/parameters';

/** What a node may spend of the calls that LINA grants a store in 15 minutes, and what it does when they are spent. */
export interface Budget {
	onLimit: 'wait' | 'stop';
	/** Milliseconds that one execution of a node waits in all. */
	longestWaitMs: number;
	/** Calls that LINA grants in 15 minutes. */
	limit: number;
	/** Calls that are left to others. */
	reserve: number;
}

const MINUTE_MS = 60_000;

/** The budget of a node whose options say nothing (contract, section 4). */
export const DEFAULTS: Budget = { onLimit: 'wait', longestWaitMs: 20 * MINUTE_MS, limit: 100, reserve: 10 };

/**
 * Reads the budget from the values of the *Options* collection; what the user didn't set is left out.
 * @throws Failure naming the option that is wrong
 */
export function budgetOf({ onRateLimit, longestWait, callLimit, reserve }: IDataObject): Partial<Budget> {
	const budget: Partial<Budget> = {
		...(onRateLimit !== undefined && { onLimit: onRateLimit === 'stop' ? 'stop' : 'wait' }),
		...(longestWait !== undefined && { longestWaitMs: readInteger('Longest Wait', longestWait) * MINUTE_MS }),
		...(callLimit !== undefined && { limit: readInteger('Call Limit', callLimit, 1) }),
		...(reserve !== undefined && { reserve: readInteger('Reserve', reserve) }),
	};
	const { limit = DEFAULTS.limit, reserve: left = DEFAULTS.reserve } = budget;
	if (left >= limit) throw badInput('Reserve', `leaves none of the ${limit} calls to this node`, 'Enter a reserve below the call limit.');
	return budget;
}

/** The budget of an item, as `budgetOf` reads it from the node's options. */
export const readBudget = (context: IExecuteFunctions, index: number): Partial<Budget> => budgetOf(context.getNodeParameter('options', index, {}));
