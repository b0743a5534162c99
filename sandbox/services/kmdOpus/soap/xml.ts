import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element as it was read, its prefix resolved; `namespace` is empty when it is in none. */
export interface XmlElement {
	readonly name: string;
	readonly namespace: string;
	readonly text: string;
	readonly children: readonly XmlElement[];
}

/** An element to be written; one without `namespace` is in none. */
export interface XmlNode {
	readonly name: string;
	readonly namespace?: string;
	readonly text?: string;
	readonly children?: readonly XmlNode[];
}

/** What was sent is no XML document that may be sent; the message says why. */
export class XmlError extends Error {}

type Scope = Readonly<Record<string, string>>;
type RawNode = Readonly<Record<string, unknown>>;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';
const DEEPEST = 30;
const NAMED_CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** The characters that XML 1.0 allows (production 2). */
const ONLY_XML_CHARACTERS = /^[\t\n\r -\uFFFD]*$/;

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	trimValues: false,
	parseTagValue: false,
	parseAttributeValue: false,
	processEntities: false,
	cdataPropName: CDATA,
});

function characterOf(reference: string): string {
	const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(reference);
	if (number === null) {
		if (Object.hasOwn(NAMED_CHARACTERS, reference)) return NAMED_CHARACTERS[reference];
		throw new XmlError('An entity is used that XML does not have.');
	}
	const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
	const character = code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFF';
	if (!ONLY_XML_CHARACTERS.test(character)) throw new XmlError('A character is used that XML forbids.');
	return character;
}

function decode(text: string): string {
	return text.replaceAll(/&([^;&]*);?/g, (whole, reference: string) => {
		if (!whole.endsWith(';')) throw new XmlError('An ampersand stands alone.');
		return characterOf(reference);
	});
}

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
	const own = Object.entries(attributes)
		.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
		.map(([name, value]) => [name.slice('xmlns:'.length), decode(value)]);
	return own.length === 0 ? outer : { ...outer, ...Object.fromEntries(own) };
}

function toElement(node: RawNode, outer: Scope, depth: number): XmlElement {
	if (depth > DEEPEST) throw new XmlError(`Elements lie more than ${DEEPEST} deep.`);
	const qualified = Object.keys(node).find((key) => key !== ATTRIBUTES) ?? '';
	const scope = scopeOf((node[ATTRIBUTES] ?? {}) as Record<string, string>, outer);
	const [prefix, name] = qualified.includes(':') ? qualified.split(':', 2) : ['', qualified];
	if (prefix !== '' && scope[prefix] === undefined) throw new XmlError(`The prefix ${prefix} is not declared.`);
	const content = node[qualified] as readonly RawNode[];
	const texts = content.map((part) => {
		if (Object.hasOwn(part, TEXT)) return decode(part[TEXT] as string);
		return Object.hasOwn(part, CDATA) ? ((part[CDATA] as readonly RawNode[])[0]?.[TEXT] as string) ?? '' : '';
	});
	return {
		name,
		namespace: scope[prefix] ?? '',
		text: texts.join(''),
		children: content
			.filter((part) => !Object.hasOwn(part, TEXT) && !Object.hasOwn(part, CDATA))
			.map((part) => toElement(part, scope, depth + 1)),
	};
}

/** Reads a document. Refused with `XmlError`: what is not well formed, a DTD, a foreign entity, a forbidden character. */
export function parseXml(text: string): XmlElement {
	if (!ONLY_XML_CHARACTERS.test(text)) throw new XmlError('A character is used that XML forbids.');
	if (text.includes('<!DOCTYPE')) throw new XmlError('A document type is not allowed.');
	const verdict = XMLValidator.validate(text);
	if (verdict !== true) throw new XmlError(verdict.err.msg);
	const roots = (parser.parse(text) as RawNode[]).filter((node) => !Object.hasOwn(node, TEXT) && !Object.hasOwn(node, '?xml'));
	if (roots.length !== 1) throw new XmlError('A document has one root element.');
	return toElement(roots[0], {}, 1);
}

const escape = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

function namespacesIn(node: XmlNode, found = new Set<string>()): Set<string> {
	if (node.namespace !== undefined) found.add(node.namespace);
	for (const child of node.children ?? []) namespacesIn(child, found);
	return found;
}

/** Writes an element; its namespaces are declared on it with the prefixes `ns0`, `ns1`, … or those given. */
export function writeXml(node: XmlNode, prefixes: Readonly<Record<string, string>> = {}): string {
	const declared = [...namespacesIn(node)].map((namespace, index) => [namespace, prefixes[namespace] ?? `ns${index}`]);
	const prefixOf = new Map(declared as [string, string][]);
	const write = ({ name, namespace, text = '', children = [] }: XmlNode, declarations = ''): string => {
		const tag = namespace === undefined ? name : `${prefixOf.get(namespace)}:${name}`;
		const content = escape(text) + children.map((child) => write(child)).join('');
		return content === '' ? `<${tag}${declarations}/>` : `<${tag}${declarations}>${content}</${tag}>`;
	};
	return write(node, declared.map(([namespace, prefix]) => ` xmlns:${prefix}="${namespace}"`).join(''));
}
