import type { Random } from './random.ts';
import type { CodeListLine } from './starAkasseTypes.ts';
import type { CategoryRule, Occupation } from './starJobagentTypes.ts';
import { makeUuid } from './uuid.ts';

/** The code lists that the Jobagent service knows values of (star.md 7). */
export const JOBAGENT_CODE_LIST = {
	category: 'TilmeldekategoriTypeCodeList',
	unemployment: 'LedighedsgradTypeCodeList',
	contact: 'SamtaleformTypeCodeList',
} as const;

const SINCE = '2020-01-01';
const UNTIL = '2025-01-01';

const codes = (name: string, values: readonly (readonly [kode: number, navn: string, slutdato?: string])[]): CodeListLine[] =>
	values.map(([kode, navn, slutdato = null]) => ({ name, kode, navn, beskrivelse: null, startdato: SINCE, slutdato }));

/** Values of the code lists. STAR's own are not public: numbers and names are the sandbox's. */
export const JOBAGENT_CODES: readonly CodeListLine[] = [
	...codes(JOBAGENT_CODE_LIST.category, [
		[9101, 'Sandkassens kategori med ydelse'],
		[9102, 'Sandkassens kategori uden ydelse'],
		[9103, 'Sandkassens kategori med krav om jobønske'],
		[9109, 'Sandkassens ophørte kategori', UNTIL],
	]),
	...codes(JOBAGENT_CODE_LIST.unemployment, [
		[9201, 'Sandkassens fulde ledighed'],
		[9202, 'Sandkassens delvise ledighed'],
		[9209, 'Sandkassens ophørte ledighedsgrad', UNTIL],
	]),
	...codes(JOBAGENT_CODE_LIST.contact, [
		[9301, 'Personligt fremmøde'],
		[9302, 'Telefonisk'],
		[9303, 'Digitalt'],
		[9304, 'Andet'],
		[9309, 'Sandkassens ophørte samtaleform', UNTIL],
	]),
];

/** What goes with which category; 9102 takes nobody who is partly unemployed. */
export const CATEGORY_RULES: readonly CategoryRule[] = [
	{ klientKategori: 9101, udenYdelse: false, needsWish: false, ledighedsgrader: [9201, 9202] },
	{ klientKategori: 9102, udenYdelse: true, needsWish: false, ledighedsgrader: [9201] },
	{ klientKategori: 9103, udenYdelse: false, needsWish: true, ledighedsgrader: [9201, 9202] },
];

const OCCUPATIONS = ['Sandkassegraver', 'Sandslotsbygger', 'Skovlsliber', 'Spandmager', 'Sigtemester', 'Kornteller'];

/** The catalogue of occupations: six, with two aliases each. */
export function makeOccupations(random: Random): Occupation[] {
	return OCCUPATIONS.map((navn, index) => ({
		conceptUriDa: `https://esco.sandkasse.example/occupation/${9401 + index}`,
		navn,
		aliasIdentifiers: [makeUuid(random), makeUuid(random)],
	}));
}

/** Caseworkers whom a booking may name. */
export const CASEWORKERS: readonly string[] = ['CVR:00000000-RID:9501', 'CVR:00000000-RID:9502', 'CVR:00000000-RID:9503'];
