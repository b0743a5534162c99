import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import { asFailure } from '../../kit/failure';
import { groupBy } from '../../kit/gather';
import type { Outcome, OutcomeMessage } from '../../kit/outcome';
import type { OpusJsonClient } from '../client';
import { notSentOutcome, refusalOutcome } from './answer';
import type { Entry } from './batch';
import { EmployeeBatch } from './batch';
import type { CostObject, PaymentLine } from './line';
import { wireDecimal } from './line';
import type { NoPlan, Plan } from './plan';
import { planLine } from './plan';
import { MAX_LINES, readPayments, updatePayments } from './service';

/** What registering adds to an item. */
export type RegisterOutcome = Outcome & { updateId?: string; posted?: IDataObject[] };

/** How a list of lines is registered, employee by employee. */
export interface RegisterSettings {
	client: OpusJsonClient;
	/** The service is known to recognise a repeated OpdateringsID. */
	keyed: boolean;
	maxRemark: number;
	signal?: AbortSignal;
}

/** The OpdateringsID of a request: of its lines, and of their place among the employee's, since equal lines may go into several requests. */
export type IdOfRequest = (lines: PaymentLine[], from: number) => string;

type Work = (lines: PaymentLine[], settings: RegisterSettings) => Promise<RegisterOutcome[]>;

/** No limit is published; two employees at a time are safe with any gateway. */
const CONCURRENCY = 2;

const presentPosting = ({ quantity, amount, hourlyRate, ...rest }: PaymentLine): IDataObject => ({
	...rest,
	quantity: quantity === null ? null : Number(wireDecimal(quantity)),
	amount: amount === null ? null : Number(wireDecimal(amount)),
	hourlyRate: hourlyRate === null ? null : Number(wireDecimal(hourlyRate)),
});

/** A line with its plan: the entry of a batch. */
interface Planned extends Entry {
	at: number;
	result: Plan['result'];
}

const needsNothing = (plan: Plan | NoPlan): boolean => 'postings' in plan && plan.postings.length === 0;

/** Lists of entries of at most MAX_LINES postings; an entry is never torn apart. */
function inRequests(entries: Planned[]): Planned[][] {
	const requests: Planned[][] = [];
	let room = 0;
	for (const entry of entries) {
		if (entry.postings.length > room) {
			requests.push([]);
			room = MAX_LINES;
		}
		requests[requests.length - 1].push(entry);
		room -= entry.postings.length;
	}
	return requests;
}

const refusedHere = (text: string): RegisterOutcome => ({ outcome: 'rejected', messages: [{ type: 'E', code: null, text }] });

/**
 * Registers what is missing of one employee's lines: reads all that stands, posts the differences, and reads back.
 * @returns an outcome a line, in their order
 */
const registerMissingOfEmployee =
	(known: CostObject[]): Work =>
	async (lines, { client, keyed, maxRemark, signal }) => {
		const [{ employeeNumber }] = lines;
		const reading = await readPayments(client, employeeNumber).then(
			(registered) => ({ registered }),
			(error: unknown) => ({ failure: asFailure(error) }),
		);
		if ('failure' in reading) return lines.map(() => notSentOutcome(reading.failure));
		const { registered } = reading;
		const outcomes: RegisterOutcome[] = [];
		const planned: Planned[] = [];
		lines.forEach((line, at) => {
			const plan = planLine(line, registered, known);
			if ('unknownCostObject' in plan) {
				outcomes[at] = refusedHere('An earlier posting has to be reversed, and KMD Opus does not tell on which cost object it stands. Reverse it by hand.');
			} else if (plan.postings.some(({ remark }) => remark.length > maxRemark)) {
				outcomes[at] = refusedHere(`The remark would be longer than ${maxRemark} characters with its revision`);
			} else if (plan.postings.length) {
				planned.push({ ...plan, at, isSettled: (now) => needsNothing(planLine(line, now, known)) });
			} else {
				outcomes[at] = { outcome: 'unchanged', messages: [] };
			}
		});
		for (const entries of inRequests(planned)) {
			if (signal?.aborted) break;
			for (const [{ at, postings, result }, { updateId, ...outcome }] of await new EmployeeBatch({ client, employeeNumber, entries, keyed }).post()) {
				const name = outcome.outcome === 'registered' ? result : outcome.outcome;
				outcomes[at] = { ...outcome, outcome: name, updateId, posted: postings.map(presentPosting) };
			}
		}
		return outcomes;
	};

/** Sends one employee's lines as they are, in as many requests as they need. */
const sendOfEmployee =
	(idFor: IdOfRequest, validateOnly: boolean): Work =>
	async (lines, { client, keyed }) => {
		const outcomes: RegisterOutcome[] = [];
		for (let from = 0; from < lines.length; from += MAX_LINES) {
			const part = lines.slice(from, from + MAX_LINES);
			const updateId = idFor(part, from);
			const result = await updatePayments(client, part, { updateId, validateOnly, keyed });
			part.forEach((line, place) => {
				const outcome = judgeSent(result, place, validateOnly);
				outcomes.push({ ...outcome, updateId, ...(outcome.outcome === 'registered' && { posted: [presentPosting(line)] }) });
			});
		}
		return outcomes;
	};

const note = (text: string): OutcomeMessage => ({ type: 'W', code: null, text });

function judgeSent(result: Awaited<ReturnType<typeof updatePayments>>, place: number, validateOnly: boolean): Outcome {
	if (result.kind === 'notSent') return notSentOutcome(result.failure);
	if (result.kind === 'unknown') {
		const text = `${result.failure.message}. ${validateOnly ? 'Nothing is registered by a validation.' : 'Read the payments of the employee before you send it again.'}`;
		return { outcome: validateOnly ? 'later' : 'unknown', messages: [{ type: 'E', code: null, text }] };
	}
	const own = result.messages.filter(({ sequence }) => sequence === undefined || sequence === place).map(({ message }) => message);
	if (result.kind === 'accepted') return { outcome: validateOnly ? 'validated' : 'registered', messages: own };
	if (own.some(({ type }) => type === 'E')) return { outcome: refusalOutcome(own), messages: own };
	if (validateOnly) return { outcome: 'validated', messages: own };
	return {
		outcome: 'unknown',
		messages: [...own, note('The request was refused because of other lines. Read the payments of the employee to see whether this one stands.')],
	};
}

async function byEmployee(lines: PaymentLine[], settings: RegisterSettings, work: Work): Promise<RegisterOutcome[]> {
	const outcomes: RegisterOutcome[] = [];
	const groups = groupBy([...lines.keys()], (at) => lines[at].employeeNumber);
	const limit = pLimit(CONCURRENCY);
	const ofEmployee = async (places: number[]) => {
		if (settings.signal?.aborted) return;
		const results = await work(places.map((at) => lines[at]), settings);
		results.forEach((outcome, place) => (outcomes[places[place]] = outcome));
	};
	await Promise.all([...groups.values()].map(async (places) => await limit(async () => await ofEmployee(places))));
	return lines.map((_, at) => outcomes[at] ?? { outcome: 'later', messages: [note('The execution was cancelled before this line was posted')] });
}

/** Sends only what is missing, or the difference, compared by sender and reference. The remark of a line is its reference. */
export async function registerMissing(lines: PaymentLine[], settings: RegisterSettings): Promise<RegisterOutcome[]> {
	const known = new Map(lines.map(({ costCenter, pspElement }) => [`${costCenter} ${pspElement}`, { costCenter, pspElement }]));
	return await byEmployee(lines, settings, registerMissingOfEmployee([...known.values()]));
}

/**
 * Sends the lines as they are.
 * @param idFor the OpdateringsID of a request
 */
export const sendLines = async (
	lines: PaymentLine[],
	settings: RegisterSettings,
	idFor: IdOfRequest,
	validateOnly: boolean,
): Promise<RegisterOutcome[]> => await byEmployee(lines, settings, sendOfEmployee(idFor, validateOnly));
