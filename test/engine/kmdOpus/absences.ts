import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FaultRule } from '../support';
import type { Opus } from './opus';
import { ABSENCE_FAMILY } from './wire/absenceFamily';
import { checkMessage } from './wire/check';

export const WRITE = 'SetAbsenceAttendance';
export const READ = 'GetAbsenceAttendanceByPeriod';

/** A record of the sandbox. */
export interface StandingAbsence extends IDataObject {
	PersonnelNumber: string;
	AbsenceAttendanceType: string;
	StartDate: string;
	EndDate: string;
	StartTime: string;
	EndTime: string;
	AdditionalData: string;
}

/** A period with the times at its ends, its days those of November 2026: `2 12:30 - 6 11:00`. */
export function periodOf(text: string): { startDate: string; endDate: string; startTime: string; endTime: string } {
	const [, from, startTime = '', to, endTime = ''] = /^(\d+)(?: ([\d:]+))? - (\d+)(?: ([\d:]+))?$/.exec(text) ?? [];
	const date = (day: string) => `2026-11-${day.padStart(2, '0')}`;
	return { startDate: date(from), endDate: date(to), startTime, endTime };
}

/** The node's fields of a period; `original` for those of the period it replaces. */
export function periodFields(text: string, original = false): INodeParameters {
	const { startDate, endDate, startTime, endTime } = periodOf(text);
	const fields = { fromDate: startDate, toDate: endDate, startTime, endTime };
	if (!original) return fields;
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`original${name[0].toUpperCase()}${name.slice(1)}`, value]));
}

const time = (text: string): string => (text ? `${text}:00` : '');

/** A record as the sandbox takes it, from the text of a period that is one part. */
export function record(text: string, own: Partial<StandingAbsence> = {}): StandingAbsence {
	const { startDate, endDate, startTime, endTime } = periodOf(text);
	return {
		PersonnelNumber: '7001',
		AbsenceAttendanceType: 'SY',
		StartDate: startDate,
		EndDate: endDate,
		StartTime: time(startTime),
		EndTime: time(endTime),
		AdditionalData: '',
		...own,
	};
}

const brief = ({ StartDate, StartTime, EndDate, EndTime }: StandingAbsence): string =>
	[String(Number(StartDate.slice(-2))), StartTime.slice(0, 5), '-', String(Number(EndDate.slice(-2))), EndTime.slice(0, 5)].filter(Boolean).join(' ');

/** That every message of the absence family has been what the contract says, in names, namespaces and order; an answer that a fault was played on aside. */
export async function expectLawfulMessages(opus: Opus): Promise<void> {
	for (const { operation, body, answer, faults } of await opus.control.journal({ service: 'kmdOpus' })) {
		const schemas = ABSENCE_FAMILY[operation];
		if (schemas) expect(checkMessage(body, schemas.request)).toEqual([]);
		if (schemas && !faults.length) expect(checkMessage(answer.body, schemas.answer)).toEqual([]);
	}
}

/** The absences of an employee in the sandbox, and how the node is run on them. */
export class Absences {
	constructor(private readonly opus: Opus) {}

	/** Puts records of employee 7001 there, sickness unless told otherwise. */
	async put(parts: string[], own: Partial<StandingAbsence> = {}): Promise<void> {
		await this.opus.control.put('kmdOpus', { absences: parts.map((part) => record(part, own)) });
	}

	/** What stands, in order: its periods, or its records. */
	async records(employeeNumber = '7001'): Promise<StandingAbsence[]> {
		const { absences } = await this.opus.control.state<{ absences: StandingAbsence[] }>('kmdOpus');
		return absences.filter(({ PersonnelNumber }) => PersonnelNumber === employeeNumber).sort((one, other) => one.StartDate.localeCompare(other.StartDate));
	}

	async standing(): Promise<string[]> {
		return (await this.records()).map(brief);
	}

	/** Runs an operation; the item that comes out of it. */
	async run(operation: 'create' | 'update' | 'delete', fields: INodeParameters): Promise<IDataObject> {
		const { outputs, error } = await this.opus.run({ resource: 'absence', operation, employeeNumber: '7001', type: 'SY', relation: 'none', options: {}, ...fields });
		if (error) throw error;
		return outputs[0][0].json;
	}

	async create(period: string, fields: INodeParameters = {}): Promise<IDataObject> {
		return await this.run('create', { ...periodFields(period), ...fields });
	}

	async update(from: string, to: string, fields: INodeParameters = {}): Promise<IDataObject> {
		return await this.run('update', { ...periodFields(from, true), ...periodFields(to), originalType: '', ...fields });
	}

	async delete(period: string, fields: INodeParameters = {}): Promise<IDataObject> {
		return await this.run('delete', { ...periodFields(period), ...fields });
	}

	/** Plays faults on an operation. */
	async faultsOn(operation: string, ...rules: Array<Omit<FaultRule, 'service'>>): Promise<void> {
		await this.opus.control.faults(...rules.map((rule) => ({ service: 'kmdOpus', operation, ...rule }) as FaultRule));
	}

	/** The writes that reached the service, oldest first: `MOD` and the like, and whether they took effect. */
	async writes(): Promise<string[]> {
		const journal = await this.opus.control.journal({ service: 'kmdOpus' });
		return journal.filter(({ operation }) => operation === WRITE).map(({ body, tookEffect }) => `${/<Operation>(\w+)/.exec(body)?.[1]}${tookEffect ? '' : ' (no)'}`);
	}
}
