import type { IConnections, IDataObject, INode } from 'n8n-workflow';

import type { WorkflowResult } from '../support';
import { knownTypes, runWorkflow } from '../support';
import { coreNodes } from './coreNodes';
import { DataTables } from './dataTables';

type Node = [name: string, type: string, parameters?: object, more?: Partial<INode>];
type Link = [from: string, to: string, output?: number, input?: number];

const tables = new DataTables();
beforeEach(() => tables.clear());

const condition = (leftValue: string): object => ({
	conditions: {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
		conditions: [{ id: 'c', leftValue, rightValue: '', operator: { type: 'boolean', operation: 'true', singleValue: true } }],
		combinator: 'and',
	},
});

async function run(nodes: Node[], links: Link[], items: IDataObject[] = [{}]): Promise<WorkflowResult> {
	const connections: IConnections = {};
	for (const [from, to, output = 0, input = 0] of links) {
		const outputs = ((connections[from] ??= { main: [] }).main ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: 'main', index: input });
	}
	const sketches = nodes.map(([name, type, parameters, more]) => ({ name, type: `n8n-nodes-base.${type}`, parameters: (parameters ?? {}) as INode['parameters'], ...more }));
	return await runWorkflow({
		nodes: [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, ...(sketches as Parameters<typeof runWorkflow>[0]['nodes'])],
		connections,
		types: knownTypes(coreNodes({}, tables)),
		startNode: 'Start',
		items,
	});
}

const outputsOf = ({ outputs, error }: WorkflowResult, node: string): IDataObject[][] => {
	if (error) throw new Error(error.message);
	return (outputs[node] ?? []).map((items) => items.map(({ json }) => json));
};

const line: Node[] = [
	['Goes to Payroll?', 'if', condition("={{ $json.kind === 'line' }}")],
	['Register', 'noOp'],
	['All Rows', 'merge'],
];
const lineLinks: Link[] = [
	['Start', 'Goes to Payroll?'],
	['Goes to Payroll?', 'Register', 0],
	['Register', 'All Rows', 0, 0],
	['Goes to Payroll?', 'All Rows', 1, 1],
];

test.each([
	['both kinds', ['line', 'row', 'line'], ['line', 'line', 'row']],
	['lines alone', ['line'], ['line']],
	['rows alone', ['row'], ['row']],
])('a merge gives what came, also where a branch does not run: %s', async (_what, kinds, merged) => {
	const result = await run(line, lineLinks, kinds.map((kind) => ({ kind })));
	expect(outputsOf(result, 'All Rows')[0].map(({ kind }) => kind)).toEqual(merged);
});

test('a merge takes as many inputs as it is told', async () => {
	const links: Link[] = [...lineLinks, ['Start', 'All Rows', 0, 2]];
	const nodes = line.map((node): Node => (node[0] === 'All Rows' ? ['All Rows', 'merge', { numberInputs: 3 }] : node));
	expect(outputsOf(await run(nodes, links, [{ kind: 'line' }]), 'All Rows')[0]).toHaveLength(2);
});

test.each([
	[true, ['line', 'line']],
	[false, undefined],
])('a merge that waits for all its inputs gives the items of one, and nothing while another stays away: %s', async (isOurs, passed) => {
	const nodes: Node[] = [
		['Keep', 'noOp', {}, { executeOnce: true }],
		['Ours?', 'if', condition(`={{ ${isOurs} }}`)],
		['Gate', 'merge', { mode: 'chooseBranch', useDataOfInput: '1' }],
	];
	const links: Link[] = [['Start', 'Keep'], ['Start', 'Gate', 0, 0], ['Keep', 'Ours?'], ['Ours?', 'Gate', 0, 1]];
	const result = await run(nodes, links, [{ kind: 'line' }, { kind: 'line' }]);
	expect(outputsOf(result, 'Gate')[0]?.map(({ kind }) => kind)).toEqual(passed);
});

test('a refusal ends the run with its text, and nothing behind it runs', async () => {
	const result = await run([['Refuse', 'stopAndError', { errorMessage: '={{ "Held by " + $json.holder }}' }], ['Work', 'noOp']], [['Start', 'Refuse'], ['Refuse', 'Work']], [{ holder: '12' }]);
	expect([result.status, result.error?.message, result.outputs.Work]).toEqual(['error', 'Held by 12', undefined]);
});

test('a list is parted into items', async () => {
	const result = await run([['Part', 'splitOut', { fieldToSplitOut: 'list' }]], [['Start', 'Part']], [{ list: ['a', 'b'] }, { list: [] }, { list: [{ uid: 1 }] }]);
	expect(outputsOf(result, 'Part')[0]).toEqual([{ list: 'a' }, { list: 'b' }, { uid: 1 }]);
});

test('fields are set beside the others, or alone', async () => {
	const assignments = { assignments: [{ id: 'a', name: 'post', value: '={{ $json.x > 0 }}', type: 'boolean' }] };
	const nodes: Node[] = [['Beside', 'set', { assignments, includeOtherFields: true }], ['Alone', 'set', { assignments }]];
	const result = await run(nodes, [['Start', 'Beside'], ['Start', 'Alone']], [{ x: 1 }]);
	expect([outputsOf(result, 'Beside'), outputsOf(result, 'Alone')]).toEqual([[[{ x: 1, post: true }]], [[{ post: true }]]]);
});

describe('a data table', () => {
	const TYPES = { key: 'string', holder: 'string', until: 'date' };
	const byId = { __rl: true, mode: 'id', value: "={{ $('Table').first().json.id }}" };
	const create = (options: object = { createIfNotExists: true }, tableName = 'runs'): Node => [
		'Table',
		'dataTable',
		{ resource: 'table', operation: 'create', tableName, columns: { column: Object.entries(TYPES).map(([name, type]) => ({ name, type })) }, options },
		{ executeOnce: true },
	];
	const where = (...conditions: Array<[string, string, string?]>): object => ({
		matchType: 'allConditions',
		filters: { conditions: conditions.map(([keyName, condition, keyValue]) => ({ keyName, condition, keyValue })) },
	});
	const columns = (value: object): object => ({
		columns: {
			mappingMode: 'defineBelow',
			value,
			schema: Object.entries(TYPES).map(([id, type]) => ({ id, displayName: id, required: false, display: true, type: type === 'date' ? 'dateTime' : type, removed: !(id in value) })),
		},
	});
	const row = (operation: string, ...parameters: object[]): Node => ['Row', 'dataTable', Object.assign({ resource: 'row', operation, dataTableId: byId }, ...parameters), { alwaysOutputData: true }];
	const doing = async (node: Node, table = create()): Promise<IDataObject[]> => outputsOf(await run([table, node], [['Start', 'Table'], ['Table', 'Row']]), 'Row')[0];

	test('is made once, found again, and keeps its rows between runs', async () => {
		await doing(row('insert', columns({ key: '100', until: '1970-01-01T00:00:00.000Z' })));
		expect(await doing(row('get', where(['key', 'eq', '100'])))).toEqual([
			expect.objectContaining({ id: 1, key: '100', holder: null, until: '1970-01-01T00:00:00.000Z' }),
		]);
		expect(tables.rows('runs')).toHaveLength(1);
	});

	test('is not made a second time where the option to reuse it is left out', async () => {
		await doing(row('get'));
		await expect(doing(row('get'), create({}))).rejects.toThrow(/already exists/);
	});

	test('is missed by its name where another, written later, holds that name: only its id tells it for certain', async () => {
		await doing(row('insert', columns({ key: 'ours' })));
		await doing(row('insert', columns({ key: 'copy' })), create({ createIfNotExists: true }, 'runs of last year'));
		await expect(doing(row('get'))).rejects.toThrow(/already exists/);
		const byName = { dataTableId: { __rl: true, mode: 'name', value: 'runs' } };
		expect(await doing(row('get', byName), create({ createIfNotExists: true }, 'other'))).toEqual([expect.objectContaining({ key: 'copy' })]);
	});

	test('gives a conditional update the rows it changed, and none once the condition fails', async () => {
		const take = (holder: string): Node =>
			row('update', where(['key', 'eq', '100'], ['until', 'lte', '={{ $now.toISO() }}']), columns({ holder, until: '={{ $now.plus({ minutes: 5 }).toISO() }}' }));
		await doing(row('insert', columns({ key: '100', until: '1970-01-01T00:00:00.000Z' })));
		expect(await doing(take('12'))).toEqual([expect.objectContaining({ holder: '12' })]);
		expect(await doing(take('13'))).toEqual([{}]);
		expect(tables.rows('runs')).toEqual([expect.objectContaining({ holder: '12' })]);
	});

	test('holds no empty cell to be before or after anything', async () => {
		await doing(row('insert', columns({ key: '100' })));
		const found = async (...condition: [string, string, string?]) => (await doing(row('get', where(condition)))).filter(({ id }) => id).length;
		expect(await found('until', 'lte', '={{ $now.toISO() }}')).toBe(0);
		expect(await found('until', 'gt', '={{ $now.toISO() }}')).toBe(0);
		expect(await found('holder', 'isEmpty')).toBe(1);
		expect(await found('holder', 'neq', '12')).toBe(1);
		expect(await found('holder', 'eq', '12')).toBe(0);
	});

	test('gives the first rows in an order, upserts and deletes', async () => {
		for (const key of ['b', 'a', 'b']) await doing(row('insert', columns({ key })));
		const first = { limit: 1, orderBy: true, orderByColumn: 'id', orderByDirection: 'ASC' };
		expect(await doing(row('get', where(['key', 'eq', 'b']), first))).toEqual([expect.objectContaining({ id: 1 })]);
		expect(await doing(row('upsert', where(['key', 'eq', 'b']), columns({ holder: '12' })))).toHaveLength(2);
		expect(await doing(row('upsert', where(['key', 'eq', 'c']), columns({ key: 'c' })))).toEqual([expect.objectContaining({ id: 4, key: 'c' })]);
		expect(await doing(row('deleteRows', where(['key', 'eq', 'b'])))).toHaveLength(2);
		expect(tables.rows('runs').map(({ key, holder }) => [key, holder])).toEqual([['a', null], ['c', null]]);
	});

	test('changes no row where no condition is given, and knows its columns', async () => {
		await doing(row('insert', columns({ key: '100' })));
		await expect(doing(row('update', columns({ holder: '12' })))).rejects.toThrow('At least one condition is required');
		await expect(doing(row('get', where(['owner', 'eq', '12'])))).rejects.toThrow("unknown column name 'owner'");
	});
});
