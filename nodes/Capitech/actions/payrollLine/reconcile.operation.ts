import { badInput } from '../../../kit/failure';
import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { isEmptyItem, readBalance } from '../../payroll/items';
import type { BalanceRules, PreparedRow } from '../../payroll/reconcile';
import { reconcileLines } from '../../payroll/reconcile';
import { readSettings } from '../../payroll/settings';
import { optionalDate } from '../../payroll/settings/entries';
import { rowKey } from '../../time/row';
import { settingsField } from './settings.field';

export const option: Operation['option'] = {
	name: 'Reconcile',
	value: 'reconcile',
	action: 'Reconcile payroll lines',
	description: 'Compare prepared rows with what stands in the payroll system: take back what is gone from Capitech, and set aside what a human must decide',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Give it all rows that Prepare gave out, and the payments that KMD Opus' One-Time Payment: Get Many reads for the numbers of List Employee Numbers. Rows with the 'disposition' line or reversal go to One-Time Payment: Register.",
		name: 'reconcileNotice',
		type: 'notice',
		default: '',
	},
	settingsField,
	{
		displayName: 'Rows Are Complete',
		name: 'isWhole',
		type: 'boolean',
		default: false,
		description:
			'Whether the input holds all that Capitech has of the period and some time around it. Only then are registrations that stand in the payroll system and are not in the input taken back as deleted.',
	},
	{
		displayName: 'From Date',
		name: 'fromDate',
		type: 'string',
		default: '',
		displayOptions: { show: { isWhole: [true] } },
		required: true,
		placeholder: 'e.g. 2026-10-01',
		description: 'First date of the period, as yyyy-MM-dd',
	},
	{
		displayName: 'To Date',
		name: 'toDate',
		type: 'string',
		default: '',
		displayOptions: { show: { isWhole: [true] } },
		required: true,
		placeholder: 'e.g. 2026-10-31',
		description: 'Last date of the period, as yyyy-MM-dd',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Moved to Another Employee',
				name: 'movedRegistrations',
				type: 'options',
				default: 'list',
				options: [
					{ name: 'List for a Human', value: 'list' },
					{ name: 'Take Back and Post Anew', value: 'repost' },
				],
				description: 'What to do with a row that stands in the payroll system on another employee than it belongs to',
			},
			{
				displayName: 'Vanished Limit (%)',
				name: 'vanishedLimit',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100 },
				default: 10,
				description:
					'How many of the registrations that stand may be gone from Capitech before they are listed rather than taken back. Up to ten are always taken back.',
			},
			{
				displayName: 'Withdrawn Approvals',
				name: 'withdrawnApprovals',
				type: 'options',
				default: 'hold',
				options: [
					{ name: 'List for a Human', value: 'hold' },
					{ name: 'Take Back', value: 'reverse' },
				],
				description: 'What to do with an exported row whose approval was withdrawn',
			},
		],
	},
];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const settings = readSettings(context.getNodeParameter('settings', 0));
	const options = context.getNodeParameter('options', 0, {});
	const isWhole = context.getNodeParameter('isWhole', 0) === true;
	const { rows, payments, unread } = readBalance<PreparedRow>(input);
	const rules: BalanceRules = {
		isWhole,
		unread,
		from: optionalDate('From Date', context.getNodeParameter('fromDate', 0, '')),
		to: optionalDate('To Date', context.getNodeParameter('toDate', 0, '')),
		withdrawnApprovals: options.withdrawnApprovals === 'reverse' ? 'reverse' : 'hold',
		movedRegistrations: options.movedRegistrations === 'repost' ? 'repost' : 'list',
		vanishedLimit: readInteger('Vanished Limit', options.vanishedLimit ?? 10),
	};
	if (isWhole && (!rules.from || !rules.to)) throw badInput(rules.from ? 'To Date' : 'From Date', 'is empty', 'Say which period the rows are complete for.');
	if (unread) {
		context.addExecutionHints({
			message: `The payments of ${unread} employees could not be read. What stands there of registrations that were moved to others would not be noticed in this run.`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	const itemOf = new Map(rows.map(({ row, entry }) => [rowKey(row), entry]));
	const balanced = reconcileLines(rows.map(({ row }) => row), payments.map(({ payment }) => payment), settings, rules);
	const fallback = input.filter((entry) => !isEmptyItem(entry)).map(({ index }) => index).slice(0, 1);
	return balanced.map((row): Settled => {
		const entry = row.withoutRow ? undefined : itemOf.get(rowKey(row));
		return { from: entry ? [entry.index] : fallback, json: row, ...(entry?.item.binary && { binary: entry.item.binary }) };
	});
});
