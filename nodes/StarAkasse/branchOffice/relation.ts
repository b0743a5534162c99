import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import { isObject } from '../../kit/json';
import { readText } from '../../kit/parameters';
import { mayBeCode } from '../code';
import type { FieldKey } from '../record/names';
import { othersOf, valueOf, WIRE_NAMES } from '../record/names';
import type { BranchKey } from './paths';

/** A branch office as the relation tells it. */
export interface RelatedBranch {
	branchCode: string;
	name: string | null;
	/** What else stands beside its code and its name. */
	others: IDataObject;
}

/** An a-kasse and its branch offices. */
export interface RelatedAkasse {
	akasseCode: string;
	name: string | null;
	branches: RelatedBranch[];
}

const OF_A_BRANCH: readonly FieldKey[] = ['akasseCode', 'branchCode', 'name'];

const text = (object: IDataObject, field: FieldKey): string => readText(valueOf(object, field, WIRE_NAMES));

const branchOf = (entry: IDataObject): RelatedBranch => ({
	branchCode: text(entry, 'branchCode'),
	name: text(entry, 'name') || null,
	others: othersOf(entry, OF_A_BRANCH, WIRE_NAMES),
});

/** The lists in a value, within objects too: an object that has the code of a branch office is one of one entry. */
function listsIn(value: unknown): unknown[][] {
	if (Array.isArray(value)) return [value];
	if (!isObject(value)) return [];
	return text(value, 'branchCode') ? [[value]] : Object.values(value).flatMap(listsIn);
}

/**
 * The branch offices of an a-kasse: the one list that it holds, whatever its name; none where it holds none.
 * @returns undefined where there is more than one list, or the entry is itself a branch office's: what is not understood must not count as none
 */
function branchesIn(akasse: IDataObject): IDataObject[] | undefined {
	const lists = Object.values(akasse).flatMap(listsIn);
	if (lists.length > 1 || text(akasse, 'branchCode')) return undefined;
	const [list = []] = lists;
	return list.every((entry): entry is IDataObject => isObject(entry) && text(entry, 'branchCode') !== '') ? list : undefined;
}

function akasseOf(entry: unknown): RelatedAkasse | undefined {
	if (!isObject(entry)) return undefined;
	const akasseCode = text(entry, 'akasseCode');
	const branches = branchesIn(entry);
	return akasseCode && branches ? { akasseCode, name: text(entry, 'name') || null, branches: branches.map(branchOf) } : undefined;
}

/**
 * The a-kasser with their branch offices, in the order of the answer to GetAkasseAfdelingskontorRelation (contract, section 1.1).
 * @throws Failure where an entry can't be read: what is missing from such a list may be there all the same
 */
export function readRelation(entries: unknown[]): RelatedAkasse[] {
	const akasser = entries.map(akasseOf);
	if (!akasser.every((akasse) => akasse !== undefined)) {
		throw new Failure({
			kind: 'unreadable',
			message: 'The relation of a-kasser and branch offices is in a form that is not understood',
			advice: 'Expected is a list of a-kasser, each with its code (akasseKode) and a list of branch offices with theirs (afdelingskontorKode).',
		});
	}
	return akasser;
}

/** Whether the relation knows the a-kasse and lacks the branch office; undefined where it doesn't know the a-kasse. */
export function isMissingFrom(relation: RelatedAkasse[], { akasseCode, branchCode }: BranchKey): boolean | undefined {
	const akasse = relation.find((entry) => mayBeCode(entry.akasseCode, akasseCode));
	return akasse && !akasse.branches.some((branch) => mayBeCode(branch.branchCode, branchCode));
}

/** A branch office by itself, as *Get Many* gives it out. */
export interface BranchRow extends IDataObject {
	akasseCode: string;
	akasseName: string | null;
	branchCode: string;
	branchName: string | null;
}

/** The branch offices one by one, in the order of the relation, with what else it says of each under its own names. */
export const rowsOf = (relation: RelatedAkasse[]): BranchRow[] =>
	relation.flatMap(({ akasseCode, name: akasseName, branches }) =>
		branches.map(({ branchCode, name: branchName, others }) => ({ ...others, akasseCode, akasseName, branchCode, branchName })),
	);
