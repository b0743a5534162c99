import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readDate, readInteger, readText } from '../../kit/parameters';
import { asDate, asNumber, asText, numberIn } from '../fields';
import { ZONE } from '../time/filters';
import type { Upsert, UpsertKind } from '../upsert';
import { inLowerCase, sameAs, withExtra } from '../upsert';

/** The fields of Catalogue/upsertProject that are published (contract, section 3.6). */
const OWN_FIELDS = ['clientId', 'projectId', 'description', 'status', 'startDate', 'plannedFinishDate', 'finishDate', 'hourlyRate'];

/** Active, passive, finished, not started. */
const STATUSES = ['AK', 'PA', 'AV', 'IP'];

const MAX_DESCRIPTION = 50;
const MAX_CODE = 20;

/** Where alphanumeric codes are on, the code goes in the place of the number, and Capitech gives the project its number itself. */
const isProject = (sent: unknown, { projectid, alphanumericcode }: IDataObject): boolean =>
	typeof sent === 'number' ? Number(projectid) === sent : asText(alphanumericcode) === sent;

export const PROJECT: UpsertKind = {
	operation: 'Catalogue/upsertProject',
	find: async (client, { clientId, projectId }) => {
		const content = await client.read('Catalogue/getProjects', { clientId, includePassive: true });
		return content.map(inLowerCase).find((project) => isProject(projectId, project));
	},
	compare: {
		projectId: isProject,
		startDate: sameAs('startDate', asDate),
		plannedFinishDate: sameAs('plannedFinishDate', asDate),
		finishDate: sameAs('finishDate', asDate),
		hourlyRate: sameAs('hourlyRate', asNumber),
	},
	notOfRecord: [],
};

function readProjectCode(value: unknown): string {
	const code = readText(value);
	if (!code) throw badInput('Project Code', 'is empty', 'Enter the alphanumeric code of the project.');
	if (code.length > MAX_CODE) throw badInput('Project Code', `has ${code.length} characters; ${MAX_CODE} are allowed`, 'Shorten it.');
	return code;
}

function readDescription(value: unknown): string {
	const description = readText(value);
	if (!description) throw badInput('Description', 'is empty', 'Enter the name of the project.');
	if (description.length > MAX_DESCRIPTION) throw badInput('Description', `has ${description.length} characters; ${MAX_DESCRIPTION} are allowed`, 'Shorten it.');
	return description;
}

function readStatus(value: unknown): string {
	const status = readText(value);
	if (!STATUSES.includes(status)) throw badInput('Status', status ? `is ${status}` : 'is empty', `Use ${STATUSES.join(', ')}.`);
	return status;
}

/** A decimal(7,2): five digits before the point, two after it. */
function readRate(value: unknown): number {
	const rate = numberIn(value) ?? NaN;
	if (!/^-?\d{1,5}(\.\d{1,2})?$/.test(String(rate))) {
		throw badInput('Hourly Rate', 'is not a number with at most five digits before the point and two after it', 'Enter it as 1250.50.');
	}
	return rate;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const READINGS: ReadonlyArray<readonly [name: string, read: (value: unknown) => string | number]> = [
	['startDate', (value) => readDate('Start Date', value, ZONE)],
	['plannedFinishDate', (value) => readDate('Planned Finish Date', value, ZONE)],
	['finishDate', (value) => readDate('Finish Date', value, ZONE)],
	['hourlyRate', readRate],
];

/**
 * The project that an item wants to stand, named by its number or by its alphanumeric code. Optional fields that were left empty are not sent.
 * @throws Failure naming the field
 */
export function readProjectUpsert(fields: IDataObject, optional: IDataObject, extra: IDataObject): Upsert {
	const clientId = readInteger('Client ID', fields.clientId, 1);
	const projectId = fields.identifyBy === 'code' ? readProjectCode(fields.projectCode) : readInteger('Project Number', fields.projectNumber, 1);
	const description = readDescription(fields.description);
	const status = readStatus(fields.status);
	const given = Object.fromEntries(READINGS.filter(([name]) => isGiven(optional[name])).map(([name, read]) => [name, read(optional[name])]));
	const body = { clientId, projectId, description, status, ...given };
	return { key: JSON.stringify([clientId, projectId]), body: withExtra(body, extra, OWN_FIELDS) };
}
