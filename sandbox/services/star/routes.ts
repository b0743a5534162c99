import type { WireRequest } from '../../service.ts';
import type { Caller } from './caller.ts';

/** A request of a caller who was let in, as an operation sees it. */
export interface StarCall {
	readonly request: WireRequest;
	readonly caller: Caller;
	/** The values of the path's placeholders. */
	readonly path: Readonly<Record<string, string>>;
	readonly query: Query;
}

/** An operation: how it is asked, what it does to request ids, and what it does. */
export interface StarRoute {
	/** Its wire name, for the journal and the fault rules. */
	readonly name: string;
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Path with placeholders in braces, e.g. `/star/akasse/v1/Akasse/{akasseKode}`. */
	readonly path: string;
	/** Does what was asked and gives the body; undefined where there is none. */
	run(call: StarCall): unknown;
}

/** A route that a request leads to, with the values of its placeholders. */
export interface Match {
	readonly route: StarRoute;
	readonly path: Readonly<Record<string, string>>;
}

/** The query of a request, its names in any case. */
export class Query {
	readonly #values: ReadonlyMap<string, string>;

	constructor(query: string) {
		this.#values = new Map([...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]));
	}

	/** A value; empty when it is not there. */
	get(name: string): string {
		return this.#values.get(name.toLowerCase()) ?? '';
	}
}

const PLACEHOLDER = /^\{(.+)\}$/;

/** A segment as it was meant; one with a broken escape stays as it came. */
function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/** The values of the placeholders, when the path fits; literals are read in any case. */
function fit(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
	if (pattern.length !== segments.length) return undefined;
	const values: Record<string, string> = {};
	for (const [index, part] of pattern.entries()) {
		const name = PLACEHOLDER.exec(part)?.[1];
		if (name !== undefined) values[name] = decoded(segments[index]);
		else if (part.toLowerCase() !== segments[index].toLowerCase()) return undefined;
	}
	return values;
}

/** Where requests lead. Routes with fewer placeholders win, so that a literal is never taken for a code (star.md 1.1). */
export class Router {
	readonly #routes: readonly { readonly route: StarRoute; readonly pattern: readonly string[] }[];

	constructor(routes: readonly StarRoute[]) {
		const placeholders = (pattern: readonly string[]): number => pattern.filter((part) => PLACEHOLDER.test(part)).length;
		this.#routes = routes
			.map((route) => ({ route, pattern: route.path.split('/') }))
			.sort((one, other) => placeholders(one.pattern) - placeholders(other.pattern));
	}

	/** What a request leads to; undefined when nothing is at its path, or not by its method. */
	find({ method, path }: Pick<WireRequest, 'method' | 'path'>): Match | undefined {
		const segments = path.split('/');
		const best = this.#routes.find(({ pattern }) => fit(pattern, segments) !== undefined);
		const found = this.#routes.find(({ route }) => route.path === best?.route.path && route.method === method);
		if (found === undefined) return undefined;
		return { route: found.route, path: fit(found.pattern, segments) ?? {} };
	}
}
