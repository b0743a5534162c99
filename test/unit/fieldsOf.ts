import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INode, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

const nodeTypes = { getByNameAndVersion: () => ({ description: { properties: [] } }) } as unknown as INodeTypes;

/**
 * What an Edit Fields node of a template makes of an item, as n8n works its expressions out.
 * @param template name of the file in `workflows`
 */
export function fieldsOf(template: string, nodeName: string): (json: IDataObject) => IDataObject {
	const { nodes } = JSON.parse(readFileSync(join(__dirname, '../../workflows', `${template}.json`), 'utf8')) as { nodes: INode[] };
	const node: INode = { ...nodes.find(({ name }) => name === nodeName)!, type: 'n8n-nodes-base.noOp' };
	const { assignments } = node.parameters.assignments as unknown as { assignments: Array<{ name: string; value: string }> };
	const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const valueOf = (value: string, json: IDataObject) => expression.getParameterValue(value, null, 0, 0, nodeName, [{ json }], 'manual', {}) as string;
	return (json) => Object.fromEntries(assignments.map(({ name, value }) => [name, valueOf(value, json)]));
}
