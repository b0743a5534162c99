import type { INodeProperties } from 'n8n-workflow';

/** One row of a form of hours: an interval, a closed day, or a day's hours as a text. */
const rowValues: INodeProperties[] = [
	{
		displayName: 'Weekday (Ugedag)',
		name: 'weekday',
		type: 'options',
		default: 1,
		options: [
			{ name: 'Monday (Mandag)', value: 1 },
			{ name: 'Tuesday (Tirsdag)', value: 2 },
			{ name: 'Wednesday (Onsdag)', value: 3 },
			{ name: 'Thursday (Torsdag)', value: 4 },
			{ name: 'Friday (Fredag)', value: 5 },
			{ name: 'Saturday (Lørdag)', value: 6 },
			{ name: 'Sunday (Søndag)', value: 7 },
		],
		description: 'By its number where it comes from an expression, 1 for Monday to 7 for Sunday',
	},
	{
		displayName: 'Hours',
		name: 'kind',
		type: 'options',
		default: 'interval',
		options: [
			{ name: 'As Text', value: 'text', description: 'The whole day as one text, as a form or a sheet holds it' },
			{ name: 'Closed', value: 'closed' },
			{ name: 'From and To', value: 'interval', description: 'One interval; add a row for each further one of the day' },
			{ name: 'Leave as It Is', value: 'leave', description: 'As if the row were not there: for rows that an expression fills in' },
		],
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: '',
		placeholder: 'e.g. 09:00',
		displayOptions: { show: { kind: ['interval'] } },
		description: 'HH:mm, from 00:01',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		placeholder: 'e.g. 15:30',
		displayOptions: { show: { kind: ['interval'] } },
		description: 'HH:mm, to 23:59',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. 09:00-12:00, 13:00-15:00',
		displayOptions: { show: { kind: ['text'] } },
		description: 'All intervals of the day, or <code>closed</code>',
	},
];

/** Opening hours and phone hours as forms; `readChange` reads them. Every day that a form names is given whole. */
export const hoursFields: INodeProperties[] = [
	{
		displayName: 'Opening Hours (Åbningstider)',
		name: 'openingHoursMode',
		type: 'options',
		default: 'leave',
		options: [
			{ name: 'Change These Days', value: 'days', description: 'The days named below get the hours given there; the others stay' },
			{ name: 'Leave as They Are', value: 'leave' },
			{ name: 'Replace the Whole Week', value: 'week', description: 'Days that are not named below are closed' },
		],
		description: 'What to do with the opening hours. A closed day has none: it is left out.',
	},
	{
		displayName: 'Opening Hours by Day',
		name: 'openingHours',
		type: 'fixedCollection',
		placeholder: 'Add Hours',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		displayOptions: { show: { openingHoursMode: ['days', 'week'] } },
		options: [{ displayName: 'Hours', name: 'row', values: rowValues }],
	},
	{
		displayName: 'Phone Hours (Telefontider)',
		name: 'phoneHoursMode',
		type: 'options',
		default: 'leave',
		options: [
			{ name: 'Change These Days', value: 'days', description: 'The days named below get the hours given there; the others stay' },
			{ name: 'Leave as They Are', value: 'leave' },
			{ name: 'Replace the Whole Week', value: 'week', description: 'Days that are not named below have no phone hours' },
		],
		description: 'What to do with the phone hours. A day without them is left out.',
	},
	{
		displayName: 'Phone Hours by Day',
		name: 'phoneHours',
		type: 'fixedCollection',
		placeholder: 'Add Hours',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		displayOptions: { show: { phoneHoursMode: ['days', 'week'] } },
		options: [{ displayName: 'Hours', name: 'row', values: rowValues }],
	},
];

/** Opening hours and phone hours of what does not stand yet: there is nothing to leave as it is. */
export const newHoursFields: INodeProperties[] = hoursFields.filter(({ type }) => type === 'fixedCollection').map((field) => ({ ...field, displayOptions: undefined }));
