import type { IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../../kit/failure';
import { readDate, readText } from '../../../kit/parameters';
import { paddedChildNumber } from '../../absence/lookups';
import type { Occurrence } from '../../absence/occurrence';
import type { Part } from '../../absence/parts';
import { partsOf, withBothTimes } from '../../absence/parts';
import { ZONE } from '../../payments/line';
import { readSendable } from '../../soap/text';

/** Longest type, and longest key of what an absence belongs to (contract, sections 1.1 and 4.2). */
const MAX_TYPE = 4;
const MAX_KEY = 40;

/** The fields of a period by their names in the node and on the screen. */
export interface PeriodFields {
	fromDate: [name: string, label: string];
	toDate: [name: string, label: string];
	startTime: [name: string, label: string];
	endTime: [name: string, label: string];
}

export const OWN_PERIOD: PeriodFields = {
	fromDate: ['fromDate', 'From Date'],
	toDate: ['toDate', 'To Date'],
	startTime: ['startTime', 'Start Time'],
	endTime: ['endTime', 'End Time'],
};

export const ORIGINAL_PERIOD: PeriodFields = {
	fromDate: ['originalFromDate', 'Original From Date'],
	toDate: ['originalToDate', 'Original To Date'],
	startTime: ['originalStartTime', 'Original Start Time'],
	endTime: ['originalEndTime', 'Original End Time'],
};

/** A time of the day as `HH:mm:ss`; '' when the field is empty. */
function readTime(field: string, value: unknown): string {
	const text = readText(value);
	if (!text) return '';
	if (typeof value === 'number') throw badInput(field, 'is a number', 'Enter it as HH:mm: 7.30 may be half past seven, or seven hours and 18 minutes.');
	const [, hours, minutes, seconds = '00'] = /^(\d|[01]\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?$/.exec(text) ?? [];
	if (hours === undefined) throw badInput(field, 'is not a time of the day', 'Enter it as HH:mm, or leave it empty for the whole day.');
	const time = `${hours.padStart(2, '0')}:${minutes}:${seconds}`;
	if (time === '00:00:00') throw badInput(field, 'is midnight', 'Leave it empty for the whole day.');
	return time;
}

/** The period of an item, with the time on its first and on its last day. */
function readPeriod(context: IExecuteFunctions, index: number, fields: PeriodFields): Part {
	const parameter = ([name]: [string, string]) => context.getNodeParameter(name, index) as unknown;
	const [, toLabel] = fields.toDate;
	const [, endLabel] = fields.endTime;
	const period = {
		startDate: readDate(fields.fromDate[1], parameter(fields.fromDate), ZONE),
		endDate: readDate(toLabel, parameter(fields.toDate), ZONE),
		startTime: readTime(fields.startTime[1], parameter(fields.startTime)),
		endTime: readTime(endLabel, parameter(fields.endTime)),
	};
	if (period.endDate < period.startDate) throw badInput(toLabel, `is before '${fields.fromDate[1]}'`);
	if (period.startDate === period.endDate && period.startTime && period.endTime && period.endTime <= period.startTime) {
		throw badInput(endLabel, `is not after '${fields.startTime[1]}'`, 'An absence over midnight has an end on the day after.');
	}
	return period;
}

/** A type of absence or presence. */
export function readType(field: string, value: unknown): string {
	const type = readSendable(field, value, MAX_TYPE);
	if (!type || /\s/.test(type)) throw badInput(field, type ? 'holds a blank' : 'is empty', 'Enter the code, FE for example.');
	return type;
}

/** What an absence may belong to, with the field that says to which. */
const RELATIONS: Record<string, string> = {
	child: 'Child',
	maternityCase: 'Maternity Case',
	reasonCode: 'Reason',
	workInjury: 'Work Injury',
};

/** The key of what the absence of an item belongs to; '' for nothing. */
export function readRelatedKey(context: IExecuteFunctions, index: number): string {
	const relation = context.getNodeParameter('relation', index) as string;
	const field = RELATIONS[relation];
	if (!field) return '';
	const key = readSendable(field, context.getNodeParameter(relation, index), MAX_KEY);
	if (!key) throw badInput(field, 'is empty', 'Pick one from the list, or choose None where the absence belongs to nothing.');
	if (relation !== 'child') return key;
	if (!/^\d{1,2}$/.test(key)) throw badInput(field, 'is not a number of one or two digits');
	return paddedChildNumber(key);
}

/** The working day by the options of an item. */
function readWorkingDay(context: IExecuteFunctions, index: number): Pick<Part, 'startTime' | 'endTime'> {
	const { workingDayStart, workingDayEnd } = context.getNodeParameter('options', index, {});
	return { startTime: readTime('Working Day Starts At', workingDayStart), endTime: readTime('Working Day Ends At', workingDayEnd) };
}

/**
 * The records of a period of an item, all of one employee, type and relation.
 * @throws Failure naming the field when the period is none
 */
export function readOccurrences(context: IExecuteFunctions, index: number, fields: PeriodFields, own: Pick<Occurrence, 'employeeNumber' | 'type' | 'relatedKey'>): Occurrence[] {
	const period = readPeriod(context, index, fields);
	const day = readWorkingDay(context, index);
	const parts = partsOf(period).map((part) => withBothTimes(part, day));
	const backwards = parts.find(({ startTime, endTime }) => startTime && endTime && endTime <= startTime);
	if (backwards) {
		const [, label] = backwards.startTime === period.startTime ? fields.startTime : fields.endTime;
		throw badInput(label, 'is outside the working day of the options');
	}
	return parts.map((part) => ({ ...part, ...own }));
}

/** Whether to look at what stands before anything is written. */
export const readsFirst = (context: IExecuteFunctions, index: number): boolean => context.getNodeParameter('options', index, {}).readFirst !== false;
