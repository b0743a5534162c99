import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../../kit/failure';
import { readInteger, readText } from '../../../kit/parameters';
import type { ApprovalRule } from './approval';
import { readApproval } from './approval';
import type { CostObjectEntry } from './costObjects';
import { readCostObjects } from './costObjects';
import type { EmployeeMapping } from './employees';
import { readEmployeeMapping } from './employees';
import { readTexts, refuseUnknown } from './entries';
import { readDocument, readFirms, readMunicipalityCode } from './firms';
import type { Mappings } from './payElements';
import { readMappings } from './payElements';
import type { PayPeriod } from './payPeriod';
import { readPayPeriod } from './payPeriod';

/** How the hours of one firm become payroll lines. */
export interface Firm {
	/** Klientnr. */
	clientId: number;
	/** Kommunekode the lines are for; empty where the credential alone says so. */
	municipalityCode: string;
	approval: ApprovalRule;
	mappings: Mappings;
	/** Pairs of overtime and overtime supplement that somebody has confirmed to be paid both. */
	confirmedPairs: ReadonlySet<string>;
	employees: EmployeeMapping;
	costObjects: readonly CostObjectEntry[];
	payPeriod: PayPeriod;
}

/** What the payroll operations need to know: the settings of the workflow. */
export interface Settings {
	/** Name of the sending system on each line. */
	sender: string;
	/** External status of a registration that stands in the payroll system. */
	exportedCode: number;
	/** External status of one that it refused. */
	rejectedCode: number;
	/** By clientId. */
	firms: ReadonlyMap<number, Firm>;
}

const FIRM_FIELDS = ['clientId', 'municipalityCode', 'approval', 'payElements', 'confirmedPairs', 'employees', 'costObjects', 'payPeriod'];

const normalise = (pair: string): string => pair.replace(/\s+/g, ' ').trim();

function readFirm(place: string, entry: IDataObject): Firm {
	refuseUnknown(place, entry, FIRM_FIELDS);
	return {
		clientId: readInteger(`${place}, clientId`, entry.clientId, 1),
		municipalityCode: readMunicipalityCode(place, entry.municipalityCode),
		approval: readApproval(`${place}, approval`, entry.approval),
		mappings: readMappings(`${place}, payElements`, entry.payElements),
		confirmedPairs: new Set(readTexts(`${place}, confirmedPairs`, entry.confirmedPairs).map(normalise)),
		employees: readEmployeeMapping(`${place}, employees`, entry.employees),
		costObjects: readCostObjects(`${place}, costObjects`, entry.costObjects),
		payPeriod: readPayPeriod(`${place}, payPeriod`, entry.payPeriod),
	};
}

/**
 * Reads the settings.
 * @param document firms, sender and codes; a JSON text or an object. Further fields, which are other nodes' business, are left unheard.
 * @throws Failure naming the setting and the entry that is wrong
 */
export function readSettings(document: unknown): Settings {
	const settings = readDocument(document);
	const firms = readFirms(settings.firms, 'exported', readFirm);
	const sender = readText(settings.sender);
	if (!sender) throw badInput('sender', 'is empty', 'Name the sending system, Capitech for example. It must never change: lines are found again by it.');
	const exportedCode = readInteger('exportedCode', settings.exportedCode, 1);
	const rejectedCode = readInteger('rejectedCode', settings.rejectedCode, 1);
	if (exportedCode === rejectedCode) throw badInput('rejectedCode', 'is the same as exportedCode', 'Give each a code of its own.');
	return { sender, exportedCode, rejectedCode, firms };
}

/**
 * The settings of the firm that something belongs to.
 * @throws Failure when there are none: its hours would be left out unseen
 */
export function firmOf({ firms }: Settings, clientId: number): Firm {
	const firm = firms.get(clientId);
	if (!firm) throw badInput('firms', `has no entry for clientId ${clientId}, whose rows are in the input`, 'Add the firm to the settings, or fetch its hours no more.');
	return firm;
}
