import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../kit/json';
import { listIn, recordIn } from '../star/shape';

/** The job agents in an answer of GetJobagent: one under `jobagent`, a list under `jobagents`, or either by itself. */
export function jobAgentsIn(answer: unknown): IDataObject[] {
	const isList = Array.isArray(answer) || (isObject(answer) && Object.keys(answer).length === 1 && Array.isArray(Object.values(answer)[0]));
	return isList ? listIn(answer, 'GetJobagent') : [recordIn(answer, 'GetJobagent')];
}
