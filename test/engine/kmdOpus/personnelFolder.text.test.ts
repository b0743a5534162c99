import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { pdfText, readPdf } from '../support/pdfText';
import { useOpus } from './opus';
import { documents, held, item, pdf, upload, uploaded, uploads } from './personnelFolder';

const opus = useOpus();

const TEXT = 'Bjørn Åse Jürgensen samtykker i, at „Gasthaus Größe“ videregiver oplysninger til bounti.\n\nMedarbejdernummer 7001';

const texts = (text: unknown, parameters: INodeParameters = {}): INodeParameters => ({ contentSource: 'text', text: text as string, title: 'Samtykke', ...parameters });

const plain = (json: IDataObject = {}): INodeExecutionData => ({ json: { reference: 'doc:1', ...json } });

describe('a title and a text', () => {
	test('are filed as a PDF that says both', async () => {
		expect(await uploaded(opus, [plain()], texts(TEXT))).toMatchObject([{ outcome: 'registered', messages: [] }]);
		const [filed] = await documents(opus);
		expect(filed).toMatchObject({ PersonnelNumber: '7001', Title: 'Samtykke', FileName: 'Samtykke.pdf', MimeType: 'application/pdf' });
		const read = await pdfText(filed.Content as string);
		expect(read.replace(/ ?\n+/g, ' ')).toBe(`Samtykke ${TEXT.replace(/\n+/g, ' ')} 1 / 1`);
	});

	test('of each item go to the folder of each', async () => {
		const items = ['7001', '7002'].map((employee) => plain({ employee, reference: `doc:${employee}` }));
		await uploaded(opus, items, texts('={{ "Nummer " + $json.employee }}', { employeeNumber: '={{ $json.employee }}' }));
		const filed = await documents(opus);
		expect(filed.map(({ PersonnelNumber }) => PersonnelNumber)).toEqual(['7001', '7002']);
		for (const { PersonnelNumber, Content } of filed) expect(await pdfText(Content as string)).toContain(`Nummer ${PersonnelNumber}`);
	});

	test('have the same bytes when they are filed again, where the document has a date', async () => {
		const parameters = texts(TEXT, { additionalFields: { documentDate: '2026-10-31' } });
		await uploaded(opus, [plain()], parameters);
		await uploaded(opus, [plain()], parameters);
		const [first, second] = await documents(opus);
		expect(first.Sha256).toBe(second.Sha256);
		expect((await readPdf(Buffer.from(first.Content as string, 'base64'))).created).toBe('D:20261031000000Z');
	});

	test('leave what the item carries alone', async () => {
		const { outputs } = await upload(opus, [item(held(pdf()))], texts(TEXT));
		expect(outputs[0][0].binary?.data.fileName).toBe('aftale.pdf');
		expect((await documents(opus))[0].Size).not.toBe(pdf().length);
	});

	test('that were lost on the way are unknown, and are not sent again', async () => {
		await opus.control.faults({ service: 'kmdOpus', operation: 'UploadDocument', kind: 'reset-after', every: 1 });
		expect(await uploaded(opus, [plain()], texts(TEXT))).toMatchObject([{ outcome: 'unknown' }]);
		expect(await uploads(opus)).toHaveLength(1);
	});
});

describe('the name of the file', () => {
	test.each([
		['Løn: 1/2 "ny" <a|b>?*\\', 'Løn- 1-2 -ny- -a-b----.pdf'],
		['Samtykke\r\ntil', 'Samtykke--til.pdf'],
		['x'.repeat(128), `${'x'.repeat(124)}.pdf`],
	])('of the title %j has nothing that a file name can not have', async (title, fileName) => {
		await uploaded(opus, [plain({ title })], texts('Tekst', { title: '={{ $json.title }}' }));
		expect(await documents(opus)).toMatchObject([{ FileName: fileName }]);
	});

	test('may be given', async () => {
		await uploaded(opus, [plain()], texts('Tekst', { additionalFields: { fileName: 'samtykke-7001.pdf' } }));
		expect(await documents(opus)).toMatchObject([{ FileName: 'samtykke-7001.pdf' }]);
	});
});

test.each<[unknown, INodeParameters, RegExp]>([
	['={{ "" }}', {}, /'Text' is empty/],
	['={{ $json.missing }}', {}, /'Text' is empty/],
	['={{ "\\u200b" }}', {}, /'Text' is empty/],
	['={{ { a: 1 } }}', {}, /'Text' is not a text/],
	['Tak 👍', {}, /'Text' holds a character that can not be written \(U\+1F44D\)/],
	['Tekst', { title: '王 Samtykke' }, /'Title' holds a character that can not be written \(U\+738B\)/],
	['Tekst', { options: { maxSize: 0.001 } }, /'Text' holds 0.0\d MiB; 0 are allowed/],
	['Tekst', { options: { allowedTypes: 'image/png' } }, /'Text' holds a document of the type application\/pdf/],
])('case %#: refused before anything is sent', async (text, parameters, message) => {
	const items = [plain(), plain({ reference: 'doc:2' })];
	expect((await upload(opus, items, texts(text, parameters))).error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});
