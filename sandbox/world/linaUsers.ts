import type { EmployeeContact } from './employeeContacts.ts';
import { AREA, areaName } from './linaAreas.ts';
import type { LinaUser } from './linaTypes.ts';
import { FAMILY_NAMES } from './names.ts';
import type { Random } from './random.ts';
import { makeUuid } from './uuid.ts';

/** The store that the sandbox plays. */
export const STORE = 'Nordwirt Hamburg';
const OTHER_STORE = 'Nordwirt Lübeck';

/** Rates in the order of the slots: night 1, night 2, Sunday, holiday. */
export const SURCHARGE_RATES: LinaUser['surchargeRates'] = [0.25, 0.4, 0.5, 1.25];
const LOWER_RATES: LinaUser['surchargeRates'] = [0.2, 0.4, 0.5, 1];

/** What stands between a person in LINA and an employment in Opus; none: they agree, but for capital letters. */
type Trouble = 'none' | 'capitals' | 'otherName' | 'ended' | 'unknown' | 'otherStore';

/** The people of the store: 24, and at least one of each kind wherever Opus has somebody for it. */
const TROUBLES: readonly Trouble[] = [
	...['none', 'none', 'capitals', 'otherName', 'unknown', 'none', 'none', 'ended'],
	...['none', 'otherStore', 'none', 'capitals', 'none', 'none', 'otherName', 'none'],
	...['none', 'unknown', 'capitals', 'none', 'otherStore', 'none', 'ended', 'none'],
] as Trouble[];

/** Positions among the users whose consent stands from the start: three that match, one otherwise called, one unknown. */
const CONSENTING: ReadonlySet<number> = new Set([0, 1, 2, 3, 4]);

const AREAS: readonly (readonly number[])[] = [
	[AREA.service],
	[AREA.kitchen],
	[AREA.service, AREA.bar],
	[AREA.bar],
	[AREA.kitchen, AREA.cleaning],
	[AREA.cleaning],
];

const LOWEST_WAGE_CENTS = 1390;
const HIGHEST_WAGE_CENTS = 1950;

const isWhole = ({ firstName, lastName, emails }: EmployeeContact): boolean => firstName !== '' && lastName !== '' && emails.length > 0;

/** Every so-many-th of a list from its beginning on, so that few are neighbours. */
function* spread<T>(list: readonly T[], wanted: number): Generator<T> {
	const step = Math.max(1, Math.floor(list.length / wanted));
	for (let start = 0; start < step; start += 1) for (let at = start; at < list.length; at += step) yield list[at];
}

function personOf(trouble: Trouble, { firstName, lastName, emails }: EmployeeContact, index: number): Pick<LinaUser, 'userVorname' | 'userName' | 'userEmail'> {
	const [email] = emails;
	const person = { userVorname: firstName, userName: lastName, userEmail: email };
	if (trouble === 'capitals') return { ...person, userName: lastName.toUpperCase(), userEmail: email.replace(/^./, (letter) => letter.toUpperCase()).replace('kommune', 'Kommune') };
	if (trouble === 'otherName') return { ...person, userName: `${lastName}-${FAMILY_NAMES.find((name) => name !== lastName)}` };
	if (trouble === 'unknown') return { ...person, userEmail: `privat${index}@post.example` };
	return person;
}

/**
 * The people of the store, most of whom are employed in Opus under the same name and e-mail address; one without a
 * fitting employment in Opus is left out. Consent stands for some of them from the start.
 */
export function makeLinaUsers(random: Random, contacts: readonly EmployeeContact[]): { users: LinaUser[]; consenting: string[] } {
	const whole = contacts.filter(isWhole);
	const active = spread(whole.filter(({ hasEnded }) => !hasEnded), TROUBLES.length);
	const ended = whole.filter(({ hasEnded }) => hasEnded).values();
	const users: LinaUser[] = [];
	const consenting: string[] = [];
	for (const [index, trouble] of TROUBLES.entries()) {
		const contact = (trouble === 'ended' ? ended : active).next().value;
		if (contact === undefined) continue;
		const areas = [...AREAS[index % AREAS.length]];
		const user: LinaUser = {
			userUuid: makeUuid(random),
			...personOf(trouble, contact, index),
			bereich: areaName(areas[0]),
			areas,
			hourlyWage: random.whole(LOWEST_WAGE_CENTS, HIGHEST_WAGE_CENTS) / 100,
			surchargeRates: index % 7 === 3 ? LOWER_RATES : SURCHARGE_RATES,
			mainStore: trouble === 'otherStore' ? OTHER_STORE : STORE,
		};
		users.push(user);
		if (CONSENTING.has(index)) consenting.push(user.userUuid);
	}
	return { users, consenting };
}
