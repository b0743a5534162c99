import type { Chain } from '../chain.ts';

/** How far back the template fetches as it is shipped. */
const shippedDays = 62;

/** Approved hours from Capitech become one-time payments in KMD Opus, and are marked as exported. */
export const capitechToOpus: Chain = {
	name: 'capitech-to-opus',
	summary: 'Summary',
	counts: ['read', 'eligible', 'registered', 'rejected', 'unmapped', 'notExported', 'later', 'held', 'marked'],
	additions: ['registered', 'marked'],
	figures: (summary) => ({
		...summary,
		unmapped: summary.unmapped + summary.notExported + summary.toConfirm + summary.noEmployment,
	}),
	settings: ({ days }) => ({
		postOnManualStart: true,
		...(days > shippedDays && {
			fromDate: `={{ $now.setZone('Europe/Oslo').minus({ days: ${days} }).toISODate() }}`,
		}),
	}),
};
