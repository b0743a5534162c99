import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';

const STATES = ['', 'pending', 'standing', 'withdrawing', 'unknown'] as const;

/** What a row says of its documents. */
export type KeptState = (typeof STATES)[number];

/** What is kept of a person between runs: one row of the data table `nordic_lina_consents`. No name, no e-mail address. */
export interface Kept {
	store: string;
	userUuid: string;
	/** The kept mapping. */
	employeeNumber: string;
	state: KeptState;
	/** Of the consent's document; '' before one is planned. */
	reference: string;
	/** The id that the payroll system gave the consent's document; '' where it gave none. */
	documentId: string;
	/** Of the withdrawal's document; '' before one is planned. */
	withdrawalReference: string;
	/** When the document under way, or the last one, was planned: ISO 8601. */
	at: string;
}

/** What stands in the folder by a row. */
export type Standing =
	/** Nothing: there is but a mapping. */
	| 'nothing'
	/** It is not known whether the consent's document does. */
	| 'consentOpen'
	| 'consent'
	/** It is not known whether the withdrawal's does, too. */
	| 'withdrawalOpen'
	| 'withdrawal';

/**
 * Reads a row. Its texts may be missing where a human has added it.
 * @throws Failure naming the column that is wrong
 */
export function readKept(row: IDataObject): Kept {
	const place = `nordic_lina_consents, row ${readText(row.id) || readText(row.reference)}`;
	const [store, userUuid] = [row.store, row.userUuid].map(readText);
	const employeeNumber = readText(row.employeeNumber).replace(/^0+(?=\d)/, '');
	const state = STATES.find((word) => word === readText(row.state));
	for (const [column, text] of Object.entries({ store, userUuid })) {
		if (row[column] !== text && text) throw badInput(`${place}, ${column}`, 'has a blank before or after it', 'Take it out: the row would be neither found nor erased with the person.');
	}
	if (!store) throw badInput(`${place}, store`, 'is empty', 'Enter the store of the settings: without it the row would not be erased with the person.');
	if (!userUuid || !employeeNumber) throw badInput(place, 'has no userUuid or no employeeNumber', 'Enter both, or take the row out.');
	if (state === undefined) throw badInput(`${place}, state`, 'is none of its values', `Use ${STATES.slice(1).join(', ')}, or leave it empty.`);
	const [reference, documentId, withdrawalReference, at] = [row.reference, row.documentId, row.withdrawalReference, row.at].map(readText);
	return { store, userUuid, employeeNumber, state, reference, documentId, withdrawalReference, at };
}

/**
 * What a row says of the folder. A human settles an open one by its state: `standing` if the document is there, none if it is not; with a withdrawal under way both
 * are said of the withdrawal's document.
 */
export function standingOf({ state, withdrawalReference }: Kept): Standing {
	if (withdrawalReference) return state === 'standing' ? 'withdrawal' : state === '' ? 'consent' : 'withdrawalOpen';
	if (state === '') return 'nothing';
	return state === 'standing' ? 'consent' : 'consentOpen';
}

/** The row of a person where there are several: one that has a document, else the mapping, if all of them say the same. */
export function combine(rows: Kept[]): Kept | undefined | 'several' {
	const filed = rows.filter((row) => standingOf(row) !== 'nothing');
	if (filed.length) return filed[filed.length - 1];
	return new Set(rows.map(({ employeeNumber }) => employeeNumber)).size > 1 ? 'several' : rows[0];
}
