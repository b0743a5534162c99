import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { now } from '../../kit/clock';
import { isDate } from '../../kit/dateWindows';
import { badInput } from '../../kit/failure';
import { readDate, readList, readText, readWallClock } from '../../kit/parameters';
import { ZONE } from '../payments/line';
import { readSendable } from '../soap/text';
import type { Area } from './areas';
import { areaNamed, NOT_YET_APPROVED, PAY_GRADE } from './areas';
import type { Presentation } from './present';
import type { EmployeeQuery, Naming, Period } from './query';
import { DEFAULT_NAMING, WIDE_OPEN, wholeDays } from './query';
import { isNumberForm } from './urns';

/** What is asked of the service, and how the answer is given out. */
export interface ReadSettings {
	query: EmployeeQuery;
	/** For flat items of changed employees: how these are read whole. */
	whole?: EmployeeQuery;
	presentation: Presentation;
	naming: Naming;
}

/** The areas chosen, and their Datakategorier. */
export interface ChosenAreas {
	areas: Area[];
	categories: string[];
}

/** Wall clock in Denmark as the filters want it. */
export const WIRE_TIME = "yyyy-MM-dd'T'HH:mm:ss";

/** Today in Denmark, `yyyy-MM-dd`. */
export const today = (): string => DateTime.fromJSDate(now()).setZone(ZONE).toFormat('yyyy-MM-dd');

const optionalDate = (label: string, value: unknown): string | undefined =>
	readText(value) || value instanceof Object ? readDate(label, value, ZONE) : undefined;

/** A point in time; a plain date is its beginning, or, at the end of a period, the end of the day. */
function optionalTime(label: string, value: unknown, timeOfDay: string): string | undefined {
	const text = readText(value);
	if (!text && !(value instanceof Object)) return undefined;
	return isDate(text) ? `${text}T${timeOfDay}` : readWallClock(label, value, ZONE, WIRE_TIME);
}

function inOrder(fromLabel: string, toLabel: string, { from, to }: Period): Period {
	if (from && to && from > to) throw badInput(toLabel, `lies before '${fromLabel}'`);
	return { from, to };
}

/**
 * The areas from the node's multiple choice.
 * @param rotaCode Datakategori of the placement in duty rotas, which is not public
 * @throws Failure when there is none, one that is unknown, or one whose code is missing
 */
export function readAreas(value: unknown, rotaCode: unknown): ChosenAreas {
	const names = [...new Set(readList(value))];
	if (!names.length) throw badInput('Data Areas', 'is empty', 'Choose at least one area.');
	const chosen: ChosenAreas = { areas: [], categories: [] };
	for (const name of names) {
		const area = areaNamed(name);
		const code = name === NOT_YET_APPROVED.name ? NOT_YET_APPROVED.code : (area?.code ?? (area && readSendable('Category of Rota Placement', rotaCode)));
		if (code === undefined) throw badInput('Data Areas', 'holds an area that does not exist');
		if (code === '') throw badInput('Category of Rota Placement', 'is empty', 'KMD has not published it: enter the Datakategori that KMD gave you.');
		if (area) chosen.areas.push(area);
		chosen.categories.push(code);
	}
	return chosen;
}

/** How sender and employees are named, from the node's options. */
export function readNaming(options: IDataObject): Naming {
	const form = readText(options.numberForm) || DEFAULT_NAMING.numberForm;
	if (!isNumberForm(form)) throw badInput('Form of Employee Numbers', 'is none that there is');
	return { numberForm: form, senderUrn: readSendable('Sender URN', options.senderUrn) || DEFAULT_NAMING.senderUrn };
}

const FINDS_REPLACED = { categories: [PAY_GRADE], validity: WIDE_OPEN, changed: WIDE_OPEN };

/**
 * Reads what *Get* and *Get Many* ask, from their parameters. Without a validity filter all of the history is asked for, or, for a flat item, what is valid on its date.
 * @param parameter gives the value of a parameter
 * @throws Failure naming the field that can't be read
 */
export function readSettings(parameter: (name: string) => unknown): ReadSettings {
	const options = (parameter('options') ?? {}) as IDataObject;
	const filters = (parameter('filters') ?? {}) as IDataObject;
	const { areas, categories } = readAreas(parameter('areas'), options.rotaCategory);
	const naming = readNaming(options);
	const asOf = parameter('simplify') === false ? undefined : (optionalDate('As Of', options.asOf) ?? today());
	const validFrom = optionalDate('Valid From', filters.validFrom);
	const validTo = optionalDate('Valid To', filters.validTo);
	const validity = inOrder('Valid From', 'Valid To', wholeDays(validFrom, validTo));
	const changed = inOrder('Changed From', 'Changed To', {
		from: optionalTime('Changed From', filters.changedFrom, '00:00:00'),
		to: optionalTime('Changed To', filters.changedTo, '23:59:59'),
	});
	if (options.findReplaced === true) {
		if (Object.keys(filters).length) throw badInput('Filters', 'can not be used when replaced employments are looked for', 'That query has filters of its own.');
		return { query: FINDS_REPLACED, naming, presentation: { areas: [areaNamed('payGrade') as Area], asOf } };
	}
	const window = validFrom || validTo ? validity : undefined;
	const whole = { categories, validity: window ?? (asOf === undefined ? WIDE_OPEN : wholeDays(asOf, asOf)) };
	const presentation = { areas, asOf };
	if (!changed.from && !changed.to) return { query: whole, naming, presentation };
	const query = { categories, validity: window ?? WIDE_OPEN, changed };
	return { query, whole: asOf === undefined ? undefined : whole, naming, presentation };
}
