import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readForm } from './form.ts';

const TYPE = 'multipart/form-data; boundary="x-1"';
const FILE = Buffer.from([0, 255, 13, 10, 45, 45]);
const head = (...lines: string[]): Buffer => Buffer.from(`--x-1\r\n${lines.join('\r\n')}\r\n\r\n`);
const TEXT = Buffer.concat([head('Content-Disposition: form-data; name="userUuid"'), Buffer.from('ä\r\n')]);
const WHOLE = Buffer.concat([TEXT, head('Content-Disposition: form-data; name="file"; filename="Prüfung.pdf"', 'Content-Type: application/pdf'), FILE, Buffer.from('\r\n--x-1--\r\n')]);

describe('a form with files', () => {
	it('is read with its texts and the very bytes of its files', async () => {
		assert.deepEqual(await readForm(TYPE, WHOLE), [
			{ name: 'userUuid', text: 'ä' },
			{ name: 'file', fileName: 'Prüfung.pdf', mimeType: 'application/pdf', bytes: FILE },
		]);
	});

	it('is none when it is broken or something else', async () => {
		assert.deepEqual(
			await Promise.all([
				readForm(TYPE, WHOLE.subarray(0, -10)),
				readForm('multipart/form-data; boundary=other', WHOLE),
				readForm('multipart/form-data', WHOLE),
				readForm('application/json', WHOLE),
				readForm(undefined, WHOLE),
			]),
			[null, null, null, null, null],
		);
	});
});
