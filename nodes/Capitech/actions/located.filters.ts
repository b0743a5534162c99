import type { INodeProperties } from 'n8n-workflow';

/** Departments of the firm, from its list or by number; a filter of several operations. */
export const departmentsFilter: INodeProperties = {
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
};

/** Employees of the firm, from its list or by number; a filter of several operations. */
export const employeesFilter: INodeProperties = {
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
};

/** Projects of the firm, from its list or by number; a filter of several operations. */
export const projectsFilter: INodeProperties = {
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
};
