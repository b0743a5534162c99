import { XMLParser } from 'fast-xml-parser';

import type { ElementSchema } from './schema';

/** An element of a message with the namespace that its prefix stands for. */
interface WireElement {
	name: string;
	namespace: string;
	children: WireElement[];
	text: string;
}

type Parsed = Record<string, unknown>;

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false, trimValues: false });

function readElements(nodes: Parsed[], inherited: Record<string, string>): WireElement[] {
	return nodes.flatMap((node): WireElement[] => {
		const tag = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
		if (tag === undefined || tag.startsWith('?')) return [];
		const attributes = (node[':@'] ?? {}) as Record<string, string>;
		const declared = Object.entries(attributes).flatMap(([key, value]) => (key === 'xmlns' ? [['', value]] : key.startsWith('xmlns:') ? [[key.slice(6), value]] : []));
		const namespaces = { ...inherited, ...Object.fromEntries(declared) };
		const [prefix, name] = tag.includes(':') ? tag.split(':') : ['', tag];
		const content = node[tag] as Parsed[];
		const text = content.map((child) => String(child['#text'] ?? '')).join('');
		return [{ name, namespace: namespaces[prefix] ?? (prefix ? `(undeclared prefix ${prefix})` : ''), children: readElements(content, namespaces), text }];
	});
}

const shown = ({ name, namespace }: { name: string; namespace: string }): string => (namespace ? `{${namespace}}${name}` : name);

/** Where a sequence of elements differs from its schema; nothing when it does not. */
function complaints(found: WireElement[], schemas: ElementSchema[], path: string): string[] {
	const wrong: string[] = [];
	let at = 0;
	for (const schema of schemas) {
		let count = 0;
		for (; at < found.length && count < schema.most && shown(found[at]) === shown(schema); at++, count++) wrong.push(...complaintsInside(found[at], schema, path));
		if (count < schema.least) wrong.push(`${path}: ${shown(schema)} is missing${at < found.length ? ` before ${shown(found[at])}` : ''}`);
	}
	return at < found.length ? [...wrong, `${path}: ${shown(found[at])} does not belong here`] : wrong;
}

function complaintsInside({ name, children, text }: WireElement, schema: ElementSchema, path: string): string[] {
	if (schema.children) return [...(text.trim() ? [`${path}/${name}: holds text`] : []), ...complaints(children, schema.children, `${path}/${name}`)];
	return children.length ? [`${path}/${name}: holds elements`] : [];
}

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** Where a SOAP 1.1 message differs from what the contract has for its body; nothing when it does not. */
export function checkMessage(xml: string, body: ElementSchema): string[] {
	const [envelope] = readElements(parser.parse(xml) as Parsed[], { '': '' });
	if (!envelope || shown(envelope) !== `{${ENVELOPE}}Envelope`) return ['there is no SOAP 1.1 envelope'];
	const parts = [
		{ name: 'Header', namespace: ENVELOPE, least: 0, most: 1, children: [] },
		{ name: 'Body', namespace: ENVELOPE, least: 1, most: 1, children: [body] },
	] satisfies ElementSchema[];
	return complaints(envelope.children, parts, 'Envelope');
}
