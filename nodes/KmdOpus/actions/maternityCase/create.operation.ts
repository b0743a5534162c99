import type { Operation } from '../../../kit/operation';
import { badInput } from '../../../kit/failure';
import { readEmployeeNumber } from '../../payments/line';
import { readOverrides } from '../../soap/overrides';
import { assumedNames, assumedNotice } from '../../soap/overrides.field';
import { courseFields, employeeNumberField } from './maternityCase.fields';
import { checkValidity, readContent, writesMaternityCases } from './maternityCase.input';

export const option: Operation['option'] = {
	name: 'Create',
	value: 'create',
	action: 'Create a maternity case',
	description: 'Create a maternity case (barselssag), unless an equal one stands; gives its key',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'SetMaternityCase (INS)',
	source: 'Opus Personale: Opret Fravær (purpose; names are our reading of GetMaternityCases)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	employeeNumberField,
	{
		displayName: 'Maternity Type',
		name: 'maternityType',
		type: 'string',
		default: '',
		required: true,
		description: 'Code of your municipality; Maternity Case: Get Many shows the ones in use',
	},
	{
		displayName: 'Valid From',
		name: 'validStartDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'First day of the case',
	},
	{
		displayName: 'Valid To',
		name: 'validEndDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last day of the case',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: courseFields,
	},
	assumedNames,
];

export const execute: Operation['execute'] = writesMaternityCases((context, { index }) => {
	const parameter = (name: string) => context.getNodeParameter(name, index) as string;
	const employeeNumber = readEmployeeNumber('Employee Number', parameter('employeeNumber'));
	const content = readContent({
		maternityType: parameter('maternityType'),
		validStartDate: parameter('validStartDate'),
		validEndDate: parameter('validEndDate'),
		...context.getNodeParameter('additionalFields', index, {}),
	});
	if (!content.maternityType) throw badInput('Maternity Type', 'is empty');
	if (!content.validStartDate) throw badInput('Valid From', 'is empty');
	if (!content.validEndDate) throw badInput('Valid To', 'is empty');
	checkValidity(content);
	return { operation: 'INS', employeeNumber, content, overrides: readOverrides(context, index) };
});
