import type { Payment } from './opus';
import { line, useOpus } from './opus';

const opus = useOpus();

/** Opus gives lines back as it keeps them: its own additions put in by the control API. */
async function embellish(fields: (payment: Payment) => object): Promise<void> {
	const payments = await opus.payments();
	await opus.control.put('kmdOpus', { payments: payments.map((payment) => ({ ...payment, ...fields(payment) })) });
}

const capitals = () => embellish(({ Indv_Bemaerkning_1, Indv_Bemaerkning_2 }) => ({ Indv_Bemaerkning_1: Indv_Bemaerkning_1.toUpperCase(), Indv_Bemaerkning_2: Indv_Bemaerkning_2.toUpperCase() }));
const paid = () => embellish(({ Antal, Afv_Timeloen: rate }) => (Antal ? { Beloeb: Antal * (rate || 160), Afv_Timeloen: rate || 160 } : {}));

const newLines = async (before: number) => (await opus.payments()).slice(before).map(({ Antal, Beloeb, Afv_Timeloen }) => [Antal, Beloeb, Afv_Timeloen]);

describe.each([['texts in capitals', capitals], ['a quantity with the rate and value that is paid for it', paid]])('when Opus gives back %s', (_, change) => {
	test('a line that stands is unchanged', async () => {
		await opus.registered([line()]);
		await change();
		expect(await opus.outcomes([line()])).toEqual(['unchanged']);
	});

	test('a difference is that of the quantities', async () => {
		await opus.registered([line()]);
		await change();
		expect(await opus.outcomes([line({ quantity: '8' })])).toEqual(['difference']);
		expect(await newLines(1)).toEqual([[0.5, 0, 0]]);
	});

	test('a line that moves is taken back as it was sent', async () => {
		await opus.registered([line()]);
		await change();
		expect(await opus.outcomes([line({ date: '2026-10-21' })])).toEqual(['difference']);
		expect(await newLines(1)).toEqual([[-7.5, 0, 0], [7.5, 0, 0]]);
		await change();
		expect(await opus.outcomes([line({ date: '2026-10-21' })])).toEqual(['unchanged']);
	});

	test('a quantity that becomes an amount is taken back as it was sent', async () => {
		await opus.registered([line()]);
		await change();
		await opus.registered([line({ quantity: '', amount: '900' })]);
		expect(await newLines(1)).toEqual([[-7.5, 0, 0], [0, 900, 0]]);
		expect(await opus.outcomes([line({ quantity: '', amount: '900' })])).toEqual(['unchanged']);
	});

	test('a rate of ours that is no longer given is taken back with its rate', async () => {
		await opus.registered([line({ hourlyRate: '190' })]);
		await change();
		await opus.registered([line()]);
		expect(await newLines(1)).toEqual([[-7.5, 0, 190], [7.5, 0, 0]]);
		expect(await opus.outcomes([line()])).toEqual(['unchanged']);
	});
});

test('a reference differs from no other in its capitals alone', async () => {
	expect((await opus.register([line({ remark: 'a:1' }), line({ remark: 'A:1' })])).error?.message).toMatch(/'Reference' is the same in items 0, 1/);
	expect(await opus.operations()).toEqual([]);
});

describe('a zero', () => {
	test('for a quantity beside an amount says nothing: the line comes to rest', async () => {
		const wanted = line({ quantity: '0', amount: '100' });
		expect(await opus.outcomes([wanted])).toEqual(['registered']);
		expect(await opus.outcomes([wanted])).toEqual(['unchanged']);
		expect(await opus.payments()).toMatchObject([{ Antal: 0, Beloeb: 100 }]);
	});

	test('for an amount beside a quantity says nothing either', async () => {
		const wanted = line({ amount: '0' });
		expect(await opus.outcomes([wanted])).toEqual(['registered']);
		await paid();
		expect(await opus.outcomes([wanted])).toEqual(['unchanged']);
	});

	test.each(['registerMissing', 'register', 'validateOnly'] as const)('for an hourly rate is no rate (%s)', async (mode) => {
		await opus.registered([line({ hourlyRate: '0' })], { mode });
		const [{ lines: [wire] }] = await opus.updates();
		expect(wire).not.toHaveProperty('Afv_Timeloen');
	});
});

test('no amount is left behind by a line that has none any more', async () => {
	await opus.register([line({ amount: '100' })]);
	await opus.registered([line()]);
	const payments = await opus.payments();
	expect(payments.reduce((sum, { Beloeb }) => sum + Beloeb, 0)).toBe(0);
	expect(await opus.sums()).toEqual({ '2026-10-20 0310 - -': 7.5 });
});
