import type { IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';
import { readPath } from '../star/path';
import type { FilledPath } from '../star/pathTemplate';

/** The value of a field of an item, whatever it is. */
export const parameter = (context: IExecuteFunctions, index: number, name: string): unknown => context.getNodeParameter(name, index, '') as unknown;

/** The *Options* of an item. */
export const optionsOf = (context: IExecuteFunctions, index: number): Record<string, unknown> => context.getNodeParameter('options', index, {});

/** The job wishes of an item as the form or JSON gives them; `createWishes` and `updateWishes` read them. */
export function wishesOf(context: IExecuteFunctions, index: number): unknown {
	if (parameter(context, index, 'wishesInput') === 'json') return parameter(context, index, 'jobWishesJson');
	const { wish = [] } = context.getNodeParameter('jobWishes', index, {}) as { wish?: unknown };
	return wish;
}

const TEN_DIGITS = /\d{6}[._~-]?\d{4}/;

/**
 * Where a call goes: the user's own path, or the assumed one.
 * @throws Failure that names the field when it is no path, or holds what may be a CPR number: addresses are kept in logs
 */
export function placeOf(field: string, value: unknown, assumed: string, values: Readonly<Record<string, string>> = {}): FilledPath {
	if (TEN_DIGITS.test(readText(value))) throw badInput(field, 'looks like it holds a CPR number', 'The number goes in its header alone: addresses are kept in logs.');
	return readPath(field, value, assumed, values);
}
