import type { Operation } from '../../../kit/operation';
import { userOptions } from '../../../star/user.fields';
import { requestKeyOptions } from '../../../star/write.fields';
import { readChangePaths } from '../../branchOffice/paths';
import { readBranch } from '../../branchOffice/read';
import { readWriting } from '../../branchOffice/writing';
import { writesRecords } from '../../update/items';
import { readUpdate } from '../../update/settings';
import type { RecordStore } from '../../update/update';
import { UNTOUCHED, updateRecord } from '../../update/update';
import { akasseCodeField, branchCodeField } from '../code.fields';
import { hoursFields } from '../hours.fields';
import { branchEntries, deepLinkFields, removeField } from '../record.fields';
import { recordOptions, updateModeFields, updateOptions } from '../recordUpdate.fields';
import { assumedNotice, changePathOption, readPathOption } from './branchOffice.fields';

export const option: Operation['option'] = {
	name: 'Update',
	value: 'update',
	action: 'Update a branch office',
	description: 'Change name, address, contact, opening and phone hours of a branch office (afdelingskontor) of your own a-kasse, and leave the rest as it is',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'UpdateAfdelingskontor',
	source: 'STAR: Opdatering af A-kasse (not in the text; made like UpdateAkasseOplysninger)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	akasseCodeField,
	branchCodeField,
	...updateModeFields,
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			...branchEntries,
			{
				displayName: 'Name (Navn)',
				name: 'branchName',
				type: 'string',
				default: '',
			},
		],
		description: 'What is left empty is not changed',
	},
	...hoursFields,
	...deepLinkFields,
	removeField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...recordOptions, ...updateOptions, changePathOption, readPathOption, ...requestKeyOptions, ...userOptions],
	},
];

export const execute: Operation['execute'] = writesRecords(async (context, index) => {
	const { client, key, options, requestId } = await readWriting(context, index);
	const paths = readChangePaths(options, key);
	const update = await readUpdate(context, index);
	const store: RecordStore = {
		read: async () => await readBranch(client, key, paths.read, update.names),
		write: async (body, readBack) => await client.write({ operation: 'UpdateAfdelingskontor', method: 'PUT', ...paths.write, body, requestId, readBack }),
	};
	return { told: { ...key, requestId }, write: async () => await updateRecord(store, update), unwritten: UNTOUCHED };
});
