import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runOperation } from '../kit/itemLoop';
import { resourceProperties } from '../kit/operation';
import * as employee from './actions/employee';
import * as payrollLine from './actions/payrollLine';
import * as timeTransaction from './actions/timeTransaction';
import { listSearch } from './methods';

const resources = { employee, payrollLine, timeTransaction };

export class Capitech implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capitech',
		name: 'capitech',
		icon: { light: 'file:capitech.svg', dark: 'file:capitech.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read registered hours and employees from Capitech, prepare them for payroll and mark them as transferred',
		defaults: { name: 'Capitech' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'capitechApi',
				required: true,
				displayOptions: { show: { resource: ['employee', 'timeTransaction'] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Employee (Ansatt)', value: 'employee' },
					{ name: 'Payroll Line', value: 'payrollLine' },
					{ name: 'Time Transaction', value: 'timeTransaction' },
				],
				default: 'timeTransaction',
			},
			...resourceProperties('employee', employee),
			...resourceProperties('payrollLine', payrollLine),
			...resourceProperties('timeTransaction', timeTransaction),
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, resources);
	}
}
