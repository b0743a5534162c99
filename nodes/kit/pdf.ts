import { badInput } from './failure';
import { notoSans } from './notoSans';
import type { PdfObject } from './pdfFile';
import { dateString, dictionary, hex16, reference, stream, textString, writePdf } from './pdfFile';
import type { Characters } from './pdfFont';
import { fontObjects, numberCharacters } from './pdfFont';
import type { PlacedLine } from './pdfLayout';
import { layOut, PAGE } from './pdfLayout';
import type { TrueType } from './trueType';
import { readTrueType } from './trueType';

/** What a document says. */
export interface TextDocument {
	title: string;
	/** Paragraphs, each a line of it; an empty line stays one. */
	text: string;
	/** BCP 47; Danish unless given. */
	language?: string;
	created: Date;
}

let font: TrueType | undefined;

/** The font is read when the first document is made. */
const loadFont = (): TrueType => (font ??= readTrueType(notoSans()));

const TAB = '    ';

/**
 * A text as it is written: line ends are line feeds, tabs are blanks, letters and their accents are one character, and what is never seen (soft hyphens,
 * marks of direction) is left out.
 * @throws Failure naming the field when nothing is left, or a character is none that the font has
 */
function readWritable(field: string, value: string, { glyphOf }: TrueType): string {
	const text = value
		.normalize('NFC')
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(/\t/g, TAB)
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
	if (!text.trim()) throw badInput(field, 'is empty', 'Enter what the document is to say.');
	const foreign = [...text].find((character) => character !== '\n' && !glyphOf(character.codePointAt(0) ?? 0));
	if (foreign !== undefined) {
		const code = `U+${(foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
		throw badInput(field, `holds a character that can not be written (${code})`, 'Latin, Greek and Cyrillic letters and the usual signs can. Write it in those, and take out control characters and emoji.');
	}
	return text;
}

/** The drawing of a page: each line at its place. ISO 32000-1, section 9.4. */
function drawing(lines: PlacedLine[], characters: Characters): Buffer {
	const code = (text: string): string => [...text].map((character) => hex16(characters.get(character) ?? 0)).join('');
	const drawn = lines.filter(({ text }) => text).map(({ text, x, y, size }) => `BT /F1 ${size} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td <${code(text)}> Tj ET`);
	return Buffer.from(drawn.join('\n'), 'latin1');
}

/** The numbers of the objects that every document has; its pages follow. */
const NUMBER = { catalogue: 1, pages: 2, information: 3, font: 4, firstPage: 10 };

/**
 * Makes a PDF on A4 of a title and a text, with selectable text and the page's number at the foot of each. The same document gives the same bytes.
 * @throws Failure naming `Title` or `Text` when it is empty or holds a character that can not be written
 */
export async function renderPdf({ title, text, language = 'da', created }: TextDocument): Promise<Buffer> {
	const face = loadFont();
	const heading = readWritable('Title', title, face).replace(/\n/g, ' ');
	const pages = layOut(heading, readWritable('Text', text, face), (line) => [...line].reduce((sum, character) => sum + face.widthOf(face.glyphOf(character.codePointAt(0) ?? 0)), 0));
	const characters = numberCharacters(pages.flat().map((line) => line.text));
	const numberOf = (index: number): number => NUMBER.firstPage + 2 * index;
	const pageObjects = pages.flatMap((lines, index): PdfObject[] => [
		dictionary({
			Type: '/Page',
			Parent: reference(NUMBER.pages),
			MediaBox: `[0 0 ${PAGE.width} ${PAGE.height}]`,
			Resources: `<< /Font << /F1 ${reference(NUMBER.font)} >> >>`,
			Contents: reference(numberOf(index) + 1),
		}),
		stream(drawing(lines, characters)),
	]);
	const objects = [
		dictionary({ Type: '/Catalog', Pages: reference(NUMBER.pages), Lang: textString(language), ViewerPreferences: '<< /DisplayDocTitle true >>' }),
		dictionary({ Type: '/Pages', Count: pages.length, Kids: `[${pages.map((_, index) => reference(numberOf(index))).join(' ')}]` }),
		dictionary({ Title: textString(heading), CreationDate: dateString(created), Producer: textString('n8n-nodes-nordic-workforce') }),
		...fontObjects(face, characters, NUMBER.font),
		...pageObjects,
	];
	return writePdf(objects, { Root: reference(NUMBER.catalogue), Info: reference(NUMBER.information) });
}
