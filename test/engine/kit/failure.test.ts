import { inspect } from 'node:util';
import type { ExecutionError, INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { FailureDetails } from '../../../nodes/kit/failure';
import { Failure } from '../../../nodes/kit/failure';
import { perItem } from '../../../nodes/kit/operation';
import { useOpus } from '../kmdOpus/opus';
import { run } from './probe';

const node: INode = { id: '1', name: 'Other', type: 'other', typeVersion: 1, position: [0, 0], parameters: {} };

/** The error that n8n shows and stores when an operation throws this. */
async function shown(thrown: unknown): Promise<ExecutionError & { failure?: unknown }> {
	const { error } = await run(perItem(async () => {
		throw thrown;
	}));
	return error!;
}

const failure = (details: Partial<FailureDetails>) => new Failure({ kind: 'refused', message: 'Refused', ...details });

describe('a text that contains the name of a Node error code', () => {
	const TEXTS = ['Preexisting absence', 'pre-EEXISTing', 'Deponeret: ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND i kartoteket', 'reperm EPERM', 'Eksisterer (EEXIST)'];

	test.each(TEXTS)('"%s" stays as it is, as a message and as a text of the service', async (text) => {
		for (const kind of ['refused', 'bad input', 'unexpected', 'credential', 'unavailable'] as const) {
			const error = await shown(failure({ kind, message: text, serviceText: text }));
			expect(error.message).toBe(`${text} [item 0]`);
			expect(error.description).toBe(`The service says: ${text}`);
		}
	});
});

describe('what a failure says', () => {
	test('is what happened, the service’s own words, the codes, and what to do', async () => {
		const error = await shown(failure({ message: 'It was refused', serviceText: 'Afvist', code: '119', httpStatus: 409, requestId: 'r-1', advice: 'Change it.' }));
		expect(error.message).toBe('It was refused [item 0]');
		expect(error.description).toBe('The service says: Afvist\nCode: 119\nHTTP status: 409\nRequest ID: r-1\nChange it.');
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '409', messages: [] });
		expect(error.context.data).toBeUndefined();
	});

	test('about an input value is an error of the node, not of the service', async () => {
		expect((await shown(failure({ kind: 'bad input' }))).name).toBe('NodeOperationError');
	});

	test.each([
		['bad input', { cause: 'configuration-invalid' }],
		['credential', { cause: 'credential-invalid' }],
		['rate-limited', { cause: 'rate-limited', retryAfterMs: 5000 }],
		['unavailable', { cause: 'temporarily-unavailable', retryAfterMs: 5000 }],
		['unexpected', { cause: 'node-defect' }],
		['refused', undefined],
		['outcome unknown', undefined],
	] as const)('of kind %s tells n8n %j', async (kind, told) => {
		expect((await shown(failure({ kind, retryAfterMs: 5000 }))).failure).toEqual(told);
	});

	test('is found along the causes of what was thrown', async () => {
		const wrapped = new Error('outer', { cause: new Error('middle', { cause: failure({ message: 'The real one' }) }) });
		expect((await shown(wrapped)).message).toBe('The real one [item 0]');
	});
});

describe('what something else says', () => {
	const SECRET = 'hunter2-and-0101575001';

	test.each([
		['an error', new TypeError(SECRET)],
		['a text', SECRET],
		['an object', { message: SECRET, response: { data: SECRET } }],
		['nothing', undefined],
	])('%s is told by its kind alone', async (_, thrown) => {
		const error = await shown(thrown);
		expect(error.message).toMatch(/^Something unexpected happened \((TypeError|string|object|undefined)\) \[item 0\]$/);
		expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hunter2');
		expect(error.failure).toEqual({ cause: 'node-defect' });
	});

	test('n8n’s own refusal keeps its text, masked', async () => {
		const error = await shown(new NodeOperationError(node, 'Credential missing for 010157-5001', { description: 'Set it for 010157-5001.' }));
		expect([error.message, error.description]).toEqual(['Credential missing for *** [item 0]', 'Set it for ***.']);
	});

	test('n8n’s own failed request tells no body', async () => {
		const thrown = new NodeApiError(node, { message: SECRET, response: { body: SECRET } } as never, { httpCode: '502' });
		const error = await shown(thrown);
		expect(error.message).toBe('The request could not be made [item 0]');
		expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hunter2');
	});
});

describe('what is masked', () => {
	const GUID = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';

	test('is a person’s number and a token, in message, service text and advice', async () => {
		const text = `CPR 010157-5001, fnr 01015750012, token ${GUID}, Bearer abc.def`;
		const masked = 'CPR ***, fnr ***, token ***, ***';
		const error = await shown(failure({ message: text, serviceText: text, advice: text }));
		expect(error.message).toBe(`${masked} [item 0]`);
		expect(error.description).toBe(`The service says: ${masked}\n${masked}`);
		expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/010157|abc\.def|3f2504e0/);
	});

	test('is no value that is known to be something else', async () => {
		const error = await shown(failure({ message: 'Cost centre 1010100001 is closed', serviceText: '1010100001 og 1010200001', keep: ['1010100001'] }));
		expect(error.message).toBe('Cost centre 1010100001 is closed [item 0]');
		expect(error.description).toBe('The service says: 1010100001 og ***');
	});
});

describe('through a real operation', () => {
	const opus = useOpus();

	test('a text of the service is told as it came, a person’s number in it masked', async () => {
		await opus.control.faults({ service: 'kmdOpus', kind: 'business-error', code: 2, text: 'Preexisting EEXIST for 010157-5001', every: 1 });
		const { error } = await opus.run({ resource: 'oneTimePayment', operation: 'getMany', employeeNumber: '7001', returnAll: true, filters: {} });
		expect(error?.message).toBe('KMD Opus refused the request [item 0]');
		expect(error?.description).toBe('The service says: Preexisting EEXIST for ***\nCode: 2');
	});

	test('a broken expression is told in n8n’s words', async () => {
		const { error } = await opus.run({ resource: 'oneTimePayment', operation: 'getMany', employeeNumber: '={{ $("Nowhere").item.json.id }}', returnAll: true, filters: {} });
		expect(error?.message).toBeTruthy();
		expect(error?.message).not.toContain('unexpected');
		expect(await opus.operations()).toEqual([]);
	});
});
