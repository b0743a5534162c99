import type { INodeProperties } from 'n8n-workflow';

export const employeeNumberField: INodeProperties = {
	displayName: 'Employee Number (MA-Nr)',
	name: 'employeeNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 155',
	description: 'Medarbejdernummer of the employment, at most 8 digits',
};

/** Which case is written. */
export const maternityCaseField: INodeProperties = {
	displayName: 'Maternity Case (Barselssag)',
	name: 'maternityCase',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchMaternityCases', searchable: true } },
		{ displayName: 'By Key', name: 'id', type: 'string', placeholder: 'e.g. 0001' },
	],
	description: 'One of the cases of the employee entered above',
};

/** The dates that become known in the course of a case. */
export const courseFields: INodeProperties[] = [
	{
		displayName: 'Actual Delivery Date (Fødselsdato)',
		name: 'actualDeliveryDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
	},
	{
		displayName: 'Authority Report Date (Anmeldelse)',
		name: 'authorityReportDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Day on which the case was reported to the authority',
	},
	{
		displayName: 'Expected Delivery Date (Termin)',
		name: 'expectedDeliveryDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
	},
	{
		displayName: 'Notification Date (Varsling)',
		name: 'notificationDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Day on which the employee gave notice',
	},
];
