import type { INodeProperties } from 'n8n-workflow';

/* What both operations of absences have in common; `absence/filters` and `absence/getMany` read them. */

export const absenceCodesFilter: INodeProperties = {
	displayName: 'Absence Codes (Fraværskode)',
	name: 'absenceCodes',
	type: 'string',
	default: '',
	placeholder: 'e.g. SYK, FER',
	description: 'Codes separated by commas',
};

export const absenceIdsFilter: INodeProperties = {
	displayName: 'Absence IDs',
	name: 'absenceIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5001',
	description: 'Numbers separated by commas',
};

export const absenceTypesFilter: INodeProperties = {
	displayName: 'Absence Types (Fraværstype)',
	name: 'absenceTypes',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1, 2',
	description: 'Numbers separated by commas',
};

export const updatedFromFilter: INodeProperties = {
	displayName: 'Updated From',
	name: 'updatedFrom',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description: 'Only absences created or changed on this date or later',
};

export const datesPerRequestOption: INodeProperties = {
	displayName: 'Dates per Request',
	name: 'datesPerRequest',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 366 },
	default: 366,
	description: 'The most dates one request covers, 366 at most. What is refused for too many rows is halved in any case.',
};
