import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../kit/failure';
import { readChildren, readMaternityCases, readReasons, readWorkInjuries } from './absence/lookups';
import { readEmployeeNumber } from './payments/line';
import { OpusSoapClient } from './soap/client';

const matches = (filter?: string) => {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return ({ name }: INodeListSearchItems) => name.toLowerCase().includes(wanted);
};

/** The employee that the node's other fields name: what an absence belongs to is an employee's own. */
const employeeOf = (context: ILoadOptionsFunctions): string =>
	readEmployeeNumber('Employee Number', context.getCurrentNodeParameter('employeeNumber', { extractValue: true }));

const labelled = (value: string, ...texts: Array<string | null>): INodeListSearchItems => ({ name: [value, ...texts].filter(Boolean).join(' · '), value });

type List = (client: OpusSoapClient, employeeNumber: string) => Promise<INodeListSearchItems[]>;

const search = (list: List) =>
	async function (this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		try {
			const employeeNumber = employeeOf(this);
			const entries = await list(await OpusSoapClient.open(this), employeeNumber);
			return { results: entries.filter(matches(filter)) };
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

export const listSearch = {
	/* KMD Opus may know a child by its number alone (contract, section 1.1). */
	searchChildren: search(async (client, employeeNumber) =>
		(await readChildren(client, employeeNumber)).map(({ childNumber, firstName, lastName }) =>
			labelled(childNumber, [firstName, lastName].filter(Boolean).join(' ') || '(no name)'),
		),
	),
	searchMaternityCases: search(async (client, employeeNumber) =>
		(await readMaternityCases(client, employeeNumber)).map(({ maternityCaseKey, maternityTypeText, maternityType, actualDeliveryDate, expectedDeliveryDate }) =>
			labelled(maternityCaseKey, maternityTypeText ?? maternityType, actualDeliveryDate ?? expectedDeliveryDate),
		),
	),
	searchReasonCodes: search(async (client, employeeNumber) =>
		(await readReasons(client, employeeNumber)).map(({ reasonCode, reasonText }) => labelled(reasonCode, reasonText)),
	),
	searchWorkInjuries: search(async (client, employeeNumber) =>
		(await readWorkInjuries(client, employeeNumber)).map(({ accidentNumber, accidentDate }) => labelled(accidentNumber, accidentDate)),
	),
};
