import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import type { InputItem } from '../../kit/operation';
import { isCode, mayBeCode } from '../code';
import type { WireNames } from '../record/names';
import { valueOf } from '../record/names';
import type { Closing } from './row';
import { readClosing } from './row';

/** What a plan is made from: the a-kasse, and its closings with the items they came in. */
export interface Material {
	record: IDataObject;
	from: number;
	closings: Array<{ index: number; closing: Closing }>;
}

const ADVICE = 'Give it the item of A-Kasse: Get (Simplify off) and the rows of the data table nordic_akasse_closings.';

/** A row has a date and tells which hours; a record has neither. */
const isRow = ({ date, which }: IDataObject): boolean => date !== undefined || which !== undefined;

/**
 * Sorts the items into the a-kasse's record and its closings, in any order; empty items, and rows of other a-kasser, are left out.
 * @throws Failure where the record is missing, doubled or another one's, where an item failed, or where a row is wrong
 */
export function readMaterial(input: InputItem[], akasseCode: string, names: WireNames): Material {
	const entries = input.filter(({ item }) => Object.keys(item.json).length > 0);
	const failed = entries.find(({ item }) => item.json.error !== undefined);
	if (failed) throw badInput('error', `is in item ${failed.index}: the a-kasse or its closings were not read`, 'Let the step before end the run when it fails.');
	const [records, rows] = [entries.filter(({ item }) => !isRow(item.json)), entries.filter(({ item }) => isRow(item.json))];
	const [record, second] = records;
	if (!record) throw badInput('items', 'hold no a-kasse', ADVICE);
	if (second) throw badInput('items', `hold more than one a-kasse, items ${record.index} and ${second.index}`, ADVICE);
	if (!isCode(valueOf(record.item.json, 'akasseCode', names), akasseCode)) throw badInput(`item ${record.index}`, `is not a-kasse ${akasseCode}`, ADVICE);
	const closings = rows.map(({ index, item }) => ({ index, closing: readClosing(item.json) }));
	return { record: record.item.json, from: record.index, closings: closings.filter(({ closing }) => mayBeCode(closing.akasseCode, akasseCode)) };
}
