/** An element as the contract has it: its namespace ('' is unqualified), how often it may stand, and what stands in it, in order. */
export interface ElementSchema {
	name: string;
	namespace: string;
	least: 0 | 1;
	most: 1 | typeof Infinity;
	/** None: the element holds text. */
	children?: ElementSchema[];
}

const OCCURS = { '': [1, 1], '?': [0, 1], '*': [0, Infinity] } as const;

/** One element: its name, followed by `?` where it may be left out and by `*` where it may also repeat. */
export function element(written: string, namespace = '', children?: ElementSchema[]): ElementSchema {
	const mark = /[?*]$/.exec(written)?.[0] ?? '';
	const [least, most] = OCCURS[mark as keyof typeof OCCURS];
	return { name: mark ? written.slice(0, -1) : written, namespace, least, most, ...(children && { children }) };
}

/** Elements that hold text, in order: `'StartDate EndDate StartTime?'`. */
export const texts = (written: string, namespace = ''): ElementSchema[] => written.split(/\s+/).map((name) => element(name, namespace));
