import { eightDigits } from '../employeeNumber.ts';
import type { Remark, SoapReply } from '../soap/operation.ts';
import type { XmlNode } from '../soap/xml.ts';

/** Namespace of the roots and of all data groups (kmd-opus.md 1.5). */
export const EMPLOYEE_NAMESPACE = 'urn:oio:medarbejder:1.0.0';

/** Namespace of references, filters and status (kmd-opus.md 1.5). */
export const CASE_NAMESPACE = 'urn:oio:sagdok:3.0.0';

/** What a StatusKode means (kmd-opus.md 4.3). */
export const STATUS = {
	fine: 0,
	nothingFound: 1,
	inputInvalid: 100,
	communicationFailed: 101,
	numberReplaced: 102,
	timeUsedUp: 103,
} as const;

/** What the service says of a status that no rule of its own decides (kmd-opus.md 4.3). */
export const STATUS_TEXTS: Readonly<Record<number, string>> = {
	1: 'Data ikke fundet.',
	2: 'Kald til proxy fejlede.',
	3: 'Behandles senere af KMD.',
	99: 'Beskeden er opgivet. Der er oprettet sag INC0012345 hos KMD.',
	100: 'Persondata er ugyldige.',
	101: 'Opdatering af infotype 0105 fejlede.',
};

/** Input that the service refuses with a StatusKode. */
export class EmployeeRefusal extends Error {
	readonly code: number;

	constructor(message: string, code: number = STATUS.inputInvalid) {
		super(message);
		this.code = code;
	}

	/** The refusal as the answer tells it. */
	remark(): Remark {
		return { type: 'E', code: this.code, text: this.message };
	}
}

/** Lets an operation refuse its input with a StatusKode. */
export function orRefusal(act: () => SoapReply): SoapReply {
	try {
		return act();
	} catch (error) {
		if (error instanceof EmployeeRefusal) return { remarks: [error.remark()], content: [], tookEffect: false };
		throw error;
	}
}

/** An element of the employee namespace. */
export function ofEmployee(name: string, content: string | readonly XmlNode[]): XmlNode {
	return { name, namespace: EMPLOYEE_NAMESPACE, ...contentOf(content) };
}

/** An element of the case namespace. */
export function ofCase(name: string, content: string | readonly XmlNode[]): XmlNode {
	return { name, namespace: CASE_NAMESPACE, ...contentOf(content) };
}

function contentOf(content: string | readonly XmlNode[]): Pick<XmlNode, 'text' | 'children'> {
	return typeof content === 'string' ? { text: content } : { children: content };
}

/** MedarbejderRef of answers: upper case and eight digits. */
export function employeeReference(number: string): XmlNode {
	return ofCase('MedarbejderRef', [
		ofCase('UUIDIdentifikator', ''),
		ofCase('URNIdentifikator', `URN:OIO:KMD:LPE:MEDARBEJDERNR:${eightDigits(number)}`),
	]);
}

/** StandardRetur: the code of the last remark, 0 when there is none. */
export function standardReturn(remarks: readonly Remark[]): XmlNode {
	const last = remarks.at(-1);
	const text = last?.text === undefined ? [] : [ofCase('FejlbeskedTekst', last.text)];
	return ofCase('StandardRetur', [ofCase('StatusKode', String(last?.code ?? (last === undefined ? STATUS.fine : STATUS.inputInvalid))), ...text]);
}
