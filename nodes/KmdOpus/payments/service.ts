import type { IDataObject } from 'n8n-workflow';

import type { Exchange } from '../../kit/retry';
import type { OpusJsonClient } from '../client';
import { PATHS, unreadable } from '../client';
import type { WireNames } from '../wireNames';
import type { UpdateResult } from './answer';
import { readUpdate } from './answer';
import type { CostObject, PaymentLine, RegisteredLine } from './line';
import { readRegisteredLine, wireLine } from './line';

/** At most this many lines go into one call (contract, section 1.6). */
export const MAX_LINES = 999;

/** A period of validity; an empty end is open. ISO instants. */
export interface Validity {
	from: string;
	to: string;
}

const OPEN: Validity = { from: '', to: '' };

/**
 * Reads the one-time payments that stand for an employee.
 * @throws Failure when the service can't be reached or refuses (an unknown employee, for instance)
 */
export async function readPayments(client: OpusJsonClient, employeeNumber: string, validity = OPEN): Promise<RegisteredLine[]> {
	const answer = await client.read(PATHS.readPayments, {
		Medarbejder: { Medarbejdernummer: employeeNumber },
		VirkningFilter: { FraDatoTid: validity.from, TilDatoTid: validity.to },
	});
	if (!answer) return [];
	const { Engangsydelser: found } = answer;
	if (typeof found !== 'object' || found === null) throw unreadable();
	return [found].flat().map((line) => readRegisteredLine(line as IDataObject, employeeNumber));
}

/** How an update is sent. */
export interface UpdateOptions {
	updateId: string;
	validateOnly: boolean;
	/** The service is known to recognise a repeated OpdateringsID, so that a lost request may be sent again. */
	keyed: boolean;
}

/**
 * Sends an update of any kind, with the head that they share; what comes of it is a value.
 * @param names the user's own in place of assumed ones
 */
export async function sendUpdate(client: OpusJsonClient, path: string, content: IDataObject, options: UpdateOptions, names?: WireNames): Promise<Exchange> {
	const body: IDataObject = {
		Header: { OpdateringsID: options.updateId, ...(options.validateOnly && { Kun_Valider: '1' }) },
		...content,
	};
	const repeatable = options.keyed || options.validateOnly ? 'keyed' : 'never';
	return await client.send(path, body, repeatable, names);
}

/** The values of lines that a message may tell although they look like a person's number. */
export const namesOf = (lines: Array<CostObject & { remark: string }>): string[] =>
	lines.flatMap(({ costCenter, pspElement, remark }) => [costCenter, pspElement, remark]).filter(Boolean);

/** Sends the lines of one employee, at most MAX_LINES; what comes of it is a value. */
export async function updatePayments(client: OpusJsonClient, lines: PaymentLine[], options: UpdateOptions): Promise<UpdateResult> {
	const content = { Medarbejder: { Medarbejdernummer: lines[0].employeeNumber }, Engangsydelser: lines.map(wireLine) };
	return readUpdate(await sendUpdate(client, PATHS.updatePayments, content, options), namesOf(lines));
}
