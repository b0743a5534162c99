import { randomUUID } from 'crypto';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

/** The entry of the *Options* collection of every write, as `readRequestId` reads it. */
export const requestKeyOptions: INodeProperties[] = [
	{
		displayName: 'Request Key',
		name: 'requestKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. opening-hours-2026-10-31',
		description:
			'A key of your own for this write, sent as the ID of the request: the same write started again is not made twice while STAR remembers the key. Up to 46 letters, digits and . _ : - with nothing of a person in it. A corrected request needs a new key. Empty: a new ID for each run.',
	},
];

const KEY = /^[\w.:-]{1,46}$/;

/** What holds no person's number although its digits may look alike: a UUID, a hash. */
const RANDOM = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}/gi;

/** Ten digits that begin with a date, however they are parted. */
const CPR_LIKE = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[._:-]?\d{4}(?!\d)/;

/**
 * A key as it can be the ID of a request.
 * @throws Failure when it can't be one, or looks like a person's number
 */
export function checkKey(key: string): string {
	if (!KEY.test(key)) throw badInput('Request Key', 'is longer than 46 characters, or holds others than letters, digits and . _ : -');
	if (CPR_LIKE.test(key.replace(RANDOM, ''))) throw badInput('Request Key', 'looks like it holds a CPR number', 'Make it of something that names no person: it is kept in logs.');
	return key;
}

function keyOf(context: IExecuteFunctions, index: number): string {
	const { requestKey } = context.getNodeParameter('options', index, {});
	return readText(requestKey);
}

/** The keys of a run, read once: an expression that fails is told by its own item. */
const runs = new WeakMap<object, string[]>();

function keysOf(context: IExecuteFunctions): string[] {
	const known = runs.get(context);
	if (known) return known;
	const keys = context.getInputData().map((_item, index) => {
		try {
			return keyOf(context, index).toLowerCase();
		} catch {
			return '';
		}
	});
	runs.set(context, keys);
	return keys;
}

/** The items whose key another item has too. */
const shared = (keys: string[]): number[] => keys.flatMap((key, index) => (key && keys.indexOf(key) !== keys.lastIndexOf(key) ? [index] : []));

/**
 * The ID of the item's one logical write: the user's own key, or a new one.
 * @throws Failure when the key can't be an ID, looks like a person's number, or two items of the run have the same; where the run ends at the first failure,
 *         the first item already tells of such a pair, so that nothing at all is sent
 */
export function readRequestId(context: IExecuteFunctions, index: number): string {
	const clashing = shared(keysOf(context));
	if (clashing.includes(index) || (clashing.length && !context.continueOnFail())) {
		throw badInput('Request Key', `is the same on items ${clashing.join(', ')}`, 'Give each write a key of its own: STAR takes a repeated key for a repeated request.');
	}
	const key = keyOf(context, index);
	return key ? checkKey(key) : randomUUID();
}
