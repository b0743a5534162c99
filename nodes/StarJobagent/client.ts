import type { IExecuteFunctions } from 'n8n-workflow';

import { StarClient } from '../star/client';
import type { StarService } from '../star/failure';
import { readUser } from '../star/user.fields';
import { JOBAGENT_CODES } from './codes';
import { refuseCpr } from './cpr';

/** The paths of the job agent service (contract, section 1.2). The `{}` that ends the writes' in the vendor's text is read as an unfilled placeholder. */
export const PATHS = {
	jobAgent: '/v1/Jobagent?jobagentidentifier={jobagentidentifier}',
	createJobAgent: '/v1/Jobagent',
	changeJobAgent: '/v1/UpdateJobagent?jobagentidentifier={jobagentidentifier}',
} as const;

export const JOBAGENT: StarService = { name: 'STAR Jobagent', credential: 'starJobagentApi', codes: JOBAGENT_CODES };

/**
 * Opens a conversation for an item, in the name of the user that it may give.
 * @param cpr the number of the citizen that it is about; never that of the user
 */
export async function openJobagent(context: IExecuteFunctions, index: number, cpr: string): Promise<StarClient> {
	const user = readUser(context, index);
	refuseCpr('Request User', JSON.stringify(user), cpr);
	return await StarClient.open(context, JOBAGENT, user);
}
