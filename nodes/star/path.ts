import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

const PATH = /^\/?[\w{}.-]+(\/[\w{}.-]+)*$/;

/**
 * A path of the service, with its placeholders filled in.
 * @param value  the user's own in the place of an assumed one; what counts is `usual` where it is empty
 * @param values by the names of the placeholders, in whatever letter case: `{akasseKode}` and `{akassekode}` are the same
 * @throws Failure naming the field when it is no path, or holds a placeholder that is none
 */
export function readPath(field: string, value: unknown, usual: string, values: Record<string, string> = {}): string {
	const path = readText(value) || usual;
	if (!PATH.test(path) || path.split('/').some((part) => /^\.+$/.test(part))) {
		throw badInput(field, 'is not a path', `Enter it without the host and without a question mark, e.g. ${usual}.`);
	}
	const byName = new Map(Object.entries(values).map(([name, text]) => [name.toLowerCase(), text]));
	const filled = path.replace(/\{(\w+)\}/g, (found, name: string) => {
		const text = byName.get(name.toLowerCase());
		return text === undefined ? found : encodeURIComponent(text);
	});
	if (/[{}]/.test(filled)) throw badInput(field, 'holds a placeholder that is not known here', `Known are: ${Object.keys(values).map((name) => `{${name}}`).join(', ') || 'none'}.`);
	return filled;
}
