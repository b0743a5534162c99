import { AS_CARRIED, carried, line, lines, UPDATE, useOpus } from './opus';

const opus = useOpus();

const CLOSED_COST_CENTER = '1010700001';
const codesOf = (item: unknown) => (item as { messages: Array<{ type: string; code: string }> }).messages.map(({ type, code }) => `${type} ${code}`);

describe('mode Validate Only', () => {
	const wanted = [line(), line({ remark: 'a:2', costCenter: CLOSED_COST_CENTER }), line({ remark: 'a:3', quantity: '150' }), line({ employeeNumber: '7002' })];

	test('tells of each line what Opus would say, and registers nothing', async () => {
		const items = await opus.registered(wanted, { mode: 'validateOnly' });
		expect(items.map((item) => [item.outcome, ...codesOf(item)])).toEqual([['validated'], ['rejected', 'E 119'], ['validated', 'W 950'], ['validated']]);
		expect(items[0]).not.toHaveProperty('posted');
		expect([...(await opus.payments()), ...(await opus.payments('7002'))]).toEqual([]);
	});

	test('sends Kun_Valider "1" with every request, and reads nothing', async () => {
		await opus.registered(wanted, { mode: 'validateOnly' });
		const journal = await opus.control.journal({ service: 'kmdOpus' });
		expect(journal.map(({ operation, body }) => [operation, JSON.parse(body).Header.Kun_Valider])).toEqual([[UPDATE, '1'], [UPDATE, '1']]);
	});

	test('asks under an OpdateringsID of its own each time, so that no remembered answer stands in', async () => {
		for (let run = 0; run < 2; run++) await opus.registered([line()], { mode: 'validateOnly' });
		const [first, second] = await opus.updates();
		expect(first.updateId).not.toBe(second.updateId);
	});

	test('sends a remark as it is: no reference is needed', async () => {
		await opus.registered([line({ remark: '', sender: '' }), line({ remark: 'free text' })], { mode: 'validateOnly' });
		const [{ lines: sent }] = await opus.updates();
		expect(sent.map(({ Indv_Bemaerkning }) => Indv_Bemaerkning)).toEqual([undefined, 'free text']);
	});

	test('is later for a locked employee', async () => {
		await opus.control.put('kmdOpus', { employments: [{ Medarbejdernummer: '7001', Laast: true }] });
		expect(await opus.outcomes([line()], { mode: 'validateOnly' })).toEqual(['later']);
	});

	test('is asked again when its answer is lost, for it changes nothing', async () => {
		await opus.faultsOnUpdates({ kind: 'reset-after', times: 1 });
		expect(await opus.outcomes([line()], { mode: 'validateOnly' })).toEqual(['validated']);
		expect(await opus.updates()).toHaveLength(2);
	});

	test('is later when no answer comes', async () => {
		await opus.faultsOnUpdates({ kind: 'reset-after', every: 1 });
		expect(await opus.outcomes([line()], { mode: 'validateOnly' })).toEqual(['later']);
	});
});

describe('mode Register', () => {
	const register = { mode: 'register' } as const;

	test('sends the lines as they are, without looking at what stands', async () => {
		const [item] = await opus.registered([line({ remark: 'free text' })], register);
		expect(item).toMatchObject({ outcome: 'registered', posted: [{ remark: 'free text', quantity: 7.5 }] });
		expect(await opus.operations()).toEqual([UPDATE]);
		expect(await opus.payments()).toMatchObject([{ Antal: 7.5, Indv_Bemaerkning_1: 'Capitech', Indv_Bemaerkning_2: 'free text' }]);
	});

	test('needs neither sender nor remark', async () => {
		expect(await opus.outcomes([line({ sender: '', remark: '' })], register)).toEqual(['registered']);
		const [{ lines: [wire] }] = await opus.updates();
		expect(wire).not.toHaveProperty('Afsendelses_System');
		expect(wire).not.toHaveProperty('Indv_Bemaerkning');
	});

	test('registers equal lines as often as they are given, also over several calls', async () => {
		const equal = carried(lines(1998, { remark: '' }));
		expect(new Set(await opus.outcomes(equal, { ...register, ...AS_CARRIED }))).toEqual(new Set(['registered']));
		expect((await opus.payments()).length).toBe(1998);
	});

	test('does not send again what may have been registered: the outcome is unknown, with the advice to read', async () => {
		await opus.faultsOnUpdates({ kind: 'reset-after', every: 1 });
		const [item] = await opus.registered([line()], register);
		expect(item).toMatchObject({ outcome: 'unknown', messages: [{ type: 'E', text: expect.stringContaining('Read the payments') }] });
		expect(await opus.updates()).toHaveLength(1);
		expect(await opus.payments()).toHaveLength(1);
	});

	test('sends again under the same OpdateringsID when repeats are recognised', async () => {
		await opus.faultsOnUpdates({ kind: 'reset-after', times: 1 });
		expect(await opus.outcomes([line()], { ...register, options: { keyed: true } })).toEqual(['registered']);
		const [first, second] = await opus.updates();
		expect(second.updateId).toBe(first.updateId);
		expect(await opus.payments()).toHaveLength(1);
	});

	test.each(['allOrNothing', 'perLine'])('tells of a refused request which line is at fault, and of the others that they are open (%s)', async (atomicity) => {
		await opus.control.switches({ 'kmdOpus.atomicity': atomicity });
		const items = await opus.registered([line(), line({ remark: 'a:2', costCenter: CLOSED_COST_CENTER })], register);
		expect(items.map(({ outcome }) => outcome)).toEqual(['unknown', 'rejected']);
		expect(codesOf(items[1])).toEqual(['E 119']);
		expect(items[0].messages).toMatchObject([{ type: 'W', text: expect.stringContaining('because of other lines') }]);
	});

	test('rejects all lines of a request refused as a whole', async () => {
		await opus.faultsOnUpdates({ kind: 'business-error', code: 900, text: 'Afvist.', every: 1 });
		expect(await opus.outcomes([line(), line({ remark: 'a:2' })], register)).toEqual(['rejected', 'rejected']);
	});

	test.each([[400, 'rejected'], [403, 'later'], [429, 'later'], [500, 'unknown']])('is %d: %s', async (status, outcome) => {
		await opus.faultsOnUpdates({ kind: 'status', status, every: 1 });
		expect(await opus.outcomes([line()], register)).toEqual([outcome]);
	});

	test('comes out with W and I as messages', async () => {
		const [item] = await opus.registered([line({ quantity: '150', date: '2026-07-01' })], register);
		expect([item.outcome, ...codesOf(item)]).toEqual(['registered', 'I 951', 'W 950']);
	});
});
