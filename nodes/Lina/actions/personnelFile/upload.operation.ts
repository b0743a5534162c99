import type { IExecuteFunctions } from 'n8n-workflow';

import { writeGathered } from '../../../kit/gather';
import type { Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { readBudget } from '../../budget';
import { budgetOptions } from '../../budget.fields';
import { LinaClient } from '../../client';
import { readFile } from '../../personnelFile/file';
import type { Upload } from '../../personnelFile/upload';
import { readRecordedState, repeatedFiles, uploadFiles } from '../../personnelFile/upload';
import { readUserUuid } from '../../user';

export const option: Operation['option'] = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload files to personnel files',
	description: 'Upload files, as course certificates, to the personnel files (Personalakten) of persons who have given consent. There is no read-back.',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'addUserCert',
	source: 'LINA TPAPI: Endpunkt Personal, addUserCert (file and userUuid as POST parameters, 1 MB; the form, the name of the file’s part and the answer are our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'LINA does not say what the file’s part of the form is called: set another name under Options if uploads are refused. A file that is sent twice may be stored twice, and can’t be read back or taken away here: keep a record of what was uploaded.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'User UUID',
		name: 'userUuid',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.userUuid }}',
		description: 'ID of the person in LINA, as Employee: Get Many With Consent gives it',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input binary field containing the file, of at most 1 MB',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. certificate.pdf',
				description: "In place of the file's own, at most 255 characters",
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			...budgetOptions,
			{
				displayName: 'File Part Name',
				name: 'filePartName',
				type: 'string',
				default: 'file',
				description: 'What LINA calls the part of the form that holds the file',
			},
			{
				displayName: 'Recorded State',
				name: 'recordedState',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.state }}',
				description:
					'What your own record (a Data Table) says of the file: one that is uploaded is not sent again, one that is pending is left to a human. Empty for a file that is not on record.',
			},
		],
	},
];

async function readItem(context: IExecuteFunctions, index: number): Promise<Upload> {
	const parameter = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	const { fileName } = context.getNodeParameter('additionalFields', index, {});
	const { filePartName, recordedState } = context.getNodeParameter('options', index, {});
	const told = { userUuid: readUserUuid(parameter('userUuid')), recordedState: readRecordedState(recordedState) };
	const binary = context.helpers.assertBinaryData(index, readText(parameter('binaryPropertyName')));
	return { ...told, file: await readFile(context.helpers, binary, { fileName, partName: filePartName }) };
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const client = await LinaClient.open(context, readBudget(context, 0));
	return await writeGathered(context, input, {
		read: async ({ index }) => await readItem(context, index),
		contradictions: repeatedFiles,
		write: async (uploads) => await uploadFiles(uploads, { client, signal: context.getExecutionCancelSignal() }),
	});
});
