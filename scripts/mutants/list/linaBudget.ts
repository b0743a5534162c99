import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const LEDGER = 'nodes/Lina/ledger.ts';
const SPENDING = 'nodes/Lina/spending.ts';
const CLIENT = 'nodes/Lina/client.ts';
const SESSION = 'nodes/Lina/tokenSession.ts';

const spending = unit('lina/spending');
const budget = (named: string) => engine('lina/budget', named);
const token = (named: string) => engine('lina/token', named);

/** What goes wrong between LINA's node and LINA: the budget of calls, the credentials, the webhook operations. */
export const linaBudget: Mutant[] = [
	{
		name: 'a call to LINA that is under way does not count',
		file: LEDGER,
		find: 'overAt === undefined || Math.abs',
		replace: 'overAt !== undefined && Math.abs',
		tests: unit('lina/spending', 'under way'),
	},
	{
		name: 'a call to LINA leaves our count as early as its own',
		file: LEDGER,
		find: 'const MARGIN_MS = 1000;',
		replace: 'const MARGIN_MS = 0;',
		tests: spending,
	},
	{
		name: 'who comes later is served before those who wait',
		file: LEDGER,
		find: 'const tooMany = used + ahead.length + 1 - waiting.spendable;',
		replace: 'const tooMany = used + 1 - waiting.spendable;',
		tests: unit('lina/spending', 'overtake'),
	},
	{
		name: 'a larger reserve holds up those behind',
		file: LEDGER,
		find: 'spendable > used || spendable >= waiting.spendable',
		replace: 'spendable > 0 || spendable >= waiting.spendable',
		tests: unit('lina/spending', 'larger reserve'),
	},
	{
		name: 'a call that LINA refused for its number counts',
		file: LEDGER,
		find: 'this.calls.filter((other) => other !== call)',
		replace: 'this.calls.filter((other) => Boolean(other) || other !== call)',
		tests: unit('lina/spending', 'until one of ours'),
	},
	{
		name: 'after a refusal for the number of calls the next one is made at once',
		file: LEDGER,
		find: 'return Math.max(blockedMs, tooMany > 0',
		replace: 'return Math.max(0 * blockedMs, tooMany > 0',
		tests: unit('lina/spending', 'LINA refuses a call'),
	},
	{
		name: 'the reserve of calls is spent',
		file: SPENDING,
		find: 'Math.max(1, this.limit - this.budget.reserve)',
		replace: 'Math.max(1, this.limit)',
		tests: budget('one clear message in stop mode'),
	},
	{
		name: 'a longest wait holds for each wait alone',
		file: SPENDING,
		find: 'run.waitedMs = waited;',
		replace: 'run.waitedMs += 0;',
		tests: unit('lina/spending', 'longest wait'),
	},
	{
		name: 'a wait for LINA outlasts the stop button',
		file: SPENDING,
		find: 'if (!(await pause(ms, this.signal)))',
		replace: 'if (!(await pause(ms, this.signal && undefined)))',
		tests: unit('lina/spending', 'stops the execution'),
	},
	{
		name: 'stop mode waits',
		file: SPENDING,
		find: "if (budget.onLimit === 'stop' || waited > budget.longestWaitMs) return false;",
		replace: 'if (waited > budget.longestWaitMs) return false;',
		tests: budget('one clear message in stop mode'),
	},
	{
		name: 'the calls of a store are counted by credential use, not by store',
		file: CLIENT,
		find: 'const spending = new Spending(storeOf(data),',
		replace: 'const spending = new Spending(storeOf({ ...data, baseUrl: String(Math.random()) }),',
		tests: budget('two executions at once|reserve of a node'),
	},
	{
		name: 'a 429 of LINA ends a run that may wait',
		file: CLIENT,
		find: 'if (!isAnswer(exchange) || exchange.status !== 429) return exchange;',
		replace: 'if (!isAnswer(exchange) || exchange.status !== 428) return exchange;',
		tests: budget('a 429 is waited out'),
	},
	{
		name: 'the kit asks again after a 429 of LINA, past the budget',
		file: 'nodes/kit/retry.ts',
		find: "if (tooMany === 'give back' && isAnswer(exchange) && exchange.status === 429) return exchange;",
		replace: "if (tooMany === 'give back' && isAnswer(exchange) && exchange.status === 428) return exchange;",
		tests: unit('kit/retry', 'counts its calls'),
	},
	{
		name: 'the same read of LINA is made anew in a run',
		file: CLIENT,
		find: 'const known = reads.get(path);',
		replace: 'const known = undefined as Promise<unknown> | undefined;',
		tests: budget('the same read is made once'),
	},
	{
		name: 'a read of LINA that went wrong is remembered',
		file: CLIENT,
		find: 'reading.catch(() => reads.delete(path));',
		replace: 'reading.catch(() => undefined);',
		tests: budget('went wrong'),
	},
	{
		name: 'trap 19: the key of LINA is sent on to another host',
		file: 'credentials/LinaApi.credentials.ts',
		find: 'disableFollowRedirect: true,',
		replace: 'disableFollowRedirect: false,',
		tests: engine('lina/apiKey', 'trap 19'),
	},
	{
		name: 'trap 18: an empty list under a token passes for no data',
		file: CLIENT,
		find: 'if (this.credential !== TOKEN || !Array.isArray(answer) || answer.length ||',
		replace: 'if (this.credential === TOKEN || !Array.isArray(answer) || answer.length ||',
		tests: token('trap 18'),
	},
	{
		name: 'the rotated refresh token of LINA is not stored',
		file: 'credentials/LinaTokenApi.credentials.ts',
		find: "return { accessToken, ...(typeof refreshToken === 'string' && refreshToken && { refreshToken }) };",
		replace: 'return { accessToken };',
		tests: unit('lina/tokenCredential'),
	},
	{
		name: 'a refresh of LINA whose answer was lost is made again',
		file: 'credentials/LinaTokenApi.credentials.ts',
		find: "await exchange(send, isObject), 'never')",
		replace: "await exchange(send, isObject), 'read')",
		tests: token('whose answer was lost'),
	},
	{
		name: 'a lost race for the token of LINA is not cured',
		file: SESSION,
		find: 'if (stored && stored.refreshToken !== refreshToken) {',
		replace: 'if (stored && stored.refreshToken === undefined) {',
		tests: token('lost race'),
	},
	{
		name: 'a credential of LINA that can not be read again forgets what was written before',
		file: SESSION,
		find: 'const stored = await this.stored();\n\t\tif (stored) this.data',
		replace: 'const stored = await this.context.getCredentials(this.credential);\n\t\tif (stored) this.data',
		tests: unit('lina/tokenSession'),
	},
	{
		name: 'a webhook of LINA is registered with a token',
		file: CLIENT,
		find: 'if (this.credential === TOKEN) throw keysOnly();',
		replace: "if (this.credential === '') throw keysOnly();",
		tests: engine('lina/webhook', 'refused with a token'),
	},
	{
		name: 'trap 1: a write to LINA is made again after a lost answer',
		file: CLIENT,
		find: "url: operation, repeatable: 'never', ...request }",
		replace: "url: operation, repeatable: 'read', ...request }",
		tests: engine('lina/(shift|personnelFile)', 'trap 1:'),
	},
	{
		name: 'an answer of LINA that says no passes for success',
		file: 'nodes/Lina/answer.ts',
		find: '(body || isSilentYes) && !refusal) return',
		replace: '(body || isSilentYes)) return',
		tests: unit('lina/answer'),
	},
	{
		name: 'half an answer of LINA passes for a refusal',
		file: 'nodes/Lina/answer.ts',
		find: 'const isRefusal = !leavesOpen(status) && status !== SEE_OTHER && (refusal !== undefined || status >= 300);',
		replace: 'const isRefusal = !leavesOpen(status);',
		tests: unit('lina/answer'),
	},
];
