import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import { readText } from '../../kit/parameters';
import { answerOf, isWrite } from './items';
import { absenceKeyOf } from './record';
import type { Answer } from './remember';
import type { StepName } from './step';

/** A step of the plan as an item; a write that was sent has its outcome, one that failed its error. */
export interface StepItem extends IDataObject {
	step: StepName;
	clientId: number;
	absenceId: number;
	/** The days of the absence that were read. */
	days: number;
}

/** How a step may count; it does so once. */
const FIGURES = [
	/** Records that the payroll system holds, or no longer holds, by this run. */
	'created',
	'updated',
	'deleted',
	/** Records that stood as they should, or were gone already. */
	'unchanged',
	/** Writes that were planned and not sent. */
	'planned',
	/** Writes that the payroll system refused. */
	'rejected',
	/** Writes of which some parts stand, and others do not. */
	'partial',
	/** Writes whose end is not known: the next run settles them. */
	'unknown',
	/** Writes that failed before anything was sent. */
	'failed',
	/** What another run will do. */
	'later',
	/** Absences of which nothing is to stand, and nothing does. */
	'skipped',
	/** Absences that somebody has to look at. */
	'human',
] as const;

type Figure = (typeof FIGURES)[number];

/** The figures of a run: steps by what became of them, the absences that they are about (those that are gone included), and the days of absences that were read. */
export type TransferSummary = Record<Figure | 'absences' | 'read', number>;

/** How a write counts by its answer; one that did what it was to do counts by its step. */
const COUNTED: Partial<Record<Answer, Figure>> = { none: 'planned', unchanged: 'unchanged', validated: 'planned', rejected: 'rejected', partial: 'partial', unknown: 'unknown', failed: 'failed', later: 'later' };
const DONE: Partial<Record<StepName, Figure>> = { create: 'created', update: 'updated', delete: 'deleted' };

function figureOf(item: StepItem): Figure {
	if (!isWrite(item)) return item.step as Figure;
	return COUNTED[answerOf(item)] ?? (DONE[item.step] as Figure);
}

/** Whether an item is a step of the plan. */
export const isStep = (json: IDataObject): json is StepItem => [...FIGURES, 'create', 'update', 'delete'].includes(readText(json.step)) && typeof json.days === 'number';

/** Counts what became of the steps of a run. Pure. */
export function summarizeTransfer(steps: StepItem[]): TransferSummary {
	const absences = [...groupBy(steps, absenceKeyOf).values()];
	const counts = FIGURES.map((figure) => [figure, steps.filter((step) => figureOf(step) === figure).length]);
	return {
		read: absences.reduce((total, [{ days }]) => total + days, 0),
		absences: absences.length,
		...(Object.fromEntries(counts) as Record<Figure, number>),
	};
}
