import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runOperation } from '../kit/itemLoop';
import { resourceProperties } from '../kit/operation';
import * as jobAgent from './actions/jobAgent';

const resources = {
	jobAgent,
};

export class StarJobagent implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'STAR Jobagent',
		name: 'starJobagent',
		icon: { light: 'file:starJobagent.svg', dark: 'file:starJobagent.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read and write job agents of citizens at STAR, the Danish Agency for Labour Market and Recruitment',
		defaults: { name: 'STAR Jobagent' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'starJobagentApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Job Agent (Jobagent)', value: 'jobAgent' },
				],
				default: 'jobAgent',
			},
			...resourceProperties('jobAgent', jobAgent),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, resources);
	}
}
