import type { Chain } from '../chain.ts';

/** Approved absences from Capitech become absences in KMD Opus. */
export const capitechAbsenceToOpus: Chain = {
	name: 'capitech-absence-to-opus',
	summary: 'Summary',
	counts: ['read', 'absences', 'created', 'unchanged', 'rejected', 'later', 'skipped', 'human'],
	additions: ['created', 'updated', 'deleted'],
	figures: (summary) => summary,
	settings: () => ({ postOnManualStart: true }),
};
