import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const STAR = 'nodes/star';

const write = (named: string) => unit('star/write', named);
const answers = unit('star/answer');
const failures = unit('star/failure');
const headers = unit('star/headers');
const keys = unit('star/requestKey');
const reads = (named: string) => engine('starAkasse/reads', named);
const credential = (named: string) => engine('starAkasse/credential', named);
const jobAgent = (named: string) => engine('starJobagent/get', named);

/** What both nodes of STAR share: the write rule, what answers mean, who acts, and the reads. */
export const starClient: Mutant[] = [
	{
		name: 'a lost answer is sent again without reading back',
		file: `${STAR}/write.ts`,
		find: "const found = await readBack('lost');",
		replace: "const found = 'stands not' as Awaited<ReturnType<ReadBack>>;",
		tests: write('an answer that is lost'),
	},
	{
		name: 'what differs is sent again',
		file: `${STAR}/write.ts`,
		find: "if (found !== 'stands not' || signal?.aborted)",
		replace: "if (found === 'cannot tell' || signal?.aborted)",
		tests: write('is unknown where reading back says'),
	},
	{
		name: 'a cancelled write is sent again',
		file: `${STAR}/write.ts`,
		find: "if (found !== 'stands not' || signal?.aborted)",
		replace: "if (found !== 'stands not')",
		tests: write('when the execution is cancelled'),
	},
	{
		name: '412 at the first try is a refusal',
		file: `${STAR}/write.ts`,
		find: "if (status === PRECONDITION_FAILED) return { outcome: 'received', failure };",
		replace: '',
		tests: write('412 at the first try'),
	},
	{
		name: 'a second try that did not arrive speaks for the first',
		file: `${STAR}/write.ts`,
		find: "return second.outcome === 'refused' && now",
		replace: "return (second.outcome === 'refused' || second.outcome === 'later') && now",
		tests: write('the second try'),
	},
	{
		name: 'a refusal at the second try is believed without reading back',
		file: `${STAR}/write.ts`,
		find: "second.outcome === 'refused' && now === 'stands not'",
		replace: "second.outcome === 'refused'",
		tests: write('whatever is lost or late|the second try'),
	},
	{
		name: 'a page in a yes is done',
		file: `${STAR}/write.ts`,
		find: ' || exchange.garbled) return',
		replace: ') return',
		tests: write('an answer that is lost'),
	},
	{
		name: 'a code in a yes is done',
		file: `${STAR}/write.ts`,
		find: 'if (status < 300 && !refusals.length)',
		replace: 'if (status < 300)',
		tests: write('a code in a yes'),
	},
	{
		name: 'a refusal with the status of a breakdown is sent again',
		file: `${STAR}/write.ts`,
		find: "if (status >= 500 && refusals.some(({ code }) => isRefusal(service, code))) return { outcome: 'doubtful', failure, messages };",
		replace: '',
		tests: write('status of a breakdown'),
	},
	{
		name: 'an error within a response is not found',
		file: `${STAR}/answer.ts`,
		find: 'return errors.length || !isObject(content) ?',
		replace: 'return errors.length || isObject(content) ?',
		tests: answers,
	},
	{
		name: 'an item that came in with an error makes n8n run a write again',
		file: 'nodes/kit/operation.ts',
		find: 'return error === undefined ? json : { ...others, inputError: error };',
		replace: 'return error === undefined ? json : { ...others, error };',
		tests: engine('starJobagent/idempotency', 'brings along'),
	},
	{
		name: 'a code list is taken for a list of errors',
		file: `${STAR}/answer.ts`,
		find: 'isError(value, depth === 0)',
		replace: 'isError(value, true)',
		tests: answers,
	},
	{
		name: 'codes are found in one letter case only',
		file: `${STAR}/answer.ts`,
		find: "name.toLowerCase().replace(/[_-]/g, '')",
		replace: "name.replace(/[_-]/g, '')",
		tests: answers,
	},
	{
		name: 'an unauthorised organisation is a plain refusal',
		file: `${STAR}/failure.ts`,
		find: 'kind: meaning?.kind ?? reason.kind,',
		replace: 'kind: reason.kind,',
		tests: failures,
	},
	{
		name: 'a wrong address says that a record is not there',
		file: `${STAR}/failure.ts`,
		find: 'httpStatus === 404 && (code !== undefined || serviceText !== undefined)',
		replace: 'httpStatus === 404',
		tests: failures,
	},
	{
		name: 'letters that are not ASCII go into a header',
		file: `${STAR}/headers.ts`,
		find: '/[\\u007f-\\uffff]/g',
		replace: '/[\\u0100-\\uffff]/g',
		tests: headers,
	},
	{
		name: 'two headers may have one name',
		file: `${STAR}/headers.ts`,
		find: 'taken.add(name.toLowerCase());',
		replace: '',
		tests: headers,
	},
	{
		name: 'another user of an item has the address of the credential’s',
		file: `${STAR}/headers.ts`,
		find: "over.email || (isSame ? readText(credentials.userEmail) : '')",
		replace: 'over.email || readText(credentials.userEmail)',
		tests: headers,
	},
	{
		name: 'the user of an item is not told',
		file: `${STAR}/client.ts`,
		find: 'metadataHeaders(credentials, user)',
		replace: 'metadataHeaders(credentials)',
		tests: credential('tell the user of the item'),
	},
	{
		name: 'a page in the place of STAR passes the test of the credential',
		file: `${STAR}/credentialTest.ts`,
		find: "	ofBody('constructor.name', 'String', ELSEWHERE),\n",
		replace: '',
		tests: engine('starJobagent/credential', 'a page or nothing'),
	},
	{
		name: 'a redirect passes the test of the credential',
		file: `${STAR}/credentialTest.ts`,
		find: '!FOR_WHAT_IS_MISSING.includes(status)',
		replace: 'status > 400',
		tests: engine('starJobagent/credential', 'a redirect is not followed'),
	},
	{
		name: 'a key with a CPR number in it is sent',
		file: `${STAR}/write.fields.ts`,
		find: "if (CPR_LIKE.test(key.replace(RANDOM, '')))",
		replace: 'if (CPR_LIKE.test(key) && key.length === 10)',
		tests: keys,
	},
	{
		name: 'the same key is sent for two items',
		file: `${STAR}/write.fields.ts`,
		find: 'if (clashing.includes(index) ||',
		replace: 'if (',
		tests: keys,
	},
	{
		name: 'what can not be read is an empty list',
		file: `${STAR}/client.ts`,
		find: 'if (status >= 300 || exchange.garbled ||',
		replace: 'if (status >= 300 ||',
		tests: reads('what stays unreadable'),
	},
	{
		name: 'a code is valid on its end date',
		file: 'nodes/StarAkasse/codeList/line.ts',
		find: 'date < validTo',
		replace: 'date <= validTo',
		tests: reads('its end date is the first day'),
	},
	{
		name: 'an answer hands the CPR number on',
		file: 'nodes/StarJobagent/actions/jobAgent/get.operation.ts',
		find: ': withoutCpr(jobAgent, cpr)',
		replace: ': jobAgent',
		tests: jobAgent('is taken out of the answer'),
	},
	{
		name: 'the CPR number is asked for in the address',
		file: 'nodes/StarJobagent/actions/jobAgent/get.operation.ts',
		find: "client.read('GetJobagent', path, query, client.personHeader(cpr))",
		replace: "client.read('GetJobagent', path, { ...query, cpr }, client.personHeader(cpr))",
		tests: jobAgent('the CPR number goes in its header alone'),
	},
];
