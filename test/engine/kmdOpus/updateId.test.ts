import { runWorkflow } from '../support';
import { line, READ, registerParameters, useOpus } from './opus';

const opus = useOpus();

const ids = async (): Promise<string[]> => (await opus.updates()).map(({ updateId }) => updateId);

describe('the OpdateringsID of Register Missing', () => {
	test('is the same when the same lines are posted again on the same state', async () => {
		await opus.faultsOnUpdates({ kind: 'reset-before', times: 1 });
		await opus.registered([line(), line({ remark: 'a:2' })]);
		await opus.registered([line(), line({ remark: 'a:2' })]);
		const [first, second] = await ids();
		expect(second).toBe(first);
		expect(await opus.payments()).toHaveLength(2);
	});

	test('is another for an equal correction later', async () => {
		for (const quantity of ['7.50', '8.00', '7.50', '8.00', '7.50', '8.00']) await opus.registered([line({ quantity })]);
		const updates = await opus.updates();
		expect(updates.map(({ lines: [{ Antal }] }) => Antal)).toEqual(['7.50', '0.50', '-0.50', '0.50', '-0.50', '0.50']);
		expect(new Set(updates.map(({ updateId }) => updateId)).size).toBe(6);
	});

	test('is another for equal lines that correct another state', async () => {
		await opus.registered([line()]);
		await opus.registered([line({ quantity: '8' })]);
		const [first, second] = await opus.payments();
		await opus.control.remove('kmdOpus', { payments: [first, second].map(({ Objekt_id }) => ({ Objekt_id })) });
		await opus.control.put('kmdOpus', { payments: [{ ...first, Objekt_id: '200001' }] });
		expect(await opus.outcomes([line({ quantity: '8' })])).toEqual(['difference']);
		const [, before, after] = await opus.updates();
		expect(after.lines).toEqual(before.lines);
		expect(after.updateId).not.toBe(before.updateId);
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 - -': 8 });
	});

	test('is another for another line, employee, sender, quantity or cost centre', async () => {
		const variants = [{}, { remark: 'a:2' }, { employeeNumber: '7002' }, { sender: 'Other' }, { remark: 'a:3', quantity: '8' }, { remark: 'a:4', costCenter: '1010100001' }];
		for (const variant of variants) await opus.registered([line(variant)]);
		expect(new Set(await ids()).size).toBe(variants.length);
	});
});

test('two runs at the same time register once where repeats are recognised', async () => {
	await opus.control.faults({ service: 'kmdOpus', operation: READ, kind: 'latency', ms: 50 });
	const both = await Promise.all([opus.outcomes([line()]), opus.outcomes([line()])]);
	expect(new Set(both.flat().filter((outcome) => outcome !== 'unchanged'))).toEqual(new Set(['registered']));
	expect(await opus.payments()).toHaveLength(1);
});

describe('the OpdateringsID of Register', () => {
	const asIs = { mode: 'register', parameters: { remark: 'free text' } } as const;

	test('is the same when n8n’s Retry On Fail runs the node again', async () => {
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		await opus.register([line({ quantity: 'x' }), line()], { ...asIs, settings, onError: 'continueRegularOutput' });
		expect(new Set(await ids()).size).toBe(1);
		expect(await opus.payments()).toHaveLength(1);
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)('need not be recognised for Retry On Fail to register once, a bad item among the first (%s)', async (onError) => {
		await opus.control.switches({ 'kmdOpus.updateIdRepeat': 'ignored' });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		await opus.register([line({ quantity: 'x' }), line()], { ...asIs, settings, onError });
		expect(await opus.payments()).toHaveLength(1);
	});

	test('is another in another node of the workflow', async () => {
		const node = (name: string) => ({ name, type: 'n8n-nodes-nordic-workforce.kmdOpus', parameters: registerParameters('register'), credentials: { kmdOpusApi: { name: 'KMD Opus' } } });
		const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
		const { error } = await runWorkflow({
			nodes: [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, node('One'), node('Two')],
			connections: { Start: to('One'), One: to('Two') },
			items: [line()],
			credentials: await opus.credential(),
		});
		expect(error).toBeUndefined();
		expect(new Set(await ids()).size).toBe(2);
		expect(await opus.payments()).toHaveLength(2);
	});
});

describe('a request whose answer was lost', () => {
	test('is sent once when repeats are not known to be recognised', async () => {
		await opus.faultsOnUpdates({ kind: 'reset-after', every: 1 });
		await opus.registered([line()]);
		expect(await ids()).toHaveLength(1);
	});

	test.each(['reset-before', 'reset-after', 'truncate', 'malformed'])('is sent again under the same OpdateringsID when repeats are recognised (%s)', async (kind) => {
		await opus.faultsOnUpdates({ kind, times: 2 });
		expect(await opus.outcomes([line()], { options: { keyed: true } })).toEqual(['registered']);
		const sent = await opus.updates();
		expect(sent).toHaveLength(3);
		expect(new Set(sent.map(({ updateId }) => updateId)).size).toBe(1);
		expect(sent[2].lines).toEqual(sent[0].lines);
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 - -': 7.5 });
	});

	test('is not sent for ever', async () => {
		await opus.faultsOnUpdates({ kind: 'reset-before', every: 1 });
		expect(await opus.outcomes([line()], { options: { keyed: true } })).toEqual(['unknown']);
		expect(await ids()).toHaveLength(4);
	});
});

describe('an answer that the service remembers under an OpdateringsID', () => {
	test.each(['honoured', 'ignored'])('does not stick: an unlocked employee is registered by the next run (%s)', async (updateIdRepeat) => {
		await opus.control.switches({ 'kmdOpus.updateIdRepeat': updateIdRepeat });
		await opus.control.put('kmdOpus', { employments: [{ Medarbejdernummer: '7001', Laast: true }] });
		expect(await opus.outcomes([line(), line({ remark: 'a:2' })])).toEqual(['later', 'later']);
		expect(await opus.outcomes([line(), line({ remark: 'a:2' })])).toEqual(['later', 'later']);
		await opus.control.put('kmdOpus', { employments: [{ Medarbejdernummer: '7001', Laast: false }] });
		expect(await opus.outcomes([line(), line({ remark: 'a:2' })])).toEqual(['registered', 'registered']);
		expect(await opus.outcomes([line(), line({ remark: 'a:2' })])).toEqual(['unchanged', 'unchanged']);
		expect(await opus.payments()).toHaveLength(2);
	});

	test.each(['allOrNothing', 'perLine'])('does not stick: a cost centre opened since is registered by the next run (%s)', async (atomicity) => {
		await opus.control.switches({ 'kmdOpus.atomicity': atomicity });
		const wanted = [line(), line({ remark: 'a:2', costCenter: '1010700001' })];
		expect(await opus.outcomes(wanted)).toEqual(['registered', 'rejected']);
		await opus.control.put('kmdOpus', { costCenters: [{ Omkostningssted: '1010700001', Spaerret: false }] });
		expect(await opus.outcomes(wanted)).toEqual(['unchanged', 'registered']);
		expect(await opus.payments()).toHaveLength(2);
	});

	test('does not count as registered: an old yes for a line that is gone since is an unknown outcome', async () => {
		await opus.registered([line()]);
		const [{ Objekt_id }] = await opus.payments();
		await opus.control.remove('kmdOpus', { payments: [{ Objekt_id }] });
		const [item] = await opus.registered([line()]);
		expect(item).toMatchObject({ outcome: 'unknown', messages: expect.arrayContaining([expect.objectContaining({ type: 'E', text: expect.stringContaining('not found when read back') })]) });
		expect((await ids())[1]).toBe((await ids())[0]);
		expect(await opus.payments()).toEqual([]);
	});
});
