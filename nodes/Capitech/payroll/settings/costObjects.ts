import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../../kit/failure';
import { readText } from '../../../kit/parameters';
import { readEntries, refuseUnknown } from './entries';
import type { Selectors, Subject } from './selectors';
import { mostSpecific, readSelectors, refuseRepeats, SELECTOR_FIELDS } from './selectors';

/** Where hours are posted: a cost centre or a PSP element; with neither, where the employee belongs. */
export interface CostObject {
	costCenter: string;
	pspElement: string;
}

/** Where the hours of some rows are posted; an account is turned into one of the two by the payroll system. */
export interface CostObjectEntry extends CostObject {
	selectors: Selectors;
	account: string;
}

/** What the payroll system says an account is turned into. */
export type Accounts = ReadonlyMap<string, CostObject>;

const FIELDS = [...SELECTOR_FIELDS.filter((name) => name !== 'employeeGroup'), 'costCenter', 'pspElement', 'account'];

function readEntry(place: string, entry: IDataObject): CostObjectEntry {
	refuseUnknown(place, entry, FIELDS);
	const selectors = readSelectors(place, entry);
	if (!Object.keys(selectors).length) throw badInput(place, 'names no department, project or free dimension', 'Say which rows it is for.');
	const [costCenter, pspElement, account] = [entry.costCenter, entry.pspElement, entry.account].map(readText);
	if ([costCenter, pspElement, account].filter(Boolean).length !== 1) {
		throw badInput(place, 'does not give exactly one of costCenter, pspElement and account', 'A payment goes on one of them.');
	}
	return { selectors, costCenter, pspElement, account };
}

/**
 * Reads where hours are posted.
 * @throws Failure naming the entry that is wrong
 */
export function readCostObjects(place: string, value: unknown): CostObjectEntry[] {
	const entries = readEntries(place, value).map((entry, at) => readEntry(`${place}, entry ${at + 1}`, entry));
	refuseRepeats(place, entries);
	return entries;
}

const OWN: CostObject = { costCenter: '', pspElement: '' };

/** Where a row's hours are posted, or why that can't be told. */
export function costObjectOf(entries: readonly CostObjectEntry[], subject: Subject, accounts: Accounts): CostObject | { reason: string } {
	const entry = mostSpecific(entries, subject);
	if (!entry) return OWN;
	const { account, costCenter, pspElement } = entry;
	if (!account) return { costCenter, pspElement };
	return accounts.get(account) ?? { reason: `Account ${account} of the settings was not looked up in the payroll system` };
}
