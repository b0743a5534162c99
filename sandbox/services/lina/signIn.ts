import type { WireRequest } from '../../service.ts';
import { allowsAddress, type ApiKeys, type Scope } from './apiKeys.ts';
import { forbidden, Refusal } from './refusal.ts';
import type { Tokens } from './tokens.ts';

/** Who calls, and what the caller may do. */
export interface Caller {
	readonly by: 'apiKey' | 'token';
	/** The API key or the client's id. */
	readonly id: string;
	readonly scopes: readonly Scope[];
}

/** What callers are told by. */
export interface SignIn {
	readonly apiKeys: ApiKeys;
	readonly tokens: Tokens;
	readonly keyHeader: 'authorization' | 'xApiKey';
	readonly now: number;
}

type Asked = Pick<WireRequest, 'headers' | 'remoteAddress'>;

function header({ headers }: Asked, name: string): string {
	const value = headers[name];
	return typeof value === 'string' ? value.trim() : '';
}

/** The caller behind the request's key or access token; the word `Bearer` may be left out (lina.md 2.1). */
export function callerOf(request: Asked, { apiKeys, tokens, keyHeader, now }: SignIn): Caller {
	const bearer = header(request, 'authorization').replace(/^bearer\s+/i, '');
	const key = apiKeys.valid(keyHeader === 'xApiKey' ? header(request, 'x-api-key') : bearer, now);
	if (key !== undefined) {
		if (!allowsAddress(key, request.remoteAddress)) throw forbidden('Access from this IP address is not allowed.');
		return { by: 'apiKey', id: key.apiKey, scopes: key.scopes };
	}
	const holder = tokens.holder(bearer);
	if (holder === undefined) throw new Refusal(401, 'Not authenticated.');
	return { by: 'token', id: holder.clientId, scopes: holder.scopes };
}
