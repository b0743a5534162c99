import type { IAdditionalCredentialOptions, ICredentialDataDecryptedObject } from 'n8n-workflow';

import { pause } from '../kit/clock';
import { findFailure } from '../kit/failure';
import type { ServiceContext } from '../kit/http';
import type { Exchange } from '../kit/retry';
import { isAnswer } from '../kit/retry';

/** A renewal that another process has made is in the database after so many milliseconds at the latest. */
const STORED_AFTER_MS = 1000;

/** The refresh was answered, with a no; a failure without a status never came so far. */
const isRefusedRefresh = (exchange: Exchange): boolean => {
	if (isAnswer(exchange)) return false;
	const failure = findFailure(exchange.error);
	return failure?.kind === 'credential' && failure.details.httpStatus !== undefined;
};

const isRefusedToken = (exchange: Exchange): boolean => isAnswer(exchange) && exchange.status === 401;

/**
 * The values of a credential, as far as this conversation knows them. An access token that has ended is renewed with the refresh token, which serves once: where
 * somebody else has used it before, what he has stored is taken instead (contract, section 2.3).
 */
export class TokenSession {
	private data: ICredentialDataDecryptedObject;

	constructor(
		private readonly context: ServiceContext,
		private readonly credential: string,
		stored: ICredentialDataDecryptedObject,
	) {
		this.data = { ...stored };
	}

	/** Makes a call with the credential, and again with other tokens where those at hand were refused: once after a renewal, once with what somebody else has stored. */
	async send(call: (override: IAdditionalCredentialOptions) => Promise<Exchange>): Promise<Exchange> {
		let [mayRenew, mayTakeStored] = [this.data.refreshToken !== undefined, true];
		for (;;) {
			const { data } = this;
			const { accessToken } = data;
			const exchange = await call(this.override());
			if (mayRenew && isRefusedToken(exchange) && (await this.renew(accessToken || data.accessToken))) {
				mayRenew = false;
			} else if (mayTakeStored && isRefusedRefresh(exchange) && (await this.takeStored())) {
				mayTakeStored = false;
			} else {
				return exchange;
			}
		}
	}

	/** n8n writes a token that it fetches into the values given here, and stores it with the credential. */
	private override(): IAdditionalCredentialOptions {
		const { credential: type, data } = this;
		const id = this.context.getNode().credentials?.[type]?.id ?? '';
		return { credentialsDecrypted: { id, name: type, type, data } };
	}

	/** What n8n has stored by now; undefined where it can't be read any more: what was written before must not be forgotten for it. */
	private async stored(): Promise<ICredentialDataDecryptedObject | undefined> {
		try {
			return await this.context.getCredentials<ICredentialDataDecryptedObject>(this.credential);
		} catch {
			return undefined;
		}
	}

	/** Takes the tokens that another run has stored meanwhile; if there are none, an empty access token makes n8n fetch one with the next call. Whether there is something to try. */
	private async renew(refused: unknown): Promise<boolean> {
		if (this.data.accessToken !== refused) return true;
		const stored = await this.stored();
		if (stored) this.data = { ...stored, accessToken: stored.accessToken === refused ? '' : stored.accessToken };
		return stored !== undefined;
	}

	/** The refresh token was used up by somebody else: takes what he has stored, or is about to store. Whether there is anything new. */
	private async takeStored(): Promise<boolean> {
		const { refreshToken } = this.data;
		for (const wait of [0, STORED_AFTER_MS]) {
			await pause(wait);
			const stored = await this.stored();
			if (stored && stored.refreshToken !== refreshToken) {
				this.data = { ...stored };
				return true;
			}
		}
		return false;
	}
}
