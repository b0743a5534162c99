import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runOperation } from '../kit/itemLoop';
import { resourceProperties } from '../kit/operation';
import * as absence from './actions/absence';
import * as absenceTransfer from './actions/absenceTransfer';
import * as competence from './actions/competence';
import * as department from './actions/department';
import * as dutyDefinition from './actions/dutyDefinition';
import * as dutyType from './actions/dutyType';
import * as employee from './actions/employee';
import * as freeDimension1 from './actions/freeDimension1';
import * as freeDimension2 from './actions/freeDimension2';
import * as operationalPlan from './actions/operationalPlan';
import * as order from './actions/order';
import * as payrollLine from './actions/payrollLine';
import * as phase from './actions/phase';
import * as project from './actions/project';
import * as subproject from './actions/subproject';
import * as task from './actions/task';
import * as timeTransaction from './actions/timeTransaction';
import { listSearch } from './methods';

const resources = {
	absence,
	absenceTransfer,
	competence,
	department,
	dutyDefinition,
	dutyType,
	employee,
	freeDimension1,
	freeDimension2,
	operationalPlan,
	order,
	payrollLine,
	phase,
	project,
	subproject,
	task,
	timeTransaction,
};

export class Capitech implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capitech',
		name: 'capitech',
		icon: { light: 'file:capitech.svg', dark: 'file:capitech.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read hours, absences, plans and master data from Capitech, keep employees and projects up to date, and prepare hours for payroll',
		defaults: { name: 'Capitech' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'capitechApi',
				required: true,
				/* Every resource but those that only compute. */
				displayOptions: { hide: { resource: ['absenceTransfer', 'payrollLine'] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Absence (Fravær)', value: 'absence' },
					{ name: 'Absence Transfer', value: 'absenceTransfer' },
					{ name: 'Competence (Kompetanse)', value: 'competence' },
					{ name: 'Department (Avdeling)', value: 'department' },
					{ name: 'Duty Definition (Vaktdefinisjon)', value: 'dutyDefinition' },
					{ name: 'Duty Type (Vakttype)', value: 'dutyType' },
					{ name: 'Employee (Ansatt)', value: 'employee' },
					{ name: 'Free Dimension 1 (Fri Dimensjon 1)', value: 'freeDimension1' },
					{ name: 'Free Dimension 2 (Fri Dimensjon 2)', value: 'freeDimension2' },
					{ name: 'Operational Plan (Driftsplan)', value: 'operationalPlan' },
					{ name: 'Order (Ordre)', value: 'order' },
					{ name: 'Payroll Line', value: 'payrollLine' },
					{ name: 'Phase (Fase)', value: 'phase' },
					{ name: 'Project (Prosjekt)', value: 'project' },
					{ name: 'Subproject (Underprosjekt)', value: 'subproject' },
					{ name: 'Task (Arbeidsoppgave)', value: 'task' },
					{ name: 'Time Transaction', value: 'timeTransaction' },
				],
				default: 'timeTransaction',
			},
			...resourceProperties('absence', absence),
			...resourceProperties('absenceTransfer', absenceTransfer),
			...resourceProperties('competence', competence),
			...resourceProperties('department', department),
			...resourceProperties('dutyDefinition', dutyDefinition),
			...resourceProperties('dutyType', dutyType),
			...resourceProperties('employee', employee),
			...resourceProperties('freeDimension1', freeDimension1),
			...resourceProperties('freeDimension2', freeDimension2),
			...resourceProperties('operationalPlan', operationalPlan),
			...resourceProperties('order', order),
			...resourceProperties('payrollLine', payrollLine),
			...resourceProperties('phase', phase),
			...resourceProperties('project', project),
			...resourceProperties('subproject', subproject),
			...resourceProperties('task', task),
			...resourceProperties('timeTransaction', timeTransaction),
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, resources);
	}
}
