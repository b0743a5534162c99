import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import type { BranchKey } from '../branchOffice/paths';
import type { RelatedAkasse } from '../branchOffice/relation';
import { valueOf, WIRE_NAMES } from '../record/names';

/** Both codes of a branch office as one text. */
export const keyOf = ({ akasseCode, branchCode }: BranchKey): string => `${akasseCode}/${branchCode}`;

export function branchOf(key: string): BranchKey {
	const at = key.indexOf('/');
	return { akasseCode: key.slice(0, at), branchCode: key.slice(at + 1) };
}

const unreadable = (message: string): Failure =>
	new Failure({ kind: 'unreadable', message, advice: 'Nothing is told of this poll; the next one reads again. If it stays so, check the base URL and the organisation in the credential.' });

const emptyList = (): Failure => unreadable('STAR answers with an empty list of a-kasser, which is not believed');

function codeOf(row: IDataObject): string {
	const code = readText(valueOf(row, 'akasseCode', WIRE_NAMES));
	if (!code) throw unreadable(`STAR lists an a-kasse without its code (${WIRE_NAMES.akasseCode[0]})`);
	return code;
}

/**
 * The a-kasser of a list, by code.
 * @throws Failure where there are none: there always are, and all would be new with the next list
 */
export function byAkasse(rows: IDataObject[]): Map<string, IDataObject> {
	if (!rows.length) throw emptyList();
	return new Map(rows.map((row) => [codeOf(row), row]));
}

/**
 * The branch offices of the relation, by their keys: what it tells of each, under the names of a record.
 * @throws Failure where the relation holds no a-kasse
 */
export function byBranch(akasser: RelatedAkasse[]): Map<string, IDataObject> {
	if (!akasser.length) throw emptyList();
	const { akasseCode: [akasseKode], branchCode: [afdelingskontorKode], name: [navn] } = WIRE_NAMES;
	return new Map(
		akasser.flatMap(({ akasseCode, branches }) =>
			branches.map(({ branchCode, name, others }) => [
				keyOf({ akasseCode, branchCode }),
				{ [akasseKode]: akasseCode, [afdelingskontorKode]: branchCode, ...(name !== null && { [navn]: name }), ...others },
			]),
		),
	);
}
