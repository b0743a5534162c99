import type { FormPart } from '../service.ts';

/** Whether a content type is that of a form with files. */
export function isMultipart(contentType: string | undefined): boolean {
	return /^multipart\/form-data\b/i.test(contentType ?? '');
}

async function partOf([name, value]: [string, string | File]): Promise<FormPart> {
	if (typeof value === 'string') return { name, text: value };
	return { name, fileName: value.name, mimeType: value.type, bytes: Buffer.from(await value.arrayBuffer()) };
}

/** The parts of a multipart/form-data body in order; null when the body is none, or is broken. */
export async function readForm(contentType: string | undefined, bytes: Buffer): Promise<readonly FormPart[] | null> {
	if (contentType === undefined || !isMultipart(contentType)) return null;
	try {
		const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
		return await Promise.all([...form].map(partOf));
	} catch {
		return null;
	}
}
