import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../kit/failure';
import { isObject } from '../kit/json';

/** The failure of an answer that is not what the operation answers. */
export const unreadable = (operation: string): Failure =>
	new Failure({
		kind: 'unreadable',
		message: `The service answered ${operation} with something that is not in its contract`,
		advice: "Check the 'Base URL' in the credential, and the path if another one is set in the options.",
	});

/**
 * The records in the answer of a list read: an array, or an object with one array in it.
 * @throws Failure when there is no such list: what can't be understood must never count as "nothing there"
 */
export function listIn(answer: unknown, operation: string): IDataObject[] {
	const lists = Array.isArray(answer) ? [answer] : Object.values(isObject(answer) ? answer : {}).filter(Array.isArray);
	if (lists.length !== 1 || !lists[0].every(isObject)) throw unreadable(operation);
	return lists[0] as IDataObject[];
}

/**
 * The record in the answer of a read of one: the object itself, the one object in an object, or the one entry of a list.
 * @throws Failure when there is none, or more than one
 */
export function recordIn(answer: unknown, operation: string): IDataObject {
	if (Array.isArray(answer)) {
		if (answer.length !== 1) throw unreadable(operation);
		return recordIn(answer[0], operation);
	}
	if (!isObject(answer)) throw unreadable(operation);
	const values = Object.values(answer);
	const [only] = values;
	return values.length === 1 && isObject(only) ? only : answer;
}
