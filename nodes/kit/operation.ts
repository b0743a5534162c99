import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

/**
 * How well an operation's wire format is known: the vendor's own text gives it, a public contract or client shows it,
 * or it is our reading; the last can be overridden in the node.
 */
export interface Provenance {
	level: 'documented' | 'observed' | 'assumed';
	/** The operation's name on the wire; none for an operation that only computes. */
	wire?: string;
	/** Where it stands. */
	source: string;
}

/** One item of output: a plain object, or one with binary data. */
export interface OutputItem {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** An input item and its place in the input. */
export interface InputItem {
	index: number;
	item: INodeExecutionData;
}

/** What an operation over all items gives back: an output or a failure, and the input items it belongs to. */
export type Settled = { from: number[] } & (OutputItem | { failure: unknown });

/** Runs once per item. */
export interface PerItem {
	mode: 'perItem';
	/** How many items may be under way at once; output keeps the order of the input. */
	concurrency: number;
	/** Whether an item that fails comes out without what it carried: it names a person whose number is to go no further. */
	withholdsInput?: boolean;
	run(context: IExecuteFunctions, input: InputItem): Promise<OutputItem[]>;
}

/** Runs once over all items, so that they can be grouped into fewer calls. */
export interface OverAllItems {
	mode: 'overAllItems';
	run(context: IExecuteFunctions, input: InputItem[]): Promise<Settled[]>;
}

/** One operation: a file in `actions/<resource>/`. */
export interface Operation {
	/** Its entry in the resource's operation selector. */
	option: INodePropertyOptions;
	provenance: Provenance;
	/** Its own fields; the kit shows them for this operation only. */
	fields: INodeProperties[];
	execute: PerItem | OverAllItems;
}

/** A resource's operations, as its `index.ts` exports them. */
export type Resource = Record<string, Operation>;

export const perItem = (run: PerItem['run'], concurrency = 1): PerItem => ({ mode: 'perItem', concurrency, run });

/** Once per item; one that fails hands on nothing that it carried. */
export const perPerson = (run: PerItem['run'], concurrency = 1): PerItem => ({ ...perItem(run, concurrency), withholdsInput: true });

export const overAllItems = (run: OverAllItems['run']): OverAllItems => ({ mode: 'overAllItems', run });

/** n8n takes an `error` of the first item for a failure of this node, and with Retry On Fail runs the whole node again: one that came in goes on by another name. */
function carriedBy({ json }: INodeExecutionData): IDataObject {
	const { error, ...others } = json;
	return error === undefined ? json : { ...others, inputError: error };
}

/** The input item with something added: nothing it carried is lost, binary data included; only an `error` of a node before becomes its `inputError`. */
export const enrich = ({ item }: InputItem, addition: IDataObject): OutputItem => ({
	json: { ...carriedBy(item), ...addition },
	...(item.binary && { binary: item.binary }),
});

const OPERATION_SELECTOR: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

/** A node that was just dropped reads. n8n does not store a choice that is the default: it must not become another one when an operation is added. */
const defaultOperation = (options: INodePropertyOptions[]) => (options.find(({ value }) => value === 'getMany') ?? options[0]).value;

/** The properties of a resource: the operation selector, then each operation's fields, shown where they apply. */
export function resourceProperties(name: string, resource: Resource): INodeProperties[] {
	const operations = Object.values(resource);
	const options = operations.map(({ option }) => option).sort((a, b) => a.name.localeCompare(b.name));
	return [
		{ ...OPERATION_SELECTOR, displayOptions: { show: { resource: [name] } }, options, default: defaultOperation(options) },
		...operations.flatMap(({ option, fields }) =>
			fields.map((field) => ({
				...field,
				displayOptions: {
					...field.displayOptions,
					show: { ...field.displayOptions?.show, resource: [name], operation: [option.value] },
				},
			})),
		),
	];
}
