import type { Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { judgeAll, readingFor } from '../../consentTransfer/judge';
import { readMaterial } from '../../consentTransfer/material';
import { dateIn } from '../../consentTransfer/opusEmployee';
import { readScope } from '../../consentTransfer/scope';
import { scopeFields, settingsField } from './consentTransfer.fields';

export const option: Operation['option'] = {
	name: 'Compare',
	value: 'compare',
	action: 'Compare consents with what is kept',
	description: 'Find out whether somebody is new or gone, and which employees of KMD Opus Plan needs for that',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Give it the items of Employee: Get Many With Consent (Zustimmung) and all rows of the two data tables. One item comes out: while 'readOpus' is false, Plan needs no employees; else read 'employeeNumbers', which is empty for all.",
		name: 'compareNotice',
		type: 'notice',
		default: '',
	},
	settingsField,
	...scopeFields,
];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const scope = readScope((name) => context.getNodeParameter(name, 0));
	const { persons } = readMaterial(input, scope.settings.store, dateIn(scope.now));
	const { readOpus, employeeNumbers } = readingFor(judgeAll(persons, scope).judged);
	const consents = persons.filter(({ consent }) => consent).length;
	return [{ from: input.map(({ index }) => index), json: { consents, readOpus, employeeNumbers: employeeNumbers.join(', ') } }];
});
