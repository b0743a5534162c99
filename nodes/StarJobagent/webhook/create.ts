import type { Outcome } from '../../kit/outcome';
import { note } from '../../kit/outcome';
import type { Creation } from '../create';
import { Creations } from '../create';
import { lookUp } from '../standing';
import type { Written } from '../writing';
import { ASK_AGAIN } from './answer';

const NOT_SEEN = note(
	'W',
	'An earlier try of this request was sent and its answer lost. STAR does not know the job agent by its identifier, which tells nothing as long as it is not known to keep the identifiers of callers: nothing was sent. Look at STAR before it is sent again.',
);

const NOT_READ = note('W', 'An earlier try of this request was sent and its answer lost, and the job agent can not be read back just now: nothing was sent.');

const MAY_BE_ITS_OWN = note('W', 'STAR refused it, and an earlier try of this request was sent and its answer lost: the refusal may be the doing of the earlier try. Look at STAR.');

/** A refusal as the caller can use it: what our credential is refused for can be tried again, and what an earlier try may have brought about is open. */
function judged({ outcome, messages }: Written, { failure, takesIdentifiers }: Creations, triedBefore: boolean): Outcome {
	if (outcome !== 'rejected') return { outcome, messages };
	if (failure?.kind === 'credential') return { outcome: 'later', messages };
	return triedBefore && takesIdentifiers !== true ? { outcome: 'unknown', messages: [...messages, MAY_BE_ITS_OWN] } : { outcome, messages };
}

/**
 * Creates a job agent, once, also where an earlier try may have been acted upon: what is not there by its identifier is then sent only to a service that is
 * known to keep the identifiers of callers, or to refuse a request ID that it has seen before.
 * @returns besides what became of it `identifierKept`, whether this try has seen the service keep the identifier; null where it has seen nothing
 */
export async function createOnce(creation: Creation, triedBefore: boolean): Promise<Written> {
	const { client, cpr, identifier, readBack, requestId, requestIdsKept } = creation;
	const is = triedBefore ? (await lookUp(client, cpr, identifier, readBack)).is : 'there';
	if (is === 'cannot tell' || (is === 'not there' && !requestIdsKept)) {
		const messages = is === 'cannot tell' ? [NOT_READ, ASK_AGAIN] : [NOT_SEEN];
		return { outcome: 'unknown', messages, jobAgentIdentifier: identifier, requestId, identifierKept: null };
	}
	const creations = new Creations();
	const written = await creations.create(creation);
	const { outcome, messages } = judged(written, creations, triedBefore);
	const advice = outcome === 'unknown' ? [ASK_AGAIN] : [];
	return { ...written, outcome, messages: [...messages, ...advice], identifierKept: creations.takesIdentifiers ?? null };
}
