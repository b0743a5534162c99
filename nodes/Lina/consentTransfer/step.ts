import type { DocumentKind } from './document';
import type { HumanCode } from './listed';
import type { Known } from './material';
import type { Kept } from './memory';

/** What is to be done about a person. */
export type StepName =
	/** The consent's document is filed. */
	| 'file'
	/** The withdrawal's document is filed; then all that is kept of the person is erased. */
	| 'withdraw'
	/** All that is kept of the person is erased. */
	| 'erase'
	/** It stands as it should, or waits. */
	| 'unchanged'
	/** Somebody has to look at it. */
	| 'human'
	/** What the list says of all is over. */
	| 'clear';

/** A document that is to be filed. */
export interface Filing {
	kind: DocumentKind;
	reference: string;
	title: string;
	text: string;
	/** `pending` where it was begun before. */
	recordedState: '' | 'pending';
}

/** One step of the plan. */
export interface Step {
	name: StepName;
	person: Known;
	reason: string | null;
	/** Why it is on the list; null where it is not. */
	code: HumanCode | null;
	/** It stays on the list as it is. */
	waits: boolean;
	/** The row: for a document as it is to be while it is under way, else as it is. */
	kept?: Kept;
	filing?: Filing;
	/** A document stands of which the records officer is to be told. */
	hasDocument?: boolean;
}
