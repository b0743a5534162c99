import type { FilledPath } from './pathTemplate';
import { fillPath, readPathTemplate } from './pathTemplate';

/**
 * The path of a call with its values in it: the user's own template, or `assumed` where none is given. Each value must have its place in it.
 * @param values by the names of the placeholders
 * @throws Failure naming the field when it is no path, or its placeholders are not those
 */
export const readPath = (field: string, value: unknown, assumed: string, values: Readonly<Record<string, string>> = {}): FilledPath =>
	fillPath(readPathTemplate(field, value, assumed, Object.keys(values)), values);
