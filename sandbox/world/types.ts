import type { DocumentType, EmployeeRecord } from './employeeTypes.ts';
import type { HrWorld } from './hrTypes.ts';
import type { LinaWorld } from './linaTypes.ts';
import type { StarAkasseWorld } from './starAkasseTypes.ts';
import type { StarJobagentWorld } from './starJobagentTypes.ts';

/** One answer row of getTimeTransactions: one per registration (uid) and time category (capitech.md 3.1). */
export interface TimeTransaction {
	clientId: number;
	employeeId: number;
	employee: string;
	dateIn: string;
	timeIn: string | null;
	dateOut: string | null;
	timeOut: string | null;
	departmentId: number | null;
	department: string | null;
	taskId: number | null;
	task: string | null;
	classicDutyId: number | null;
	classicDutyCode: string | null;
	classicDuty: string | null;
	orderId: number | null;
	order: string | null;
	projectId: number | null;
	projectAlphanumericCode: string | null;
	project: string | null;
	subProjectId: number | null;
	subProjectAlphanumericCode: string | null;
	subProject: string | null;
	projectPhaseId: number | null;
	phaseAlphanumericCode: string | null;
	projectPhase: string | null;
	shiftId: number | null;
	shift: string | null;
	freeDimension1Id: number | null;
	freeDimension1: string | null;
	freeDimension2Id: number | null;
	freeDimension2: string | null;
	freeText: string | null;
	approvedLevelOne: number | null;
	approvedLevelTwo: number | null;
	approvedLevelThree: number | null;
	approvedLevelFour: number | null;
	approvedLevelOneBy: string | null;
	approvedLevelTwoBy: string | null;
	approvedLevelThreeBy: string | null;
	approvedLevelFourBy: string | null;
	approvedLevelOneOn: string | null;
	approvedLevelTwoOn: string | null;
	approvedLevelThreeOn: string | null;
	approvedLevelFourOn: string | null;
	timeCategoryId: number;
	timeCategory: string;
	timeCategoryTypeId: string;
	timeCategoryType: string;
	timeCategoryPayable: number;
	qty: number;
	uid: number;
	externalId: string | null;
	correlationId: string | null;
	externalStatusCode: number | null;
	lastUpdatedOn: string;
	recordStateKey: string;
}

/** An employee as Employee/getPersonalInformation gives it (capitech.md 3.4). */
export interface CapitechEmployee {
	clientId: number;
	employeeId: number;
	departmentId: number | null;
	firstName: string;
	lastName: string;
	address1: string;
	address2: string;
	countryCode: string;
	zipCode: string;
	phoneNumber: string;
	cellPhoneNumber: string;
	phoneNumber2: string;
	emailAddress: string;
	isTimeActive: boolean;
	isAbsenceActive: boolean;
	isPlanActive: boolean;
	gender: string;
	birthDate: string;
	employeeStartDate: string | null;
	employeeEndDate: string | null;
	employeeSeniorityDate: string | null;
	externalId: string | null;
	wageGroupId: number | null;
	taskId: number | null;
	projectId: number | null;
	subProjectId: number | null;
	phaseId: number | null;
	orderId: number | null;
	freeDimension1Id: number | null;
	freeDimension2Id: number | null;
	costCarrierId: number | null;
	statisticsGroupCode: string;
	registrationAccess: number | null;
	cardNumber: number | null;
	RFID: string | null;
	HMSCardId: string | null;
	authenticationId: string | null;
}

/** A row of one of the catalogue reads; its fields are those of capitech.md 3.6. */
export type CatalogueRow = Record<string, string | number | boolean | null> & { clientId: number };

/** What Capitech holds besides employees and hours. */
export interface CapitechCatalogue {
	readonly departments: CatalogueRow[];
	readonly tasks: CatalogueRow[];
	readonly projects: CatalogueRow[];
	readonly subProjects: CatalogueRow[];
	readonly phases: CatalogueRow[];
	readonly orders: CatalogueRow[];
	readonly freeDimension1s: CatalogueRow[];
	readonly freeDimension2s: CatalogueRow[];
	readonly wageGroups: CatalogueRow[];
	readonly timeCategories: CatalogueRow[];
}

/**
 * An absence as Absence/getAbsence gives it (capitech.md 3.3), with two fields that the wire shows by day only:
 * `selfDeclaration` and `transactionStatus`. Dates are plain, stamps `yyyy-MM-dd HH:mm:ss`.
 */
export interface Absence {
	absenceId: number;
	clientId: number;
	employeeId: number;
	employee: string;
	absenceCode: string;
	absenceDescription: string;
	absenceType: number;
	fromDate: string;
	/** Null while the absence has no end. */
	endDate: string | null;
	/** Where the first day is not whole, when it begins; `HH:mm:ss`. */
	startTime: string | null;
	/** Where the last day is not whole, when it ends. */
	endTime: string | null;
	hours: number | null;
	absencePercent: number;
	departmentId: number | null;
	department: string | null;
	createdOn: string;
	createdBy: string;
	updatedOn: string;
	updatedBy: string | null;
	selfDeclaration: boolean;
	transactionStatus: number | null;
}

/** A clock time as the duty definitions carry it (capitech.md 3.6). */
export interface WireTime {
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	readonly isEmpty: boolean;
}

/** A row of Catalogue/getDutyDefinitions. */
export interface DutyDefinition {
	clientId: number;
	dutyDefinitionId: number;
	name: string;
	description: string;
	isActive: boolean;
	start: WireTime;
	end: WireTime;
	breakStart: WireTime;
	breakEnd: WireTime;
	hours: number | null;
	sortNumber: number | null;
	dutyTypeId: number | null;
	competenceId: number | null;
}

/** A row of OperationalPlan (capitech.md 3.7); `start` and `end` are local date-times. */
export interface PlannedDuty {
	id: number;
	clientId: number;
	createdOn: string;
	createdBy: string;
	updatedOn: string | null;
	updatedBy: string | null;
	name: string;
	description: string;
	notes: string | null;
	start: string;
	end: string;
	period: string | null;
	shortDutyDescription: string;
	longDutyDescription: string;
	hours: number;
	newStart: string | null;
	newEnd: string | null;
	newHours: number | null;
	count: number;
	substituteDutyId: number | null;
	previousDutyId: number | null;
	substituteProviderId: number | null;
	substituteProviderName: string | null;
	exchangeDutyId: number | null;
	shiftRotationRollOutId: number | null;
	dutyDefinitionId: number | null;
	employeeId: number | null;
	employeeFullName: string | null;
	employeeDepartmentId: number | null;
	departmentId: number | null;
	departmentName: string | null;
	competenceRoleId: number | null;
	competenceRoleName: string | null;
	taskId: number | null;
	taskName: string | null;
	orderId: number | null;
	orderName: string | null;
	projectId: number | null;
	projectName: string | null;
	subProjectId: number | null;
	subProjectName: string | null;
	phaseId: number | null;
	phaseName: string | null;
	freeDimension1Id: number | null;
	freeDimension1Name: string | null;
	freeDimension2Id: number | null;
	freeDimension2Name: string | null;
}

/** What Capitech plans with, and the plan. */
export interface CapitechPlanning {
	readonly competences: CatalogueRow[];
	readonly dutyTypes: CatalogueRow[];
	readonly dutyDefinitions: DutyDefinition[];
	readonly operationalPlan: PlannedDuty[];
}

/** What Capitech checks writes of employees against (capitech.md 3.5). */
export interface CapitechRegisters {
	/** Source systems that are configured. */
	readonly externalSystems: { readonly externalSystemId: string }[];
	/** The register of postal codes. */
	readonly postalCodes: { readonly postalCode: string; readonly place: string }[];
}

/** Everything the simulated Capitech holds. */
export interface CapitechWorld extends CapitechCatalogue, CapitechPlanning, CapitechRegisters {
	readonly employees: CapitechEmployee[];
	readonly transactions: TimeTransaction[];
	readonly absences: Absence[];
}

/** An employment in Opus. `Til` is 9999-12-31 when it has no end (kmd-opus.md 3). */
export interface Employment {
	Medarbejdernummer: string;
	CPR_nummer: string;
	Navn: string;
	Ansaettelsesforhold: string;
	Ekstraciffer: string;
	Fra: string;
	Til: string;
	Laast: boolean;
}

/** A one-time payment as Opus keeps it; amounts are 0 and texts empty when not given (kmd-opus.md 1.6). */
export interface OneTimePayment {
	Medarbejdernummer: string;
	Objekt_id: string;
	Startdato: string;
	Loenart: string;
	Loebenummer: number;
	Antal: number;
	Beloeb: number;
	Afv_Timeloen: number;
	Afv_Omkostningssted: string;
	Afv_PSP_Element: string;
	Indv_Bemaerkning_1: string;
	Indv_Bemaerkning_2: string;
	OpdateringsID: string;
}

/** A cost centre; a blocked one takes no postings. */
export interface CostCenter {
	Omkostningssted: string;
	Tekst: string;
	Spaerret: boolean;
}

/** A PSP element; a blocked one takes no postings. */
export interface PspElement {
	PSP_Element: string;
	Tekst: string;
	Spaerret: boolean;
}

/** A lønart with its løbenummer. */
export interface PayElement {
	Loenart: string;
	Loebenummer: number;
	Tekst: string;
}

/** An account of an old finance system, converted to exactly one of the two (kmd-opus.md 1.6). */
export interface Account {
	Kontonummer: string;
	Omkostningssted: string;
	PSP_Element: string;
}

/** A pay period; a closed one takes no lines of its dates. */
export interface PayPeriod {
	Fra: string;
	Til: string;
	Lukket: boolean;
}

/** A person known by CPR number, with or without an employment. */
export interface Person {
	CPR_nummer: string;
	Navn: string;
}

/** Everything the simulated Opus holds. */
export interface OpusWorld {
	readonly persons: Person[];
	readonly employments: Employment[];
	readonly costCenters: CostCenter[];
	readonly pspElements: PspElement[];
	readonly payElements: PayElement[];
	readonly accounts: Account[];
	readonly payPeriods: PayPeriod[];
	readonly payments: OneTimePayment[];
	readonly employeeRecords: EmployeeRecord[];
	readonly documentTypes: DocumentType[];
	/** The absence module. */
	readonly hr: HrWorld;
}

/** The arguments that decide a world; the same ones give the same world on any day. */
export interface WorldArguments {
	readonly seed: number;
	readonly people: number;
	readonly days: number;
	/** Last date of the period, `yyyy-MM-dd`. */
	readonly until: string;
}

/** A whole synthetic world: what each service holds when it is loaded. */
export interface World {
	readonly arguments: WorldArguments;
	readonly period: { readonly from: string; readonly until: string };
	readonly capitech: CapitechWorld;
	readonly opus: OpusWorld;
	readonly lina: LinaWorld;
	readonly starAkasse: StarAkasseWorld;
	readonly starJobagent: StarJobagentWorld;
}
