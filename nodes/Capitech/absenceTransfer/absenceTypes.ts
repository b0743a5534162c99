import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readInteger, readText } from '../../kit/parameters';
import { oneOf, readEntries, refuseUnknown } from '../payroll/settings/entries';
import type { Relation } from './record';
import { RELATIONS } from './record';

/** What days of absence an entry is for; what is left out fits any day of the code. */
interface Selectors {
	absenceCode: string;
	/** `full`: 100 %, `graded`: less, or an exact percentage. */
	percent?: 'full' | 'graded' | number;
	/** Egenmelding or not. */
	selfDeclaration?: boolean;
}

/** The type that days of absence get in the payroll system. */
export interface OpusType {
	type: string;
	relation: Relation;
	/** Empty where a human has to say which child, case or injury it is. */
	relationKey: string;
}

/** An entry of the settings. */
export interface TypeEntry {
	selectors: Selectors;
	/** Null: such days are not transferred. */
	opusType: OpusType | null;
}

/** What the type of a day is found by. */
export interface Nature {
	absenceCode: string;
	percent: number;
	selfDeclaration: boolean | null;
}

const FIELDS = ['absenceCode', 'percent', 'selfDeclaration', 'opusType', 'relation', 'relationKey', 'doNotTransfer'];
const LONGEST_TYPE = 4;

function readPercent(place: string, value: unknown): Selectors['percent'] {
	if (value === undefined || value === null || value === '') return undefined;
	if (value === 'full' || value === 'graded') return value;
	const percent = readInteger(place, value, 1);
	if (percent > 100) throw badInput(place, 'is more than 100', "Use full, graded, or a percentage from 1 to 100.");
	return percent;
}

function readFlag(place: string, value: unknown): boolean | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value !== 'boolean') throw badInput(place, 'is neither true nor false');
	return value;
}

function readOpusType(place: string, entry: IDataObject): OpusType | null {
	const type = readText(entry.opusType);
	const isLeftOut = readFlag(`${place}, doNotTransfer`, entry.doNotTransfer) ?? false;
	if (isLeftOut && type) throw badInput(place, 'has both opusType and doNotTransfer', 'Keep the one that holds.');
	if (isLeftOut) return null;
	if (!type) throw badInput(`${place}, opusType`, 'is empty', 'Give the absence type of KMD Opus, or "doNotTransfer": true.');
	if (type.length > LONGEST_TYPE || /\s/.test(type)) throw badInput(`${place}, opusType`, `is not an absence type of at most ${LONGEST_TYPE} characters`);
	const relation = oneOf<Relation>(`${place}, relation`, entry.relation, RELATIONS);
	const relationKey = readText(entry.relationKey);
	if (relationKey && relation === 'none') throw badInput(`${place}, relationKey`, 'has no relation', `Say what it is: ${RELATIONS.slice(1).join(', ')}.`);
	return { type, relation, relationKey };
}

const sameCode = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

const keyOf = ({ absenceCode, percent, selfDeclaration }: Selectors): string => JSON.stringify([absenceCode.toLowerCase(), percent ?? null, selfDeclaration ?? null]);

/**
 * Reads which type days of absence get.
 * @throws Failure naming the entry that is wrong, or the second of two for the same days
 */
export function readTypes(place: string, value: unknown): TypeEntry[] {
	const seen = new Set<string>();
	return readEntries(place, value).map((entry, at) => {
		const own = `${place}, entry ${at + 1}`;
		refuseUnknown(own, entry, FIELDS);
		const absenceCode = readText(entry.absenceCode);
		if (!absenceCode) throw badInput(`${own}, absenceCode`, 'is empty', 'Give the code of the absence in Capitech, SYK for example.');
		const selectors = {
			absenceCode,
			percent: readPercent(`${own}, percent`, entry.percent),
			selfDeclaration: readFlag(`${own}, selfDeclaration`, entry.selfDeclaration),
		};
		if (seen.has(keyOf(selectors))) throw badInput(own, 'is for the same days as an entry before it', 'Leave one of the two out.');
		seen.add(keyOf(selectors));
		return { selectors, opusType: readOpusType(own, entry) };
	});
}

function fitsPercent(wanted: Selectors['percent'], percent: number): boolean {
	if (wanted === undefined) return true;
	if (wanted === 'full') return percent === 100;
	return wanted === 'graded' ? percent > 0 && percent < 100 : percent === wanted;
}

const fits = ({ absenceCode, percent, selfDeclaration }: Selectors, nature: Nature): boolean =>
	sameCode(absenceCode, nature.absenceCode) &&
	fitsPercent(percent, nature.percent) &&
	(selfDeclaration === undefined || selfDeclaration === nature.selfDeclaration);

/** An exact percentage counts more than a word for it, and either more than the self-declaration. */
const weigh = ({ percent, selfDeclaration }: Selectors): number =>
	(typeof percent === 'number' ? 4 : percent === undefined ? 0 : 2) + (selfDeclaration === undefined ? 0 : 1);

/** The entry for a day: of those that fit, the most specific. */
export function typeOf(entries: readonly TypeEntry[], nature: Nature): TypeEntry | undefined {
	const [best] = entries.filter(({ selectors }) => fits(selectors, nature)).sort((one, other) => weigh(other.selectors) - weigh(one.selectors));
	return best;
}
