import { createHash } from 'node:crypto';
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { NodeResult } from '../support';
import type { Opus } from './opus';

/** Some bytes that begin as a PDF does. */
export const pdf = (size = 60_000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'æøå 0123456789 \0\xff', 'latin1')]);

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A document that n8n holds in the item. */
export const held = (bytes: Buffer, fields: Partial<IBinaryData> = {}): IBinaryData => ({ data: bytes.toString('base64'), mimeType: 'application/pdf', fileName: 'aftale.pdf', ...fields });

/** A document that n8n keeps outside the item. */
export const stored = async (bytes: Buffer, fields: Partial<IBinaryData> = {}): Promise<IBinaryData> =>
	await Container.get(BinaryDataService).store({ type: 'execution', workflowId: 'engine-test', executionId: 'documents' }, bytes, held(Buffer.alloc(0), fields));

export const item = (document: IBinaryData, json: IDataObject = {}): INodeExecutionData => ({ json: { reference: 'doc:1', ...json }, binary: { data: document } });

/** Runs the upload; the external reference is the item's. */
export const upload = async (opus: Opus, items: INodeExecutionData[], parameters: INodeParameters = {}, settings = {}): Promise<NodeResult> =>
	await opus.run(
		{
			resource: 'personnelFolder',
			operation: 'uploadDocument',
			binaryPropertyName: 'data',
			employeeNumber: '7001',
			sourceSystem: 'CAPITECH',
			documentTypeKey: 'CAP-AFTALE',
			title: 'Aftale & tillæg <1>',
			externalReference: '={{ $json.reference }}',
			...parameters,
		},
		items as unknown as IDataObject[],
		settings,
	);

/** What became of each item; a run that fails fails the test. */
export async function uploaded(opus: Opus, items: INodeExecutionData[], parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const { error, outputs } = await upload(opus, items, parameters);
	if (error) throw error;
	return outputs[0].map(({ json }) => json);
}

/** The documents in the folders. */
export const documents = async (opus: Opus): Promise<IDataObject[]> => (await opus.control.state<{ documents: IDataObject[] }>('kmdOpus')).documents;

/** The uploads that reached the service, as its journal keeps them. */
export const uploads = async (opus: Opus) => (await opus.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === 'UploadDocument');
