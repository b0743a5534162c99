import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { NodeResult } from '../support';
import { runNode } from '../support';
import type { ItemSketch } from '../support/workflow';

/** Runs an operation of the transfer: they compute in the node, with no credential and no service. */
export const run = async (operation: 'plan' | 'remember' | 'summarize', items: ItemSketch[], parameters: INodeParameters = {}, onError?: 'continueErrorOutput' | 'continueRegularOutput'): Promise<NodeResult> =>
	await runNode({ type: 'capitech', parameters: { resource: 'absenceTransfer', operation, ...parameters }, items, onError });

/** Settings of firm 100; a test puts its own fields over them. */
export const settings = (firm: IDataObject = {}): IDataObject => ({
	firms: [
		{
			clientId: 100,
			municipalityCode: '751',
			employees: { source: 'externalId' },
			approvedStatuses: [1],
			withdrawn: 'delete',
			openEnded: 'untilToday',
			types: [
				...['SYK', 'EGM'].map((absenceCode) => ({ absenceCode, opusType: 'SY' })),
				...['SYK', 'EGM'].map((absenceCode) => ({ absenceCode, percent: 'graded', opusType: 'DS' })),
				{ absenceCode: 'BSYK', opusType: 'HJ' },
				{ absenceCode: 'FER', opusType: 'A1' },
				{ absenceCode: 'PERM', opusType: 'TU', relation: 'reasonCode', relationKey: '510' },
				{ absenceCode: 'AVS', doNotTransfer: true },
			],
			...firm,
		},
	],
});

/** A day of an absence as *Get Many Days* gives it. */
export const day = (absenceId: number, dayDate: string, more: IDataObject = {}): IDataObject => ({
	...{ clientId: 100, absenceId, employeeId: 155, employee: 'Ola Nordmann', absenceCode: 'SYK', fromDate: dayDate, endDate: dayDate, absencePercent: 100 },
	...{ dayDate, dayStartTime: null, dayEndTime: null, dayAbsencePercent: 100, daySelfDeclaration: false, dayTransactionStatus: 1, dayCalculatedHours: 7.5 },
	...{ departmentId: 50, updatedOn: '2026-10-01 08:00:00', isDeleted: false },
	...more,
});

/** An employee as *Employee: Get Many* gives them. */
export const EMPLOYEE: IDataObject = { clientId: 100, employeeId: 155, employee: 'Ola Nordmann', externalId: '2155', wageGroupId: 1 };

/** The period that was read. */
export const OCTOBER: INodeParameters = { fromDate: '2026-10-01', toDate: '2026-10-31' };
