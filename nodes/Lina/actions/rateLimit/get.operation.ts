import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../kit/operation';
import { enrich, perItem } from '../../../kit/operation';
import { readGivenPath } from '../../assumed';
import { LinaClient } from '../../client';

export const option: Operation['option'] = {
	name: 'Get',
	value: 'get',
	action: 'Get rate limit',
	description: 'Get how many calls LINA grants the store in 15 minutes, and how many are spent. It does not count itself.',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'getlimit',
	source: 'LINA: Zugriff auf Ressourcen (that getlimit returns the limit and is not counted; its path in the group Personal and its answer are our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName: 'LINA publishes that the limit can be asked for, but neither the path nor the answer for this group: both are assumed. What LINA gives out is returned as it is under service; another path can be set under Assumed Names.',
		name: 'assumedPathNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Assumed Names',
		name: 'assumedNames',
		type: 'collection',
		placeholder: 'Add Name',
		default: {},
		options: [
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '',
				placeholder: 'e.g. getlimit',
				description: 'Path of the call; from the root of the host where it begins with a slash',
			},
		],
	},
];

const numberOrNull = (value: unknown): number | null => (value === undefined || value === null || value === '' || Number.isNaN(Number(value)) ? null : Number(value));

export const execute: Operation['execute'] = perItem(async (context, input) => {
	const client = await LinaClient.open(context);
	const { path } = context.getNodeParameter('assumedNames', input.index, {}) as IDataObject;
	const service = (await client.limit(readGivenPath('Path', path, 'getlimit'))) as IDataObject;
	const [limit, calls] = [numberOrNull(service.limit), numberOrNull(service.calls)];
	const left = limit === null || calls === null ? null : Math.max(0, limit - calls);
	return [enrich(input, { limit, calls, left, callsOfThisProcess: client.used, service })];
});
