import type { INodeProperties } from 'n8n-workflow';

/** The entries of the *Filters* collection: those of the API, under the names by which `time/filters` reads them. */
export const filterOptions: INodeProperties[] = [
	{
		displayName: 'Approved Levels (Godkjent)',
		name: 'approvedLevels',
		type: 'multiOptions',
		default: [],
		options: [
			{ name: 'Level 1', value: 1 },
			{ name: 'Level 2', value: 2 },
			{ name: 'Level 3', value: 3 },
			{ name: 'Level 4', value: 4 },
		],
		description:
			'Only rows approved on these levels. A registration can have an approved row beside one that is not: leave this empty where the whole registration counts.',
	},
	{
		displayName: 'Departments (Avdelinger)',
		name: 'departments',
		type: 'fixedCollection',
		placeholder: 'Add Department',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Departments',
				name: 'entries',
				values: [
					{
						displayName: 'Department',
						name: 'entry',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								typeOptions: { searchListMethod: 'searchDepartments', searchable: true },
							},
							{
								displayName: 'By Number',
								name: 'id',
								type: 'string',
								placeholder: 'e.g. 10, 20',
								hint: 'Several numbers can be given, separated by commas',
							},
						],
					},
				],
			},
		],
	},
	{
		displayName: 'Duty IDs (Vakt-ID)',
		name: 'dutyIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 68874, 68875',
		description: 'Internal numbers of shifts in Flow, separated by commas; special use',
	},
	{
		displayName: 'Employees (Ansatte)',
		name: 'employees',
		type: 'fixedCollection',
		placeholder: 'Add Employee',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Employees',
				name: 'entries',
				values: [
					{
						displayName: 'Employee',
						name: 'entry',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								typeOptions: { searchListMethod: 'searchEmployees', searchable: true },
							},
							{
								displayName: 'By Number',
								name: 'id',
								type: 'string',
								placeholder: 'e.g. 155, 156',
								hint: 'Several numbers can be given, separated by commas',
							},
						],
					},
				],
			},
		],
	},
	{
		displayName: 'External Status Codes (Ekstern Statuskode)',
		name: 'externalStatusCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. 20, 30',
		description: 'Only rows with one of these codes, separated by commas',
	},
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
		displayName: 'Last Approved or Updated From',
		name: 'lastApprovedOrUpdatedFrom',
		type: 'dateTime',
		default: '',
		description:
			'Only rows created, changed or approved at this time or later. A time without an offset is Norwegian time; one with an offset is converted to it.',
	},
	{
		displayName: 'Last Updated From',
		name: 'lastUpdatedFrom',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description:
			'Only rows created or changed on this date or later. An approval does not count as a change: use Last Approved or Updated From for approved hours.',
	},
	{
		displayName: 'Order IDs (Ordrenr)',
		name: 'orderIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4001',
		description: 'Numbers separated by commas',
	},
	{
		displayName: 'Payable (Lønnet)',
		name: 'payable',
		type: 'options',
		default: 'any',
		options: [
			{ name: 'Paid and Unpaid', value: 'any' },
			{ name: 'Paid Only', value: 'yes' },
			{ name: 'Unpaid Only', value: 'no' },
		],
		description: 'Whether the time category is paid',
	},
	{
		displayName: 'Phase Codes (Fasekode)',
		name: 'phaseCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. F1',
		description: 'Alphanumeric codes separated by commas; unique only within a subproject',
	},
	{
		displayName: 'Project Codes (Prosjektkode)',
		name: 'projectCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. B400',
		description: 'Alphanumeric codes separated by commas',
	},
	{
		displayName: 'Project Phase IDs (Fasenr)',
		name: 'projectPhaseIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 2',
		description: 'Numbers separated by commas; unique only within a project and subproject',
	},
	{
		displayName: 'Projects (Prosjekter)',
		name: 'projects',
		type: 'fixedCollection',
		placeholder: 'Add Project',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Projects',
				name: 'entries',
				values: [
					{
						displayName: 'Project',
						name: 'entry',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								typeOptions: { searchListMethod: 'searchProjects', searchable: true },
							},
							{
								displayName: 'By Number',
								name: 'id',
								type: 'string',
								placeholder: 'e.g. 1001',
								hint: 'Several numbers can be given, separated by commas',
							},
						],
					},
				],
			},
		],
	},
	{
		displayName: 'Subproject Codes (Underprosjektkode)',
		name: 'subProjectCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. T8877',
		description: 'Alphanumeric codes separated by commas; unique only within a project',
	},
	{
		displayName: 'Subproject IDs (Underprosjektnr)',
		name: 'subProjectIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 8445',
		description: 'Numbers separated by commas; unique only within a project',
	},
	{
		displayName: 'Task IDs (Oppgavenr)',
		name: 'taskIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 20',
		description: 'Numbers separated by commas; unique only within a department',
	},
	{
		displayName: 'Time Categories (Tidskategorier)',
		name: 'timeCategories',
		type: 'fixedCollection',
		placeholder: 'Add Time Category',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Time Categories',
				name: 'entries',
				values: [
					{
						displayName: 'Time Category',
						name: 'entry',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								typeOptions: { searchListMethod: 'searchTimeCategories', searchable: true },
							},
							{
								displayName: 'By Number',
								name: 'id',
								type: 'string',
								placeholder: 'e.g. 10, 20',
								hint: 'Several numbers can be given, separated by commas',
							},
						],
					},
				],
			},
		],
	},
	{
		displayName: 'Time Category Types',
		name: 'timeCategoryTypes',
		type: 'multiOptions',
		default: [],
		options: [
			{ name: 'Ordinary Hours (O)', value: 'O' },
			{ name: 'Overtime (P)', value: 'P' },
			{ name: 'Overtime Supplement (S)', value: 'S' },
			{ name: 'Supplement (T)', value: 'T' },
		],
		description: 'Supplements lie on top of hours that are counted already: a total of hours is ordinary hours and overtime only',
	},
	{
		displayName: 'Without External Status',
		name: 'withoutExternalStatus',
		type: 'options',
		default: 'any',
		options: [
			{ name: 'As the Service Decides', value: 'any' },
			{ name: 'Exclude', value: 'no' },
			{ name: 'Include', value: 'yes' },
		],
		description: 'Whether to include rows that no external status has been set on',
	},
];
