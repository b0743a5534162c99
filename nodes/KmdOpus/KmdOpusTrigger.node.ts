import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPoll } from '../kit/poll';
import { triggerFields } from './trigger/fields';
import { openEmployeeChanges } from './trigger/open';

export class KmdOpusTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'KMD Opus Trigger',
		name: 'kmdOpusTrigger',
		icon: { light: 'file:kmdOpus.svg', dark: 'file:kmdOpus.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ "Changed: " + [$parameter["areas"]].flat().join(", ") }}',
		description: 'Starts the workflow when data of employees changes in KMD Opus Personale',
		defaults: { name: 'KMD Opus Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'kmdOpusApi', required: true }],
		properties: triggerFields,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await runPoll(this, async () => await openEmployeeChanges(this));
	}
}
