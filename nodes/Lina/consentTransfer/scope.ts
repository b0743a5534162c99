import { now } from '../../kit/clock';
import type { Scope } from './judge';
import { readTransferSettings } from './settings';

/**
 * Reads what *Compare* and *Plan* judge by.
 * @param parameter gives the value of a parameter
 * @throws Failure naming the setting that is empty or wrong
 */
export const readScope = (parameter: (name: string) => unknown): Scope => ({
	settings: readTransferSettings(parameter('settings')),
	now: now(),
	allowManyWithdrawals: parameter('allowManyWithdrawals') === true,
	lookAgain: parameter('lookAgain') === true,
});
