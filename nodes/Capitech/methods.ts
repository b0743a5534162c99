import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { now } from '../kit/clock';
import { addDays } from '../kit/dateWindows';
import { toNodeError } from '../kit/failure';
import { readInteger, readList } from '../kit/parameters';
import { readCatalogue } from './catalogue/catalogue';
import { SUBPROJECTS } from './catalogue/lists';
import type { CapitechOperation } from './client';
import { CapitechClient } from './client';
import { EVERYONE } from './employee/filters';
import { readTimeTransactions } from './time/read';

/** There is no catalogue of time categories: those of the last weeks are offered (contract, section 3.6). */
const LOOK_BACK_DAYS = 14;

const matches = (filter?: string) => {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return ({ name }: INodeListSearchItems) => name.toLowerCase().includes(wanted);
};

/** The client that the node's other fields name, the first one in a trigger; without it a list would be of the wrong firm. */
const clientIdOf = (context: ILoadOptionsFunctions): number => {
	const [first] = readList(context.getCurrentNodeParameter('clientIds'));
	return readInteger('Client ID', first ?? context.getCurrentNodeParameter('clientId', { extractValue: true }), 1);
};

const labelled = (number: unknown, ...texts: unknown[]): INodeListSearchItems => ({
	name: [number, ...texts].filter((part) => part !== null && part !== undefined && part !== '').join(' · '),
	value: String(number),
});

/** The project that the node's other fields name; its subprojects are listed. */
const projectIdOf = (context: ILoadOptionsFunctions): number => readInteger('Project', context.getCurrentNodeParameter('project', { extractValue: true }));

type List = (client: CapitechClient, clientId: number, context: ILoadOptionsFunctions) => Promise<INodeListSearchItems[]>;

const search = (list: List) =>
	async function (this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		try {
			const entries = await list(await CapitechClient.open(this), clientIdOf(this), this);
			return { results: entries.filter(matches(filter)).sort((a, b) => Number(a.value) - Number(b.value)) };
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

const catalogue = (operation: CapitechOperation, label: (row: IDataObject) => INodeListSearchItems, extra: IDataObject = {}): List =>
	async (client, clientId) => (await client.read(operation, { clientId, ...extra })).map(label);

const inactive = (isActive: unknown): string => (isActive === false || isActive === 0 ? '(inactive)' : '');

export const listSearch = {
	searchCompetences: search(
		catalogue('Catalogue/getCompetences', ({ competenceId, name, isActive }) => labelled(competenceId, name, inactive(isActive))),
	),
	searchDepartments: search(
		catalogue('Catalogue/getDepartments', ({ departmentId, description, isActive }) => labelled(departmentId, description, inactive(isActive))),
	),
	searchEmployees: search(
		catalogue(
			'Employee/getPersonalInformation',
			({ employeeId, firstName, lastName, isTimeActive }) => labelled(employeeId, `${firstName} ${lastName}`, inactive(isTimeActive)),
			EVERYONE,
		),
	),
	searchOrders: search(catalogue('Catalogue/getOrders', ({ orderId, description, isActive }) => labelled(orderId, description, inactive(isActive)))),
	/* Hours may point to passive projects, which the service leaves out unless it is asked for them (contract, section 3.6). */
	searchProjects: search(
		catalogue('Catalogue/getProjects', ({ projectId, alphanumericCode, description }) => labelled(projectId, alphanumericCode, description), {
			includePassive: true,
		}),
	),
	searchSubprojects: search(async (client, clientId, context) => {
		const rows = await readCatalogue(client, SUBPROJECTS, { clientId, body: { projectId: projectIdOf(context) } });
		return rows.map(({ subProjectId, alphanumericCode, description, isActive }) => labelled(subProjectId, alphanumericCode, description, inactive(isActive)));
	}),
	searchTimeCategories: search(async (client, clientId) => {
		const today = now().toISOString().slice(0, 10);
		const window = { from: addDays(today, -LOOK_BACK_DAYS), to: today };
		const rows = await readTimeTransactions(client, { clientId, window, filters: {} });
		const categories = new Map(rows.map(({ timeCategoryId, timeCategory }) => [timeCategoryId, timeCategory]));
		return [...categories].map(([id, name]) => labelled(id, name));
	}),
};
