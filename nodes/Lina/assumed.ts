import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

/** A path that the user gave in the place of one that is not published: of the group Personal, or from the root of the host where it begins with a slash. */
export type GivenPath = string & { readonly isGivenPath: true };

const isPath = (text: string): text is GivenPath => /^\/?[\w-]+(\/[\w-]+)*$/.test(text);

/**
 * A path in the place of an assumed one.
 * @param assumed what counts where nothing is given
 * @throws Failure naming the field when it is no path
 */
export function readGivenPath<T extends string>(field: string, value: unknown, assumed: T): GivenPath | T {
	const path = readText(value) || assumed;
	if (path === assumed) return assumed;
	if (!isPath(path)) throw badInput(field, 'is not a path', 'Enter it without the host and without a question mark, e.g. deleteWebhook or /extern/personal/deleteWebhook.');
	return path;
}
