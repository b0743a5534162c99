import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

/** Where a call goes below the base URL. */
export interface FilledPath {
	/** Begins with a slash; each value in it is encoded. */
	path: string;
	query: Record<string, string>;
}

const TEMPLATE = /^(?:\/[\w.~-]+|\/\{\w+\})+(?:\?[\w.~-]+=(?:\{\w+\}|[\w.~-]*)(?:&[\w.~-]+=(?:\{\w+\}|[\w.~-]*))*)?$/;

const PLACEHOLDER = /\{(\w+)\}/g;

const placeholdersIn = (template: string): string[] => [...template.matchAll(PLACEHOLDER)].map(([, name]) => name.toLowerCase());

/**
 * A path in the place of an assumed one, query included: `/v1/Akasse/{akasseKode}`, `/v1/Akasse/Afdelingskontor?akasseKode={akasseKode}`.
 * @param assumed  what counts where nothing is given
 * @param known    the placeholders that can be filled; letter case does not matter, STAR itself is not of one mind about it (contract, section 1.1)
 * @param required those without which the call would be about something else
 * @throws Failure naming the field when it is no path, or its placeholders are not those
 */
export function readPathTemplate(field: string, value: unknown, assumed: string, known: readonly string[], required: readonly string[] = known): string {
	const template = readText(value) || assumed;
	const [path] = template.split('?');
	if (!TEMPLATE.test(template) || /\/\.{1,2}(?:\/|$)/.test(path)) {
		throw badInput(field, 'is not a path', `Enter it as it follows the base URL, without the host, e.g. ${assumed}.`);
	}
	const found = placeholdersIn(template);
	const strange = found.find((name) => !known.some((own) => own.toLowerCase() === name));
	if (strange !== undefined) throw badInput(field, `holds {${strange}}, which nothing stands for`, known.length ? `What can stand in it: ${known.map((name) => `{${name}}`).join(', ')}.` : undefined);
	const missing = required.find((name) => !found.includes(name.toLowerCase()));
	if (missing !== undefined) throw badInput(field, `does not hold {${missing}}`, 'Without it the call would be about something else.');
	return template;
}

/**
 * A path with its values in it.
 * @param template as `readPathTemplate` gives it
 * @param values   by the names of the placeholders
 */
export function fillPath(template: string, values: Readonly<Record<string, string>>): FilledPath {
	const byName = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
	const fill = (text: string, encode: (value: string) => string): string =>
		text.replace(PLACEHOLDER, (_, name: string) => encode(byName.get(name.toLowerCase()) ?? ''));
	const [path, query = ''] = template.split('?');
	const parameters = query.split('&').filter(Boolean).map((part) => part.split('='));
	return {
		path: fill(path, encodeURIComponent),
		query: Object.fromEntries(parameters.map(([name, value]) => [name, fill(value, String)])),
	};
}
