import type { IDataObject } from 'n8n-workflow';

import { badInput, Failure } from '../../kit/failure';
import type { InputItem } from '../../kit/operation';
import type { TimeTransaction } from '../time/row';

/** Fields without which a row can't be tied to its registration. */
const IDENTITY = ['clientId', 'uid', 'timeCategoryId'];

const isEmptyItem = ({ item }: InputItem): boolean => Object.keys(item.json).length === 0;

/**
 * The rows among the items. An empty item, which n8n makes for a node that is to run without any, stands for no row.
 * @param needed fields that the step before has added
 * @throws Failure naming the item and the field that is missing
 */
export function readRows<T extends TimeTransaction>(input: InputItem[], needed: string[] = [], from = "Capitech's Get Many"): Array<{ entry: InputItem; row: T }> {
	return input
		.filter((entry) => !isEmptyItem(entry))
		.map((entry) => {
			const { json } = entry.item;
			const missing = [...IDENTITY.filter((name) => typeof json[name] !== 'number'), ...['employeeId', ...needed].filter((name) => json[name] === undefined)];
			if (missing.length) {
				const { details } = badInput(missing[0], `is missing in item ${entry.index}`, `This operation takes the items of ${from}.`);
				throw new Failure(details);
			}
			return { entry, row: json as T };
		});
}

/** An object without some of its fields. */
export const without = (json: IDataObject, names: string[]): IDataObject =>
	Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));
