import { badRequest } from './refusal.ts';
import type { Tokens } from './tokens.ts';

const FORM = { state: /^.{20,40}$/, client_id: /^[\da-f]{40}$/ };

function demanded(query: URLSearchParams, name: string): string {
	const value = query.get(name) ?? '';
	if (value === '') throw badRequest(`Parameter ${name} is missing.`);
	return value;
}

/**
 * The authorize call of a client for development (lina.md 2.3): `response_type` is `json`, `state` has 20 to 40
 * characters, `scope` is a list by commas with `openid`. Whoever calls counts as a manager who is logged in.
 */
export function authorize(query: URLSearchParams, tokens: Tokens): { code: string; state: string } {
	const state = demanded(query, 'state');
	if (!FORM.state.test(state)) throw badRequest('Parameter state must have 20 to 40 characters.');
	if (demanded(query, 'response_type') !== 'json') throw badRequest('Parameter response_type must be json.');
	const clientId = demanded(query, 'client_id');
	const client = FORM.client_id.test(clientId) ? tokens.clients.get(clientId) : undefined;
	if (client === undefined) throw badRequest('Parameter client_id is unknown.');
	if (query.has('client_secret')) throw badRequest('The client secret must not be sent here.');
	const redirectUri = demanded(query, 'redirect_uri');
	if (redirectUri !== client.redirectUri) throw badRequest('Parameter redirect_uri is not the one that is stored.');
	const scopes = demanded(query, 'scope').split(',');
	if (!scopes.includes('openid')) throw badRequest('Parameter scope must contain openid.');
	const unknown = scopes.find((scope) => scope !== 'openid' && !client.scopes.some((own) => own === scope));
	if (unknown !== undefined) throw badRequest(`Scope ${unknown} is not granted to this client.`);
	return { code: tokens.code(clientId, redirectUri), state };
}
