import type { IDataObject } from 'n8n-workflow';

import { readText } from '../../kit/parameters';
import type { Mismatch } from './match';

/** Why something waits for a human. */
export type HumanCode =
	| Mismatch
	/** The employment is another person's already. */
	| 'taken'
	/** The kept employee number is not in the payroll system. */
	| 'notInOpus'
	/** It is not known whether the document was filed. */
	| 'uploadUnknown'
	/** The payroll system refused the document. */
	| 'rejected'
	/** Too many consents are gone at once to be believed. */
	| 'manyGone';

/** Stands in the place of a person where the list speaks of all. */
export const EVERYBODY = '*';

/** What is to be looked at by a human: one row of the data table `nordic_lina_human`. */
export interface Listed {
	store: string;
	userUuid: string;
	code: string;
	/** Of whom no employee number is known; erased after some days. */
	name: string;
	employeeNumber: string;
	reference: string;
	/** When it came on the list, ISO 8601. */
	since: string;
	/** When it was last looked into. */
	checkedAt: string;
}

/** Reads a row of the list. */
export function readListed(row: IDataObject): Listed {
	const [store, userUuid, code, name] = [row.store, row.userUuid, row.code, row.name].map(readText);
	const [employeeNumber, reference, since, checkedAt] = [row.employeeNumber, row.reference, row.since, row.checkedAt].map(readText);
	return { store, userUuid, code, name, employeeNumber, reference, since, checkedAt };
}

/** Whether so many hours have passed since a time; also where there is none. */
export const isOlderThan = (time: string, hours: number, now: Date): boolean => !(now.getTime() - Date.parse(time) < hours * 3_600_000);
