import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../kit/failure';
import { isObject, readJson } from '../kit/json';
import { readInteger, readText } from '../kit/parameters';
import { derivedGuid, readGuid, readPlainText, readYesNo } from './values';

/** A job wish (jobønske) of Create as it goes on the wire (contract, section 1.2). */
export interface JobWish extends IDataObject {
	conceptUriDa: string;
	aliasIdentifier?: string;
	harUddannelse: boolean;
	aarSidstBrugt?: number;
	maanederMedErfaring?: number;
	jobTargetIdentifier: string;
}

/** A job wish of Update: its table has neither an occupation nor an id (contract, section 1.2); they go along where they are given. */
export interface UpdatedWish extends IDataObject {
	conceptUriDa?: string;
	aliasIdentifier?: string;
	harUddannelse: boolean;
	senestAktiv: number;
	erfaringsmaaneder: number;
	jobTargetIdentifier?: string;
}

/** The names of a wish's fields: in the node, on the screen, and what STAR calls them in either operation. */
const FIELDS = {
	conceptUri: ['Concept URI', 'conceptUriDa'],
	aliasIdentifier: ['Alias Identifier', 'aliasIdentifier'],
	hasEducation: ['Has Education', 'harUddannelse'],
	yearLastUsed: ['Year Last Used', 'aarSidstBrugt', 'senestAktiv'],
	monthsOfExperience: ['Months of Experience', 'maanederMedErfaring', 'erfaringsmaaneder'],
	jobTargetIdentifier: ['Job Target Identifier', 'jobTargetIdentifier'],
} as const;

type FieldName = keyof typeof FIELDS;
type Entered = Partial<Record<FieldName, unknown>>;

const FIELD = 'Job Wishes';

/** What every name of a field stands for, in lower case. */
const BY_NAME = new Map(
	Object.entries(FIELDS).flatMap(([name, [, ...wire]]) => [name, ...wire].map((known) => [known.toLowerCase(), name as FieldName] as const)),
);

const label = (at: number, name: FieldName): string => `${FIELD}, ${at + 1}: ${FIELDS[name][0]}`;

/** A wish by our names; a name that is none is told, since what it holds would be lost. */
function namedFields(wish: unknown, at: number): Entered {
	if (!isObject(wish)) throw badInput(`${FIELD}, ${at + 1}`, 'is not an object', 'Give a list of objects, one for each wish.');
	const entered: Entered = {};
	for (const [key, value] of Object.entries(wish)) {
		const name = BY_NAME.get(key.toLowerCase());
		if (name === undefined) throw badInput(`${FIELD}, ${at + 1}`, 'holds a field that is not known', `What a wish can hold: ${Object.keys(FIELDS).join(', ')}.`);
		if (name in entered) throw badInput(label(at, name), 'is given twice');
		entered[name] = value;
	}
	return entered;
}

/**
 * The list of wishes however it was given: from the form, or as JSON (a list, one object, or either as a text).
 * @throws Failure that names the wish by its place in the list, from 1
 */
export function listedWishes(value: unknown): Entered[] {
	const given = typeof value === 'string' && value.trim() !== '' ? readJson(value) : value;
	if (typeof value === 'string' && value.trim() !== '' && given === undefined) throw badInput(FIELD, 'is not JSON', 'Give a list of objects, one for each wish.');
	if (given === undefined || given === null || given === '') return [];
	return [given].flat().map(namedFields);
}

const isEmpty = (value: unknown): boolean => readText(value) === '';

/** A whole number, or nothing where the field is empty. */
const readOptional = (field: string, value: unknown): number | undefined => (isEmpty(value) ? undefined : readInteger(field, value));

/** A year of four digits: a short or mistyped one would be refused by the service at best (4710). */
function readYear(field: string, value: unknown): number | undefined {
	const year = readOptional(field, value);
	if (year !== undefined && (year < 1900 || year > 2100)) throw badInput(field, 'is not a year', 'Enter a year of four digits.');
	return year;
}

const readConceptUri = (at: number, value: unknown): string => readPlainText(label(at, 'conceptUri'), value);

/** A number that Update can not do without. */
function required(field: string, number: number | undefined): number {
	if (number === undefined) throw badInput(field, 'is empty', 'Update needs it for each wish.');
	return number;
}

function refuseTwice(wishes: Array<{ jobTargetIdentifier?: string }>): void {
	const ids = wishes.map(({ jobTargetIdentifier }) => jobTargetIdentifier);
	const at = ids.findIndex((id, place) => id !== undefined && ids.indexOf(id) !== place);
	if (at >= 0) throw badInput(label(at, 'jobTargetIdentifier'), 'is the same as that of a wish before');
}

/**
 * The wishes of Create. One without an id of its own gets one that is the same at each repeat of the request.
 * @param requestId the id of the request
 */
export function createWishes(value: unknown, requestId: string): JobWish[] {
	const wishes = listedWishes(value).map((wish, at): JobWish => {
		const conceptUriDa = readConceptUri(at, wish.conceptUri);
		if (!conceptUriDa) throw badInput(label(at, 'conceptUri'), 'is empty', 'Enter the ESCO STAR URI of the occupation.');
		const year = readYear(label(at, 'yearLastUsed'), wish.yearLastUsed);
		const months = readOptional(label(at, 'monthsOfExperience'), wish.monthsOfExperience);
		const alias = readGuid(label(at, 'aliasIdentifier'), wish.aliasIdentifier);
		return {
			conceptUriDa,
			...(alias && { aliasIdentifier: alias }),
			harUddannelse: readYesNo(label(at, 'hasEducation'), wish.hasEducation),
			...(year !== undefined && { aarSidstBrugt: year }),
			...(months !== undefined && { maanederMedErfaring: months }),
			jobTargetIdentifier: readGuid(label(at, 'jobTargetIdentifier'), wish.jobTargetIdentifier) || derivedGuid('job wish', requestId, String(at)),
		};
	});
	refuseTwice(wishes);
	return wishes;
}

/** The wishes of Update, each with all that its table has, and with the occupation where one is given. */
export function updateWishes(value: unknown): UpdatedWish[] {
	const wishes = listedWishes(value).map((wish, at): UpdatedWish => {
		const conceptUriDa = readConceptUri(at, wish.conceptUri);
		const alias = readGuid(label(at, 'aliasIdentifier'), wish.aliasIdentifier);
		const target = readGuid(label(at, 'jobTargetIdentifier'), wish.jobTargetIdentifier);
		return {
			...(conceptUriDa && { conceptUriDa }),
			...(alias && { aliasIdentifier: alias }),
			harUddannelse: readYesNo(label(at, 'hasEducation'), wish.hasEducation),
			senestAktiv: required(label(at, 'yearLastUsed'), readYear(label(at, 'yearLastUsed'), wish.yearLastUsed)),
			erfaringsmaaneder: required(label(at, 'monthsOfExperience'), readOptional(label(at, 'monthsOfExperience'), wish.monthsOfExperience)),
			...(target && { jobTargetIdentifier: target }),
		};
	});
	refuseTwice(wishes);
	return wishes;
}
