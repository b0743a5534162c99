/** One error of an answer: a code of star.md 5 and what it says. */
export interface StarError {
	readonly code: number;
	readonly text: string;
}

/** The general codes of STAR (star.md 5.3) that the sandbox gives by itself. */
export const GENERAL_TEXTS: Readonly<Record<number, string>> = {
	1011: 'Internal server error',
	1013: 'Insufficient permissions',
	1014: 'Message is not valid',
	1100: 'An error occurred',
	1101: 'Client certificate is missing',
	2001: 'Unknown code list',
	2002: 'Invalid code list value',
	2003: 'Expired code list value',
	4575: 'You are not authorized',
	4589: 'Identifier is unknown',
	8173: 'OrganisationType is invalid',
	8174: 'UserType is invalid',
	8232: 'ActiveOrganisation header is missing',
	8233: 'RequestUserMetadata header is missing',
	8234: 'ActiveOrganisation header is not readable',
};

/** A request that is not carried out: all errors that were found, and the HTTP status where the code does not decide it. */
export class Refusal extends Error {
	readonly errors: readonly StarError[];
	readonly status: number | undefined;

	constructor(errors: readonly StarError[], status?: number) {
		super(errors.map(({ code, text }) => `${code} ${text}`).join('; '));
		this.errors = errors;
		this.status = status;
	}
}

/** A refusal with one general code and its text. */
export function refused(code: number, text = GENERAL_TEXTS[code]): Refusal {
	return new Refusal([{ code, text }]);
}

/** A message that failed validation (1014), with the complete list of what is wrong (star.md 5.5). */
export function invalid(...complaints: readonly string[]): Refusal {
	return new Refusal(complaints.map((text) => ({ code: 1014, text })));
}

/** The shapes in which a refusal may come; STAR's own is not published (star.md 5.5). */
export type ErrorShape = 'errors' | 'single' | 'array' | 'problem';

/** The body of a refusal. */
export function errorBody(errors: readonly StarError[], shape: ErrorShape, status: number): string {
	const [first] = errors;
	switch (shape) {
		case 'errors':
			return JSON.stringify({ errors });
		case 'single':
			return JSON.stringify({ fejlkode: first.code, fejltekst: first.text });
		case 'array':
			return JSON.stringify(errors.map(({ code, text }) => ({ errorCode: code, errorMessage: text })));
		case 'problem':
			return JSON.stringify({
				type: 'about:blank',
				title: 'The request was refused.',
				status,
				detail: first.text,
				errors: errors.map(({ code, text }) => ({ code, message: text })),
			});
	}
}

/**
 * The body of a success that warns: what was answered, with the warnings beside it in their shape; problem details are
 * for refusals alone.
 */
export function warnedBody(body: unknown, warnings: readonly StarError[], shape: ErrorShape): string {
	const said: unknown = JSON.parse(errorBody(warnings, shape === 'problem' ? 'errors' : shape, 200));
	if (body === undefined) return JSON.stringify(said);
	return JSON.stringify(Object.assign({}, body, Array.isArray(said) ? { errors: said } : said));
}
