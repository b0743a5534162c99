import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPoll } from '../kit/poll';
import { listSearch } from './methods';
import { triggerFields } from './trigger/fields';
import { openTimeSource } from './trigger/open';

export class CapitechTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capitech Trigger',
		name: 'capitechTrigger',
		icon: { light: 'file:capitech.svg', dark: 'file:capitech.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [$parameter["events"]].flat().join(", ") }}',
		description: 'Starts the workflow when hours are approved, entered, changed or deleted in Capitech',
		defaults: { name: 'Capitech Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'capitechApi', required: true }],
		properties: triggerFields,
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await runPoll(this, async () => await openTimeSource(this));
	}
}
