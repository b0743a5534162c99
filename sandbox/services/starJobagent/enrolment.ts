import { DateTime } from 'luxon';

import { addDays } from '../../world/dates.ts';
import type { JobWish, StarCitizen } from '../../world/starJobagentTypes.ts';
import { JOBAGENT_CODE_LIST } from '../../world/starJobagentCatalogue.ts';
import { codeStanding } from './codeLists.ts';
import type { Enrolment } from './dto.ts';
import type { Registers } from './registers.ts';

const ZONE = 'Europe/Copenhagen';
const MOST_DAYS_BACK = 10;
const OLD_AGE = 65;
const FIRST_YEAR = 1900;

/** The Danish date of a moment. */
export function danishDate(moment: string): string {
	return String(DateTime.fromISO(moment, { zone: ZONE }).toISODate());
}

/** Whether somebody is 65 years old or older. */
function isOld({ birthdate }: StarCitizen, today: string): boolean {
	return DateTime.fromISO(today).diff(DateTime.fromISO(birthdate), 'years').years >= OLD_AGE;
}

function* codesOfWish(wish: JobWish, registers: Registers, today: string): Generator<number> {
	const { aarSidstBrugt: year, maanederMedErfaring: months = 0 } = wish;
	if ((year ?? 0) < 0 || months < 0) yield 4698;
	else if (year !== undefined && (year < FIRST_YEAR || year > Number(today.slice(0, 4)))) yield 4710;
	if (wish.conceptUriDa === undefined) return;
	const occupation = registers.occupations.get(wish.conceptUriDa);
	if (occupation === undefined) yield 8281;
	else if (wish.aliasIdentifier !== undefined && !isAlias(occupation.aliasIdentifiers, wish.aliasIdentifier)) yield 4318;
}

function isAlias(aliases: readonly string[], alias: string): boolean {
	return aliases.some((own) => own.toLowerCase() === alias.toLowerCase());
}

function* codesOfCategory({ klientKategori, ledighedsgrad, joboensker = [] }: Enrolment, citizen: StarCitizen, registers: Registers, today: string): Generator<number> {
	const category = codeStanding(registers, JOBAGENT_CODE_LIST.category, klientKategori, today);
	const unemployment = codeStanding(registers, JOBAGENT_CODE_LIST.unemployment, ledighedsgrad, today);
	if (category !== 'valid') yield 4313;
	if (unemployment !== 'valid') yield 4314;
	const rule = registers.categoryRules.get(klientKategori);
	if (category !== 'valid' || rule === undefined) return;
	if (unemployment === 'valid' && !rule.ledighedsgrader.includes(ledighedsgrad)) yield 6014;
	if (rule.needsWish && joboensker.length === 0) yield 7062;
	if (!rule.udenYdelse && isOld(citizen, today)) yield 4763;
}

/**
 * What is against enrolling a citizen, by code: dead (4405), abroad (4720), category and degree of unemployment (4313,
 * 4314, 6014, 7062, 4763), wishes (4698, 4710; 8281: the concept is not of the catalogue, 4318: the alias is not the
 * concept's). `today` is the Danish date.
 */
export function codesOfEnrolment(enrolment: Enrolment, citizen: StarCitizen, registers: Registers, today: string): number[] {
	const codes = new Set<number>();
	if (citizen.dead) codes.add(4405);
	if (citizen.abroad) codes.add(4720);
	for (const code of codesOfCategory(enrolment, citizen, registers, today)) codes.add(code);
	for (const wish of enrolment.joboensker ?? []) for (const code of codesOfWish(wish, registers, today)) codes.add(code);
	return [...codes];
}

/** What is against the beginning of an enrolment, where one is told: it is today or at most ten days back (4338). */
export function codesOfBeginning({ tilmeldingsdato }: Partial<Enrolment>, today: string): number[] {
	const date = tilmeldingsdato === undefined ? today : danishDate(tilmeldingsdato);
	return date <= today && date >= addDays(today, -MOST_DAYS_BACK) ? [] : [4338];
}
