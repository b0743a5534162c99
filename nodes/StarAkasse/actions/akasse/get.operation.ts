import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readPath } from '../../../star/path';
import { recordIn } from '../../../star/shape';
import { userOptions } from '../../../star/user.fields';
import { openAkasse, PATHS } from '../../client';
import { readAkasseCode } from '../../code';
import { outputOf, readOutput } from '../../output';
import { akasseCodeField } from '../code.fields';
import { logoOption, simplifyField } from '../output.fields';

export const option: Operation['option'] = {
	name: 'Get',
	value: 'get',
	action: 'Get an a-kasse',
	description: 'Get the master data (stamoplysninger) of one a-kasse: address, contact, opening and phone hours, logo, deep links',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'GetAkasseOplysninger',
	source: 'STAR: GetAkasseOplysninger (path; the names of most fields are our reading)',
};

export const fields: Operation['fields'] = [
	akasseCodeField,
	simplifyField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '/v1/Akasse/{akasseKode}',
				description: 'Path of the service; {akasseKode} stands for the code',
			},
			logoOption,
			...userOptions,
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const akasseKode = readAkasseCode(context.getNodeParameter('akasseCode', index));
	const options = context.getNodeParameter('options', index, {});
	const { path, query } = readPath('Path', options.path, PATHS.akasse, { akasseKode });
	const client = await openAkasse(context, index);
	const record = recordIn(await client.read('GetAkasseOplysninger', path, query), 'GetAkasseOplysninger');
	return [await outputOf(context, record, readOutput(context, index))];
}, 2);
