import { createHash } from 'crypto';

import type { CostObject, PaymentLine } from './line';

/** What a line is posted on: when it changes, the old posting is reversed in full and a new one made. */
export type Posting = Pick<PaymentLine, 'employeeNumber' | 'date' | 'payElement' | 'serialNumber'> & CostObject;

const HASH_LENGTH = 4;

/** A few characters over employee, date, lønart, løbenummer and cost object, since the service may not give back all of them. */
export function hashOf({ employeeNumber, date, payElement, serialNumber, costCenter, pspElement }: Posting): string {
	const digest = createHash('sha256')
		.update(JSON.stringify([employeeNumber, date, payElement, serialNumber, costCenter, pspElement]))
		.digest();
	return (digest.readUInt32BE(0) % 36 ** HASH_LENGTH).toString(36).padStart(HASH_LENGTH, '0');
}

/** A remark taken apart: what the line belongs to, how many postings came before it, and what it was posted on. */
export interface Remark {
	reference: string;
	revision?: number;
	hash?: string;
}

const MARKED = new RegExp(`^([^#]+)#([0-9a-z]+)([0-9a-z]{${HASH_LENGTH}})$`);

/** Takes a remark apart; one without our mark is a reference as a whole. */
export function readRemark(remark: string): Remark {
	const match = MARKED.exec(remark);
	if (!match) return { reference: remark.split('#')[0] };
	return { reference: match[1], revision: parseInt(match[2], 36), hash: match[3] };
}

/** `<reference>#<revision><hash>`, the revision in base 36. */
export const writeRemark = (reference: string, revision: number, hash: string): string => `${reference}#${revision.toString(36)}${hash}`;
