import type { IExecuteFunctions } from 'n8n-workflow';

import { now } from '../../kit/clock';
import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import type { Content, ContentLimits } from './content';
import { readContent, renderContent } from './content';
import type { DocumentDetails } from './document';

function readLimits(context: IExecuteFunctions, index: number): ContentLimits {
	const { allowedTypes = 'application/pdf', maxSize = 10 } = context.getNodeParameter('options', index, {});
	const types = readText(allowedTypes).toLowerCase().split(/[\s,;]+/).filter(Boolean);
	if (!types.length) throw badInput('Allowed Types', 'is empty', 'Enter application/pdf, for example.');
	const size = Number(maxSize);
	if (!(size > 0)) throw badInput('Largest Size', 'is not a number above 0', 'Enter it in MiB.');
	return { maxBytes: Math.floor(size * 1024 ** 2), types };
}

/** Text as a form or an expression gives it; an object would only be filed as a word for one. */
function readParagraphs(value: unknown): string {
	if (typeof value === 'object' && value !== null) throw badInput('Text', 'is not a text', 'Pick the field that holds it.');
	return readText(value);
}

/**
 * The document an item carries, or one made of its title and text: dated as the document is, so that a repeat has the same bytes.
 * @throws Failure naming the field
 */
export async function contentOf(context: IExecuteFunctions, index: number, { title, documentDate }: DocumentDetails): Promise<Content> {
	const parameter = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	if (context.getNodeParameter('contentSource', index, 'binary') === 'text') {
		const created = documentDate ? new Date(documentDate) : now();
		return await renderContent({ title, text: readParagraphs(parameter('text')), created }, readLimits(context, index));
	}
	const binary = context.helpers.assertBinaryData(index, readText(parameter('binaryPropertyName')));
	return await readContent(context.helpers, binary, readLimits(context, index));
}
