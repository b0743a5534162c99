import { invalid } from './refusal.ts';

/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** True for what is a JSON object, not a list. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Gives field names the spelling that `like` has, whatever case they came in (star.md 1.2); names that `like` does not
 * have stay as they came. A list of `like` holds one element, which all elements are spelled as.
 */
export function spelledAs(value: unknown, like: unknown): unknown {
	if (Array.isArray(value) && Array.isArray(like)) return value.map((element) => spelledAs(element, like[0]));
	if (!isObject(value) || !isObject(like)) return value;
	const spelling = new Map(Object.keys(like).map((name) => [name.toLowerCase(), name]));
	return Object.fromEntries(
		Object.entries(value).map(([name, field]) => {
			const known = spelling.get(name.toLowerCase());
			return known === undefined ? [name, field] : [known, spelledAs(field, like[known])];
		}),
	);
}

/** Reads a body that is one JSON object, spelled as `like`; refuses anything else (1014). */
export function readBody(body: string, like: JsonObject): JsonObject {
	let value: unknown;
	try {
		value = JSON.parse(body);
	} catch {
		throw invalid('The body is not valid JSON.');
	}
	if (!isObject(value)) throw invalid('The body must be a JSON object.');
	return spelledAs(value, like) as JsonObject;
}
