import type { IDataObject } from 'n8n-workflow';

import { isDate } from '../../kit/dateWindows';
import { badInput } from '../../kit/failure';
import { readInteger, readText } from '../../kit/parameters';
import { oneOf } from '../payroll/settings/entries';
import type { OpusAbsence, Origin, Relation } from './record';
import { ABSENCE_FIELDS, RELATIONS, decodeOrigin } from './record';

/** What is written to the payroll system. */
export type WriteStep = 'create' | 'update' | 'delete';

/** How the record of a reference stands. */
export type MemoryState =
	/** A write was begun, and nobody knows yet how it ended. */
	| 'pending'
	/** It stands as it is remembered. */
	| 'standing'
	/** Nothing stands. */
	| 'gone'
	/** Somebody has set it aside: it is left alone until its row is taken out. */
	| 'human';

/** What is remembered of a record between runs: one row of the data table. */
export interface Memory {
	reference: string;
	origin: Origin;
	/** How many writes were planned under the reference, this one included. */
	revision: number;
	/** How many times this write was begun. */
	attempt: number;
	state: MemoryState;
	/** The write that the state comes from. */
	step: WriteStep;
	/** What was created or changed into, or is deleted. */
	record: OpusAbsence;
	/** What stood before a change, and may stand still; null where there was nothing. */
	original: OpusAbsence | null;
}

const STATES: readonly [MemoryState, ...MemoryState[]] = ['pending', 'standing', 'gone', 'human'];
const STEPS: readonly [WriteStep, ...WriteStep[]] = ['create', 'update', 'delete'];

/** Times are of the day, and midnight is none. */
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

const originalName = (field: string): string => `original${field[0].toUpperCase()}${field.slice(1)}`;

/** A change stays with one employee, so that there is no original employee number. */
const ORIGINAL_FIELDS = ABSENCE_FIELDS.filter((field) => field !== 'employeeNumber');

function readDay(place: string, value: unknown): string {
	const text = readText(value).slice(0, 10);
	if (!isDate(text)) throw badInput(place, 'is not a date of the calendar', 'Keep the dates of the memory as texts, yyyy-MM-dd.');
	return text;
}

function readTime(place: string, value: unknown): string {
	const text = readText(value);
	if (text && !TIME.test(text)) throw badInput(place, 'is not a time of the day', 'Keep the times of the memory as texts, HH:mm:ss.');
	return text;
}

function readRecord(place: string, row: IDataObject, employeeNumber: string, nameOf: (field: string) => string): OpusAbsence {
	const value = (field: string) => row[nameOf(field)];
	const inPlace = (field: string) => `${place}, ${nameOf(field)}`;
	return {
		employeeNumber,
		type: readText(value('type')),
		relation: oneOf<Relation>(inPlace('relation'), value('relation'), RELATIONS),
		relationKey: readText(value('relationKey')),
		fromDate: readDay(inPlace('fromDate'), value('fromDate')),
		startTime: readTime(inPlace('startTime'), value('startTime')),
		toDate: readDay(inPlace('toDate'), value('toDate')),
		endTime: readTime(inPlace('endTime'), value('endTime')),
	};
}

/**
 * Reads a row of the memory; further columns are left unheard.
 * @throws Failure naming the column that is wrong
 */
export function readMemory(row: IDataObject): Memory {
	const reference = readText(row.reference);
	const origin = decodeOrigin(reference);
	const employeeNumber = readText(row.employeeNumber);
	if (!employeeNumber) throw badInput(`${reference}, employeeNumber`, 'is empty', 'Rows of the memory are written by Remember alone.');
	return {
		reference,
		origin,
		revision: readInteger(`${reference}, revision`, row.revision, 1),
		attempt: readInteger(`${reference}, attempt`, row.attempt, 1),
		state: oneOf(`${reference}, state`, row.state, STATES),
		step: oneOf(`${reference}, step`, row.step, STEPS),
		record: readRecord(reference, row, employeeNumber, (field) => field),
		original: readText(row.originalFromDate) ? readRecord(reference, row, employeeNumber, originalName) : null,
	};
}

/** The fields of a write as items and rows carry them: the record, and the original beside it, empty where there is none. */
export function recordFields(record: OpusAbsence, original: OpusAbsence | null): IDataObject {
	return {
		...Object.fromEntries(ABSENCE_FIELDS.map((field) => [field, record[field]])),
		...Object.fromEntries(ORIGINAL_FIELDS.map((field) => [originalName(field), original?.[field] ?? ''])),
	};
}

/** A row of the memory as the data table keeps it. */
export const writeMemory = ({ reference, revision, attempt, state, step, record, original }: Memory): IDataObject => ({
	reference,
	revision,
	attempt,
	state,
	step,
	...recordFields(record, original),
});

/** All that may stand in the payroll system under a reference. */
export function mayStand({ state, step, record, original }: Memory): OpusAbsence[] {
	if (state === 'gone') return [];
	if (state === 'standing' || step === 'create' || !original) return [record];
	return [record, original];
}

/** What is to stand by the last write; undefined where nothing is, or a human decides. */
export const targetOf = ({ state, step, record }: Memory): OpusAbsence | undefined =>
	state === 'standing' || (state === 'pending' && step !== 'delete') ? record : undefined;
