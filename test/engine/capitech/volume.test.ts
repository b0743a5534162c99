import { makeWorld } from '../../../sandbox/world/makeWorld.ts';
import { CapitechBench, keysOf, rowsOf } from './capitech';

/** `CHAIN_FULL=1`: all 200,000. */
const [PEOPLE, ROWS] = process.env.CHAIN_FULL === '1' ? [3000, 200_000] : [1000, 60_000];
const SIZE = { seed: 7, people: PEOPLE, days: 62, until: '2026-10-31' };

const capitech = new CapitechBench(SIZE);

test(`${ROWS} rows are read in full, each once, by date, registration and time category`, async () => {
	const { period, capitech: held } = makeWorld(SIZE);
	const wanted = held.transactions
		.filter(({ clientId, dateIn }) => clientId === 100 && dateIn >= period.from && dateIn <= period.until)
		.sort((a, b) => a.dateIn.localeCompare(b.dateIn) || a.uid - b.uid || a.timeCategoryId - b.timeCategoryId);
	expect(wanted.length).toBeGreaterThan(ROWS);

	const read = keysOf(rowsOf(await capitech.getMany(period.from, period.until, { simplify: true })));
	const keys = keysOf(wanted.map((row) => ({ ...row })));
	expect(read.length).toBe(keys.length);
	expect(read.every((key, at) => key === keys[at])).toBe(true);
}, 600_000);
