import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** A business day of the sandbox's world, and all of them. */
export const DAY = '2026-10-30';
export const ALL_DAYS = { period: 'range', fromDate: '2026-10-12', toDate: '2026-10-31' };

/** The operations that read by day. */
export const BY_DAY: Record<string, INodeParameters> = {
	'Get Accepted': { resource: 'workingTime', operation: 'getAccepted' },
	'Get Full Day': { resource: 'workingTime', operation: 'getFullDay' },
	'Get Per Day': { resource: 'staffCost', operation: 'getPerDay' },
	'Get Per Hour': { resource: 'staffCost', operation: 'getPerHour' },
};

export const oneDay = (name: string, more: INodeParameters = {}): INodeParameters => ({ ...BY_DAY[name], period: 'oneDay', businessDate: DAY, ...more });

export const changes = (more: INodeParameters = {}): INodeParameters => ({ resource: 'workingTime', operation: 'getChanges', updatedSince: DAY, ...more });

export const people: INodeParameters = { resource: 'employee', operation: 'getManyWithConsent' };

export const sum = (rows: IDataObject[], field: string): number => rows.reduce((total, { [field]: value }) => total + Number(value), 0);
