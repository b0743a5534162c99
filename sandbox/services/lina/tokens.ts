import { randomBytes } from 'node:crypto';

import type { SandboxClock } from '../../clock.ts';
import { Collection } from '../collection.ts';
import { ALL_SCOPES, seededHex, type Scope } from './apiKeys.ts';
import { badRequest, Refusal } from './refusal.ts';

/** A client for development, made by hand (lina.md 2.3). */
export interface OAuthClient {
	/** 40 hexadecimal digits, as its secret. */
	readonly clientId: string;
	readonly clientSecret: string;
	readonly name: string;
	readonly scopes: readonly Scope[];
	readonly redirectUri: string;
	/** The one that can be used next; null when the chain is lost. */
	readonly refreshToken: string | null;
}

/** What the token endpoint gives. */
export interface TokenAnswer {
	readonly access_token: string;
	readonly token_type: 'Bearer';
	readonly expires_in: number;
	readonly refresh_token: string;
}

interface AccessToken {
	readonly clientId: string;
	readonly scopes: readonly Scope[];
	readonly endsAt: number;
}

interface Code {
	readonly clientId: string;
	readonly redirectUri: string;
	readonly endsAt: number;
}

const CODE_MS = 600_000;

const newSecret = (): string => randomBytes(20).toString('hex');

/** The token chains: codes, refresh tokens of one use each, and access tokens that end by the sandbox's clock. */
export class Tokens {
	readonly clients = new Collection<OAuthClient>('clients', ['clientId'], { name: '', scopes: ALL_SCOPES, refreshToken: null });
	readonly #clock: SandboxClock;
	readonly #access = new Map<string, AccessToken>();
	readonly #codes = new Map<string, Code>();

	constructor(clock: SandboxClock) {
		this.#clock = clock;
	}

	/** Forgets all tokens and makes the client of the world with this seed. */
	load(seed: number): void {
		this.#access.clear();
		this.#codes.clear();
		this.clients.load([
			{
				clientId: seededHex(seed, 'client id'),
				clientSecret: seededHex(seed, 'client secret'),
				name: 'Nordic Workforce (token)',
				scopes: ALL_SCOPES,
				redirectUri: 'https://localhost/lina/callback',
				refreshToken: seededHex(seed, 'refresh token'),
			},
		]);
	}

	/** Ends all access tokens; the chains go on. */
	expire(): void {
		this.#access.clear();
	}

	/** The client and the rights behind a live access token. */
	holder(accessToken: string): Pick<AccessToken, 'clientId' | 'scopes'> | undefined {
		const token = this.#access.get(accessToken);
		return token !== undefined && this.#clock.now() < token.endsAt ? token : undefined;
	}

	/** A code for a client, of one use within ten minutes. */
	code(clientId: string, redirectUri: string): string {
		const code = newSecret();
		this.#codes.set(code, { clientId, redirectUri, endsAt: this.#clock.now() + CODE_MS });
		return code;
	}

	/** Gives a token for a code or for the refresh token, which is used up by it. */
	grant(form: URLSearchParams, seconds: number): TokenAnswer {
		const client = this.#client(form);
		if (!this.#accepts(client, form)) throw badRequest('invalid_grant');
		const answer = { access_token: newSecret(), token_type: 'Bearer', expires_in: seconds, refresh_token: newSecret() } as const;
		const { clientId, scopes } = client;
		this.#access.set(answer.access_token, { clientId, scopes, endsAt: this.#clock.now() + seconds * 1000 });
		this.clients.upsert({ clientId, refreshToken: answer.refresh_token });
		return answer;
	}

	#client(form: URLSearchParams): OAuthClient {
		const client = this.clients.get(form.get('client_id') ?? '');
		if (client !== undefined && client.clientSecret === form.get('client_secret')) return client;
		throw new Refusal(401, 'invalid_client');
	}

	#accepts(client: OAuthClient, form: URLSearchParams): boolean {
		switch (form.get('grant_type')) {
			case 'refresh_token':
				return client.refreshToken !== null && form.get('refresh_token') === client.refreshToken;
			case 'authorization_code':
				return this.#useCode(client, form.get('code') ?? '', form.get('redirect_uri') ?? '');
			default:
				throw badRequest('unsupported_grant_type');
		}
	}

	#useCode({ clientId }: OAuthClient, text: string, redirectUri: string): boolean {
		const code = this.#codes.get(text);
		this.#codes.delete(text);
		if (code === undefined || this.#clock.now() >= code.endsAt) return false;
		return code.clientId === clientId && code.redirectUri === redirectUri;
	}
}
