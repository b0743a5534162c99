import type { IDataObject } from 'n8n-workflow';

import { readText } from '../../kit/parameters';
import type { Answer } from './items';
import { answerOf, isFiling } from './items';
import type { HumanCode } from './listed';
import type { Kept } from './memory';
import { readKept } from './memory';

/** The data tables: what is kept, the list for a human, and the tasks of the records officer. */
export type TableName = 'consents' | 'human' | 'tasks';

/** A change of a data table: a row that is put in or changed by its key, or rows that are taken out. */
export interface TableChange extends IDataObject {
	table: TableName;
	change: 'keep' | 'erase';
}

const keep = (row: Kept): TableChange => ({ table: 'consents', change: 'keep', ...row });

const erase = (table: 'consents' | 'human', { store, userUuid }: IDataObject): TableChange => ({ table, change: 'erase', store, userUuid });

/** A row of the list: who, why, since when, and when it was looked into. */
function list({ store, userUuid, name, employeeNumber, since }: IDataObject, code: HumanCode, reference: string, at: string): TableChange {
	return { table: 'human', change: 'keep', store, userUuid, code, name: readText(name), employeeNumber: readText(employeeNumber), reference, since, checkedAt: at };
}

/** What the records officer is told: ids of the payroll system alone, nothing of the person. */
function openTask({ filedDocumentId, reference, withdrawalReference, task }: IDataObject, at: string): TableChange {
	return { table: 'tasks', change: 'keep', documentId: readText(filedDocumentId), reference: readText(reference) || readText(withdrawalReference), task, openedAt: at };
}

/** All that is kept of a person goes: the task first, the row that says what stands last. */
const eraseAll = (item: IDataObject, at: string): TableChange[] => [
	...(item.task ? [openTask(item, at)] : []),
	...(item.isListed ? [erase('human', item)] : []),
	erase('consents', item),
];

/** The row as it was before a document that is known not to be filed. */
const notFiled = (row: Kept, step: unknown): Kept =>
	step === 'withdraw' ? { ...row, state: 'standing', withdrawalReference: '' } : { ...row, state: '', reference: '', documentId: '', at: '' };

function afterFiling(item: IDataObject, answer: Exclude<Answer, 'none'>, at: string): TableChange[] {
	const row = readKept({ ...item, documentId: item.filedDocumentId });
	const isFirst = readText(item.recordedState) === '';
	const settled = item.isListed ? [erase('human', item)] : [];
	if (answer === 'done') return item.step === 'withdraw' ? eraseAll(item, at) : [...settled, keep({ ...row, state: 'standing', documentId: readText(item.documentId) })];
	/* What an earlier upload of the same reference did is not known by one that did nothing. */
	if (answer === 'unknown' || !isFirst) return [list(item, 'uploadUnknown', readText(item.documentReference), at), keep({ ...row, state: 'unknown' })];
	if (answer === 'later') return [...settled, keep(notFiled(row, item.step))];
	return [list(item, 'rejected', '', at), keep(notFiled(row, item.step))];
}

/**
 * What is to be remembered of a step. A document is under way from before it is sent; one whose end is not known stays so, and on the list, until the service or a
 * human settles it. Pure.
 * @param at now, ISO 8601
 */
export function rememberStep(item: IDataObject, at: string): TableChange[] {
	if (isFiling(item)) {
		const answer = answerOf(item);
		return answer === 'none' ? [keep(readKept({ ...item, documentId: item.filedDocumentId }))] : afterFiling(item, answer, at);
	}
	if (item.waits) return [];
	if (item.step === 'erase') return eraseAll(item, at);
	if (item.step === 'human') return [list(item, item.code as HumanCode, readText(item.withdrawalReference) || readText(item.reference), at)];
	return item.isListed ? [erase('human', item)] : [];
}
