import { dictionary, hex16, reference, stream, utf16 } from './pdfFile';
import type { PdfObject } from './pdfFile';
import type { TrueType } from './trueType';

/** The characters of a document, each under a number of its own: two characters that look alike stay apart when they are copied. */
export type Characters = Map<string, number>;

/** Numbers the characters of texts in the order in which they come, from 1. */
export function numberCharacters(texts: Iterable<string>): Characters {
	const numbers: Characters = new Map();
	for (const text of texts) for (const character of text) if (!numbers.has(character)) numbers.set(character, numbers.size + 1);
	return numbers;
}

/** A table of more than this many lines has to be split: Adobe technical note 5014. */
const LINES = 100;

/** Which number is which character, for those who select, copy or search the text. ISO 32000-1, section 9.10.3. */
function unicodeMap(characters: Characters): string {
	const lines = [...characters].map(([character, number]) => `<${hex16(number)}> <${utf16(character)}>`);
	const tables = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, index) => lines.slice(LINES * index, LINES * (index + 1)));
	return [
		'/CIDInit /ProcSet findresource begin',
		'12 dict begin',
		'begincmap',
		'/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
		'/CMapName /Adobe-Identity-UCS def',
		'/CMapType 2 def',
		'1 begincodespacerange <0000> <ffff> endcodespacerange',
		...tables.map((table) => `${table.length} beginbfchar\n${table.join('\n')}\nendbfchar`),
		'endcmap',
		'CMapName currentdict /CMap defineresource pop',
		'end',
		'end',
	].join('\n');
}

/** Marks a font that is not whole: section 9.6.4. */
const NAME = '/AAAAAA+NotoSans-Regular';

/** Letters that are not those of a symbol font's own code. */
const SYMBOLIC = 4;

const CAPITALS = 714;

/**
 * The objects of a font that is embedded with the characters of the document alone.
 * @param first the number of the first object, which is the font
 */
export function fontObjects(font: TrueType, characters: Characters, first: number): PdfObject[] {
	const glyphs = [...characters.keys()].map((character) => font.glyphOf(character.codePointAt(0) ?? 0));
	const program = font.subset(glyphs);
	const [descendant, descriptor, file, map, unicode] = [1, 2, 3, 4, 5].map((step) => reference(first + step));
	return [
		dictionary({ Type: '/Font', Subtype: '/Type0', BaseFont: NAME, Encoding: '/Identity-H', DescendantFonts: `[${descendant}]`, ToUnicode: unicode }),
		dictionary({
			Type: '/Font',
			Subtype: '/CIDFontType2',
			BaseFont: NAME,
			CIDSystemInfo: '<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
			FontDescriptor: descriptor,
			W: `[1 [${glyphs.map(font.widthOf).join(' ')}]]`,
			CIDToGIDMap: map,
		}),
		dictionary({
			Type: '/FontDescriptor',
			FontName: NAME,
			Flags: SYMBOLIC,
			FontBBox: `[${font.box.join(' ')}]`,
			ItalicAngle: 0,
			Ascent: font.ascent,
			Descent: font.descent,
			CapHeight: CAPITALS,
			StemV: 80,
			FontFile2: file,
		}),
		stream(program, { Length1: program.length }),
		stream(Buffer.from([0, ...glyphs].map(hex16).join(''), 'hex')),
		stream(Buffer.from(unicodeMap(characters), 'latin1')),
	];
}
