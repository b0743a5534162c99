import type { INodeProperties } from 'n8n-workflow';

import { readPathOption } from '../actions/branchOffice/branchOffice.fields';

/** The parameters of the trigger, read by `trigger/settings`. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'Each change is given out once. n8n notes it as told when it hands the items over, not when the workflow has worked: what fails behind the trigger is not told again. The first poll tells nothing. STAR names no codes for closed a-kasser and branch offices and shows no parameters for reading one branch office: both are our reading.',
		name: 'deliveryNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: ['akasseChanged', 'akasseNew', 'akasseClosed', 'branchChanged', 'branchNew', 'branchClosed'],
		required: true,
		options: [
			{
				name: 'A-Kasse Changed',
				value: 'akasseChanged',
				description: 'Name, address, contact, opening hours, phone hours, logo, links or something else is not what it was',
			},
			{
				name: 'A-Kasse Closed',
				value: 'akasseClosed',
				description: 'It is not listed, and STAR does not know its code any more',
			},
			{
				name: 'A-Kasse New',
				value: 'akasseNew',
				description: 'It is listed for the first time',
			},
			{
				name: 'Branch Office Changed',
				value: 'branchChanged',
				description: 'Its name is not what it was; with Read Each Branch Office also its address, hours and all else',
			},
			{
				name: 'Branch Office Closed',
				value: 'branchClosed',
				description: 'It is not in the relation, and STAR does not know its code any more',
			},
			{
				name: 'Branch Office New',
				value: 'branchNew',
				description: 'It is in the relation for the first time',
			},
		],
		description: 'What starts the workflow. Where a kind was not chosen before, the next poll only learns what there is of it.',
	},
	{
		displayName: 'A-Kasse Codes',
		name: 'akasseCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. 901, 902',
		description: 'The a-kasser that are watched with their branch offices, separated by commas. Empty: all.',
	},
	{
		displayName: 'Read Each Branch Office',
		name: 'readEachBranch',
		type: 'boolean',
		default: false,
		displayOptions: { show: { events: ['branchChanged'] } },
		description: 'Whether to read every branch office (afdelingskontor) by itself in each poll, which takes one request for each. Otherwise they are known by the relation alone: code and name.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
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
				displayName: 'Allow Many Closings',
				name: 'allowManyClosings',
				type: 'boolean',
				default: false,
				description:
					'Whether to believe that more than 3 a-kasser or 10 branch offices and more than a tenth of those watched, or all of more than 3, were closed since the last poll. Otherwise the poll fails: more often an address or a right was changed.',
			},
			readPathOption,
		],
	},
];
