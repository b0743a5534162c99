import type { INodeProperties } from 'n8n-workflow';

/** The options of every write of a work schedule. */
export const writeOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Interface of the Read',
			name: 'readInterface',
			type: 'string',
			default: '',
			placeholder: 'e.g. GetWorkScheduleByPeriod_OS_SI',
			description: 'Name of the interface by which what stands is read, where it differs; Interface under Assumed Names is that of the write',
		},
		{
			displayName: 'Occurrences per Call',
			name: 'occurrencesPerCall',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 100,
			description: 'How many occurrences of an employee are sent at once; the limit of the service is not published',
		},
		{
			displayName: 'Request Root of the Read',
			name: 'readRequestRoot',
			type: 'string',
			default: '',
			placeholder: 'e.g. GetWorkScheduleByPeriodRequest_MT',
			description: 'Name of the root element of the request by which what stands is read, where it differs',
		},
	],
};
