import { isObject, type JsonObject } from '../star/spelling.ts';
import type { Setting } from './answers.ts';
import { complaintsAboutHours, differentTimes } from './hours.ts';

/** Texts of a record, with the pattern of those that have one; its format is never a reason to refuse a web address (star.md 6). */
const TEXTS: Readonly<Record<string, RegExp | null>> = {
	navn: /\S/,
	cvrNummer: /^\d{8}$/,
	pNummer: /^\d{10}$/,
	telefonnummer: null,
	webadresse: null,
};

const ADDRESS_TEXTS: Readonly<Record<string, RegExp | null>> = {
	vejnavn: null,
	husnummer: null,
	etage: null,
	doer: null,
	postnummer: /^\d{4}$/,
	bynavn: null,
	kommunenummer: /^\d{3}$/,
	landekode: null,
};

function complaintsAboutTexts(record: JsonObject, texts: Readonly<Record<string, RegExp | null>>, prefix = ''): string[] {
	return Object.entries(texts).flatMap(([name, pattern]) => {
		const value = record[name];
		if (value === undefined) return [];
		if (typeof value !== 'string') return [`${prefix}${name} must be a text.`];
		return pattern === null || pattern.test(value) ? [] : [`${prefix}${name} is not valid.`];
	});
}

function complaintsAboutAddress({ adresse }: JsonObject): string[] {
	if (adresse === undefined) return [];
	return isObject(adresse) ? complaintsAboutTexts(adresse, ADDRESS_TEXTS, 'adresse.') : ['adresse must be a JSON object.'];
}

function complaintsAboutLinks({ dybeLinks }: JsonObject): string[] {
	if (dybeLinks === undefined) return [];
	if (!Array.isArray(dybeLinks)) return ['dybeLinks must be a list.'];
	const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
	return dybeLinks.flatMap((link: unknown, index) =>
		isObject(link) && isText(link.label) && isText(link.adresse) ? [] : [`dybeLinks[${index}] needs label and adresse.`],
	);
}

function complaintsAboutLogo({ logo }: JsonObject): string[] {
	if (logo === undefined) return [];
	const isBase64 = typeof logo === 'string' && logo !== '' && Buffer.from(logo, 'base64').toString('base64') === logo;
	return isBase64 ? [] : ['logo is not base64.'];
}

function complaintsAboutDepartment({ virksomhedsafdeling }: JsonObject, setting: Setting): string[] {
	if (virksomhedsafdeling === undefined) return [];
	if (setting('virksomhedsafdeling') === 'refused') return ['virksomhedsafdeling can be changed by STAR only.'];
	return typeof virksomhedsafdeling === 'boolean' ? [] : ['virksomhedsafdeling must be true or false.'];
}

function complaintsAboutAllHours({ akasseAabningstider: opening, akasseTelefontider: phone }: JsonObject, setting: Setting): string[] {
	const lastWeekday = setting('weekdays') as number;
	const closed = setting('closedAsMidnight');
	const most = setting('maxOpeningTimes') as number;
	return [
		...(opening === undefined ? [] : complaintsAboutHours('akasseAabningstider', opening, { lastWeekday, closedAsMidnight: closed !== 'none' })),
		...(phone === undefined ? [] : complaintsAboutHours('akasseTelefontider', phone, { lastWeekday, closedAsMidnight: closed === 'both' })),
		...(most > 0 && differentTimes(opening) > most ? [`akasseAabningstider has more than ${most} different opening times.`] : []),
	];
}

/** The complete list of what is wrong with a record that is to be stored (star.md 1.1, 5.5, 6); fields it does not know are never wrong. */
export function complaintsAboutRecord(record: JsonObject, setting: Setting): string[] {
	return [
		...complaintsAboutTexts(record, TEXTS),
		...complaintsAboutAddress(record),
		...complaintsAboutDepartment(record, setting),
		...complaintsAboutLogo(record),
		...complaintsAboutLinks(record),
		...complaintsAboutAllHours(record, setting),
	];
}
