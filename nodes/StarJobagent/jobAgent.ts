import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../kit/json';
import { listIn, recordIn } from '../star/shape';
import { field } from './wire';

const OPERATION = 'GetJobagent';

/**
 * The job agents in an answer of GetJobagent: one under `jobagent`, a list under `jobagents`, or either by itself.
 * @throws Failure when there is none to be seen: `{"jobagent": null}` is not in the contract, and must not pass for a job agent
 */
export function jobAgentsIn(answer: unknown): IDataObject[] {
	const wrapped = isObject(answer) ? ['jobagents', 'jobagent'].map((name) => field(answer, name)).find((value) => value !== undefined) : undefined;
	const body = wrapped === undefined ? answer : wrapped;
	const isList = Array.isArray(body) || (isObject(body) && Object.keys(body).length === 1 && Array.isArray(Object.values(body)[0]));
	return isList ? listIn(body, OPERATION) : [recordIn(body, OPERATION)];
}
