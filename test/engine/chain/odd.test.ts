import type { IDataObject } from 'n8n-workflow';

import type { Payment } from './support';
import { hours, useChain } from './support';

const chain = useChain({ people: 8, days: 6 });

/** Sets the postings that stand to what a read would give, takes all our marks away, and runs once more. */
async function runAgainAfter(change: (payment: Payment) => IDataObject): Promise<{ before: number; after: number }> {
	await chain.runToEnd();
	const lines = await chain.payments();
	await chain.control.put('kmdOpus', { payments: lines.map((payment) => ({ Objekt_id: payment.Objekt_id, ...change(payment) })) });
	const references = new Set(lines.map(({ Indv_Bemaerkning_2: remark }) => parseInt(remark.split(':')[1], 36)));
	const marked = (await chain.rows()).filter(({ uid, externalStatusCode }) => externalStatusCode === 20 && references.has(Number(uid)));
	await chain.control.put('capitech', {
		transactions: marked.map(({ clientId, uid, timeCategoryId }) => ({ clientId, uid, timeCategoryId, externalStatusCode: null })),
	});
	await chain.control.switches({ 'kmdOpus.updateIdRepeat': 'ignored' });
	await chain.runToEnd();
	return { before: lines.length, after: (await chain.payments()).length };
}

test.each<[string, (payment: Payment) => IDataObject]>([
	['an amount beside the quantity that was sent', ({ Antal, Beloeb }) => ({ Beloeb: Antal ? Math.round(Antal * 18_550) / 100 : Beloeb })],
	['the rate that applies, where none was sent', () => ({ Afv_Timeloen: 185.5 })],
	['the remark in capital letters', ({ Indv_Bemaerkning_2: remark }) => ({ Indv_Bemaerkning_2: remark.toUpperCase() })],
])('where Opus gives back %s, nothing is posted again', async (_what, change) => {
	const { before, after } = await runAgainAfter(change);
	expect(after).toBe(before);
});

test('a row without an employee keeps nobody else from being paid', async () => {
	await chain.control.put('capitech', { transactions: [hours(900_100, { employeeId: null })] });
	const { summary, attention } = await chain.run();
	expect(summary?.registered).toBeGreaterThan(0);
	expect(attention.map(({ uid }) => uid)).toContain(900_100);
});
