import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import { isCode } from '../code';
import type { FieldKey, WireNames } from '../record/names';
import { nameIn, valueOf } from '../record/names';

/** What says which record it is. The name is part of it: it is not the form's to delete, STAR wants to agree on it (contract, section 6). */
const IDENTITY: readonly FieldKey[] = ['akasseCode', 'branchCode', 'name'];

/** A record that holds nothing but what it is. */
export function identityOf(record: IDataObject, names: WireNames): IDataObject {
	const kept = new Set(IDENTITY.map((field) => nameIn(record, field, names)));
	return Object.fromEntries(Object.entries(record).filter(([key]) => kept.has(key)));
}

/** The codes that tell one record from all others; an a-kasse's own has none of a branch office. */
type Codes = { akasseCode: string; branchCode?: string };

/**
 * Makes sure that what was read is the record that was asked for: an update puts the whole of it back.
 * @param codes the codes it was asked for by
 * @throws Failure when it is another one, or nothing in it says that it is a record
 */
export function checkIdentity(record: IDataObject, codes: Codes, names: WireNames): IDataObject {
	const isOther = (['akasseCode', 'branchCode'] as const).some((field) => {
		const [found, code] = [valueOf(record, field, names), codes[field]];
		return found !== undefined && (code === undefined || !isCode(found, code));
	});
	const isRecord = IDENTITY.some((field) => valueOf(record, field, names) !== undefined);
	if (isOther || !isRecord) {
		throw new Failure({
			kind: 'unreadable',
			message: isOther ? 'The service answered with another record than the one asked for' : 'The service answered with something that has neither a code nor a name',
			advice: 'Look at the path in the options, and whether the names of the fields are those under Wire Names.',
		});
	}
	return record;
}
