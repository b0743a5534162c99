import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { StarClient } from '../../star/client';
import { readRequestId } from '../../star/write.fields';
import { openAkasse } from '../client';
import { readAkasseCode, readBranchCode } from '../code';
import { checkOwnAkasse } from '../update/own';
import type { BranchKey } from './paths';

/** What all writes on a branch office are made of. */
export interface BranchWriting {
	client: StarClient;
	key: BranchKey;
	options: IDataObject;
	requestId: string;
}

/**
 * Reads which branch office an item is about, and in whose name it is written.
 * @throws Failure naming the field that is wrong; an a-kasse writes its own branch offices only
 */
export async function readWriting(context: IExecuteFunctions, index: number): Promise<BranchWriting> {
	const akasseCode = readAkasseCode(context.getNodeParameter('akasseCode', index));
	await checkOwnAkasse(context, akasseCode);
	const key = { akasseCode, branchCode: readBranchCode(context.getNodeParameter('branchCode', index)) };
	const requestId = readRequestId(context, index);
	return { client: await openAkasse(context, index), key, options: context.getNodeParameter('options', index, {}), requestId };
}
