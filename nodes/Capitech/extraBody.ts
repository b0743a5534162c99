import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../kit/failure';
import { readJson } from '../kit/json';

/**
 * The fields of *Extra Body Fields (JSON)*, sent as they are.
 * @throws Failure where the value is not a JSON object
 */
export function readExtraBody(value: unknown): IDataObject {
	const extra = typeof value === 'string' ? readJson(value) : (value ?? {});
	if (typeof extra !== 'object' || extra === null || Array.isArray(extra)) {
		throw badInput('Extra Body Fields', 'is not a JSON object', 'Write it like {"source": "n8n"}.');
	}
	return extra as IDataObject;
}
