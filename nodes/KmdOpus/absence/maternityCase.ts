import { asFailure } from '../../kit/failure';
import type { Outcome, OutcomeMessage, OutcomeName } from '../../kit/outcome';
import { cancelled, messageOf, note, notSentOutcome } from '../../kit/outcome';
import { textOf } from '../../kit/xml';
import type { OpusSoapClient } from '../soap/client';
import type { SoapValues } from '../soap/operation';
import type { Overrides } from '../soap/overrides';
import { makeWrite } from '../soap/write';
import type { MaternityCase } from './lookups';
import { readMaternityCases } from './lookups';
import { SetMaternityCase } from './operations';

/** The fields of a case that can be written, and their names on the wire. */
export const CASE_FIELDS = {
	validStartDate: 'ValidStartDate',
	validEndDate: 'ValidEndDate',
	notificationDate: 'NotificationDate',
	expectedDeliveryDate: 'ExpectedDeliveryDate',
	actualDeliveryDate: 'ActualDeliveryDate',
	authorityReportDate: 'AuthorityReportDate',
	maternityType: 'MaternityType',
} as const;

type CaseField = keyof typeof CASE_FIELDS;

/** What a case says: dates as `yyyy-MM-dd`, the type by its code; null for nothing. */
export type CaseContent = { [Field in CaseField]?: string | null };

/** A case to be made, changed or taken away. */
export type CaseWrite = { employeeNumber: string; overrides: Overrides } & (
	| { operation: 'INS'; content: CaseContent }
	| { operation: 'MOD'; key: string; content: CaseContent }
	| { operation: 'DEL'; key: string }
);

/** What the write of a case adds to its item. */
export type CaseOutcome = Outcome & { maternityCaseKey: string | null };

const FIELDS = Object.keys(CASE_FIELDS) as CaseField[];

const isEqual = (one: CaseContent, other: CaseContent): boolean => FIELDS.every((field) => (one[field] ?? null) === (other[field] ?? null));

const told = (outcome: OutcomeName, maternityCaseKey: string | null, ...messages: OutcomeMessage[]): CaseOutcome => ({ outcome, messages, maternityCaseKey });

/** A case as it stands and as it is to be; undefined: it is not there, or is not to be. */
interface Comparison {
	standing?: MaternityCase;
	wanted?: CaseContent;
}

/** What is there already need not be sent; a change that says less than the whole case leaves the rest as it stands. */
function compare(write: CaseWrite, cases: MaternityCase[]): Comparison {
	if (write.operation === 'INS') return { standing: cases.find((entry) => isEqual(entry, write.content)), wanted: write.content };
	const standing = cases.find(({ maternityCaseKey }) => maternityCaseKey === write.key);
	return { standing, wanted: write.operation === 'MOD' ? { ...standing, ...write.content } : undefined };
}

/** The case that a lost write made, if it did: undefined when it did not. */
function findMade(write: CaseWrite, wanted: CaseContent | undefined, cases: MaternityCase[]): string | undefined {
	if (write.operation === 'DEL') return cases.some(({ maternityCaseKey }) => maternityCaseKey === write.key) ? undefined : write.key;
	const found = cases.find((entry) => isEqual(entry, wanted ?? {}) && (write.operation === 'INS' || entry.maternityCaseKey === write.key));
	return found?.maternityCaseKey;
}

/** A change sends the whole case. What it takes away goes as an empty element, since one that is not sent may be left as it stands. */
function valuesOf(write: CaseWrite, wanted: CaseContent = {}): SoapValues {
	const takesAway = (field: CaseField): boolean => write.operation === 'MOD' && write.content[field] === null;
	return {
		Operation: write.operation,
		PersonnelNumber: write.employeeNumber,
		...(write.operation !== 'INS' && { MaternityCaseKey: write.key }),
		...Object.fromEntries(FIELDS.map((field) => [CASE_FIELDS[field], wanted[field] ?? (takesAway(field) ? null : undefined)])),
	};
}

async function send(client: OpusSoapClient, write: CaseWrite, wanted: CaseContent | undefined, signal: AbortSignal | undefined): Promise<CaseOutcome> {
	const given = write.operation === 'INS' ? null : write.key;
	let madeKey: string | undefined;
	const wasMade = async (): Promise<boolean | undefined> => {
		const cases = await readMaternityCases(client, write.employeeNumber).catch(() => undefined);
		madeKey = cases && findMade(write, wanted, cases);
		return cases && madeKey !== undefined;
	};
	const result = await makeWrite(client, { operation: SetMaternityCase, values: valuesOf(write, wanted), overrides: write.overrides, signal }, wasMade);
	switch (result.kind) {
		case 'made': {
			const answered = result.root && textOf(result.root, 'MaternityCaseKey');
			return told(write.operation === 'DEL' ? 'reversed' : 'registered', answered || madeKey || given, ...result.messages);
		}
		case 'refused':
			return told('rejected', given, ...result.messages);
		case 'notMade':
			return { ...notSentOutcome(result.failure), maternityCaseKey: given };
		case 'unknown':
			return told('unknown', given, messageOf(result.failure), note('W', 'Read the maternity cases of the employee before you send it again.'));
	}
}

/** Makes, changes or takes away a maternity case. What is as it should be already is not sent. Nothing is thrown for what the service does. */
export async function writeMaternityCase(client: OpusSoapClient, write: CaseWrite, signal: AbortSignal | undefined): Promise<CaseOutcome> {
	if (signal?.aborted) return { ...cancelled(), maternityCaseKey: null };
	const cases = await readMaternityCases(client, write.employeeNumber).catch((error: unknown) => asFailure(error));
	const key = write.operation === 'INS' ? null : write.key;
	if (!Array.isArray(cases)) return { ...notSentOutcome(cases), maternityCaseKey: key };
	const { standing, wanted } = compare(write, cases);
	if (write.operation !== 'INS' && !standing) {
		const text = 'The employee has no maternity case of this key';
		return wanted ? told('rejected', key, note('E', text)) : told('unchanged', key, note('W', text));
	}
	if (standing && wanted && isEqual(standing, wanted)) return told('unchanged', standing.maternityCaseKey);
	return await send(client, write, wanted, signal);
}
