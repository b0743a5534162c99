import type { FailureDetails } from '../kit/failure';
import { Failure } from '../kit/failure';
import { maskText } from '../kit/mask';
import type { OutcomeMessage } from '../kit/outcome';
import type { Answer } from '../kit/retry';
import { retryAfterMs } from '../kit/retry';
import type { StarError } from './answer';
import type { CodeMeaning, CodeTable } from './codes';
import { GENERAL_CODES, NOT_THERE, WARNING_CODE } from './codes';

/** One of STAR's services, as its client describes it. */
export interface StarService {
	/** As the messages call it. */
	name: string;
	/** The type of its credential. */
	credential: string;
	/** Codes of its own; they go before the general ones. */
	codes: CodeTable;
}

/** What is known of a code; a newer one may mean nothing to us. */
export const meaningOf = ({ codes }: StarService, code: string): CodeMeaning | undefined => codes[code] ?? GENERAL_CODES[code];

const CERTIFICATE = 'Check the client certificate in the credential, that STAR has registered it, and that it has not expired.';
const ACCESS = "Check 'Organisation Type' and 'Organisation Code' in the credential, and that STAR has opened the service to your certificate for this organisation.";
const ADDRESS = "Check the 'Base URL' in the credential, and the path if another one is set in the options.";

type Reason = Pick<FailureDetails, 'kind' | 'message' | 'advice'>;

/** What stands behind a status where no code tells it (which status stands for what is our reading: contract, section 5.5). */
function reasonOf(status: number, service: string, operation: string): Reason {
	if (status < 300) return { kind: 'unreadable', message: `${service} answered ${operation} with something that can not be read`, advice: ADDRESS };
	if (status < 400) return { kind: 'credential', message: `${service} sends ${operation} on to another address, which was not followed`, advice: ADDRESS };
	if (status === 401) return { kind: 'credential', message: `${service} does not accept the client certificate`, advice: CERTIFICATE };
	if (status === 403) return { kind: 'credential', message: `${service} does not allow ${operation} to this organisation`, advice: ACCESS };
	if (status === 412) return { kind: 'refused', message: `${service} has received a request with this ID before` };
	if (status === 429) return { kind: 'rate-limited', message: `${service} is asked too often`, advice: 'Try again later.' };
	if (status >= 500) return { kind: 'unavailable', message: `${service} is out of order`, advice: 'Try again later.' };
	return { kind: 'refused', message: `${service} refused ${operation}` };
}

/** STAR's own words for its errors, the codes of all but the first beside them. */
const ownWords = (errors: StarError[], first: StarError): string =>
	errors.map((error) => (error === first || !error.code ? error.text : [error.code, error.text].filter(Boolean).join(' '))).filter(Boolean).join('; ');

/**
 * The failure in an answer.
 * @param errors    as read from its body
 * @param requestId of a write; told, so that STAR can find it
 */
export function failureOf(answer: Answer, errors: StarError[], service: StarService, operation: string, requestId?: string): Failure {
	const { status } = answer;
	const refusals = errors.filter(({ code }) => code !== WARNING_CODE);
	const first = refusals.find(({ code }) => meaningOf(service, code)) ?? refusals[0] ?? errors[0];
	const meaning = first && meaningOf(service, first.code);
	const reason = reasonOf(status < 300 && first ? 400 : status, service.name, operation);
	/* Where it is not STAR that says no, something else may stand at the address. */
	const advice = meaning?.advice ?? reason.advice ?? (first ? undefined : ADDRESS);
	return new Failure({
		kind: meaning?.kind ?? reason.kind,
		message: meaning ? `${service.name} refused ${operation}: ${meaning.text}` : reason.message,
		advice,
		code: first?.code || undefined,
		serviceText: (first && ownWords(errors, first)) || undefined,
		httpStatus: status,
		requestId,
		retryAfterMs: retryAfterMs(answer),
		keep: requestId === undefined ? undefined : [requestId],
	});
}

/** Whether a service that was asked for a record said that there is none: told by a code, or by 404 with an error of STAR's in it. */
export const isNotThere = ({ details: { code, serviceText, httpStatus } }: Failure): boolean =>
	NOT_THERE.has(code ?? '') || (httpStatus === 404 && (code !== undefined || serviceText !== undefined));

/** The errors of an answer as messages of an outcome: our text, and the service's own after it. */
export const messagesOf = (service: StarService, errors: StarError[]): OutcomeMessage[] =>
	errors.map(({ code, text }) => ({
		type: code === WARNING_CODE ? 'W' : 'E',
		code: code || null,
		text: maskText([meaningOf(service, code)?.text, text].filter(Boolean).join(': ')),
	}));
