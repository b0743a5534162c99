import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readBudget } from '../../budget';
import { budgetOptions } from '../../budget.fields';
import { LinaClient } from '../../client';
import { readPeople } from '../../employee/person';

export const option: Operation['option'] = {
	name: 'Get Many With Consent',
	value: 'getManyWithConsent',
	action: 'Get many employees with consent',
	description: 'Get all employees who agree at present to their data being passed on (Zustimmung zur Datenweitergabe), one item each',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'getPersonalData',
	source: 'LINA: Endpunkt Personal (TPAPI)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'Employees agree in their main store (Hauptladen) only; whoever works in several has to switch the main store for it. LINA asks them once a webhook is registered. The area is the one in which the employee takes part (Teilnehmen), by its name.',
		name: 'consentNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: budgetOptions,
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const client = await LinaClient.open(context, readBudget(context, index));
	const people = readPeople(await client.read('getPersonalData'));
	if (!people.length) {
		context.addExecutionHints({
			message: 'LINA gives out nobody: either no employee agrees at present, or the key or the user lacks the right to see them. Do not take it for a withdrawal of all.',
			type: 'warning',
			location: 'outputPane',
		});
	}
	return people.map((json) => ({ json }));
});
