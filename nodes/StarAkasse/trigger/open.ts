import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { findFailure } from '../../kit/failure';
import { StarClient } from '../../star/client';
import { NOT_THERE } from '../../star/codes';
import { readPath } from '../../star/path';
import { listIn, recordIn } from '../../star/shape';
import { readReadPath } from '../branchOffice/paths';
import { readRelations } from '../branchOffice/read';
import { branchIn } from '../branchOffice/record';
import { AKASSE, PATHS } from '../client';
import type { DirectoryReader } from './reader';
import { readTriggerSettings } from './settings';
import { DirectoryChanges } from './source';

const LIST = 'GetAkasseListe';
const ONE = 'GetAkasseOplysninger';
const BRANCH = 'GetAfdelingskontor';

/**
 * What a read by code gives; undefined where the service says by its code for it that there is no such thing. Any other refusal, a page of some gateway with status 404 for
 * one, tells nothing of it, and ends the poll.
 */
async function unlessUnknown<T>(read: Promise<T>): Promise<T | undefined> {
	const came = await read.then((value) => ({ value }), (error: unknown) => ({ error }));
	if ('value' in came) return came.value;
	if (NOT_THERE.has(findFailure(came.error)?.details.code ?? '')) return undefined;
	throw came.error;
}

function readerOf(client: StarClient, options: IDataObject): DirectoryReader {
	return {
		akasser: async () => listIn(await client.read(LIST, PATHS.akasser), LIST),
		akasse: async (akasseKode) => {
			const { path, query } = readPath('Path', '', PATHS.akasse, { akasseKode });
			return await unlessUnknown(client.read(ONE, path, query).then((answer) => recordIn(answer, ONE)));
		},
		relation: async () => await readRelations(client),
		branch: async (key) => {
			const { path, query } = readReadPath(options, key);
			return await unlessUnknown(client.read(BRANCH, path, query).then((answer) => branchIn(answer, key)));
		},
	};
}

/**
 * The source of what becomes of a-kasser and branch offices, as the trigger's parameters have it.
 * @throws Failure naming the parameter or the field of the credential that is wrong
 */
export async function openDirectoryChanges(context: IPollFunctions): Promise<DirectoryChanges> {
	const settings = readTriggerSettings((name) => context.getNodeParameter(name, null));
	return new DirectoryChanges(readerOf(await StarClient.open(context, AKASSE), settings.options), settings);
}
