/** The service refused the piece because it holds too many rows: ask for smaller ones. */
export const TOO_MANY = Symbol('too many rows');

/**
 * Reads a list of pieces in their order; a piece refused for too many rows is split, and only its parts are asked again.
 * @param ask   reads one piece; answers its rows, or TOO_MANY
 * @param split the parts of a piece, in order and covering all of it; undefined when it can't be split further
 * @param refuse makes the failure for a piece that is too large and can't be split
 */
export async function* readPieces<Piece, Row>(
	pieces: Piece[],
	ask: (piece: Piece) => Promise<Row[] | typeof TOO_MANY>,
	split: (piece: Piece) => Promise<Piece[] | undefined>,
	refuse: (piece: Piece) => Error,
): AsyncGenerator<Row[]> {
	for (const piece of pieces) {
		const answer = await ask(piece);
		if (answer !== TOO_MANY) {
			yield answer;
			continue;
		}
		const parts = await split(piece);
		if (!parts) throw refuse(piece);
		yield* readPieces(parts, ask, split, refuse);
	}
}
