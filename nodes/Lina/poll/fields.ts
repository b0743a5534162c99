import type { INodeProperties } from 'n8n-workflow';

import { budgetOptions } from '../budget.fields';

/** The entries of the budget that count in a poll, which never waits. */
const BUDGET = ['callLimit', 'reserve'];

/** The fields of the poll trigger, under the names by which `settings` reads them. */
export const pollFields: INodeProperties[] = [
	{
		displayName:
			'Each event is given out once. n8n notes it as told when it hands the items over, not when the workflow has worked: what fails behind the trigger is not told again. Each poll spends calls of the store; one that finds them spent fails, and the next one tells all.',
		name: 'deliveryNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'consentChanges',
		options: [
			{
				name: 'Consent Changes',
				value: 'consentChanges',
				description: 'An employee agreed to being known (given), withdrew it (withdrawn), or has another name, e-mail or area (changed)',
			},
			{
				name: 'Working Time Changes',
				value: 'workingTimeChanges',
				description: 'The rows of a business day are others than before; an item stands for the whole day',
			},
		],
		description: 'What starts the workflow',
	},
	{
		displayName: 'A withdrawal names nobody: it has the userUuid alone. Employees agree in their main store (Hauptladen) only. This trigger finds what a lost push of LINA Trigger would have told.',
		name: 'consentNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { event: ['consentChanges'] } },
	},
	{
		displayName:
			'Replace what you hold of a business day by its item; "deleted: true" has no rows any more. LINA knows the changes of 3 months. After a longer silence the days are read one by one, over several polls: their items have "readAgain: true", and no holiday hours where LINA gives none by day.',
		name: 'workingTimeNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { event: ['workingTimeChanges'] } },
	},
	{
		displayName: 'First Poll',
		name: 'firstPoll',
		type: 'options',
		default: 'changesOnly',
		options: [
			{ name: 'Tell Changes From Now On', value: 'changesOnly' },
			{ name: 'Tell Those Who Agree Now, Too', value: 'everybody' },
		],
		displayOptions: { show: { event: ['consentChanges'] } },
		description: 'Whether employees who agreed before start the workflow. Counts for the first poll only.',
	},
	{
		displayName: 'Changed Since (Geändert Seit)',
		name: 'changedSince',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		displayOptions: { show: { event: ['workingTimeChanges'] } },
		description: 'First date whose changes the first poll tells. Empty: none. More than 3 months back, the days since are read one by one.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		displayOptions: { show: { event: ['workingTimeChanges'] } },
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Allow Many Withdrawals',
				name: 'allowManyWithdrawals',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/event': ['consentChanges'] } },
				description: 'Whether to believe that more than 10 employees and more than a tenth of them, or all of more than 3, withdrew since the last poll. Otherwise the poll fails: more often a right was taken away.',
			},
			...budgetOptions.filter(({ name }) => BUDGET.includes(name)),
		],
	},
];
