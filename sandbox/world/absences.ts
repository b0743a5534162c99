import { ABSENCE_CODES, fieldsOfCode } from './absenceTypes.ts';
import { hoursDue, hoursOf, type Worker } from './absenceDays.ts';
import { addDays, daysBetween, stampOf } from './dates.ts';
import { makeRandom, type Random } from './random.ts';
import type { Absence, CapitechEmployee, CatalogueRow } from './types.ts';

/** Keeps the absences' stream of chance apart from that of the rest of the world. */
const STREAM = 0x66_72_61_76;
const FIRST_ID = 50_001;
const ATTEMPTS = 25;

/** What a kind of spell looks like: dates from the day it begins, and how much of them. */
interface Spell {
	readonly code: string;
	/** Calendar days, both ends included; null while it has no end. */
	readonly days: number | null;
	readonly percent?: number;
	readonly startTime?: string;
	readonly endTime?: string;
}

type Choice = readonly [chance: number, spell: (random: Random) => Spell];

/** One of each is dealt out by position, so that none is missing in a small firm. */
const DEALT: readonly Choice[1][] = [
	(random) => ({ code: 'SYK', days: random.whole(20, 40), percent: 50 }),
	(random) => ({ code: 'FER', days: random.pick([14, 21]) }),
	() => ({ code: 'PERM', days: 1, startTime: '10:00:00', endTime: '12:30:00' }),
	(random) => ({ code: 'EGM', days: random.whole(2, 3), startTime: '12:00:00' }),
	() => ({ code: 'SYK', days: 37 }),
	() => ({ code: 'BSYK', days: 2 }),
	() => ({ code: 'AVS', days: 3, endTime: '11:00:00' }),
	() => ({ code: 'SYK', days: null, percent: 40 }),
];

const MORE: readonly Choice[] = [
	[0.35, (random) => ({ code: 'EGM', days: random.whole(1, 3) })],
	[0.1, (random) => ({ code: 'SYK', days: random.whole(5, 25), percent: random.pick([100, 100, 60, 50]) })],
	[0.12, (random) => ({ code: 'BSYK', days: random.whole(1, 2) })],
	[0.25, (random) => ({ code: 'FER', days: random.pick([5, 7, 14]) })],
	[0.08, () => ({ code: 'PERM', days: 1 })],
	[0.1, () => ({ code: 'AVS', days: 1, startTime: '13:00:00' })],
];

interface Period {
	readonly from: string;
	readonly until: string;
}

/** Writes the absences of a period; one instance per world. */
class AbsenceBook {
	readonly absences: Absence[] = [];
	readonly #random: Random;
	readonly #period: Period;
	readonly #departments: ReadonlyMap<string, string>;
	#id = FIRST_ID;

	constructor(random: Random, period: Period, departments: readonly CatalogueRow[]) {
		this.#random = random;
		this.#period = period;
		this.#departments = new Map(departments.map((of) => [`${of.clientId}|${of.departmentId}`, String(of.description)]));
	}

	/** All that one person is away, one spell after the other; two never overlap. */
	writePerson(employee: CapitechEmployee, position: number): void {
		const own: Absence[] = [];
		const spells = position % 2 === 0 ? [DEALT[(position / 2) % DEALT.length](this.#random)] : [];
		for (const [chance, spell] of MORE) if (this.#random.chance(chance)) spells.push(spell(this.#random));
		for (const spell of spells) {
			const absence = this.#place(employee, spell, own);
			if (absence !== null) own.push(absence);
		}
		this.absences.push(...own);
	}

	/** The spell at some working day where it collides with nothing; null when no room is found. */
	#place(employee: CapitechEmployee, spell: Spell, taken: readonly Absence[]): Absence | null {
		const { from, until } = this.#period;
		const lead = Math.min((spell.days ?? 1) - 1, 10);
		for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
			const fromDate = addDays(from, this.#random.whole(-lead, daysBetween(from, until)));
			const endDate = spell.days === null ? null : addDays(fromDate, spell.days - 1);
			const collides = taken.some((of) => (of.endDate === null || of.endDate >= fromDate) && (endDate === null || of.fromDate <= endDate));
			if (!collides && hoursDue(employee, fromDate) > 0 && (endDate === null || hoursDue(employee, endDate) > 0)) {
				return this.#write(employee, spell, fromDate, endDate);
			}
		}
		return null;
	}

	#write(employee: CapitechEmployee, spell: Spell, fromDate: string, endDate: string | null): Absence {
		const code = ABSENCE_CODES.get(spell.code);
		if (code === undefined) throw new Error(`No absence code is called ${spell.code}.`);
		const random = this.#random;
		const created = random.whole(6 * 60, 10 * 60);
		const isEdited = random.chance(0.15) && addDays(fromDate, 1) <= this.#period.until;
		const isPlanned = spell.code === 'FER' || spell.code === 'PERM';
		const createdOn = stampOf(addDays(fromDate, isPlanned ? -21 : 0), created);
		const absence: Absence = {
			absenceId: this.#id,
			clientId: employee.clientId,
			employeeId: employee.employeeId,
			employee: `${employee.firstName} ${employee.lastName}`,
			...fieldsOfCode(code),
			fromDate,
			endDate,
			startTime: spell.startTime ?? null,
			endTime: spell.endTime ?? null,
			hours: null,
			absencePercent: spell.percent ?? 100,
			departmentId: employee.departmentId,
			department: this.#departments.get(`${employee.clientId}|${employee.departmentId}`) ?? null,
			createdOn,
			createdBy: code.selfDeclared ? `ansatt${employee.employeeId}` : 'trineg',
			updatedOn: isEdited ? stampOf(addDays(fromDate, 1), created) : createdOn,
			updatedBy: isEdited ? 'karih' : null,
			selfDeclaration: code.selfDeclared,
			transactionStatus: random.chance(0.85) ? 1 : 0,
		};
		this.#id += random.whole(1, 3);
		return { ...absence, hours: hoursOf(absence, employee satisfies Worker) };
	}
}

/** The absences of all employees that touch the period, some begun before it and some ending after. */
export function makeAbsences(
	seed: number,
	employees: readonly CapitechEmployee[],
	departments: readonly CatalogueRow[],
	period: Period,
): Absence[] {
	const book = new AbsenceBook(makeRandom(seed ^ STREAM), period, departments);
	employees.forEach((employee, position) => {
		if (employee.isAbsenceActive) book.writePerson(employee, position);
	});
	return book.absences;
}
