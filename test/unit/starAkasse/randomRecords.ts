import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

/** One interval as the wire has it, with its weekday as a number. */
export interface WireInterval extends IDataObject {
	ugedag: number;
	aabningstidspunkt: string;
	lukketidspunkt: string;
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to three intervals of a day, apart from each other, between 00:01 and 23:59. */
export const dayOfHours = (ugedag: number): fc.Arbitrary<WireInterval[]> =>
	fc.uniqueArray(fc.integer({ min: 1, max: 1439 }), { maxLength: 6 }).map((minutes) => {
		const times = minutes.sort((a, b) => a - b).map(clock);
		return Array.from({ length: Math.floor(times.length / 2) }, (_, at) => ({ ugedag, aabningstidspunkt: times[2 * at], lukketidspunkt: times[2 * at + 1] }));
	});

/** A week of hours, weekends included, in any order; some intervals hold more than we know. */
const weekOfHours: fc.Arbitrary<IDataObject[]> = fc
	.tuple(...[1, 2, 3, 4, 5, 6, 7].map(dayOfHours))
	.chain((days) => fc.shuffledSubarray(days.flat(), { minLength: days.flat().length }))
	.chain((week) => fc.tuple(...week.map((interval) => fc.option(fc.constantFrom('efter aftale', 'kun telefon')).map((note) => (note === null ? interval : { ...interval, bemaerkning: note })))));

const text = (maxLength: number): fc.Arbitrary<string> =>
	fc.string({ minLength: 1, maxLength, unit: fc.constantFrom(...'abcæøåÆØÅ-.,/0123456789 ') }).filter((value) => value.trim() !== '');

const digits = (length: number): fc.Arbitrary<string> => fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom(...'0123456789') });

const exactNumber = fc.oneof(fc.integer(), fc.integer({ min: -99999, max: 99999 }).map((value) => value / 100));

/** A value of which the pack knows nothing. */
const unknownValue = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		text(20),
		exactNumber,
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom('kode', 'Kode2', 'tekst', 'liste'), tie('value'), { maxKeys: 3 }),
	),
})).value as fc.Arbitrary<IDataObject[string]>;

const unknownFields = fc.dictionary(fc.constantFrom('kanalInformation', 'ekstra', 'skema', 'aendret_af', 'gyldigFra'), unknownValue, { maxKeys: 4, noNullPrototype: true });

const address = fc.record(
	{ vejnavn: fc.oneof(text(50), digits(50)), husnummer: text(4), etage: text(3), doer: text(3), postnummer: digits(4), bynavn: text(50), kommunenummer: digits(3), landekode: fc.constant('DK') },
	{ requiredKeys: [] },
);

/** An a-kasse's record as the wire has it: whatever may be absent is, sometimes. */
export const randomRecord: fc.Arbitrary<IDataObject> = fc
	.tuple(
		fc.record(
			{
				akasseKode: fc.constant('901'),
				navn: text(40),
				adresse: address,
				cvrNummer: digits(8),
				pNummer: digits(10),
				telefonnummer: digits(8),
				webadresse: fc.oneof(text(50), fc.constant('https://www.example.com/'.padEnd(50, 'x'))),
				virksomhedsafdeling: fc.boolean(),
				logo: fc.uint8Array({ minLength: 1, maxLength: 600 }).map((bytes) => Buffer.from(bytes).toString('base64')),
				dybeLinks: fc.uniqueArray(fc.record({ label: text(12), adresse: text(30) }), { maxLength: 3, selector: ({ label }) => label.trim() }),
				akasseAabningstider: weekOfHours,
				akasseTelefontider: weekOfHours,
			},
			{ requiredKeys: ['akasseKode', 'navn'] },
		),
		unknownFields,
	)
	.map(([known, unknown]) => ({ ...known, ...unknown }) as IDataObject);

/** How a service may spell the same record. */
export interface Spelling {
	pascal: boolean;
	closingName: 'lukketidspunkt' | 'aabningstidSluttidspunkt';
	nestedPhoneHours: boolean;
	weekdayAsText: boolean;
}

export const randomSpelling: fc.Arbitrary<Spelling> = fc.record({
	pascal: fc.boolean(),
	closingName: fc.constantFrom('lukketidspunkt', 'aabningstidSluttidspunkt'),
	nestedPhoneHours: fc.boolean(),
	weekdayAsText: fc.boolean(),
});

const capital = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(capital);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name.charAt(0).toUpperCase() + name.slice(1), capital(entry)]));
};

/** The record as a service of that spelling would give it. */
export function spelled(record: IDataObject, { pascal, closingName, nestedPhoneHours, weekdayAsText }: Spelling): IDataObject {
	const interval = ({ ugedag, aabningstidspunkt, lukketidspunkt, ...rest }: IDataObject): IDataObject => ({
		ugedag: weekdayAsText ? String(ugedag) : ugedag,
		aabningstidspunkt,
		[closingName]: lukketidspunkt,
		...rest,
	});
	const copy: IDataObject = { ...record };
	if (copy.akasseAabningstider) copy.akasseAabningstider = (copy.akasseAabningstider as IDataObject[]).map(interval);
	if (copy.akasseTelefontider) {
		const list = (copy.akasseTelefontider as IDataObject[]).map(interval);
		copy.akasseTelefontider = nestedPhoneHours ? { akasseTelefontid: list } : list;
	}
	return (pascal ? capital(copy) : copy) as IDataObject;
}

/** The name in a record that is one of these in any letter case. */
export const spellingIn = (record: IDataObject, ...names: string[]): string | undefined =>
	Object.keys(record).find((key) => names.some((name) => name.toLowerCase() === key.toLowerCase()));

/** The intervals of hours in any spelling, each as its day and its whole text. */
export function intervalsIn(record: IDataObject, field: 'akasseAabningstider' | 'akasseTelefontider'): Array<{ weekday: number; from: unknown; to: unknown; json: string }> {
	const name = spellingIn(record, field);
	const value = name === undefined ? [] : record[name];
	const list = (Array.isArray(value) ? value : Object.values(value as IDataObject)[0]) as IDataObject[];
	return list.map((interval) => {
		const member = (...names: string[]) => interval[spellingIn(interval, ...names) ?? ''];
		return {
			weekday: Number(member('ugedag')),
			from: member('aabningstidspunkt'),
			to: member('lukketidspunkt', 'aabningstidSluttidspunkt'),
			json: JSON.stringify(interval),
		};
	});
}

/** All of a record but one field, as text: names, their order and every value. */
export const allBut = (record: IDataObject, field: string): string => JSON.stringify(Object.entries(record).filter(([key]) => key.toLowerCase() !== field.toLowerCase()));
