import type { Mutant } from '../mutant.ts';
import { chain, engine, unit } from '../mutant.ts';

const PAYMENTS = 'nodes/KmdOpus/payments';
const MARK = 'nodes/Capitech/time/mark.ts';

const unread = engine('kmdOpus/lostAnswers');
const outcomes = engine('capitech/statusOutcomes');

/** What goes wrong on the way: lost answers, services out of order, what must not be told. */
export const failing: Mutant[] = [
	{
		name: 'a write is made again although its answer was lost',
		file: 'nodes/kit/retry.ts',
		find: "(!exchange.mayHaveActed || repeatable !== 'never');",
		replace: '(!exchange.mayHaveActed || repeatable.length > 0);',
		tests: unit('kit/retry'),
	},
	{
		name: 'a write is made again after a failure of the service',
		file: 'nodes/kit/retry.ts',
		find: "OUT_OF_ORDER.has(exchange.status)) && repeatable !== 'never';",
		replace: 'OUT_OF_ORDER.has(exchange.status)) && repeatable.length > 0;',
		tests: unit('kit/retry'),
	},
	{
		name: 'a status is set again although the answer was lost',
		file: 'nodes/Capitech/time/externalStatus.ts',
		find: "bodyOf(shape, target, code), 'never');",
		replace: "bodyOf(shape, target, code), 'keyed');",
		tests: outcomes,
	},
	{
		name: 'a lost answer of a mark counts as marked',
		file: MARK,
		find: 'carriesCode(standing?.get(key), code)\n\t\t\t? outcome',
		replace: "key !== ''\n\t\t\t? outcome",
		tests: outcomes,
	},
	{
		name: 'registrations that could not be read again are marked',
		file: MARK,
		find: '\t\tfor (const { key } of registrations) outcomes.set(key, outcome(\'later\', message));\n\t\treturn [];',
		replace: "\t\treturn message.text ? registrations : [];",
		tests: engine('capitech/onlyIfUnchanged'),
	},
	{
		name: "a gateway's page is taken for Capitech's refusal of a mark",
		file: 'nodes/Capitech/client.ts',
		find: '!leavesOpen(exchange.status) && (envelope !== undefined || exchange.status >= 400);',
		replace: 'exchange.status > 0;',
		tests: outcomes,
	},
	{
		name: 'half an answer of Capitech counts as one without rows',
		file: 'nodes/Capitech/client.ts',
		find: "if (envelope?.success === true && exchange.status < 400) return { outcome: 'ok', content: envelope.content ?? [] };",
		replace: "if (envelope?.success !== false && exchange.status < 400) return { outcome: 'ok', content: envelope?.content ?? [] };",
		tests: engine('capitech/faults'),
	},
	{
		name: 'what could not be read of an employee counts as nothing: all is posted again',
		file: `${PAYMENTS}/readings.ts`,
		find: '(error: unknown) => ({ failure: asFailure(error) }),',
		replace: '() => ({ ledger: new Ledger([]) }),',
		tests: unread,
	},
	{
		name: 'a former number that could not be read counts as one without lines',
		file: `${PAYMENTS}/missing.ts`,
		find: 'if (!Array.isArray(former)) {\n\t\t\t\toutcomes[at] = former;\n\t\t\t\tcontinue;\n\t\t\t}\n\t\t\tconst entry = this.plan(at, line, former, ledger);',
		replace: 'const entry = this.plan(at, line, Array.isArray(former) ? former : [], ledger);',
		tests: engine('kmdOpus/formerNumbers'),
	},
	{
		name: 'an answer of Opus without a status counts as fine',
		file: 'nodes/KmdOpus/client.ts',
		find: 'return /^-?\\d+$/.test(text) ? Number(text) : undefined;',
		replace: 'return Number(text) || 0;',
		tests: engine('kmdOpus/oddAnswers'),
	},
	{
		name: "any failure of Opus counts as an employee that it doesn't know",
		file: 'nodes/KmdOpus/client.ts',
		find: "kind === 'refused' && details.httpStatus === undefined;",
		replace: "kind !== 'bad input' && details.message !== '';",
		tests: engine('kmdOpus/getMany'),
	},
	{
		name: 'a clear yes counts as registered although the line is not found',
		file: `${PAYMENTS}/batch.ts`,
		find: "return { outcome: 'unknown', messages: [...own, ...(result.kind === 'accepted' ? [NOT_FOUND] : []), UNKNOWN_ADVICE] };",
		replace: "return { outcome: result.kind === 'accepted' ? 'registered' : 'unknown', messages: own };",
		tests: engine('kmdOpus/oddAnswers'),
	},
	{
		name: 'a lost answer that could not be read back counts as registered',
		file: `${PAYMENTS}/batch.ts`,
		find: "if (result.kind === 'accepted') return { outcome: 'registered', messages: [...own, note('W', 'It could not be read back')] };",
		replace: "if (result.kind !== 'refused') return { outcome: 'registered', messages: own };",
		tests: unread,
	},
	{
		name: 'one line that is refused keeps the others of the employee from being paid',
		file: `${PAYMENTS}/batch.ts`,
		find: 'named.length && rest.length ? await this.attempt(rest) : [];',
		replace: 'named.length < 0 && rest.length ? await this.attempt(rest) : [];',
		tests: engine('kmdOpus/refusals'),
	},
	{
		name: 'a refusal of before sticks although its reason is gone',
		file: `${PAYMENTS}/batch.ts`,
		find: 'if (open.length) await this.recheck(open);',
		replace: '',
		tests: engine('kmdOpus/updateId'),
	},
	{
		name: 'what another run posted meanwhile is not noticed',
		file: `${PAYMENTS}/batch.ts`,
		find: 'if (entry.isSettled(now)) return',
		replace: 'if (entry.postings.length) return',
		tests: engine('kmdOpus/oddAnswers'),
	},
	{
		name: 'a reversal and its new line go out in two calls',
		file: `${PAYMENTS}/missing.ts`,
		find: 'planned.push(entry);',
		replace: 'planned.push(...entry.postings.map((each) => ({ ...entry, postings: [each] })));',
		tests: engine('kmdOpus/batches'),
	},
	{
		name: 'the outcomes of one employee are given to the lines of another',
		file: `${PAYMENTS}/employees.ts`,
		find: '(outcomes[places[place]] = outcome)',
		replace: '(outcomes[outcomes.length < 0 ? places[place] : place] = outcome)',
		tests: engine('kmdOpus/batches'),
	},
	{
		name: 'the amount of a line is not sent',
		file: `${PAYMENTS}/line.ts`,
		find: 'if (line.amount !== null) wire.Beloeb = wireDecimal(line.amount);',
		replace: '',
		tests: unit('kmdOpus/line'),
	},
	{
		name: 'a remark that is too long is sent, and may be cut off',
		file: 'nodes/KmdOpus/actions/oneTimePayment/register.input.ts',
		find: 'if (length > maxRemark) {',
		replace: 'if (length > maxRemark + 100) {',
		tests: engine('kmdOpus/inputChecks'),
	},
	{
		name: "a person's number in a message of Opus comes out",
		file: `${PAYMENTS}/answer.ts`,
		find: 'String(wire.Kode), text: maskText(text, keep) },',
		replace: 'String(wire.Kode), text },',
		tests: chain('atOnce', 'no run says who a person is'),
	},
	{
		name: 'a lost answer of a posting counts as registered',
		file: `${PAYMENTS}/answer.ts`,
		find: "exchange.mayHaveActed ? unknown('The answer of KMD Opus was lost') : { kind: 'notSent', failure };",
		replace: "exchange.mayHaveActed ? { kind: 'accepted', messages: [] } : { kind: 'notSent', failure };",
		tests: unit('kmdOpus/answer'),
	},
];
