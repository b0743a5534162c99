import type { IExecuteFunctions } from 'n8n-workflow';

/** The value of a field of an item, whatever it is. */
export const parameter = (context: IExecuteFunctions, index: number, name: string): unknown => context.getNodeParameter(name, index, '') as unknown;

/** The *Options* of an item. */
export const optionsOf = (context: IExecuteFunctions, index: number): Record<string, unknown> => context.getNodeParameter('options', index, {});

/** The job wishes of an item as the form or JSON gives them; `createWishes` and `updateWishes` read them. */
export function wishesOf(context: IExecuteFunctions, index: number): unknown {
	if (parameter(context, index, 'wishesInput') === 'json') return parameter(context, index, 'jobWishesJson');
	const { wish = [] } = context.getNodeParameter('jobWishes', index, {}) as { wish?: unknown };
	return wish;
}
