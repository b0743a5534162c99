import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { decodeReference } from '../../payroll/reference';

export const option: Operation['option'] = {
	name: 'Decode Reference',
	value: 'decodeReference',
	action: 'Decode the reference of a payroll line',
	description: 'Turn the reference of a payroll line back into firm, registration and time category',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2s:2akc:a#0k3f9',
		description: 'The remark of a line in the payroll system, or the part of it before the #',
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => [
	{ json: { ...decodeReference(readText(context.getNodeParameter('reference', index))) } },
]);
