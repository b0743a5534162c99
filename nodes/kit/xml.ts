import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element that was read: its local name, its own text (exact: nothing is trimmed or turned into a number), its child elements in order. */
export interface XmlElement {
	name: string;
	text: string;
	children: XmlElement[];
}

/** An element to be written. */
export interface XmlNode {
	name: string;
	prefix?: string;
	text?: string;
	children?: XmlNode[];
	attributes?: Record<string, string>;
}

/** Deeper than any answer of a service goes; a document that is nested deeper is refused. */
const MAX_DEPTH = 64;

const TEXT = '#text';
const CDATA = '#cdata';

/** Entities are left as they stand: they are decoded here, the five of XML and character references only. */
const parser = new XMLParser({
	preserveOrder: true,
	removeNSPrefix: true,
	ignoreAttributes: true,
	ignoreDeclaration: true,
	ignorePiTags: true,
	parseTagValue: false,
	trimValues: false,
	processEntities: false,
	textNodeName: TEXT,
	cdataPropName: CDATA,
	maxNestedTags: MAX_DEPTH - 1,
	jPath: false,
});

/** What XML 1.0 can not hold, not even as a reference (section 2.2 of its recommendation). */
const FORBIDDEN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Whether a text holds a character that XML can not carry: most control characters, half of a surrogate pair. */
export const hasForbidden = (text: string): boolean => FORBIDDEN.test(text);

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g;

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\0');

/** A text with its references resolved; undefined when one names an entity beyond the five, or no character of XML. */
function decode(text: string): string | undefined {
	if (!text.includes('&')) return text;
	if (text.replace(REFERENCE, '').includes('&')) return undefined;
	const decoded = text.replace(REFERENCE, (_all, name?: string, decimal?: string, hex?: string) =>
		name ? ENTITIES[name] : characterOf(decimal ? Number(decimal) : parseInt(hex ?? '', 16)),
	);
	return hasForbidden(decoded) ? undefined : decoded;
}

/** Whether there is a declaration, as a document type, or a comment or CDATA section without an end. One pass: every character is looked at once. */
function hasDeclaration(text: string): boolean {
	for (let at = text.indexOf('<!'); at !== -1; at = text.indexOf('<!', at)) {
		const close = text.startsWith('[CDATA[', at + 2) ? ']]>' : text.startsWith('--', at + 2) ? '-->' : undefined;
		const end = close === undefined ? -1 : text.indexOf(close, at + 4);
		if (end === -1) return true;
		at = end;
	}
	return false;
}

/** A node as the parser gives it: one key, its local name or the kind of text. */
type ParsedNode = Record<string, ParsedNode[] | string>;

/** Stands for an element with a text that can not be decoded. */
const UNREADABLE = Symbol('unreadable');

function elementOf(name: string, nodes: ParsedNode[]): XmlElement | typeof UNREADABLE {
	const element: XmlElement = { name, text: '', children: [] };
	for (const node of nodes) {
		const [[kind, content]] = Object.entries(node);
		const part = typeof content === 'string' ? decode(content) : kind === CDATA ? cdataOf(content) : elementOf(kind, content);
		if (part === undefined || part === UNREADABLE) return UNREADABLE;
		if (typeof part === 'string') element.text += part;
		else element.children.push(part);
	}
	return element;
}

const cdataOf = ([section]: ParsedNode[]): string => String(section[TEXT]);

/** The parser's own tree; undefined when the text is not well-formed, or nested too deep. */
function parse(text: string): ParsedNode[] | undefined {
	try {
		return XMLValidator.validate(text) === true ? (parser.parse(text) as ParsedNode[]) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Reads an XML document. Never throws.
 * @returns its root; undefined when it is not well-formed, declares a document type, uses an entity beyond the five of XML, or is nested deeper than 64
 */
export function readXml(text: string): XmlElement | undefined {
	if (hasDeclaration(text)) return undefined;
	const roots = parse(text)?.filter((node) => !(TEXT in node)) ?? [];
	if (roots.length !== 1) return undefined;
	const [[name, content]] = Object.entries(roots[0]);
	const root = elementOf(name, content as ParsedNode[]);
	return root === UNREADABLE ? undefined : root;
}

/** A carriage return is written as a reference: XML's line ends would make it a line feed otherwise. */
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' };

const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (character) => ESCAPES[character]);

const escapeAttribute = (text: string): string => text.replace(/[&<>"\r\n\t]/g, (character) => ESCAPES[character]);

/** Writes an element, with nothing between its children. Its texts must hold no character that XML forbids: see {@link hasForbidden}. */
export function writeXml({ name, prefix, text = '', children = [], attributes = {} }: XmlNode): string {
	const tag = prefix ? `${prefix}:${name}` : name;
	const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
	const content = escapeText(text) + children.map(writeXml).join('');
	return content ? `<${tag}${pairs.join('')}>${content}</${tag}>` : `<${tag}${pairs.join('')}/>`;
}

/** The children of a local name. */
export const childrenOf = ({ children }: XmlElement, name: string): XmlElement[] => children.filter((child) => child.name === name);

/** The first child of a local name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined => childrenOf(element, name)[0];

/** The text of the first child of a local name, without blanks at its ends; '' when there is none. */
export const textOf = (element: XmlElement, name: string): string => childOf(element, name)?.text.trim() ?? '';
