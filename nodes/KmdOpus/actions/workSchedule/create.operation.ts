import type { Operation } from '../../../kit/operation';
import { readEmployeeNumber } from '../../payments/line';
import { assumedNames, assumedNotice } from '../../soap/overrides.field';
import { readOccurrence } from '../../workSchedules/occurrence';
import { changeSchedules, placeFields } from '../../workSchedules/operation';
import { writeOptions } from './workSchedule.fields';

export const option: Operation['option'] = {
	name: 'Create',
	value: 'create',
	action: 'Create occurrences of work schedules',
	description: 'Create occurrences of work schedules (mødetidsplaner). What stands already is left as it is.',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'SetWorkSchedule',
	source: 'Opus Personale: Mødetidsplaner (purpose; names and elements are our reading)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	{
		displayName: 'Employee Number (MA-Nr)',
		name: 'employeeNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 155',
		description: 'Medarbejdernummer of the employment, at most 8 digits. The occurrences of one employee go into one call.',
	},
	{
		displayName: 'Start Date (Gyldighedsstart)',
		name: 'startDate',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-11-02',
		description: 'First day of the occurrence, as yyyy-MM-dd',
	},
	{
		displayName: 'End Date (Gyldighedsstop)',
		name: 'endDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-06',
		description: 'Last day of the occurrence, as yyyy-MM-dd; empty for a single day',
	},
	{
		displayName: 'Work Time Type (Arbejdstidstype)',
		name: 'workTimeType',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 01',
		description: 'Code of at most 4 characters',
	},
	{
		displayName: 'Start Time (Starttid)',
		name: 'startTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 07:30',
		description: 'When the work begins on each day, as HH:mm. Give both times or neither.',
	},
	{
		displayName: 'End Time (Sluttid)',
		name: 'endTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 15:24',
		description: 'When the work ends on each day, as HH:mm; before the start time when it is on the next day',
	},
	{
		displayName: 'Hours (Arbejdstid)',
		name: 'hours',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7.40',
		description: 'Hours of each day as a decimal number (7.40 is seven hours and 24 minutes); empty to leave them to the service',
	},
	writeOptions,
	assumedNames,
];

export const execute: Operation['execute'] = changeSchedules((context, index) => ({
	employeeNumber: readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index)),
	wanted: readOccurrence({ ...placeFields(context, index), hours: context.getNodeParameter('hours', index, '') }),
}));
