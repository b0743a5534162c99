import fc from 'fast-check';

import { readPieces, TOO_MANY } from '../../../nodes/kit/bisect';

/** A piece is a run of numbers; a service gives at most so many at once. */
type Piece = { from: number; to: number };

const rowsOf = ({ from, to }: Piece): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
const halve = async ({ from, to }: Piece): Promise<Piece[] | undefined> => {
	const middle = Math.floor((from + to) / 2);
	return to - from < 2 ? undefined : [{ from, to: middle }, { from: middle, to }];
};
const refuse = ({ from }: Piece): Error => new Error(`too many at ${from}`);

async function collect(pieces: Piece[], most: number, sizeOf: (row: number) => number = () => 1) {
	const asked: Piece[] = [];
	const ask = async (piece: Piece) => {
		asked.push(piece);
		const rows = rowsOf(piece).flatMap((row) => Array<number>(sizeOf(row)).fill(row));
		return rows.length > most ? TOO_MANY : rows;
	};
	const rows: number[] = [];
	for await (const page of readPieces(pieces, ask, halve, refuse)) rows.push(...page);
	return { rows, asked };
}

test('every row comes once and in order, however small the pieces must be', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(60), { maxLength: 5 }), fc.integer({ min: 1, max: 20 }), async (sizes, most) => {
			let end = 0;
			const pieces = sizes.map((size): Piece => ({ from: end, to: (end += size) }));
			expect((await collect(pieces, most)).rows).toEqual(rowsOf({ from: 0, to: end }));
		}),
	);
});

test('a piece that is answered is not asked again; only the failing one is split', async () => {
	const { asked } = await collect([{ from: 0, to: 4 }, { from: 4, to: 12 }, { from: 12, to: 16 }], 4);
	expect(asked.map(({ from, to }) => `${from}-${to}`)).toEqual(['0-4', '4-12', '4-8', '8-12', '12-16']);
});

test('a piece that can not be split is refused by what it is, after what came before it', async () => {
	const pages: number[][] = [];
	const ask = async (piece: Piece) => (rowsOf(piece).includes(5) ? TOO_MANY : rowsOf(piece));
	const read = async () => {
		for await (const page of readPieces([{ from: 0, to: 8 }], ask, halve, refuse)) pages.push(page);
	};
	await expect(read()).rejects.toThrow('too many at 5');
	expect(pages.flat()).toEqual([0, 1, 2, 3, 4]);
});

test('nothing is asked beyond what is wanted', async () => {
	const asked: number[] = [];
	const ask = async ({ from }: Piece) => (asked.push(from), [from]);
	for await (const [row] of readPieces([{ from: 0, to: 1 }, { from: 1, to: 2 }, { from: 2, to: 3 }], ask, halve, refuse)) if (row === 1) break;
	expect(asked).toEqual([0, 1]);
});

test('a failure of the service ends the reading', async () => {
	const reading = readPieces([{ from: 0, to: 1 }], async () => Promise.reject(new Error('down')), halve, refuse);
	await expect(reading.next()).rejects.toThrow('down');
});
