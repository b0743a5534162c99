import { line, useOpus } from './opus';

const opus = useOpus();

describe('a line that is registered for the first time', () => {
	test('is posted under its reference, and stands', async () => {
		const [item] = await opus.registered([line()]);
		expect(item).toMatchObject({ outcome: 'registered', reference: 'a:1', messages: [], updateId: expect.stringMatching(/^[0-9A-F]{32}$/) });
		expect(item.posted).toEqual([expect.objectContaining({ quantity: 7.5, amount: null, remark: expect.stringMatching(/^a:1#0[0-9a-z]{4}$/) })]);
		expect(await opus.payments()).toEqual([
			expect.objectContaining({ Startdato: '2026-10-20', Loenart: '0310', Loebenummer: 1, Antal: 7.5, Beloeb: 0, Indv_Bemaerkning_1: 'Capitech' }),
		]);
	});

	test('goes out in the contract’s own names and types', async () => {
		await opus.registered([line({ payElement: 310, quantity: '7,5', hourlyRate: '185.5', costCenter: '1010100001' })]);
		const [{ lines: [wire] }] = await opus.updates();
		expect(wire).toEqual({
			Startdato: '2026-10-20T00:00:00Z',
			Loenart: '0310',
			Loebenummer: 1,
			Sekvensnummer: '0',
			Antal: '7.50',
			Afv_Timeloen: '185.50',
			Afv_Omkostningssted: '1010100001',
			Afsendelses_System: 'Capitech',
			Indv_Bemaerkning: expect.stringMatching(/^a:1#0/),
		});
	});

	test('is refused by nobody for carrying an amount in place of a quantity', async () => {
		expect(await opus.outcomes([line({ quantity: '', amount: '1250,50', payElement: '0400' })])).toEqual(['registered']);
		expect(await opus.payments()).toMatchObject([{ Antal: 0, Beloeb: 1250.5 }]);
	});

	test('belongs to the same employee however the number is written', async () => {
		await opus.registered([line({ employeeNumber: '00007001' })]);
		expect(await opus.outcomes([line({ employeeNumber: '7001' })])).toEqual(['unchanged']);
		expect(await opus.payments()).toHaveLength(1);
	});
});

describe('a line that is registered again', () => {
	test('adds nothing when it stands already', async () => {
		await opus.registered([line()]);
		const before = await opus.payments();
		const [item] = await opus.registered([line()]);
		expect(item).toMatchObject({ outcome: 'unchanged', messages: [] });
		expect(item).not.toHaveProperty('posted');
		expect(await opus.payments()).toEqual(before);
		expect(await opus.updates()).toHaveLength(1);
	});

	test.each(['honoured', 'ignored'])('7.50, 8.00, 7.50, 8.00 leaves 8.00, repeated OpdateringsIDs being %s', async (updateIdRepeat) => {
		await opus.control.switches({ 'kmdOpus.updateIdRepeat': updateIdRepeat });
		const outcomes = [];
		for (const quantity of ['7.50', '8.00', '7.50', '8.00']) outcomes.push(...(await opus.outcomes([line({ quantity })])));
		expect(outcomes).toEqual(['registered', 'difference', 'difference', 'difference']);
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 - -': 8 });
		expect((await opus.payments()).map(({ Antal }) => Antal)).toEqual([7.5, 0.5, -0.5, 0.5]);
	});

	test('posts a negative difference when less is wanted', async () => {
		await opus.registered([line({ quantity: '8.25' })]);
		const [item] = await opus.registered([line({ quantity: '0.10' })]);
		expect(item).toMatchObject({ outcome: 'difference', posted: [{ quantity: -8.15 }] });
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 - -': 0.1 });
	});

	test('posts the difference of amounts', async () => {
		for (const amount of ['1250.55', '1250.50', '-3.10']) await opus.registered([line({ quantity: '', amount })]);
		expect((await opus.payments()).map(({ Beloeb }) => Beloeb)).toEqual([1250.55, -0.05, -1253.6]);
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 - -': -3.1 });
	});

	test('takes everything back when zero is wanted, once', async () => {
		await opus.registered([line({ quantity: '7.5' })]);
		expect(await opus.outcomes([line({ quantity: '0' })])).toEqual(['reversed']);
		expect(await opus.sums()).toEqual({});
		expect(await opus.outcomes([line({ quantity: '0' })])).toEqual(['unchanged']);
		expect(await opus.payments()).toHaveLength(2);
	});

	test('comes back after it was taken back', async () => {
		for (const quantity of ['7.5', '0', '7.5']) await opus.registered([line({ quantity })]);
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 - -': 7.5 });
	});

	test('turns from a quantity into an amount without leaving either', async () => {
		await opus.registered([line({ quantity: '7.50' })]);
		await opus.registered([line({ quantity: '', amount: '900' })]);
		const payments = await opus.payments();
		expect(payments.reduce((sum, { Antal }) => sum + Antal, 0)).toBe(0);
		expect(payments.reduce((sum, { Beloeb }) => sum + Beloeb, 0)).toBe(900);
	});

	test('adds up in hundredths, without the drift of binary fractions', async () => {
		for (const quantity of ['0.10', '0.30', '0.70', '1.10']) await opus.registered([line({ quantity })]);
		expect((await opus.payments()).map(({ Antal }) => Antal)).toEqual([0.1, 0.2, 0.4, 0.4]);
	});

	test('carries a revision of its own on every posting', async () => {
		for (let hours = 1; hours <= 12; hours++) await opus.registered([line({ quantity: hours % 2 ? '1' : '2' })]);
		const remarks = (await opus.payments()).map(({ Indv_Bemaerkning_2 }) => Indv_Bemaerkning_2);
		expect(new Set(remarks).size).toBe(12);
		expect(remarks[11]).toMatch(/^a:1#b[0-9a-z]{4}$/);
	});
});

describe('the way Opus writes its answers', () => {
	const styles = ['number', 'text'].flatMap((statusStyle) => ['number', 'point', 'comma'].map((decimalStyle) => ({ statusStyle, decimalStyle })));

	test.each(styles)('makes no difference: status as $statusStyle, decimals as $decimalStyle', async ({ statusStyle, decimalStyle }) => {
		await opus.control.switches({ 'kmdOpus.statusStyle': statusStyle, 'kmdOpus.decimalStyle': decimalStyle });
		const wanted = (quantity: string) => line({ quantity, hourlyRate: '185.55' });
		expect(await opus.outcomes([wanted('1007.25')])).toEqual(['registered']);
		expect(await opus.outcomes([wanted('1007.25')])).toEqual(['unchanged']);
		expect(await opus.outcomes([wanted('1007.5')])).toEqual(['difference']);
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 - 185.55': 1007.5 });
	});
});
