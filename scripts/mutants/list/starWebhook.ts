import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const WEBHOOK = 'nodes/StarJobagent/webhook';

const trigger = (named: string) => engine('starJobagent/trigger', named);
const creating = (named: string) => engine('starJobagent/createFromRequest', named);
const repeat = (named: string) => unit('starJobagent/repeat', named);
const request = (named: string) => unit('starJobagent/request', named);

/** What goes wrong where a caller sends a job agent: somebody gets in, a person stays behind in n8n, something is created twice or answered wrongly. */
export const starWebhook: Mutant[] = [
	{
		name: 'a caller gets in without the secret',
		file: `${WEBHOOK}/receive.ts`,
		find: 'if (!isSecret(context.getHeaderData()[SECRET_HEADER], secret))',
		replace: 'if (isSecret(secret, `${secret}x`))',
		tests: trigger('without the secret'),
	},
	{
		name: 'a secret that can be guessed lets callers in',
		file: `${WEBHOOK}/seal.ts`,
		find: 'text.length < SHORTEST_SECRET ||',
		replace: 'text.length < 1 ||',
		tests: unit('starJobagent/seal', 'can be guessed'),
	},
	{
		name: 'a CPR number may stand in the address',
		file: `${WEBHOOK}/receive.ts`,
		find: 'if (Object.keys(context.getQueryData() as IDataObject).length)',
		replace: 'if (Object.keys(context.getQueryData() as IDataObject).length > 9)',
		tests: trigger('taken from an address'),
	},
	{
		name: 'what starts the workflow tells of the citizen',
		file: `${WEBHOOK}/receive.ts`,
		find: 'return { requestId, jobAgentIdentifier, contentMark:',
		replace: 'return { requestId, jobAgentIdentifier, body, contentMark:',
		tests: trigger('nothing in it that tells'),
	},
	{
		name: 'a request is handed on as it came',
		file: `${WEBHOOK}/seal.ts`,
		find: 'const sealed = Buffer.concat([cipher.update(text, \'utf8\'), cipher.final()]);',
		replace: 'const sealed = Buffer.from(text, cipher.final().length ? \'hex\' : \'utf8\');',
		tests: unit('starJobagent/seal', 'what is sealed'),
	},
	{
		name: 'what was changed on its way is opened',
		file: `${WEBHOOK}/seal.ts`,
		find: 'decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]',
		replace: 'decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES))]',
		tests: unit('starJobagent/seal', 'single letter'),
	},
	{
		name: 'the mark of a content can be made by whoever guesses a CPR number',
		file: `${WEBHOOK}/seal.ts`,
		find: "digest(keyFor('compare', secret), JSON.stringify(content))",
		replace: "digest(keyFor('compare', secret.slice(0, 0)), JSON.stringify(content))",
		tests: unit('starJobagent/seal', 'same mark'),
	},
	{
		name: 'a request for another citizen passes for the same',
		file: `${WEBHOOK}/receive.ts`,
		find: 'contentMark([cpr, body], secret)',
		replace: 'contentMark([cpr.length, body], secret)',
		tests: trigger('the same mark'),
	},
	{
		name: 'a problem tells the value',
		file: `${WEBHOOK}/request.ts`,
		find: "text: [message, details.advice].filter(Boolean).join('. ')",
		replace: 'text: `${message} ${String(request[field])} ${details.advice}`',
		tests: request('never a value'),
	},
	{
		name: 'only the first problem is told',
		file: `${WEBHOOK}/request.ts`,
		find: 'FIELDS.flatMap((field) => problemOf(field, request) ?? []);',
		replace: 'FIELDS.flatMap((field) => problemOf(field, request) ?? []).slice(0, 1);',
		tests: request('all that is wrong'),
	},
	{
		name: 'the CPR number may stand in the title, too',
		file: `${WEBHOOK}/request.ts`,
		find: 'if (!problems.length && repeatsCpr(request))',
		replace: 'if (problems.length && repeatsCpr(request))',
		tests: request('in another field'),
	},
	{
		name: 'the same key takes other content',
		file: `${WEBHOOK}/repeat.ts`,
		find: 'if (readText(row.contentMark) !== request.contentMark) {',
		replace: "if (readText(row.contentMark) !== request.contentMark && row.state === 'new') {",
		tests: repeat('other content'),
	},
	{
		name: 'a request is created that another execution is at work on',
		file: `${WEBHOOK}/repeat.ts`,
		find: 'if (isHeld(row.until, now)) {',
		replace: 'if (isHeld(row.until, now) && !mayWait) {',
		tests: repeat('at work on'),
	},
	{
		name: 'what an execution that was cut has sent counts as never sent',
		file: `${WEBHOOK}/repeat.ts`,
		find: "triedBefore: state !== 'new' && state !== 'again'",
		replace: "triedBefore: state === 'unknown'",
		tests: repeat('pending'),
	},
	{
		name: 'what was tried before counts as new when the service is out of order',
		file: `${WEBHOOK}/repeat.ts`,
		find: "return outcome === 'later' && !triedBefore ? 'new' : 'unknown';",
		replace: "return outcome === 'later' ? 'new' : 'unknown';",
		tests: repeat('later'),
	},
	{
		name: 'a lost request is sent again on the word of a service that is not known to keep identifiers',
		file: `${WEBHOOK}/create.ts`,
		find: "(is === 'not there' && !requestIdsKept)",
		replace: "(is === 'not there' && !requestIdsKept && !triedBefore)",
		tests: creating('sent again only where|ignores identifiers'),
	},
	{
		name: 'a lost request is sent again though nothing can be read back',
		file: `${WEBHOOK}/create.ts`,
		find: "if (is === 'cannot tell' || (",
		replace: "if ((is === 'cannot tell' && !triedBefore) || (",
		tests: creating('can not be read back just now'),
	},
	{
		name: 'who acts is forgotten',
		file: 'nodes/StarJobagent/actions/jobAgent/createFromRequest.operation.ts',
		find: 'StarClient.open(context, JOBAGENT, user)',
		replace: 'StarClient.open(context, JOBAGENT, user && {})',
		tests: creating('in the name of whom'),
	},
	{
		name: 'a request is refused for good since our certificate has expired',
		file: `${WEBHOOK}/create.ts`,
		find: "if (failure?.kind === 'credential') return { outcome: 'later', messages };",
		replace: '',
		tests: creating('refused for the credential'),
	},
	{
		name: 'a repeat is refused by the enrolment of an earlier try',
		file: `${WEBHOOK}/create.ts`,
		find: 'return triedBefore && takesIdentifiers !== true ?',
		replace: 'return triedBefore && takesIdentifiers === true ?',
		tests: creating('may have brought about'),
	},
];
