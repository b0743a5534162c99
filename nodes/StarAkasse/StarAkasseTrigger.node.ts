import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPoll } from '../kit/poll';
import { triggerFields } from './trigger/fields';
import { openDirectoryChanges } from './trigger/open';

export class StarAkasseTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'STAR A-Kasse Trigger',
		name: 'starAkasseTrigger',
		icon: { light: 'file:starAkasse.svg', dark: 'file:starAkasse.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [$parameter["events"]].flat().join(", ") }}',
		description: 'Starts the workflow when a-kasser or branch offices are new, changed or closed at STAR',
		defaults: { name: 'STAR A-Kasse Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'starAkasseApi', required: true }],
		properties: triggerFields,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await runPoll(this, async () => await openDirectoryChanges(this));
	}
}
