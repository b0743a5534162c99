import { openChild } from '../child/openChild.ts';
import { inTurn, median, ratioOf } from '../measure/rounds.ts';
import type * as PayrollLines from '../sides/payrollLines.ts';
import type { Stage } from '../support/scene.ts';
import type { Row } from '../support/table.ts';
import { microsecondsEach, times, whole } from '../support/table.ts';

/** How many rows a run gets, and how often it is run in a round: a short run alone says little. */
const SIZES = [
	{ count: 1000, repeats: 20 },
	{ count: 10_000, repeats: 4 },
	{ count: 100_000, repeats: 1 },
];

const ROUNDS = 7;

const TITLES: Record<PayrollLines.Step, string> = { prepare: 'Payroll Line: Prepare', reconcile: 'Payroll Line: Reconcile', settle: 'Payroll Line: Settle' };

/** What the operation takes beyond the baseline, by round. */
const beyond = (node: number[], nothing: number[]): number[] => node.map((seconds, round) => seconds - nothing[round]);

/** Prepares, reconciles and settles payroll lines, against n8n's node that does nothing with the same items. */
export async function measurePayrollLines({ root, bundle, log }: Stage): Promise<Row[]> {
	const child = openChild<typeof PayrollLines>(new URL('../sides/payrollLines.ts', import.meta.url), root);
	const measure = async (step: PayrollLines.Step): Promise<Row[]> => {
		log(`Capitech: ${TITLES[step]}, ${ROUNDS} rounds`);
		const secondsEach = async ({ count, repeats }: (typeof SIZES)[number], isBaseline: boolean) =>
			(await child.call('run', step, count, repeats, isBaseline)) / (count * repeats);
		await secondsEach({ count: 1000, repeats: 10 }, false);
		const sides = SIZES.flatMap((size) => [
			[`node ${size.count}`, async () => await secondsEach(size, false)] as const,
			[`nothing ${size.count}`, async () => await secondsEach(size, true)] as const,
		]);
		const rounds = await inTurn(ROUNDS, Object.fromEntries(sides));
		const own = (count: number) => beyond(rounds[`node ${count}`], rounds[`nothing ${count}`]);
		return SIZES.map(({ count }) => ({
			what: `Capitech: ${TITLES[step]}`,
			size: `${whole(count)} rows`,
			node: microsecondsEach(median(rounds[`node ${count}`])),
			plain: microsecondsEach(median(rounds[`nothing ${count}`])),
			ratio: times(ratioOf(rounds[`node ${count}`], rounds[`nothing ${count}`])),
			beside: `a row's share beyond the baseline: ${times(ratioOf(own(count), own(SIZES[0].count)))} that among ${whole(SIZES[0].count)}`,
		}));
	};
	try {
		await child.call('open', bundle);
		return [...(await measure('prepare')), ...(await measure('reconcile')), ...(await measure('settle'))];
	} finally {
		child.close();
	}
}
