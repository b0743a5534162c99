import type { INodeProperties } from 'n8n-workflow';

import { filterOptions } from '../actions/timeTransaction/getMany.filters';

/** The filters of *Time Transaction: Get Many* that say which hours are meant. Those on approval, updates and marks would hide what the trigger looks for. */
const FILTERS = ['departments', 'employees', 'payable', 'projects', 'timeCategories', 'timeCategoryTypes'];

/** The fields of the trigger, under the names by which `settings` reads them. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'Each event is given out once. n8n notes it as told when it hands the items over, not when the workflow has worked: what fails behind the trigger is not told again. Where hours are paid by it, mark them in Capitech when they are through, and let a daily run look for hours without a mark.',
		name: 'deliveryNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Client IDs (Klientnr)',
		name: 'clientIds',
		type: 'string',
		default: '100',
		required: true,
		placeholder: 'e.g. 100, 200',
		description: 'Numbers of the firms within the installation, separated by commas',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: ['approved'],
		required: true,
		options: [
			{
				name: 'Hours Approved',
				value: 'approved',
				description: 'An approval was given, or approved hours were changed and are approved still',
			},
			{
				name: 'Hours Changed',
				value: 'changed',
				description: 'Quantity, date, time, employee, department or another content of a row was changed',
			},
			{
				name: 'Hours Created',
				value: 'created',
				description: 'A row was seen for the first time',
			},
			{
				name: 'Hours Deleted',
				value: 'deleted',
				description: 'A row is gone. Found by the sweep, unless the installation tells of deleted rows.',
			},
			{
				name: 'Hours Unapproved',
				value: 'unapproved',
				description: 'An approval was withdrawn. Found by the sweep, unless an edit took the approval away or the installation tells of withdrawals.',
			},
		],
		description: 'What starts the workflow. With approved hours alone only approved rows are read; anything else reads all.',
	},
	{
		displayName: 'Approval Level (Godkjenningsnivå)',
		name: 'approvalLevel',
		type: 'options',
		default: 1,
		options: [
			{ name: 'Level 1', value: 1 },
			{ name: 'Level 2', value: 2 },
			{ name: 'Level 3', value: 3 },
			{ name: 'Level 4', value: 4 },
		],
		displayOptions: { show: { events: ['approved', 'unapproved'] } },
		description: 'The level from which hours count as approved',
	},
	{
		displayName: 'First Activation',
		name: 'firstActivation',
		type: 'options',
		default: 'baseline',
		options: [
			{ name: 'Tell What Happens From Now On', value: 'baseline' },
			{ name: 'Tell the Hours From a Date On, Too', value: 'backlog' },
		],
		description: 'Whether hours that are there already start the workflow. Counts for the first poll of a client only.',
	},
	{
		displayName: 'Backlog From',
		name: 'backlogFrom',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		displayOptions: { show: { firstActivation: ['backlog'] } },
		description: 'The first work date whose hours are told on the first activation',
	},
	{
		displayName: 'One Item Per',
		name: 'itemPer',
		type: 'options',
		default: 'row',
		options: [
			{ name: 'Row', value: 'row', description: 'A registration in one time category' },
			{ name: 'Registration', value: 'registration', description: 'With all its rows as they stand, those that nothing happened to among them' },
		],
		description: 'What an item is: a registration often has several rows, one for each time category',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: filterOptions.filter(({ name }) => FILTERS.includes(name)),
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Find Changes By',
				name: 'changesBy',
				type: 'options',
				default: 'time',
				options: [
					{ name: 'Date Only', value: 'date', description: 'For older installations, which know no time in this filter. Approvals are looked for in all rows then.' },
					{ name: 'Time of Change or Approval', value: 'time' },
				],
				description: 'Which filter of Capitech is used to find what happened',
			},
			{
				displayName: 'Look-Back Days',
				name: 'lookBackDays',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 730 },
				default: 62,
				description: 'How many days before today a shift may lie to be looked at. Each 29 days take one request per client and poll.',
			},
			{
				displayName: 'Overlap Minutes',
				name: 'overlapMinutes',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1440 },
				default: 10,
				description: 'How far back from the last poll changes are asked for again, for clocks that differ. What is known is not told twice. Two hours at least around a change of the clocks.',
			},
			{
				displayName: 'Sweep',
				name: 'sweep',
				type: 'options',
				default: 'daily',
				options: [
					{ name: 'Daily', value: 'daily' },
					{ name: 'Every Poll', value: 'everyPoll', description: 'Finds everything at once; for small firms' },
					{ name: 'Never', value: 'never', description: 'Deleted and unapproved hours may then go unseen' },
				],
				description: 'When all rows of the look-back are read, to find what no filter shows: deleted rows and withdrawn approvals',
			},
			{
				displayName: 'Sweep Hour',
				name: 'sweepHour',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 23 },
				default: 3,
				description: 'Hour of the day in Norway from which the daily sweep is made, by the first poll after it',
			},
		],
	},
];
