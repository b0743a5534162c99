import type { IDataObject } from 'n8n-workflow';

import { readPieces, TOO_MANY } from '../kit/bisect';
import type { DateWindow } from '../kit/dateWindows';
import { cutWindow, halveWindow } from '../kit/dateWindows';
import { Failure } from '../kit/failure';
import type { CapitechClient, CapitechOperation } from './client';

/** A read over a period. */
export interface PeriodQuery {
	operation: CapitechOperation;
	window: DateWindow;
	/** The most dates one request may cover, both ends counted. */
	datesPerRequest: number;
	/** The body for a part of the period, without the token. */
	bodyOf(window: DateWindow): IDataObject;
	/** Nothing more is asked for once the execution is cancelled. */
	signal?: AbortSignal;
}

/**
 * Reads a period in parts, oldest first; a part that is refused for too many rows is halved, and only its halves are asked again.
 * @returns the elements of one answer after the other, as they stand on the wire
 * @throws Failure when the service refuses, or when one date alone holds too many rows
 */
export async function* readPeriod(client: CapitechClient, { operation, window, datesPerRequest, bodyOf, signal }: PeriodQuery): AsyncGenerator<IDataObject[]> {
	let tooMany: Failure | undefined;
	const ask = async (part: DateWindow) => {
		if (signal?.aborted) throw new Failure({ kind: 'cancelled', message: 'The execution was canceled' });
		const result = await client.call(operation, bodyOf(part), 'read');
		if (result.outcome === 'ok') return result.content;
		if (result.outcome !== 'tooMany') throw result.failure;
		tooMany = result.failure;
		return TOO_MANY;
	};
	const refuse = ({ from }: DateWindow) =>
		new Failure({ ...tooMany?.details, kind: 'refused', message: `Capitech refuses ${from} for too many rows`, advice: 'Narrow the request by a filter, by department for instance.' });
	yield* readPieces(cutWindow(window, datesPerRequest), ask, async (part) => halveWindow(part), refuse);
}
