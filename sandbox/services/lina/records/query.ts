import { isIsoDate } from '../../../world/dates.ts';

/** A date of a query (`dd.mm.yyyy`) as `yyyy-MM-dd`; null when it is missing or none (lina.md 1.0). */
export function dateIn(query: URLSearchParams, name: string): string | null {
	const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(query.get(name) ?? '') ?? [];
	const date = `${year}-${month}-${day}`;
	return isIsoDate(date) ? date : null;
}

/** A date as the service writes it. */
export function wireDate(date: string): string {
	return date.split('-').reverse().join('.');
}
