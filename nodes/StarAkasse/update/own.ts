import type { IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import { AKASSE } from '../client';

/**
 * An a-kasse may change only what is its own (contract, section 6): the code must be that of the organisation in the credential.
 * @throws Failure when it is another one's; nothing is sent
 */
export async function checkOwnAkasse(context: IExecuteFunctions, akasseCode: string): Promise<void> {
	const { organisationCode } = await context.getCredentials(AKASSE.credential);
	if (readText(organisationCode) === akasseCode) return;
	throw badInput('A-Kasse', `is ${akasseCode}, and the organisation in the credential is another one`, 'An a-kasse may change only its own data: use the credential of that a-kasse.');
}
