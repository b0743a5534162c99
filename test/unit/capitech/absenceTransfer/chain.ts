import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../../nodes/kit/dateWindows';
import { answerOf, isWrite, itemOf } from '../../../../nodes/Capitech/absenceTransfer/items';
import { readMaterial } from '../../../../nodes/Capitech/absenceTransfer/material';
import { readMemory, writeMemory } from '../../../../nodes/Capitech/absenceTransfer/memory';
import type { Scope } from '../../../../nodes/Capitech/absenceTransfer/plan';
import { planTransfer } from '../../../../nodes/Capitech/absenceTransfer/plan';
import { rememberWrite } from '../../../../nodes/Capitech/absenceTransfer/remember';
import { readTransferSettings } from '../../../../nodes/Capitech/absenceTransfer/settings';

export const WINDOW = { from: '2026-10-01', to: '2026-11-30' };
export const SCOPE: Scope = { window: WINDOW, today: '2026-11-01', allowManyDeletions: true };

/** Settings of firm 100; a test puts its own fields over them. */
export const document = (firm: IDataObject = {}): IDataObject => ({
	firms: [
		{
			clientId: 100,
			municipalityCode: '751',
			employees: { source: 'sameNumber' },
			approvedStatuses: [1],
			withdrawn: 'delete',
			types: [
				{ absenceCode: 'SYK', opusType: 'SY' },
				{ absenceCode: 'SYK', percent: 'graded', opusType: 'SD' },
				{ absenceCode: 'FER', opusType: 'FE' },
				{ absenceCode: 'AVS', doNotTransfer: true },
				{ absenceCode: 'BSYK', opusType: 'BS', relation: 'child' },
			],
			...firm,
		},
	],
});

/** An absence in Capitech, in short. */
export interface Sketch {
	absenceId: number;
	employeeId?: number;
	code?: string;
	from: string;
	to: string;
	startTime?: string;
	endTime?: string;
	percent?: number;
	status?: number | null;
	more?: IDataObject;
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The days of an absence as *Get Many Days* gives them: without weekends. */
export function daysOf({ absenceId, employeeId = 2001, code = 'SYK', from, to, startTime, endTime, percent = 100, status = 1, more }: Sketch): IDataObject[] {
	const days: IDataObject[] = [];
	for (let date = from; date <= to; date = addDays(date, 1)) {
		if (isWeekend(date) || date < WINDOW.from || date > WINDOW.to) continue;
		days.push({
			clientId: 100,
			absenceId,
			employeeId,
			employee: `Ansatt ${employeeId}`,
			absenceCode: code,
			fromDate: from,
			endDate: to,
			updatedOn: '2026-10-01 08:00:00',
			dayDate: date,
			dayStartTime: date === from ? (startTime ?? null) : null,
			dayEndTime: date === to ? (endTime ?? null) : null,
			dayAbsencePercent: percent,
			daySelfDeclaration: false,
			dayTransactionStatus: status,
			dayCalculatedHours: 7.5,
			isDeleted: false,
			...more,
		});
	}
	return days;
}

/** Plans over absences and the rows of a table, by items alone. */
export function plan(days: IDataObject[], table: Iterable<IDataObject> = [], settings: unknown = document(), scope: Partial<Scope> = {}): IDataObject[] {
	const firms = readTransferSettings(settings);
	const input = [...days, ...table].map((json, index) => ({ index, item: { json } }));
	return planTransfer(readMaterial(input), firms, { ...SCOPE, ...scope }).map((step) => itemOf(step, firms));
}

/** What *Remember* makes of an item. */
export const remember = (item: IDataObject): IDataObject => writeMemory(rememberWrite(readMemory(item), answerOf(item)));

/** A table after writes came back: by reference. */
export function remembered(table: Map<string, IDataObject>, items: IDataObject[]): Map<string, IDataObject> {
	const rows = items.filter(isWrite).map(remember);
	return new Map([...table, ...rows.map((row): [string, IDataObject] => [String(row.reference), row])]);
}

/** The table after all writes of a plan went through. */
export const allDone = (items: IDataObject[], table = new Map<string, IDataObject>()): Map<string, IDataObject> =>
	remembered(table, items.map((item) => ({ ...item, outcome: 'registered' })));

/** A step in a word: what, which record, of which employee, when. */
export const inShort = ({ step, reference, employeeNumber, type, fromDate, startTime, toDate, endTime }: IDataObject): string =>
	[step, reference, employeeNumber, type, [fromDate, startTime].filter(Boolean).join(' '), [toDate, endTime].filter(Boolean).join(' ')].filter((part) => part !== undefined && part !== '').join(', ');
