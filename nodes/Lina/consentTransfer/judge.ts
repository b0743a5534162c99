import { areTooManyGone } from '../../kit/goneAtOnce';
import type { DocumentKind } from './document';
import { isOlderThan } from './listed';
import type { HumanCode } from './listed';
import type { Known } from './material';
import type { Kept } from './memory';
import { standingOf } from './memory';
import type { TransferSettings } from './settings';

/** What persons are judged by. */
export interface Scope {
	settings: TransferSettings;
	now: Date;
	/** Whether many consents may be gone at once. */
	allowManyWithdrawals: boolean;
	/** Whether those on the list are looked up again before their time. */
	lookAgain: boolean;
}

/** What is to become of a person, before the payroll system was asked. */
export type Verdict =
	/** It stands as it should. */
	| { kind: 'unchanged' }
	/** All that is kept of the person goes; with a task where a document stands. */
	| { kind: 'erase'; hasDocument: boolean }
	/** A document is filed; one that was begun before is filed under the same reference. */
	| { kind: 'document'; document: DocumentKind; isRepeat: boolean }
	/** Somebody has to look at it. */
	| { kind: 'human'; code: HumanCode }
	/** It stays on the list as it is. */
	| { kind: 'waits' };

export interface Judged {
	person: Known;
	verdict: Verdict;
}

/** What is kept of a person, if it is of one mind. */
export const keptOf = ({ kept }: Known): Kept | undefined => (kept === 'several' ? undefined : kept);

/** Whether a person is gone, of whom that is to be acted on. */
function isGone({ consent, kept }: Known): boolean {
	if (consent) return false;
	const standing = kept && kept !== 'several' ? standingOf(kept) : 'nothing';
	return standing !== 'withdrawal' && standing !== 'withdrawalOpen';
}

/** Why nobody's withdrawal is believed, where too many are gone at once: an empty answer may mean that a right is missing (contract, section 5.18). */
export function goneAtOnce(persons: Known[], { allowManyWithdrawals }: Scope): string | undefined {
	const known = persons.filter(({ kept, listed }) => kept || listed).filter((person) => person.consent ?? isGone(person));
	const gone = known.filter(isGone);
	if (allowManyWithdrawals || !areTooManyGone(gone.length, known.length)) return undefined;
	return `${gone.length} of ${known.length} consents are gone at once: allow many withdrawals if that is right`;
}

/** Codes that another look into the payroll system may settle. */
const LOOKED_UP: ReadonlySet<string> = new Set<HumanCode>(['noMatch', 'otherName', 'ended', 'several', 'taken', 'notInOpus', 'rejected']);

/** Whether a person was looked up not long ago, and nobody has mapped them since. */
function isWaiting({ listed, kept }: Known, { settings, now, lookAgain }: Scope): boolean {
	if (!listed || lookAgain || !LOOKED_UP.has(listed.code) || kept === 'several') return false;
	return listed.employeeNumber === (kept?.employeeNumber ?? '') && !isOlderThan(listed.checkedAt, settings.lookAgainHours, now);
}

function judgePerson(person: Known, scope: Scope, isHeld: boolean): Verdict {
	const { consent, kept } = person;
	const standing = kept && kept !== 'several' ? standingOf(kept) : 'nothing';
	if (standing === 'withdrawal') return { kind: 'erase', hasDocument: true };
	if (standing === 'consentOpen' || standing === 'withdrawalOpen') {
		const document = standing === 'consentOpen' ? 'consent' : 'withdrawal';
		return scope.settings.honoursReference ? { kind: 'document', document, isRepeat: true } : { kind: 'human', code: 'uploadUnknown' };
	}
	if (consent && standing === 'consent') return { kind: 'unchanged' };
	if (!consent && isHeld) return { kind: 'waits' };
	if (!consent && standing === 'nothing') return { kind: 'erase', hasDocument: false };
	if (isWaiting(person, scope)) return { kind: 'waits' };
	if (kept === 'several') return { kind: 'human', code: 'several' };
	return { kind: 'document', document: consent ? 'consent' : 'withdrawal', isRepeat: false };
}

/** Judges every person by what LINA says now and what is kept. What a push said is not asked: it may be forged, late or lost. Pure. */
export function judgeAll(persons: Known[], scope: Scope): { judged: Judged[]; held: string | undefined } {
	const held = goneAtOnce(persons, scope);
	return { held, judged: persons.map((person) => ({ person, verdict: judgePerson(person, scope, held !== undefined) })) };
}

/** What is to be read of the payroll system: nothing, some employments, or all of them, where somebody is to be found by address and name. */
export interface Reading {
	readOpus: boolean;
	/** Empty for all. */
	employeeNumbers: string[];
}

const EMPLOYEE_NUMBER = /^\d{1,8}$/;

/** What the payroll system is to be asked for; a number that a human has mistyped is not asked for, and so not found. Pure. */
export function readingFor(judged: Judged[]): Reading {
	const documents = judged.filter(({ verdict }) => verdict.kind === 'document').map(({ person }) => keptOf(person)?.employeeNumber ?? '');
	const areNumbers = documents.every((number) => EMPLOYEE_NUMBER.test(number));
	return { readOpus: documents.length > 0, employeeNumbers: areNumbers ? [...new Set(documents)] : [] };
}
