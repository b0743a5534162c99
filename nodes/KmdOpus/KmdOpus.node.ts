import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runOperation } from '../kit/itemLoop';
import { resourceProperties } from '../kit/operation';
import * as absenceQuota from './actions/absenceQuota';
import * as account from './actions/account';
import * as employee from './actions/employee';
import * as employment from './actions/employment';
import * as fixedSupplement from './actions/fixedSupplement';
import * as oneTimePayment from './actions/oneTimePayment';
import * as personData from './actions/personData';
import * as reasonCode from './actions/reasonCode';
import * as workSchedule from './actions/workSchedule';

const resources = {
	absenceQuota,
	account,
	employee,
	employment,
	fixedSupplement,
	oneTimePayment,
	personData,
	reasonCode,
	workSchedule,
};

export class KmdOpus implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'KMD Opus',
		name: 'kmdOpus',
		icon: { light: 'file:kmdOpus.svg', dark: 'file:kmdOpus.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Register and read one-time payments in KMD Opus Personale, and look up employments and accounts',
		defaults: { name: 'KMD Opus' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'kmdOpusApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Absence Quota (Fraværskvote)', value: 'absenceQuota' },
					{ name: 'Account (Konto)', value: 'account' },
					{ name: 'Employee (Medarbejder)', value: 'employee' },
					{ name: 'Employment (Ansættelsesforhold)', value: 'employment' },
					{ name: 'Fixed Supplement (Fast Tillæg)', value: 'fixedSupplement' },
					{ name: 'One-Time Payment (Engangsydelse)', value: 'oneTimePayment' },
					{ name: 'Person Data (Personoplysninger)', value: 'personData' },
					{ name: 'Reason Code (Årsagskode)', value: 'reasonCode' },
					{ name: 'Work Schedule (Mødetidsplan)', value: 'workSchedule' },
				],
				default: 'oneTimePayment',
			},
			...resourceProperties('absenceQuota', absenceQuota),
			...resourceProperties('account', account),
			...resourceProperties('employee', employee),
			...resourceProperties('employment', employment),
			...resourceProperties('fixedSupplement', fixedSupplement),
			...resourceProperties('oneTimePayment', oneTimePayment),
			...resourceProperties('personData', personData),
			...resourceProperties('reasonCode', reasonCode),
			...resourceProperties('workSchedule', workSchedule),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, resources);
	}
}
