import { asFailure } from '../../kit/failure';
import type { Outcome } from '../../kit/outcome';
import { cancelled, messageOf, notSentOutcome } from '../../kit/outcome';
import { unreadable } from '../client';
import type { OpusSoapClient } from '../soap/client';
import { COMMUNICATION } from './areas';
import type { CommunicationRecord, Wish } from './communication';
import { holds, plan, recordOf, standingIn } from './communication';
import { readReplacements } from './numbersInText';
import { RET } from './operations';
import type { Naming } from './query';
import { addressed, WIDE_OPEN } from './query';
import type { Found } from './reader';
import { EmployeeReader } from './reader';
import type { ServiceStatus } from './status';
import { findStatus, STATUS, statusMessage } from './status';

/** What became of a wish, the record that was sent for it, and where the employee is to be found if not under this number. */
export type CommunicationOutcome = Outcome & {
	communication?: CommunicationRecord;
	suggestedEmployeeNumbers?: string[];
};

/** What is known of an employee's communication: what stands, or why that is not to be known. */
type Reading = { standing: CommunicationRecord[] } | { settled: CommunicationOutcome };

const replacedOutcome = (status: ServiceStatus, employeeNumber: string): CommunicationOutcome => ({
	outcome: 'rejected',
	messages: [statusMessage('E', status)],
	suggestedEmployeeNumbers: readReplacements(status.text, employeeNumber).flatMap(({ suggested }) => suggested),
});

function readingOf([found]: Found[], employeeNumber: string): Reading {
	if (!found) return { standing: [] };
	if (found.kind === 'employee') return { standing: standingIn(found.employee) };
	if (found.kind === 'replaced') return { settled: replacedOutcome({ code: STATUS.numberReplaced, text: found.text }, employeeNumber) };
	return { settled: { outcome: 'later', messages: [statusMessage('W', { code: STATUS.pending, text: found.text })] } };
}

/** Writes records of communication: Ret, one record a call (contract, section 1.5). */
export class CommunicationWriter {
	private readonly reader: EmployeeReader;

	constructor(
		private readonly client: OpusSoapClient,
		private readonly naming: Naming,
		private readonly signal?: AbortSignal,
	) {
		this.reader = new EmployeeReader(client, naming);
	}

	/**
	 * Makes a wish come true, or says why not; nothing is thrown for what the service does. A request whose answer is lost is never sent again: reading back tells what
	 * became of it.
	 * @param readFirst whether to read what stands first, so that nothing is sent needlessly or over another value; to end a record it is read in any case
	 */
	async write(wish: Wish, readFirst: boolean): Promise<CommunicationOutcome> {
		if (this.signal?.aborted) return cancelled();
		if (!readFirst && wish.mode !== 'end') return await this.send(wish, recordOf(wish));
		const reading = await this.read(wish.employeeNumber).then(
			(found) => readingOf(found, wish.employeeNumber),
			(error: unknown): Reading => ({ settled: notSentOutcome(asFailure(error)) }),
		);
		if ('settled' in reading) return reading.settled;
		const planned = plan(wish, reading.standing);
		return 'settled' in planned ? planned.settled : await this.send(wish, planned.send);
	}

	private async read(employeeNumber: string): Promise<Found[]> {
		return await this.reader.one(employeeNumber, { categories: [COMMUNICATION], validity: WIDE_OPEN });
	}

	private async send(wish: Wish, communication: CommunicationRecord): Promise<CommunicationOutcome> {
		if (this.signal?.aborted) return cancelled();
		const { validFrom, validTo, sequenceNumber, communicationType, value } = communication;
		const record = {
			Gyldighedsstart: validFrom,
			Gyldighedsstop: validTo,
			Sekvensnummer: sequenceNumber,
			Kommunikationsart: communicationType,
			KommunikationsID: value,
		};
		const values = { ...addressed(this.client.municipalityCode, this.naming, [wish.employeeNumber]), AttributListe: { Egenskaber: { Kommunikation: record } } };
		const result = await this.client.send(RET, values, 'never');
		if (result.kind === 'failure' && !result.mayHaveActed) return { ...notSentOutcome(result.failure), communication };
		const status = result.kind === 'answer' ? findStatus(result.root) : undefined;
		const outcome = status
			? await this.judge(wish, communication, status)
			: await this.settled(wish, communication, [{ ...messageOf(result.kind === 'failure' ? result.failure : unreadable()), type: 'W' }]);
		return { ...outcome, communication };
	}

	/** What a status of Ret means (contract, section 4.3). */
	private async judge(wish: Wish, sent: CommunicationRecord, status: ServiceStatus): Promise<CommunicationOutcome> {
		switch (status.code) {
			case STATUS.fine:
				return { outcome: wish.mode === 'delete' ? 'reversed' : 'registered', messages: [] };
			case STATUS.pending:
				return { outcome: 'unknown', messages: [statusMessage('W', status)] };
			case STATUS.proxyFailed:
			case STATUS.timeIsUp:
				return await this.settled(wish, sent, [statusMessage('W', status)]);
			case STATUS.numberReplaced:
				return replacedOutcome(status, wish.employeeNumber);
			default:
				return { outcome: 'rejected', messages: [statusMessage('E', status)] };
		}
	}

	/** What became of a request that was left open: what stands now decides. */
	private async settled(wish: Wish, sent: CommunicationRecord, messages: Outcome['messages']): Promise<CommunicationOutcome> {
		const reading = await this.read(wish.employeeNumber).then(
			(found) => readingOf(found, wish.employeeNumber),
			() => undefined,
		);
		if (reading && 'standing' in reading && holds(wish, sent, reading.standing)) {
			return { outcome: wish.mode === 'delete' ? 'reversed' : 'registered', messages };
		}
		const advice = { type: 'W' as const, code: null, text: 'Run it again with Read First: what stands is read, and only what is missing is sent.' };
		return { outcome: 'unknown', messages: [...messages, advice] };
	}
}
