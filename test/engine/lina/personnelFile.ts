import { createHash } from 'node:crypto';
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { NodeResult } from '../support';
import type { LinaBench } from './lina';

type Settings = NonNullable<Parameters<LinaBench['run']>[1]>;

/** Some bytes of every kind. */
export const bytes = (size: number): Buffer => Buffer.alloc(size, Buffer.from([...Array(256).keys()]));

export const sha256 = (of: Buffer): string => createHash('sha256').update(of).digest('hex');

/** A file that n8n holds in the item. */
export const held = (of: Buffer, fields: Partial<IBinaryData> = {}): IBinaryData => ({ data: of.toString('base64'), mimeType: 'application/pdf', fileName: 'certificate.pdf', ...fields });

/** A file that n8n keeps outside the item. */
export const stored = async (of: Buffer, fields: Partial<IBinaryData> = {}): Promise<IBinaryData> =>
	await Container.get(BinaryDataService).store({ type: 'execution', workflowId: 'engine-test', executionId: 'files' }, of, held(Buffer.alloc(0), fields));

export const item = (userUuid: string, file: IBinaryData, json: IDataObject = {}): INodeExecutionData => ({ json: { userUuid, ...json }, binary: { data: file } });

export const uploadParameters = (parameters: INodeParameters = {}): INodeParameters => ({
	resource: 'personnelFile',
	operation: 'upload',
	userUuid: '={{ $json.userUuid }}',
	binaryPropertyName: 'data',
	...parameters,
});

export const upload = async (lina: LinaBench, items: INodeExecutionData[], parameters: INodeParameters = {}, settings: Settings = {}): Promise<NodeResult> =>
	await lina.run(uploadParameters(parameters), { ...settings, items });

/** What became of each item; a run that fails fails the test. */
export const uploaded = async (lina: LinaBench, items: INodeExecutionData[], parameters: INodeParameters = {}, settings: Settings = {}): Promise<IDataObject[]> =>
	await lina.rows(uploadParameters(parameters), { ...settings, items });
