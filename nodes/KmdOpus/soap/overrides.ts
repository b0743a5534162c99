import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readJson } from '../../kit/json';
import { readText } from '../../kit/parameters';
import type { XmlElement } from '../../kit/xml';
import type { SoapElement, SoapOperation, SoapValues } from './operation';

/** The names that take the place of an operation's own, once KMD's description is at hand. */
export interface Overrides {
	interface?: string;
	interfaceNamespace?: string;
	requestRoot?: string;
	/** Ours to theirs. */
	elementNames?: Readonly<Record<string, string>>;
}

/** A name without a prefix that XML allows. */
const ELEMENT_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/**
 * A name that an element may bear.
 * @throws Failure naming the field
 */
export function checkName(field: string, name: string): string {
	if (!ELEMENT_NAME.test(name)) throw badInput(field, 'holds a name that can not be one of an XML element', 'Write names without blanks, prefixes and angle brackets.');
	return name;
}

function readElementNames(value: unknown): Record<string, string> {
	const names = typeof value === 'string' ? readJson(value.trim() || '{}') : (value ?? {});
	if (typeof names !== 'object' || names === null || Array.isArray(names) || !Object.values(names).every((name) => typeof name === 'string')) {
		throw badInput('Element Names', 'is not a JSON object of names', 'Write it as { "our name": "KMD\'s name" }.');
	}
	return Object.fromEntries(Object.entries(names as Record<string, string>).map(([ours, theirs]) => [ours, checkName('Element Names', theirs.trim())]));
}

/**
 * Reads what the user entered in place of assumed names: the collection `assumedNames`.
 * @throws Failure when a name can be none
 */
export function readOverrides(context: IExecuteFunctions, index: number): Overrides {
	const entered = context.getNodeParameter('assumedNames', index, {}) as IDataObject;
	const requestRoot = readText(entered.requestRoot);
	return {
		interface: readText(entered.interface),
		interfaceNamespace: readText(entered.interfaceNamespace),
		requestRoot: requestRoot && checkName('Request Root', requestRoot),
		elementNames: readElementNames(entered.elementNames),
	};
}

type Names = ReadonlyMap<string, string>;

const namesOf = ({ elementNames = {} }: Overrides): Names => new Map(Object.entries(elementNames));

function renameElement(element: SoapElement, names: Names, namespace: (own?: string) => string | undefined): SoapElement {
	const children = element.children?.map((child) => renameElement(child, names, namespace));
	if (new Set(children?.map(({ name }) => name)).size !== (children?.length ?? 0)) {
		throw badInput('Element Names', 'gives two elements of the request one name', 'Give each its own: the value of one would be lost.');
	}
	return { ...element, name: names.get(element.name) ?? element.name, namespace: namespace(element.namespace), children };
}

/**
 * The operation under the names that the user entered.
 * @throws Failure when two elements beside each other would bear one name
 */
export function overridden(operation: SoapOperation, overrides: Overrides): SoapOperation {
	const { requestRoot, interfaceNamespace = '' } = overrides;
	const names = namesOf(overrides);
	const namespace = (own?: string) => (own === operation.interfaceNamespace ? interfaceNamespace || own : own);
	const request = renameElement(operation.request, names, namespace);
	return {
		...operation,
		interface: overrides.interface || operation.interface,
		interfaceNamespace: interfaceNamespace || operation.interfaceNamespace,
		request: { ...request, name: requestRoot || request.name },
		response: names.get(operation.response) ?? operation.response,
	};
}

function renameValues(values: SoapValues, names: Names): SoapValues {
	const renamed = (value: SoapValues[string]): SoapValues[string] => {
		if (Array.isArray(value)) return value.map((entry) => (typeof entry === 'string' ? entry : renameValues(entry, names))) as string[] | SoapValues[];
		return typeof value === 'object' && value !== null ? renameValues(value, names) : value;
	};
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [names.get(name) ?? name, renamed(value)]));
}

/** The values under the names that the user entered. */
export const overriddenValues = (values: SoapValues, overrides: Overrides): SoapValues => renameValues(values, namesOf(overrides));

/** An answer in which the service uses its own names, under ours. */
export function underOurNames(root: XmlElement, { elementNames = {} }: Overrides): XmlElement {
	const ours = new Map(Object.entries(elementNames).map(([own, theirs]) => [theirs, own]));
	const rename = (element: XmlElement): XmlElement => ({ ...element, name: ours.get(element.name) ?? element.name, children: element.children.map(rename) });
	return ours.size ? rename(root) : root;
}
