import type { INodeProperties } from 'n8n-workflow';

/** One business day, or a range of them; of every operation that reads by day. */
export const periodFields: INodeProperties[] = [
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		noDataExpression: true,
		default: 'oneDay',
		options: [
			{ name: 'One Business Day', value: 'oneDay' },
			{ name: 'Range of Business Days', value: 'range', description: 'One call for each day, oldest first' },
		],
		description: 'Which business days (Geschäftstage) are read',
	},
	{
		displayName: 'Business Date (Geschäftstag)',
		name: 'businessDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		displayOptions: { show: { period: ['oneDay'] } },
		description: 'The business day, from the opening to the closing (Tagesabschluss): work after midnight belongs to the day before. It is not the calendar day.',
	},
	{
		displayName: 'From Date (Von)',
		name: 'fromDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		displayOptions: { show: { period: ['range'] } },
		description: 'First business day. Each day costs one of the calls that LINA grants the store; 366 days at most.',
	},
	{
		displayName: 'To Date (Bis)',
		name: 'toDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		displayOptions: { show: { period: ['range'] } },
		description: 'Last business day; it is included. A day that can not be read ends the item: nothing is given out of the others.',
	},
];

/** With which hour lists by hour begin. */
export const dayStartsAtOption: INodeProperties = {
	displayName: 'Business Day Starts At',
	name: 'dayStartsAt',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 23 },
	default: 6,
	description: 'Hour with which lists by hour begin. Without it they begin where the work does: in the hour of the first shift, or after the longest time without staff.',
};
