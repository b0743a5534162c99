import { isObject, readBody, spelledAs, type JsonObject } from '../star/spelling.ts';
import { withoutNulls } from '../star/store.ts';
import type { Setting } from './answers.ts';

const HOURS = { ugedag: 0, aabningstidspunkt: '', lukketidspunkt: '', aabningstidSluttidspunkt: '' };

/** How the fields of a record are spelled (star.md 1.1). */
const RECORD: JsonObject = {
	akasseKode: '',
	afdelingskontorKode: '',
	navn: '',
	adresse: { vejnavn: '', husnummer: '', etage: '', doer: '', postnummer: '', bynavn: '', kommunenummer: '', landekode: '' },
	cvrNummer: '',
	pNummer: '',
	telefonnummer: '',
	webadresse: '',
	virksomhedsafdeling: false,
	logo: '',
	dybeLinks: [{ label: '', adresse: '' }],
	akasseAabningstider: [HOURS],
	akasseTelefontider: [HOURS],
};

const LISTS = ['akasseAabningstider', 'akasseTelefontider'] as const;

/** The end of an interval under the one name that records have; in strict reading only the name that answers give counts. */
function withClosingName(interval: unknown, setting: Setting): unknown {
	if (!isObject(interval)) return interval;
	const { lukketidspunkt, aabningstidSluttidspunkt, ...rest } = interval;
	const named = { lukketidspunkt, aabningstidSluttidspunkt };
	const closing = setting('closingName') as keyof typeof named;
	const end = setting('closingNameStrict') === true ? named[closing] : (lukketidspunkt ?? aabningstidSluttidspunkt);
	return { ...rest, lukketidspunkt: end };
}

/** Phone hours as a list, also where they came as an object with the list `akasseTelefontid`. */
function phoneList(phone: unknown): unknown {
	if (!isObject(phone)) return phone;
	return (spelledAs(phone, { akasseTelefontid: [HOURS] }) as JsonObject).akasseTelefontid ?? phone;
}

/**
 * Reads the record that a write brings: names in any case, unknown fields as they came (spelled as `stored` has them, if
 * it does), the end of an interval under either name, phone hours in either shape; what is null, also in the
 * address, is not there.
 */
export function readRecord(text: string, stored: object, setting: Setting): JsonObject {
	const record = withoutNulls(spelledAs(readBody(text, RECORD), stored) as JsonObject) as JsonObject;
	if (isObject(record.adresse)) record.adresse = withoutNulls(record.adresse);
	if (record.akasseTelefontider !== undefined) record.akasseTelefontider = phoneList(record.akasseTelefontider);
	for (const name of LISTS) {
		const hours = record[name];
		if (Array.isArray(hours)) record[name] = hours.map((interval) => withClosingName(interval, setting));
	}
	return record;
}
