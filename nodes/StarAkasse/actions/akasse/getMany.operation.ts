import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readPath } from '../../../star/path';
import { listIn } from '../../../star/shape';
import { userOptions } from '../../../star/user.fields';
import { openAkasse, PATHS } from '../../client';
import { outputOf, readOutput } from '../../output';
import { logoOption, simplifyField } from '../output.fields';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many a-kasser',
	description: 'Get the list of all a-kasser, one item each. One that is missing from it may merely have no address registered.',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'GetAkasseListe',
	source: 'STAR: GetAkasseListe (path; the names of most fields are our reading)',
};

export const fields: Operation['fields'] = [
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
				default: '/v1/Akasse',
				description: 'Path of the service',
			},
			logoOption,
			...userOptions,
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const options = context.getNodeParameter('options', index, {});
	const { path, query } = readPath('Path', options.path, PATHS.akasser);
	const client = await openAkasse(context, index);
	const records = listIn(await client.read('GetAkasseListe', path, query), 'GetAkasseListe');
	return await Promise.all(records.map(async (record) => await outputOf(context, record, readOutput(context, index))));
}, 2);
