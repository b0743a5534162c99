import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runOperation } from '../kit/itemLoop';
import { resourceProperties } from '../kit/operation';
import * as absence from './actions/absence';
import * as absenceQuota from './actions/absenceQuota';
import * as account from './actions/account';
import * as child from './actions/child';
import * as employee from './actions/employee';
import * as employment from './actions/employment';
import * as fixedSupplement from './actions/fixedSupplement';
import * as maternityCase from './actions/maternityCase';
import * as oneTimePayment from './actions/oneTimePayment';
import * as personData from './actions/personData';
import * as personnelFolder from './actions/personnelFolder';
import * as reasonCode from './actions/reasonCode';
import * as workInjury from './actions/workInjury';
import * as workSchedule from './actions/workSchedule';
import { listSearch } from './methods';

const resources = {
	absence,
	absenceQuota,
	account,
	child,
	employee,
	employment,
	fixedSupplement,
	maternityCase,
	oneTimePayment,
	personData,
	personnelFolder,
	reasonCode,
	workInjury,
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
		description: 'Read and change absence, employee data, one-time payments and documents in KMD Opus Personale',
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
					{ name: 'Absence / Presence (Fravær/Nærvær)', value: 'absence' },
					{ name: 'Absence Quota (Fraværskvote)', value: 'absenceQuota' },
					{ name: 'Account (Konto)', value: 'account' },
					{ name: 'Child (Barn)', value: 'child' },
					{ name: 'Employee (Medarbejder)', value: 'employee' },
					{ name: 'Employment (Ansættelsesforhold)', value: 'employment' },
					{ name: 'Fixed Supplement (Fast Tillæg)', value: 'fixedSupplement' },
					{ name: 'Maternity Case (Barselssag)', value: 'maternityCase' },
					{ name: 'One-Time Payment (Engangsydelse)', value: 'oneTimePayment' },
					{ name: 'Person Data (Personoplysninger)', value: 'personData' },
					{ name: 'Personnel Folder (Personalemappe)', value: 'personnelFolder' },
					{ name: 'Reason Code (Årsagskode)', value: 'reasonCode' },
					{ name: 'Work Injury (Arbejdsskade)', value: 'workInjury' },
					{ name: 'Work Schedule (Mødetidsplan)', value: 'workSchedule' },
				],
				default: 'oneTimePayment',
			},
			...resourceProperties('absence', absence),
			...resourceProperties('absenceQuota', absenceQuota),
			...resourceProperties('account', account),
			...resourceProperties('child', child),
			...resourceProperties('employee', employee),
			...resourceProperties('employment', employment),
			...resourceProperties('fixedSupplement', fixedSupplement),
			...resourceProperties('maternityCase', maternityCase),
			...resourceProperties('oneTimePayment', oneTimePayment),
			...resourceProperties('personData', personData),
			...resourceProperties('personnelFolder', personnelFolder),
			...resourceProperties('reasonCode', reasonCode),
			...resourceProperties('workInjury', workInjury),
			...resourceProperties('workSchedule', workSchedule),
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, resources);
	}
}
