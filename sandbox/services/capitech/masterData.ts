import type { CapitechCatalogue, CapitechEmployee, CapitechWorld, CatalogueRow } from '../../world/types.ts';
import { Collection } from '../collection.ts';
import type { Parameters } from './parameters.ts';

/** Key fields of each kind of master data. */
const KEYS: Readonly<Record<keyof CapitechCatalogue, readonly string[]>> = {
	departments: ['clientId', 'departmentId'],
	tasks: ['clientId', 'departmentId', 'taskId'],
	projects: ['clientId', 'projectId'],
	subProjects: ['clientId', 'projectId', 'subProjectId'],
	phases: ['clientId', 'projectId', 'subProjectId', 'phaseId'],
	orders: ['clientId', 'orderId'],
	freeDimension1s: ['clientId', 'freeDimension1Id'],
	freeDimension2s: ['clientId', 'freeDimension2Id'],
	wageGroups: ['clientId', 'wageGroupId'],
	timeCategories: ['clientId', 'timeCategoryId'],
};

const CATALOGUE_KINDS = Object.keys(KEYS) as (keyof CapitechCatalogue)[];

type Reading = (of: MasterData, parameters: Parameters, clientId: number) => object[];

const plainList =
	(kind: keyof CapitechCatalogue): Reading =>
	(of, _parameters, clientId) =>
		of.ofFirm(kind, clientId);

/** A list that asks for the numbers of its parents, as tasks ask for a department. */
const listUnder =
	(kind: keyof CapitechCatalogue, ...parents: readonly string[]): Reading =>
	(of, parameters, clientId) => {
		const wanted = parents.map((parent) => [parent, parameters.required(parent, parameters.int(parent))] as const);
		return of.ofFirm(kind, clientId).filter((row) => wanted.every(([parent, id]) => row[parent] === id));
	};

/** Passive projects are left out unless asked for (capitech.md 3.6). */
const projects: Reading = (of, parameters, clientId) => {
	const includesPassive = parameters.flag('includePassive') ?? false;
	return of.ofFirm('projects', clientId).filter((row) => includesPassive || row.status !== 'PA');
};

/** The catalogue reads by wire operation (capitech.md 3.6). */
export const CATALOGUE_READS: Readonly<Record<string, Reading>> = {
	'Catalogue/getDepartments': plainList('departments'),
	'Catalogue/getTasks': listUnder('tasks', 'departmentId'),
	'Catalogue/getProjects': projects,
	'Catalogue/getSubProjects': listUnder('subProjects', 'projectId'),
	'Catalogue/getPhases': listUnder('phases', 'projectId', 'subProjectId'),
	'Catalogue/getOrders': plainList('orders'),
	'Catalogue/getFreeDimension1s': plainList('freeDimension1s'),
	'Catalogue/getFreeDimension2s': plainList('freeDimension2s'),
};

/** Employee/getPersonalInformation (capitech.md 3.4); people with passive time are left out unless asked for. */
export const personalInformation: Reading = (of, parameters, clientId) => {
	const departments = parameters.ints('departmentIdFilter');
	const employees = parameters.ints('employeeIdFilter');
	const wageGroups = parameters.ints('wageGroupIdFilter');
	const costCarriers = parameters.ints('costCarrierIdFilter');
	const gender = parameters.text('genderFilter');
	const statisticsGroup = parameters.text('statisticsGroupCodeFilter');
	const included = (name: string, fallback: boolean): boolean => parameters.flag(name) ?? fallback;
	const timeActive = included('includeTimeActive', true);
	const timePassive = included('includeTimePassive', false);
	const absenceActive = included('includeAbsenceActive', true);
	const absencePassive = included('includeAbsencePassive', true);
	const planActive = included('includePlanActive', true);
	const planPassive = included('includePlanPassive', true);
	return of.employees
		.list()
		.filter(
			(employee) =>
				employee.clientId === clientId &&
				(employee.isTimeActive ? timeActive : timePassive) &&
				(employee.isAbsenceActive ? absenceActive : absencePassive) &&
				(employee.isPlanActive ? planActive : planPassive) &&
				(departments === null || departments.has(employee.departmentId as number)) &&
				(employees === null || employees.has(employee.employeeId)) &&
				(wageGroups === null || wageGroups.has(employee.wageGroupId as number)) &&
				(costCarriers === null || costCarriers.has(employee.costCarrierId as number)) &&
				(gender === null || employee.gender === gender) &&
				(statisticsGroup === null || employee.statisticsGroupCode === statisticsGroup),
		);
};

/** Employees and catalogue of the simulated Capitech. */
export class MasterData {
	readonly employees = new Collection<CapitechEmployee>('employees', ['clientId', 'employeeId']);
	readonly catalogue = Object.fromEntries(
		CATALOGUE_KINDS.map((kind) => [kind, new Collection<CatalogueRow>(kind, KEYS[kind])]),
	) as Readonly<Record<keyof CapitechCatalogue, Collection<CatalogueRow>>>;

	/** Takes a new world's master data. */
	load(world: CapitechWorld): void {
		this.employees.load(world.employees);
		for (const kind of CATALOGUE_KINDS) this.catalogue[kind].load(world[kind]);
	}

	/** Rows of one kind that belong to a firm. */
	ofFirm(kind: keyof CapitechCatalogue, clientId: number): CatalogueRow[] {
		return this.catalogue[kind].list().filter((row) => row.clientId === clientId);
	}

	/** True when anything is registered for the firm. */
	hasFirm(clientId: number): boolean {
		return this.employees.list().some((employee) => employee.clientId === clientId);
	}

	/** `firstName lastName`, if the employee is known. */
	nameOf(clientId: number, employeeId: number): string | undefined {
		const employee = this.employees.get(clientId, employeeId);
		return employee === undefined ? undefined : `${employee.firstName} ${employee.lastName}`;
	}

	/** All rows by kind. */
	lists(): CapitechCatalogue & { employees: CapitechEmployee[] } {
		const catalogue = Object.fromEntries(CATALOGUE_KINDS.map((kind) => [kind, this.catalogue[kind].list()]));
		return { employees: this.employees.list(), ...(catalogue as unknown as CapitechCatalogue) };
	}
}
