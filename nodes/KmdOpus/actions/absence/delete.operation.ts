import type { Operation } from '../../../kit/operation';
import { readEmployeeNumber } from '../../payments/line';
import { absenceFields, absenceOptions } from './absence.fields';
import { OWN_PERIOD, readOccurrences, readsFirst, readType } from './absence.input';
import { writesAbsence } from './write';

export const option: Operation['option'] = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete an absence',
	description: 'Delete an absence or presence, told apart by employee, type, days and times',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'SetAbsenceAttendance (DEL)',
	source: 'Opus Personale: Opret Fravær; the public OS2ferie service description',
};

export const fields: Operation['fields'] = [...absenceFields, absenceOptions];

export const execute: Operation['execute'] = writesAbsence((context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const type = readType('Type', context.getNodeParameter('type', index));
	const originals = readOccurrences(context, index, OWN_PERIOD, { employeeNumber, type, relatedKey: '' });
	return { employeeNumber, originals, wanted: [], readFirst: readsFirst(context, index) };
});
