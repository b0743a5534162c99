import type { OutcomeName } from '../../kit/outcome';
import type { Memory } from './memory';

/** How a write came back: by its outcome, failed before anything was sent, or not at all so far. */
export type Answer = OutcomeName | 'failed' | 'none';

const DONE: ReadonlySet<Answer> = new Set<Answer>(['registered', 'difference', 'reversed', 'unchanged']);

/** Nothing was written by this call. */
const NOT_DONE: ReadonlySet<Answer> = new Set<Answer>(['later', 'rejected', 'failed', 'validated']);

/** What stands once a write has gone through. */
function afterDone(memory: Memory): Memory {
	if (memory.step !== 'delete') return { ...memory, state: 'standing', original: null };
	if (!memory.original) return { ...memory, state: 'gone' };
	/* What a change had left open was both: the new record is gone now, the old one may stand still. */
	return { ...memory, state: 'pending', record: memory.original, original: null };
}

/** What stands where the first call of a write did nothing: what stood before. */
function afterNothing(memory: Memory): Memory {
	if (memory.step === 'create') return { ...memory, state: 'gone' };
	return { ...memory, state: 'standing', record: memory.original ?? memory.record, original: null };
}

/**
 * What is to be remembered of a write. Before it is sent, and where its end is not known, it is pending, and the next run settles it. A call that did nothing
 * tells how things stand only if it was the first one: what an earlier one of the same write did is not known by it. Pure.
 */
export function rememberWrite(memory: Memory, answer: Answer): Memory {
	if (DONE.has(answer)) return afterDone(memory);
	if (NOT_DONE.has(answer) && memory.attempt === 1) return afterNothing(memory);
	return { ...memory, state: 'pending' };
}
