import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { NUMBER } from './employeeRecords';
import { useOpus } from './opus';

/** A sandbox, and *Employee: Get* of one employment in it. */
export function useEmployee() {
	const opus = useOpus();

	const get = async (parameters: INodeParameters = {}) =>
		await opus.run({ resource: 'employee', operation: 'get', employeeNumber: NUMBER, simplify: true, filters: {}, options: {}, ...parameters });

	/** The one item; anything else fails the test. */
	const item = async (parameters: INodeParameters = {}): Promise<IDataObject> => {
		const { outputs, error } = await get(parameters);
		if (error) throw error;
		expect(outputs[0]).toHaveLength(1);
		return outputs[0][0].json;
	};

	/** The records of one area, raw. */
	const records = async (area: string, parameters: INodeParameters = {}) =>
		((await item({ areas: [area], simplify: false, ...parameters })).records as Record<string, IDataObject[]>)[area];

	const put = async (...employeeRecords: IDataObject[]) => await opus.control.put('kmdOpus', { employeeRecords });

	/** The requests, oldest first. */
	const bodies = async () => (await opus.control.journal({ service: 'kmdOpus' })).map(({ body }) => body);

	return { opus, get, item, records, put, bodies };
}

/** The Datakategorier that a request asks for. */
export const categoriesOf = (body: string): string[] => [...body.matchAll(/Datakategori>([^<]+)</g)].map(([, code]) => code);
