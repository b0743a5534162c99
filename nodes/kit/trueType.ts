/** A TrueType font with 1000 units to the em, as documents need it: outlines and widths. */
export interface TrueType {
	/** Left, bottom, right and top of all glyphs. */
	box: number[];
	ascent: number;
	descent: number;
	/** The glyph of a Unicode character; 0 when the font has none. */
	glyphOf(codePoint: number): number;
	/** How far a glyph moves the pen. */
	widthOf(glyph: number): number;
	/** The font with these glyphs only, under their own numbers. The same glyphs give the same bytes. */
	subset(glyphs: Iterable<number>): Buffer;
}

type Tables = Map<string, Buffer>;

const ENTRY = 16;

function readTables(font: Buffer): Tables {
	const entries = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + ENTRY * index);
	return new Map(
		entries.map((at) => {
			const start = font.readUInt32BE(at + 8);
			return [font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12))];
		}),
	);
}

function checksumOf(table: Buffer): number {
	let sum = 0;
	for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
	return sum;
}

const padded = (table: Buffer): Buffer => Buffer.concat([table, Buffer.alloc(-table.length & 3)]);

/** A font file: its directory, and the tables in the order of their names. */
function writeTables(tables: Tables): Buffer {
	const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
	const power = Math.floor(Math.log2(sorted.length));
	const directory = Buffer.alloc(12 + ENTRY * sorted.length);
	directory.writeUInt32BE(0x10000, 0);
	[sorted.length, ENTRY << power, power, ENTRY * sorted.length - (ENTRY << power)].forEach((value, index) => directory.writeUInt16BE(value, 4 + 2 * index));
	const parts: Buffer[] = [directory];
	let start = directory.length;
	sorted.forEach(([tag, table], index) => {
		const whole = padded(table);
		directory.write(tag, 12 + ENTRY * index, 'latin1');
		[checksumOf(whole), start, table.length].forEach((value, place) => directory.writeUInt32BE(value, 16 + ENTRY * index + 4 * place));
		parts.push(whole);
		start += whole.length;
	});
	return Buffer.concat(parts);
}

/** The characters of a character map of format 4, the one for Unicode's first plane. */
function readCharacters(cmap: Buffer): Map<number, number> {
	const places = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(8 + 8 * index));
	const map = cmap.subarray(places.find((at) => cmap.readUInt16BE(at) === 4));
	const size = map.readUInt16BE(6);
	const glyphs = new Map<number, number>();
	for (let at = 14; at < 14 + size; at += 2) {
		const [last, first, delta, offset] = [at, at + size + 2, at + 2 * size + 2, at + 3 * size + 2].map((place) => map.readUInt16BE(place));
		for (let code = first; code <= last && code < 0xffff; code++) {
			const listed = offset ? map.readUInt16BE(at + 3 * size + 2 + offset + 2 * (code - first)) : code;
			const glyph = offset && !listed ? 0 : (listed + delta) & 0xffff;
			if (glyph) glyphs.set(code, glyph);
		}
	}
	return glyphs;
}

const FLAG = { words: 0x01, scale: 0x08, more: 0x20, scales: 0x40, matrix: 0x80 };

/** The glyphs that a glyph is put together from: a letter and its accent. */
function partsOf(outline: Buffer): number[] {
	if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
	const parts: number[] = [];
	for (let at = 10, flags = FLAG.more; flags & FLAG.more; ) {
		flags = outline.readUInt16BE(at);
		parts.push(outline.readUInt16BE(at + 2));
		at += 4 + (flags & FLAG.words ? 4 : 2) + (flags & FLAG.scale ? 2 : flags & FLAG.scales ? 4 : flags & FLAG.matrix ? 8 : 0);
	}
	return parts;
}

/** What a font inside a document keeps beside its outlines: the document itself says which character is which glyph. */
const KEPT = ['head', 'hhea', 'hmtx', 'maxp'];

/** Reads a font with outlines of its own, short glyph places, and a character map of format 4. */
export function readTrueType(font: Buffer): TrueType {
	const tables = readTables(font);
	const table = (tag: string): Buffer => tables.get(tag) ?? Buffer.alloc(0);
	const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map(table);
	const characters = readCharacters(table('cmap'));
	const lastWidth = hhea.readUInt16BE(34) - 1;
	const outlineOf = (glyph: number): Buffer => glyf.subarray(2 * loca.readUInt16BE(2 * glyph), 2 * loca.readUInt16BE(2 * glyph + 2));

	function subset(glyphs: Iterable<number>): Buffer {
		const kept = new Set([0, ...glyphs]);
		for (const glyph of kept) for (const part of partsOf(outlineOf(glyph))) kept.add(part);
		const places = Buffer.alloc(loca.length);
		const outlines: Buffer[] = [];
		for (let glyph = 0, end = 0; 2 * glyph < loca.length - 2; glyph++) {
			if (kept.has(glyph)) end += outlines[outlines.push(outlineOf(glyph)) - 1].length;
			places.writeUInt16BE(end / 2, 2 * glyph + 2);
		}
		return writeTables(new Map([...KEPT.map((tag): [string, Buffer] => [tag, table(tag)]), ['loca', places], ['glyf', Buffer.concat(outlines)]]));
	}

	return {
		box: [36, 38, 40, 42].map((at) => head.readInt16BE(at)),
		ascent: hhea.readInt16BE(4),
		descent: hhea.readInt16BE(6),
		glyphOf: (codePoint) => characters.get(codePoint) ?? 0,
		widthOf: (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, lastWidth)),
		subset,
	};
}
