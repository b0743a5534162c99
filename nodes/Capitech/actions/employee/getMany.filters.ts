import type { INodeProperties } from 'n8n-workflow';

/** The entries of the *Filters* collection: those of the API, under the names by which `employee/filters` reads them. */
export const filterOptions: INodeProperties[] = [
	{
		displayName: 'Cost Carrier IDs (Kostnadsbærer)',
		name: 'costCarrierIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 100, 200',
		description: 'Numbers separated by commas',
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
		displayName: 'Gender',
		name: 'gender',
		type: 'options',
		default: 'any',
		options: [
			{ name: 'Any', value: 'any' },
			{ name: 'Men (M)', value: 'M' },
			{ name: 'Women (K)', value: 'K' },
		],
		description: 'Only women, or only men',
	},
	{
		displayName: 'Include Absence Active',
		name: 'includeAbsenceActive',
		type: 'boolean',
		default: true,
		description: 'Whether to include employees who are active in absence',
	},
	{
		displayName: 'Include Absence Passive',
		name: 'includeAbsencePassive',
		type: 'boolean',
		default: true,
		description: 'Whether to include employees who are not active in absence',
	},
	{
		displayName: 'Include Plan Active',
		name: 'includePlanActive',
		type: 'boolean',
		default: true,
		description: 'Whether to include employees who are active in the plan',
	},
	{
		displayName: 'Include Plan Passive',
		name: 'includePlanPassive',
		type: 'boolean',
		default: true,
		description: 'Whether to include employees who are not active in the plan',
	},
	{
		displayName: 'Include Time Active',
		name: 'includeTimeActive',
		type: 'boolean',
		default: true,
		description: 'Whether to include employees who are active in time registration',
	},
	{
		displayName: 'Include Time Passive',
		name: 'includeTimePassive',
		type: 'boolean',
		default: true,
		description: 'Whether to include employees who are not active in time registration, those who have left among them. Capitech itself leaves them out unless told otherwise; this node includes them, since their hours may still be unpaid.',
	},
	{
		displayName: 'Statistics Group (Statistikkgruppe)',
		name: 'statisticsGroupCode',
		type: 'options',
		default: 'any',
		options: [
			{ name: 'Any', value: 'any' },
			{ name: 'Salaried Employees (F)', value: 'F' },
			{ name: 'Workers (A)', value: 'A' },
		],
		description: 'Only workers (arbeidere), or only salaried employees (funksjonærer)',
	},
	{
		displayName: 'Wage Group IDs (Lønnsgruppe)',
		name: 'wageGroupIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 2',
		description: 'Numbers of the employee groups, separated by commas',
	},
];
