import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { isObject, readJson } from '../../kit/json';
import { JOBAGENT } from '../client';
import type { CallerAnswer } from './answer';
import { problemsOf, readRequest } from './request';
import { contentMark, isSecret, seal, webhookSecret } from './seal';

/** The header in which a caller shows the secret of the credential. */
export const SECRET_HEADER = 'x-webhook-secret';

/** Far more than a job agent needs. */
const MOST_BYTES = 256 * 1024;

/** Answers no: the workflow is not started, so that nothing of the request is kept. */
function refuse(context: IWebhookFunctions, status: number, ...problems: Array<{ field?: string; text: string }>): IWebhookResponseData {
	const answer: CallerAnswer = {
		outcome: 'rejected',
		requestId: null,
		jobAgentIdentifier: null,
		messages: problems.map((problem) => ({ type: 'E', code: null, ...problem })),
	};
	context.getResponseObject().status(status).json(answer);
	return { noWebhookResponse: true };
}

async function secretOf(context: IWebhookFunctions): Promise<string | undefined> {
	try {
		return webhookSecret(await context.getCredentials(JOBAGENT.credential));
	} catch {
		return undefined;
	}
}

/** What the workflow gets: all that it needs to know one request from another, and the rest sealed. */
function toldOf(request: IDataObject, secret: string): IDataObject {
	const read = readRequest(request);
	const { requestId, jobAgentIdentifier, cpr, body } = read;
	return { requestId, jobAgentIdentifier, contentMark: contentMark([cpr, body], secret), sealed: seal(JSON.stringify(read), secret) };
}

/**
 * Takes a job agent from a caller. What is wrong with it is told at once, field by field and without a value; a good one starts the workflow, sealed: n8n writes
 * what starts an execution into its database before the execution begins, and leaves it there when it is cut.
 */
export async function receiveRequest(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const secret = await secretOf(context);
	if (secret === undefined) return refuse(context, 500, { text: "The workflow can not take requests: the 'Webhook Secret' of its credential is missing or too short" });
	if (!isSecret(context.getHeaderData()[SECRET_HEADER], secret)) return refuse(context, 401, { text: `The secret in the header ${SECRET_HEADER} is missing or wrong` });
	if (Object.keys(context.getQueryData() as IDataObject).length) return refuse(context, 400, { text: 'The address takes nothing after a question mark: addresses end up in logs. Put everything into the body' });

	const { rawBody } = context.getRequestObject() as { rawBody?: Buffer };
	if (rawBody && rawBody.length > MOST_BYTES) return refuse(context, 413, { text: `The body is larger than ${MOST_BYTES / 1024} KB` });
	const request = readJson(rawBody?.toString('utf8') ?? '');
	if (!isObject(request)) return refuse(context, 400, { text: 'The body is not a JSON object' });
	const problems = problemsOf(request);
	return problems.length ? refuse(context, 400, ...problems) : { workflowData: [[{ json: toldOf(request, secret) }]] };
}
