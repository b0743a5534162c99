import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const ROOT = 'nodes/StarJobagent';

const idempotency = (named: string) => engine('starJobagent/idempotency', named);
const privacy = (named: string) => engine('starJobagent/privacy', named);
const writes = (named: string) => engine('starJobagent/writes', named);

/** What goes wrong with the writes of job agents: effects doubled or denied, a CPR number handed on. */
export const starJobagent: Mutant[] = [
	{
		name: 'a creation is sent again although nothing tells that the service keeps identifiers',
		file: `${ROOT}/create.ts`,
		find: 'return this.takesIdentifiers === true || isVouched',
		replace: 'return this.takesIdentifiers !== false || isVouched',
		tests: idempotency('on the word of a service'),
	},
	{
		name: 'a creation under a key that was used is sent unasked',
		file: `${ROOT}/actions/jobAgent/create.operation.ts`,
		find: "mayStand: identifier !== '' && (isOwnKey || given !== ''),",
		replace: "mayStand: identifier === '' && isOwnKey,",
		tests: idempotency('makes a second run harmless'),
	},
	{
		name: 'a job agent with other data passes for the one that was to be created',
		file: `${ROOT}/create.ts`,
		find: '			if (!others.length) return',
		replace: '			if (others.length >= 0) return',
		tests: idempotency('corrected request pass'),
	},
	{
		name: 'a creation goes out while the service can not be asked what stands',
		file: `${ROOT}/create.ts`,
		find: "const passes = failure?.kind === 'unavailable'",
		replace: "const passes = failure?.kind === 'refused'",
		tests: idempotency('can not be looked up before'),
	},
	{
		name: 'an identifier that was not taken is given out without a word',
		file: `${ROOT}/create.ts`,
		find: "if (found.is === 'not there') this.takesIdentifiers = false;",
		replace: "if (found.is === 'not there') this.takesIdentifiers = true;",
		tests: writes('identifier that was not taken'),
	},
	{
		name: 'an identifier is another one at each repeat',
		file: `${ROOT}/values.ts`,
		find: ".update(JSON.stringify(parts)).digest('hex');",
		replace: ".update(JSON.stringify([...parts, Math.random()])).digest('hex');",
		tests: unit('starJobagent/dto', 'the same at each repeat'),
	},
	{
		name: 'a 404 of a wrong path counts as a deletion',
		file: `${ROOT}/standing.ts`,
		find: "({ details: { code } }: Failure): boolean => NOT_THERE.has(code ?? '');",
		replace: "({ details: { code, httpStatus } }: Failure): boolean => NOT_THERE.has(code ?? '') || httpStatus === 404;",
		tests: engine('starJobagent/changes\\.parameters', 'readBackPath'),
	},
	{
		name: 'an update whose answer was lost is sent again unasked',
		file: `${ROOT}/actions/jobAgent/update.operation.ts`,
		find: 'const readBack = requestIdsKept ? keptIds : noReadBack;',
		replace: 'const readBack = requestIdsKept ? noReadBack : keptIds;',
		tests: idempotency('is sent once, and unknown'),
	},
	{
		name: 'an update that was warned about counts as refused',
		file: `${ROOT}/actions/jobAgent/update.operation.ts`,
		find: "(reason === 'lost' ? 'stands not' : 'cannot tell')",
		replace: "(reason ? 'stands not' : 'cannot tell')",
		tests: writes('no read shows a booking'),
	},
	{
		name: 'a deletion that stands is said not to',
		file: `${ROOT}/actions/jobAgent/delete.operation.ts`,
		find: "is === 'not there' ? 'stands' : 'stands not'",
		replace: "is === 'there' ? 'stands' : 'stands not'",
		tests: idempotency('leaves nothing'),
	},
	{
		name: 'the CPR number of an item goes on with it',
		file: `${ROOT}/writing.ts`,
		find: 'json: withoutCpr(json, entered),',
		replace: 'json,',
		tests: privacy('nothing that remains'),
	},
	{
		name: 'an item that fails a check is handed on with its CPR number',
		file: `${ROOT}/writing.ts`,
		find: 'if (refused.length && !context.continueOnFail()) return refused;',
		replace: 'if (refused.length) return refused;',
		tests: privacy('comes out as rejected'),
	},
	{
		name: 'a CPR number may stand in an address',
		file: `${ROOT}/input.ts`,
		find: '\\d{6}[._~-]?\\d{4}',
		replace: '\\d{6}[._~-]?\\d{5}',
		tests: privacy('as path'),
	},
	{
		name: 'a CPR number is found only as ten digits',
		file: `${ROOT}/cpr.ts`,
		find: "const BETWEEN = '[^\\\\p{L}\\\\p{N}]{0,3}';",
		replace: "const BETWEEN = '';",
		tests: unit('starJobagent/cpr', 'however it is written'),
	},
	{
		name: 'the name of a file tells the CPR number',
		file: `${ROOT}/writing.ts`,
		find: '...withoutCpr(about, entered), data',
		replace: '...about, data',
		tests: privacy('comes out as rejected'),
	},
	{
		name: 'a request key may be made of the CPR number',
		file: `${ROOT}/writing.ts`,
		find: "if (isOwnKey) refuseCpr('Request Key', requestId, cpr);",
		replace: '',
		tests: privacy('within a request key'),
	},
	{
		name: 'an identifier may be made of the CPR number',
		file: `${ROOT}/values.ts`,
		find: 'refuseCpr(JOB_AGENT_IDENTIFIER, identifier, cpr);',
		replace: '',
		tests: privacy('as part of an identifier'),
	},
	{
		name: 'a number whose field could not be read is handed on',
		file: `${ROOT}/cpr.ts`,
		find: 'inTexts: [...own, ANYBODY],',
		replace: 'inTexts: own,',
		tests: unit('starJobagent/cpr', 'anybody'),
	},
	{
		name: 'the pattern of a CPR number is not anchored',
		file: `${ROOT}/cpr.ts`,
		find: '(0[1-9]|[12]\\d)02)\\d{6})$/;',
		replace: '(0[1-9]|[12]\\d)02)\\d{6})/;',
		tests: unit('starJobagent/cpr', 'is not'),
	},
	{
		name: 'a field of a job wish that is not known is left out unsaid',
		file: `${ROOT}/wishes.ts`,
		find: "if (name === undefined) throw badInput(`${FIELD}, ${at + 1}`, 'holds a field that is not known'",
		replace: "if (name === undefined) continue; if (at < 0) throw badInput(`${FIELD}, ${at + 1}`, 'holds a field that is not known'",
		tests: unit('starJobagent/dto', 'job wishes are refused'),
	},
	{
		name: 'a refusal at the second try is believed on the word of request IDs',
		file: `${ROOT}/create.ts`,
		find: "creation.requestIdsKept && reason === 'lost'",
		replace: 'creation.requestIdsKept',
		tests: idempotency('of its own making|warning 9345'),
	},
	{
		name: 'an update is refused by the booking that it made',
		file: `${ROOT}/actions/jobAgent/update.operation.ts`,
		find: "(reason === 'lost' ? 'stands not' : 'cannot tell')",
		replace: "(reason === 'lost' || reason === 'again' ? 'stands not' : 'cannot tell')",
		tests: idempotency('meets the booking of the first'),
	},
	{
		name: 'a creation that another run has made is said to be refused',
		file: `${ROOT}/create.ts`,
		find: "creation.mayStand && result.outcome === 'refused' ?",
		replace: "creation.mayStand && result.outcome === 'later' ?",
		tests: idempotency('at the same moment'),
	},
	{
		name: 'an identifier of the service counts as one that it kept',
		file: `${ROOT}/create.ts`,
		find: 'found.isNamed && isTelling',
		replace: 'found.isNamed',
		tests: idempotency('the service itself had made'),
	},
	{
		name: 'anything that comes back is the job agent',
		file: `${ROOT}/standing.ts`,
		find: "=== '' && NEEDED.every((name) => (field(only, name) ?? null) !== null)",
		replace: "=== ''",
		tests: unit('starJobagent/standing', 'tells nothing'),
	},
	{
		name: 'a read that fails hands the CPR number on',
		file: 'nodes/kit/operation.ts',
		find: 'withholdsInput: true });',
		replace: 'withholdsInput: false });',
		tests: privacy('a read that fails'),
	},
];
