import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../kit/json';

/** A field of an answer: the vendor's drafts are not of one mind about capital letters (contract, section 1.2). */
export function field(record: IDataObject, name: string): unknown {
	const key = Object.keys(record).find((own) => own.toLowerCase() === name.toLowerCase());
	return key === undefined ? undefined : record[key];
}

/** A field that holds an object; nothing where it holds none. */
export function part(record: IDataObject, name: string): IDataObject | undefined {
	const value = field(record, name);
	return isObject(value) ? value : undefined;
}
