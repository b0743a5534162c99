import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import type { LinaResult } from '../client';
import { LinaClient } from '../client';
import type { WebhookCalls } from '../webhook/calls';
import { readCalls } from '../webhook/calls';
import { HOOK_KEY } from '../webhook/outcome';

/** LINA does not know the registration any more; it may answer either (contract, section 1.11). */
const isGone = (result: LinaResult): boolean => result.outcome === 'failed' && [400, 404].includes(result.failure.details.httpStatus ?? 0);

/** A page that is not there says nothing of the registration: the path is our reading, and it may go on pushing. */
const isSaidToBeGone = (result: LinaResult): boolean => isGone(result) && result.outcome === 'failed' && result.failure.details.serviceText !== undefined;

const idIn = ({ uuid }: IDataObject): string | undefined => (typeof uuid === 'string' && uuid ? uuid : undefined);

/** The calls on registrations, none of which counts against the rate limit (contract, section 3.1). To change or delete one twice comes to the same: a lost answer is asked for once more. */
export class Registrar {
	private constructor(
		private readonly client: LinaClient,
		private readonly calls: WebhookCalls,
	) {}

	static async open(context: IHookFunctions): Promise<Registrar> {
		const calls = readCalls(context.getNodeParameter('assumedNames', {}) as IDataObject);
		return new Registrar(await LinaClient.open(context), calls);
	}

	/**
	 * Registers a URL anew.
	 * @returns LINA's id of the registration
	 */
	async register(url: string): Promise<string> {
		const result = await this.client.webhook('registerWebhook', { hookKey: HOOK_KEY, url });
		if (result.outcome === 'unknown') {
			throw new Failure({
				kind: 'outcome unknown',
				message: 'LINA may have registered the webhook: its answer was lost, and LINA has no call that lists registrations. Activating anew registers the same URL again.',
				advice: 'If LINA keeps both, each consent is pushed twice and the push of the lost one is refused here.',
			});
		}
		if (result.outcome !== 'ok') throw result.failure;
		const uuid = idIn(result.answer);
		if (uuid !== undefined) return uuid;
		throw new Failure({ kind: 'unreadable', message: 'LINA answered the registration without its id' });
	}

	/**
	 * Points a registration to a URL. Whether it keeps its id is LINA's to say: the call is our reading.
	 * @returns the id by which it goes from now on; undefined where LINA does not know it
	 */
	async change(uuid: string, url: string): Promise<string | undefined> {
		const result = await this.twice(async () => await this.client.webhook(this.calls.changePath, { hookKey: HOOK_KEY, url, [this.calls.uuidField]: uuid }));
		if (isGone(result)) return undefined;
		if (result.outcome !== 'ok') throw result.failure;
		return idIn(result.answer) ?? uuid;
	}

	/** Deletes a registration; that LINA says it knows none is as good. */
	async delete(uuid: string): Promise<void> {
		const result = await this.twice(async () => await this.client.webhook(this.calls.deletePath, { [this.calls.uuidField]: uuid }));
		if (result.outcome !== 'ok' && !isSaidToBeGone(result)) throw result.failure;
	}

	private async twice(call: () => Promise<LinaResult>): Promise<LinaResult> {
		const result = await call();
		return result.outcome === 'unknown' ? await call() : result;
	}
}
