import type { RegisterOutcome, SendSettings } from './employees';
import type { PaymentLine } from './line';
import { sendLines } from './send';
import type { UpdateOptions } from './service';
import { updatePayments } from './service';
import { presentPosting } from './statement';

/**
 * Sends one-time payments as they are, or has them checked only.
 * @param run what a repeat of the run shares (`runOf`)
 */
export async function sendPayments(lines: PaymentLine[], settings: SendSettings, run: unknown[], validateOnly: boolean): Promise<RegisterOutcome[]> {
	const service = {
		update: async (part: PaymentLine[], options: UpdateOptions) => await updatePayments(settings.client, part, options),
		present: presentPosting,
		check: 'Read the payments of the employee',
	};
	return await sendLines(lines, service, settings, run, validateOnly);
}
