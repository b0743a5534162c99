import type { Operation } from '../../../kit/operation';
import { readEmployeeNumber } from '../../payments/line';
import { absenceFields, absenceOptions, relationFields } from './absence.fields';
import { OWN_PERIOD, readOccurrences, readRelatedKey, readsFirst, readType } from './absence.input';
import { writesAbsence } from './write';

export const option: Operation['option'] = {
	name: 'Create',
	value: 'create',
	action: 'Create an absence',
	description: 'Create an absence or presence (fravær/nærvær), with a time on its first and last day if need be',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'SetAbsenceAttendance (INS)',
	source: 'Opus Personale: Opret Fravær; the public OS2ferie service description',
};

export const fields: Operation['fields'] = [...absenceFields, ...relationFields, absenceOptions];

export const execute: Operation['execute'] = writesAbsence((context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const type = readType('Type', context.getNodeParameter('type', index));
	const wanted = readOccurrences(context, index, OWN_PERIOD, { employeeNumber, type, relatedKey: readRelatedKey(context, index) });
	return { employeeNumber, originals: [], wanted, readFirst: readsFirst(context, index) };
});
