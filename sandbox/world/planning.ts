import { FIRM, SISTER_FIRM } from './catalogue.ts';
import { addDays, momentOf, stampOf } from './dates.ts';
import { makeRandom } from './random.ts';
import type { CapitechEmployee, CapitechPlanning, DutyDefinition, PlannedDuty, TimeTransaction, WireTime } from './types.ts';

/** Keeps the plan's stream of chance apart from that of the rest of the world. */
const STREAM = 0x70_6c_61_6e;
const FIRST_OPEN_DUTY = 900_001;
const DAYS_AHEAD = 7;
const MOST_OPEN_A_DAY = 2;
const BREAK_HOURS = 0.5;

interface DutySeed {
	readonly id: number;
	readonly code: string;
	readonly name: string;
	readonly start: number;
	readonly typeId: number;
	/** Where the duty has a break, the hour after its start. */
	readonly breakAfter: number | null;
	readonly isActive: boolean;
}

const SHIFT_HOURS = 8;
const DUTIES: readonly DutySeed[] = [
	{ id: 186, code: 'D1', name: 'Dagvakt 07 - 15', start: 7, typeId: 1, breakAfter: 4, isActive: true },
	{ id: 187, code: 'K1', name: 'Kveldsvakt 15 - 23', start: 15, typeId: 2, breakAfter: 4, isActive: true },
	{ id: 188, code: 'N2', name: 'Nattevakt 22 - 06', start: 22, typeId: 3, breakAfter: null, isActive: true },
	{ id: 189, code: 'D9', name: 'Dagvakt gammel', start: 8, typeId: 1, breakAfter: null, isActive: false },
];
const DUTY_OF_CODE: ReadonlyMap<string, DutySeed> = new Map(DUTIES.map((of) => [of.code, of]));

const COMPETENCES: readonly (readonly [id: number, name: string, active: boolean])[] = [
	[1, 'Truckførerbevis', true],
	[2, 'Kassaopplæring', true],
	[3, 'Førstehjelp', true],
	[4, 'Gammelt sertifikat', false],
];
const DUTY_TYPES: readonly (readonly [id: number, name: string])[] = [
	[1, 'Dag'],
	[2, 'Kveld'],
	[3, 'Natt'],
];

/** A clock time as Capitech writes it; null is one that is not given (capitech.md 3.6). */
export function wireTime(hours: number | null): WireTime {
	const hour = hours === null ? 0 : Math.floor(hours) % 24;
	const minute = hours === null ? 0 : Math.round((hours % 1) * 60);
	return { hour, minute, second: 0, isEmpty: hours === null };
}

const named = (clientId: number, name: string, isActive: boolean, sortNumber: number) =>
	({ clientId, name, description: name, isActive, sortNumber });

function definitionOf(clientId: number, duty: DutySeed, sortNumber: number): DutyDefinition {
	const breakStart = duty.breakAfter === null ? null : duty.start + duty.breakAfter;
	return {
		...named(clientId, duty.code, duty.isActive, sortNumber),
		dutyDefinitionId: duty.id,
		description: duty.name,
		start: wireTime(duty.start),
		end: wireTime(duty.start + SHIFT_HOURS),
		breakStart: wireTime(breakStart),
		breakEnd: wireTime(breakStart === null ? null : breakStart + BREAK_HOURS),
		hours: SHIFT_HOURS - BREAK_HOURS,
		dutyTypeId: duty.typeId,
		competenceId: duty.typeId === 3 ? 3 : null,
	};
}

/** A date-time of the plan: local, without offset. */
const planTime = (date: string, hours: number): string => {
	const moment = momentOf(date, hours * 60);
	return `${moment.date}T${moment.clock}:00`;
};

function plannedDuty(id: number, clientId: number, date: string, duty: DutySeed, more: Partial<PlannedDuty>): PlannedDuty {
	return {
		id,
		clientId,
		createdOn: stampOf(addDays(date, -21), 9 * 60),
		createdBy: 'planlegger',
		updatedOn: null,
		updatedBy: null,
		name: duty.code,
		description: duty.name,
		notes: null,
		start: planTime(date, duty.start),
		end: planTime(date, duty.start + SHIFT_HOURS),
		period: null,
		shortDutyDescription: duty.code,
		longDutyDescription: duty.name,
		hours: SHIFT_HOURS - BREAK_HOURS,
		newStart: null,
		newEnd: null,
		newHours: null,
		count: 1,
		substituteDutyId: null,
		previousDutyId: null,
		substituteProviderId: null,
		substituteProviderName: null,
		exchangeDutyId: null,
		shiftRotationRollOutId: null,
		dutyDefinitionId: duty.id,
		employeeId: null,
		employeeFullName: null,
		employeeDepartmentId: null,
		departmentId: null,
		departmentName: null,
		competenceRoleId: duty.typeId === 3 ? 3 : null,
		competenceRoleName: duty.typeId === 3 ? 'Førstehjelp' : null,
		taskId: null,
		taskName: null,
		orderId: null,
		orderName: null,
		projectId: null,
		projectName: null,
		subProjectId: null,
		subProjectName: null,
		phaseId: null,
		phaseName: null,
		freeDimension1Id: null,
		freeDimension1Name: null,
		freeDimension2Id: null,
		freeDimension2Name: null,
		...more,
	};
}

/** The duty that a registered shift of Flow Plan was planned as. */
function dutyBehind(row: TimeTransaction, duty: DutySeed, home: CapitechEmployee | undefined): PlannedDuty {
	return plannedDuty(row.shiftId ?? 0, row.clientId, row.dateIn, duty, {
		employeeId: row.employeeId,
		employeeFullName: row.employee,
		employeeDepartmentId: home?.departmentId ?? null,
		departmentId: row.departmentId,
		departmentName: row.department,
		taskId: row.taskId,
		taskName: row.task,
		orderId: row.orderId,
		orderName: row.order,
		projectId: row.projectId,
		projectName: row.project,
		subProjectId: row.subProjectId,
		subProjectName: row.subProject,
		phaseId: row.projectPhaseId,
		phaseName: row.projectPhase,
		freeDimension1Id: row.freeDimension1Id,
		freeDimension1Name: row.freeDimension1,
		freeDimension2Id: row.freeDimension2Id,
		freeDimension2Name: row.freeDimension2,
	});
}

/** Duties of the coming week that nobody has taken yet, a few offered to a hire firm. */
function openDuties(seed: number, until: string): PlannedDuty[] {
	const random = makeRandom(seed ^ STREAM);
	const duties: PlannedDuty[] = [];
	for (let day = 1; day <= DAYS_AHEAD; day += 1) {
		for (let left = random.whole(1, MOST_OPEN_A_DAY); left > 0; left -= 1) {
			const isHired = random.chance(0.4);
			const place = { departmentId: 50, departmentName: 'Logistikk', count: random.whole(1, 3) };
			const hire = isHired ? { substituteProviderId: 7, substituteProviderName: 'Vikarhjelp' } : {};
			const duty = random.pick(DUTIES.filter((of) => of.isActive));
			duties.push(plannedDuty(FIRST_OPEN_DUTY + duties.length, FIRM, addDays(until, day), duty, { ...place, ...hire }));
		}
	}
	return duties;
}

/** Competences, duty types and definitions of both firms, and the plan behind the shifts that carry a Flow id. */
export function makePlanning(
	seed: number,
	until: string,
	employees: readonly CapitechEmployee[],
	transactions: readonly TimeTransaction[],
): CapitechPlanning {
	const firms = [FIRM, SISTER_FIRM];
	const homes = new Map(employees.map((of) => [`${of.clientId}|${of.employeeId}`, of]));
	const plan = new Map<number, PlannedDuty>();
	for (const row of transactions) {
		const duty = DUTY_OF_CODE.get(row.shift ?? '');
		if (row.shiftId === null || duty === undefined || plan.has(row.shiftId)) continue;
		plan.set(row.shiftId, dutyBehind(row, duty, homes.get(`${row.clientId}|${row.employeeId}`)));
	}
	return {
		competences: firms.flatMap((of) => COMPETENCES.map(([competenceId, name, isActive], index) => ({ ...named(of, name, isActive, index + 1), competenceId }))),
		dutyTypes: firms.flatMap((of) => DUTY_TYPES.map(([dutyTypeId, name], index) => ({ ...named(of, name, true, index + 1), dutyTypeId }))),
		dutyDefinitions: firms.flatMap((of) => DUTIES.map((duty, index) => definitionOf(of, duty, index + 1))),
		operationalPlan: [...plan.values(), ...openDuties(seed, until)],
	};
}
