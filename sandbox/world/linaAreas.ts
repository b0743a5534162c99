import type { LinaArea } from './linaTypes.ts';

const area = (number: number, name: string): LinaArea => ({ number, name, administrative: false });
const administrative = (number: number, name: string): LinaArea => ({ number, name, administrative: true });

/**
 * The areas of the store (lina.md 1.10): the preset duty rosters under the names of the house, and the administrative
 * ones, which cannot be renamed. The numbers are assumed: LINA's list is not published.
 */
export const LINA_AREAS: readonly LinaArea[] = [
	area(1, 'Service'),
	area(2, 'Küche'),
	area(3, 'Bar'),
	area(4, 'Theke'),
	area(5, 'Spüle'),
	area(6, 'Reinigung'),
	area(7, 'Büro'),
	area(8, 'Lieferdienst'),
	area(9, 'Garderobe'),
	area(10, 'Biergarten'),
	area(11, 'Empfang'),
	area(12, 'Technik'),
	administrative(90, 'Urlaub'),
	administrative(91, 'Krank'),
	administrative(92, 'Schule'),
	administrative(93, 'Unentschuldigt'),
	administrative(94, 'Sonstiges'),
];

/** Numbers that the synthetic store rosters by. */
export const AREA = { service: 1, kitchen: 2, bar: 3, cleaning: 6, holiday: 90, sick: 91, school: 92 } as const;

/** The store's name of an area. */
export function areaName(number: number): string {
	return LINA_AREAS.find((of) => of.number === number)?.name ?? '';
}
