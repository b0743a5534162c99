import type { OutputItem } from '../../../nodes/kit/operation';
import { enrich, overAllItems, perItem } from '../../../nodes/kit/operation';
import { badInput, Failure } from '../../../nodes/kit/failure';
import { items, run } from './probe';

const refused = (text = 'no') => new Failure({ kind: 'refused', message: text, advice: 'Ask again.' });

describe('an operation per item', () => {
	test('gives out what each item gives, paired with it, in the order of the input', async () => {
		const { outputs } = await run(
			perItem(async (_, { item, index }) => Array.from({ length: index }, (__, part): OutputItem => ({ json: { of: item.json.n, part } }))),
			{ items: items(4) },
		);
		expect(outputs[0].map(({ json: { of, part }, pairedItem }) => [of, part, pairedItem])).toEqual([
			[1, 0, { item: 1 }], [2, 0, { item: 2 }], [2, 1, { item: 2 }], [3, 0, { item: 3 }], [3, 1, { item: 3 }], [3, 2, { item: 3 }],
		]);
	});

	test('keeps the order although later items are done first', async () => {
		const gates = items(3).map(() => Promise.withResolvers<void>());
		const { outputs } = await run(
			perItem(async (_, { item, index }) => {
				if (index === 2) gates[1].resolve();
				else await gates[index].promise;
				if (index === 1) gates[0].resolve();
				return [{ json: item.json }];
			}, 3),
			{ items: items(3) },
		);
		expect(outputs[0].map(({ json }) => json.n)).toEqual([0, 1, 2]);
	});

	test.each([1, 2, 3])('has at most %d items under way when that many are allowed', async (concurrency) => {
		let underWay = 0;
		let most = 0;
		await run(
			perItem(async () => {
				most = Math.max(most, ++underWay);
				await new Promise(setImmediate);
				underWay--;
				return [];
			}, concurrency),
			{ items: items(7) },
		);
		expect(most).toBe(concurrency);
	});

	test('evaluates the parameters of each item', async () => {
		const { outputs } = await run(perItem(async (context, { index }) => [{ json: { value: context.getNodeParameter('value', index) } }]), {
			items: items(2),
			parameters: { value: '={{ $json.n + 1 }}' },
		});
		expect(outputs[0].map(({ json }) => json.value)).toEqual([1, 2]);
	});

	test.each([
		[1, [0, 1]],
		[2, [0, 1]],
	])('begins nothing more after a failure (%d at once)', async (concurrency, begun) => {
		const seen: number[] = [];
		const { error, outputs } = await run(
			perItem(async (_, { index }) => {
				seen.push(index);
				if (index === 1) throw refused();
				await new Promise(setImmediate);
				return [{ json: {} }];
			}, concurrency),
			{ items: items(9) },
		);
		expect(error?.message).toBe('no [item 1]');
		expect(outputs).toEqual([]);
		expect(seen).toEqual(begun);
	});

	test('tells of the first item that failed, in the order of the input', async () => {
		const gate = Promise.withResolvers<void>();
		const { error } = await run(
			perItem(async (_, { index }) => {
				if (index === 0) await gate.promise;
				gate.resolve();
				throw refused(`failed ${index}`);
			}, 2),
			{ items: items(2) },
		);
		expect(error?.message).toBe('failed 0 [item 0]');
	});

	test('is run again as a whole by n8n’s Retry On Fail', async () => {
		const seen: number[] = [];
		const { status, outputs } = await run(
			perItem(async (_, { index, item }) => {
				seen.push(index);
				if (index === 1 && seen.length < 5) throw refused();
				return [{ json: item.json }];
			}),
			{ items: items(3), settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } },
		);
		expect(status).toBe('success');
		expect(seen).toEqual([0, 1, 0, 1, 0, 1, 2]);
		expect(outputs[0]).toHaveLength(3);
	});
});

describe('with continue on fail', () => {
	const oddFail = perItem(async (_, { index, item }) => {
		if (index % 2) throw badInput('Value', 'is odd', 'Make it even.');
		return [{ json: { ...item.json, fine: true } }];
	}, 2);
	const slip = { data: Buffer.from('slip').toString('base64'), mimeType: 'text/plain', fileName: 'slip.txt' };
	const given = () => items(4).map((json) => ({ json, binary: { slip } }));

	test('every item goes on; the failed ones come out on the error output with what they carried', async () => {
		const { outputs, status } = await run(oddFail, { items: given(), onError: 'continueErrorOutput' });
		expect(status).toBe('success');
		expect(outputs[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([[{ n: 0, fine: true }, { item: 0 }], [{ n: 2, fine: true }, { item: 2 }]]);
		expect(outputs[1].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ n: 1, error: "'Value' is odd [item 1]", details: 'Make it even.' }, { item: 1 }],
			[{ n: 3, error: "'Value' is odd [item 3]", details: 'Make it even.' }, { item: 3 }],
		]);
		expect(outputs[1].map(({ binary }) => binary?.slip.fileName)).toEqual(['slip.txt', 'slip.txt']);
	});

	test('or in their place among the others where there is no error output', async () => {
		const { outputs } = await run(oddFail, { items: given(), onError: 'continueRegularOutput' });
		expect(outputs[0].map(({ json, binary, pairedItem }) => [json.n, json.error, binary?.slip !== undefined, pairedItem])).toEqual([
			[0, undefined, false, { item: 0 }],
			[1, "'Value' is odd [item 1]", true, { item: 1 }],
			[2, undefined, false, { item: 2 }],
			[3, "'Value' is odd [item 3]", true, { item: 3 }],
		]);
	});
});

describe('an operation over all items', () => {
	test('gets them all at once, and pairs what it gives with one or several', async () => {
		let calls = 0;
		const { outputs } = await run(
			overAllItems(async (_, input) => {
				calls++;
				return [
					{ from: [0, 2], json: { sum: Number(input[0].item.json.n) + Number(input[2].item.json.n) } },
					{ from: [1], ...enrich(input[1], { own: true }) },
				];
			}),
			{ items: items(3) },
		);
		expect(calls).toBe(1);
		expect(outputs[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ sum: 2 }, [{ item: 0 }, { item: 2 }]],
			[{ n: 1, own: true }, { item: 1 }],
		]);
	});

	test('that fails fails for all of them; no single item is blamed', async () => {
		const fails = overAllItems(async () => {
			throw refused();
		});
		expect((await run(fails, { items: items(2) })).error?.message).toBe('no');
		const { outputs } = await run(fails, { items: items(2), onError: 'continueErrorOutput' });
		expect(outputs.map((branch) => branch.map(({ json: { n } }) => n))).toEqual([[], [0, 1]]);
	});

	test('may fail for one item and go on with the others', async () => {
		const part = overAllItems(async () => [{ from: [0], json: { fine: true } }, { from: [1], failure: refused() }]);
		expect((await run(part, { items: items(2) })).error?.message).toBe('no [item 1]');
		const { outputs } = await run(part, { items: items(2), onError: 'continueErrorOutput' });
		expect(outputs.map((branch) => branch.map(({ json }) => json))).toEqual([[{ fine: true }], [{ n: 1, error: 'no [item 1]', details: 'Ask again.' }]]);
	});
});

describe('a cancelled execution', () => {
	test('begins no further item', async () => {
		const begun = Promise.withResolvers<void>();
		const seen: number[] = [];
		const { status } = await run(
			perItem(async (context, { index }) => {
				seen.push(index);
				begun.resolve();
				const signal = context.getExecutionCancelSignal();
				await new Promise((resolve) => signal?.addEventListener('abort', resolve));
				return [];
			}),
			{ items: items(5), abortAfter: begun.promise },
		);
		expect(status).toBe('canceled');
		expect(seen).toEqual([0]);
	});

	test.each(['stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'] as const)('ends as cancelled, not as a failure (%s)', async (onError) => {
		const begun = Promise.withResolvers<void>();
		const { status, error } = await run(
			perItem(async (context) => {
				begun.resolve();
				const signal = context.getExecutionCancelSignal();
				await new Promise((resolve) => signal?.addEventListener('abort', resolve));
				throw refused('The service is gone');
			}),
			{ items: items(3), abortAfter: begun.promise, onError },
		);
		expect(status).toBe('canceled');
		expect(String(error?.message)).not.toContain('gone');
	});
});

test('an operation that this version does not have is told by its name', async () => {
	const { error } = await run(perItem(async () => []), { parameters: { operation: 'gone' } });
	expect(error?.message).toBe('The operation "gone" of "probe" does not exist in this version of the node');
});

test('an item that is enriched keeps its JSON and its binary data', () => {
	const binary = { slip: { data: '', mimeType: 'text/plain' } };
	expect(enrich({ index: 0, item: { json: { a: 1, b: 1 }, binary } }, { b: 2 })).toEqual({ json: { a: 1, b: 2 }, binary });
	expect(enrich({ index: 0, item: { json: {} } }, {})).toEqual({ json: {} });
});
