import { TYPE_NAMES, type TimeCategory } from './timeCategories.ts';
import type { CapitechCatalogue, CatalogueRow, TimeTransaction } from './types.ts';

/** Numbers Capitech gives a registration's dimensions; names are filled in from the catalogue. */
export interface Dimensions {
	readonly departmentId: number | null;
	readonly taskId: number | null;
	readonly orderId: number | null;
	readonly projectId: number | null;
	readonly subProjectId: number | null;
	readonly projectPhaseId: number | null;
	readonly freeDimension1Id: number | null;
	readonly freeDimension2Id: number | null;
}

/** The names and codes that go with a registration's dimension numbers. */
export type DimensionNames = Pick<
	TimeTransaction,
	| 'department'
	| 'task'
	| 'order'
	| 'project'
	| 'projectAlphanumericCode'
	| 'subProject'
	| 'subProjectAlphanumericCode'
	| 'projectPhase'
	| 'phaseAlphanumericCode'
	| 'freeDimension1'
	| 'freeDimension2'
>;

/** One approval level: who approved and when, or null when nobody has. */
export type Approval = { readonly by: string; readonly on: string } | null;

/** What all rows of a registration share. */
export interface Registration extends Dimensions, DimensionNames {
	readonly clientId: number;
	readonly uid: number;
	readonly employeeId: number;
	readonly employee: string;
	readonly dateIn: string;
	readonly timeIn: string | null;
	readonly dateOut: string | null;
	readonly timeOut: string | null;
	readonly classicDutyId: number | null;
	readonly classicDutyCode: string | null;
	readonly classicDuty: string | null;
	readonly shiftId: number | null;
	readonly shift: string | null;
	readonly freeText: string | null;
	readonly externalId: string | null;
	readonly correlationId: string | null;
	readonly externalStatusCode: number | null;
	readonly lastUpdatedOn: string;
}

/** `uid_category_qty`, the quantity with two decimals (capitech.md 4.4). */
export function recordStateKeyOf(row: { uid: number; timeCategoryId: number; qty: number }): string {
	return `${row.uid}_${row.timeCategoryId}_${row.qty.toFixed(2)}`;
}

/** Finds catalogue rows by their numbers; task, subproject and phase need their parents' numbers too. */
export class DimensionIndex {
	readonly #rows = new Map<string, CatalogueRow>();
	readonly #names = new Map<string, DimensionNames>();

	constructor(catalogue: CapitechCatalogue) {
		const add = (rows: readonly CatalogueRow[], kind: string, keys: readonly string[]): void => {
			for (const row of rows) this.#rows.set([kind, row.clientId, ...keys.map((key) => row[key])].join('|'), row);
		};
		add(catalogue.departments, 'department', ['departmentId']);
		add(catalogue.tasks, 'task', ['departmentId', 'taskId']);
		add(catalogue.orders, 'order', ['orderId']);
		add(catalogue.projects, 'project', ['projectId']);
		add(catalogue.subProjects, 'subProject', ['projectId', 'subProjectId']);
		add(catalogue.phases, 'phase', ['projectId', 'subProjectId', 'phaseId']);
		add(catalogue.freeDimension1s, 'freeDimension1', ['freeDimension1Id']);
		add(catalogue.freeDimension2s, 'freeDimension2', ['freeDimension2Id']);
	}

	#text(field: string, ...key: readonly (string | number | null)[]): string | null {
		const value = this.#rows.get(key.join('|'))?.[field];
		return typeof value === 'string' ? value : null;
	}

	/** Names and alphanumeric codes of the given numbers, null where a number is null or unknown. */
	namesOf(clientId: number, of: Dimensions): DimensionNames {
		const key = `${clientId}|${Object.values(of).join('|')}`;
		const known = this.#names.get(key);
		if (known !== undefined) return known;
		const sub = [clientId, of.projectId, of.subProjectId] as const;
		const names: DimensionNames = {
			department: this.#text('description', 'department', clientId, of.departmentId),
			task: this.#text('taskDescription', 'task', clientId, of.departmentId, of.taskId),
			order: this.#text('description', 'order', clientId, of.orderId),
			project: this.#text('description', 'project', clientId, of.projectId),
			projectAlphanumericCode: this.#text('alphanumericCode', 'project', clientId, of.projectId),
			subProject: this.#text('description', 'subProject', ...sub),
			subProjectAlphanumericCode: this.#text('alphanumericCode', 'subProject', ...sub),
			projectPhase: this.#text('description', 'phase', ...sub, of.projectPhaseId),
			phaseAlphanumericCode: this.#text('alphanumericCode', 'phase', ...sub, of.projectPhaseId),
			freeDimension1: this.#text('description', 'freeDimension1', clientId, of.freeDimension1Id),
			freeDimension2: this.#text('description', 'freeDimension2', clientId, of.freeDimension2Id),
		};
		this.#names.set(key, names);
		return names;
	}
}

const flag = (approval: Approval): number | null => (approval === null ? null : 1);

/** One answer row, its keys in the documented order (capitech.md 3.1). */
export function toTransaction(
	registration: Registration,
	category: TimeCategory,
	qty: number,
	[one, two, three, four]: readonly [Approval, Approval, Approval, Approval],
): TimeTransaction {
	const of = registration;
	return {
		clientId: of.clientId,
		employeeId: of.employeeId,
		employee: of.employee,
		dateIn: of.dateIn,
		timeIn: of.timeIn,
		dateOut: of.dateOut,
		timeOut: of.timeOut,
		departmentId: of.departmentId,
		department: of.department,
		taskId: of.taskId,
		task: of.task,
		classicDutyId: of.classicDutyId,
		classicDutyCode: of.classicDutyCode,
		classicDuty: of.classicDuty,
		orderId: of.orderId,
		order: of.order,
		projectId: of.projectId,
		projectAlphanumericCode: of.projectAlphanumericCode,
		project: of.project,
		subProjectId: of.subProjectId,
		subProjectAlphanumericCode: of.subProjectAlphanumericCode,
		subProject: of.subProject,
		projectPhaseId: of.projectPhaseId,
		phaseAlphanumericCode: of.phaseAlphanumericCode,
		projectPhase: of.projectPhase,
		shiftId: of.shiftId,
		shift: of.shift,
		freeDimension1Id: of.freeDimension1Id,
		freeDimension1: of.freeDimension1,
		freeDimension2Id: of.freeDimension2Id,
		freeDimension2: of.freeDimension2,
		freeText: of.freeText,
		approvedLevelOne: flag(one),
		approvedLevelTwo: flag(two),
		approvedLevelThree: flag(three),
		approvedLevelFour: flag(four),
		approvedLevelOneBy: one?.by ?? null,
		approvedLevelTwoBy: two?.by ?? null,
		approvedLevelThreeBy: three?.by ?? null,
		approvedLevelFourBy: four?.by ?? null,
		approvedLevelOneOn: one?.on ?? null,
		approvedLevelTwoOn: two?.on ?? null,
		approvedLevelThreeOn: three?.on ?? null,
		approvedLevelFourOn: four?.on ?? null,
		timeCategoryId: category.id,
		timeCategory: category.name,
		timeCategoryTypeId: category.typeId,
		timeCategoryType: TYPE_NAMES[category.typeId],
		timeCategoryPayable: category.payable,
		qty,
		uid: of.uid,
		externalId: of.externalId,
		correlationId: of.correlationId,
		externalStatusCode: of.externalStatusCode,
		lastUpdatedOn: of.lastUpdatedOn,
		recordStateKey: recordStateKeyOf({ uid: of.uid, timeCategoryId: category.id, qty }),
	};
}
