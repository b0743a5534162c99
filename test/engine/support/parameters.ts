import type { IDataObject, INodeParameters, INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { loadPack } from './types';
import { fullName } from './workflow';

/** What a run of an operation came to, without what differs from run to run: tokens, keys made up for the run, times. */
export interface Observed {
	/** What the service received, in its order. */
	sent: unknown;
	/** What the node gave out. */
	got: unknown;
}

/** Two values of one field, and what must not be the same when the one is put in the place of the other. */
export interface ParameterCase {
	values: readonly [unknown, unknown];
	/** Other fields as they must be for this one to count. */
	with?: INodeParameters;
	/** `sent`: only what the service receives; `got`: only what the node gives out, as with a limit; both unless told otherwise. */
	differs?: 'sent' | 'got' | 'both';
}

export interface ParametersOfOperation {
	/** The short name of the node. */
	node: string;
	resource: string;
	operation: string;
	/** The fields of every run; a case puts its own over them. */
	base: INodeParameters;
	/** Runs the operation in a service that was set back before. */
	run(parameters: INodeParameters): Promise<Observed>;
	/** By the field's name; a field of a collection by both names, `filters.employees`. */
	cases: Record<string, ParameterCase>;
}

const isNamed = (option: unknown): option is INodeProperties => typeof option === 'object' && option !== null && 'displayName' in option && 'type' in option;

const isShownFor = ({ displayOptions }: INodeProperties, resource: string, operation: string): boolean =>
	(displayOptions?.show?.resource ?? []).includes(resource) && (displayOptions?.show?.operation ?? []).includes(operation);

const namesOf = ({ name, type, options = [] }: INodeProperties): string[] =>
	type === 'collection' ? (options as Array<INodePropertyOptions | INodeProperties | INodePropertyCollection>).filter(isNamed).map((option) => `${name}.${option.name}`) : [name];

/** The fields of an operation as the built node shows them; notices are none. */
export async function fieldsOf(node: string, resource: string, operation: string): Promise<string[]> {
	const { nodes } = await loadPack();
	const properties = nodes.get(fullName(node))?.description.properties ?? [];
	const own = properties.filter((property) => property.type !== 'notice' && isShownFor(property, resource, operation));
	return [...new Set(own.flatMap(namesOf))].sort();
}

/** Sets a field by its path over the fields given; other fields of the same collection stay. */
function withField(base: INodeParameters, path: string, value: unknown): INodeParameters {
	const [name, option] = path.split('.');
	return { ...base, [name]: option === undefined ? value : { ...(base[name] as IDataObject | undefined), [option]: value } } as INodeParameters;
}

/**
 * Proves that each field of an operation counts: the operation is run with two values of it, and what the service received, what the node gave out, or both
 * must differ. A field without a case fails, and so does a case without a field.
 */
export function describeParameters({ node, resource, operation, base, run, cases }: ParametersOfOperation): void {
	describe(`${node} ${resource}: ${operation}, field by field`, () => {
		test('every field has a case', async () => {
			expect(Object.keys(cases).sort()).toEqual(await fieldsOf(node, resource, operation));
		});

		test.each(Object.entries(cases))('%s counts', async (path, { values, differs = 'both', ...more }) => {
			const [one, other] = [
				await run(withField({ resource, operation, ...base, ...more.with }, path, values[0])),
				await run(withField({ resource, operation, ...base, ...more.with }, path, values[1])),
			];
			if (differs !== 'got') expect(one.sent).not.toEqual(other.sent);
			if (differs !== 'sent') expect(one.got).not.toEqual(other.got);
		});
	});
}
