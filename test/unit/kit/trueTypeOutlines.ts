/** The drawing of a glyph, and the glyphs it is put together from. */
export interface Outline {
	bytes: Buffer;
	parts: number[];
}

function partsOf(bytes: Buffer): number[] {
	if (bytes.length === 0 || bytes.readInt16BE(0) !== -1) return [];
	const parts: number[] = [];
	let at = 10;
	let flags = 0x20;
	while (flags & 0x20) {
		flags = bytes.readUInt16BE(at);
		parts.push(bytes.readUInt16BE(at + 2));
		at += (flags & 1 ? 8 : 6) + (flags & 8 ? 2 : 0) + (flags & 0x40 ? 4 : 0) + (flags & 0x80 ? 8 : 0);
	}
	return parts;
}

/** The outlines of a font file by the number of the glyph, read by the text of the format (OpenType 1.9: glyf, loca). */
export function readOutlines(font: Buffer): Map<number, Outline> {
	const table = (tag: string): Buffer => {
		const entry = Array.from({ length: font.readUInt16BE(4) }, (_, index) => font.subarray(12 + 16 * index)).find((at) => at.toString('latin1', 0, 4) === tag)!;
		return font.subarray(entry.readUInt32BE(8), entry.readUInt32BE(8) + entry.readUInt32BE(12));
	};
	const [places, drawings] = [table('loca'), table('glyf')];
	const glyphs = Array.from({ length: table('maxp').readUInt16BE(4) }, (_, glyph) => glyph);
	return new Map(
		glyphs.map((glyph) => {
			const bytes = drawings.subarray(2 * places.readUInt16BE(2 * glyph), 2 * places.readUInt16BE(2 * glyph + 2));
			return [glyph, { bytes, parts: partsOf(bytes) }];
		}),
	);
}
