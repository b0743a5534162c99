/**
 * Writes an answer as JSON text. Fields stand in a `Map` where their order counts: keys that look like numbers would be
 * sorted in an object, and the hours of a business day go on after midnight (lina.md 5.5).
 */
export function jsonText(value: unknown, numbersAsText = false): string {
	if (Array.isArray(value)) return `[${value.map((of) => jsonText(of, numbersAsText)).join(',')}]`;
	if (value instanceof Map) {
		const fields = [...value].map(([key, of]) => `${JSON.stringify(String(key))}:${jsonText(of, numbersAsText)}`);
		return `{${fields.join(',')}}`;
	}
	if (typeof value === 'object' && value !== null) return jsonText(new Map(Object.entries(value)), numbersAsText);
	return JSON.stringify(typeof value === 'number' && numbersAsText ? String(value) : value);
}

/** What an empty map of hours is written as. */
export type EmptyMap = 'list' | 'object';

/**
 * A map of hours as the service writes it. Where empty ones are lists, so is one whose keys happen to count 0, 1, 2 …:
 * that is how PHP writes arrays (lina.md 5.6).
 */
export function hourMap<T>(hours: ReadonlyMap<number, T>, empty: EmptyMap): ReadonlyMap<number, T> | T[] {
	const counts = [...hours.keys()].every((hour, index) => hour === index);
	return empty === 'list' && counts ? [...hours.values()] : hours;
}
