import type { Operation } from '../../../kit/operation';
import { badInput } from '../../../kit/failure';
import { readEmployeeNumber } from '../../payments/line';
import { readOverrides } from '../../soap/overrides';
import { assumedNames, assumedNotice } from '../../soap/overrides.field';
import { courseFields, employeeNumberField, maternityCaseField } from './maternityCase.fields';
import { checkValidity, readCaseKey, readContent, writesMaternityCases } from './maternityCase.input';

export const option: Operation['option'] = {
	name: 'Update',
	value: 'update',
	action: 'Update a maternity case',
	description: 'Change a maternity case (barselssag); what is not given stays as it stands',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'SetMaternityCase (MOD)',
	source: 'Opus Personale: Opret Fravær (purpose; names are our reading of GetMaternityCases)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	employeeNumberField,
	maternityCaseField,
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			...courseFields,
			{
				displayName: 'Maternity Type',
				name: 'maternityType',
				type: 'string',
				default: '',
				description: 'Code of your municipality',
			},
			{
				displayName: 'Valid From',
				name: 'validStartDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'First day of the case',
			},
			{
				displayName: 'Valid To',
				name: 'validEndDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Last day of the case',
			},
		],
		description: 'What is to change; a date left empty is taken away',
	},
	assumedNames,
];

export const execute: Operation['execute'] = writesMaternityCases((context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const key = readCaseKey(context, index);
	const content = readContent(context.getNodeParameter('updateFields', index, {}));
	if (!Object.keys(content).length) throw badInput('Update Fields', 'is empty', 'Add the field that is to change.');
	checkValidity(content);
	return { operation: 'MOD', employeeNumber, key, content, overrides: readOverrides(context, index) };
});
