import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { userOptions } from '../../../star/user.fields';
import { readReadPath } from '../../branchOffice/paths';
import { readBranch } from '../../branchOffice/read';
import { openAkasse } from '../../client';
import { readAkasseCode, readBranchCode } from '../../code';
import { outputOf, readOutput } from '../../output';
import { akasseCodeField, branchCodeField } from '../code.fields';
import { logoOption, simplifyField } from '../output.fields';
import { readPathOption } from './branchOffice.fields';

export const option: Operation['option'] = {
	name: 'Get',
	value: 'get',
	action: 'Get a branch office',
	description: 'Get what STAR holds of one branch office (afdelingskontor): address, contact, opening and phone hours',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'GetAfdelingskontor',
	source: 'STAR: GetAfdelingskontor (path; its parameters are not in the text and our reading, as are the names of most fields)',
};

export const fields: Operation['fields'] = [
	akasseCodeField,
	branchCodeField,
	simplifyField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [readPathOption, logoOption, ...userOptions],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const akasseCode = readAkasseCode(context.getNodeParameter('akasseCode', index));
	const key = { akasseCode, branchCode: readBranchCode(context.getNodeParameter('branchCode', index)) };
	const path = readReadPath(context.getNodeParameter('options', index, {}), key);
	const record = await readBranch(await openAkasse(context, index), key, path);
	return [await outputOf(context, record, readOutput(context, index))];
}, 2);
