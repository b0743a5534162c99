import type { BusinessError } from '../../service.ts';
import type { OpusLedger } from './ledger.ts';
import { CODE, toMessage, type Finding } from './messages.ts';
import type { RequestObject } from './requestBody.ts';

const UPDATE_ID = /^[0-9A-F]{32}$/;

/** What an update works with. */
export interface UpdateContext {
	readonly ledger: OpusLedger;
	/** Answers already given to the operation, by OpdateringsID. */
	readonly answersGiven: Map<string, object>;
	readonly honoursRepeats: boolean;
	readonly registersGoodLines: boolean;
	readonly refusesClosedPeriods: boolean;
	readonly remarkLength: number;
	readonly today: string;
	readonly timestamp: string;
	readonly businessError?: BusinessError;
}

/** An update's answer, and whether it changed anything. */
export interface UpdateOutcome {
	readonly answer: object;
	readonly tookEffect: boolean;
}

/** A JSON operation that writes. */
export type Update = (body: RequestObject, context: UpdateContext) => UpdateOutcome;

/** The header that every update has (kmd-opus.md 1.6). */
export interface UpdateHeader {
	readonly updateId: string;
	readonly onlyValidates: string;
}

/** What became of an update's content: whom it is about (empty: nobody), what is to be said, whether anything changed. */
export interface UpdateResult {
	readonly employeeNumber: string;
	readonly findings: readonly Finding[];
	readonly tookEffect: boolean;
}

/** Reads the header. */
export function readHeader(body: RequestObject): UpdateHeader {
	const header = body.object('Header');
	return { updateId: header.text('OpdateringsID'), onlyValidates: header.text('Kun_Valider') };
}

/** A refusal of the request as a whole. */
export function refuse(code: number, text: string): Finding {
	return { code, type: 'E', text, line: null };
}

/** What is wrong with the header. */
export function checkHeader({ updateId, onlyValidates }: UpdateHeader): Finding[] {
	const findings: Finding[] = [];
	if (!UPDATE_ID.test(updateId)) {
		findings.push(refuse(CODE.requestInvalid, 'OpdateringsID skal være 32 hexadecimale cifre med store bogstaver.'));
	}
	if (!['', '1'].includes(onlyValidates)) {
		findings.push(refuse(CODE.requestInvalid, 'Kun_Valider skal være "1" eller udelades.'));
	}
	return findings;
}

/** What a fault rule makes the service say, if one does; `refusal` unless the rule has a text. */
export function injectedFindings({ businessError }: UpdateContext, refusal: string): Finding[] {
	if (businessError === undefined) return [];
	const { code = CODE.employeeLocked, type: letter, text = refusal, line } = businessError;
	const type = letter === 'W' || letter === 'I' ? letter : 'E';
	return [{ code, type, text, line: line === undefined ? null : String(line) }];
}

/**
 * Carries an update out and answers it. A repeated OpdateringsID gets the answer that was given before, be it a
 * refusal, and changes nothing (by switch); a validation leaves no trace (kmd-opus.md 1.6, 4.4, 4.5).
 * @param title what a message about a single line begins with
 */
export function answerUpdate(
	header: UpdateHeader,
	context: UpdateContext,
	title: string,
	act: (onlyValidates: boolean) => UpdateResult,
): UpdateOutcome {
	const onlyValidates = header.onlyValidates === '1';
	const given = context.answersGiven.get(header.updateId);
	if (given !== undefined && context.honoursRepeats && !onlyValidates) return { answer: given, tookEffect: false };
	const { employeeNumber, findings, tookEffect } = act(onlyValidates);
	const answer = {
		Header: {
			Timestamp: context.timestamp,
			OpdateringsID: header.updateId,
			Status: findings.some(({ type }) => type === 'E') ? 'Error' : 'OK',
		},
		Medarbejder: { Medarbejdernummer: employeeNumber },
		Meddelelse: findings.map((finding) => toMessage(finding, context.timestamp, title)),
	};
	if (!onlyValidates && UPDATE_ID.test(header.updateId)) context.answersGiven.set(header.updateId, answer);
	return { answer, tookEffect };
}
