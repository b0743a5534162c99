import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runOperation } from '../kit/itemLoop';
import { resourceProperties } from '../kit/operation';
import * as akasse from './actions/akasse';
import * as branchOffice from './actions/branchOffice';
import * as codeList from './actions/codeList';
import { listSearch } from './methods';

const resources = {
	akasse,
	branchOffice,
	codeList,
};

/** What only computes, and calls nobody. */
const COMPUTING = { operation: ['planClosings'] };

export class StarAkasse implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'STAR A-Kasse',
		name: 'starAkasse',
		icon: { light: 'file:starAkasse.svg', dark: 'file:starAkasse.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read and change the master data of a-kasser and their branch offices at STAR, the Danish Agency for Labour Market and Recruitment',
		defaults: { name: 'STAR A-Kasse' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'starAkasseApi', required: true, displayOptions: { hide: COMPUTING } }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'A-Kasse', value: 'akasse' },
					{ name: 'Branch Office (Afdelingskontor)', value: 'branchOffice' },
					{ name: 'Code List (Kodeliste)', value: 'codeList' },
				],
				default: 'akasse',
			},
			...resourceProperties('akasse', akasse),
			...resourceProperties('branchOffice', branchOffice),
			...resourceProperties('codeList', codeList),
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, resources);
	}
}
