/** An element of a request. */
export interface SoapElement {
	name: string;
	/** None: the element is unqualified (contract, section 1.1). */
	namespace?: string;
	/** In the order of the schema. */
	children?: readonly SoapElement[];
	repeats?: boolean;
	/** Written even when there is no value for it. */
	required?: boolean;
}

/**
 * An operation of the SOAP family, as data: all that is known of its wire format. A document of the vendor that says otherwise changes these lines and nothing
 * else.
 */
export interface SoapOperation {
	/** As the contract names it. */
	name: string;
	/** Which of the credential's two sender services it belongs to. */
	service: 'absence' | 'employee';
	interface: string;
	interfaceNamespace: string;
	request: SoapElement;
	/** Local name of the answer's root. */
	response: string;
	provenance: 'documented' | 'observed' | 'assumed';
}

/** The values of a request by the names of its elements; what is undefined or empty is left out, null is an empty element. */
export type SoapValues = { [name: string]: string | string[] | SoapValues | SoapValues[] | null | undefined };

/** Unqualified elements without children, in the order given. */
export const leaves = (...names: string[]): SoapElement[] => names.map((name) => ({ name }));
