import type { IExecuteFunctions } from 'n8n-workflow';

import { StarClient } from '../star/client';
import type { StarService } from '../star/failure';
import { readUser } from '../star/user.fields';

/**
 * The paths of the a-kasse service (contract, section 1.1); `readPath` fills in the values. The segment `Afkasse` stands so in the vendor's text. The paths of
 * writes on branch offices and of the code lists are our reading.
 */
export const PATHS = {
	akasser: '/v1/Akasse',
	akasse: '/v1/Akasse/{akasseKode}',
	updateAkasse: '/v1/Akasse/Afkasse/{akassekode}',
	relations: '/v1/Akasse/AkasseAfdelingskontorRelation',
	branchOffice: '/v1/Akasse/Afdelingskontor?akasseKode={akasseKode}&afdelingskontorKode={afdelingskontorKode}',
	createBranchOffice: '/v1/Akasse/Afdelingskontor',
	changeBranchOffice: '/v1/Akasse/Afdelingskontor/{afdelingskontorKode}?akasseKode={akasseKode}',
	codeList: '/v1/CodeLists/{name}',
} as const;

/** The page of the service has no table of errors: only STAR's general codes are known (contract, section 5.2). */
export const AKASSE: StarService = { name: 'STAR A-Kasse', credential: 'starAkasseApi', codes: {} };

/** Opens a conversation for an item, in the name of the user that it may give. */
export const openAkasse = async (context: IExecuteFunctions, index: number): Promise<StarClient> =>
	await StarClient.open(context, AKASSE, readUser(context, index));
