import type { IHookFunctions, INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { JOBAGENT } from './client';
import { receiveRequest } from './webhook/receive';
import { webhookSecret } from './webhook/seal';

export class StarJobagentTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'STAR Jobagent Trigger',
		name: 'starJobagentTrigger',
		icon: { light: 'file:starJobagent.svg', dark: 'file:starJobagent.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ "POST " + $parameter["path"] }}',
		description: 'Starts the workflow when another system sends a job agent for a citizen: what it sends is checked at once and handed on sealed',
		defaults: { name: 'STAR Jobagent Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'starJobagentApi', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'responseNode', isFullPath: true, path: '={{ $parameter["path"] }}' }],
		properties: [
			{
				displayName:
					'Callers send the <b>Webhook Secret</b> of the credential in the header <code>X-Webhook-Secret</code>, and JSON with <i>requestKey, cpr, clientCategory, enrolmentDate, unemploymentDegree</i> and, where wanted, <i>title, eventDate, email, jobWishes, user</i>. They are answered by a <i>Respond to Webhook</i> node of version 1.',
				name: 'callersNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'star-jobagent',
				required: true,
				description: 'What the address ends with, after /webhook/',
			},
		],
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			/** The workflow can not be switched on before its credential has a key for callers. */
			async create(this: IHookFunctions): Promise<boolean> {
				return webhookSecret(await this.getCredentials(JOBAGENT.credential)) !== '';
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveRequest(this);
	}
}
