import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { validateFieldType } from 'n8n-workflow';

export type ColumnType = 'string' | 'number' | 'boolean' | 'date';
export type Column = { name: string; type: ColumnType };
export type Cell = string | number | boolean | Date | null;
export type Row = { id: number; createdAt: Date; updatedAt: Date } & Record<string, Cell>;

/** A condition on a column, as the Data Table node has it. */
export type Condition = { keyName: string; condition: string; keyValue?: unknown };

export interface DataTable {
	id: string;
	name: string;
	columns: Column[];
	rows: Row[];
	/** Counts up with each write: tables are looked up the last written first. */
	writtenAs: number;
}

const SYSTEM_COLUMNS: Column[] = [
	{ name: 'id', type: 'number' },
	{ name: 'createdAt', type: 'date' },
	{ name: 'updatedAt', type: 'date' },
];

/** Two cells in order; a date is compared as a moment. */
const difference = (a: NonNullable<Cell>, b: NonNullable<Cell>): number => (a < b ? -1 : a > b ? 1 : 0);

/** How n8n's database compares: nothing is comparable with an empty cell, which only differs from everything. */
const COMPARISONS: Record<string, (cell: Cell, wanted: Cell) => boolean> = {
	isEmpty: (cell) => cell === null || cell === '',
	isNotEmpty: (cell) => cell !== null && cell !== '',
	eq: (cell, wanted) => (cell === null || wanted === null ? cell === wanted : difference(cell, wanted) === 0),
	neq: (cell, wanted) => !COMPARISONS.eq(cell, wanted),
	lt: (cell, wanted) => cell !== null && wanted !== null && difference(cell, wanted) < 0,
	lte: (cell, wanted) => cell !== null && wanted !== null && difference(cell, wanted) <= 0,
	gt: (cell, wanted) => cell !== null && wanted !== null && difference(cell, wanted) > 0,
	gte: (cell, wanted) => cell !== null && wanted !== null && difference(cell, wanted) >= 0,
};

/** n8n's data tables in memory: what a workflow remembers from one run to the next. Each call is one transaction, as in n8n. */
export class DataTables {
	private tables: DataTable[] = [];
	private writes = 0;

	/** Forgets every table. */
	clear(): void {
		this.tables = [];
	}

	/** A new, empty table; a project holds no two of one name. */
	create(name: string, columns: Column[]): DataTable {
		if (this.tables.some((table) => table.name === name)) throw new Error(`Data table with name '${name}' already exists in this project`);
		const table = { id: `table${++this.writes}`, name, columns, rows: [], writtenAs: this.writes };
		this.tables.push(table);
		return table;
	}

	/** The table last written among those whose name holds this text: n8n looks names up as SQL's LIKE does, `_` being any character. */
	named(text: string): DataTable | undefined {
		const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '.'), 'i');
		return this.tables.filter(({ name }) => pattern.test(name)).sort((a, b) => b.writtenAs - a.writtenAs)[0];
	}

	/** The table of this id. */
	get(id: string): DataTable {
		const table = this.tables.find((candidate) => candidate.id === id);
		if (!table) throw new Error(`Data table with ID '${id}' could not be found in this project`);
		return table;
	}

	/** The rows of the table of exactly this name; none while there is no such table. */
	rows(name: string): Row[] {
		return this.tables.find((table) => table.name === name)?.rows ?? [];
	}

	/** The rows on which all conditions, or any of them, hold; all rows where there is no condition. */
	select({ columns, rows }: DataTable, conditions: Condition[], match: 'all' | 'any'): Row[] {
		const tests = conditions.map(({ keyName, condition, keyValue }) => {
			const wanted = cellOf([...SYSTEM_COLUMNS, ...columns], keyName, keyValue);
			return (row: Row) => COMPARISONS[condition](row[keyName], wanted);
		});
		if (tests.length === 0) return [...rows];
		return rows.filter((row) => (match === 'all' ? tests.every((test) => test(row)) : tests.some((test) => test(row))));
	}

	/** Puts a row in; columns that are not given stay empty. */
	insert(table: DataTable, values: IDataObject): Row {
		const cells = cellsOf(table, values);
		const empty = Object.fromEntries(table.columns.map(({ name }) => [name, null]));
		const now = new Date();
		const id = (table.rows.at(-1)?.id ?? 0) + 1;
		const row = { ...empty, ...cells, id, createdAt: now, updatedAt: now } as Row;
		table.rows.push(row);
		table.writtenAs = ++this.writes;
		return row;
	}

	/** Writes into these rows, and gives them back. */
	update(table: DataTable, rows: Row[], values: IDataObject): Row[] {
		const cells = cellsOf(table, values);
		for (const row of rows) Object.assign(row, cells, { updatedAt: new Date() });
		table.writtenAs = ++this.writes;
		return rows;
	}

	/** Takes these rows out, and gives them back. */
	remove(table: DataTable, rows: Row[]): Row[] {
		table.rows = table.rows.filter((row) => !rows.includes(row));
		table.writtenAs = ++this.writes;
		return rows;
	}
}

const cellsOf = ({ columns }: DataTable, values: IDataObject): Record<string, Cell> =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cellOf(columns, name, value)]));

/** A value as its column keeps it. */
function cellOf(columns: Column[], name: string, value: unknown): Cell {
	const column = columns.find((candidate) => candidate.name === name);
	if (!column) throw new Error(`unknown column name '${name}'`);
	if (value === undefined || value === null) return null;
	const type = column.type === 'date' ? 'dateTime' : column.type;
	const read = validateFieldType(name, value, type, { strict: false, parseStrings: false });
	if (!read.valid) throw new Error(`value '${String(value)}' does not match column type '${column.type}': ${read.errorMessage}`);
	const cell: unknown = read.newValue;
	return DateTime.isDateTime(cell) ? cell.toJSDate() : (cell as Cell);
}
