import type { IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import { note } from '../../kit/outcome';

const FIELD = 'Logo Binary Field';

/** What a letterhead needs at most; nothing is published. */
const LARGE_BYTES = 500_000;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

const beginsWith = (content: Buffer, signature: Buffer): boolean => content.subarray(0, signature.length).equals(signature);

/** What is to be said of an image: STAR has left open what a logo must be (contract, sections 1.1, 6), so nothing is refused. */
export function logoWarnings(content: Buffer): OutcomeMessage[] {
	const isKnown = beginsWith(content, PNG) || beginsWith(content, JPEG);
	return [
		...(isKnown ? [] : [note('W', 'The logo is neither PNG nor JPEG: what STAR takes is not published, its other services take these two')]),
		...(content.length > LARGE_BYTES ? [note('W', `The logo has ${content.length} bytes: what STAR takes is not published, and it may be too large`)] : []),
	];
}

/**
 * An image of the item as base64.
 * @throws Failure when the item doesn't hold it, or it is empty: that would delete the logo
 */
export async function readLogo(context: IExecuteFunctions, index: number, binaryField: string): Promise<{ base64: string; messages: OutcomeMessage[] }> {
	context.helpers.assertBinaryData(index, binaryField);
	const content = await context.helpers.getBinaryDataBuffer(index, binaryField);
	if (!content.length) throw badInput(FIELD, 'holds an empty file', 'Look at the node that fetched it. To delete the logo, choose it under Delete These Fields.');
	return { base64: content.toString('base64'), messages: logoWarnings(content) };
}
