import type { INodeProperties } from 'n8n-workflow';

import { departmentsFilter, employeesFilter } from '../located.filters';

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
	departmentsFilter,
	employeesFilter,
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
