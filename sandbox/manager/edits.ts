import { DEPARTMENT, PROJECT } from '../world/catalogue.ts';
import { addDays, daysBetween, momentOf } from '../world/dates.ts';
import { CATEGORY } from '../world/timeCategories.ts';
import type { CapitechEmployee, TimeTransaction } from '../world/types.ts';
import { isOpen, type Desk } from './desk.ts';

/** What was done: the kind of edit, the registration or absence, and what tells it apart. */
export interface Note {
	readonly kind: string;
	readonly clientId: number;
	readonly uid?: number;
	readonly absenceId?: number;
	readonly timeCategoryId?: number;
	readonly [detail: string]: string | number | boolean | null | undefined;
}

/** Details of what was done; null when nothing was there to do it to. */
type Done = Omit<Note, 'kind' | 'clientId'>;
type Edit = (desk: Desk) => Done | null;

/** A kind of edit, with how often it comes among the others. */
export interface WeightedEdit {
	readonly edit: Edit;
	readonly weight: number;
}
type Rows = readonly TimeTransaction[];

const COUNTED: readonly number[] = [CATEGORY.dirtyWork.id, CATEGORY.meals.id];
const ORDINARY: readonly number[] = [CATEGORY.hourly.id, CATEGORY.monthly.id];
/** Where ordinary hours are moved to, and back from. */
const OTHER_HOURS: readonly number[] = [CATEGORY.overtime50.id, CATEGORY.overtime100.id, CATEGORY.unpaidBreak.id];

const DEPARTMENTS = [
	DEPARTMENT.shop,
	DEPARTMENT.service,
	DEPARTMENT.workshop,
	DEPARTMENT.cleaning,
	DEPARTMENT.logistics,
	DEPARTMENT.warehouse,
	DEPARTMENT.canteen,
	DEPARTMENT.closedDown,
];
const PROJECTS = [null, PROJECT.bergtoppen, PROJECT.fjordbyen, PROJECT.skogheim, PROJECT.closed];
const MOST_DAYS_MOVED = 5;

const toCents = (quantity: number): number => Math.round(quantity * 100) / 100;
const isClosed = (rows: Rows): boolean => !rows.some(isOpen);
const ordinaryOf = (employee: CapitechEmployee | undefined): number =>
	employee?.wageGroupId === 2 ? CATEGORY.monthly.id : CATEGORY.hourly.id;

function newQuantity({ random }: Desk, { timeCategoryId, qty }: TimeTransaction): number {
	if (random.chance(0.08)) return 0;
	if (COUNTED.includes(timeCategoryId)) return Math.max(1, qty + random.pick([-2, -1, 1, 2]));
	if (timeCategoryId === CATEGORY.allowance.id) return toCents(Math.max(1, qty + random.whole(-5_000, 5_000) / 100));
	return toCents(Math.max(0.25, qty + random.pick([-1, -0.5, -0.25, 0.25, 0.5, 1])));
}

/** Another quantity, often one that the row had before. */
const quantity: Edit = (desk) => {
	const rows = desk.pick(isClosed);
	if (rows === null) return null;
	const { random, memory } = desk;
	const row = random.pick(rows);
	const { uid, timeCategoryId, qty: from } = row;
	const key = `${uid}:${timeCategoryId}`;
	const former = memory.formerQuantities.get(key) ?? [];
	const others = former.filter((of) => of !== from);
	const to = others.length > 0 && random.chance(0.6) ? random.pick(others) : newQuantity(desk, row);
	memory.formerQuantities.set(key, [...new Set([...former, from])]);
	return { uid, timeCategoryId, from, to, ...desk.edit(uid, () => desk.change([row], () => ({ qty: to }))) };
};

/** Fields that a row has in common with all rows of its registration. */
function registrationFieldsOf(row: TimeTransaction): Partial<TimeTransaction> {
	const { clientId, uid, employeeId, employee, dateIn, timeIn, dateOut, timeOut } = row;
	const { departmentId, taskId, orderId, projectId, subProjectId, projectPhaseId } = row;
	const { freeDimension1Id, freeDimension2Id, classicDutyId, classicDutyCode, classicDuty, shiftId, shift } = row;
	return {
		...{ clientId, uid, employeeId, employee, dateIn, timeIn, dateOut, timeOut },
		...{ departmentId, taskId, orderId, projectId, subProjectId, projectPhaseId },
		...{ freeDimension1Id, freeDimension2Id, classicDutyId, classicDutyCode, classicDuty, shiftId, shift },
	};
}

/** Moves hours from one row to another category; a row of nothing vanishes, a new one takes over what approvals are left. */
function moveHours(desk: Desk, { uid, timeCategoryId }: TimeTransaction, target: number, hours: number): void {
	const find = (category: number): TimeTransaction | undefined => desk.rowsOf(uid).find((row) => row.timeCategoryId === category);
	const change = (row: TimeTransaction, by: number): void => desk.change([row], ({ qty }) => ({ qty: toCents(qty + by) }));
	const source = find(timeCategoryId);
	if (source === undefined) return;
	change(source, -hours);
	const rest = find(timeCategoryId) ?? source;
	const known = find(target);
	if (known !== undefined) change(known, hours);
	else desk.enter([{ ...registrationFieldsOf(rest), timeCategoryId: target, qty: hours, ...desk.approvalsLike(rest) }]);
	if (rest.qty === 0) desk.remove([rest]);
}

/** Ordinary hours become overtime or unpaid, or such hours ordinary ones; a part of them or all. */
const recategorise: Edit = (desk) => {
	const isMovable = ({ timeCategoryId, qty }: TimeTransaction): boolean =>
		qty > 0 && [...ORDINARY, ...OTHER_HOURS].includes(timeCategoryId);
	const rows = desk.pick((of) => isClosed(of) && of.some(isMovable));
	if (rows === null) return null;
	const { random } = desk;
	const source = random.pick(rows.filter(isMovable));
	const { uid, timeCategoryId, employeeId, qty } = source;
	const isOrdinary = ORDINARY.includes(timeCategoryId);
	const employee = desk.employees().find((of) => of.employeeId === employeeId);
	const to = isOrdinary ? random.pick(OTHER_HOURS) : ordinaryOf(employee);
	const takesAll = random.chance(isOrdinary ? 0.2 : 0.7);
	const hours = takesAll || qty <= 0.5 ? qty : Math.min(random.pick([0.5, 1, 1.5, 2]), toCents(qty - 0.25));
	return { uid, timeCategoryId, to, hours, ...desk.edit(uid, () => moveHours(desk, source, to, hours)) };
};

/** An edit of a field that all rows of a registration share. */
const sharedField =
	(choose: (desk: Desk, row: TimeTransaction) => { from: string | number | null; to: string | number | null; changes: Partial<TimeTransaction> } | null): Edit =>
	(desk) => {
		const rows = desk.pick(isClosed);
		const choice = rows === null ? null : choose(desk, rows[0]);
		if (rows === null || choice === null) return null;
		const { from, to, changes } = choice;
		return { uid: rows[0].uid, from, to, ...desk.edit(rows[0].uid, () => desk.change(rows, () => changes)) };
	};

const department = sharedField(({ random }, { departmentId: from }) => {
	const to = random.pick(DEPARTMENTS.filter((of) => of !== from));
	return { from, to, changes: { departmentId: to, taskId: null } };
});

const project = sharedField(({ random }, { projectId: from }) => {
	const to = random.pick(PROJECTS.filter((of) => of !== from));
	return { from, to, changes: { projectId: to, subProjectId: null, projectPhaseId: null } };
});

const freeDimension = sharedField(({ random }, { freeDimension2Id: from }) => {
	const to = random.pick([null, 50, 60].filter((of) => of !== from));
	return { from, to, changes: { freeDimension2Id: to } };
});

const date = sharedField(({ random, assignment }, { dateIn: from, dateOut }) => {
	const days = Array.from({ length: 2 * MOST_DAYS_MOVED + 1 }, (_, index) => index - MOST_DAYS_MOVED);
	const dates = days.map((by) => addDays(from, by)).filter((of) => of !== from && of >= assignment.from && of <= assignment.to);
	if (dates.length === 0) return null;
	const to = random.pick(dates);
	return { from, to, changes: { dateIn: to, dateOut: dateOut === null ? null : addDays(dateOut, daysBetween(from, to)) } };
});

const employee = sharedField((desk, { employeeId: from }) => {
	const others = desk.employees().filter((of) => of.employeeId !== from);
	if (others.length === 0) return null;
	const { employeeId: to, firstName, lastName } = desk.random.pick(others);
	return { from, to, changes: { employeeId: to, employee: `${firstName} ${lastName}` } };
});

const deleteCategory: Edit = (desk) => {
	const rows = desk.pick((of) => of.length > 1);
	if (rows === null) return null;
	const row = desk.random.pick(rows);
	const { uid, timeCategoryId, qty: from } = row;
	desk.remove([row]);
	return { uid, timeCategoryId, from };
};

const deleteRegistration: Edit = (desk) => {
	const rows = desk.pick(() => true);
	if (rows === null) return null;
	desk.remove(rows);
	return { uid: rows[0].uid };
};

/** The approval of the whole registration, or of one of its rows. */
const withdrawApproval: Edit = (desk) => {
	const rows = desk.pick((of) => of.some((row) => desk.isApproved(row)));
	if (rows === null) return null;
	const approved = rows.filter((row) => desk.isApproved(row));
	const one = desk.random.chance(1 / 3) ? desk.random.pick(approved) : null;
	desk.withdraw(one === null ? approved : [one]);
	return { uid: rows[0].uid, ...(one === null ? {} : { timeCategoryId: one.timeCategoryId }) };
};

/** Approves what of a registration is not; of those only whose approval had fallen, or of the others only. */
const approval =
	(hadFallen: boolean): Edit =>
	(desk) => {
		const { fallen } = desk.memory;
		const lacks = (row: TimeTransaction): boolean => !isOpen(row) && !desk.isApproved(row);
		const rows = desk.pick((of) => isClosed(of) && fallen.has(of[0].uid) === hadFallen && of.some(lacks));
		if (rows === null) return null;
		desk.approve(rows.filter(lacks));
		return { uid: rows[0].uid };
	};

/** A registration that somebody forgot, entered and approved. */
const lateRegistration: Edit = (desk) => {
	const { random, assignment } = desk;
	const who = random.pick(desk.employees());
	const { employeeId, departmentId } = who;
	const dateIn = addDays(assignment.from, random.whole(0, daysBetween(assignment.from, assignment.to)));
	const uid = desk.newUid();
	const shared = {
		...{ clientId: assignment.clientId, uid, employeeId, dateIn, timeIn: '12:00:00.000', dateOut: dateIn, timeOut: '20:00:00.000' },
		...{ departmentId, freeDimension1Id: 10 },
		...Object.fromEntries(desk.levelsThatCount(who).map((level) => [level, 1])),
	};
	const lines = [{ timeCategoryId: ordinaryOf(who), qty: random.whole(16, 30) / 4 }];
	if (random.chance(0.5)) lines.push({ timeCategoryId: CATEGORY.evening.id, qty: 3 });
	if (random.chance(0.25)) lines.push({ timeCategoryId: CATEGORY.overtime50.id, qty: 1.5 });
	desk.enter(lines.map((line) => ({ ...shared, ...line })));
	return { uid, employeeId, dateIn };
};

/** The end of a shift that was left open, usually approved at once. */
const closeOpen: Edit = (desk) => {
	const rows = desk.pick((of) => of.some(isOpen));
	if (rows === null) return null;
	const [{ uid, dateIn, timeIn }] = rows;
	const [hours, minutes] = (timeIn ?? '').split(':').map(Number);
	const qty = desk.random.whole(16, 32) / 4;
	const end = momentOf(dateIn, hours * 60 + minutes + qty * 60);
	desk.change(rows, () => ({ dateOut: end.date, timeOut: `${end.clock}:00.000`, qty }));
	const approvedAgain = desk.random.chance(0.8);
	if (approvedAgain) desk.approve(desk.rowsOf(uid));
	return { uid, qty, approvedAgain };
};

/** The kinds of edit of hours by name. */
export const EDITS: Readonly<Record<string, WeightedEdit>> = {
	quantity: { edit: quantity, weight: 5 },
	recategorise: { edit: recategorise, weight: 4 },
	department: { edit: department, weight: 2 },
	project: { edit: project, weight: 2 },
	freeDimension: { edit: freeDimension, weight: 1 },
	date: { edit: date, weight: 2 },
	employee: { edit: employee, weight: 2 },
	deleteCategory: { edit: deleteCategory, weight: 1 },
	deleteRegistration: { edit: deleteRegistration, weight: 1 },
	withdrawApproval: { edit: withdrawApproval, weight: 2 },
	approveAgain: { edit: approval(true), weight: 2 },
	approve: { edit: approval(false), weight: 1 },
	lateRegistration: { edit: lateRegistration, weight: 2 },
	closeOpen: { edit: closeOpen, weight: 1 },
};
