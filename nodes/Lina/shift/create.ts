import type { IDataObject } from 'n8n-workflow';

import type { Outcome, OutcomeMessage } from '../../kit/outcome';
import { cancelled, messageOf, note } from '../../kit/outcome';
import type { LinaClient } from '../client';
import { failedOutcome } from '../outcome';
import { listedShifts } from './afterwards';
import type { LedgerEntry, ShiftLedger } from './ledger';
import { REMEMBERED_SHIFTS } from './ledger';
import type { Shift } from './shift';
import { presentShift, shiftKey, wireShift } from './shift';

/** What creating adds to an item. */
export type ShiftOutcome = Outcome & { shift: IDataObject };

/** A shift that is to be sent. */
export interface Sending {
	shift: Shift;
	/** The user insists on sending what was sent before. */
	sendAgain: boolean;
}

/** How shifts are sent. */
export interface CreateSettings {
	client: Pick<LinaClient, 'post' | 'read'>;
	ledger: ShiftLedger;
	/** Where the answer was lost, the accepted times of the day are read. */
	checkAfterwards: boolean;
	signal?: AbortSignal;
}

const NO_LEDGER = note('W', 'There is no ledger of sent shifts here (the workflow was never saved): nothing keeps the same shift from being sent twice');
const NOT_ASKED = 'n8n’s store of processed items could not be used as the ledger of sent shifts';
const SENT_BEFORE = note(
	'E',
	`This workflow has sent the same shift before, or began to and never heard how it ended (its ledger holds the last ${REMEMBERED_SHIFTS}): nothing was sent. Look into the time sheet (Zeiterfassung) of the day in LINA. Only if the shift is not there, send it with 'Send Even If Already Sent'.`,
);
const SENT_AGAIN = note('W', 'This workflow has sent the same shift before: LINA may hold it twice now');
const STAYS_IN_LEDGER = note('W', "The shift could not be taken out of the ledger of sent shifts: send it with 'Send Even If Already Sent' when the reason is gone");
/** There is no way to read a shift back by person (contract, section 5.1): only a human can see what stands. */
const LOOK_IT_UP = note('E', 'Look into the time sheet (Zeiterfassung) of the day in LINA whether the shift is there. It is not sent again by itself.');

/** The outcome of a shift that the ledger holds back; undefined for one that may be sent. */
function heldBack(entry: LedgerEntry, sendAgain: boolean): Outcome | undefined {
	if (sendAgain) return undefined;
	if (entry === 'known') return { outcome: 'rejected', messages: [SENT_BEFORE] };
	if (entry !== 'failed') return undefined;
	return { outcome: 'later', messages: [note('E', `${NOT_ASKED}: nothing was sent. Save the workflow, and see whether n8n’s database is well.`)] };
}

function warnings(entry: LedgerEntry): OutcomeMessage[] {
	if (entry === 'none') return [NO_LEDGER];
	if (entry === 'failed') return [note('W', NOT_ASKED)];
	return entry === 'known' ? [SENT_AGAIN] : [];
}

/**
 * Sends one shift, once. It is recorded before: whatever happens while it is on its way, it is not sent again by mistake. What LINA refused, or was never
 * asked for, is taken out again, unless it stood there before.
 */
async function createOne({ shift, sendAgain }: Sending, { client, ledger }: CreateSettings): Promise<Outcome> {
	const key = shiftKey(shift);
	const entry = await ledger.record(key);
	const held = heldBack(entry, sendAgain);
	if (held) return held;
	const result = await client.post('saveShift', wireShift(shift));
	if (result.outcome === 'ok') return { outcome: 'registered', messages: warnings(entry) };
	if (result.outcome === 'unknown') return { outcome: 'unknown', messages: [messageOf(result.failure), LOOK_IT_UP, ...warnings(entry)] };
	const isReleased = entry !== 'recorded' || (await ledger.release(key));
	const { outcome, messages } = failedOutcome(result.failure);
	return { outcome, messages: isReleased ? messages : [...messages, STAYS_IN_LEDGER] };
}

/** Adds to the unknown ones what LINA lists for their days; read last, so that all that was sent can be in it. */
async function withHints(sendings: Sending[], outcomes: Outcome[], { client, checkAfterwards, signal }: CreateSettings): Promise<Outcome[]> {
	if (!checkAfterwards || signal?.aborted) return outcomes;
	const hinted: Outcome[] = [];
	for (const [at, outcome] of outcomes.entries()) {
		hinted.push(outcome.outcome === 'unknown' ? { ...outcome, messages: [...outcome.messages, await listedShifts(client, sendings[at].shift)] } : outcome);
	}
	return hinted;
}

/** Creates shifts one after the other, and gives an outcome each, in their order. */
export async function createShifts(sendings: Sending[], settings: CreateSettings): Promise<ShiftOutcome[]> {
	const outcomes: Outcome[] = [];
	for (const sending of sendings) outcomes.push(settings.signal?.aborted ? cancelled() : await createOne(sending, settings));
	const told = await withHints(sendings, outcomes, settings);
	return told.map((outcome, at) => ({ ...outcome, shift: presentShift(sendings[at].shift) }));
}
