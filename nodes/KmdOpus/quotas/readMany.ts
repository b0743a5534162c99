import type { Failure } from '../../kit/failure';
import { asFailure } from '../../kit/failure';
import { isOwnRefusal } from '../client';
import type { Quota } from './quota';

/** What was found of one employee: quotas, or why there are none to be told. */
export type QuotaAnswer = Quota[] | Failure;

/** Reads the quotas of some employees in one call, by employee number. */
export type AskQuotas = (employeeNumbers: string[]) => Promise<Map<string, Quota[]>>;

/** A call that the service refuses is asked again in halves, until it is told apart whom it is about. */
async function askTogether(ask: AskQuotas, employeeNumbers: string[], answers: Map<string, QuotaAnswer>): Promise<void> {
	const reading = await ask(employeeNumbers).then(
		(quotas) => ({ quotas }),
		(error: unknown) => ({ failure: asFailure(error) }),
	);
	if ('quotas' in reading) {
		for (const [number, quotas] of reading.quotas) answers.set(number, quotas);
		return;
	}
	if (employeeNumbers.length === 1 || !isOwnRefusal(reading.failure)) {
		for (const number of employeeNumbers) answers.set(number, reading.failure);
		return;
	}
	const middle = Math.ceil(employeeNumbers.length / 2);
	await askTogether(ask, employeeNumbers.slice(0, middle), answers);
	await askTogether(ask, employeeNumbers.slice(middle), answers);
}

/**
 * Reads the quotas of any number of employees, many in a call.
 * @param perCall how many go into one call
 * @returns an answer for each number; one employee whom the service refuses takes no other's answer away
 */
export async function readManyQuotas(employeeNumbers: string[], perCall: number, ask: AskQuotas): Promise<Map<string, QuotaAnswer>> {
	const distinct = [...new Set(employeeNumbers)];
	const answers = new Map<string, QuotaAnswer>();
	for (let from = 0; from < distinct.length; from += perCall) await askTogether(ask, distinct.slice(from, from + perCall), answers);
	return answers;
}
