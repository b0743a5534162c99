/** E refuses; W and I only tell (kmd-opus.md 4.4). */
export type MessageType = 'E' | 'W' | 'I';

/** A message before it gets its time stamp. `line` is the Sekvensnummer it is about; null: the whole request. */
export interface Finding {
	readonly code: number;
	readonly type: MessageType;
	readonly text: string;
	readonly line: string | null;
}

/** An element of Meddelelse. */
export interface Message {
	readonly Timestamp: string;
	readonly Kode: number;
	readonly Type: MessageType;
	readonly Tekst: string;
}

/** Message codes. Four are known from the contract (4.4); the others are the sandbox's own. */
export const CODE = {
	costCenterInvalid: 119,
	employeeLocked: 138,
	pspInvalid: 151,
	costCenterAndPsp: 167,
	requestInvalid: 900,
	employeeUnknown: 901,
	tooManyLines: 902,
	sequenceNumberRepeated: 903,
	dateInvalid: 910,
	dateOutsideEmployment: 911,
	payElementUnknown: 912,
	numberInvalid: 913,
	nothingToPay: 914,
	remarkTooLong: 915,
	payPeriodClosed: 916,
	endBeforeStart: 917,
	personInvalid: 920,
	employmentAmbiguous: 921,
	unusualQuantity: 950,
	oldDate: 951,
} as const;

/** A message is tied to its line by text alone: `Engangsydelse Nr. ` and three digits (kmd-opus.md 4.4). */
export function toMessage(finding: Finding, timestamp: string, title: string): Message {
	const prefix = finding.line === null ? '' : `${title} Nr. ${finding.line.padStart(3, '0')}: `;
	return { Timestamp: timestamp, Kode: finding.code, Type: finding.type, Tekst: prefix + finding.text };
}
