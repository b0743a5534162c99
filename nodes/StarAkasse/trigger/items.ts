import type { IDataObject } from 'n8n-workflow';

import type { OutputItem } from '../../kit/operation';
import { readText } from '../../kit/parameters';
import { mayBeCode } from '../code';
import { valueOf, WIRE_NAMES } from '../record/names';
import { simplifyRecord } from '../record/simplify';
import { BRANCH_GROUPS } from './branches';
import { branchOf } from './directory';
import type { Subject } from './events';
import { eventOf, HAPPENED } from './events';
import type { Group } from './groups';
import { RECORD_GROUPS } from './groups';
import type { TriggerSettings } from './settings';
import type { Change } from './watch';

/** Of each kind, a sample shows so many. */
const SAMPLE = 3;

const GROUPS: Readonly<Record<Subject, readonly Group[]>> = { akasse: RECORD_GROUPS, branch: BRANCH_GROUPS };

const codesOf = (subject: Subject, key: string): { akasseCode: string; branchCode?: string } => (subject === 'akasse' ? { akasseCode: key } : branchOf(key));

/** What is known of a thing that is there; of one that is closed nothing was kept but its codes. */
const standing = (record: IDataObject, simplify: boolean): IDataObject => ({
	name: readText(valueOf(record, 'name', WIRE_NAMES)) || null,
	record: simplify ? simplifyRecord(record) : record,
});

const itemOf = (subject: Subject, { happened, key, parts, record }: Change, { simplify }: TriggerSettings): OutputItem => ({
	json: {
		event: eventOf(subject, happened),
		...codesOf(subject, key),
		...(happened === 'changed' && { changed: [...new Set(parts.map((part) => GROUPS[subject][part]))] }),
		...(record && standing(record, simplify)),
	},
});

/** Whether a thing belongs to the a-kasser that are watched. */
export const isWatched = (subject: Subject, key: string, { akasseCodes }: Pick<TriggerSettings, 'akasseCodes'>): boolean =>
	!akasseCodes.size || [...akasseCodes].some((code) => mayBeCode(codesOf(subject, key).akasseCode, code));

/** The items of what is asked for. */
export const itemsOf = (subject: Subject, changes: Change[], settings: TriggerSettings): OutputItem[] =>
	changes
		.filter(({ happened, key }) => settings.events.has(eventOf(subject, happened)) && isWatched(subject, key, settings))
		.map((change) => itemOf(subject, change, settings));

/** The first few of what is there, as if one of the events that are asked for had just happened to them, and their names had been changed. */
export function samplesOf(subject: Subject, records: Iterable<[string, IDataObject]>, settings: TriggerSettings): OutputItem[] {
	const happened = HAPPENED.find((one) => settings.events.has(eventOf(subject, one)));
	if (!happened) return [];
	return [...records]
		.filter(([key]) => isWatched(subject, key, settings))
		.slice(0, SAMPLE)
		.map(([key, record]) => itemOf(subject, { happened, key, parts: [0], ...(happened !== 'closed' && { record }) }, settings));
}
