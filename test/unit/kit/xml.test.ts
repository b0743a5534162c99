import fc from 'fast-check';

import type { XmlNode } from '../../../nodes/kit/xml';
import { childrenOf, childOf, hasForbidden, readXml, textOf, writeXml } from '../../../nodes/kit/xml';

/** Any text that XML 1.0 can hold, its awkward characters often. */
const xmlText = fc
	.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('&', '<', '>', '"', "'", ']]>', '<![CDATA[', '&amp;', '&#13;', '<!DOCTYPE x>', '\r\n', '\r', '\t', ' ', '\n', 'æøåÆØÅ', '👩‍👧')))
	.map((parts) => parts.join(''))
	.filter((text) => !hasForbidden(text));

const xmlName = fc.constantFrom('item', 'Item', 'CPR-nummer', 'Årsag', 'a.b', '_x', 'ReturnStatus');

describe('what is written is read again', () => {
	test('any text, exactly', () => {
		fc.assert(fc.property(xmlText, (text) => expect(readXml(writeXml({ name: 'a', text }))).toEqual({ name: 'a', text, children: [] })), { numRuns: 1000 });
	});

	test('any tree, without its prefixes and attributes', () => {
		const { tree } = fc.letrec<{ leaf: XmlNode; branch: XmlNode; tree: XmlNode }>((tie) => ({
			leaf: fc.record({ name: xmlName, text: xmlText }),
			branch: fc.record({
				name: xmlName,
				prefix: fc.constantFrom('ns0', 'SOAP', ''),
				attributes: fc.dictionary(fc.constantFrom('xmlns:ns0', 'id', 'x-y'), xmlText, { maxKeys: 3 }),
				text: xmlText,
				children: fc.array(tie('tree'), { maxLength: 3 }),
			}),
			tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('branch')),
		}));
		type Plain = { name: string; text: string; children: Plain[] };
		const plain = ({ name, text = '', children = [] }: XmlNode): Plain => ({ name, text, children: children.map(plain) });
		fc.assert(fc.property(tree, (node) => expect(readXml(writeXml(node))).toEqual(plain(node))));
	});
});

describe('a document', () => {
	test('is read by local names; lists keep their order, CDATA is text', () => {
		const root = readXml('\ufeff<?xml version="1.0"?>\n<!-- <a> --><S:a xmlns:S="x"><ns0:b c="1>2"> x &amp; &#230;&#x1F600;<![CDATA[<&amp;>]]>y </ns0:b><item/>\r\n<Item>007</Item></S:a>\n');
		expect(root).toEqual({
			name: 'a',
			text: '\n',
			children: [
				{ name: 'b', text: ' x & æ😀<&amp;>y ', children: [] },
				{ name: 'item', text: '', children: [] },
				{ name: 'Item', text: '007', children: [] },
			],
		});
		expect(childrenOf(root!, 'b')).toHaveLength(1);
		expect([textOf(root!, 'b'), textOf(root!, 'Item'), textOf(root!, 'none'), childOf(root!, 'none')]).toEqual(['x & æ😀<&amp;>y', '007', '', undefined]);
	});

	test.each([
		['a document type', '<!DOCTYPE a><a/>'],
		['an entity of its own', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
		['an entity from elsewhere', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
		['a document type behind the root', '<a/><!DOCTYPE a>'],
		['an entity beyond the five', '<a>&nbsp;</a>'],
		['a bare ampersand', '<a>Bull & Co</a>'],
		['a reference to no character', '<a>&#0;</a>'],
		['a reference beyond Unicode', '<a>&#x110000;</a>'],
		['crossed elements', '<a><b></a></b>'],
		['an end missing', '<a><b>x</b>'],
		['a tag cut off', '<a><b>x</b></'],
		['a CDATA section cut off', '<a><![CDATA[x</a>'],
		['two roots', '<a/><b/>'],
		['text without an element', 'Bad Gateway'],
		['nothing', ''],
		['JSON', '{"a":1}'],
		['65 levels', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`],
		['a million levels', `${'<a>'.repeat(1e6)}${'</a>'.repeat(1e6)}`],
		['a name out of a prototype', '<a><__proto__>x</__proto__></a>'],
	])('with %s is none', (_what, text) => {
		expect(readXml(text)).toBeUndefined();
	});

	test('of 64 levels is read', () => {
		expect(readXml(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`)).toBeDefined();
	});
});

describe('reading takes time in proportion to the text', () => {
	const shapes: Array<[string, (size: number) => string]> = [
		['open CDATA sections', (size) => `<a>${'<![CDATA['.repeat(size)}`],
		['blanks in a tag', (size) => `<a b="c"${' '.repeat(size)}>x</a>`],
		['open comments', (size) => `<a>${'<!--'.repeat(size)}`],
		['ampersands', (size) => `<a>${'&#'.repeat(size)}</a>`],
		['quotes', (size) => `<a ${'b="'.repeat(size)}>x</a>`],
		['brackets', (size) => `<a>${'<'.repeat(size)}</a>`],
	];

	test.each(shapes)('%s', (_what, shape) => {
		const began = performance.now();
		readXml(shape(200_000));
		/* A way through that is quadratic takes minutes. */
		expect(performance.now() - began).toBeLessThan(10_000);
	});
});

test.each([
	['\u0000', true],
	['\u001f', true],
	['\ud800', true],
	['\uffff', true],
	['\t\r\n æ 😀 \u0080', false],
])('%j can not be written: %s', (text, forbidden) => {
	expect(hasForbidden(text)).toBe(forbidden);
});
