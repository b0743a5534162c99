import { DEPARTMENT, FIRM, PROJECT } from './catalogue.ts';
import { addDays, daysBetween, isWeekend, momentOf, stampOf } from './dates.ts';
import { everyNth, type Random } from './random.ts';
import { makeShift, NIGHT_DUTY, type RegistrationLine, type Shift } from './shifts.ts';
import { EXAMPLE_MEMBER, type StaffMember } from './staff.ts';
import { CATEGORY } from './timeCategories.ts';
import { DimensionIndex, toTransaction, type Approval, type Dimensions, type Registration } from './transactionRows.ts';
import type { CapitechCatalogue, TimeTransaction } from './types.ts';

type Approvals = readonly [Approval, Approval, Approval, Approval];

const FIRST_UID = 200_001;
const NOT_APPROVED: Approvals = [null, null, null, null];
const APPROVERS = ['trineg', 'karih', 'oleb', 'svein'] as const;
const FREE_TEXTS = ['Byttet vakt', 'Opplæring', 'Vikar for syk kollega', 'Varetelling'] as const;

/** A work project is booked on about one shift in five; half of those on the mapped first one. */
const BOOKED_PROJECTS = [
	PROJECT.bergtoppen,
	PROJECT.bergtoppen,
	PROJECT.fjordbyen,
	PROJECT.skogheim,
	PROJECT.passive,
];

const NO_DIMENSIONS: Dimensions = {
	departmentId: null,
	taskId: null,
	orderId: null,
	projectId: null,
	subProjectId: null,
	projectPhaseId: null,
	freeDimension1Id: null,
	freeDimension2Id: null,
};

/** Status that somebody set by hand after an earlier export. */
const EXPORTED_BY_HAND = 20;

/** Minutes from midnight of the first day between which something took place; nulls for counts and open ends. */
interface Span {
	readonly start: number | null;
	readonly end: number | null;
}

/** What a working day adds to the world besides its lines. */
interface Entry extends Span {
	readonly dimensions: Dimensions;
	readonly lines: readonly RegistrationLine[];
	readonly shift?: Shift;
}

/** Writes the registrations of a period; one instance per world. */
class RegistrationBook {
	readonly rows: TimeTransaction[] = [];
	readonly #random: Random;
	readonly #until: string;
	readonly #days: number;
	readonly #dimensions: DimensionIndex;
	#uid = FIRST_UID;

	readonly #inClosedDepartment = everyNth(140);
	readonly #onClosedProject = everyNth(110);
	readonly #withoutDepartment = everyNth(95);
	readonly #partlyApproved = everyNth(60);
	readonly #exportedByHand = everyNth(50);
	readonly #leftOpen = everyNth(12);
	readonly #travelOnShift = everyNth(70);
	readonly #monthlyAsHourly = everyNth(40);
	readonly #hourlyAsMonthly = everyNth(160);

	constructor(random: Random, days: number, until: string, catalogue: CapitechCatalogue) {
		this.#random = random;
		this.#days = days;
		this.#until = until;
		this.#dimensions = new DimensionIndex(catalogue);
	}

	/** All that one person registers in the period: about one shift in two days, a few in the other group's category. */
	writePerson(member: StaffMember): void {
		let isResting = false;
		for (let ago = this.#days - 1; ago >= 0; ago -= 1) {
			if (isResting || !this.#random.chance(0.52)) {
				isResting = false;
				continue;
			}
			const date = addDays(this.#until, -ago);
			const paysMonthly = member.isMonthlyPaid ? !this.#monthlyAsHourly() : this.#hourlyAsMonthly();
			const shift = makeShift(this.#random, paysMonthly, isWeekend(date));
			this.#writeShift(member, date, shift, ago);
			this.#writeExtras(member, date, shift);
			isResting = shift.duty === NIGHT_DUTY;
		}
	}

	#writeShift(member: StaffMember, date: string, shift: Shift, ago: number): void {
		const dimensions = this.#dimensionsOf(member);
		const isNightToCome = ago === 0 && shift.duty === NIGHT_DUTY;
		if (isNightToCome || (ago < 2 && this.#leftOpen())) {
			const lines = [{ category: shift.lines[0].category, qty: 0 }];
			this.#write(member, date, { start: shift.start, end: null, dimensions, lines, shift });
			return;
		}
		const lines = [...shift.lines];
		if (this.#travelOnShift()) lines.push({ category: CATEGORY.travel, qty: 0.5 });
		this.#write(member, date, { start: shift.start, end: shift.end, dimensions, lines, shift });
	}

	/** Piece supplements, amounts, travel and unpaid breaks stand for themselves: they carry uids of their own. */
	#writeExtras(member: StaffMember, date: string, shift: Shift): void {
		const dimensions = { ...NO_DIMENSIONS, departmentId: member.departmentId, taskId: 10 };
		const pieces: readonly (readonly [chance: number, line: () => RegistrationLine])[] = [
			[0.04, () => ({ category: CATEGORY.dirtyWork, qty: this.#random.whole(1, 12) })],
			[0.01, () => ({ category: CATEGORY.meals, qty: this.#random.whole(1, 2) })],
			[0.02, () => ({ category: CATEGORY.allowance, qty: this.#random.whole(8_000, 60_000) / 100 })],
		];
		for (const [chance, line] of pieces) {
			if (this.#random.chance(chance)) this.#write(member, date, { start: null, end: null, dimensions, lines: [line()] });
		}
		if (this.#random.chance(0.03)) {
			const minutes = this.#random.pick([30, 45, 60, 90]);
			const lines = [{ category: CATEGORY.travel, qty: minutes / 60 }];
			this.#write(member, date, { start: shift.start - minutes, end: shift.start, dimensions, lines });
		}
		if (this.#random.chance(0.04)) {
			const lines = [{ category: CATEGORY.unpaidBreak, qty: 0.5 }];
			this.#write(member, date, { start: shift.start + 120, end: shift.start + 150, dimensions, lines });
		}
	}

	#dimensionsOf(member: StaffMember): Dimensions {
		const random = this.#random;
		const isInSecondEmployment = member.secondOpusNumber !== null && random.chance(1 / 3);
		const own: Dimensions = {
			...NO_DIMENSIONS,
			departmentId: isInSecondEmployment ? DEPARTMENT.service : member.departmentId,
			taskId: random.chance(0.7) ? 10 : null,
			orderId: random.chance(0.05) ? random.pick([501, 502]) : null,
			freeDimension1Id: random.chance(0.8) ? 10 : 20,
			freeDimension2Id: random.chance(0.1) ? random.pick([50, 60]) : null,
		};
		if (random.chance(0.2)) return { ...own, ...this.#projectDimensions(random.pick(BOOKED_PROJECTS)) };
		if (member.clientId !== FIRM || member.trouble !== 'none') return own;
		if (this.#inClosedDepartment()) return { ...own, departmentId: DEPARTMENT.closedDown, taskId: 10 };
		if (this.#onClosedProject()) return { ...own, projectId: PROJECT.closed };
		if (this.#withoutDepartment()) return { ...own, departmentId: null, taskId: null };
		return own;
	}

	#projectDimensions(projectId: number): Partial<Dimensions> {
		if (projectId !== PROJECT.bergtoppen || this.#random.chance(0.5)) return { projectId };
		const subProjectId = this.#random.pick([8445, 8446]);
		return { projectId, subProjectId, projectPhaseId: subProjectId === 8446 ? this.#random.whole(1, 2) : null };
	}

	#write(member: StaffMember, date: string, entry: Entry): void {
		const random = this.#random;
		const uid = this.#uid;
		this.#uid += random.whole(1, 3);
		const isOpen = entry.start !== null && entry.end === null;
		const worked = entry.end ?? entry.start ?? 16 * 60;
		const laterEdit = 34 * 60 + random.whole(0, 300);
		const isEdited = !isOpen && random.chance(0.12) && momentOf(date, laterEdit).date <= this.#until;
		const lastUpdatedOn = stampOf(date, isEdited ? laterEdit : worked, random.whole(0, 59));
		const approvals = isOpen ? NOT_APPROVED : this.#approvalsAfter(lastUpdatedOn.slice(0, 10));
		const isOld = daysBetween(date, this.#until) * 2 >= this.#days;
		const isMarked = isOld && approvals[0] !== null && this.#exportedByHand();
		const registration: Registration = {
			clientId: member.clientId,
			uid,
			employeeId: member.employeeId,
			employee: `${member.givenName} ${member.familyName}`,
			...this.#timesOf(date, entry),
			...entry.dimensions,
			...this.#dimensions.namesOf(member.clientId, entry.dimensions),
			...this.#dutyOf(entry.shift, uid),
			freeText: random.chance(0.04) ? random.pick(FREE_TEXTS) : null,
			externalId: random.chance(0.03) ? `T-${uid}` : null,
			correlationId: isEdited ? this.#correlationId() : null,
			externalStatusCode: isMarked ? EXPORTED_BY_HAND : null,
			lastUpdatedOn,
		};
		const isSplit = !isMarked && approvals[0] !== null && entry.lines.length > 1 && this.#partlyApproved();
		entry.lines.forEach(({ category, qty }, index) => {
			const own = isSplit && index === entry.lines.length - 1 ? NOT_APPROVED : approvals;
			this.rows.push(toTransaction(registration, category, qty, own));
		});
	}

	/** Approval follows the last change by one to four days, level by level; what would lie ahead is not there yet. */
	#approvalsAfter(changed: string): Approvals {
		const random = this.#random;
		let day = addDays(changed, random.whole(1, 4));
		let isApproved = random.chance(0.97);
		const level = (index: number, chanceOfNext: number): Approval => {
			if (!isApproved || day > this.#until) return null;
			const approval = { by: APPROVERS[index], on: stampOf(day, random.whole(480, 960), random.whole(0, 59)) };
			isApproved = random.chance(chanceOfNext);
			day = addDays(day, 1);
			return approval;
		};
		return [level(0, 0.5), level(1, 0.4), level(2, 0.3), level(3, 0)];
	}

	#timesOf(date: string, span: Span): Pick<Registration, 'dateIn' | 'timeIn' | 'dateOut' | 'timeOut'> {
		const from = span.start === null ? null : momentOf(date, span.start);
		const to = span.end === null ? null : momentOf(date, span.end);
		return {
			dateIn: from?.date ?? date,
			timeIn: from === null ? null : `${from.clock}:00.000`,
			dateOut: to?.date ?? null,
			timeOut: to === null ? null : `${to.clock}:00.000`,
		};
	}

	/** Half of the duties come from Flow Plan (shift), the others from Classic Plan (capitech.md 3.1). */
	#dutyOf(
		shift: Shift | undefined,
		uid: number,
	): Pick<Registration, 'classicDutyId' | 'classicDutyCode' | 'classicDuty' | 'shiftId' | 'shift'> {
		const isFlow = this.#random.chance(0.5);
		const classic = shift !== undefined && !isFlow ? shift.duty : null;
		const flow = shift !== undefined && isFlow ? shift.duty : null;
		return {
			classicDutyId: classic?.id ?? null,
			classicDutyCode: classic?.code ?? null,
			classicDuty: classic?.name ?? null,
			shiftId: flow === null ? null : uid - 100_000,
			shift: flow?.code ?? null,
		};
	}

	#correlationId(): string {
		const hex = (length: number): string =>
			Array.from({ length }, () => this.#random.whole(0, 15).toString(16)).join('');
		return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
	}
}

/** The contract's own example row (capitech.md 3.1), to the letter. */
function exampleRow(catalogue: CapitechCatalogue): TimeTransaction {
	const dimensions: Dimensions = {
		departmentId: DEPARTMENT.logistics,
		taskId: 20,
		orderId: null,
		projectId: PROJECT.bergtoppen,
		subProjectId: 8445,
		projectPhaseId: null,
		freeDimension1Id: 10,
		freeDimension2Id: 60,
	};
	const registration: Registration = {
		clientId: FIRM,
		uid: 107_004,
		employeeId: EXAMPLE_MEMBER.employeeId,
		employee: 'Ola Danielsen',
		dateIn: '2021-07-10',
		timeIn: '21:57:00.000',
		dateOut: '2021-07-11',
		timeOut: '07:01:00.000',
		...dimensions,
		...new DimensionIndex(catalogue).namesOf(FIRM, dimensions),
		classicDutyId: NIGHT_DUTY.id,
		classicDutyCode: NIGHT_DUTY.code,
		classicDuty: NIGHT_DUTY.name,
		shiftId: 68_874,
		shift: 'N2',
		freeText: 'Overtid fordi Kjell ble forsinket',
		externalId: null,
		correlationId: null,
		externalStatusCode: null,
		lastUpdatedOn: '2021-07-11 07:01:00',
	};
	const approval: Approval = { by: 'trineg', on: '2021-07-11 11:25:00' };
	return toTransaction(registration, CATEGORY.hourly, 7.5, [approval, null, null, null]);
}

/** The registrations of all staff over `days` days up to `until`, and the contract's example row. */
export function makeTransactions(
	random: Random,
	staff: readonly StaffMember[],
	days: number,
	until: string,
	catalogue: CapitechCatalogue,
): TimeTransaction[] {
	const book = new RegistrationBook(random, days, until, catalogue);
	for (const member of staff) book.writePerson(member);
	return [exampleRow(catalogue), ...book.rows];
}
