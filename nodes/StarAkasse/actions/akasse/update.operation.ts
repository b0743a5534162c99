import type { Operation } from '../../../kit/operation';
import { readPath } from '../../../star/path';
import { recordIn } from '../../../star/shape';
import { userOptions } from '../../../star/user.fields';
import { readRequestId, requestKeyOptions } from '../../../star/write.fields';
import { openAkasse, PATHS } from '../../client';
import { readAkasseCode } from '../../code';
import { checkIdentity } from '../../update/identity';
import { writesRecords } from '../../update/items';
import { checkOwnAkasse } from '../../update/own';
import { readUpdate } from '../../update/settings';
import type { RecordStore } from '../../update/update';
import { UNTOUCHED, updateRecord } from '../../update/update';
import { akasseCodeField } from '../code.fields';
import { hoursFields } from '../hours.fields';
import { deepLinkFields, recordEntries, removeField } from '../record.fields';
import { recordOptions, updateModeFields, updateOptions } from '../recordUpdate.fields';

export const option: Operation['option'] = {
	name: 'Update',
	value: 'update',
	action: 'Update an a-kasse',
	description: 'Change address, contact, opening and phone hours, logo or deep links of your own a-kasse, and leave the rest as it is',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'UpdateAkasseOplysninger',
	source: 'STAR: UpdateAkasseOplysninger (path and hours; the names of most fields are our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'The service deletes whatever an update does not hold, so the node reads the record first and sends all of it. Jobnet shows a change on the day after. The vendor names only the fields of hours; the other names, and who may change <i>Virksomhedsafdeling</i>, are our reading: see <i>Wire Names</i> in the options.',
		name: 'updateNotice',
		type: 'notice',
		default: '',
	},
	akasseCodeField,
	...updateModeFields,
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: recordEntries,
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
		options: [
			...recordOptions,
			...updateOptions,
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '/v1/Akasse/Afkasse/{akassekode}',
				description: 'Path of the update; {akassekode} stands for the code. The segment Afkasse stands in the vendor’s text, perhaps by a slip: /v1/Akasse/{akassekode} is the other reading.',
			},
			{
				displayName: 'Read Path',
				name: 'readPath',
				type: 'string',
				default: '/v1/Akasse/{akasseKode}',
				description: 'Path by which the record is read; {akasseKode} stands for the code',
			},
			...requestKeyOptions,
			...userOptions,
		],
	},
];

export const execute: Operation['execute'] = writesRecords(async (context, index) => {
	const akasseCode = readAkasseCode(context.getNodeParameter('akasseCode', index));
	await checkOwnAkasse(context, akasseCode);
	const options = context.getNodeParameter('options', index, {});
	const writing = readPath('Path', options.path, PATHS.updateAkasse, { akasseKode: akasseCode });
	const reading = readPath('Read Path', options.readPath, PATHS.akasse, { akasseKode: akasseCode });
	const update = await readUpdate(context, index);
	const requestId = readRequestId(context, index);
	const client = await openAkasse(context, index);
	const store: RecordStore = {
		read: async () => checkIdentity(recordIn(await client.read('GetAkasseOplysninger', reading.path, reading.query), 'GetAkasseOplysninger'), { akasseCode }, update.names),
		write: async (body, readBack) => await client.write({ operation: 'UpdateAkasseOplysninger', method: 'PUT', ...writing, body, requestId, readBack }),
	};
	return { told: { akasseCode, requestId }, write: async () => await updateRecord(store, update), unwritten: UNTOUCHED };
});
