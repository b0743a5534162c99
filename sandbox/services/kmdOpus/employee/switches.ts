import type { SwitchTable } from '../../../switches.ts';

/** The open questions of kmd-opus.md 1.5 and 4.3. */
export const EMPLOYEE_SWITCHES = {
	boughtFields: {
		meaning: 'Fields of employee data that the customer has: all of them, or those of the base package only.',
		choices: ['all', 'base'],
		default: 'all',
	},
	employeesPerAnswer: {
		meaning: 'Employees that List gets through before its time is used up (status 103); 0 is no limit.',
		choices: 'number',
		default: 0,
	},
	missingValidityFilter: {
		meaning: 'Without Virkning filters Laes and List give everything, or what holds today.',
		choices: ['everything', 'today'],
		default: 'everything',
	},
	changeFilterPrecision: {
		meaning: 'Registrering filters compare to the second, or by day as SAP keeps the date of a change only.',
		choices: ['second', 'day'],
		default: 'second',
	},
} as const satisfies SwitchTable;
