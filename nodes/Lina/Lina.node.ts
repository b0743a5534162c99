import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runOperation } from '../kit/itemLoop';
import { resourceProperties } from '../kit/operation';
import * as consentTransfer from './actions/consentTransfer';
import * as personnelFile from './actions/personnelFile';
import * as rateLimit from './actions/rateLimit';
import * as shift from './actions/shift';
import * as webhook from './actions/webhook';

const resources = {
	consentTransfer,
	personnelFile,
	rateLimit,
	shift,
	webhook,
};

/** Resources that only compute, and call nobody. */
const COMPUTING = ['consentTransfer'];

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
				displayOptions: { show: { authentication: ['apiKey'] }, hide: { resource: COMPUTING } },
			},
			{
				name: 'linaTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['token'] }, hide: { resource: COMPUTING } },
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
				displayOptions: { hide: { resource: COMPUTING } },
				description: 'How this node signs in to LINA',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Consent Transfer', value: 'consentTransfer' },
					{ name: 'Personnel File (Personalakte)', value: 'personnelFile' },
					{ name: 'Rate Limit', value: 'rateLimit' },
					{ name: 'Shift (Lohnschicht)', value: 'shift' },
					{ name: 'Webhook', value: 'webhook' },
				],
				default: 'rateLimit',
			},
			...resourceProperties('consentTransfer', consentTransfer),
			...resourceProperties('personnelFile', personnelFile),
			...resourceProperties('rateLimit', rateLimit),
			...resourceProperties('shift', shift),
			...resourceProperties('webhook', webhook),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, resources);
	}
}
