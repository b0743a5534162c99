import type { Operation, Settled } from '../../../kit/operation';
import { enrich, overAllItems } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { readMaterial } from '../../payroll/items';
import type { RejectedRows } from '../../payroll/prepare';
import { prepareLines } from '../../payroll/prepare';
import { readSettings } from '../../payroll/settings';
import { optionalDate } from '../../payroll/settings/entries';
import { settingsField } from './settings.field';

export const option: Operation['option'] = {
	name: 'Prepare',
	value: 'prepare',
	action: 'Prepare payroll lines',
	description: 'Decide for each time transaction whether it becomes a payroll line, and make the line',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Give it whole registrations as Time Transaction: Get Many returns them, without a filter on approval, and the items of Employee: Get Many. Each row comes out with its 'disposition'; branch on it.",
		name: 'prepareNotice',
		type: 'notice',
		default: '',
	},
	settingsField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Changed Since',
				name: 'changedSince',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-10-31 03:00:00',
				description: 'Rows approved or changed at this time or later count as changed; Norwegian time, as Plan Run gives it',
			},
			{
				displayName: 'From Date',
				name: 'fromDate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-10-01',
				description: 'Rows that begin before it are known, and not exported',
			},
			{
				displayName: 'Rejected Rows',
				name: 'rejectedRows',
				type: 'options',
				default: 'retryChanged',
				options: [
					{ name: 'Retry', value: 'retry' },
					{ name: 'Retry Those Changed Since', value: 'retryChanged' },
					{ name: 'Skip', value: 'skip' },
				],
				description: 'What to do with rows whose registration carries the code for rejected',
			},
			{
				displayName: 'To Date',
				name: 'toDate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-10-31',
				description: 'Rows that begin after it are known, and not exported',
			},
		],
	},
];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const settings = readSettings(context.getNodeParameter('settings', 0));
	const options = context.getNodeParameter('options', 0, {});
	const scope = {
		from: optionalDate('From Date', options.fromDate),
		to: optionalDate('To Date', options.toDate),
		rejectedRows: (options.rejectedRows ?? 'retryChanged') as RejectedRows,
		changedSince: readText(options.changedSince),
	};
	const { rows, ...known } = readMaterial(input);
	const preparations = prepareLines({ rows: rows.map(({ row }) => row), ...known }, settings, scope);
	return rows.map(({ entry }, at): Settled => ({ from: [entry.index], ...enrich(entry, preparations[at]) }));
});
