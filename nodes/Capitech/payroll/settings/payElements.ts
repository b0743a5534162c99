import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../../kit/failure';
import { groupBy } from '../../../kit/gather';
import { readInteger, readText } from '../../../kit/parameters';
import type { TimeTransaction } from '../../time/row';
import { oneOf, readEntries, refuseUnknown } from './entries';
import type { Selectors, Subject } from './selectors';
import { mostSpecific, readSelectors, refuseRepeats, SELECTOR_FIELDS } from './selectors';

/** What a quantity stands for: hours and pieces go as Antal, an amount as Beløb in kroner. */
export type Unit = 'hours' | 'count' | 'amount';

/** What rows of a time category become: a pay element, or nothing by decision. */
export type Mapping = { selectors: Selectors } & (
	| { doNotExport: true }
	| {
			doNotExport: false;
			/** Lønart, four digits. */
			payElement: string;
			/** Løbenummer. */
			serialNumber: number;
			unit: Unit;
	  }
);

/** The mappings of a firm by time category. */
export type Mappings = ReadonlyMap<number, readonly Mapping[]>;

const FIELDS = ['timeCategoryId', ...SELECTOR_FIELDS, 'payElement', 'serialNumber', 'unit', 'doNotExport'];

/** Never taken for granted: kroner sent as a quantity would be paid many times over. */
function readUnit(place: string, value: unknown): Unit {
	if (!readText(value)) throw badInput(`${place}, unit`, 'is empty', "Say whether the quantity is 'hours', a 'count' of pieces or an 'amount' in kroner.");
	return oneOf<Unit>(`${place}, unit`, value, ['hours', 'count', 'amount']);
}

function readMapping(place: string, entry: IDataObject): Mapping {
	refuseUnknown(place, entry, FIELDS);
	const selectors = readSelectors(place, entry);
	if (entry.doNotExport === true) {
		if (readText(entry.payElement)) throw badInput(place, "says 'doNotExport' and names a pay element", 'Leave one of the two out.');
		return { selectors, doNotExport: true };
	}
	const payElement = readText(entry.payElement);
	if (!/^\d{1,4}$/.test(payElement)) {
		throw badInput(place, 'has no pay element (lønart) of at most four digits', 'Enter one, or "doNotExport": true where these rows are not to be paid by this workflow.');
	}
	return {
		selectors,
		doNotExport: false,
		payElement: payElement.padStart(4, '0'),
		serialNumber: readInteger(`${place}, serialNumber`, entry.serialNumber),
		unit: readUnit(place, entry.unit),
	};
}

/**
 * Reads the mapping of time categories to pay elements.
 * @throws Failure naming the entry that is wrong
 */
export function readMappings(place: string, value: unknown): Mappings {
	const entries = readEntries(place, value).map((entry, at) => {
		const own = `${place}, entry ${at + 1}`;
		return { timeCategoryId: readInteger(`${own}, timeCategoryId`, entry.timeCategoryId), mapping: readMapping(own, entry) };
	});
	if (!entries.length) throw badInput(place, 'is empty', 'Say which time category becomes which pay element; otherwise no hour would be exported.');
	refuseRepeats(place, entries.map(({ mapping }) => mapping), (at) => entries[at].timeCategoryId);
	const groups = groupBy(entries, ({ timeCategoryId }) => String(timeCategoryId));
	return new Map([...groups].map(([id, members]) => [Number(id), members.map(({ mapping }) => mapping)]));
}

const describe = ({ timeCategoryId, timeCategory }: TimeTransaction): string => `${timeCategoryId} ${timeCategory ?? ''}`.trim();

/** Supplements and overtime. All else is ordinary hours: of hourly-paid staff they are paid by this export, of monthly-paid staff they are paid already. */
const EXTRA: ReadonlySet<unknown> = new Set(['T', 'P', 'S']);

/**
 * The mapping of a row, or why there is none. Ordinary hours count only under an entry that names the employee group: without it the hours of monthly-paid staff
 * would be paid twice.
 */
export function mappingOf(mappings: Mappings, subject: Subject): Mapping | { reason: string } {
	const { row, employeeGroup } = subject;
	const mapping = mostSpecific(mappings.get(row.timeCategoryId) ?? [], subject);
	if (row.timeCategoryPayable === 0) return mapping?.doNotExport ? mapping : { reason: `Time category ${describe(row)} is unpaid in Capitech` };
	if (!EXTRA.has(row.timeCategoryTypeId) && mapping?.selectors.employeeGroup === undefined) {
		const group = employeeGroup === null ? 'an unknown employee group' : `employee group ${employeeGroup}`;
		return { reason: `Ordinary hours (${describe(row)}) have no entry for ${group} in the settings` };
	}
	return mapping ?? { reason: `Time category ${describe(row)} has no pay element in the settings` };
}
