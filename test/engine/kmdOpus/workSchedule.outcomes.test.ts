import type { FaultRule } from '../support';
import { useOpus } from './opus';
import { change, changed, day, outcomesOf, schedules, writes } from './workSchedule';

const opus = useOpus();

const D1 = '2026-11-02';
const D2 = '2026-11-03';
const D3 = '2026-11-04';

/** Opus knows no such type of working time. */
const bad = day(D2, { workTimeType: 'ZZ' });

const onWrite = (rule: Omit<FaultRule, 'service'>): FaultRule => ({ service: 'kmdOpus', operation: 'SetWorkSchedule', ...rule }) as FaultRule;
const onRead = (rule: Omit<FaultRule, 'service'>): FaultRule => ({ service: 'kmdOpus', operation: 'GetWorkScheduleByPeriod', ...rule }) as FaultRule;

describe.each([
	['allOrNothing', [3, 2]],
	['perItem', [3]],
])('an occurrence that Opus refuses (%s)', (scheduleAtomicity, calls) => {
	beforeEach(async () => await opus.control.switches({ 'kmdOpus.scheduleAtomicity': scheduleAtomicity }));

	test('is told at its item, and takes no other with it', async () => {
		const items = await changed(opus, 'create', [day(D1), bad, day(D3)]);
		expect(outcomesOf(items)).toEqual(['registered', 'rejected', 'registered']);
		expect(items[1].messages).toContainEqual({ type: 'E', code: null, text: 'Arbejdstidstype ZZ findes ikke.' });
		expect([items[0].messages, items[2].messages]).toEqual([[], []]);
		expect(await writes(opus)).toEqual(calls);
		expect((await schedules(opus)).map((text) => text.slice(0, 10))).toEqual([D1, D3]);
	});

	test('is the only one that is sent again in the next run', async () => {
		await changed(opus, 'create', [day(D1), bad, day(D3)]);
		const before = (await writes(opus)).length;
		expect(outcomesOf(await changed(opus, 'create', [day(D1), bad, day(D3)]))).toEqual(['unchanged', 'rejected', 'unchanged']);
		expect((await writes(opus)).slice(before)).toEqual([1]);
	});
});

test('what is held back is sent once more, and judged by what comes of that', async () => {
	await opus.control.faults(onWrite({ kind: 'business-error', nth: 2, text: 'Systemet er lukket.' }));
	const items = await changed(opus, 'create', [day(D1), bad]);
	expect(outcomesOf(items)).toEqual(['rejected', 'rejected']);
	expect(items[0].messages).toContainEqual({ type: 'E', code: null, text: 'Systemet er lukket.' });
	expect(await schedules(opus)).toEqual([]);
});

test('an employee whom Opus does not know is refused before anything is written', async () => {
	const items = await changed(opus, 'create', [day(D1, { employeeNumber: '7999' }), day(D1)]);
	expect(outcomesOf(items)).toEqual(['rejected', 'registered']);
	expect(items[0].messages).toEqual([{ type: 'E', code: expect.any(String), text: expect.stringContaining('7999') }]);
	expect(await writes(opus)).toEqual([1]);
});

describe.each(['reset-after', 'truncate', 'malformed'])('a lost answer (%s)', (kind) => {
	beforeEach(async () => {
		await changed(opus, 'create', [day(D1)]);
		await opus.control.faults(onWrite({ kind, every: 1 }));
	});

	test('of a creation is read back, and never sent again', async () => {
		expect(outcomesOf(await changed(opus, 'create', [day(D2), day(D3)]))).toEqual(['registered', 'registered']);
		expect(await writes(opus)).toEqual([1, 2]);
		expect(await schedules(opus)).toHaveLength(3);
	});

	test('of a change is read back', async () => {
		expect(outcomesOf(await changed(opus, 'update', [day(D2)], { original: { startDate: D1, endDate: D1 } }))).toEqual(['registered']);
		expect(await writes(opus)).toEqual([1, 1]);
	});

	test('of a deletion is read back', async () => {
		expect(outcomesOf(await changed(opus, 'delete', [day(D1)]))).toEqual(['reversed']);
		expect(await schedules(opus)).toEqual([]);
	});

	test('that hides a refusal leaves the outcome open', async () => {
		expect(outcomesOf(await changed(opus, 'create', [day(D3), bad]))).toEqual(['unknown', 'unknown']);
		expect(await writes(opus)).toEqual([1, 2]);
	});

	test('that can not be read back either is unknown, and the next run doubles nothing', async () => {
		await opus.control.faults(onWrite({ kind, every: 1 }), ...[2, 3, 4, 5].map((nth) => onRead({ kind: 'reset-before', nth })));
		const [item] = await changed(opus, 'create', [day(D2)]);
		expect(item).toMatchObject({ outcome: 'unknown', messages: [{ type: 'E' }, { type: 'W', text: expect.stringContaining('Run it again') }] });
		await opus.control.faults();
		expect(outcomesOf(await changed(opus, 'create', [day(D2)]))).toEqual(['unchanged']);
		expect(await schedules(opus)).toHaveLength(2);
	});
});

test('a write that never arrived is unknown, and the next run completes it', async () => {
	await opus.control.faults(onWrite({ kind: 'reset-before', every: 1 }));
	expect(outcomesOf(await changed(opus, 'create', [day(D1)]))).toEqual(['unknown']);
	expect(await writes(opus)).toHaveLength(1);
	await opus.control.faults();
	expect(outcomesOf(await changed(opus, 'create', [day(D1)]))).toEqual(['registered']);
});

test('a yes that can not be read back counts, and says so', async () => {
	await opus.control.faults(...[2, 3, 4, 5].map((nth) => onRead({ kind: 'status', status: 503, nth })));
	const [item] = await changed(opus, 'create', [day(D1)]);
	expect(item).toMatchObject({ outcome: 'registered', messages: [{ type: 'W', text: 'It could not be read back' }] });
});

test('a no beside which nothing can be read back leaves the others open', async () => {
	await opus.control.faults(...[2, 3, 4, 5].map((nth) => onRead({ kind: 'status', status: 503, nth })));
	expect(outcomesOf(await changed(opus, 'create', [day(D1), bad]))).toEqual(['unknown', 'rejected']);
});

test('without a reading first nothing is written', async () => {
	await opus.control.faults(onRead({ kind: 'status', status: 503, every: 1 }));
	expect(outcomesOf(await changed(opus, 'create', [day(D1)]))).toEqual(['later']);
	expect(await writes(opus)).toEqual([]);
});

test('with continue-on-fail the good occurrences go on beside a bad item', async () => {
	const { outputs } = await change(opus, 'create', [day('x'), day(D1)], {}, { onError: 'continueRegularOutput' });
	expect(outputs[0].map(({ json, pairedItem }) => [json.outcome, pairedItem])).toEqual([
		['registered', { item: 1 }],
		[undefined, { item: 0 }],
	]);
	expect(await schedules(opus)).toHaveLength(1);
});
