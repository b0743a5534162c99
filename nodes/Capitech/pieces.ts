import type { IDataObject } from 'n8n-workflow';

import { readPieces, TOO_MANY } from '../kit/bisect';
import type { DateWindow } from '../kit/dateWindows';
import { cutWindow, halveWindow } from '../kit/dateWindows';
import { Failure } from '../kit/failure';
import type { CapitechClient, CapitechOperation } from './client';

/** A read over a period. */
export interface PeriodQuery {
	operation: CapitechOperation;
	clientId: number;
	window: DateWindow;
	/** The most dates one request may cover, both ends counted. */
	datesPerRequest: number;
	/** By their wire names, without token, client and dates. */
	filters: IDataObject;
	/** How the operation is told of a window, by wire names. */
	datesOf(window: DateWindow): IDataObject;
	/** Nothing more is asked for once the execution is cancelled. */
	signal?: AbortSignal;
}

interface Piece {
	window: DateWindow;
	filters: IDataObject;
}

/** Filters whose lists can be divided: an element is of one employee and of one department at most. */
const DIVISIBLE = ['employeeIdFilter', 'departmentIdFilter'];

/** The halves of a piece: of its dates, or, where it is a single date, of the employees or departments that the filters name. */
function halve({ window, filters }: Piece): Piece[] | undefined {
	const windows = halveWindow(window);
	if (windows) return windows.map((half) => ({ window: half, filters }));
	for (const name of DIVISIBLE) {
		const list = (filters[name] ?? []) as number[];
		const middle = Math.ceil(list.length / 2);
		if (list.length > 1) return [list.slice(0, middle), list.slice(middle)].map((half) => ({ window, filters: { ...filters, [name]: half } }));
	}
	return undefined;
}

/**
 * Reads a period in parts, oldest first; a part that is refused for too many rows is halved, and only its halves are asked again.
 * @returns the elements of one part after the other, as they stand on the wire
 * @throws Failure when the service refuses, or when one date alone holds too many rows
 */
export async function* readPeriod(client: CapitechClient, query: PeriodQuery): AsyncGenerator<IDataObject[]> {
	const { operation, clientId, window, datesPerRequest, datesOf, signal } = query;
	let tooMany: Failure | undefined;
	const ask = async ({ window: dates, filters }: Piece) => {
		if (signal?.aborted) throw new Failure({ kind: 'cancelled', message: 'The execution was canceled' });
		const result = await client.call(operation, { clientId, ...datesOf(dates), ...filters }, 'read');
		if (result.outcome === 'ok') return result.content;
		if (result.outcome !== 'tooMany') throw result.failure;
		tooMany = result.failure;
		return TOO_MANY;
	};
	const refuse = ({ window: { from } }: Piece) =>
		new Failure({
			...tooMany?.details,
			kind: 'refused',
			message: `Capitech refuses ${from} for too many rows, even asked for in the smallest parts`,
			advice: 'Name the employees or the departments in the filters: a list of them is divided until the service takes it.',
		});
	for (const part of cutWindow(window, datesPerRequest)) {
		const elements: IDataObject[] = [];
		const pieces = readPieces([{ window: part, filters: query.filters }], ask, async (piece) => halve(piece), refuse);
		for await (const answer of pieces) elements.push(...answer);
		yield elements;
	}
}
