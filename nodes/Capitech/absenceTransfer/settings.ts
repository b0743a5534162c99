import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readInteger } from '../../kit/parameters';
import type { EmployeeMapping } from '../payroll/settings/employees';
import { readEmployeeMapping } from '../payroll/settings/employees';
import { oneOf, optionalDate, refuseUnknown } from '../payroll/settings/entries';
import { readDocument, readFirms, readMunicipalityCode } from '../payroll/settings/firms';
import type { TypeEntry } from './absenceTypes';
import { readTypes } from './absenceTypes';

/** How the absences of one firm become absences in the payroll system. */
export interface TransferFirm {
	/** Klientnr. */
	clientId: number;
	/** Kommunekode; empty where the credential alone says so. */
	municipalityCode: string;
	employees: EmployeeMapping;
	types: readonly TypeEntry[];
	/** The values of dayTransactionStatus that count as approved; with none everything goes to a human. */
	approvedStatuses: ReadonlySet<number>;
	/** What becomes of a record whose absence is no longer approved. */
	withdrawn: 'human' | 'delete';
	/** What becomes of an absence that has no end yet. */
	openEnded: 'human' | 'untilToday';
	/** Days before it are not transferred; empty for all. */
	startDate: string;
}

/** The firms by clientId. */
export type TransferSettings = ReadonlyMap<number, TransferFirm>;

const FIRM_FIELDS = ['clientId', 'municipalityCode', 'employees', 'types', 'approvedStatuses', 'withdrawn', 'openEnded', 'startDate'];

function readStatuses(place: string, value: unknown): Set<number> {
	const list = value ?? [];
	if (!Array.isArray(list)) throw badInput(place, 'is not a list', 'Write it like [1], or leave it out: everything goes to a human then.');
	return new Set(list.map((status) => readInteger(place, status)));
}

function readFirm(place: string, entry: IDataObject): TransferFirm {
	refuseUnknown(place, entry, FIRM_FIELDS);
	return {
		clientId: readInteger(`${place}, clientId`, entry.clientId, 1),
		municipalityCode: readMunicipalityCode(place, entry.municipalityCode),
		employees: readEmployeeMapping(`${place}, employees`, entry.employees),
		types: readTypes(`${place}, types`, entry.types),
		approvedStatuses: readStatuses(`${place}, approvedStatuses`, entry.approvedStatuses),
		withdrawn: oneOf<TransferFirm['withdrawn']>(`${place}, withdrawn`, entry.withdrawn, ['human', 'delete']),
		openEnded: oneOf<TransferFirm['openEnded']>(`${place}, openEnded`, entry.openEnded, ['human', 'untilToday']),
		startDate: optionalDate(`${place}, startDate`, entry.startDate),
	};
}

/**
 * Reads the settings of the transfer.
 * @param document a JSON text or an object with `firms`; further fields, which are other nodes' business, are left unheard
 * @throws Failure naming the setting and the entry that is wrong
 */
export function readTransferSettings(document: unknown): TransferSettings {
	return readFirms(readDocument(document).firms, 'transferred', readFirm);
}
