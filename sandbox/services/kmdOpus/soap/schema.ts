import type { XmlElement } from './xml.ts';

/**
 * What an element of a request must be: name and namespace (none: unqualified), its children in their order, and
 * whether it must be there or may repeat. One without `children` holds text.
 */
export interface ElementSchema {
	readonly name: string;
	readonly namespace?: string;
	readonly children?: readonly ElementSchema[];
	readonly required?: boolean;
	readonly repeats?: boolean;
}

const isOf = (element: XmlElement, { name, namespace = '' }: ElementSchema): boolean =>
	element.name === name && element.namespace === namespace;

function qualified({ name, namespace }: Pick<XmlElement, 'name'> & { readonly namespace?: string }): string {
	return namespace === undefined || namespace === '' ? name : `{${namespace}}${name}`;
}

function complaintAboutChildren(parent: XmlElement, schemas: readonly ElementSchema[]): string | null {
	if (parent.text.trim() !== '') return `${parent.name} holds text beside its elements.`;
	let next = 0;
	for (const schema of schemas) {
		const first = next;
		while (next < parent.children.length && isOf(parent.children[next], schema)) {
			const complaint = complaintAbout(parent.children[next], schema);
			if (complaint !== null) return complaint;
			next += 1;
		}
		if (next - first > 1 && schema.repeats !== true) return `${qualified(schema)} stands more than once in ${parent.name}.`;
		if (next === first && schema.required === true && !parent.children.some((child) => isOf(child, schema))) {
			return `${qualified(schema)} is missing in ${parent.name}.`;
		}
	}
	if (next === parent.children.length) return null;
	const surplus = parent.children[next];
	const isKnown = schemas.some((schema) => isOf(surplus, schema));
	return isKnown
		? `${qualified(surplus)} is out of order in ${parent.name}.`
		: `${qualified(surplus)} is not expected in ${parent.name}.`;
}

/** What is wrong with an element by its schema, in words that hold no content; null when nothing is. */
export function complaintAbout(element: XmlElement, schema: ElementSchema): string | null {
	if (!isOf(element, schema)) return `${qualified(schema)} is expected, not ${qualified(element)}.`;
	if (schema.children !== undefined) return complaintAboutChildren(element, schema.children);
	return element.children.length === 0 ? null : `${element.name} holds elements where a text is expected.`;
}

/** Schemas of unqualified leaves, in order; a name that ends in `!` must be there. */
export function leaves(...names: readonly string[]): ElementSchema[] {
	return names.map((name) => (name.endsWith('!') ? { name: name.slice(0, -1), required: true } : { name }));
}
