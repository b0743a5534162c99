import type { IDataObject } from 'n8n-workflow';

import type { XmlElement } from '../../kit/xml';
import { textOf } from '../../kit/xml';
import { listOf, numberOf, textOrNull } from '../absence/lookups';
import { unreadable } from '../client';
import type { OpusSoapClient } from '../soap/client';
import type { Overrides } from '../soap/overrides';
import { GetAbsenceQuotaDetails, GetAbsenceQuotas } from './operations';

/** What an employee may take of a kind of absence (fraværskvote); amounts in hours or days, as `unit` says. Contract, section 1.2: our reading. */
export interface Quota extends IDataObject {
	employeeNumber: string;
	/** Names the quota when its details are asked for. */
	quotaKey: string;
	quotaType: string | null;
	quotaTypeText: string | null;
	/** Dates as `yyyy-MM-dd`. */
	validStartDate: string | null;
	validEndDate: string | null;
	deductionStartDate: string | null;
	deductionEndDate: string | null;
	entitlement: number | null;
	deducted: number | null;
	requested: number | null;
	remaining: number | null;
	unit: string | null;
}

/** One step by which a quota grew (optjening) or shrank (afvikling). */
export interface QuotaMovement extends IDataObject {
	employeeNumber: string;
	quotaKey: string;
	kind: 'earning' | 'deduction';
	/** Of an earning. */
	date: string | null;
	/** Of a deduction. */
	startDate: string | null;
	endDate: string | null;
	absenceType: string | null;
	amount: number | null;
	text: string | null;
}

/**
 * A number of the answer, with a point or a comma; null when there is none.
 * @throws Failure when it is something else: taken for nothing, a used-up quota would look like an untouched one
 */
export function numberOrNull(element: XmlElement, name: string): number | null {
	const text = textOf(element, name);
	if (!text) return null;
	/* SAP writes the sign behind. */
	const match = /^(-?)(\d+(?:[.,]\d+)?)(-?)$/.exec(text);
	if (!match) throw unreadable();
	const size = Number(match[2].replace(',', '.'));
	return match[1] || match[3] ? -size : size;
}

const quotaOf = (item: XmlElement, asked: string): Quota => ({
	employeeNumber: numberOf(item, asked),
	quotaKey: textOf(item, 'QuotaKey'),
	quotaType: textOrNull(item, 'QuotaType'),
	quotaTypeText: textOrNull(item, 'QuotaTypeText'),
	validStartDate: textOrNull(item, 'ValidStartDate'),
	validEndDate: textOrNull(item, 'ValidEndDate'),
	deductionStartDate: textOrNull(item, 'DeductionStartDate'),
	deductionEndDate: textOrNull(item, 'DeductionEndDate'),
	entitlement: numberOrNull(item, 'Entitlement'),
	deducted: numberOrNull(item, 'Deducted'),
	requested: numberOrNull(item, 'Requested'),
	remaining: numberOrNull(item, 'Remaining'),
	unit: textOrNull(item, 'Unit'),
});

/**
 * The quotas of some employees that can be used in the calendar year of a date.
 * @param keyDate `yyyy-MM-dd`
 * @returns by employee number; an employee without quotas has an empty list
 * @throws Failure when the service refuses, can't be reached, or names an employee who was not asked for
 */
export async function readQuotas(client: OpusSoapClient, employeeNumbers: string[], keyDate: string, overrides?: Overrides): Promise<Map<string, Quota[]>> {
	const root = await client.read(GetAbsenceQuotas, { KeyDate: keyDate, PersonnelNumber: employeeNumbers }, overrides);
	const quotas = new Map(employeeNumbers.map((number) => [number, [] as Quota[]]));
	const only = employeeNumbers.length === 1 ? employeeNumbers[0] : '';
	for (const quota of listOf(root, 'Quota').map((item) => quotaOf(item, only))) {
		const own = quotas.get(quota.employeeNumber);
		if (!own) throw unreadable();
		own.push(quota);
	}
	return quotas;
}

/** How a quota came about and was used, earnings first. */
export async function readQuotaDetails(client: OpusSoapClient, employeeNumber: string, quotaKey: string, overrides?: Overrides): Promise<QuotaMovement[]> {
	const root = await client.read(GetAbsenceQuotaDetails, { PersonnelNumber: employeeNumber, QuotaKey: quotaKey }, overrides);
	const movement = (kind: QuotaMovement['kind']) => (item: XmlElement): QuotaMovement => ({
		employeeNumber,
		quotaKey,
		kind,
		date: textOrNull(item, 'Date'),
		startDate: textOrNull(item, 'StartDate'),
		endDate: textOrNull(item, 'EndDate'),
		absenceType: textOrNull(item, 'AbsenceAttendanceType'),
		amount: numberOrNull(item, 'Amount'),
		text: textOrNull(item, 'Text'),
	});
	return [...listOf(root, 'Earning').map(movement('earning')), ...listOf(root, 'Deduction').map(movement('deduction'))];
}
