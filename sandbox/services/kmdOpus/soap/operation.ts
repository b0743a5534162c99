import type { SoapRequest } from './request.ts';
import type { ElementSchema } from './schema.ts';
import type { XmlNode } from './xml.ts';

/** The two services behind the servlet; each has a sender service of its own a municipality (kmd-opus.md 2.1). */
export type SoapService = 'absence' | 'employee';

/**
 * What an answer says of itself: by letter (E and A refuse, W and I tell, kmd-opus.md 4.2) or by code (4.3), in its
 * own words. `line`: the 1-based position of the occurrence it is about, where an operation speaks of several.
 */
export interface Remark {
	readonly type?: string;
	readonly code?: number;
	readonly text?: string;
	readonly line?: number;
}

/** Who asks. */
export interface SoapCaller {
	/** The municipality of certificate and sender service. */
	readonly municipality: string;
}

/** What an operation answers: remarks (none: all is well), what follows the status, and whether anything changed. */
export interface SoapReply {
	readonly remarks: readonly Remark[];
	readonly content: readonly XmlNode[];
	readonly tookEffect: boolean;
}

/** One operation: how its request must look, how its answer is called and begins, and what it does. */
export interface SoapOperation {
	/** The operation in the journal and in fault rules. */
	readonly name: string;
	readonly service: SoapService;
	readonly interface: string;
	readonly interfaceNamespace: string;
	readonly request: ElementSchema;
	readonly response: { readonly name: string; readonly namespace: string };
	/** The status element, the first of every answer. */
	readonly status: (remarks: readonly Remark[]) => XmlNode;
	/** What a business error says that was asked for without a text; the servlet has words of its own. */
	readonly textOf?: (code: number | undefined) => string | undefined;
	readonly handle: (request: SoapRequest, caller: SoapCaller) => SoapReply;
}

/** True for a remark that refuses: no letter W, I or S. */
export function refuses({ type = 'E' }: Remark): boolean {
	return type === 'E' || type === 'A';
}
