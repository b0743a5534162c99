import type { IDataObject } from 'n8n-workflow';

import type { OutcomeName } from '../../../nodes/kit/outcome';
import { statusOf } from '../../../nodes/StarJobagent/webhook/answer';
import { codesOf, judgeRepeat, stateAfter } from '../../../nodes/StarJobagent/webhook/repeat';

const NOW = new Date('2026-11-01T06:00:00.000Z');
const REQUEST = { requestId: 'case-1', jobAgentIdentifier: '11111111-1111-4111-8111-111111111111', contentMark: 'aa' };

const row = (more: IDataObject = {}): IDataObject => ({ id: 1, contentMark: 'aa', state: 'new', codes: '', until: '1970-01-01T00:00:00.000Z', ...more });

const judge = (kept: unknown, mayWait = true) => judgeRepeat(REQUEST, kept, NOW, mayWait);

describe('a request under a key', () => {
	test('that nothing is kept of is kept first', () => {
		for (const nothing of [undefined, null, {}, '', []]) expect(judge(nothing)).toEqual({ step: 'keep' });
	});

	test.each([
		['new', false],
		['again', false],
		['pending', true],
		['unknown', true],
		['', true],
		['anything', true],
	])('in the state "%s" is created, tried before: %s', (state, triedBefore) => {
		expect(judge(row({ state }))).toEqual({ step: 'create', triedBefore });
	});

	test('with other content is a conflict, whatever its state: nothing is told of the one before', () => {
		for (const state of ['new', 'pending', 'registered', 'rejected', 'unknown']) {
			const judged = judge(row({ state, contentMark: 'bb', codes: '4405', until: '2026-11-01T07:00:00.000Z' }));
			expect(judged).toMatchObject({ step: 'answer', httpStatus: 409, answer: { outcome: 'rejected', jobAgentIdentifier: null, messages: [{ type: 'E', code: null }] } });
		}
	});

	test('that is registered is answered as unchanged, with its identifier', () => {
		const { requestId, jobAgentIdentifier } = REQUEST;
		expect(judge(row({ state: 'registered' }))).toMatchObject({ step: 'answer', httpStatus: 200, answer: { outcome: 'unchanged', requestId, jobAgentIdentifier } });
	});

	test('that was rejected is answered with the codes, known or not', () => {
		const judged = judge(row({ state: 'rejected', codes: '4405 90001' }));
		expect(judged).toMatchObject({ httpStatus: 400, answer: { outcome: 'rejected', jobAgentIdentifier: null, messages: [{ code: '4405', text: 'The citizen is dead' }, { code: '90001' }, { code: null }] } });
	});

	test('that another execution is at work on waits, or comes again', () => {
		for (const until of ['2026-11-01T06:00:00.001Z', new Date('2026-11-01T06:05:00Z'), '2026-11-01T07:05:00+01:00']) {
			expect(judge(row({ state: 'pending', until: until as string }))).toEqual({ step: 'wait' });
			expect(judge(row({ state: 'pending', until: until as string }), false)).toMatchObject({ step: 'answer', httpStatus: 503, answer: { outcome: 'later' } });
		}
		for (const until of ['2026-11-01T06:00:00.000Z', NOW, '', null]) expect(judge(row({ state: 'pending', until: until as string }))).toEqual({ step: 'create', triedBefore: true });
	});
});

test.each<[OutcomeName, number, fresh: string, tried: string]>([
	['registered', 200, 'registered', 'registered'],
	['unchanged', 200, 'registered', 'registered'],
	['rejected', 400, 'rejected', 'rejected'],
	['later', 503, 'new', 'unknown'],
	['unknown', 202, 'unknown', 'unknown'],
])('%s is answered with %i and kept as %s, or as %s where it was tried before', (outcome, status, fresh, tried) => {
	expect([statusOf(outcome), stateAfter(outcome, false), stateAfter(outcome, true)]).toEqual([status, fresh, tried]);
});

test('of a refusal the codes are kept, of a warning none', () => {
	const message = (type: string, code: string | null) => ({ type, code, text: 'x' });
	expect(codesOf({ messages: [message('E', '4405'), message('W', '9345'), message('E', null), message('E', '6014')] })).toBe('4405 6014');
});
