import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import { note } from '../../kit/outcome';
import type { LinaClient } from '../client';
import { toWireDate } from '../dates';
import { rowsIn } from '../wire';
import { shiftsIn } from '../workingTime/shifts';
import type { Shift } from './shift';
import { wireTimes } from './shift';

/** The times of a shift or a row as one text. */
const timesOf = (row: IDataObject, where: string): string => JSON.stringify(shiftsIn(row, where).map(({ fromUnix, toUnix }) => [fromUnix, toUnix]));

/**
 * What LINA lists for the day of a shift: how many rows have exactly its times. The rows carry no person, so that this is a hint and no proof (contract,
 * section 5.1).
 */
export async function listedShifts(client: Pick<LinaClient, 'read'>, shift: Shift): Promise<OutcomeMessage> {
	const where = `a row of ${shift.date}`;
	try {
		const rows = rowsIn(await client.read('acceptedworkingtimes', { businessdate: toWireDate(shift.date) }), shift.date);
		const wanted = timesOf(wireTimes(shift), where);
		const same = rows.filter((row) => timesOf(row, where) === wanted).length;
		return note(
			'I',
			same
				? `LINA lists ${same === 1 ? 'one shift' : `${same} shifts`} with exactly these times on that date; whose it is does not stand there`
				: 'LINA lists no shift with exactly these times on that date; it may be in process yet, or stand on another date',
		);
	} catch (error) {
		return note('W', `The accepted times of that date could not be read: ${asFailure(error).message}`);
	}
}
