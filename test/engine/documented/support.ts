import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { loadPack } from '../support';
import { fullName } from '../support/workflow';
import type { Example } from './examples';

/** Every operation of a node as `resource.operation`. */
export async function operationsOf(node: string): Promise<string[]> {
	const { nodes } = await loadPack();
	const properties = nodes.get(fullName(node))?.description.properties ?? [];
	const selectors = properties.filter(({ name }) => name === 'operation');
	return selectors
		.flatMap(({ displayOptions, options = [] }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) => options.map((option) => `${String(resource)}.${String('value' in option ? option.value : '')}`)),
		)
		.sort();
}

/** The node's parameters for an example. */
export function parametersOf(name: string, { parameters }: Example): INodeParameters {
	const [resource, operation] = name.split('.');
	return { resource, operation, ...parameters } as INodeParameters;
}

/** The item of an example, with its file. */
export const itemOf = ({ file }: Example): INodeExecutionData => ({
	json: {},
	...(file && { binary: { data: { data: file.toString('base64'), mimeType: 'application/pdf', fileName: 'timeseddel.pdf' } } }),
});

/** Operations without a table that tries their fields one by one, in the test files of a service. */
export function withoutTable(service: string, operations: string[]): string[] {
	const folder = join(__dirname, '..', service);
	const tables = readdirSync(folder)
		.filter((file) => file.endsWith('.parameters.test.ts'))
		.map((file) => readFileSync(join(folder, file), 'utf8'));
	return operations.filter((name) => {
		const [resource, operation] = name.split('.').map((part) => `'${part}'`);
		return !tables.some((text) => text.includes(resource) && text.includes(operation));
	});
}
