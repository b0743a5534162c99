import { SCHEDULE, useConsentChain } from './consents';

const chain = useConsentChain({ people: 60, days: 20 });

const DAY = 86_400_000;

test('a document that can not be written is not sent; it is on the list with the reason, and filed once that is gone', async () => {
	const { counts } = await chain.expectation();
	const { summary, attention, result } = await chain.run({ from: SCHEDULE, settings: { purpose: '人事' } });
	expect(result.error).toBeUndefined();
	expect(summary).toMatchObject({ filed: 0, rejected: counts.filed, unknown: 0, human: counts.human });
	expect(await chain.sent()).toEqual([]);
	const reasons = attention.filter(({ code }) => code === 'rejected').map(({ reason }) => reason);
	expect(reasons).toHaveLength(counts.filed);
	for (const reason of reasons) expect(reason).toMatch(/'Text' holds a character that can not be written \(U\+4EBA\)/);

	await chain.advance(DAY);
	expect(await chain.runToEnd({ from: SCHEDULE })).toMatchObject({ filed: counts.filed, rejected: 0 });
	expect(await chain.folderProblems()).toEqual([]);
	expect(chain.rowsOf('nordic_lina_human').map(({ code }) => code)).not.toContain('rejected');
});
