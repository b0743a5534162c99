import type { INodeProperties } from 'n8n-workflow';

/** Who is absent, why, and when: the fields that every write of absence begins with. */
export const absenceFields: INodeProperties[] = [
	{
		displayName: 'Employee Number (MA-Nr)',
		name: 'employeeNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 155',
		description: 'Medarbejdernummer of the employment, at most 8 digits',
	},
	{
		displayName: 'Type (Fraværsart)',
		name: 'type',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. FE',
		description: 'Code of the absence or presence in your municipality, at most 4 characters: FE for holiday, 6F for the sixth week, OS for a care day and SY for sickness are usual',
	},
	{
		displayName: 'From Date',
		name: 'fromDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'First day',
	},
	{
		displayName: 'To Date',
		name: 'toDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last day',
	},
	{
		displayName: 'Start Time',
		name: 'startTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12:30',
		description: 'On the first day, if the absence starts after the working day has begun; empty for the whole day',
	},
	{
		displayName: 'End Time',
		name: 'endTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 11:00',
		description: 'On the last day, if the absence ends before the working day does; empty for the whole day',
	},
];

/** What the absence belongs to, where its type asks for that. */
export const relationFields: INodeProperties[] = [
	{
		displayName: 'Belongs To',
		name: 'relation',
		type: 'options',
		default: 'none',
		options: [
			{ name: 'Child (Barn)', value: 'child', description: 'As a care day (omsorgsdag) does' },
			{ name: 'Maternity Case (Barselssag)', value: 'maternityCase', description: 'As parental leave (barsel) does' },
			{ name: 'None', value: 'none', description: 'Nothing; a change keeps what the absence belonged to' },
			{ name: 'Reason (Årsag)', value: 'reasonCode', description: 'As leave with or without pay (tjenestefri) does' },
			{ name: 'Work Injury (Arbejdsskade)', value: 'workInjury', description: 'As absence after an injury at work does' },
		],
		description: 'What an absence of this type belongs to',
	},
	{
		displayName: 'Child (Barn)',
		name: 'child',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		displayOptions: { show: { relation: ['child'] } },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchChildren', searchable: true } },
			{ displayName: 'By Number', name: 'id', type: 'string', placeholder: 'e.g. 01' },
		],
		description: 'One of the children of the employee entered above',
	},
	{
		displayName: 'Maternity Case (Barselssag)',
		name: 'maternityCase',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		displayOptions: { show: { relation: ['maternityCase'] } },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchMaternityCases', searchable: true } },
			{ displayName: 'By Key', name: 'id', type: 'string', placeholder: 'e.g. 0001' },
		],
		description: 'One of the cases of the employee entered above',
	},
	{
		displayName: 'Reason (Årsag)',
		name: 'reasonCode',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		displayOptions: { show: { relation: ['reasonCode'] } },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchReasonCodes', searchable: true } },
			{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. 01' },
		],
		description: 'One of the reasons that leave of the employee entered above may have',
	},
	{
		displayName: 'Work Injury (Arbejdsskade)',
		name: 'workInjury',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		displayOptions: { show: { relation: ['workInjury'] } },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchWorkInjuries', searchable: true } },
			{ displayName: 'By Number', name: 'id', type: 'string', placeholder: 'e.g. 1001' },
		],
		description: 'One of the injuries of the employee entered above',
	},
];

/** Options of every write of absence. */
export const absenceOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Read First',
			name: 'readFirst',
			type: 'boolean',
			default: true,
			description:
				'Whether to read the period before anything is written: what is as it should be already is not sent, so that it may be run again at any time. Without it, a change that is refused halfway can be taken back only in part.',
		},
		{
			displayName: 'Working Day Ends At',
			name: 'workingDayEnd',
			type: 'string',
			default: '',
			placeholder: 'e.g. 15:24',
			description: 'Sent as the end time of a day that has a start time only. Needed where KMD Opus wants both times of a day or neither.',
		},
		{
			displayName: 'Working Day Starts At',
			name: 'workingDayStart',
			type: 'string',
			default: '',
			placeholder: 'e.g. 08:00',
			description: 'Sent as the start time of a day that has an end time only. Needed where KMD Opus wants both times of a day or neither.',
		},
	],
};
