import type { Operation } from '../../../kit/operation';
import { readEmployeeNumber } from '../../payments/line';
import { readOverrides } from '../../soap/overrides';
import { assumedNames, assumedNotice } from '../../soap/overrides.field';
import { employeeNumberField, maternityCaseField } from './maternityCase.fields';
import { readCaseKey, writesMaternityCases } from './maternityCase.input';

export const option: Operation['option'] = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a maternity case',
	description: 'Delete a maternity case (barselssag)',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'SetMaternityCase (DEL)',
	source: 'Opus Personale: Opret Fravær (purpose; names are our reading of GetMaternityCases)',
};

export const fields: Operation['fields'] = [assumedNotice, employeeNumberField, maternityCaseField, assumedNames];

export const execute: Operation['execute'] = writesMaternityCases((context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	return { operation: 'DEL', employeeNumber, key: readCaseKey(context, index), overrides: readOverrides(context, index) };
});
