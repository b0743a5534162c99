import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../kit/failure';
import { readJson } from '../kit/json';

/** Names of the wire in place of ours, where ours are assumed. */
export type WireNames = Record<string, string>;

/**
 * Reads an option that maps our names to others, as JSON or as an object of an expression.
 * @throws Failure when it is anything else
 */
export function readWireNames(field: string, value: unknown): WireNames {
	const names = typeof value === 'string' ? readJson(value.trim() || '{}') : (value ?? {});
	const isMap = typeof names === 'object' && names !== null && !Array.isArray(names);
	if (!isMap || Object.values(names).some((name) => typeof name !== 'string' || name === '')) {
		throw badInput(field, 'is not a JSON object of names', 'Write it like {"Slutdato": "Ophoersdato"}: our name first, the other after it.');
	}
	return names as WireNames;
}

/** A body with its names replaced, however deep they stand. */
export const renamed = (body: IDataObject, names: WireNames): IDataObject =>
	Object.fromEntries(Object.entries(body).map(([name, value]) => [names[name] ?? name, renamedValue(value, names)])) as IDataObject;

/** The text of an answer in which the service uses its own names, under ours; what is no JSON object stays as it is. */
export function underOurNames(text: string, names: WireNames): string {
	const ours = Object.fromEntries(Object.entries(names).map(([own, theirs]) => [theirs, own]));
	const answer = Object.keys(ours).length ? readJson(text) : undefined;
	return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? JSON.stringify(renamed(answer as IDataObject, ours)) : text;
}

function renamedValue(value: unknown, names: WireNames): unknown {
	if (Array.isArray(value)) return value.map((entry) => renamedValue(entry, names));
	return typeof value === 'object' && value !== null ? renamed(value as IDataObject, names) : value;
}
