import { linaToPersonalemappe } from '../../scripts/demo/chains/linaToPersonalemappe.ts';
import type { Environment } from '../../scripts/demo/environment.ts';
import { runLiveChain } from '../../scripts/demo/live.ts';
import { DataTables } from './dataTables';

/** Two runs begun at once wait for each other, several times. */
const liveMs = 10 * 60_000;

type LinaState = { webhooks: unknown[]; pushes: Array<{ status: number | null }>; consentEvents: unknown[] };

/** The template LINA to Personalemappe, started by pushes. */
export function describeLiveChain(get: () => Environment, begin: () => Promise<void>): void {
	describe('the template LINA to Personalemappe', () => {
		beforeAll(begin);

		it(
			'files what the reference says when consents are given and withdrawn, finds by hand what no push told of, and once more nothing',
			async () => {
				const result = await runLiveChain(get(), linaToPersonalemappe, linaToPersonalemappe.live!, false);
				expect(result.problems).toEqual([]);
				expect(result.first).toMatchObject({ ...result.expected, withdrawn: 1 });
				expect(result.first.filed).toBeGreaterThan(3);

				const { webhooks, pushes, consentEvents } = await get().sandbox.control<LinaState>('GET', '/state/lina');
				expect(webhooks).toEqual([]);
				expect(consentEvents).toHaveLength(5);
				expect(pushes.map(({ status }) => status)).toEqual([200, 200, 200, 200, 0]);
				expect(await new DataTables(() => get().session).rows('nordic_records_tasks')).toHaveLength(1);
			},
			liveMs,
		);
	});
}
