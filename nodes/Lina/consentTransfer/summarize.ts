import type { IDataObject } from 'n8n-workflow';

import { answerOf, isFiling } from './items';
import type { Answer } from './items';

/** How a step may count; it does so once. */
const FIGURES = [
	/** Documents of consents that were filed by this run, or found to be. */
	'filed',
	/** The same of withdrawals. */
	'withdrawn',
	/** Persons of whom nothing stands in the folder and nothing is kept any more; or whose withdrawal a human has settled. */
	'erased',
	/** Persons of whom everything is as it should be. */
	'unchanged',
	/** Documents that were planned and not sent. */
	'planned',
	/** Documents that the payroll system refused. */
	'rejected',
	/** Documents of which it is not known whether they were filed. */
	'unknown',
	/** Documents that another run will file. */
	'later',
	/** Persons, or all of them, that somebody has to look at. */
	'human',
] as const;

type Figure = (typeof FIGURES)[number];

/** The figures of a run: consents that stand in LINA, and steps by what became of them. */
export type TransferSummary = Record<Figure | 'consents', number>;

const COUNTED: Readonly<Record<Exclude<Answer, 'done'>, Figure>> = { none: 'planned', refused: 'rejected', unknown: 'unknown', later: 'later' };

const LISTED: Readonly<Record<string, Figure>> = { uploadUnknown: 'unknown', rejected: 'rejected' };

function figureOf(item: IDataObject): Figure | undefined {
	if (isFiling(item)) {
		const answer = answerOf(item);
		if (answer === 'done') return item.step === 'file' ? 'filed' : 'withdrawn';
		return item.recordedState === 'pending' && answer !== 'none' ? 'unknown' : COUNTED[answer];
	}
	if (item.step === 'human') return LISTED[String(item.code)] ?? 'human';
	return item.step === 'erase' ? 'erased' : item.step === 'unchanged' ? 'unchanged' : undefined;
}

/** Counts what became of the steps of a run. Pure. */
export function summarizeTransfer(steps: IDataObject[]): TransferSummary {
	const counts = FIGURES.map((figure) => [figure, steps.filter((step) => figureOf(step) === figure).length] as const);
	return { consents: steps.filter(({ consents }) => consents === true).length, ...(Object.fromEntries(counts) as Record<Figure, number>) };
}
