import type { Records } from '../service.ts';
import type { ConsentEvent, ConsentRow } from '../services/lina/consents.ts';
import type { FiledDocument } from '../services/kmdOpus/folder/documents.ts';
import { contactsOn, type EmployeeContact } from '../world/employeeContacts.ts';
import type { EmployeeRecord } from '../world/employeeTypes.ts';
import type { LinaUser } from '../world/linaTypes.ts';
import type { Employment } from '../world/types.ts';

/** What a question is about: today's date, and the keys of the two types of document. */
export interface ConsentScope {
	/** `yyyy-MM-dd`. */
	readonly today: string;
	readonly consentType: string;
	readonly withdrawalType: string;
}

/** What both services hold, of which the people, their consents and the employees' records are read. */
export interface ConsentWorld {
	readonly lina: Records;
	readonly kmdOpus: Records;
}

/** Documents of one type in one personnel folder. */
export interface ExpectedDocuments {
	readonly PersonnelNumber: string;
	readonly DocumentTypeKey: string;
	readonly count: number;
}

/**
 * Why a human decides: no employment has the e-mail address; none of those that have it has the name; only ended
 * ones have it; several have both.
 */
export type HumanReason = 'noMatch' | 'otherName' | 'ended' | 'several';

/** Somebody whose consent stands but whose folder is not known. */
export interface HumanEntry {
	readonly userUuid: string;
	readonly reason: HumanReason;
}

/** What the chain leaves behind: consents that stand now, documents that were ever filed, and the human list of now. */
export interface ConsentExpectation {
	readonly counts: Record<'consents' | 'filed' | 'withdrawn' | 'human', number>;
	readonly ledger: readonly ExpectedDocuments[];
	readonly human: readonly HumanEntry[];
}

/** How what was filed differs from what was expected. */
export interface ConsentComparison {
	readonly equal: boolean;
	/** Documents that are not there, with how many. */
	readonly missing: readonly ExpectedDocuments[];
	/** Documents in folders or of types in which none should be. */
	readonly extra: readonly ExpectedDocuments[];
	/** Documents that are there once more than they should be. */
	readonly duplicateLines: number;
}

/** The sender of the chain's documents. */
const SOURCE_SYSTEM = 'LINA';

/** A name or an address as it is compared: without regard to capitals, blanks and how letters are composed. */
const folded = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

const nameOf = (first: string, last: string): string => folded(`${first} ${last}`);

/** The number of the one active employment with a person's e-mail address and name, or why there is none; no name is nobody's. */
function folderOf(user: LinaUser, contacts: readonly EmployeeContact[]): string | { readonly reason: HumanReason } {
	const reached = contacts.filter(({ emails }) => emails.some((email) => folded(email) === folded(user.userEmail)));
	const active = reached.filter(({ hasEnded }) => !hasEnded);
	if (active.length === 0) return { reason: reached.length === 0 ? 'noMatch' : 'ended' };
	const name = nameOf(user.userVorname, user.userName);
	const own = active.filter(({ firstName, lastName }) => name !== '' && nameOf(firstName, lastName) === name);
	if (own.length > 1) return { reason: 'several' };
	return own.length === 1 ? own[0].Medarbejdernummer : { reason: 'otherName' };
}

/**
 * How often a person's consent was given and withdrawn. Only one that stood can be withdrawn, so that one of the start,
 * which left no event, is found by what came after it.
 */
function historyOf(userUuid: string, events: readonly ConsentEvent[], stands: boolean): { given: number; withdrawn: number } {
	const withdrawn = events.filter((of) => of.userUuid === userUuid && of.event === 'withdrawn').length;
	return { given: withdrawn + Number(stands), withdrawn };
}

/**
 * What the chain LINA → personalemappe leaves behind, worked out from people, consents and Opus's records alone: one
 * document for each consent given, those of the start included, and one for each withdrawn, in the folder of whoever
 * fits by e-mail and name; whoever fits nobody, or not only one, stands on the human list as long as the consent does.
 */
export function expectLinaToPersonalemappe({ lina, kmdOpus }: ConsentWorld, scope: ConsentScope): ConsentExpectation {
	const contacts = contactsOn(scope.today, kmdOpus.employments as Employment[], kmdOpus.employeeRecords as EmployeeRecord[]);
	const standing = new Set((lina.consents as ConsentRow[]).map(({ userUuid }) => userUuid));
	const folders = new Map<string, { given: number; withdrawn: number }>();
	const human: HumanEntry[] = [];
	for (const user of lina.users as LinaUser[]) {
		const { userUuid } = user;
		const stands = standing.has(userUuid);
		const { given, withdrawn } = historyOf(userUuid, lina.consentEvents as ConsentEvent[], stands);
		const folder = folderOf(user, contacts);
		if (typeof folder === 'string') {
			const before = folders.get(folder) ?? { given: 0, withdrawn: 0 };
			folders.set(folder, { given: before.given + given, withdrawn: before.withdrawn + withdrawn });
		} else if (stands) human.push({ userUuid, ...folder });
	}
	const ledger = [...folders].flatMap(([PersonnelNumber, { given, withdrawn }]) => [
		{ PersonnelNumber, DocumentTypeKey: scope.consentType, count: given },
		{ PersonnelNumber, DocumentTypeKey: scope.withdrawalType, count: withdrawn },
	]);
	const filed = [...folders.values()].reduce((sum, { given }) => sum + given, 0);
	const withdrawn = [...folders.values()].reduce((sum, of) => sum + of.withdrawn, 0);
	return {
		counts: { consents: standing.size, filed, withdrawn, human: human.length },
		ledger: ledger.filter(({ count }) => count > 0),
		human,
	};
}

const keyOf = (of: Pick<ExpectedDocuments, 'PersonnelNumber' | 'DocumentTypeKey'>): string => `${of.PersonnelNumber}|${of.DocumentTypeKey}`;

/** Compares the documents of the two types that came from LINA with an expectation. */
export function compareLinaToPersonalemappe({ ledger }: ConsentExpectation, documents: readonly FiledDocument[], scope: ConsentScope): ConsentComparison {
	const types = [scope.consentType, scope.withdrawalType];
	const ours = documents.filter((of) => of.SourceSystem === SOURCE_SYSTEM && types.includes(of.DocumentTypeKey));
	const found = Map.groupBy(ours, keyOf);
	const expected = new Set(ledger.map(keyOf));
	const countFound = (of: ExpectedDocuments): number => found.get(keyOf(of))?.length ?? 0;
	const missing = ledger.filter((of) => countFound(of) < of.count).map((of) => ({ ...of, count: of.count - countFound(of) }));
	const unexpected = [...found].filter(([key]) => !expected.has(key));
	const extra = unexpected.map(([, [{ PersonnelNumber, DocumentTypeKey }, ...more]]) => ({ PersonnelNumber, DocumentTypeKey, count: 1 + more.length }));
	const duplicateLines = ledger.reduce((sum, of) => sum + Math.max(0, countFound(of) - of.count), 0);
	return { equal: missing.length + extra.length + duplicateLines === 0, missing, extra, duplicateLines };
}
