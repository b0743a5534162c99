import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { RecordForm } from '../update/form';
import { readForm } from '../update/form';

/** Lists of a new record, and what the form of a record that stands calls the choice to give all of it. */
const LISTS = [
	{ field: 'openingHours', rows: 'row', mode: 'week' },
	{ field: 'phoneHours', rows: 'row', mode: 'week' },
	{ field: 'deepLinks', rows: 'link', mode: 'replace' },
] as const;

/**
 * Reads the fields of a branch office that does not stand yet: the form of one that does, with nothing to leave as it is.
 * @throws Failure naming the field that is wrong
 */
export async function readNewForm(context: IExecuteFunctions, index: number, name: string): Promise<RecordForm> {
	const modes = LISTS.map(({ field, rows, mode }) => {
		const list = context.getNodeParameter(field, index, {}) as IDataObject;
		return [`${field}Mode`, Array.isArray(list[rows]) && list[rows].length ? mode : 'leave'];
	});
	const entries = context.getNodeParameter('fields', index, {}) as IDataObject;
	return await readForm(context, index, { ...Object.fromEntries(modes), fields: { ...entries, branchName: name } });
}
