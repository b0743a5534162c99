import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Column, Condition, DataTable, DataTables, Row } from './dataTables';
import type { StandIn } from './standIn';
import { groups, options, plain } from './standIn';

type Operation = (context: IExecuteFunctions, item: number, tables: DataTables) => object[];

const of = (resource: 'row' | 'table', property: INodeProperties): INodeProperties => ({ ...property, displayOptions: { show: { resource: [resource] } } });

const PROPERTIES: INodeProperties[] = [
	plain('resource', 'string', 'row'),
	plain('operation', 'string', 'insert'),
	of('table', plain('tableName', 'string', '')),
	of('table', groups('columns', 'column', [plain('name', 'string', ''), plain('type', 'string', 'string')])),
	of('row', {
		displayName: 'Data table',
		name: 'dataTableId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: ['list', 'name', 'id'].map((name) => ({ displayName: name, name, type: 'string' as const })),
	}),
	of('row', plain('matchType', 'string', 'anyCondition')),
	of('row', groups('filters', 'conditions', [plain('keyName', 'string', 'id'), plain('condition', 'string', 'eq'), plain('keyValue', 'string', '')])),
	of('row', { displayName: 'Columns', name: 'columns', type: 'resourceMapper', default: { mappingMode: 'defineBelow', value: null } }),
	of('row', plain('returnAll', 'boolean', false)),
	of('row', plain('limit', 'number', 50)),
	of('row', plain('orderBy', 'boolean', false)),
	of('row', plain('orderByColumn', 'string', 'createdAt')),
	of('row', plain('orderByDirection', 'string', 'DESC')),
	options(plain('createIfNotExists', 'boolean', true)),
];

const tableFor: (...args: Parameters<Operation>) => DataTable = (context, item, tables) => {
	const { mode, value } = context.getNodeParameter('dataTableId', item) as { mode: string; value: string };
	const table = mode === 'name' ? tables.named(value) : tables.get(value);
	if (!table) throw new NodeOperationError(context.getNode(), `Data table with name "${value}" not found`);
	return table;
};

const matching: (...args: Parameters<Operation>) => Row[] = (context, item, tables) => {
	const conditions = context.getNodeParameter('filters.conditions', item, []) as unknown as Condition[];
	const match = context.getNodeParameter('matchType', item) === 'allConditions' ? 'all' : 'any';
	return tables.select(tableFor(context, item, tables), conditions, match);
};

/** The rows to be changed; a change without a condition is refused. */
const chosen: (...args: Parameters<Operation>) => Row[] = (context, item, tables) => {
	const conditions = context.getNodeParameter('filters.conditions', item, []) as unknown[];
	if (conditions.length === 0) throw new NodeOperationError(context.getNode(), 'At least one condition is required');
	return matching(context, item, tables);
};

const valuesFor = (context: IExecuteFunctions, item: number): IDataObject => context.getNodeParameter('columns.value', item, {}) as IDataObject;

/** Rows in the order and number wanted, dates as texts. */
const get: Operation = (context, item, tables) => {
	const rows = matching(context, item, tables);
	if (context.getNodeParameter('orderBy', item)) {
		const column = context.getNodeParameter('orderByColumn', item) as string;
		const sign = context.getNodeParameter('orderByDirection', item) === 'ASC' ? 1 : -1;
		rows.sort((a, b) => sign * (Number((a[column] ?? '') > (b[column] ?? '')) - Number((a[column] ?? '') < (b[column] ?? ''))));
	}
	const wanted = context.getNodeParameter('returnAll', item) ? rows : rows.slice(0, context.getNodeParameter('limit', item) as number);
	return wanted.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell instanceof Date ? cell.toISOString() : cell])));
};

const insert: Operation = (context, item, tables) => [tables.insert(tableFor(context, item, tables), valuesFor(context, item))];

const update: Operation = (context, item, tables) => {
	const rows = chosen(context, item, tables);
	return tables.update(tableFor(context, item, tables), rows, valuesFor(context, item));
};

const upsert: Operation = (context, item, tables) => (chosen(context, item, tables).length > 0 ? update : insert)(context, item, tables);

const deleteRows: Operation = (context, item, tables) => {
	const rows = chosen(context, item, tables);
	return tables.remove(tableFor(context, item, tables), rows);
};

/** A new table, or the one of exactly this name where the option to reuse it is on: n8n shows it on, and takes a missing one for off. */
const create: Operation = (context, item, tables) => {
	const name = context.getNodeParameter('tableName', item) as string;
	const { createIfNotExists } = context.getNodeParameter('options', item, {}) as { createIfNotExists?: boolean };
	const existing = createIfNotExists ? tables.named(name) : undefined;
	const columns = context.getNodeParameter('columns.column', item, []) as unknown as Column[];
	const { id } = existing?.name === name ? existing : tables.create(name, columns);
	return [{ id, name, columns }];
};

const OPERATIONS: Record<string, Operation> = { 'row get': get, 'row insert': insert, 'row update': update, 'row upsert': upsert, 'row deleteRows': deleteRows, 'table create': create };

/** The Data Table node on tables in memory: rows got, inserted, updated, upserted and deleted, and tables created. */
export const dataTableNode = (tables: DataTables): StandIn => ({
	name: 'dataTable',
	properties: PROPERTIES,
	execute() {
		const run = OPERATIONS[`${this.getNodeParameter('resource', 0)} ${this.getNodeParameter('operation', 0)}`];
		return [this.getInputData().flatMap((_, item) => run(this, item, tables).map((row) => ({ json: { ...row }, pairedItem: { item } })))];
	},
});
