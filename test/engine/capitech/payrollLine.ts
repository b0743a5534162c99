import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ItemSketch } from '../support/workflow';
import type { NodeResult } from '../support';
import { runNode } from '../support';

/** Runs a payroll operation: they compute in the node, with no credential and no service. */
export const run = async (operation: string, items: ItemSketch[], parameters: INodeParameters = {}, onError?: 'continueErrorOutput' | 'continueRegularOutput'): Promise<NodeResult> =>
	await runNode({ type: 'capitech', parameters: { resource: 'payrollLine', operation, ...parameters }, items, onError });

/** A closed, approved row of ordinary hours as *Get Many* gives it. */
export const row = (uid: number, timeCategoryId: number, more: IDataObject = {}): IDataObject => ({
	clientId: 100,
	uid,
	employeeId: 155,
	dateIn: '2026-10-15',
	timeIn: '07:00:00.000',
	dateOut: '2026-10-15',
	timeOut: '15:00:00.000',
	departmentId: 50,
	projectId: null,
	timeCategoryId,
	timeCategory: 'Timelønn',
	timeCategoryTypeId: 'O',
	timeCategoryPayable: 1,
	qty: 7.5,
	approvedLevelOne: 1,
	externalStatusCode: null,
	recordStateKey: `${uid}_${timeCategoryId}_7.50`,
	isDeleted: false,
	...more,
});

/** An employee as *Employee: Get Many* gives them. */
export const EMPLOYEE: IDataObject = { clientId: 100, employeeId: 155, employee: 'Ola Nordmann', externalId: '155', wageGroupId: 1 };

/** Settings of one firm. */
export const SETTINGS: IDataObject = {
	sender: 'Capitech',
	exportedCode: 20,
	rejectedCode: 90,
	firms: [
		{
			clientId: 100,
			municipalityCode: '751',
			approval: { level: 1 },
			payElements: [
				{ timeCategoryId: 10, employeeGroup: 1, payElement: '310', serialNumber: 1, unit: 'hours' },
				{ timeCategoryId: 11, employeeGroup: 2, doNotExport: true },
			],
			costObjects: [{ departmentId: 50, costCenter: '1010500001' }, { projectId: 1001, account: '4711' }],
		},
	],
};

/** An object by an expression; two closing braces in a row would end it. */
export const expression = (value: IDataObject): string => `={{ ${JSON.stringify(value, null, 1)} }}`;

/** The settings as an object by an expression, as a settings node passes them on. */
export const BY_EXPRESSION: INodeParameters = { settings: expression(SETTINGS) };

/** The settings as a person enters them. */
export const AS_TEXT: INodeParameters = { settings: JSON.stringify(SETTINGS, null, 2) };

/** The line of such a row. */
export const LINE: IDataObject = {
	employeeNumber: '155',
	formerNumbers: [],
	date: '2026-10-15',
	payElement: '0310',
	serialNumber: 1,
	unit: 'hours',
	quantity: 7.5,
	amount: null,
	costCenter: '1010500001',
	pspElement: '',
	reference: '2s:5yc:a',
	sender: 'Capitech',
	municipalityCode: '751',
	closedThrough: '',
	corrections: 'humanList',
};

/** Such a row with what is decided about it. */
export const prepared = (uid: number, more: IDataObject = {}): IDataObject => ({
	...row(uid, 10),
	disposition: 'line',
	reason: null,
	payrollLine: LINE,
	intended: null,
	registrationRows: 1,
	approver: null,
	...more,
});

/** What stands, as KMD Opus' *One-Time Payment: Get Many* gives it. */
export const standing = (remark: string, more: IDataObject = {}): IDataObject => ({
	objectId: remark,
	employeeNumber: '155',
	date: '2026-10-15',
	payElement: '0310',
	serialNumber: 1,
	quantity: 7.5,
	amount: null,
	costCenter: '1010500001',
	pspElement: null,
	sender: 'Capitech',
	remark,
	...more,
});

/** The JSON of the node's first output. */
export const items = ({ outputs }: NodeResult): IDataObject[] => outputs[0].map(({ json }) => json);
