import type { IBinaryKeyData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { findFailure, toNodeError } from '../kit/failure';
import type { Read } from '../kit/gather';
import { readAll } from '../kit/gather';
import type { InputItem, OverAllItems, Settled } from '../kit/operation';
import { enrich, overAllItems } from '../kit/operation';
import type { Outcome, OutcomeName } from '../kit/outcome';
import { cancelled, hintUnsettled, note } from '../kit/outcome';
import { readText } from '../kit/parameters';
import type { StarClient } from '../star/client';
import type { StarWriteResult } from '../star/write';
import { outcomeOf } from '../star/write';
import { readRequestId } from '../star/write.fields';
import { openJobagent } from './client';
import { readCpr, refuseCpr, withoutCpr } from './cpr';
import { optionsOf, parameter } from './input';

/** What every write knows of its item before anything is sent. */
export interface Common {
	index: number;
	/** Ten digits. */
	cpr: string;
	/** The ID of the one logical write. */
	requestId: string;
	/** Whether the user gave the ID: the write may have been made in an earlier run. */
	isOwnKey: boolean;
	client: StarClient;
}

/** What became of a write, with what it adds to its item. */
export type Written = Outcome & IDataObject;

/** The steps of Create, Update and Delete. */
export interface JobAgentWrites<T> {
	/** Told once beside the node's output when something of it may stand. */
	hint?: string;
	/** Reads and checks an item; throws what is wrong with it. */
	read(context: IExecuteFunctions, common: Common): T;
	/** Items that are good by themselves and can't stand together. */
	contradictions?(good: Array<Read<T>>): Settled[];
	/** Makes the writes of a run one after the other; one call a run. */
	begin(context: IExecuteFunctions): (value: T) => Promise<Written>;
}

/** What became of a write; after a refusal what to do about it, where something can be done. */
export function told(result: StarWriteResult): Outcome {
	const outcome = outcomeOf(result);
	const advice = result.outcome === 'refused' || result.outcome === 'later' ? result.failure.details.advice : undefined;
	return advice ? { ...outcome, messages: [...outcome.messages, note('I', advice)] } : outcome;
}

async function readCommon(context: IExecuteFunctions, index: number): Promise<Common> {
	const { allowNobody, requestKey } = optionsOf(context, index);
	const cpr = readCpr(parameter(context, index, 'cpr'), allowNobody === true);
	const requestId = readRequestId(context, index);
	const isOwnKey = readText(requestKey) !== '';
	if (isOwnKey) refuseCpr('Request Key', requestId, cpr);
	return { index, cpr, requestId, isOwnKey, client: await openJobagent(context, index, cpr) };
}

/** What was entered for the CPR number, or nothing where its expression failed. */
function enteredCpr(context: IExecuteFunctions, index: number): unknown {
	try {
		return parameter(context, index, 'cpr');
	} catch {
		return '';
	}
}

/** Files whose names and descriptions no longer hold the CPR number; what is in them is left as it is. */
const namelessFiles = (files: IBinaryKeyData, entered: unknown): IBinaryKeyData =>
	Object.fromEntries(Object.entries(files).map(([name, { data, ...about }]) => [name, { ...withoutCpr(about, entered), data }]));

/** The item with what became of it, and without the CPR number wherever it stood. */
function settle(context: IExecuteFunctions, entry: InputItem, written: Written): Settled {
	const { json, binary } = enrich(entry, written);
	const entered = enteredCpr(context, entry.index);
	return { from: [entry.index], json: withoutCpr(json, entered), ...(binary && { binary: namelessFiles(binary, entered) }) };
}

const PASSES = new Set(['credential', 'unavailable', 'rate-limited']);

/** An item that did not pass the checks. n8n would hand its input on with it, the CPR number too, were it given out as failed. */
function rejected(context: IExecuteFunctions, entry: InputItem, failure: unknown): Settled {
	const { message, description } = toNodeError(context.getNode(), failure, entry.index);
	const outcome = PASSES.has(findFailure(failure)?.kind ?? '') ? 'later' : 'rejected';
	return settle(context, entry, { outcome, messages: [note('E', [message, description].filter(Boolean).join(': '))] });
}

/** Outcomes of which something may stand in the service. */
const MAY_STAND: ReadonlySet<OutcomeName> = new Set(['registered', 'unknown']);

/**
 * Makes the writes of all items. Each is checked before the first is sent: without continue-on-fail one bad item ends the run with nothing sent; with it the
 * bad ones come out with the outcome `rejected`.
 */
export const writeJobAgents = <T>(steps: JobAgentWrites<T>): OverAllItems =>
	overAllItems(async (context, input) => {
		const { good, bad } = await readAll(input, async ({ index }) => steps.read(context, await readCommon(context, index)));
		const refused = [...bad, ...(steps.contradictions?.(good) ?? [])].sort((a, b) => a.from[0] - b.from[0]);
		if (refused.length && !context.continueOnFail()) return refused;
		const failures = new Map(refused.flatMap((entry) => ('failure' in entry ? entry.from.map((index) => [index, entry.failure] as const) : [])));
		const values = new Map(good.map(({ index, value }) => [index, value]));
		const write = steps.begin(context);
		const outcomes: Outcome[] = [];
		const settled: Settled[] = [];
		for (const entry of input) {
			const value = values.get(entry.index);
			if (failures.has(entry.index) || value === undefined) {
				settled.push(rejected(context, entry, failures.get(entry.index)));
				continue;
			}
			const written = context.getExecutionCancelSignal()?.aborted ? cancelled() : await write(value);
			outcomes.push(written);
			settled.push(settle(context, entry, { ...written }));
		}
		hintUnsettled(context, outcomes);
		if (steps.hint && outcomes.some(({ outcome }) => MAY_STAND.has(outcome))) context.addExecutionHints({ message: steps.hint, location: 'outputPane' });
		return settled;
	});
