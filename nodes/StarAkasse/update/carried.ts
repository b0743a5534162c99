import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../kit/json';
import type { OutcomeMessage } from '../../kit/outcome';
import { note } from '../../kit/outcome';
import { readHours } from '../record/hours';
import type { HoursRules } from '../record/hoursRules';
import { hoursAdvice, hoursProblems } from '../record/hoursRules';
import type { RecordChange } from '../record/merge';
import type { WireNames } from '../record/names';
import { valueOf } from '../record/names';

const HOURS = [
	{ field: 'openingHours', label: 'Opening hours' },
	{ field: 'phoneHours', label: 'Phone hours' },
] as const;

/** What is to be said of the hours in a record that is about to be sent: what stood already and breaks a rule is carried through, not refused. */
export function carriedWarnings(
	record: IDataObject,
	change: RecordChange,
	{ names, lastWeekday }: { names: WireNames; lastWeekday: HoursRules['lastWeekday'] },
): OutcomeMessage[] {
	return HOURS.flatMap(({ field, label }) => {
		const intervals = readHours(valueOf(record, field, names), names)?.intervals ?? [];
		const changed = change[field]?.days;
		const carried = intervals.filter(({ weekday }) => !changed?.has(weekday));
		return [
			...hoursProblems(carried, { lastWeekday, midnightPair: false }).map((problem) => note('W', `${label} that stood already are sent as they are: ${problem}`)),
			...hoursAdvice(intervals).map((advice) => note('W', `${label}: ${advice}`)),
		];
	});
}

/** JSON's numbers are read with some fifteen digits. */
const SURE_DIGITS = 15;

const isExact = (value: number): boolean =>
	Number.isInteger(value) || !Number.isFinite(value) ? Number.isSafeInteger(value) : String(value).replace(/e.*$|\D|^[0.]+/gi, '').length <= SURE_DIGITS;

/** Where a value holds a number that may not be the one that was read, by its path; undefined where none does. */
export function inexactField(value: unknown, path = ''): string | undefined {
	if (typeof value === 'number') return isExact(value) ? undefined : path;
	if (!Array.isArray(value) && !isObject(value)) return undefined;
	for (const [name, entry] of Object.entries(value)) {
		const found = inexactField(entry, path ? `${path}.${name}` : name);
		if (found !== undefined) return found;
	}
	return undefined;
}
