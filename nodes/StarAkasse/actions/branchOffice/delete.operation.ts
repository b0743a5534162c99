import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { userOptions } from '../../../star/user.fields';
import { requestKeyOptions } from '../../../star/write.fields';
import { deleteBranch } from '../../branchOffice/delete';
import { readChangePaths } from '../../branchOffice/paths';
import { readWriting } from '../../branchOffice/writing';
import { writesRecords } from '../../update/items';
import { akasseCodeField, branchCodeField } from '../code.fields';
import { assumedNotice, changePathOption, readPathOption } from './branchOffice.fields';

export const option: Operation['option'] = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a branch office',
	description:
		'Close a branch office (afdelingskontor) of your own a-kasse. What stood is in the output; the history keeps code and name (by the text of the older service).',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'DeleteAfdelingskontor',
	source: 'STAR: Oprettelse og nedlæggelse af et afdelingskontor (what it does; path and method are our reading)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	{
		displayName:
			'Members with an open membership have to be moved to another branch office before theirs is closed. Those who were not are moved to the a-kasse itself automatically, and STAR sends no message (WSB) of that.',
		name: 'membersNotice',
		type: 'notice',
		default: '',
	},
	akasseCodeField,
	branchCodeField,
	{
		displayName: 'Members Have Been Moved',
		name: 'membersMoved',
		type: 'boolean',
		default: false,
		required: true,
		description: 'Whether all members with an open membership have been moved to a branch office that stays. Without it nothing is sent.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [changePathOption, readPathOption, ...requestKeyOptions, ...userOptions],
	},
];

export const execute: Operation['execute'] = writesRecords(async (context, index) => {
	const { client, key, options, requestId } = await readWriting(context, index);
	const paths = readChangePaths(options, key);
	if (context.getNodeParameter('membersMoved', index) !== true) {
		throw badInput(
			'Members Have Been Moved',
			'is off',
			'Move all members with an open membership to a branch office that stays, then switch it on. Those who were not moved are moved to the a-kasse automatically, and no message is sent of that.',
		);
	}
	return { told: { ...key, requestId }, write: async () => await deleteBranch(client, { key, paths, requestId }) };
});
