import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import { isObject } from '../../kit/json';
import { isCode } from '../code';
import type { WireNames } from '../record/names';
import { valueOf, WIRE_NAMES } from '../record/names';
import type { BranchKey } from './paths';

/** A record that doesn't say which branch office it is could be its a-kasse's. */
function isOf(record: IDataObject, { akasseCode, branchCode }: BranchKey, names: WireNames): boolean {
	const ofAkasse = valueOf(record, 'akasseCode', names);
	return isCode(valueOf(record, 'branchCode', names), branchCode) && (ofAkasse === undefined || isCode(ofAkasse, akasseCode));
}

/** What stands alone in an object, which a service may put around its answer. */
function unwrapped(answer: unknown): unknown {
	const [only, ...others] = isObject(answer) ? Object.values(answer) : [];
	return !others.length && (isObject(only) || Array.isArray(only)) ? only : answer;
}

/**
 * The branch office that was asked for in what came: the answer itself, or one of a list, since a service that does not know our parameters may answer with all.
 * @returns undefined where a list lacks it
 * @throws Failure where the answer is something else: it must not be taken for what is to be changed
 */
export function branchIn(answer: unknown, key: BranchKey, names: WireNames = WIRE_NAMES): IDataObject | undefined {
	const own = unwrapped(answer);
	const records = Array.isArray(own) ? own : [own];
	if (records.every(isObject)) {
		const found = records.filter((record) => isOf(record, key, names));
		if (found.length === 1) return found[0];
		if (Array.isArray(own) && !found.length) return undefined;
	}
	throw new Failure({
		kind: 'unreadable',
		message: 'STAR answered with something else than the branch office that was asked for',
		advice: "The parameters of this read are our reading: STAR's text names none. Set 'Path of the Read' in the options as STAR describes it to you.",
	});
}
