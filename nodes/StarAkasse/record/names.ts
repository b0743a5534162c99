import type { IDataObject } from 'n8n-workflow';

/**
 * The names of an a-kasse's record on the wire, as we read them (contract, section 1.1: the vendor's text names the hours, the rest by their concept only).
 * The first one is written where the record that was read shows none; any of them is read, in any letter case.
 */
export const WIRE_NAMES = {
	akasseCode: ['akasseKode'],
	branchCode: ['afdelingskontorKode'],
	name: ['navn'],
	address: ['adresse'],
	cvrNumber: ['cvrNummer'],
	pNumber: ['pNummer'],
	phone: ['telefonnummer'],
	webAddress: ['webadresse'],
	isBusinessDepartment: ['virksomhedsafdeling'],
	logo: ['logo'],
	deepLinks: ['dybeLinks'],
	openingHours: ['akasseAabningstider'],
	phoneHours: ['akasseTelefontider'],
	street: ['vejnavn'],
	houseNumber: ['husnummer'],
	floor: ['etage'],
	door: ['doer'],
	postalCode: ['postnummer'],
	city: ['bynavn'],
	municipalityCode: ['kommunenummer'],
	countryCode: ['landekode'],
	linkLabel: ['label'],
	linkAddress: ['adresse'],
	weekday: ['ugedag'],
	from: ['aabningstidspunkt'],
	/* The example of the vendor's text has the one, its running text the other (contract, section 1.1). */
	to: ['lukketidspunkt', 'aabningstidSluttidspunkt'],
} as const satisfies Record<string, readonly string[]>;

export type FieldKey = keyof typeof WIRE_NAMES;

/** Wire names by field: ours, or with some that the user gave before them. */
export type WireNames = Readonly<Record<FieldKey, readonly string[]>>;

export const RECORD_FIELDS = [
	'akasseCode',
	'branchCode',
	'name',
	'address',
	'cvrNumber',
	'pNumber',
	'phone',
	'webAddress',
	'isBusinessDepartment',
	'logo',
	'deepLinks',
	'openingHours',
	'phoneHours',
] as const satisfies readonly FieldKey[];
export const ADDRESS_PARTS = ['street', 'houseNumber', 'floor', 'door', 'postalCode', 'city', 'municipalityCode', 'countryCode'] as const satisfies readonly FieldKey[];
export const LINK_PARTS = ['linkLabel', 'linkAddress'] as const satisfies readonly FieldKey[];
export const INTERVAL_PARTS = ['weekday', 'from', 'to'] as const satisfies readonly FieldKey[];

export type AddressPart = (typeof ADDRESS_PARTS)[number];

/** The names with the user's own before ours: those are written, all are read. */
export const withNames = (own: Partial<Record<FieldKey, string>>): WireNames => ({
	...WIRE_NAMES,
	...Object.fromEntries(Object.entries(own).map(([field, name]) => [field, [name, ...WIRE_NAMES[field as FieldKey]]])),
});

/** All names under which an object holds a field: the spelling itself first, then any letter case. */
function namesIn(object: IDataObject, field: FieldKey, names: WireNames): string[] {
	const found = names[field].flatMap((name) => {
		const spellings = Object.keys(object).filter((key) => key.toLowerCase() === name.toLowerCase());
		return spellings.sort((a, b) => Number(b === name) - Number(a === name));
	});
	return [...new Set(found)];
}

const isFilled = (value: IDataObject[string]): boolean => value !== undefined && value !== null;

/** Under which name an object holds a field, one with a value before one that is null; undefined where it doesn't hold it. */
export function nameIn(object: IDataObject, field: FieldKey, names: WireNames): string | undefined {
	const found = namesIn(object, field, names);
	return found.find((name) => isFilled(object[name])) ?? found[0];
}

/** Whether an object holds values for a field under more than one name: which of them counts can't be told. */
export const isDoubled = (object: IDataObject, field: FieldKey, names: WireNames): boolean =>
	namesIn(object, field, names).filter((name) => isFilled(object[name])).length > 1;

/** The value of a field, under whichever name; undefined where it is absent or null. */
export function valueOf(object: IDataObject, field: FieldKey, names: WireNames): IDataObject[string] {
	const name = nameIn(object, field, names);
	return name === undefined ? undefined : (object[name] ?? undefined);
}

/** How a service spells its names: `navn` or `Navn`. */
export type NameStyle = 'camel' | 'pascal';

/** The style of an object's names: Pascal only where every name begins with a capital letter. */
export function styleOf(object: IDataObject): NameStyle {
	const present = Object.keys(object);
	return present.length > 0 && present.every((key) => /^[A-ZÆØÅ]/.test(key)) ? 'pascal' : 'camel';
}

/** The name to write a field under in an object: the one it has there, else ours in the style of the record. A name that the user gave is written as given. */
export function nameFor(object: IDataObject, field: FieldKey, names: WireNames, style: NameStyle): string {
	const present = nameIn(object, field, names);
	if (present !== undefined) return present;
	const [name] = names[field];
	const isOurs = name === WIRE_NAMES[field][0];
	return isOurs && style === 'pascal' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** The members of an object that are none of the given fields. */
export function othersOf(object: IDataObject, fields: readonly FieldKey[], names: WireNames): IDataObject {
	const known = new Set(fields.map((field) => nameIn(object, field, names)));
	return Object.fromEntries(Object.entries(object).filter(([key]) => !known.has(key)));
}
