import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readPath } from '../../../star/path';
import { listIn } from '../../../star/shape';
import { userOptions } from '../../../star/user.fields';
import { openAkasse, PATHS } from '../../client';

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
			...userOptions,
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const options = context.getNodeParameter('options', index, {});
	const { path, query } = readPath('Path', options.path, PATHS.akasser);
	const client = await openAkasse(context, index);
	return listIn(await client.read('GetAkasseListe', path, query), 'GetAkasseListe').map((json) => ({ json }));
}, 2);
