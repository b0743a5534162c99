import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INode, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

type Cell = { name: string; value: string };

const { nodes } = JSON.parse(readFileSync(join(__dirname, '../../workflows/akasse-directory.json'), 'utf8')) as { nodes: INode[] };
const node: INode = { ...nodes.find(({ name }) => name === 'Table Row')!, type: 'n8n-nodes-base.noOp' };
const { assignments: cells } = node.parameters.assignments as unknown as { assignments: Cell[] };

const nodeTypes = { getByNameAndVersion: () => ({ description: { properties: [] } }) } as unknown as INodeTypes;
const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });

/** The row of the file for an item, as n8n works it out. */
const rowOf = (json: IDataObject): IDataObject =>
	Object.fromEntries(cells.map(({ name, value }) => [name, workflow.expression.getParameterValue(value, null, 0, 0, node.name, [{ json }], 'manual', {}) as string]));

const FREE = ['name', 'phone', 'webAddress', 'cvrNumber', 'pNumber', 'openingHours', 'phoneHours', 'branchName', 'branchStreet', 'branchPostalCode', 'branchCity', 'branchPhone', 'branchWebAddress', 'branchOpeningHours', 'branchPhoneHours'];

test.each(['=1+1', '+1+cmd|A1', '-2+3', '@SUM(A1)', ' =HYPERLINK("https://example.org")', '\t=1', '\r\n=1'])('no cell of the directory lets %j be a formula', (text) => {
	const address = Object.fromEntries(['street', 'postalCode', 'city'].map((part) => [part, text]));
	const { listed, ...row } = rowOf({ akasseCode: text, branchCode: text, address, ...Object.fromEntries(FREE.map((field) => [field, text])) });
	expect(listed).toBe('yes');
	expect(Object.keys(row)).toHaveLength(20);
	expect(Object.values(row).filter((cell) => cell !== `'${text}`)).toEqual([]);
});

test('a number of a phone, a code with zeros and any other text stand as they are', () => {
	const row = rowOf({ akasseCode: '067', name: 'A-kassen', phone: '+45 70 10 10 10', address: { street: 'Gade', houseNumber: '1' }, openingHours: { monday: ['09:00-12:00', '13:00-15:00'] }, phoneHours: 'man-fre 9-15' });
	expect(row).toMatchObject({ akasseCode: '067', akasseName: 'A-kassen', phone: '+45 70 10 10 10', street: 'Gade 1', city: '', openingHours: 'monday 09:00-12:00, 13:00-15:00', phoneHours: 'man-fre 9-15', branchCode: '' });
});
