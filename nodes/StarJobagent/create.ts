import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../kit/failure';
import { isObject } from '../kit/json';
import type { OutcomeMessage } from '../kit/outcome';
import { messageOf, note } from '../kit/outcome';
import type { FilledPath } from '../star/pathTemplate';
import type { ReadBack, ReadBackReason, StarWriteResult } from '../star/write';
import type { Standing } from './standing';
import { differences, lookUp } from './standing';
import { derivedGuid, isGuid } from './values';
import { field } from './wire';
import type { Common, Written } from './writing';
import { told } from './writing';

/** A job agent that is to be created. */
export interface Creation extends Common {
	place: FilledPath;
	body: IDataObject;
	/** The caller's own; '' to have the service assign one, which it tells nobody. */
	identifier: string;
	/** Whether a job agent with this identifier may stand already: it was entered, or made of the user's key. */
	mayStand: boolean;
	/** Where a job agent is read by its identifier. */
	readBack: FilledPath;
	/** Whether a lost request may be sent again although nothing can be read back. */
	requestIdsKept: boolean;
	/** What is told beside the outcome. */
	warnings: OutcomeMessage[];
}

const NOT_TAKEN = note(
	'W',
	'STAR does not know the job agent by the identifier that was given: it seems to assign one of its own. This job agent can not be read, changed or deleted by the identifier in this item, and a lost answer can not be read back.',
);

const ASSIGNED = note('W', 'STAR answers a creation with nothing: without an identifier of your own the job agent can not be read back, changed or deleted from here.');

/** The identifier in an answer: none by the vendor's page, and one in an older draft of it (contract, section 1.2). */
function identifierIn(answer: unknown): string | undefined {
	const record = isObject(answer) ? answer : {};
	const value = typeof answer === 'string' ? answer : (field(record, 'jobagentidentifier') ?? field(record, 'createdItemIdentifier'));
	return typeof value === 'string' && isGuid(value) ? value : undefined;
}

/** The identifier of a job agent that the user gives none: the same at each repeat of the request. */
export const identifierOf = (requestId: string): string => derivedGuid('job agent', requestId);

/** The creations of one run. What the run has seen of the service decides whether its silence can be trusted. */
export class Creations {
	/** Whether the service keeps the identifiers that callers give, as far as this run has seen. */
	takesIdentifiers?: boolean;

	/** Why the last creation was refused. */
	failure?: Failure;

	/** Creates a job agent, once: what stands already by the same identifier is left as it is. */
	async create(creation: Creation): Promise<Written> {
		const { identifier, requestId, warnings } = creation;
		const found = creation.mayStand ? await this.look(creation, identifier === identifierOf(requestId)) : undefined;
		const early = found && this.settledBefore(creation, found);
		if (early) return { ...early, jobAgentIdentifier: identifier, requestId };

		const { client, cpr, place, body } = creation;
		const result = await client.write({
			operation: 'CreateJobagent',
			method: 'POST',
			...place,
			headers: client.personHeader(cpr),
			body,
			requestId,
			readBack: async (reason) => await this.readBack(creation, reason),
		});
		this.failure = result.outcome === 'refused' ? result.failure : undefined;
		const late = creation.mayStand && result.outcome === 'refused' ? await this.createdMeanwhile(creation) : undefined;
		if (late) return { ...late, jobAgentIdentifier: identifier, requestId };
		const outcome = told(result);
		const messages = [...warnings, ...lookUpFailed(found), ...outcome.messages, ...(await this.afterwards(creation, result))];
		const assigned = result.outcome === 'done' ? identifierIn(result.answer) : undefined;
		return { ...outcome, messages, jobAgentIdentifier: assigned ?? (identifier || null), requestId };
	}

	/** @param isTelling whether that it is there tells that the service kept our identifier: one that a user gives may be of the service's making */
	private async look({ client, cpr, identifier, readBack }: Creation, isTelling = true): Promise<Standing> {
		const found = await lookUp(client, cpr, identifier, readBack);
		if (found.is === 'there' && found.isNamed && isTelling) this.takesIdentifiers = true;
		return found;
	}

	/** Where the identifier stands already, or the service can't be asked just now, nothing is sent. */
	private settledBefore({ body, warnings }: Creation, found: Standing): Written | undefined {
		if (found.is === 'there') {
			const others = differences(body, found.record);
			if (!others.length) return { outcome: 'unchanged', messages: [...warnings, note('I', 'The job agent stands already with these data; nothing was sent')] };
			const text = `A job agent with this identifier stands already, with other data in: ${others.join(', ')}. Nothing was sent: for another job agent give another identifier or request key`;
			return { outcome: 'rejected', messages: [...warnings, note('E', text)] };
		}
		const failure = found.is === 'cannot tell' ? found.failure : undefined;
		const passes = failure?.kind === 'unavailable' || failure?.kind === 'rate-limited';
		return passes ? { outcome: 'later', messages: [...warnings, messageOf(failure)] } : undefined;
	}

	/** A refusal may be of the making of another run with the same key, which came between the look and the request. */
	private async createdMeanwhile(creation: Creation): Promise<Written | undefined> {
		const found = await this.look(creation);
		if (found.is !== 'there' || differences(creation.body, found.record).length) return undefined;
		return { outcome: 'unchanged', messages: [...creation.warnings, note('I', 'The request was refused, and the job agent stands with these data: another run has created it')] };
	}

	/**
	 * A service that does not know the identifier tells only that nothing was created if it keeps the identifiers of callers: this run must have seen that. Who
	 * vouches for request IDs lets a lost request be sent again, no more: what a service that assigns identifiers of its own has done can't be read.
	 */
	private async readBack(creation: Creation, reason: ReadBackReason): ReturnType<ReadBack> {
		const isVouched = creation.requestIdsKept && reason === 'lost';
		if (!creation.identifier) return isVouched ? 'stands not' : 'cannot tell';
		const found = await this.look(creation);
		if (found.is === 'there') return differences(creation.body, found.record).length ? 'differs' : 'stands';
		if (found.is === 'cannot tell') return 'cannot tell';
		return this.takesIdentifiers === true || isVouched ? 'stands not' : 'cannot tell';
	}

	/** The first job agent of a run is read by its identifier, so that nobody relies on one that the service did not take. */
	private async afterwards(creation: Creation, result: StarWriteResult): Promise<OutcomeMessage[]> {
		if (result.outcome !== 'done') return [];
		if (!creation.identifier) return identifierIn(result.answer) ? [] : [ASSIGNED];
		if (this.takesIdentifiers === undefined) {
			const found = await this.look(creation);
			if (found.is === 'not there') this.takesIdentifiers = false;
		}
		return this.takesIdentifiers === false ? [NOT_TAKEN] : [];
	}
}

/** That nothing could be learned before is told: an earlier run may have created it. */
function lookUpFailed(found: Standing | undefined): OutcomeMessage[] {
	if (found?.is !== 'cannot tell') return [];
	const reason = found.failure ? `: ${messageOf(found.failure).text}` : '';
	return [note('W', `Whether the job agent stands already could not be read before it was sent${reason}`)];
}
