import type { INodeProperties } from 'n8n-workflow';

import { departmentsFilter, employeesFilter, projectsFilter } from '../located.filters';

/** The entries of the *Filters* collection: those of the API, under the names by which `plan/filters` reads them. */
export const filterOptions: INodeProperties[] = [
	{
		displayName: 'Competences (Kompetanser)',
		name: 'competences',
		type: 'fixedCollection',
		placeholder: 'Add Competence',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Competences',
				name: 'entries',
				values: [
					{
						displayName: 'Competence',
						name: 'entry',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								typeOptions: { searchListMethod: 'searchCompetences', searchable: true },
							},
							{
								displayName: 'By Number',
								name: 'id',
								type: 'string',
								placeholder: 'e.g. 1, 2',
								hint: 'Several numbers can be given, separated by commas',
							},
						],
					},
				],
			},
		],
	},
	departmentsFilter,
	employeesFilter,
	{
		displayName: 'Free Dimension 1 IDs (Fri Dimensjon 1)',
		name: 'freeDimension1Ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 10, 20',
		description: 'Numbers separated by commas',
	},
	{
		displayName: 'Free Dimension 2 IDs (Fri Dimensjon 2)',
		name: 'freeDimension2Ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 60',
		description: 'Numbers separated by commas',
	},
	{
		displayName: 'Orders (Ordrer)',
		name: 'orders',
		type: 'fixedCollection',
		placeholder: 'Add Order',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Orders',
				name: 'entries',
				values: [
					{
						displayName: 'Order',
						name: 'entry',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								typeOptions: { searchListMethod: 'searchOrders', searchable: true },
							},
							{
								displayName: 'By Number',
								name: 'id',
								type: 'string',
								placeholder: 'e.g. 4001',
								hint: 'Several numbers can be given, separated by commas',
							},
						],
					},
				],
			},
		],
	},
	{
		displayName: 'Phase IDs (Fasenr)',
		name: 'phaseIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 2',
		description: 'Numbers separated by commas; unique only within a project and subproject',
	},
	projectsFilter,
	{
		displayName: 'Subproject IDs (Underprosjektnr)',
		name: 'subProjectIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 8445',
		description: 'Numbers separated by commas; unique only within a project',
	},
	{
		displayName: 'Substitute Provider IDs (Vikarbyrå)',
		name: 'substituteProviderIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7',
		description: 'Numbers of the firms that substitutes are hired from, separated by commas',
	},
	{
		displayName: 'Task IDs (Oppgavenr)',
		name: 'taskIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 20',
		description: 'Numbers separated by commas; unique only within a department',
	},
];
