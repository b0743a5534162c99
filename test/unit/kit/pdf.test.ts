import fc from 'fast-check';

import { notoSans } from '../../../nodes/kit/notoSans';
import { renderPdf } from '../../../nodes/kit/pdf';
import { readTrueType } from '../../../nodes/kit/trueType';
import { readPdf } from '../../engine/support/pdfText';
import type { Outline } from './trueTypeOutlines';
import { readOutlines } from './trueTypeOutlines';

const CREATED = new Date('2026-11-01T05:00:00Z');

const render = async (text: string, title = 'Samtykke') => await renderPdf({ title, text, created: CREATED });

/** The lines of each page without the footer. */
async function linesOf(text: string, title?: string): Promise<string[][]> {
	const { pages } = await readPdf(await render(text, title));
	return pages.map((page) => page.split('\n').slice(0, -1));
}

/** The lines of a document of one page, without its title. */
const bodyOf = async (text: string): Promise<string[]> => (await linesOf(text))[0].slice(1);

/** The streams of a document in their order: font, glyphs of the characters, characters for the reader, pages. */
const streamsOf = (bytes: Buffer): Buffer[] =>
	[...bytes.toString('latin1').matchAll(/\/Length (\d+)[^\n]*\nstream\n/g)].map((match) => bytes.subarray(match.index + match[0].length, match.index + match[0].length + Number(match[1])));

/** All that is seen of a text. */
const inkOf = (text: string): string => text.replace(/\s/g, '');

describe('a document', () => {
	test('says who made it and when, in which language it is, and what it is called', async () => {
		const bytes = await renderPdf({ title: 'Einwilligung: Größe & (Maß) \\ ÆØÅ', text: 'Text', language: 'de', created: CREATED });
		expect(await readPdf(bytes)).toMatchObject({ title: 'Einwilligung: Größe & (Maß) \\ ÆØÅ', language: 'de', created: 'D:20261101050000Z' });
		expect((await readPdf(await render('Text'))).language).toBe('da');
	});

	test('begins with its title and ends with the number of the page', async () => {
		expect((await readPdf(await render('En linje', 'Samtykke'))).pages).toEqual(['Samtykke\nEn linje\n1 / 1']);
	});

	test('has the same bytes whenever it is made', async () => {
		expect(await render('Æbler og pærer')).toEqual(await render('Æbler og pærer'));
		expect(await render('Æbler og pærer')).not.toEqual(await render('Æbler og pære'));
	});

	test('is put together as the format asks: each object stands where the table says', async () => {
		const bytes = await render('a\n'.repeat(200));
		const file = bytes.toString('latin1');
		const start = Number(file.match(/startxref\n(\d+)\n%%EOF\n$/)?.[1]);
		const places = file.slice(start).match(/^\d{10} 00000 n $/gm) ?? [];
		expect(places.length).toBeGreaterThan(10);
		places.forEach((place, index) => expect(file.slice(Number(place.slice(0, 10)))).toMatch(new RegExp(`^${index + 1} 0 obj\n`)));
		expect(file.match(/\/Length \d+/g)).toHaveLength(streamsOf(bytes).length);
		for (const stream of streamsOf(bytes)) expect(file).toContain(`${stream.toString('latin1')}\nendstream\nendobj\n`);
	});

	test('carries the letters it uses, not the whole font', async () => {
		expect((await render('En linje')).length).toBeLessThan(30_000);
	});

	test('draws each character by the outline that the font has for it', async () => {
		const [program, map] = streamsOf(await render('Ærø, Nguyễn Ừ ǻ')).slice(0, 2);
		const [whole, own] = [readOutlines(notoSans()), readOutlines(program)];
		const { glyphOf } = readTrueType(notoSans());
		const glyphs = [...new Set('SamtykkeÆrø, Nguyễn Ừ ǻ1 /')].map((character) => glyphOf(character.codePointAt(0)!));
		expect(map).toEqual(Buffer.from([0, ...glyphs].flatMap((glyph) => [glyph >> 8, glyph & 0xff])));
		const drawn = (outlines: Map<number, Outline>, glyph: number): unknown => [outlines.get(glyph)!.bytes, ...outlines.get(glyph)!.parts.map((part) => drawn(outlines, part))];
		expect(glyphs.some((glyph) => whole.get(glyph)!.parts.length > 1)).toBe(true);
		for (const glyph of [0, ...glyphs]) expect(drawn(own, glyph)).toEqual(drawn(whole, glyph));
	});

	test('names its characters in tables of at most 100', async () => {
		const characters = Array.from({ length: 250 }, (_, index) => String.fromCodePoint(0xc0 + index)).join('');
		const [, , unicode] = streamsOf(await render(characters));
		const tables = unicode.toString('latin1').match(/\d+ beginbfchar\n(<.*>\n)+endbfchar/g) ?? [];
		expect(tables.map((table) => table.split('\n').length - 2)).toEqual(tables.map((table) => parseInt(table, 10)));
		expect(tables.map((table) => parseInt(table, 10)).slice(0, 2)).toEqual([100, 100]);
		expect(inkOf((await bodyOf(characters)).join(''))).toBe(inkOf(characters));
	});
});

test.each([
	['Danish', 'Æble, ærø, Århus, smørrebrød på fåreø – »citat«, § 5, 12½ %, 1.234,50 kr., €'],
	['German', 'Größe, Straße, Übermaß, „Gänsefüßchen“, ẞ'],
	['Polish', 'Zażółć gęślą jaźń, ZAŻÓŁĆ GĘŚLĄ JAŹŃ'],
	['Turkish', 'İstanbul, ığşçöü, IĞŞÇÖÜ'],
	['Vietnamese', 'Nguyễn Thị Hồng Đào, Ừng Ỷ Ẵ ặ ộ ữ'],
	['Czech, Romanian, Latvian', 'Příliš žluťoučký kůň; Ștefănescu țară; Ķekava ļoti ņem'],
	['Greek and Ukrainian', 'Γιώργος Παπαδόπουλος; Олександр Їжакевич, Ґ'],
])('%s is written as it is', async (_, text) => {
	expect(await bodyOf(text)).toEqual([text]);
});

describe('characters', () => {
	test('that look alike stay what they are', async () => {
		const text = 'A\u0410\u0391 -\u2010\u2011 \u00a0x';
		expect(inkOf((await bodyOf(text)).join(''))).toBe(inkOf(text));
	});

	test('with accents of their own become one', async () => {
		expect(await bodyOf('Jose\u0301 A\u030angstro\u0308m')).toEqual(['José Ångström']);
	});

	test('that are never seen are left out', async () => {
		expect(await bodyOf('\ufeffSam\u00adtykke\u200b\u202e')).toEqual(['Samtykke']);
	});

	test('that end lines are line ends', async () => {
		expect(await bodyOf('a\r\nb\rc\u2028d')).toEqual(['a', 'b', 'c', 'd']);
	});

	test.each([
		['an emoji', 'Tak 👍', 'U+1F44D'],
		['another script', '王', 'U+738B'],
		['a control character', 'a\u0007', 'U+0007'],
		['half of a pair', 'a\ud83d', 'U+D83D'],
	])('that can not be written are told: %s', async (_, text, code) => {
		await expect(render(text)).rejects.toThrow(`'Text' holds a character that can not be written (${code})`);
		await expect(render('x', text)).rejects.toThrow(`'Title' holds a character that can not be written (${code})`);
	});

	test.each(['', ' \r\n\t', '\u200b'])('case %#: of a text that says nothing are refused', async (text) => {
		await expect(render(text)).rejects.toThrow("'Text' is empty");
		await expect(render('x', text)).rejects.toThrow("'Title' is empty");
	});
});

describe('lines', () => {
	test('break at blanks, and lose none', async () => {
		const text = 'et afsnit med ord '.repeat(40).trim();
		const lines = await bodyOf(text);
		expect(lines.length).toBeGreaterThan(5);
		expect(lines.map((line) => line.trim()).join(' ')).toBe(text);
	});

	test('a word that is wider than the page is broken, with its accents, and the text goes on after it', async () => {
		const word = 'q\u0301'.repeat(300);
		const lines = await bodyOf(`før ${word} efter`);
		expect(lines.length).toBeGreaterThan(4);
		expect(lines[0].trim()).toBe('før');
		expect(inkOf(lines.join(''))).toBe(`før${word}efter`);
		for (const line of lines) expect(line).not.toMatch(/^\u0301/);
	});

	test('stay within the margins', async () => {
		const drawing = (await render(`${'m'.repeat(400)} ${'iiii '.repeat(200)}`)).toString('latin1');
		const counts = [...drawing.matchAll(/ Td <([0-9a-f]+)> Tj/g)].map(([, codes]) => codes.length / 4);
		expect(Math.max(...counts.slice(1, 9))).toBeLessThan(60);
		expect(Math.max(...counts)).toBeLessThan(180);
	});

	test('a long title is broken too', async () => {
		const title = 'Samtykke til videregivelse '.repeat(5).trim();
		const [lines] = await linesOf('Text', title);
		expect(inkOf(lines.join(''))).toBe(`${inkOf(title)}Text`);
		expect(lines.length).toBeGreaterThan(2);
	});

	test('of a title have no line breaks of their own', async () => {
		const { title, pages } = await readPdf(await render('Text', 'Samtykke\ntil'));
		expect([title, ...pages]).toEqual(['Samtykke til', 'Samtykke til\nText\n1 / 1']);
	});
});

describe('pages', () => {
	test('hundreds of paragraphs go over many, each once and in order', async () => {
		const paragraphs = Array.from({ length: 500 }, (_, index) => `Afsnit ${index + 1}`);
		const pages = await linesOf(paragraphs.join('\n'));
		expect(pages.length).toBeGreaterThan(10);
		expect(pages.flat().slice(1)).toEqual(paragraphs);
	});

	test('are numbered at the foot', async () => {
		const { pages } = await readPdf(await render('a\n'.repeat(100)));
		expect(pages.map((page) => page.split('\n').at(-1))).toEqual(['1 / 3', '2 / 3', '3 / 3']);
	});

	test('end above the foot', async () => {
		const places = [...(await render('a\n'.repeat(100))).toString('latin1').matchAll(/ (\d+\.\d\d) Td/g)].map(([, y]) => Number(y));
		expect(places.filter((y) => y < 70)).toEqual([36, 36, 36]);
	});
});

test('what is read is what was written, but for where lines break', async () => {
	const letter = fc.constantFrom(...'abcæøåÄÖÜßżğỆ 0.,-(\\)<>«»€§'.split(''));
	const word = fc.string({ unit: letter, minLength: 1, maxLength: 140 });
	const text = fc.array(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom('\n', '\t', '  ', '\n\n') }), { minLength: 1, maxLength: 80 });
	await fc.assert(
		fc.asyncProperty(text, async (parts) => {
			const written = parts.join(' ');
			fc.pre(written.trim() !== '');
			const pages = await linesOf(written, 'T');
			expect(inkOf(pages.flat().join(''))).toBe(inkOf(`T${written}`));
			const words = (of: string) => of.split(/\s+/).filter((part) => part && part.length < 40);
			expect(words(pages.flat().join('\n'))).toEqual(expect.arrayContaining(words(written)));
		}),
		{ numRuns: 40 },
	);
});
