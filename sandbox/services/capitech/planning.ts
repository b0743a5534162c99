import { daysBetween } from '../../world/dates.ts';
import type { CapitechWorld, CatalogueRow, DutyDefinition, PlannedDuty } from '../../world/types.ts';
import { Collection } from '../collection.ts';
import type { Parameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import { refuseTooMany } from './timeTransactions.ts';
import { without } from './wireRows.ts';

/** The open questions that the plan depends on (see `switches.ts`). */
export interface PlanSettings {
	readonly planMaxDays: number;
	readonly rowCap: number;
	readonly tooManyAnswer: number;
}

/** What Capitech plans with, and the plan itself, by kind. */
export class Planning {
	readonly kinds = {
		competences: new Collection<CatalogueRow>('competences', ['clientId', 'competenceId']),
		dutyTypes: new Collection<CatalogueRow>('dutyTypes', ['clientId', 'dutyTypeId']),
		dutyDefinitions: new Collection<DutyDefinition>('dutyDefinitions', ['clientId', 'dutyDefinitionId']),
		operationalPlan: new Collection<PlannedDuty>('operationalPlan', ['clientId', 'id']),
	} as const;

	/** Takes a new world's planning. */
	load({ competences, dutyTypes, dutyDefinitions, operationalPlan }: CapitechWorld): void {
		this.kinds.competences.load(competences);
		this.kinds.dutyTypes.load(dutyTypes);
		this.kinds.dutyDefinitions.load(dutyDefinitions);
		this.kinds.operationalPlan.load(operationalPlan);
	}
}

type Reading = (of: Planning, parameters: Parameters, clientId: number) => object[];

/** A list of the firm; the elements do not say whose they are (capitech.md 3.6). */
const listOf =
	(kind: 'competences' | 'dutyTypes' | 'dutyDefinitions'): Reading =>
	(of, parameters, clientId) => {
		parameters.nothingElse();
		const rows: readonly { clientId: number }[] = of.kinds[kind].list();
		return rows.filter((row) => row.clientId === clientId).map((row) => without(row, 'clientId'));
	};

/** The lists of what is planned with, by wire operation. */
export const PLANNING_READS: Readonly<Record<string, Reading>> = {
	'Catalogue/getCompetences': listOf('competences'),
	'Catalogue/getDutyTypes': listOf('dutyTypes'),
	'Catalogue/getDutyDefinitions': listOf('dutyDefinitions'),
};

const PLAN_FILTERS: readonly (readonly [parameter: string, field: keyof PlannedDuty])[] = [
	['employeeIdFilter', 'employeeId'],
	['departmentIdFilter', 'departmentId'],
	['competenceIdFilter', 'competenceRoleId'],
	['taskIdFilter', 'taskId'],
	['orderIdFilter', 'orderId'],
	['projectIdFilter', 'projectId'],
	['subProjectIdFilter', 'subProjectId'],
	['phaseIdFilter', 'phaseId'],
	['freeDimension1IdFilter', 'freeDimension1Id'],
	['freeDimension2IdFilter', 'freeDimension2Id'],
	['substituteProviderIdFilter', 'substituteProviderId'],
];

/** OperationalPlan: duties that start from fromDate on and before toDate, which is not included (capitech.md 3.7). */
export function getOperationalPlan(of: Planning, parameters: Parameters, clientId: number, settings: PlanSettings): object[] {
	const from = parameters.required('fromDate', parameters.date('fromDate'));
	const to = parameters.required('toDate', parameters.date('toDate'));
	const filters = PLAN_FILTERS.map(([parameter, field]) => [parameters.ints(parameter), field] as const);
	parameters.nothingElse();
	if (from > to) throw new Refusal('fromDate must not be after toDate.');
	const days = daysBetween(from, to);
	if (days > settings.planMaxDays) {
		throw new Refusal(`The period is too long: ${days} days, at most ${settings.planMaxDays} are accepted.`, 'Period exceeds the limit.');
	}
	const found = of.kinds.operationalPlan.list().filter(
		(duty) =>
			duty.clientId === clientId &&
			duty.start >= from &&
			duty.start < to &&
			filters.every(([wanted, field]) => wanted === null || wanted.has(duty[field] as number)),
	);
	refuseTooMany(found.length, settings);
	return found.sort((one, other) => (one.start === other.start ? one.id - other.id : one.start < other.start ? -1 : 1));
}
