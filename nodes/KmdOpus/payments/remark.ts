import { createHash } from 'crypto';

import type { CostObject, PaymentLine } from './line';

/** What a line is posted on: when it changes, the old posting is reversed in full and a new one made. */
export type Posting = Pick<PaymentLine, 'employeeNumber' | 'date' | 'payElement' | 'serialNumber' | 'hourlyRate'> & CostObject;

const HASH_LENGTH = 4;

/**
 * A few characters over employee, date, lønart, løbenummer and cost object, and the hourly rate where one is sent, since the service may not give back all of
 * them as they were sent.
 */
export function hashOf({ employeeNumber, date, payElement, serialNumber, costCenter, pspElement, hourlyRate }: Posting): string {
	const parts = [employeeNumber, date, payElement, serialNumber, costCenter, pspElement, ...(hourlyRate ? [hourlyRate] : [])];
	const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
	return (digest.readUInt32BE(0) % 36 ** HASH_LENGTH).toString(36).padStart(HASH_LENGTH, '0');
}

/** Senders and remarks are compared without regard to case: payroll systems are known to turn short texts into capitals. */
export const foldCase = (text: string): string => text.trim().toLowerCase();

/** A remark taken apart: what the line belongs to, how many postings came before it, and what it was posted on. */
export interface Remark {
	reference: string;
	revision?: number;
	hash?: string;
}

const MARKED = new RegExp(`^([^#]+)#([0-9a-z]+)([0-9a-z]{${HASH_LENGTH}})$`);

/** Takes a remark apart, in lower case; one without our mark is a reference as a whole. */
export function readRemark(remark: string): Remark {
	const folded = foldCase(remark);
	const match = MARKED.exec(folded);
	if (!match) return { reference: folded.split('#')[0] };
	return { reference: match[1], revision: parseInt(match[2], 36), hash: match[3] };
}

/** `<reference>#<revision><hash>`, the revision in base 36. */
export const writeRemark = (reference: string, revision: number, hash: string): string => `${reference}#${revision.toString(36)}${hash}`;
