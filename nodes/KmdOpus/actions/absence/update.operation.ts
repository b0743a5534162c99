import type { Operation } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { readEmployeeNumber } from '../../payments/line';
import { absenceFields, absenceOptions, relationFields } from './absence.fields';
import { ORIGINAL_PERIOD, OWN_PERIOD, readOccurrences, readRelatedKey, readsFirst, readType } from './absence.input';
import { writesAbsence } from './write';

export const option: Operation['option'] = {
	name: 'Update',
	value: 'update',
	action: 'Update an absence',
	description: 'Change the days, times, type or relation of an absence or presence, whatever its shape was and becomes',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'SetAbsenceAttendance (MOD, DEL, INS)',
	source: 'Opus Personale: Opret Fravær; the public OS2ferie service description',
};

export const fields: Operation['fields'] = [
	...absenceFields,
	{
		displayName: 'Original From Date',
		name: 'originalFromDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'First day as it stands in KMD Opus',
	},
	{
		displayName: 'Original To Date',
		name: 'originalToDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last day as it stands',
	},
	{
		displayName: 'Original Start Time',
		name: 'originalStartTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12:30',
		description: 'Start time on the first day as it stands; empty if there is none',
	},
	{
		displayName: 'Original End Time',
		name: 'originalEndTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 11:00',
		description: 'End time on the last day as it stands; empty if there is none',
	},
	{
		displayName: 'Original Type',
		name: 'originalType',
		type: 'string',
		default: '',
		placeholder: 'e.g. FE',
		description: 'Type as it stands; empty if it stays the same',
	},
	...relationFields,
	absenceOptions,
];

export const execute: Operation['execute'] = writesAbsence((context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const type = readType('Type', context.getNodeParameter('type', index));
	const originalType = context.getNodeParameter('originalType', index) as unknown;
	const originals = readOccurrences(context, index, ORIGINAL_PERIOD, {
		employeeNumber,
		type: readText(originalType) ? readType('Original Type', originalType) : type,
		relatedKey: '',
	});
	const wanted = readOccurrences(context, index, OWN_PERIOD, { employeeNumber, type, relatedKey: readRelatedKey(context, index) });
	return { employeeNumber, originals, wanted, readFirst: readsFirst(context, index) };
});
