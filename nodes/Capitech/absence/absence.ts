import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import type { CapitechOperation } from '../client';
import type { Field } from '../fields';
import { asDate, asFlag, asKnownFlag, asNumber, asStamp, asText, numberIn, otherFields, pick, readFields } from '../fields';
import type { FilterTable } from '../filterValues';
import { ABSENCE_DAY_FILTERS, ABSENCE_FILTERS } from './filters';

/** What absences are read as: whole ones, or one element for each of their days. */
export interface AbsenceKind {
	operation: CapitechOperation;
	/** The documented fields in their order. Contract, section 3.3. */
	fields: readonly Field[];
	/** Those that are numbers or nothing: an absence whose degree can't be read must not be taken for a whole one. */
	numbers: readonly string[];
	simple: readonly string[];
	filters: FilterTable;
	/** The date by which elements are put in order. */
	date: string;
}

/** Fields of the absence, which its days repeat. */
const ABSENCE: readonly Field[] = [
	['absenceId', asNumber],
	['clientId', asNumber],
	['employeeId', asNumber],
	['employee', asText],
	['absenceCode', asText],
	['absenceDescription', asText],
	['absenceType', asNumber],
	['fromDate', asDate],
	['startTime', asText],
	['endDate', asDate],
	['endTime', asText],
	['hours', numberIn],
	['absencePercent', numberIn],
	['departmentId', asNumber],
	['department', asText],
	['createdOn', asStamp],
	['createdBy', asText],
	['updatedOn', asStamp],
	['updatedBy', asText],
	['isDeleted', asFlag],
];

/** Three of them are misspelt on the wire or named otherwise than their kind elsewhere, and are given out under the names they should have. */
const DAY: readonly Field[] = [
	['dayDate', asDate],
	['dayStartTime', asText],
	['dayEndTime', asText],
	['dayAbsencePercent', numberIn, 'dayAbsencePersent'],
	/* Egenmelding. */
	['daySelfDeclaration', asKnownFlag],
	['dayTransactionStatus', asNumber],
	['dayTimeCategoryId', asNumber],
	['dayTimeCategory', asText],
	['dayCalculatedHours', numberIn],
	['dayPaidHours', numberIn],
	['dayTaskId', asNumber],
	['dayTask', asText],
	['dayOrderId', asNumber],
	['dayOrder', asText],
	['dayProjectId', asNumber, 'dayProjectNr'],
	['dayProject', asText],
	['daySubProjectId', asNumber],
	['daySubProject', asText],
	['dayPhaseId', asNumber],
	['dayPhase', asText],
	['dayShiftId', asNumber],
	['dayClassicDutyId', asNumber],
	['dayFreeDimension1Id', asNumber],
	['dayFreeDimension1', asText, 'dayFreeDimension'],
	['dayFreeDimension2Id', asNumber],
	['dayFreeDimension2', asText],
];

const SIMPLE = ['clientId', 'absenceId', 'employeeId', 'employee', 'absenceCode', 'absenceDescription', 'absenceType', 'fromDate', 'startTime', 'endDate', 'endTime', 'absencePercent'];

/** Absences, one element each. */
export const ABSENCES: AbsenceKind = {
	operation: 'Absence/getAbsence',
	fields: ABSENCE,
	numbers: ['hours', 'absencePercent'],
	simple: [...SIMPLE, 'hours', 'departmentId', 'updatedOn', 'isDeleted'],
	filters: ABSENCE_FILTERS,
	date: 'fromDate',
};

/** Absences day by day. */
export const ABSENCE_DAYS: AbsenceKind = {
	operation: 'Absence/getAbsenceTransactions',
	fields: [...ABSENCE, ...DAY],
	numbers: ['hours', 'absencePercent', 'dayAbsencePercent', 'dayCalculatedHours', 'dayPaidHours'],
	simple: [
		...SIMPLE,
		'dayDate',
		'dayStartTime',
		'dayEndTime',
		'dayAbsencePercent',
		'daySelfDeclaration',
		'dayTransactionStatus',
		'dayTimeCategoryId',
		'dayCalculatedHours',
		'dayPaidHours',
		'departmentId',
		'updatedOn',
		'isDeleted',
	],
	filters: ABSENCE_DAY_FILTERS,
	date: 'dayDate',
};

const unreadable = (message: string, advice: string) => new Failure({ kind: 'unreadable', message, advice });

/**
 * An absence, or a day of one, in the one form that the pack gives out: keys are read case-insensitively, numbers are numbers, dates and stamps one style.
 * Keys that are not documented are carried through; `isDeleted` is false where it is missing.
 * @throws Failure where it has no id, or a day no date, by which it is told from others, and where a number is something else
 */
export function readAbsence(wire: IDataObject, { fields, numbers }: AbsenceKind): IDataObject {
	const absence: IDataObject = { ...readFields(wire, fields), ...otherFields(wire, fields) };
	if (absence.absenceId === null) throw unreadable('Capitech gave out an absence without an absenceId', 'Report it to Capitech: without it the absence can not be told from others.');
	if (absence.dayDate === null) throw unreadable(`A day of absence ${absence.absenceId} has no date`, 'Report it to Capitech: without it the day can not be told from others.');
	const odd = numbers.find((name) => Number.isNaN(absence[name]));
	if (odd) throw unreadable(`The field ${odd} of absence ${absence.absenceId} is not a number`, 'Look the absence up in Capitech and put it right. Nothing is given out until then, so that no absence is taken for another one than it is.');
	return absence;
}

/** What tells an element from the others of its list: the absence, or the absence and its day. */
export const absenceKey = ({ clientId, absenceId, dayDate }: IDataObject): string => [clientId, absenceId, dayDate].join(':');

/** The fields most flows need. */
export const simplifyAbsence = (absence: IDataObject, { simple }: AbsenceKind): IDataObject => pick(absence, simple);
