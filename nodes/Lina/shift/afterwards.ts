import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import type { LinaClient } from '../client';
import { toWireDate } from '../dates';
import { note } from '../outcome';
import type { Shift } from './shift';
import { wireTimes } from './shift';

type Slot = readonly [from: unknown, to: unknown];

/** The times of a shift or a row as one text; a slot of zeros is none, and a plain shift may stand in either slot (contract, section 5.8). */
const timesOf = (slots: Slot[]): string => JSON.stringify(slots.map((slot) => slot.map((time) => Number(time ?? 0))).filter(([from, to]) => from || to));

const isRow = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null;

/**
 * What LINA lists for the day of a shift: how many rows have exactly its times. The rows carry no person, so that this is a hint and no proof (contract,
 * section 5.1).
 */
export async function listedShifts(client: Pick<LinaClient, 'read'>, shift: Shift): Promise<OutcomeMessage> {
	const { von, bis, von2, bis2 } = wireTimes(shift);
	const wanted = timesOf([
		[von, bis],
		[von2, bis2],
	]);
	try {
		const answer = await client.read('acceptedworkingtimes', { businessdate: toWireDate(shift.date) });
		const rows = (Array.isArray(answer) ? answer : []).filter(isRow);
		const same = rows.filter((row) => timesOf([[row.von, row.bis], [row.von2, row.bis2]]) === wanted).length;
		const text = same
			? `LINA lists ${same === 1 ? 'one shift' : `${same} shifts`} with exactly these times on that date; whose it is does not stand there`
			: 'LINA lists no shift with exactly these times on that date; it may be in process yet, or stand on another date';
		return note('I', text);
	} catch (error) {
		return note('W', `The accepted times of that date could not be read: ${asFailure(error).message}`);
	}
}
