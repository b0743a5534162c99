import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation, Settled } from '../../../kit/operation';
import { enrich, overAllItems } from '../../../kit/operation';
import type { Agreement } from '../../payroll/agreement';
import { readAgreement } from '../../payroll/agreement';
import { readRows } from '../../payroll/items';
import { prepareLines } from '../../payroll/prepare';

export const option: Operation['option'] = {
	name: 'Prepare',
	value: 'prepare',
	action: 'Prepare payroll lines',
	description: 'Decide for each time transaction whether it becomes a payroll line, and make the line',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Give it all rows of the period as Get Many returns them, without a filter on approval: a registration is exported as a whole, so that its other rows must be seen. Each row comes out with its 'disposition'; branch on it.",
		name: 'prepareNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Approval Level (Godkjent Nivå)',
		name: 'approvalLevel',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 4 },
		default: 1,
		required: true,
		description: 'The level on which a row must be approved before it is exported',
	},
	{
		displayName: 'Settings',
		name: 'specifySettings',
		type: 'options',
		default: 'form',
		options: [
			{ name: 'Using Fields Below', value: 'form' },
			{ name: 'Using JSON', value: 'json', description: 'To take them from one settings node' },
		],
	},
	{
		displayName: 'Pay Elements (Lønarter)',
		name: 'payElements',
		type: 'fixedCollection',
		placeholder: 'Add Time Category',
		typeOptions: { multipleValues: true },
		default: {},
		displayOptions: { show: { specifySettings: ['form'] } },
		description: 'What each time category becomes. A category that is not listed is not exported, and its rows are listed for a human.',
		options: [
			{
				displayName: 'Time Category',
				name: 'rows',
				values: [
					{
						displayName: 'Time Category ID (Tidskategorinr)',
						name: 'timeCategoryId',
						type: 'number',
						default: 0,
					},
					{
						displayName: 'Pay Element (Lønart)',
						name: 'payElement',
						type: 'string',
						default: '',
						placeholder: 'e.g. 0310',
					},
					{
						displayName: 'Serial Number (Løbenummer)',
						name: 'serialNumber',
						type: 'number',
						default: 1,
					},
				],
			},
		],
	},
	{
		displayName: 'Cost Centers (Omkostningssteder)',
		name: 'costCenters',
		type: 'fixedCollection',
		placeholder: 'Add Department',
		typeOptions: { multipleValues: true },
		default: {},
		displayOptions: { show: { specifySettings: ['form'] } },
		description: "Cost center of each department. A department that is not listed leaves the hours on the employee's own.",
		options: [
			{
				displayName: 'Department',
				name: 'rows',
				values: [
					{
						displayName: 'Department ID (Avdelingsnr)',
						name: 'departmentId',
						type: 'number',
						default: 0,
					},
					{
						displayName: 'Cost Center (Omk.sted)',
						name: 'costCenter',
						type: 'string',
						default: '',
						placeholder: 'e.g. 1010500001',
					},
				],
			},
		],
	},
	{
		displayName: 'PSP Elements (PSP-Elementer)',
		name: 'pspElements',
		type: 'fixedCollection',
		placeholder: 'Add Project',
		typeOptions: { multipleValues: true },
		default: {},
		displayOptions: { show: { specifySettings: ['form'] } },
		description: 'PSP element of each project. It goes before the cost center of the department.',
		options: [
			{
				displayName: 'Project',
				name: 'rows',
				values: [
					{
						displayName: 'Project ID (Prosjektnr)',
						name: 'projectId',
						type: 'number',
						default: 0,
					},
					{
						displayName: 'PSP Element',
						name: 'pspElement',
						type: 'string',
						default: '',
						placeholder: 'e.g. XG-1001-00001',
					},
				],
			},
		],
	},
	{
		displayName: 'Pay Elements (JSON)',
		name: 'payElementsJson',
		type: 'json',
		default: '[{ "timeCategoryId": 10, "payElement": "0310", "serialNumber": 1 }]',
		displayOptions: { show: { specifySettings: ['json'] } },
		description: 'A list of time categories, each with its pay element (lønart) and serial number (løbenummer)',
	},
	{
		displayName: 'Cost Centers (JSON)',
		name: 'costCentersJson',
		type: 'json',
		default: '[]',
		displayOptions: { show: { specifySettings: ['json'] } },
		description: 'A list of departments, each as {"departmentId": 50, "costCenter": "1010500001"}',
	},
	{
		displayName: 'PSP Elements (JSON)',
		name: 'pspElementsJson',
		type: 'json',
		default: '[]',
		displayOptions: { show: { specifySettings: ['json'] } },
		description: 'A list of projects, each as {"projectId": 1001, "pspElement": "XG-1001-00001"}',
	},
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: 'Capitech',
		required: true,
		description: 'Name of the sending system on each line. Do not change it later: the lines that stand are found again by it.',
	},
];

function agreementOf(context: IExecuteFunctions): Agreement {
	const suffix = context.getNodeParameter('specifySettings', 0) === 'json' ? 'Json' : '';
	return readAgreement({
		approvalLevel: context.getNodeParameter('approvalLevel', 0),
		payElements: context.getNodeParameter(`payElements${suffix}`, 0, []),
		costCenters: context.getNodeParameter(`costCenters${suffix}`, 0, []),
		pspElements: context.getNodeParameter(`pspElements${suffix}`, 0, []),
		sender: context.getNodeParameter('sender', 0),
	});
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const agreement = agreementOf(context);
	const rows = readRows(input, ['qty', 'externalStatusCode', 'timeCategoryTypeId']);
	const preparations = prepareLines(rows.map(({ row }) => row), agreement);
	return rows.map(({ entry }, at): Settled => ({ from: [entry.index], ...enrich(entry, preparations[at]) }));
});
