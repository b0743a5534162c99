import type { IDataObject } from 'n8n-workflow';

import { badInput, Failure } from '../../kit/failure';
import type { Read } from '../../kit/gather';
import { groupBy } from '../../kit/gather';
import { multipartBody } from '../../kit/multipart';
import type { Settled } from '../../kit/operation';
import type { Outcome, OutcomeMessage } from '../../kit/outcome';
import { cancelled, messageOf, note } from '../../kit/outcome';
import { readText } from '../../kit/parameters';
import type { LinaClient } from '../client';
import { failedOutcome } from '../outcome';
import type { StaffFile } from './file';
import { presentFile, SURE_BYTES } from './file';

/** What the workflow's own record says of a file: nothing, that an upload was begun, or that the file is there. */
export type RecordedState = '' | 'pending' | 'uploaded';

/** A file, and whose personnel file it belongs into. */
export interface Upload {
	userUuid: string;
	file: StaffFile;
	recordedState: RecordedState;
}

/** What uploading adds to an item. */
export type UploadOutcome = Outcome & { file: IDataObject };

/** How files are uploaded. */
export interface UploadSettings {
	client: Pick<LinaClient, 'upload'>;
	signal?: AbortSignal;
}

/** What is on record of a file. */
export function readRecordedState(value: unknown): RecordedState {
	const state = readText(value).toLowerCase();
	if (state === '' || state === 'pending' || state === 'uploaded') return state;
	throw badInput('Recorded State', 'is none of the choices', 'Give pending, uploaded, or nothing for a file that is not on record.');
}

const ON_RECORD = note('I', 'The file is on record as uploaded: nothing was sent');
const PENDING = note('E', 'An upload of the file was begun before, and how it ended is not on record: nothing was sent');
const NEAR_THE_LIMIT = note('W', `The file has more than ${SURE_BYTES} bytes: whether LINA means less or more by 1 MB is not known`);
/** LINA tells nothing of the files it holds (contract, section 1.8): only a human can see what stands. */
const LOOK_IT_UP = note('E', 'Look into the personnel file (Personalakte) of the person in LINA whether the file is there: record it as uploaded if it is, and take it off the record if it is not. It is not sent again by itself.');

/** The outcome of a file that is not to be sent, by what is on record of it; undefined when it is. */
function settledByRecord({ recordedState }: Upload): Outcome | undefined {
	if (recordedState === 'uploaded') return { outcome: 'unchanged', messages: [ON_RECORD] };
	return recordedState === 'pending' ? { outcome: 'unknown', messages: [PENDING, LOOK_IT_UP] } : undefined;
}

async function uploadOne({ userUuid, file }: Upload, client: UploadSettings['client']): Promise<Outcome> {
	const warnings: OutcomeMessage[] = file.size > SURE_BYTES ? [NEAR_THE_LIMIT] : [];
	const result = await client.upload('addUserCert', multipartBody({ userUuid }, file));
	if (result.outcome === 'ok') return { outcome: 'registered', messages: warnings };
	if (result.outcome === 'unknown') return { outcome: 'unknown', messages: [messageOf(result.failure), LOOK_IT_UP, ...warnings] };
	const { outcome, messages } = failedOutcome(result.failure);
	return { outcome, messages: [...messages, ...warnings] };
}

/** Uploads files one after the other, each once, and gives an outcome each, in their order. */
export async function uploadFiles(uploads: Upload[], { client, signal }: UploadSettings): Promise<UploadOutcome[]> {
	const outcomes: UploadOutcome[] = [];
	for (const upload of uploads) {
		const outcome = settledByRecord(upload) ?? (signal?.aborted ? cancelled() : await uploadOne(upload, client));
		outcomes.push({ ...outcome, file: presentFile(upload.file) });
	}
	return outcomes;
}

/** The same file for the same person in two items would be stored twice; also where it is on record in only one of them. */
export function repeatedFiles(good: Array<Read<Upload>>): Settled[] {
	const sameFile = groupBy(good, ({ value }) => `${value.userUuid.toLowerCase()} ${value.file.sha256}`);
	return [...sameFile.values()].flatMap((group) => {
		if (group.length === 1) return [];
		const failure = new Failure({
			kind: 'bad input',
			message: `The same file for the same person is in items ${group.map(({ index }) => index).join(', ')}`,
			advice: 'LINA would store it once for each item. Leave only one of them.',
		});
		return group.filter(({ value }) => !value.recordedState).map(({ index }) => ({ from: [index], failure }));
	});
}
