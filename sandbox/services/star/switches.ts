import type { SwitchTable } from '../../switches.ts';

/** The open questions that both services of STAR share (star.md 3 to 5). */
export const STAR_SWITCHES = {
	scopes: {
		meaning: 'What the agreement behind the certificate allows: to read and write, to read only, or nothing (1013).',
		choices: ['readWrite', 'read', 'none'],
		default: 'readWrite',
	},
	requestIds: {
		meaning: 'Does the service know a request id again (HTTP 412), or has it forgotten it?',
		choices: ['kept', 'forgotten'],
		default: 'kept',
	},
	requestIdOnFailure: {
		meaning: 'Does a request that was refused use up its request id, or may the same id come again?',
		choices: ['notConsumed', 'consumed'],
		default: 'notConsumed',
	},
	requestIdOperations: {
		meaning: 'Do all writes demand and know request ids, or creations only?',
		choices: ['all', 'createOnly'],
		default: 'all',
	},
	errorShape: {
		meaning:
			'The body of a refusal: { errors: [{ code, text }] }, one { fejlkode, fejltekst }, an array of { errorCode, errorMessage }, or problem details.',
		choices: ['errors', 'single', 'array', 'problem'],
		default: 'errors',
	},
	refusedStatus: {
		meaning: 'The HTTP status of a refusal that is neither about rights nor about an unknown code.',
		choices: [400, 409, 422, 500],
		default: 400,
	},
	forbiddenStatus: {
		meaning: 'The HTTP status of a missing right (1013, 4575).',
		choices: [403, 400, 401],
		default: 403,
	},
	unknownStatus: {
		meaning: 'The HTTP status of an unknown identifier or code list (2001, 4589).',
		choices: [404, 400],
		default: 404,
	},
	writeAnswer: {
		meaning: 'The HTTP status of a write that has nothing to answer; its body is empty.',
		choices: [200, 204],
		default: 200,
	},
} as const satisfies SwitchTable;

/** A switch that both services of STAR have. */
export type StarSwitch = keyof typeof STAR_SWITCHES;
