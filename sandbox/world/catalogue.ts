import { CATEGORY, TYPE_NAMES } from './timeCategories.ts';
import type { CapitechCatalogue, CatalogueRow } from './types.ts';

/** The two firms (klient) of the synthetic group. */
export const FIRM = 100;
export const SISTER_FIRM = 200;

/** Departments whose meaning matters for payroll; the numbers are unique within a firm. */
export const DEPARTMENT = {
	shop: 10,
	service: 20,
	workshop: 30,
	cleaning: 40,
	logistics: 50,
	warehouse: 60,
	/** Its cost centre is blocked in Opus. */
	closedDown: 70,
	canteen: 80,
	former: 90,
} as const;

/** Projects whose meaning matters for payroll. */
export const PROJECT = {
	bergtoppen: 1001,
	fjordbyen: 1002,
	skogheim: 1003,
	passive: 1004,
	/** Its PSP element is blocked in Opus. */
	closed: 1009,
} as const;

const DEPARTMENTS: readonly (readonly [id: number, name: string, active: boolean])[] = [
	[DEPARTMENT.shop, 'Butikk', true],
	[DEPARTMENT.service, 'Kundeservice', true],
	[DEPARTMENT.workshop, 'Verksted', true],
	[DEPARTMENT.cleaning, 'Renhold', true],
	[DEPARTMENT.logistics, 'Logistikk', true],
	[DEPARTMENT.warehouse, 'Lager', true],
	[DEPARTMENT.closedDown, 'Transport', true],
	[DEPARTMENT.canteen, 'Kantine', true],
	[DEPARTMENT.former, 'Prosjektkontor', false],
];

/** Task numbers repeat from department to department: they are unique in a department only (capitech.md 4.21). */
const TASKS: readonly (readonly [departmentId: number, id: number, name: string])[] = [
	[DEPARTMENT.shop, 10, 'Kasse'],
	[DEPARTMENT.shop, 20, 'Varepåfylling'],
	[DEPARTMENT.service, 10, 'Telefon'],
	[DEPARTMENT.service, 20, 'Skranke'],
	[DEPARTMENT.workshop, 10, 'Reparasjon'],
	[DEPARTMENT.cleaning, 10, 'Daglig renhold'],
	[DEPARTMENT.logistics, 10, 'Plukking'],
	[DEPARTMENT.logistics, 20, 'Varemottak'],
	[DEPARTMENT.warehouse, 10, 'Truck'],
	[DEPARTMENT.warehouse, 20, 'Telling'],
	[DEPARTMENT.closedDown, 10, 'Kjøring'],
	[DEPARTMENT.canteen, 10, 'Kjøkken'],
	[DEPARTMENT.former, 10, 'Oppfølging'],
];

interface ProjectSeed {
	readonly id: number;
	readonly code: string;
	readonly name: string;
	/** AK active, PA passive, AV finished, IP not started (capitech.md 3.6). */
	readonly status: string;
}

const PROJECTS: readonly ProjectSeed[] = [
	{ id: PROJECT.bergtoppen, code: 'B400', name: 'Bergtoppen', status: 'AK' },
	{ id: PROJECT.fjordbyen, code: 'B410', name: 'Fjordbyen', status: 'AK' },
	{ id: PROJECT.skogheim, code: 'B420', name: 'Skogheim', status: 'AK' },
	{ id: PROJECT.passive, code: 'B430', name: 'Gamle brygge', status: 'PA' },
	{ id: PROJECT.closed, code: 'B490', name: 'Havnelageret', status: 'AK' },
];

const SUB_PROJECTS: readonly (readonly [projectId: number, id: number, code: string, name: string])[] = [
	[PROJECT.bergtoppen, 8445, 'T8877', 'Tilleggsbestilling øst'],
	[PROJECT.bergtoppen, 8446, 'T8878', 'Tilleggsbestilling vest'],
	[PROJECT.fjordbyen, 8445, 'T9100', 'Kai'],
];

const PHASES: readonly (readonly [projectId: number, subProjectId: number, id: number, code: string, name: string])[] =
	[
		[PROJECT.bergtoppen, 8446, 1, 'F1', 'Grunnarbeid'],
		[PROJECT.bergtoppen, 8446, 2, 'F2', 'Montering'],
	];

function projectFields(code: string, status: string): Record<string, string | number | null> {
	return {
		startDate: '2020-01-01',
		plannedFinishDate: null,
		finishDate: null,
		status,
		hourlyRate: null,
		uniqueId: `P-${code}`,
		alphanumericCode: code,
		description2: '',
	};
}

function freeDimensions(clientId: number, idKey: string, names: ReadonlyMap<number, string>): CatalogueRow[] {
	return [...names].map(([id, description]) => ({
		clientId,
		[idKey]: id,
		description,
		isActive: true,
		uniqueId: `${idKey}-${id}`,
	}));
}

function catalogueOfFirm(clientId: number): CapitechCatalogue {
	const suffix = clientId === FIRM ? '' : ' (søsterfirma)';
	return {
		departments: DEPARTMENTS.map(([departmentId, description, isActive]) => ({
			clientId,
			departmentId,
			description: description + suffix,
			isActive,
		})),
		tasks: TASKS.map(([departmentId, taskId, taskDescription]) => ({
			clientId,
			taskId,
			departmentId,
			taskDescription,
			taskStatus: departmentId === DEPARTMENT.former ? 0 : 1,
			costCarrierId: null,
		})),
		projects: PROJECTS.map(({ id, code, name, status }) => ({
			clientId,
			projectId: id,
			description: name + suffix,
			...projectFields(code, status),
			usesSubProjects: SUB_PROJECTS.some(([projectId]) => projectId === id),
			projectCustomer: 'Byggherre AS',
			projectLeader: 'Trine Gran',
		})),
		subProjects: SUB_PROJECTS.map(([projectId, subProjectId, code, description]) => ({
			clientId,
			projectId,
			subProjectId,
			description,
			...projectFields(code, 'AK'),
			usesPhases: PHASES.some(([project, sub]) => project === projectId && sub === subProjectId),
			percentagePart: null,
		})),
		phases: PHASES.map(([projectId, subProjectId, phaseId, code, description]) => ({
			clientId,
			phaseId,
			projectId,
			subProjectId,
			description,
			...projectFields(code, 'AK'),
			percentagePart: null,
		})),
		orders: [
			{ clientId, orderId: 501, description: 'Vedlikehold', isActive: true },
			{ clientId, orderId: 502, description: 'Ekstraarbeid', isActive: true },
		],
		freeDimension1s: freeDimensions(clientId, 'freeDimension1Id', new Map([[10, 'Ordinær'], [20, 'Vikar']])),
		freeDimension2s: freeDimensions(clientId, 'freeDimension2Id', new Map([[50, 'Fagarbeider'], [60, 'Bas']])),
		wageGroups: [
			{ clientId, wageGroupId: 1, description: 'Timelønnet' },
			{ clientId, wageGroupId: 2, description: 'Fastlønnet' },
		],
		timeCategories: Object.values(CATEGORY).map(({ id, name, typeId, payable }) => ({
			clientId,
			timeCategoryId: id,
			timeCategory: name,
			timeCategoryTypeId: typeId,
			timeCategoryType: TYPE_NAMES[typeId],
			timeCategoryPayable: payable,
		})),
	};
}

/** Departments, tasks, projects and the rest for both firms. */
export function makeCatalogue(): CapitechCatalogue {
	const firm = catalogueOfFirm(FIRM);
	const sister = catalogueOfFirm(SISTER_FIRM);
	const kinds = Object.keys(firm) as (keyof CapitechCatalogue)[];
	return Object.fromEntries(
		kinds.map((kind) => [kind, [...firm[kind], ...sister[kind]]]),
	) as unknown as CapitechCatalogue;
}
