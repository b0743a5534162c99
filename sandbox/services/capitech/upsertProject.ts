import type { CatalogueRow } from '../../world/types.ts';
import type { MasterData } from './masterData.ts';
import type { Parameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { UpsertSettings } from './upsertEmployee.ts';

const STATUSES = ['AK', 'PA', 'AV', 'IP'];
const LONGEST_DESCRIPTION = 50;
const LONGEST_CODE = 20;
const RATE_DIGITS = 5;

/** Optional texts of a project that the element shows as well (capitech.md 3.6). */
const TEXTS = ['projectCustomer', 'projectLeader', 'description2'] as const;
const DATES = ['startDate', 'plannedFinishDate', 'finishDate'] as const;

const newProject = (clientId: number, projectId: number, alphanumericCode: string): CatalogueRow => ({
	...{ clientId, projectId, description: '', startDate: null, plannedFinishDate: null, finishDate: null },
	...{ usesSubProjects: false, status: 'AK', hourlyRate: null, projectCustomer: '', projectLeader: '' },
	...{ uniqueId: `P-${projectId}`, alphanumericCode, description2: '' },
});

/** The project meant: by number, or by its alphanumeric code, under which a new one gets the next number. */
function projectOf(parameters: Parameters, clientId: number, master: MasterData, codesAreOn: boolean): CatalogueRow {
	const given = parameters.required('projectId', parameters.intOrText('projectId'));
	if (typeof given === 'number') {
		return master.catalogue.projects.get(clientId, given) ?? newProject(clientId, given, '');
	}
	if (!codesAreOn) throw new Refusal('The parameter projectId must be a whole number: alphanumeric codes are not in use.');
	if (given === '' || given.length > LONGEST_CODE) {
		throw new Refusal(`The parameter projectId must have 1 to ${LONGEST_CODE} characters.`);
	}
	const own = master.ofFirm('projects', clientId);
	const next = own.reduce((most, { projectId }) => Math.max(most, Number(projectId)), 0) + 1;
	return own.find(({ alphanumericCode }) => alphanumericCode === given) ?? newProject(clientId, next, given);
}

function requiredFields(parameters: Parameters): Pick<CatalogueRow, string> {
	const description = parameters.required('description', parameters.text('description'));
	if (description === '' || description.length > LONGEST_DESCRIPTION) {
		throw new Refusal(`The parameter description must have 1 to ${LONGEST_DESCRIPTION} characters.`);
	}
	const status = parameters.required('status', parameters.text('status'));
	if (!STATUSES.includes(status)) throw new Refusal(`The parameter status must be one of ${STATUSES.join(', ')}.`);
	return { description, status };
}

/** What is given of the rest; with `emptiesRest` also what is not, as empty. */
function optionalFields(parameters: Parameters, emptiesRest: boolean): Partial<CatalogueRow> {
	const given = [
		...DATES.map((name) => [name, parameters.date(name), null] as const),
		...TEXTS.map((name) => [name, parameters.text(name), ''] as const),
		['hourlyRate', parameters.decimal('hourlyRate', RATE_DIGITS), null] as const,
	];
	const kept = given.filter(([, value]) => value !== null || emptiesRest);
	return Object.fromEntries(kept.map(([name, value, empty]) => [name, value ?? empty]));
}

/** Catalogue/upsertProject: creates the project or changes it (capitech.md 3.6). */
export function upsertProject(parameters: Parameters, clientId: number, master: MasterData, settings: UpsertSettings): object[] {
	const project = projectOf(parameters, clientId, master, settings.alphanumericCodes);
	const fields = { ...requiredFields(parameters), ...optionalFields(parameters, settings.upsertLeftOut === 'emptied') };
	parameters.nothingElse();
	master.catalogue.projects.upsert({ ...project, ...fields });
	const { projectId, alphanumericCode } = project;
	return settings.upsertAnswer === 'empty' ? [] : [{ clientId, projectId, alphanumericCode }];
}
