import fc from 'fast-check';

import type { Exchange } from '../../../nodes/kit/retry';
import type { ReadBack, StarWrite } from '../../../nodes/star/write';
import { noReadBack, outcomeOf, writeOnce } from '../../../nodes/star/write';
import { answer, cut, refusal, unreached } from './exchanges';

type Found = Awaited<ReturnType<ReadBack>>;

const SERVICE = { name: 'STAR Test', credential: 'starTestApi', codes: { 4769: { text: 'The booking system is not connected', kind: 'unavailable' } } } as const;

/** Makes a write at a service that answers and shows one after the other; a write or a read beyond those fails the test. */
async function write(exchanges: Exchange[], found: Found[] = [], signal?: AbortSignal) {
	const steps: string[] = [];
	const left = { exchanges: [...exchanges], found: [...found] };
	const next = <T>(step: string, list: T[]): T => {
		steps.push(step);
		if (!list.length) throw new Error(`One ${step} too many`);
		return list.shift() as T;
	};
	const request: StarWrite = { operation: 'UpdateThing', method: 'PUT', path: '/v1/Thing', requestId: 'order-17', readBack: async () => next('read back', left.found) };
	const result = await writeOnce(request, SERVICE, async () => next('send', left.exchanges), signal);
	return { result, steps: steps.join(', '), ...outcomeOf(result) };
}

describe('an answer', () => {
	test.each([
		['200 without a body', answer(200), undefined],
		['204', answer(204), undefined],
		['201 with JSON', answer(201, { id: 1 }), { id: 1 }],
		['a bare ID without quotes', answer(200, '5d2f0a8e-0000-4000-8000-0000000000aa\n'), '5d2f0a8e-0000-4000-8000-0000000000aa'],
		['a bare ID', answer(200, '"5d2f0a8e-0000-4000-8000-0000000000aa"'), '5d2f0a8e-0000-4000-8000-0000000000aa'],
	])('%s is done', async (_what, exchange, body) => {
		const { result, outcome, messages, steps } = await write([exchange]);
		expect([outcome, messages, steps]).toEqual(['registered', [], 'send']);
		expect(result).toMatchObject({ answer: body, repeated: false });
	});

	test.each([
		['400', refusal(400, 1014), 'rejected'],
		['401', refusal(401, 1101), 'rejected'],
		['403', refusal(403, 4575), 'rejected'],
		['404', refusal(404, 4589), 'rejected'],
		['a page of 404', answer(404, '<html>'), 'rejected'],
		['a redirect', answer(302), 'rejected'],
		['a code in a yes', refusal(200, 4575), 'rejected'],
		['a code in a yes beside the warning', refusal(200, 9345, 4575), 'rejected'],
		['429', answer(429), 'later'],
		['a code of a trouble that passes', refusal(400, 4769), 'later'],
		['such a code beside a lasting one', refusal(400, 4769, 1014), 'rejected'],
	])('%s is no, and nothing is read back or sent again', async (_what, exchange, expected) => {
		const { outcome, steps } = await write([exchange]);
		expect([outcome, steps]).toEqual([expected, 'send']);
	});

	test('tells each code with our text and the service’s own', async () => {
		const { messages } = await write([refusal(400, 1014, 123456)]);
		expect(messages).toEqual([
			{ type: 'E', code: '1014', text: 'The message is not valid: text of 1014' },
			{ type: 'E', code: '123456', text: 'text of 123456' },
		]);
	});

	test('a request that never arrived is for later', async () => {
		expect(await write([unreached])).toMatchObject({ outcome: 'later', steps: 'send' });
	});
});

const LOST: Array<[string, Exchange]> = [
	['a cut connection', cut],
	['500', refusal(500, 1011)],
	['502 with a page', answer(502, '<html>')],
	['408', answer(408)],
	['303', answer(303)],
	['a page in a yes', answer(200, '<html>')],
	['half a yes', answer(200, '{"unemployment')],
];

describe.each(LOST)('an answer that is lost (%s)', (_how, lost) => {
	test('is done where reading back shows that it stands, and nothing is sent again', async () => {
		const { outcome, steps, messages } = await write([lost], ['stands']);
		expect([outcome, steps]).toEqual(['registered', 'send, read back']);
		expect(messages).toMatchObject([{ type: 'I', text: expect.stringContaining('reading back showed') }]);
	});

	test.each<Found>(['differs', 'cannot tell'])('is unknown where reading back says: %s', async (found) => {
		const { outcome, steps, messages } = await write([lost], [found]);
		expect([outcome, steps]).toEqual(['unknown', 'send, read back']);
		expect(messages.at(-1)).toMatchObject({ type: 'W', text: expect.stringContaining('Read back') });
	});

	test('is sent once more where nothing stands', async () => {
		expect(await write([lost, answer(200)], ['stands not'])).toMatchObject({ outcome: 'registered', steps: 'send, read back, send' });
	});
});

describe('the second try', () => {
	test.each<[string, Exchange, Found, string]>([
		['412, and it stands', answer(412), 'stands', 'registered'],
		['412, and nothing shows it', answer(412), 'stands not', 'unknown'],
		['412, and it can not be read', answer(412), 'cannot tell', 'unknown'],
		['lost again, and it stands', cut, 'stands', 'registered'],
		['lost again, and nothing stands', cut, 'stands not', 'unknown'],
		['refused, since the first came through late', refusal(400, 1014), 'stands', 'registered'],
		['refused, and nothing stands', refusal(400, 1014), 'stands not', 'rejected'],
		['refused, and it can not be read', refusal(400, 1014), 'cannot tell', 'unknown'],
		['never arrived, and nothing stands yet', unreached, 'stands not', 'unknown'],
		['turned away for now, and nothing stands yet', answer(429), 'stands not', 'unknown'],
		['never arrived, and something else stands', unreached, 'differs', 'unknown'],
	])('%s', async (_what, second, found, expected) => {
		const { outcome, steps } = await write([cut, second], ['stands not', found]);
		expect([outcome, steps]).toEqual([expected, 'send, read back, send, read back']);
	});

	test.each<[string, Exchange, string]>([
		['a refusal', refusal(400, 1014), 'again'],
		['silence', cut, 'again'],
		['412', answer(412), 'received'],
		['9345 with a status that says no', refusal(400, 9345), 'doubtful'],
	])('is told from the first when it is read back: %s', async (_what, second, reason) => {
		const reasons: string[] = [];
		const exchanges = [cut, second];
		const readBack: ReadBack = async (why) => (reasons.push(why) === 1 ? 'stands not' : 'cannot tell');
		await writeOnce({ operation: 'UpdateThing', method: 'PUT', path: '/v1/Thing', requestId: '1', readBack }, SERVICE, async () => exchanges.shift() as Exchange);
		expect(reasons).toEqual(['lost', reason]);
	});

	test('that ends in 412 says that the first was received', async () => {
		const { result } = await write([cut, answer(412)], ['stands not', 'cannot tell']);
		expect(result).toMatchObject({ outcome: 'unknown', received: true });
	});
});

describe('412 at the first try: the key was used before', () => {
	test('what stands is unchanged', async () => {
		const { outcome, steps, messages } = await write([answer(412)], ['stands']);
		expect([outcome, steps]).toEqual(['unchanged', 'send, read back']);
		expect(messages).toMatchObject([{ text: expect.stringContaining('used before') }]);
	});

	test.each<Found>(['stands not', 'differs', 'cannot tell'])('anything else stays unknown: %s', async (found) => {
		const { result, outcome, steps, messages } = await write([answer(412)], [found]);
		expect([outcome, steps]).toEqual(['unknown', 'send, read back']);
		expect(result).toMatchObject({ received: true });
		expect(messages.at(-1)?.text).toMatch(/new request key/);
	});

	test('the message names the ID', async () => {
		const { result } = await write([answer(412)], ['cannot tell']);
		expect(result).toMatchObject({ failure: { details: { requestId: 'order-17', keep: ['order-17'] } } });
	});
});

describe('9345 is a warning', () => {
	test('in a yes it is done, with the warning', async () => {
		expect(await write([refusal(200, 9345)])).toMatchObject({ outcome: 'registered', steps: 'send', messages: [{ type: 'W', code: '9345' }] });
	});

	test.each<[Found, string]>([
		['stands', 'registered'],
		['stands not', 'rejected'],
		['differs', 'unknown'],
		['cannot tell', 'unknown'],
	])('with a status that says no, %s means %s', async (found, expected) => {
		expect(await write([refusal(400, 9345)], [found])).toMatchObject({ outcome: expected, steps: 'send, read back' });
	});
});

test.each<[Found, string]>([
	['stands', 'registered'],
	['stands not', 'rejected'],
	['cannot tell', 'unknown'],
])('a refusal with the status of a breakdown is never sent again: %s means %s', async (found, expected) => {
	expect(await write([refusal(500, 1014)], [found])).toMatchObject({ outcome: expected, steps: 'send, read back' });
});

describe('when the execution is cancelled', () => {
	test('before an answer came, nothing is read or sent any more', async () => {
		const stop = new AbortController();
		stop.abort();
		expect(await write([cut], [], stop.signal)).toMatchObject({ outcome: 'unknown', steps: 'send' });
	});

	test('while it reads back, nothing is sent again', async () => {
		const stop = new AbortController();
		const sent: string[] = [];
		const readBack: ReadBack = async () => {
			stop.abort();
			return 'stands not';
		};
		const send = async () => {
			sent.push('send');
			return cut;
		};
		const result = await writeOnce({ operation: 'UpdateThing', method: 'PUT', path: '/v1/Thing', requestId: '1', readBack }, SERVICE, send, stop.signal);
		expect([result.outcome, sent]).toEqual(['unknown', ['send']]);
	});
});

test.each<[string, Exchange[], Found[], RegExp]>([
	['lost', [cut], ['cannot tell'], /^The answer to UpdateThing was lost/],
	['received before', [answer(412)], ['differs'], /^The service has received UpdateThing with this request ID before/],
	['doubtful', [refusal(400, 9345)], ['cannot tell'], /^The answer to UpdateThing leaves it open/],
])('what is unknown says why: %s', async (_what, exchanges, found, text) => {
	expect((await write(exchanges, found)).messages[0].text).toMatch(text);
});

test('a read-back that fails can not tell', async () => {
	const readBack: ReadBack = async () => await Promise.reject(new Error('no'));
	const result = await writeOnce({ operation: 'UpdateThing', method: 'PUT', path: '/v1/Thing', requestId: '1', readBack }, SERVICE, async () => cut);
	expect(result.outcome).toBe('unknown');
	expect(await noReadBack('lost')).toBe('cannot tell');
});

/** What becomes of a try: whether the service acts on it, at once or only after it has been read from, and whether its answer comes through. */
interface Fate {
	acts: boolean;
	late: boolean;
	answered: boolean;
}

/** A service that keeps IDs or not, and uses them up on a failure or not. */
class TinyService {
	effects = 0;
	private used = false;
	private pending = false;

	constructor(
		private readonly fates: Fate[],
		private readonly keepsIds: boolean,
		private readonly usesUpOnFailure: boolean,
	) {}

	async take(): Promise<Exchange> {
		const { acts, late, answered } = this.fates.shift() ?? { acts: true, late: false, answered: true };
		this.catchUp();
		if (this.keepsIds && this.used) return answered ? answer(412) : cut;
		if (acts || this.usesUpOnFailure) this.used = true;
		if (acts && late && this.keepsIds) {
			this.pending = true;
			return cut;
		}
		if (acts) this.effects++;
		if (!answered) return cut;
		return acts ? answer(200) : refusal(500, 1011);
	}

	/** What was taken late is done now. */
	catchUp(): void {
		if (this.pending) this.effects++;
		this.pending = false;
	}
}

const fate = fc.record({ acts: fc.boolean(), late: fc.boolean(), answered: fc.boolean() });

test('whatever is lost or late on the way, the effect stands at most once, and no outcome lies', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fate, { minLength: 3, maxLength: 3 }), fc.boolean(), fc.boolean(), fc.boolean(), async (fates, keepsIds, usesUpOnFailure, canRead) => {
			const service = new TinyService(fates, keepsIds, usesUpOnFailure);
			const readBack: ReadBack = async () => (canRead ? (service.effects > 0 ? 'stands' : 'stands not') : 'cannot tell');
			const { outcome } = await writeOnce({ operation: 'UpdateThing', method: 'PUT', path: '/v1/Thing', requestId: '1', readBack }, SERVICE, async () => await service.take());
			service.catchUp();
			expect(service.effects).toBeLessThanOrEqual(1);
			if (outcome === 'done') expect(service.effects).toBe(1);
			if (outcome === 'refused' || outcome === 'later') expect(service.effects).toBe(0);
		}),
		{ numRuns: 500 },
	);
});
