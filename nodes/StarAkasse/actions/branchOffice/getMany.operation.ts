import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { userOptions } from '../../../star/user.fields';
import { withDetails } from '../../branchOffice/details';
import { checkReadPath } from '../../branchOffice/paths';
import { readRelations } from '../../branchOffice/read';
import { rowsOf } from '../../branchOffice/relation';
import { openAkasse } from '../../client';
import { mayBeCode } from '../../code';
import { readPathOption } from './branchOffice.fields';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many branch offices',
	description: 'Get the relation of a-kasser and branch offices (afdelingskontorer), one item per branch office',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'GetAkasseAfdelingskontorRelation',
	source: 'STAR: GetAkasseAfdelingskontorRelation (path; the shape of the answer is our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName: 'A-Kasser',
		name: 'akasser',
		type: 'options',
		options: [
			{ name: 'All', value: 'all' },
			{ name: 'Own', value: 'own', description: 'The one whose code is the organisation of the credential' },
		],
		default: 'own',
		description: 'Whose branch offices to get',
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
	{
		displayName: 'With Details',
		name: 'withDetails',
		type: 'boolean',
		default: false,
		description: 'Whether to read each branch office, too, and put what STAR holds of it into <code>details</code>: one more call for each',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [readPathOption, ...userOptions],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const limit = context.getNodeParameter('returnAll', index) === true ? Infinity : readInteger('Limit', context.getNodeParameter('limit', index), 1);
	const options = context.getNodeParameter('options', index, {});
	checkReadPath(options);
	const client = await openAkasse(context, index);
	const relations = await readRelations(client);
	const isWanted = context.getNodeParameter('akasser', index) === 'all' ? () => true : (akasseCode: string) => mayBeCode(akasseCode, client.organisationCode);
	const rows = rowsOf(relations.filter(({ akasseCode }) => isWanted(akasseCode))).slice(0, limit);
	const wanted = context.getNodeParameter('withDetails', index) === true ? await withDetails(client, rows, options) : rows;
	return wanted.map((json) => ({ json: { ...json } }));
});
