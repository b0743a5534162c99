import type { IExecuteFunctions } from 'n8n-workflow';

import { Failure } from '../../../kit/failure';
import type { Read } from '../../../kit/gather';
import { groupBy, writeGathered } from '../../../kit/gather';
import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { contentOf } from '../../personnelFolder/contentParameters';
import type { Document } from '../../personnelFolder/document';
import { documentOf, readDetails } from '../../personnelFolder/document';
import { uploadDocuments } from '../../personnelFolder/upload';
import { OpusSoapClient } from '../../soap/client';
import { readOverrides } from '../../soap/overrides';
import { assumedNames, assumedNotice } from '../../soap/overrides.field';

export const option: Operation['option'] = {
	name: 'Upload Document',
	value: 'uploadDocument',
	action: 'Upload documents to personnel folders',
	description: 'Upload documents to the personnel folders (personalemapper) of employees. There is no read-back.',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'UploadDocument',
	source: 'Opus Personale: Upload af dokumenter i personalemappen (purpose and document type key; names and elements are our reading)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	{
		displayName: 'Content',
		name: 'contentSource',
		type: 'options',
		options: [
			{
				name: 'Input Binary Field',
				value: 'binary',
				description: 'A document that the item carries',
			},
			{
				name: 'Title and Text',
				value: 'text',
				description: 'A PDF that is made of the title and a text',
			},
		],
		default: 'binary',
		description: 'Where the document comes from',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		displayOptions: { show: { contentSource: ['binary'] } },
		hint: 'The name of the input binary field containing the document',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 8 },
		default: '',
		required: true,
		displayOptions: { show: { contentSource: ['text'] } },
		description:
			'What the document says below its title. A line break begins a paragraph. Latin, Greek and Cyrillic letters can be written; a document with any other is refused before it is sent.',
	},
	{
		displayName: 'Employee Number (MA-Nr)',
		name: 'employeeNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 155',
		description: 'Medarbejdernummer of the employment, at most 8 digits',
	},
	{
		displayName: 'Source System (Afsendersystem)',
		name: 'sourceSystem',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. CAPITECH',
		description: 'Name of the system the document comes from, as agreed with KMD',
	},
	{
		displayName: 'Document Type Key (Dokumenttypenøgle)',
		name: 'documentTypeKey',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. CAP-AFTALE',
		description: 'The unique key that was agreed with KMD for this type of document. It decides in which folder the document is placed.',
	},
	{
		displayName: 'Title (Titel)',
		name: 'title',
		type: 'string',
		default: '',
		required: true,
		description: 'What the document is called in the folder, at most 128 characters',
	},
	{
		displayName: 'External Reference',
		name: 'externalReference',
		type: 'string',
		default: '',
		placeholder: 'e.g. 100:4711',
		description: 'Your own reference of the document, unique for the source system, at most 64 characters',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Document Date (Dokumentdato)',
				name: 'documentDate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-10-31',
				description: 'Date of the document, as yyyy-MM-dd',
			},
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. aftale.pdf',
				description: "In place of the document's own, or of the one made of the title; at most 128 characters",
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
			{
				displayName: 'Allowed Types',
				name: 'allowedTypes',
				type: 'string',
				default: 'application/pdf',
				placeholder: 'e.g. application/pdf, image/png',
				description: 'MIME types that may be sent, separated by commas. Whether a PDF, PNG or JPEG is one is seen from its first bytes.',
			},
			{
				displayName: 'Largest Size (MiB)',
				name: 'maxSize',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 2 },
				default: 10,
				description: 'A larger document is refused before anything is sent. The limit of the service is not published.',
			},
			{
				displayName: 'Recorded State',
				name: 'recordedState',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.state }}',
				description:
					'What your own record (a Data Table) says of the external reference: a document that is uploaded is not sent again, one that is pending is left to a human. Empty for a reference that is not on record.',
			},
			{
				displayName: 'Service Honours the External Reference',
				name: 'honoursReference',
				type: 'boolean',
				default: false,
				description:
					'Whether KMD has confirmed that nothing is filed twice under one external reference. Only then an upload whose answer was lost, or which is on record as pending, is sent again.',
			},
		],
	},
	assumedNames,
];

async function readItem(context: IExecuteFunctions, index: number): Promise<Document> {
	const parameter = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	const { documentDate, fileName } = context.getNodeParameter('additionalFields', index, {});
	const { recordedState } = context.getNodeParameter('options', index, {});
	const details = readDetails({
		employeeNumber: parameter('employeeNumber'),
		sourceSystem: parameter('sourceSystem'),
		documentTypeKey: parameter('documentTypeKey'),
		title: parameter('title'),
		externalReference: parameter('externalReference'),
		documentDate,
		fileName,
		recordedState,
	});
	return documentOf(details, await contentOf(context, index, details));
}

/** Two documents can't bear one reference of a source system. */
function repeated(good: Array<Read<Document>>): Settled[] {
	const referred = good.filter(({ value }) => value.externalReference);
	return [...groupBy(referred, ({ value }) => JSON.stringify([value.sourceSystem, value.externalReference])).values()].flatMap((group) => {
		if (group.length === 1) return [];
		const failure = new Failure({
			kind: 'bad input',
			message: `'External Reference' is the same in items ${group.map(({ index }) => index).join(', ')}`,
			advice: 'Give each document its own reference.',
		});
		return group.map(({ index }) => ({ from: [index], failure }));
	});
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const { honoursReference } = context.getNodeParameter('options', 0, {});
	const overrides = readOverrides(context, 0);
	const client = await OpusSoapClient.open(context);
	return await writeGathered(context, input, {
		read: async ({ index }) => await readItem(context, index),
		contradictions: repeated,
		write: async (documents) =>
			await uploadDocuments(documents, { client, overrides, honoursReference: honoursReference === true, signal: context.getExecutionCancelSignal() }),
	});
});
