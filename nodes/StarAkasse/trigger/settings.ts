import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readList } from '../../kit/parameters';
import { checkReadPath } from '../branchOffice/paths';
import { readAkasseCode } from '../code';
import type { DirectoryEvent } from './events';
import { EVENTS } from './events';

/** What the trigger looks for, and how it gives it out. */
export interface TriggerSettings {
	events: ReadonlySet<DirectoryEvent>;
	/** The a-kasser that are watched; none: all. */
	akasseCodes: ReadonlySet<string>;
	/** Whether branch offices are read one by one, or known by the relation alone. */
	readEachBranch: boolean;
	simplify: boolean;
	/** Whether many may be closed at once. */
	allowManyClosings: boolean;
	/** The collection *Options*, which may hold where one branch office is read. */
	options: IDataObject;
}

const isEvent = (value: string): value is DirectoryEvent => EVENTS.some((event) => event === value);

function readEvents(value: unknown): Set<DirectoryEvent> {
	const chosen = readList(value);
	if (!chosen.length) throw badInput('Events', 'is empty', 'Choose at least one.');
	if (!chosen.every(isEvent)) throw badInput('Events', 'has an entry that is none of its values', `Use ${EVENTS.join(', ')}.`);
	return new Set(chosen.filter(isEvent));
}

/**
 * Reads the parameters of the trigger.
 * @param parameter gives the value of a parameter
 * @throws Failure naming the field that is wrong
 */
export function readTriggerSettings(parameter: (name: string) => unknown): TriggerSettings {
	const options = (parameter('options') ?? {}) as IDataObject;
	checkReadPath(options);
	return {
		events: readEvents(parameter('events')),
		akasseCodes: new Set(readList(parameter('akasseCodes')).map((code) => readAkasseCode(code, 'A-Kasse Codes'))),
		readEachBranch: parameter('readEachBranch') === true,
		simplify: parameter('simplify') !== false,
		allowManyClosings: options.allowManyClosings === true,
		options,
	};
}
