import type { IDataObject } from 'n8n-workflow';

import type { XmlElement } from '../../kit/xml';
import { textOf } from '../../kit/xml';
import { listOf, numberOf, textOrNull } from '../absence/lookups';
import type { OpusSoapClient } from '../soap/client';
import { readWireDate, readWireTime } from '../soap/moments';
import type { Overrides } from '../soap/overrides';
import { numberOrNull } from '../quotas/quota';
import type { Occurrence, Place } from './occurrence';
import { GetWorkScheduleByPeriod } from './operations';

/** An occurrence that stands. */
export interface StandingOccurrence extends Occurrence {
	employeeNumber: string;
	workTimeTypeText: string | null;
}

const MIDNIGHT = '00:00:00';

/** The times of an occurrence, as `HH:mm:ss`; from midnight to midnight is what SAP writes for none. */
function timesOf(item: XmlElement): Pick<Place, 'startTime' | 'endTime'> {
	const [startTime, endTime] = ['StartTime', 'EndTime'].map((name) => readWireTime(textOf(item, name)));
	return [startTime, endTime].every((time) => time === '' || time === MIDNIGHT) ? { startTime: '', endTime: '' } : { startTime, endTime };
}

function occurrenceOf(item: XmlElement, asked: string): StandingOccurrence {
	const hours = numberOrNull(item, 'Hours');
	return {
		employeeNumber: numberOf(item, asked),
		startDate: readWireDate(textOf(item, 'StartDate')),
		endDate: readWireDate(textOf(item, 'EndDate')),
		workTimeType: textOf(item, 'WorkTimeType'),
		workTimeTypeText: textOrNull(item, 'WorkTimeTypeText'),
		...timesOf(item),
		hours: hours === null ? null : Math.round(hours * 100),
	};
}

/**
 * Reads the occurrences of an employee that touch a period.
 * @throws Failure when the service can't be reached or refuses
 */
export async function readSchedule(client: OpusSoapClient, employeeNumber: string, from: string, to: string, overrides?: Overrides): Promise<StandingOccurrence[]> {
	const root = await client.read(GetWorkScheduleByPeriod, { StartDate: from, EndDate: to, PersonnelNumber: employeeNumber }, overrides);
	return listOf(root, 'WorkSchedule').map((item) => occurrenceOf(item, employeeNumber));
}

/** An occurrence in the node's own words, for output; hours as a decimal number. */
export const presentOccurrence = ({ startTime, endTime, hours, ...rest }: StandingOccurrence): IDataObject => ({
	...rest,
	startTime: startTime || null,
	endTime: endTime || null,
	hours: hours === null ? null : hours / 100,
});
