import { Readable } from 'node:stream';

import type { Response } from 'express';

const ELEMENTS_A_PIECE = 200;

function* listText(list: readonly object[]): Generator<string> {
	yield '[';
	for (let start = 0; start < list.length; start += ELEMENTS_A_PIECE) {
		const piece = list.slice(start, start + ELEMENTS_A_PIECE).map((element) => JSON.stringify(element));
		yield (start === 0 ? '' : ',') + piece.join(',\n');
	}
	yield ']';
}

function* objectText(value: Readonly<Record<string, readonly object[] | object>>): Generator<string> {
	yield '{';
	let separator = '';
	for (const [key, member] of Object.entries(value)) {
		yield `${separator}${JSON.stringify(key)}:`;
		yield* Array.isArray(member) ? listText(member) : objectText(member as Record<string, readonly object[]>);
		separator = ',';
	}
	yield '}';
}

/**
 * Sends a list, or an object of lists (or of such objects), piece by piece: the state of a large world and a journal
 * of long answers can be longer than a single text may be.
 */
export function sendJson(response: Response, value: readonly object[] | Readonly<Record<string, object>>): void {
	const pieces = Array.isArray(value) ? listText(value) : objectText(value as Record<string, object>);
	response.type('json');
	Readable.from(pieces).pipe(response);
}
