import { DateTime } from 'luxon';

/** LINA's stores are read in German time, whatever zone n8n runs in (contract, section 5, point 4). */
export const ZONE = 'Europe/Berlin';

const WIRE_DATE = 'dd.MM.yyyy';

/**
 * A date as LINA's queries want it (contract, section 1.0).
 * @param date `yyyy-MM-dd`
 * @returns `dd.mm.yyyy`
 */
export const toWireDate = (date: string): string => date.split('-').reverse().join('.');

/** A date of an answer as `yyyy-MM-dd`; null where none stands. */
export function fromWireDate(value: unknown): string | null {
	const date = DateTime.fromFormat(String(value ?? ''), WIRE_DATE, { zone: ZONE });
	return date.isValid ? date.toISODate() : null;
}
