import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../kit/dateWindows';
import { readText } from '../../kit/parameters';

/** An employment of the payroll system, as far as it is compared. */
export interface OpusEmployee {
	employeeNumber: string;
	firstName: string;
	lastName: string;
	/** Those that hold today, or held on the last day. */
	emails: string[];
	/** It holds today; whoever is on leave counts. */
	isActive: boolean;
}

/** Status of an employment that has ended, or was annulled. */
const LEFT = '0';

/** Kommunikationsart of an e-mail address. */
const EMAIL = '0010';

const ZONE = 'Europe/Copenhagen';

/** The date in Denmark at a point in time, `yyyy-MM-dd`. */
export const dateIn = (at: Date): string => DateTime.fromJSDate(at).setZone(ZONE).toISODate() ?? '';

const beginOf = ({ validFrom }: IDataObject): string => readText(validFrom);
const endOf = ({ validTo }: IDataObject): string => readText(validTo) || '9999-12-31';
const isValidOn = (day: string) => (record: IDataObject): boolean => beginOf(record) <= day && day <= endOf(record) && record.deleted !== true;

/** The day that an employment is judged on: today, or its last one; undefined while it has not begun. */
function dayOf(activities: IDataObject[], today: string): { day: string; isActive: boolean } | undefined {
	const begun = activities.filter((record) => beginOf(record) <= today).sort((one, other) => beginOf(one).localeCompare(beginOf(other)));
	const employed = begun.filter(({ employmentStatus }) => readText(employmentStatus) !== LEFT);
	const last = employed[employed.length - 1];
	if (!last) return undefined;
	const left = begun.find((record) => record.employmentStatus === LEFT && beginOf(record) > beginOf(last));
	const end = left ? addDays(beginOf(left), -1) : endOf(last);
	return end < today ? { day: end, isActive: false } : { day: today, isActive: true };
}

/**
 * Reads an employment as *Employee: Get Many* gives it unsimplified, with the areas activities, personal data and communication.
 * @returns undefined for one that has not begun, or was annulled
 */
export function readOpusEmployee({ employeeNumber, records }: IDataObject, today: string): OpusEmployee | undefined {
	const { activities = [], personalData = [], communication = [] } = (records ?? {}) as Record<string, IDataObject[]>;
	const found = dayOf(activities, today);
	if (!found) return undefined;
	const { day, isActive } = found;
	const [person] = personalData.filter(isValidOn(day));
	const emails = communication.filter(isValidOn(day)).filter(({ communicationType }) => communicationType === EMAIL);
	return {
		employeeNumber: readText(employeeNumber),
		firstName: readText(person?.firstName),
		lastName: readText(person?.lastName),
		emails: emails.map(({ value }) => readText(value)).filter(Boolean),
		isActive,
	};
}
