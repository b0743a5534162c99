import { makeWorld } from '../../../sandbox/world/makeWorld.ts';
import { CapitechBench, keysOf, rowsOf } from './capitech';

const SIZE = { seed: 7, people: 4000, days: 62, until: '2026-10-31' };

const capitech = new CapitechBench(SIZE);

test('200,000 rows are read in full, each once, and twice in the same order', async () => {
	const { period, capitech: held } = makeWorld(SIZE);
	const wanted = keysOf(held.transactions.filter(({ clientId, dateIn }) => clientId === 100 && dateIn >= period.from && dateIn <= period.until).map((row) => ({ ...row })));
	expect(wanted.length).toBeGreaterThan(200_000);

	const read = async () => keysOf(rowsOf(await capitech.getMany(period.from, period.until, { simplify: true })));
	const first = await read();
	expect(first.length).toBe(wanted.length);
	const all = new Set(wanted);
	expect(first.every((key) => all.delete(key))).toBe(true);
	expect(all.size).toBe(0);

	const second = await read();
	expect(second.length).toBe(first.length);
	expect(second.every((key, at) => key === first[at])).toBe(true);
}, 600_000);
