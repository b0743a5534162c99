import type { XmlElement } from './xml.ts';

/** An element of a request that fits its schema, read by local names. */
export class SoapRequest {
	readonly #element: XmlElement;

	constructor(element: XmlElement) {
		this.#element = element;
	}

	/** Whether a child is there, empty or not. */
	has(name: string): boolean {
		return this.#element.children.some((child) => child.name === name);
	}

	/** The text of a child without surrounding blanks; empty when it is not there. */
	text(name: string): string {
		return this.texts(name)[0] ?? '';
	}

	/** The texts of a repeating child. */
	texts(name: string): string[] {
		return this.#named(name).map((child) => child.text.trim());
	}

	/** The first child of that name, if there is one. */
	child(name: string): SoapRequest | undefined {
		return this.children(name)[0];
	}

	/** A repeating child that holds elements. */
	children(name: string): SoapRequest[] {
		return this.#named(name).map((child) => new SoapRequest(child));
	}

	#named(name: string): XmlElement[] {
		return this.#element.children.filter((child) => child.name === name);
	}
}
