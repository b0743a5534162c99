import { badInput } from '../../kit/failure';

/** Where a payroll line comes from: a registration (uid) of a firm, in one time category. */
export interface Origin {
	clientId: number;
	uid: number;
	timeCategoryId: number;
}

/** An origin with what the payroll system's remark adds behind the `#`. */
export interface DecodedReference extends Origin {
	reference: string;
	/** How many postings were made under the reference before this one; null without the mark. */
	revision: number | null;
	/** Check of what the line was posted on; null without the mark. */
	hash: string | null;
}

const PATTERN = /^([0-9a-z]{1,7}):([0-9a-z]{1,11}):([0-9a-z]{1,7})(?:#([0-9a-z]+)([0-9a-z]{4}))?$/i;

/** `<clientId>:<uid>:<timeCategoryId>` in base 36: short enough for a remark of 20 characters with revision and hash. */
export const encodeReference = ({ clientId, uid, timeCategoryId }: Origin): string =>
	[clientId, uid, timeCategoryId].map((number) => number.toString(36)).join(':');

/** Where a remark comes from; undefined when it is none of ours. */
export function originOf(remark: string): Origin | undefined {
	const match = PATTERN.exec(remark.trim());
	if (!match) return undefined;
	const [clientId, uid, timeCategoryId] = match.slice(1, 4).map((part) => parseInt(part, 36));
	return { clientId, uid, timeCategoryId };
}

/**
 * Turns a reference, or a whole remark, back into what a human can look up in Capitech.
 * @throws Failure when it is none of ours
 */
export function decodeReference(text: string): DecodedReference {
	const remark = text.trim();
	const origin = originOf(remark);
	if (!origin) throw badInput('Reference', 'is not a reference of this pack', 'It looks like 2s:2akc:a, with or without # and what follows it.');
	const [, , , , revision, hash] = PATTERN.exec(remark) ?? [];
	return {
		...origin,
		reference: remark.split('#')[0],
		revision: revision === undefined ? null : parseInt(revision, 36),
		hash: hash ?? null,
	};
}
