import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { AkasseBench } from './bench';
import { byCode, OWN } from './bench';

/** What *A-Kasse: Update* is run with: the own a-kasse, and whatever a test changes. */
export const updateOf = (parameters: INodeParameters = {}): INodeParameters => ({ resource: 'akasse', operation: 'update', akasseCode: byCode(OWN), ...parameters });

/** A new phone number. */
export const phone = (number: string): INodeParameters => ({ fields: { phone: number } });

/** Runs one update, and gives its item. */
export async function updateOnce(akasse: AkasseBench, parameters: INodeParameters): Promise<IDataObject> {
	const [row] = await akasse.rows(updateOf(parameters));
	return row;
}

/** The messages of an item, a line each. */
export const textsOf = ({ messages }: IDataObject): string => (messages as IDataObject[]).map(({ type, text }) => `${String(type)} ${String(text)}`).join('\n');

/** One interval as a row of the form. */
export const interval = (weekday: unknown, from: string, to: string): INodeParameters => ({ weekday, kind: 'interval', from, to }) as INodeParameters;

/** New opening hours for the days of the rows; the other days stay. */
export const openOn = (...row: INodeParameters[]): INodeParameters => ({ openingHoursMode: 'days', openingHours: { row } });

/** The record of the own a-kasse as the service holds it. */
export async function standing(akasse: AkasseBench): Promise<IDataObject> {
	const record = (await akasse.state('akasser')).find(({ akasseKode }) => akasseKode === OWN);
	if (!record) throw new Error('The a-kasse is gone');
	return record;
}

/** Puts a record in the place of the own a-kasse's. */
export async function place(akasse: AkasseBench, record: IDataObject): Promise<void> {
	await akasse.control.remove('starAkasse', { akasser: [{ akasseKode: OWN }] });
	await akasse.control.put('starAkasse', { akasser: [{ ...record, akasseKode: OWN }] });
}

type Read = (this: unknown, ...parameters: unknown[]) => Promise<unknown>;

/**
 * Lets something happen while an update runs.
 * @param happen called before each read with its number, and once more after the second one, as 2.5
 * @returns puts the pack back as it was
 */
export async function during(happen: (at: number) => Promise<void>): Promise<() => void> {
	const { StarClient } = (await import(join(process.cwd(), 'dist/nodes/star/client.js'))) as { StarClient: { prototype: { read: Read } } };
	const original = StarClient.prototype.read;
	let reads = 0;
	StarClient.prototype.read = async function (...parameters) {
		reads++;
		const at = reads;
		await happen(at);
		const answer = await original.apply(this, parameters);
		if (at === 2) await happen(2.5);
		return answer;
	};
	return () => {
		StarClient.prototype.read = original;
	};
}
