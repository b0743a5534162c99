import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runOperation } from '../kit/itemLoop';
import { resourceProperties } from '../kit/operation';
import * as consentTransfer from './actions/consentTransfer';
import * as employee from './actions/employee';
import * as personnelFile from './actions/personnelFile';
import * as rateLimit from './actions/rateLimit';
import * as shift from './actions/shift';
import * as staffCost from './actions/staffCost';
import * as webhook from './actions/webhook';
import * as workingTime from './actions/workingTime';

const resources = {
	consentTransfer,
	employee,
	personnelFile,
	rateLimit,
	shift,
	staffCost,
	webhook,
	workingTime,
};

/** What only computes, and calls nobody. */
const COMPUTING = { resource: ['consentTransfer'], operation: ['report'] };

export class Lina implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LINA',
		name: 'lina',
		icon: { light: 'file:lina.svg', dark: 'file:lina.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read staff costs, working times and consents from LINA TeamCloud, write shifts and files of the staff file, and manage webhooks',
		defaults: { name: 'LINA' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'linaApi',
				required: true,
				displayOptions: { show: { authentication: ['apiKey'] }, hide: COMPUTING },
			},
			{
				name: 'linaTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['token'] }, hide: COMPUTING },
			},
		],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'API Key', value: 'apiKey', description: 'A key that the manager of the store has made; the only way to webhooks' },
					{ name: 'Token', value: 'token', description: 'A client with a chain of refresh tokens' },
				],
				default: 'apiKey',
				displayOptions: { hide: COMPUTING },
				description: 'How this node signs in to LINA',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Consent Transfer', value: 'consentTransfer' },
					{ name: 'Employee (Mitarbeiter)', value: 'employee' },
					{ name: 'Personnel File (Personalakte)', value: 'personnelFile' },
					{ name: 'Rate Limit', value: 'rateLimit' },
					{ name: 'Shift (Lohnschicht)', value: 'shift' },
					{ name: 'Staff Cost (Personalkosten)', value: 'staffCost' },
					{ name: 'Webhook', value: 'webhook' },
					{ name: 'Working Time (Arbeitszeit)', value: 'workingTime' },
				],
				default: 'workingTime',
			},
			...resourceProperties('consentTransfer', consentTransfer),
			...resourceProperties('employee', employee),
			...resourceProperties('personnelFile', personnelFile),
			...resourceProperties('rateLimit', rateLimit),
			...resourceProperties('shift', shift),
			...resourceProperties('staffCost', staffCost),
			...resourceProperties('webhook', webhook),
			...resourceProperties('workingTime', workingTime),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, resources);
	}
}
