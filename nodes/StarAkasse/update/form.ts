import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import type { MergeSettings, RecordChange } from '../record/merge';
import { NESTED_PHONE_HOURS } from '../record/hours';
import type { WireNames } from '../record/names';
import type { HoursRules } from '../record/hoursRules';
import { entryWarnings, readEntries, readLinks, readRemoval } from './change';
import type { HoursRow } from './hoursForm';
import { readHoursForm } from './hoursForm';
import { readLogo } from './logo';
import { readWireNames } from './wireNames';

/** What a form of a record holds, checked. */
export interface RecordForm {
	change: RecordChange;
	names: WireNames;
	lastWeekday: HoursRules['lastWeekday'];
	/** How hours are written where none stand. */
	shape: MergeSettings['shape'];
	/** What is to be said about it. */
	messages: OutcomeMessage[];
}

type Read = <T>(name: string, otherwise: T) => T;

const HOURS = [
	{ key: 'openingHours', label: 'Opening Hours', field: 'Opening Hours by Day', closedDay: 'closedDay' },
	{ key: 'phoneHours', label: 'Phone Hours', field: 'Phone Hours by Day', closedDay: 'closedPhoneDay' },
] as const;

/**
 * How a form is to be taken; undefined where it is to be left alone.
 * @throws Failure where an expression gives something else: what was to be changed would stay as it is, unsaid
 */
function readMode<T extends string>(read: Read, name: string, field: string, modes: readonly T[]): T | undefined {
	const given = read<string>(name, 'leave');
	const mode = modes.find((one) => one === given);
	if (!mode && given !== 'leave') throw badInput(field, `is none of leave, ${modes.join(' and ')}`, 'Pick it from the list.');
	return mode;
}

function readHours(read: Read, options: IDataObject, lastWeekday: HoursRules['lastWeekday']): { change: RecordChange; messages: OutcomeMessage[] } {
	const forms = HOURS.flatMap(({ key, label, field, closedDay }) => {
		const mode = readMode(read, `${key}Mode`, label, ['days', 'week']);
		if (!mode) return [];
		const { row = [] } = read<{ row?: HoursRow[] }>(key, {});
		const form = readHoursForm({ field, mode, rows: row, closedDay: options[closedDay] === 'midnightPair' ? 'midnightPair' : 'omit', lastWeekday });
		return [{ key, ...form }];
	});
	return { change: Object.fromEntries(forms.map(({ key, change }) => [key, change])), messages: forms.flatMap(({ messages }) => messages) };
}

function readDeepLinks(read: Read): Pick<RecordChange, 'deepLinks'> {
	const mode = readMode(read, 'deepLinksMode', 'Deep Links', ['change', 'replace']);
	if (!mode) return {};
	const { link = [] } = read<{ link?: IDataObject[] }>('deepLinks', {});
	return { deepLinks: readLinks(mode, link) };
}

/**
 * Reads the fields of `recordEntries` (a collection called `fields`), `deepLinkFields`, `hoursFields`, `removeField` where the operation has it, and
 * `recordOptions`.
 * @param given values that take the place of the parameters of these names, where the operation has other fields
 * @throws Failure naming the field that is wrong
 */
export async function readForm(context: IExecuteFunctions, index: number, given: IDataObject = {}): Promise<RecordForm> {
	const read: Read = <T>(name: string, otherwise: T) => (given[name] ?? context.getNodeParameter(name, index, otherwise as never)) as T;
	const options = context.getNodeParameter('options', index, {});
	const entries = read<IDataObject>('fields', {});
	const lastWeekday = Number(options.lastWeekday) === 5 ? 5 : 7;
	const plain = readEntries(entries);
	const hours = readHours(read, options, lastWeekday);
	const change: RecordChange = { ...plain, ...readDeepLinks(read), ...hours.change };
	const logo = entries.logoBinaryField ? await readLogo(context, index, String(entries.logoBinaryField)) : undefined;
	if (logo) change.plain = { ...change.plain, logo: logo.base64 };
	const remove = readRemoval(change, read<unknown>('removeFields', []));
	const { entry = [] } = (options.wireNames ?? {}) as { entry?: IDataObject[] };
	return {
		change: { ...change, remove },
		names: readWireNames(entry),
		lastWeekday,
		shape: options.phoneHoursShape === 'nested' ? { phoneHours: NESTED_PHONE_HOURS } : {},
		messages: [...entryWarnings(change), ...(logo?.messages ?? []), ...hours.messages],
	};
}
