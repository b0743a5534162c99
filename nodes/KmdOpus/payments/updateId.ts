import { createHash, randomUUID } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * An OpdateringsID: a UUID as 32 upper-case hexadecimal digits (contract, section 1.6). It is a name-based UUID of version 5 over what it is derived from,
 * so that the same request on the same state carries the same one, and a later equal correction another.
 */
export function updateId(...derivedFrom: unknown[]): string {
	const digest = createHash('sha1').update(JSON.stringify(derivedFrom)).digest().subarray(0, 16);
	digest[6] = (digest[6] & 0x0f) | 0x50;
	digest[8] = (digest[8] & 0x3f) | 0x80;
	return digest.toString('hex').toUpperCase();
}

/** What a repeat within the execution (n8n's Retry On Fail) shares, and a new execution doesn't: derive an OpdateringsID from it first. */
export const runOf = (context: IExecuteFunctions): unknown[] => [context.getExecutionId(), context.getNode().id, context.getWorkflowDataProxy(0).$runIndex];

/** An OpdateringsID that was never used: for a validation, where a stored answer must not stand in for the check. */
export const freshUpdateId = (): string => randomUUID().replace(/-/g, '').toUpperCase();
