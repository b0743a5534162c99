import type { Registers } from './registers.ts';

/** How a code stands in a list on a date: a code holds from its start date to the day before its end date (star.md 7). */
export function codeStanding({ codeLists }: Registers, name: string, kode: number, date: string): 'valid' | 'expired' | 'unknown' {
	const code = codeLists.get(name, kode);
	if (code === undefined) return 'unknown';
	const isOver = (code.slutdato ?? null) !== null && date >= String(code.slutdato);
	return isOver || date < code.startdato ? 'expired' : 'valid';
}
