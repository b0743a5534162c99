import { badInput } from '../../kit/failure';
import { documentOf } from './document';
import type { Judged, Scope, Verdict } from './judge';
import { judgeAll, keptOf, readingFor } from './judge';
import type { HumanCode } from './listed';
import { EVERYBODY } from './listed';
import { matchPerson } from './match';
import type { Known, Material } from './material';
import type { Kept } from './memory';
import { standingOf } from './memory';
import type { OpusEmployee } from './opusEmployee';
import type { Step, StepName } from './step';

/** What a plan is made with. */
export interface PlanScope extends Scope {
	/** The webhook's; '' while none is known. */
	registrationId: string;
	/** Makes a reference that was never used. */
	newReference: () => string;
}

const REASONS: Record<HumanCode, string> = {
	noMatch: 'No employment in KMD Opus has the e-mail address',
	otherName: 'The employment in KMD Opus with the e-mail address has another name',
	ended: 'The employment in KMD Opus has ended',
	several: 'More than one employment fits',
	taken: 'The employment is kept for another person of LINA',
	notInOpus: 'The kept employee number is not in KMD Opus',
	uploadUnknown: 'It is not known whether the document was filed: look into the personnel folder, then set state in nordic_lina_consents to standing if it is there, and empty it if it is not',
	rejected: 'KMD Opus refused the document',
	manyGone: '',
};

const ORDER: readonly StepName[] = ['withdraw', 'file', 'erase', 'unchanged', 'clear', 'human'];

const human = (person: Known, code: HumanCode, reason = REASONS[code], kept = keptOf(person)): Step => ({ name: 'human', person, code, reason, kept, waits: false });

function waits(person: Known): Step {
	const code = (person.listed?.code as HumanCode | undefined) ?? null;
	return { name: code ? 'human' : 'unchanged', person, code, reason: code && (REASONS[code] ?? null), kept: keptOf(person), waits: true };
}

/** Those to whom employments of the payroll system belong already, by employee number: who has a document there comes first, and who is about to go frees theirs. */
function ownersOf(judged: Judged[]): Map<string, string> {
	const stays = ({ person, verdict }: Judged): boolean => verdict.kind !== 'erase' && (person.consent !== undefined || verdict.kind !== 'document');
	const rows = judged.filter(stays).flatMap(({ person }) => keptOf(person) ?? []);
	const isFiled = (row: Kept): boolean => standingOf(row) !== 'nothing';
	const inOrder = [...rows.filter(isFiled), ...rows.filter((row) => !isFiled(row))].reverse();
	return new Map(inOrder.map(({ employeeNumber, userUuid }) => [employeeNumber, userUuid]));
}

/** The employment that a document is for, or why there is none. */
function employmentFor(person: Known, document: Extract<Verdict, { kind: 'document' }>, employees: OpusEmployee[]): OpusEmployee | HumanCode {
	const number = keptOf(person)?.employeeNumber;
	if (!number) return person.consent ? matchPerson(person.consent, employees) : 'notInOpus';
	const employee = employees.find(({ employeeNumber }) => employeeNumber === number);
	if (!employee) return document.isRepeat ? 'uploadUnknown' : 'notInOpus';
	return employee.isActive || document.isRepeat || document.document === 'withdrawal' ? employee : 'ended';
}

/** The row while a document is under way; one that was begun before keeps its reference and time. */
function begun({ userUuid, kept }: Known, { document, isRepeat }: Extract<Verdict, { kind: 'document' }>, employeeNumber: string, { settings, now, newReference }: PlanScope): Kept {
	if (isRepeat) return kept as Kept;
	const at = now.toISOString();
	if (document === 'withdrawal') return { ...(kept as Kept), state: 'withdrawing', withdrawalReference: newReference(), at };
	return { store: settings.store, userUuid, employeeNumber, state: 'pending', reference: newReference(), documentId: '', withdrawalReference: '', at };
}

function documentStep(person: Known, verdict: Extract<Verdict, { kind: 'document' }>, employee: OpusEmployee, scope: PlanScope): Step {
	const { document: kind, isRepeat } = verdict;
	const { settings, registrationId } = scope;
	const { employeeNumber, firstName, lastName } = employee;
	const kept = begun(person, verdict, employeeNumber, scope);
	const reference = kind === 'consent' ? kept.reference : kept.withdrawalReference;
	const { thirdParty, purpose, language } = settings;
	const name = `${firstName} ${lastName}`.trim();
	const content = documentOf(kind, language, { employeeNumber, name, thirdParty, purpose, at: kept.at, registrationId, reference });
	return {
		name: kind === 'consent' ? 'file' : 'withdraw',
		person,
		reason: isRepeat ? 'It is not known how the upload before ended' : null,
		code: null,
		waits: false,
		kept,
		filing: { kind, reference, ...content, recordedState: isRepeat ? 'pending' : '' },
	};
}

function stepFor({ person, verdict }: Judged, employees: OpusEmployee[], owners: Map<string, string>, scope: PlanScope): Step {
	if (verdict.kind === 'human') return human(person, verdict.code);
	if (verdict.kind === 'waits') return waits(person);
	if (verdict.kind !== 'document') return { name: verdict.kind, person, reason: null, code: null, waits: false, kept: keptOf(person), hasDocument: verdict.kind === 'erase' && verdict.hasDocument };
	const employee = employmentFor(person, verdict, employees);
	if (typeof employee === 'string') return human(person, employee);
	if (person.consent && !verdict.isRepeat) {
		const owner = owners.get(employee.employeeNumber);
		if (owner !== undefined && owner !== person.userUuid) return human(person, 'taken');
		owners.set(employee.employeeNumber, person.userUuid);
	}
	return documentStep(person, verdict, employee, scope);
}

/** What the list is to say of all: that too many are gone, or that this is over. */
function stepForAll({ listed }: Material, held: string | undefined): Step[] {
	const person: Known = { userUuid: EVERYBODY, listed, from: [] };
	if (held) return [human(person, 'manyGone', held)];
	return listed ? [{ name: 'clear', person, reason: null, code: null, waits: false }] : [];
}

/**
 * Plans which documents are filed, what is erased, and what a human has to look at: one step for each person. Pure but for the references.
 * @returns withdrawals first, then consents, then the others
 * @throws Failure when somebody is to be found by address and name, and no employment was read
 */
export function planTransfer(material: Material, scope: PlanScope): Step[] {
	const { held, judged } = judgeAll(material.persons, scope);
	const { readOpus, employeeNumbers } = readingFor(judged);
	if (readOpus && !employeeNumbers.length && !material.employeesFrom.length) {
		throw badInput('records', 'is in no item: no employment of KMD Opus was read', 'Read all of them, as Compare says, with the areas activities, personal data and communication, and Simplify off.');
	}
	const owners = ownersOf(judged);
	const steps = [...judged.map((one) => stepFor(one, material.employees, owners, scope)), ...stepForAll(material, held)];
	return ORDER.flatMap((name) => steps.filter((step) => step.name === name));
}
