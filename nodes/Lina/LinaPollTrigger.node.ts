import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPoll } from '../kit/poll';
import { pollFields } from './poll/fields';
import { openSource } from './poll/open';

export class LinaPollTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LINA Poll Trigger',
		name: 'linaPollTrigger',
		icon: { light: 'file:lina.svg', dark: 'file:lina.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when consents or working times are changed in LINA',
		defaults: { name: 'LINA Poll Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'linaApi', required: true, displayOptions: { show: { authentication: ['apiKey'] } } },
			{ name: 'linaTokenApi', required: true, displayOptions: { show: { authentication: ['token'] } } },
		],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'API Key', value: 'apiKey', description: 'A key that the manager of the store has made' },
					{ name: 'Token', value: 'token', description: 'A client with a chain of refresh tokens' },
				],
				default: 'apiKey',
				description: 'How this node signs in to LINA',
			},
			...pollFields,
		],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await runPoll(this, async () => await openSource(this));
	}
}
