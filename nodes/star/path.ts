import type { FilledPath } from './pathTemplate';
import { fillPath, readPathTemplate } from './pathTemplate';

/**
 * The path of a call with its values in it: the user's own template, or `assumed` where none is given.
 * @param values   by the names of the placeholders
 * @param required those that must have a place in it; all of them unless told otherwise
 * @throws Failure naming the field when it is no path, or its placeholders are not those
 */
export const readPath = (
	field: string,
	value: unknown,
	assumed: string,
	values: Readonly<Record<string, string>> = {},
	required: readonly string[] = Object.keys(values),
): FilledPath => fillPath(readPathTemplate(field, value, assumed, Object.keys(values), required), values);
