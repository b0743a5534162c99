import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import { note } from '../../kit/outcome';
import { readList, readText } from '../../kit/parameters';
import type { DeepLink, DeletableField, LinksChange, RecordChange } from '../record/merge';
import { DELETABLE_FIELDS } from '../record/merge';
import type { AddressPart } from '../record/names';
import { ADDRESS_PARTS } from '../record/names';

/** The vendor gives it as many (contract, section 6). */
const LONGEST_WEB_ADDRESS = 50;

const NUMBERS = [
	{ entry: 'cvrNumber', field: 'CVR Number', digits: 8 },
	{ entry: 'pNumber', field: 'P Number', digits: 10 },
] as const;

/** STAR's other services have these lengths; addresses abroad may differ. */
const DANISH_PARTS = [
	{ entry: 'postalCode', field: 'Postal Code', digits: 4 },
	{ entry: 'municipalityCode', field: 'Municipality Code', digits: 3 },
] as const;

const isDigits = (text: string, digits: number): boolean => text.length === digits && /^\d+$/.test(text);

function readNumbers(entries: IDataObject): RecordChange['plain'] {
	const numbers = NUMBERS.flatMap(({ entry, field, digits }) => {
		const text = readText(entries[entry]).replace(/\s/g, '');
		if (text && !isDigits(text, digits)) throw badInput(field, `has not ${digits} digits`, 'Enter the number without signs, or leave it empty.');
		return text ? [[entry, text]] : [];
	});
	return Object.fromEntries(numbers) as RecordChange['plain'];
}

/** An a-kasse names its branch offices itself; its own name is agreed with STAR (contract, section 6). */
function readName(entries: IDataObject): RecordChange['plain'] {
	const branchName = readText(entries.branchName);
	if (branchName) return { name: branchName };
	const name = readText(entries.name);
	if (!name) return {};
	if (entries.nameAgreed !== true) {
		throw badInput('Name', 'is given without Agreed With STAR', 'The name is used in many places: agree with STAR when it changes, then switch Agreed With STAR on.');
	}
	return { name };
}

/** A switch, which an expression may give as a text; one that is empty is no change. */
function readFlag(value: unknown): RecordChange['plain'] {
	const text = readText(value).toLowerCase();
	if (text && text !== 'true' && text !== 'false') throw badInput('Business Department', 'is neither true nor false', 'Give it one of the two, or leave it out.');
	return text ? { isBusinessDepartment: text === 'true' } : {};
}

/**
 * The plain fields and the address of a form; an empty text is no change.
 * @param entries the collection of `recordEntries`; the logo is read by `readLogo`
 * @throws Failure naming the field that is wrong
 */
export function readEntries(entries: IDataObject): Pick<RecordChange, 'plain' | 'address'> {
	const texts = (['phone', 'webAddress'] as const).flatMap((entry) => (readText(entries[entry]) ? [[entry, readText(entries[entry])]] : []));
	const flag = readFlag(entries.isBusinessDepartment);
	const parts = ADDRESS_PARTS.flatMap((part): Array<[AddressPart, string]> => (readText(entries[part]) ? [[part, readText(entries[part])]] : []));
	return {
		plain: { ...readName(entries), ...readNumbers(entries), ...(Object.fromEntries(texts) as RecordChange['plain']), ...flag },
		...(parts.length && { address: Object.fromEntries(parts) as RecordChange['address'] }),
	};
}

/** What is to be said of a change although nothing in it is refused. */
export function entryWarnings({ plain = {}, address = {} }: Pick<RecordChange, 'plain' | 'address'>): OutcomeMessage[] {
	const { length } = String(plain.webAddress ?? '');
	const parts = DANISH_PARTS.filter(({ entry, digits }) => address[entry] !== undefined && !isDigits(address[entry], digits));
	return [
		...(length > LONGEST_WEB_ADDRESS ? [note('W', `The web address has ${length} characters: the vendor gives it ${LONGEST_WEB_ADDRESS}`)] : []),
		...parts.map(({ field, digits }) => note('W', `The ${field} has not ${digits} digits, as a Danish one has`)),
	];
}

/**
 * The deep links of a form.
 * @throws Failure when a link lacks one of its two parts, or two have the same label
 */
export function readLinks(mode: LinksChange['mode'], rows: ReadonlyArray<{ label?: unknown; address?: unknown }>): LinksChange {
	const links = rows.map((row): DeepLink => ({ label: readText(row.label), address: readText(row.address) }));
	if (!links.length) throw badInput('Links', 'are empty', 'Add them, or leave the links as they are. To delete all of them, choose them under Delete These Fields.');
	if (links.some(({ label, address }) => !label || !address)) throw badInput('Links', 'hold one without a label or without an address', 'Enter both.');
	if (new Set(links.map(({ label }) => label)).size < links.length) throw badInput('Links', 'have the same label twice', 'Give each link a label of its own.');
	return { mode, links };
}

/**
 * The fields that are to be deleted.
 * @param change what the same form sets
 * @throws Failure when one is not known, or is both to be set and to be deleted
 */
export function readRemoval({ plain = {}, address, ...lists }: RecordChange, value: unknown): DeletableField[] {
	const FIELD = 'Delete These Fields';
	const remove = readList(value).map((name) => {
		const field = DELETABLE_FIELDS.find((known) => known === name);
		if (!field) throw badInput(FIELD, 'names a field that can not be deleted', 'Pick it from the list.');
		return field;
	});
	const set = new Set([...Object.keys(plain), ...Object.keys(address ?? {}), ...(address ? ['address'] : []), ...Object.keys(lists)]);
	const both = remove.find((field) => set.has(field));
	if (both !== undefined) throw badInput(FIELD, `names ${both}, which is also given a value`, 'Leave one of the two out.');
	return remove;
}
