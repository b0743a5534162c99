import { badInput } from '../../kit/failure';
import type { XmlElement, XmlNode } from '../../kit/xml';
import { childOf, hasForbidden, readXml, writeXml } from '../../kit/xml';
import type { SoapElement, SoapOperation, SoapValues } from './operation';

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

function namespacesIn({ namespace, children = [] }: SoapElement): string[] {
	return [...(namespace ? [namespace] : []), ...children.flatMap(namespacesIn)];
}

type Prefixes = ReadonlyMap<string, string>;

const prefixOf = ({ namespace }: SoapElement, prefixes: Prefixes) => (namespace ? { prefix: prefixes.get(namespace) } : {});

/** The nodes of one element: none without a value, several when it repeats. */
function nodesOf(element: SoapElement, values: SoapValues, prefixes: Prefixes): XmlNode[] {
	const value = values[element.name];
	const entries = Array.isArray(value) ? value : value ? [value] : [];
	if (value === null || (!entries.length && element.required)) return [{ name: element.name, ...prefixOf(element, prefixes) }];
	return entries.map((entry) => nodeOf(element, entry, prefixes));
}

function nodeOf(element: SoapElement, value: string | SoapValues, prefixes: Prefixes): XmlNode {
	const node = { name: element.name, ...prefixOf(element, prefixes) };
	if (typeof value !== 'string') return { ...node, children: (element.children ?? []).flatMap((child) => nodesOf(child, value, prefixes)) };
	if (hasForbidden(value)) throw badInput(element.name, 'holds a character that can not be sent', 'Take out control characters and broken emoji.');
	return { ...node, text: value };
}

/**
 * The envelope of a request: SOAP 1.1, empty header, the elements in the order of the operation.
 * @throws Failure when a value holds a character that XML can not carry
 */
export function writeEnvelope({ request }: SoapOperation, values: SoapValues): string {
	const prefixes = new Map([...new Set(namespacesIn(request))].map((namespace, at) => [namespace, `ns${at}`]));
	const declared = Object.fromEntries([...prefixes].map(([namespace, prefix]) => [`xmlns:${prefix}`, namespace]));
	const root = { ...nodeOf(request, values, prefixes), attributes: declared };
	const envelope: XmlNode = {
		name: 'Envelope',
		prefix: 'soapenv',
		attributes: { 'xmlns:soapenv': ENVELOPE },
		children: [
			{ name: 'Header', prefix: 'soapenv' },
			{ name: 'Body', prefix: 'soapenv', children: [root] },
		],
	};
	return DECLARATION + writeXml(envelope);
}

/** What an envelope carries: the one element of its body; undefined when the text is no envelope. */
export function readEnvelope(text: string): XmlElement | undefined {
	const envelope = readXml(text);
	return envelope?.name === 'Envelope' ? childOf(envelope, 'Body')?.children[0] : undefined;
}
