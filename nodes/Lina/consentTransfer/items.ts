import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import type { InputItem } from '../../kit/operation';
import { readText } from '../../kit/parameters';
import { documentDateOf, taskOf } from './document';
import { isOlderThan } from './listed';
import type { Kept } from './memory';
import type { TransferSettings } from './settings';
import type { Step, StepName } from './step';

const STEPS: ReadonlySet<unknown> = new Set<StepName>(['file', 'withdraw', 'erase', 'unchanged', 'human', 'clear']);

/**
 * The steps of a plan among the items; an empty item stands for none.
 * @throws Failure naming the item that is no step: what became of a document would be forgotten with it
 */
export function readSteps(input: InputItem[]): Array<{ index: number; json: IDataObject }> {
	return input
		.filter(({ item: { json } }) => Object.keys(json).length > 0)
		.map(({ index, item: { json } }) => {
			if (!STEPS.has(json.step)) throw badInput('step', `is missing in item ${index}`, 'This operation takes the items of Consent Transfer: Plan.');
			return { index, json };
		});
}

/** Whether an item is a step that files a document. */
export const isFiling = ({ step }: IDataObject): boolean => step === 'file' || step === 'withdraw';

/** The row of the memory as an item carries it; the document's id under a name of its own, since the upload adds the id of what it filed. */
const keptFields = ({ state, reference, documentId, withdrawalReference, at }: Kept): IDataObject => ({ state, reference, filedDocumentId: documentId, withdrawalReference, at });

/** The name for the list: LINA's, where no employee number says who it is, and for some days only. */
function nameOf({ person: { consent, listed }, kept, name }: Step, { humanListDays }: TransferSettings, now: Date): string {
	if (name !== 'human' || !consent || kept) return '';
	return listed && isOlderThan(listed.since, humanListDays * 24, now) ? '' : `${consent.firstName} ${consent.lastName}`.trim();
}

/** A step as an item: who it is about, what the upload reads, and what Remember makes rows of. */
export function itemOf(step: Step, settings: TransferSettings, now: Date): IDataObject {
	const { person, kept, filing, hasDocument } = step;
	const { store, sourceSystem, documentTypes, language } = settings;
	return {
		step: step.name,
		reason: step.reason,
		code: step.code,
		waits: step.waits,
		store,
		userUuid: person.userUuid,
		consents: person.consent !== undefined,
		name: nameOf(step, settings, now),
		employeeNumber: kept?.employeeNumber ?? '',
		isListed: person.listed !== undefined,
		since: person.listed?.since || now.toISOString(),
		...(kept && keptFields(kept)),
		...(filing && {
			documentReference: filing.reference,
			recordedState: filing.recordedState,
			sourceSystem,
			documentTypeKey: documentTypes[filing.kind],
			documentDate: documentDateOf(kept?.at ?? now.toISOString()),
			title: filing.title,
			text: filing.text,
		}),
		...((hasDocument || filing?.kind === 'withdrawal') && { task: taskOf(language) }),
	};
}

/** How an upload came back: by its outcome, failed before anything was sent, or not at all so far. */
export type Answer = 'done' | 'later' | 'refused' | 'unknown' | 'none';

const ANSWERS: Readonly<Record<string, Answer>> = { registered: 'done', unchanged: 'done', later: 'later', rejected: 'refused', validated: 'refused' };

/** How the upload of an item came back; an outcome that nobody knows is no end. */
export function answerOf({ outcome, error }: IDataObject): Answer {
	if (outcome !== undefined) return ANSWERS[readText(outcome)] ?? 'unknown';
	return error === undefined ? 'none' : 'refused';
}
