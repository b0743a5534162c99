import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { userOptions } from '../../../star/user.fields';
import { requestKeyOptions } from '../../../star/write.fields';
import { createBranch } from '../../branchOffice/create';
import { readNewForm } from '../../branchOffice/newForm';
import { readCreatePaths } from '../../branchOffice/paths';
import { readWriting } from '../../branchOffice/writing';
import { writesRecords } from '../../update/items';
import { akasseCodeField } from '../code.fields';
import { newHoursFields } from '../hours.fields';
import { branchEntries, newDeepLinksFields } from '../record.fields';
import { recordOptions } from '../recordUpdate.fields';
import { assumedNotice, newBranchCodeField, readPathOption } from './branchOffice.fields';

export const option: Operation['option'] = {
	name: 'Create',
	value: 'create',
	action: 'Create a branch office',
	description: 'Open a branch office (afdelingskontor) of your own a-kasse; no notice has to be given',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'CreateAfdelingskontor',
	source: 'STAR: Oprettelse og nedlæggelse af et afdelingskontor (its two rules; path, method and fields are our reading)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	akasseCodeField,
	newBranchCodeField,
	{
		displayName: 'Name (Navn)',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: branchEntries,
	},
	...newHoursFields,
	...newDeepLinksFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Check First',
				name: 'checkFirst',
				type: 'boolean',
				default: true,
				description: 'Whether to read first if there is a branch office of this code. One with the same content counts as created; with another content nothing is sent, and the output says what stands.',
			},
			{
				displayName: 'Method',
				name: 'method',
				type: 'options',
				default: 'POST',
				options: [
					{ name: 'POST', value: 'POST' },
					{ name: 'PUT', value: 'PUT' },
				],
				description: 'Method of the call; assumed. A PUT is made only with Check First, and where the relation of a-kasser and branch offices lacks the code.',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '/v1/Akasse/Afdelingskontor',
				description: 'Where a branch office is created; assumed. {akasseKode} and {afdelingskontorKode} can stand in it for the codes, which the body holds, too.',
			},
			...recordOptions,
			readPathOption,
			...requestKeyOptions,
			...userOptions,
		],
	},
];

export const execute: Operation['execute'] = writesRecords(async (context, index) => {
	const { client, key, options, requestId } = await readWriting(context, index);
	const paths = readCreatePaths(options, key);
	const name = readText(context.getNodeParameter('name', index));
	if (!name) throw badInput('Name', 'is empty', 'Give the branch office a name.');
	const form = await readNewForm(context, index, name);
	const method = options.method === 'PUT' ? 'PUT' : 'POST';
	if (method === 'PUT' && options.checkFirst === false) {
		throw badInput('Check First', 'is off, and the method is PUT', 'A PUT would replace a branch office of this code, with all that it holds: switch the check on.');
	}
	const creation = { key, form, paths, method, checkFirst: options.checkFirst !== false, requestId } as const;
	return { told: { ...key, requestId }, write: async () => await createBranch(client, creation) };
});
