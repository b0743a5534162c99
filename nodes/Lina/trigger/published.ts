import type { IHookFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { exchange, REQUEST_DEFAULTS } from '../../kit/http';
import { isAnswer } from '../../kit/retry';
import { TELLS_NOTHING } from './receive';

const TIMEOUT_MS = 5_000;

/** n8n's paths for tests and for published workflows, unless they were renamed. */
const [TEST_PATH, PUBLISHED_PATH] = ['/webhook-test/', '/webhook/'];

/**
 * Finds out whether the published workflow lives by a registration that a test was given. n8n keeps from a test what it saved for the published workflow, and after a start this process
 * remembers nothing either; so its address is asked with a body that tells nothing.
 * @returns the address; undefined where the workflow is not published, or lives by another registration
 */
export async function publishedUrl(context: IHookFunctions, testUrl: string, uuid: string): Promise<string | undefined> {
	const url = testUrl.replace(TEST_PATH, PUBLISHED_PATH);
	if (url === testUrl) return undefined;
	const ask = async () => (await context.helpers.httpRequest({ ...REQUEST_DEFAULTS, method: 'POST', url, body: { webhook: uuid }, timeout: TIMEOUT_MS })) as IN8nHttpFullResponse;
	const answer = await exchange(ask, () => true);
	return isAnswer(answer) && answer.status === 400 && answer.text.includes(TELLS_NOTHING) ? url : undefined;
}
