import type { IHookFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { exchange, REQUEST_DEFAULTS } from '../../kit/http';
import { isAnswer } from '../../kit/retry';
import { NOT_KNOWN, TELLS_NOTHING } from './receive';

const TIMEOUT_MS = 5_000;

/** n8n's paths for tests and for published workflows, unless they were renamed. */
const [TEST_PATH, PUBLISHED_PATH] = ['/webhook-test/', '/webhook/'];

/** n8n's own answer where no published workflow listens. */
const NOT_PUBLISHED = 404;

/** Where the published workflow takes pushes, and whether it is known to live by the registration. */
export interface Published {
	url: string;
	isCertain: boolean;
}

/**
 * Finds out whether the published workflow lives by a registration that a test was given. n8n keeps from a test what it saved for the published workflow, and after a start this process
 * remembers nothing either; so its address is asked with a body that tells nothing. Many an n8n can't reach its own public address: that says nothing, and what may be live is not taken for dead.
 * @returns undefined where the workflow is not published, or lives by another registration
 */
export async function publishedBy(context: IHookFunctions, testUrl: string, uuid: string): Promise<Published | undefined> {
	const url = testUrl.replace(TEST_PATH, PUBLISHED_PATH);
	if (url === testUrl) return undefined;
	const ask = async () => (await context.helpers.httpRequest({ ...REQUEST_DEFAULTS, method: 'POST', url, body: { webhook: uuid }, timeout: TIMEOUT_MS })) as IN8nHttpFullResponse;
	const answer = await exchange(ask, () => true);
	if (!isAnswer(answer)) return { url, isCertain: false };
	if (answer.status === NOT_PUBLISHED || answer.text.includes(NOT_KNOWN)) return undefined;
	return { url, isCertain: answer.status === 400 && answer.text.includes(TELLS_NOTHING) };
}
