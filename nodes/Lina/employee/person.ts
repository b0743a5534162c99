import type { IDataObject } from 'n8n-workflow';

import { rowsIn, unreadable } from '../wire';

/** Somebody who agreed to being known to this third party. */
export interface Person extends IDataObject {
	userUuid: string;
	firstName: string | null;
	lastName: string | null;
	email: string | null;
	/** A name, not the number that rows of working time have; stores can change it. */
	area: string | null;
}

function textIn(row: IDataObject, field: string): string | null {
	const value = row[field] ?? null;
	if (value !== null && typeof value !== 'string' && typeof value !== 'number') throw unreadable(`The field ${field} of an employee is no text`);
	return value === null ? null : String(value).trim();
}

function readPerson(row: IDataObject): Person {
	const userUuid = textIn(row, 'userUuid');
	if (!userUuid) throw unreadable('LINA gave out an employee without a userUuid');
	return { userUuid, firstName: textIn(row, 'userVorname'), lastName: textIn(row, 'userName'), email: textIn(row, 'userEmail'), area: textIn(row, 'bereich') };
}

/**
 * All who agree at present, of `getPersonalData`.
 * @throws Failure where somebody has no id, by which people are told apart
 */
export const readPeople = (answer: unknown): Person[] => rowsIn(answer, 'the employees with consent').map(readPerson);
