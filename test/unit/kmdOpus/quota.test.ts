import { readXml } from '../../../nodes/kit/xml';
import { numberOrNull, readQuotas } from '../../../nodes/KmdOpus/quotas/quota';
import type { OpusSoapClient } from '../../../nodes/KmdOpus/soap/client';

const element = (content: string) => readXml(`<r>${content}</r>`)!;

test.each([
	['<A>12.50</A>', 12.5],
	['<A>12,50000</A>', 12.5],
	['<A> -3 </A>', -3],
	['<A>3.00-</A>', -3],
	['<A/>', null],
	['', null],
])('%s is read as %s', (content, value) => expect(numberOrNull(element(content), 'A')).toBe(value));

test.each(['<A>x</A>', '<A>1.000,50</A>', '<A>--</A>'])('%s is no number, and not taken for nothing', (content) => {
	expect(() => numberOrNull(element(content), 'A')).toThrow('not in its contract');
});

const answering = (content: string) => ({ read: async () => element(content) }) as unknown as OpusSoapClient;
const quota = (number: string) => `<Quota><item><PersonnelNumber>${number}</PersonnelNumber><QuotaKey>k</QuotaKey></item></Quota>`;

test('an employee who was not asked for makes the answer unreadable', async () => {
	await expect(readQuotas(answering(quota('00000003')), ['1', '2'], '2026-11-02')).rejects.toThrow('not in its contract');
	expect([...(await readQuotas(answering(quota('00000002')), ['1', '2'], '2026-11-02'))].map(([number, { length }]) => [number, length])).toEqual([['1', 0], ['2', 1]]);
});

test('a quota that names nobody is of the one who was asked for, if it was one', async () => {
	expect((await readQuotas(answering(quota('')), ['1'], '2026-11-02')).get('1')).toHaveLength(1);
	await expect(readQuotas(answering(quota('')), ['1', '2'], '2026-11-02')).rejects.toThrow('not in its contract');
});
