import type { IDataObject } from 'n8n-workflow';

import type { XmlElement } from '../../kit/xml';
import { childOf, childrenOf, textOf } from '../../kit/xml';
import { bareEmployeeNumber } from '../payments/line';
import type { OpusSoapClient } from '../soap/client';
import { readWireDate, readWireTime } from '../soap/moments';
import { itemsOf } from '../soap/returnStatus';
import { maternityDetails, paddedChildNumber, textOrNull } from './lookups';
import type { Occurrence } from './occurrence';
import { GetAbsenceAttendanceByPeriod } from './operations';

/** Which records to read: those that touch the days from the first to the last (`yyyy-MM-dd`). */
export interface AbsenceQuery {
	employeeNumber: string;
	startDate: string;
	endDate: string;
	/** Whether the CPR number of a child comes along. */
	withCpr?: boolean;
}

/** A record of absence or presence as the node gives it out. */
export interface AbsenceRecord extends IDataObject {
	employeeNumber: string;
	type: string;
	typeText: string | null;
	startDate: string;
	endDate: string;
	/** `HH:mm:ss`; null for a whole day. */
	startTime: string | null;
	endTime: string | null;
	days: number | null;
	hours: number | null;
	calendarDays: number | null;
	/** What an absence of this type belongs to, as it goes into a write. */
	relatedKey: string | null;
	/** Of several records of one type and period. */
	recordNumber: string | null;
	objectId: string | null;
	lockIndicator: string | null;
	children: IDataObject[];
	maternityCases: IDataObject[];
	reasons: IDataObject[];
	workInjuries: IDataObject[];
}

/** A time of a record; midnight is what SAP writes for none. */
const timeOrNull = (item: XmlElement, name: string): string | null => readWireTime(textOf(item, name)).replace(/^00:00:00$/, '') || null;

/** A number with a decimal point or, as Danes write it, a comma. */
function numberOf(element: XmlElement, name: string): number | null {
	const text = textOf(element, name);
	const plain = text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text;
	return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain);
}

const groupOf = (item: XmlElement, name: string): XmlElement[] => childrenOf(item, name).flatMap(itemsOf);

function relationsOf(item: XmlElement, withCpr: boolean) {
	return {
		children: groupOf(item, 'CompLeave').map((entry) => ({
			childNumber: paddedChildNumber(textOf(entry, 'ChildNumber')),
			...(withCpr && { childCprNumber: textOrNull(entry, 'ChildCPRNumber') }),
		})),
		maternityCases: groupOf(item, 'Maternity').map((entry) => ({
			...maternityDetails(entry),
			startDate: textOrNull(entry, 'StartDate'),
			endDate: textOrNull(entry, 'EndDate'),
		})),
		reasons: groupOf(item, 'Reason').map((entry) => ({ reasonCode: textOf(entry, 'ReasonCode'), reasonText: textOrNull(entry, 'ReasonCodeText') })),
		workInjuries: groupOf(item, 'WorkInjury').map((entry) => ({
			accidentNumber: textOf(entry, 'AccidentNumber'),
			accidentDate: textOrNull(entry, 'AccidentDate'),
		})),
	};
}

/** One entry: its key (that of the infotype) and its content repeat each other; either may hold what the other lacks (contract, section 1.1). */
function recordOf(entry: XmlElement, { employeeNumber, withCpr = false }: AbsenceQuery): AbsenceRecord {
	const key = childOf(entry, 'Key') ?? entry;
	const [item = key] = itemsOf(entry);
	const either = (name: string) => textOf(item, name) || textOf(key, name);
	const relations = relationsOf(item, withCpr);
	const [related] = [
		...relations.maternityCases.map(({ maternityCaseKey }) => maternityCaseKey),
		...relations.reasons.map(({ reasonCode }) => reasonCode),
		...relations.workInjuries.map(({ accidentNumber }) => accidentNumber),
		...relations.children.map(({ childNumber }) => childNumber),
	];
	return {
		employeeNumber: bareEmployeeNumber(either('PersonnelNumber') || employeeNumber),
		type: either('AbsenceAttendanceType'),
		typeText: textOrNull(item, 'AbsenceAttendanceTypeText'),
		startDate: readWireDate(either('StartDate')),
		endDate: readWireDate(either('EndDate')),
		startTime: timeOrNull(item, 'StartTime'),
		endTime: timeOrNull(item, 'EndTime'),
		days: numberOf(item, 'AbsenceAttendanceDays'),
		hours: numberOf(item, 'AbsenceAttendanceHours'),
		calendarDays: numberOf(item, 'AbsenceAttendanceCalendarDays'),
		relatedKey: related || null,
		recordNumber: textOrNull(key, 'RecordNumber'),
		objectId: textOrNull(key, 'ObjectId'),
		lockIndicator: textOrNull(key, 'LockIndicator'),
		...relations,
	};
}

/**
 * Reads the records of absence and presence that touch a period.
 * @throws Failure when the service can't be reached, refuses, or answers outside its contract
 */
export async function readAbsences(client: OpusSoapClient, query: AbsenceQuery): Promise<AbsenceRecord[]> {
	const { employeeNumber, startDate, endDate } = query;
	const root = await client.read(GetAbsenceAttendanceByPeriod, {
		VendorUUID: client.vendorUuid,
		StartDate: startDate,
		EndDate: endDate,
		PersonnelNumber: employeeNumber,
	});
	return groupOf(root, 'AbsenceAttendance').map((entry) => recordOf(entry, query));
}

/** A record that was read, as a write speaks of it. */
export const occurrenceOf = ({ employeeNumber, type, startDate, endDate, startTime, endTime, relatedKey }: AbsenceRecord): Occurrence => ({
	employeeNumber,
	type,
	startDate,
	endDate,
	startTime: startTime ?? '',
	endTime: endTime ?? '',
	relatedKey: relatedKey ?? '',
});
