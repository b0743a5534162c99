import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { OutputItem } from '../kit/operation';
import { readText } from '../kit/parameters';
import { valueOf, WIRE_NAMES } from './record/names';
import { simplifyRecord } from './record/simplify';

/** The images that STAR's other services take for a logo (contract, section 1.1), by how their files begin. */
const IMAGES = [
	{ begins: '89504e470d0a1a0a', extension: 'png', mimeType: 'image/png' },
	{ begins: 'ffd8ff', extension: 'jpg', mimeType: 'image/jpeg' },
];
const SOME_FILE = { extension: 'bin', mimeType: 'application/octet-stream' };

/** How an item wants its records. */
export interface OutputSettings {
	simplify: boolean;
	/** The binary field for the logo; empty for none. */
	logoField: string;
}

export const readOutput = (context: IExecuteFunctions, index: number): OutputSettings => ({
	simplify: context.getNodeParameter('simplify', index, true) !== false,
	logoField: readText(context.getNodeParameter('options', index, {}).logoField),
});

/** The logo of a record as a file; undefined where it has none. */
async function logoFile(context: IExecuteFunctions, record: IDataObject) {
	const base64 = valueOf(record, 'logo', WIRE_NAMES);
	if (typeof base64 !== 'string' || base64 === '') return undefined;
	const content = Buffer.from(base64, 'base64');
	const { extension, mimeType } = IMAGES.find(({ begins }) => content.toString('hex', 0, begins.length / 2) === begins) ?? SOME_FILE;
	return await context.helpers.prepareBinaryData(content, `logo.${extension}`, mimeType);
}

/** The item of a record of an a-kasse. */
export async function outputOf(context: IExecuteFunctions, record: IDataObject, { simplify, logoField }: OutputSettings): Promise<OutputItem> {
	const logo = logoField ? await logoFile(context, record) : undefined;
	return { json: simplify ? simplifyRecord(record) : record, ...(logo && { binary: { [logoField]: logo } }) };
}
