import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import type { Field } from '../fields';
import { asNumber, asStamp, asText, otherFields, pick, readFields } from '../fields';

/** What a duty is placed on, each with its number and its name. */
const PLACES = ['department', 'competenceRole', 'task', 'order', 'project', 'subProject', 'phase', 'freeDimension1', 'freeDimension2'];

/** The fields of a planned duty in their order (contract, section 3.7). */
const FIELDS: readonly Field[] = [
	['id', asNumber],
	['clientId', asNumber],
	['name', asText],
	['description', asText],
	['shortDutyDescription', asText],
	['longDutyDescription', asText],
	['notes', asText],
	['start', asStamp],
	['end', asStamp],
	['period', asText],
	['hours', asNumber],
	['newStart', asStamp],
	['newEnd', asStamp],
	['newHours', asNumber],
	['count', asNumber],
	['employeeId', asNumber],
	['employeeFullName', asText],
	['employeeDepartmentId', asNumber],
	...PLACES.flatMap((place): Field[] => [
		[`${place}Id`, asNumber],
		[`${place}Name`, asText],
	]),
	['dutyDefinitionId', asNumber],
	['substituteDutyId', asNumber],
	['previousDutyId', asNumber],
	['substituteProviderId', asNumber],
	['substituteProviderName', asText],
	['exchangeDutyId', asNumber],
	['shiftRotationRollOutId', asNumber],
	['createdOn', asStamp],
	['createdBy', asText],
	['updatedOn', asStamp],
	['updatedBy', asText],
];

const SIMPLE = [
	'id',
	'clientId',
	'name',
	'description',
	'start',
	'end',
	'hours',
	'newStart',
	'newEnd',
	'newHours',
	'count',
	'employeeId',
	'employeeFullName',
	'departmentId',
	'departmentName',
	'competenceRoleId',
	'dutyDefinitionId',
	'updatedOn',
];

/**
 * A planned duty in the one form that the pack gives out: keys are read case-insensitively, numbers are numbers, stamps `yyyy-MM-dd HH:mm:ss` in Norwegian time.
 * Keys that are not documented are carried through.
 * @throws Failure where it has no id, by which it is told from others
 */
export function readDuty(wire: IDataObject): IDataObject {
	const duty: IDataObject = { ...readFields(wire, FIELDS), ...otherFields(wire, FIELDS) };
	if (duty.id !== null) return duty;
	throw new Failure({ kind: 'unreadable', message: 'Capitech gave out a planned duty without an id', advice: 'Report it to Capitech: without it the duty can not be told from others.' });
}

/** The fields most flows need. */
export const simplifyDuty = (duty: IDataObject): IDataObject => pick(duty, SIMPLE);
