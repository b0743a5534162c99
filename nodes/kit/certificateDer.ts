const CONSTRUCTED = 0x20;
const MANY_BYTE_TAG = 0x1f;
const INDEFINITE = 0x80;

/**
 * One element of ASN.1 in DER, or in BER with indefinite lengths and split octet strings as older Java tools write it.
 * Nothing throws: what is malformed has no children, so that a look-up ends in `undefined`.
 */
export class Der {
	private constructor(
		readonly tag: number,
		/** The value without tag and length. */
		readonly content: Buffer,
		/** The element whole, tag and length included. */
		readonly bytes: Buffer,
	) {}

	/** The first element of the bytes. */
	static read(bytes: Buffer): Der | undefined {
		return Der.sequence(bytes)[0];
	}

	/** The elements that follow each other in the bytes; none when one of them is malformed. */
	static sequence(bytes: Buffer): Der[] {
		const elements: Der[] = [];
		for (let at = 0; at < bytes.length; ) {
			const element = Der.element(bytes.subarray(at));
			if (!element) return [];
			elements.push(element);
			at += element.bytes.length;
		}
		return elements;
	}

	get children(): Der[] {
		return this.tag & CONSTRUCTED ? Der.sequence(this.content) : [];
	}

	/** The element reached by going down, each step the position among the children. */
	at(...path: number[]): Der | undefined {
		return path.reduce<Der | undefined>((element, step) => element?.children[step], this);
	}

	/** Octets, put together when they came in pieces. */
	get octets(): Buffer {
		return this.tag & CONSTRUCTED
			? Buffer.concat(this.children.map((piece) => piece.octets))
			: this.content;
	}

	/** A non-negative integer of at most six bytes. */
	get integer(): number {
		const { length } = this.content;
		return length > 0 && length <= 6 ? this.content.readUIntBE(0, length) : NaN;
	}

	/** An object identifier in dotted form. */
	get oid(): string {
		const arcs = [0];
		for (const byte of this.content) {
			arcs[arcs.length - 1] = arcs[arcs.length - 1] * 128 + (byte & 0x7f);
			if (byte < 0x80) arcs.push(0);
		}
		const [first, ...others] = arcs.slice(0, -1);
		const root = Math.min(Math.floor(first / 40), 2);
		return [root, first - root * 40, ...others].join('.');
	}

	private static element(bytes: Buffer): Der | undefined {
		if (bytes.length < 2 || (bytes[0] & MANY_BYTE_TAG) === MANY_BYTE_TAG) return undefined;
		if (bytes[1] === INDEFINITE) return Der.indefinite(bytes);
		const lengthBytes = bytes[1] > INDEFINITE ? bytes[1] - INDEFINITE : 0;
		if (lengthBytes > 4 || bytes.length < 2 + lengthBytes) return undefined;
		const length = lengthBytes > 0 ? bytes.readUIntBE(2, lengthBytes) : bytes[1];
		const start = 2 + lengthBytes;
		if (start + length > bytes.length) return undefined;
		return new Der(bytes[0], bytes.subarray(start, start + length), bytes.subarray(0, start + length));
	}

	private static indefinite(bytes: Buffer): Der | undefined {
		let at = 2;
		while (bytes[at] !== 0 || bytes[at + 1] !== 0) {
			const child = Der.element(bytes.subarray(at));
			if (!child) return undefined;
			at += child.bytes.length;
		}
		return new Der(bytes[0], bytes.subarray(2, at), bytes.subarray(0, at + 2));
	}
}
