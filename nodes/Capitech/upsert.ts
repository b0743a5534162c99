import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import { badInput, Failure } from '../kit/failure';
import type { Read } from '../kit/gather';
import { groupBy } from '../kit/gather';
import type { Settled } from '../kit/operation';
import type { Outcome, OutcomeMessage, OutcomeName } from '../kit/outcome';
import { messageOf, note } from '../kit/outcome';
import type { CapitechClient, CapitechOperation } from './client';
import { CONCURRENCY } from './client';
import { asText } from './fields';

/** A record that is to stand as its body says, whether it is there already or not. */
export interface Upsert {
	/** What tells the record from others. */
	key: string;
	/** What is sent, by wire names, without the token. */
	body: IDataObject;
}

/** Whether a field that was sent stands as it was sent; undefined where the service does not give it back. */
export type StandsAsSent = (sent: IDataObject[string], standing: IDataObject) => boolean | undefined;

/** What is written, and how it is found again. */
export interface UpsertKind {
	operation: CapitechOperation;
	/** The record of a body as it stands, keys in lower case; undefined where there is none. */
	find(client: CapitechClient, body: IDataObject): Promise<IDataObject | undefined>;
	/** By wire name; a field that is not here is compared with the one of the same name. */
	compare: Readonly<Record<string, StandsAsSent>>;
	/** Fields that say something of the request, not of the record: they are not given back. */
	notOfRecord: readonly string[];
}

/** An element with its keys in lower case: the documentation spells them in mixed case. */
export const inLowerCase = (element: IDataObject): IDataObject => Object.fromEntries(Object.entries(element).map(([name, value]) => [name.toLowerCase(), value]));

/** The value of a field, compared as it is read: two ways to write the same value are the same. */
export const sameAs =
	(name: string, read: (value: unknown) => unknown = asText): StandsAsSent =>
	(sent, standing) =>
		name.toLowerCase() in standing ? read(sent) === read(standing[name.toLowerCase()]) : undefined;

/**
 * Adds the fields of *Extra Body Fields* to those of the node.
 * @throws Failure where one of them has its own field in the node, or is the token's
 */
export function withExtra(body: IDataObject, extra: IDataObject, ownFields: readonly string[]): IDataObject {
	const own = new Set(['accessToken', ...ownFields].map((name) => name.toLowerCase()));
	const taken = Object.keys(extra).find((name) => own.has(name.toLowerCase()));
	if (taken) throw badInput('Extra Body Fields', `holds ${taken}, which is not an extra field`, 'Set it by its own field of this node, and leave it out here.');
	return { ...body, ...extra };
}

/** Items that want one record to stand in different ways can't both be served. */
export const contradictoryUpserts = (good: Array<Read<Upsert>>): Settled[] =>
	[...groupBy(good, ({ value }) => value.key).values()].flatMap((group) => {
		if (new Set(group.map(({ value }) => JSON.stringify(value.body))).size === 1) return [];
		const items = group.map(({ index }) => index);
		const failure = new Failure({
			kind: 'bad input',
			message: `Items ${items.join(', ')} want the same record to stand in different ways`,
			advice: 'Give the node one item for each record.',
		});
		return items.map((index) => ({ from: [index], failure }));
	});

/** What a write adds to its item. */
type UpsertOutcome = Outcome & IDataObject;

const outcome = (name: OutcomeName, ...messages: OutcomeMessage[]): UpsertOutcome => ({ outcome: name, messages });

const RUN_AGAIN = 'To run it again is harmless as long as nobody else has changed the record meanwhile: the same values make the same record.';

/** What a lost answer came to: only what is read back tells. Fields are told by name; their values may be private. */
async function readBack(client: CapitechClient, kind: UpsertKind, body: IDataObject, lost: OutcomeMessage): Promise<UpsertOutcome> {
	const reading = await kind.find(client, body).then(
		(standing) => ({ standing }),
		() => undefined,
	);
	if (!reading) return outcome('unknown', lost, note('W', `The record could not be read back. ${RUN_AGAIN}`));
	const { standing } = reading;
	if (!standing) return outcome('unknown', lost, note('W', `Read back, the record is not there. ${RUN_AGAIN}`));

	const verdicts = Object.entries(body)
		.filter(([name]) => !kind.notOfRecord.includes(name))
		.map(([name, sent]) => ({ name, stands: (kind.compare[name] ?? sameAs(name))(sent, standing) }));
	const namesOf = (verdict?: boolean) => verdicts.filter(({ stands }) => stands === verdict).map(({ name }) => name);
	const [different, untold] = [namesOf(false), namesOf(undefined)];
	if (different.length) return outcome('unknown', lost, note('W', `Read back, these fields do not stand as sent: ${different.join(', ')}. ${RUN_AGAIN}`));
	if (untold.length) return outcome('unknown', lost, note('W', `Read back, all stands as sent but what Capitech does not give back: ${untold.join(', ')}. ${RUN_AGAIN}`));
	const uncompared = kind.notOfRecord.length ? ` Not given back, and so not compared: ${kind.notOfRecord.join(', ')}.` : '';
	return outcome('registered', note('I', `The answer was lost; read back, the record stands as sent.${uncompared}`));
}

/**
 * Writes one record. It is never sent twice by itself: equal values make an equal record, but a repeat that comes late would undo what somebody changed
 * meanwhile. After a lost answer the record is read back instead.
 */
async function write(client: CapitechClient, kind: UpsertKind, body: IDataObject): Promise<UpsertOutcome> {
	const result = await client.call(kind.operation, body, 'never');
	if (result.outcome === 'ok') return outcome('registered');
	const message = messageOf(result.failure);
	if (result.outcome === 'unknown') return await readBack(client, kind, body, message);
	return outcome(result.failure.kind === 'refused' ? 'rejected' : 'later', message);
}

/**
 * Writes records, each once however many items want it.
 * @returns the outcome of each, in their order: `registered` it stands, `rejected` the service refused it, `later` the service was not reached, `unknown` the
 * answer was lost and what was read back does not settle it
 */
export async function writeUpserts(client: CapitechClient, kind: UpsertKind, upserts: Upsert[], signal?: AbortSignal): Promise<UpsertOutcome[]> {
	const limit = pLimit(CONCURRENCY);
	const writeOnce = async (body: IDataObject) =>
		signal?.aborted ? outcome('later', note('E', 'The execution was cancelled before this record was sent')) : await write(client, kind, body);
	const outcomes = new Map<string, Promise<UpsertOutcome>>();
	for (const { key, body } of upserts) {
		if (!outcomes.has(key)) outcomes.set(key, limit(async () => await writeOnce(body)));
	}
	return await Promise.all(upserts.map(async ({ key }) => await (outcomes.get(key) as Promise<UpsertOutcome>)));
}
