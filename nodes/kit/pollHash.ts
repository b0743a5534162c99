import { createHash } from 'crypto';

/** Enough for one thing to be told from what it was before: one pair in 10¹⁰ would pass for the same. */
export const HASH_LENGTH = 6;

/** The same JSON for the same content, in whatever order its fields came. */
function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder);
	if (value === null || typeof value !== 'object') return value;
	return Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, entry]) => [name, inOrder(entry)]);
}

/** A few characters that stand for a value, so that a poll knows it again without keeping it. Compared with what the same thing was before, never with others. */
export const shortHash = (value: unknown): string =>
	createHash('sha256')
		.update(JSON.stringify(inOrder(value)) ?? '')
		.digest('base64url')
		.slice(0, HASH_LENGTH);
