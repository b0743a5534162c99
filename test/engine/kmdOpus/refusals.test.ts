import { line, useOpus } from './opus';

const opus = useOpus();

const CLOSED_COST_CENTER = '1010700001';
const CLOSED_PROJECT = 'XG-1009-00001';

const textsOf = (item: unknown): string[] => (item as { messages: Array<{ text: string }> }).messages.map(({ text }) => text);

describe.each(['allOrNothing', 'perLine'])('a refused request (%s)', (atomicity) => {
	beforeEach(async () => await opus.control.switches({ 'kmdOpus.atomicity': atomicity }));

	const mixed = [
		line(),
		line({ remark: 'a:2', costCenter: CLOSED_COST_CENTER }),
		line({ remark: 'a:3', quantity: '3' }),
		line({ remark: 'a:4', pspElement: CLOSED_PROJECT }),
		line({ remark: 'a:5', payElement: '9999' }),
	];

	test('loses the lines it names, and only those; the rest is registered in the same run', async () => {
		const items = await opus.registered(mixed);
		expect(items.map(({ outcome }) => outcome)).toEqual(['registered', 'rejected', 'registered', 'rejected', 'rejected']);
		expect(items.map(({ messages }) => (messages as Array<{ code: string }>).map(({ code }) => code))).toEqual([[], ['119'], [], ['151'], ['912']]);
		expect((await opus.payments()).map(({ Antal }) => Antal)).toEqual([7.5, 3]);
	});

	test('each message stands at the line it is about, and at no other', async () => {
		const items = await opus.registered(mixed);
		expect(textsOf(items[1])).toEqual([expect.stringContaining(`Omkostningssted ${CLOSED_COST_CENTER}`)]);
		expect(textsOf(items[3])).toEqual([expect.stringContaining(`PSP-element ${CLOSED_PROJECT}`)]);
		expect(textsOf(items[0])).toEqual([]);
	});

	test('leaves the same ledger when the run is repeated', async () => {
		await opus.registered(mixed);
		const before = await opus.payments();
		expect(await opus.outcomes(mixed)).toEqual(['unchanged', 'rejected', 'unchanged', 'rejected', 'rejected']);
		expect(await opus.payments()).toEqual(before);
	});

	test('that names all of its lines registers nothing', async () => {
		expect(await opus.outcomes(mixed.filter((_, at) => at % 2))).toEqual(['rejected', 'rejected']);
		expect(await opus.payments()).toEqual([]);
	});

	test('fails as a whole when it names no line', async () => {
		await opus.faultsOnUpdates({ kind: 'business-error', code: 900, text: 'Afvist.', times: 99 });
		const items = await opus.registered([line(), line({ remark: 'a:2' }), line({ employeeNumber: '7002' })]);
		expect(items.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected', 'rejected']);
		expect(items.map(textsOf)).toEqual([['Afvist.'], ['Afvist.'], ['Afvist.']]);
		expect((await opus.updates()).filter(({ employeeNumber, validateOnly }) => employeeNumber === '7001' && !validateOnly)).toHaveLength(1);
		expect(await opus.payments()).toEqual([]);
	});

	test('fails as a whole when the line it names is not in it', async () => {
		await opus.faultsOnUpdates({ kind: 'business-error', code: 900, line: 77, text: 'Afvist.', times: 99 });
		expect(await opus.outcomes([line(), line({ remark: 'a:2' })])).toEqual(atomicity === 'perLine' ? ['registered', 'registered'] : ['rejected', 'rejected']);
	});

	test('of one employee is no matter of another', async () => {
		expect(await opus.outcomes([line({ costCenter: CLOSED_COST_CENTER }), line({ employeeNumber: '7002' })])).toEqual(['rejected', 'registered']);
	});

	test('of a change whose new line is wrong never leaves both, and the next good run puts it right', async () => {
		await opus.registered([line()]);
		const [item] = await opus.registered([line({ costCenter: CLOSED_COST_CENTER })]);
		expect(item.outcome).toBe(atomicity === 'perLine' ? 'partial' : 'rejected');
		expect(await opus.sums()).toEqual(atomicity === 'perLine' ? {} : { '2026-10-20 0310 - -': 7.5 });
		await opus.registered([line({ costCenter: '1010100001' })]);
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 1010100001 -': 7.5 });
	});
});

test('what a refusal leaves is sent once more, under a new OpdateringsID and numbered from 0; what it names is only validated', async () => {
	await opus.registered([line({ costCenter: CLOSED_COST_CENTER }), line({ remark: 'a:2' }), line({ remark: 'a:3' })]);
	const updates = await opus.updates();
	expect(updates.map(({ validateOnly, lines }) => [validateOnly, ...lines.map(({ Sekvensnummer, Indv_Bemaerkning }) => `${Sekvensnummer} ${String(Indv_Bemaerkning).split('#')[0]}`)])).toEqual([
		[false, '0 a:1', '1 a:2', '2 a:3'],
		[false, '0 a:2', '1 a:3'],
		[true, '0 a:1'],
	]);
	expect(new Set(updates.map(({ updateId }) => updateId)).size).toBe(3);
});

test.each([
	[138, 'later'],
	[119, 'rejected'],
	[151, 'rejected'],
	[167, 'rejected'],
])('code %d on a line makes it %s', async (code, outcome) => {
	await opus.faultsOnUpdates({ kind: 'business-error', code, line: 0, times: 99 });
	const [item] = await opus.registered([line()]);
	expect(item).toMatchObject({ outcome, messages: [{ type: 'E', code: String(code) }] });
});

test('a locked employee is later for every line, and other employees go on', async () => {
	await opus.control.put('kmdOpus', { employments: [{ Medarbejdernummer: '7002', Laast: true }] });
	const items = await opus.registered([line(), line({ employeeNumber: '7002' }), line({ employeeNumber: '7002', remark: 'a:2' })]);
	expect(items.map(({ outcome }) => outcome)).toEqual(['registered', 'later', 'later']);
	expect(textsOf(items[1])).toEqual([expect.stringContaining('låst')]);
});

test('an employee that Opus does not know is rejected, and nothing is sent for it', async () => {
	const [item] = await opus.registered([line({ employeeNumber: '99999' })]);
	expect(item).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', text: expect.stringContaining('findes ikke') }] });
	expect(await opus.updates()).toEqual([]);
});

describe('warnings and information', () => {
	test('never count as a refusal, and come out as messages of their line', async () => {
		const items = await opus.registered([line({ quantity: '150' }), line({ remark: 'a:2', date: '2026-07-01' }), line({ remark: 'a:3' })]);
		expect(items.map(({ outcome, messages }) => [outcome, (messages as Array<{ type: string; code: string }>).map(({ type, code }) => `${type} ${code}`)])).toEqual([
			['registered', ['W 950']],
			['registered', ['I 951']],
			['registered', []],
		]);
	});

	test.each(['W', 'I'])('of type %s about the whole request stand at every line', async (type) => {
		await opus.faultsOnUpdates({ kind: 'business-error', type, code: 7, text: 'Lønkørsel i aften.' });
		const items = await opus.registered([line(), line({ remark: 'a:2' })]);
		expect(items.map(({ outcome }) => outcome)).toEqual(['registered', 'registered']);
		expect(items.map(({ messages }) => messages)).toEqual([[{ type, code: '7', text: 'Lønkørsel i aften.' }], [{ type, code: '7', text: 'Lønkørsel i aften.' }]]);
	});

	test('beside a refusal are not taken for one', async () => {
		const items = await opus.registered([line({ quantity: '150' }), line({ remark: 'a:2', costCenter: CLOSED_COST_CENTER })]);
		expect(items.map(({ outcome }) => outcome)).toEqual(['registered', 'rejected']);
	});
});

test('what needs a look is told beside the output', async () => {
	const wanted = [line(), line({ remark: 'a:2', costCenter: CLOSED_COST_CENTER }), line({ employeeNumber: '99999' })];
	const { hints } = await opus.register(wanted);
	expect(hints).toEqual([expect.objectContaining({ type: 'warning', message: expect.stringContaining('2 rejected of 3') })]);
	expect((await opus.register([line()])).hints).toEqual([]);
});
