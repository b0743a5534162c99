import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { OutcomeName } from '../../kit/outcome';
import { registrationKey } from '../time/row';
import type { Settlement, Standing } from './settle';
import type { BalancedRow } from './reconcile';

/** A settled row; the outcome, or the error, is that of marking its registration, where it was to be marked. */
export type SettledRow = BalancedRow & Settlement & { outcome?: OutcomeName; error?: string };

/** The figures of a run. All count rows (registration × time category), but those that say otherwise. */
export interface Summary extends IDataObject {
	read: number;
	/** Approved, closed, not exported before and in the period: the sum of the ten that follow. */
	eligible: number;
	registered: number;
	unchanged: number;
	/** Validated only: posting is switched off. */
	toPost: number;
	rejected: number;
	unmapped: number;
	notExported: number;
	toConfirm: number;
	noEmployment: number;
	later: number;
	held: number;
	/** Rows that were exported before, and changed since: their difference stands now. */
	correctedBefore: number;
	notApproved: number;
	open: number;
	alreadyMarked: number;
	outOfPeriod: number;
	deleted: number;
	/** For a human. */
	withdrawn: number;
	elsewhere: number;
	unaccounted: number;
	vanished: number;
	/** Lines taken back for which there is no row any more. */
	reversed: number;
	/** Registrations. */
	marked: number;
	markedRejected: number;
	/** Registrations all of whose lines stand, and Capitech could not be told: the next run tells it. */
	unmarkedThoughDone: number;
	/** Registrations whose status could not be set, whatever it was to be: the watermark must not move on then. */
	statusNotSet: number;
	/** Hours of the rows that stand or would be posted: ordinary hours and overtime, without the supplements that lie on top of them. */
	hours: number;
	/** Hours and pieces that nobody gets paid until a mapping is added, by time category. */
	unmappedCategories: Array<{ timeCategoryId: number; timeCategory: string | null; rows: number; quantity: number }>;
}

const hundredths = (rows: SettledRow[]): number => Math.round(rows.reduce((total, { qty }) => total + qty * 100, 0)) / 100;

/** Rows that go into `eligible`, by how they stand; what was refused before counts as refused. */
const ELIGIBLE: Standing[] = ['registered', 'unchanged', 'toPost', 'rejected', 'unmapped', 'notExported', 'toConfirm', 'noEmployment', 'later', 'held'];

const isPaidHours = ({ timeCategoryTypeId, standing, payrollLine }: SettledRow): boolean =>
	(timeCategoryTypeId === 'O' || timeCategoryTypeId === 'P') && payrollLine?.unit === 'hours' && ['registered', 'unchanged', 'toPost'].includes(standing);

/**
 * Counts what became of the rows of a run. Pure.
 * @param exportedCode the external status of a registration that stands in the payroll system
 */
export function summarize(rows: SettledRow[], exportedCode: number): Summary {
	const ofCapitech = rows.filter(({ withoutRow }) => !withoutRow);
	const wasExported = ({ externalStatusCode }: SettledRow): boolean => externalStatusCode === exportedCode;
	const fresh = ofCapitech.filter((row) => !wasExported(row));
	const asCounted = (standing: Standing): Standing => (standing === 'rejectedBefore' ? 'rejected' : standing);
	const count = (standing: Standing, among = fresh): number => among.filter((row) => asCounted(row.standing) === standing).length;
	const eligible = Object.fromEntries(ELIGIBLE.map((standing) => [standing, count(standing)]));
	const toMark = [...groupBy(rows.filter(({ mark }) => mark), registrationKey).values()];
	const marked = (isExported: boolean) => toMark.filter(([{ markCode, outcome }]) => markCode !== null && (markCode === exportedCode) === isExported && outcome === 'registered').length;
	/* A run that only validates sets none, and has failed at none. */
	const notSet = toMark.filter(([{ outcome, error }]) => (outcome !== undefined || error !== undefined) && outcome !== 'registered' && outcome !== 'unchanged');
	const unmapped = groupBy(rows.filter(({ standing }) => standing === 'unmapped'), ({ timeCategoryId }) => String(timeCategoryId));
	return {
		read: ofCapitech.length,
		eligible: Object.values(eligible).reduce((total, part) => total + part, 0),
		...(eligible as Pick<Summary, 'registered' | 'unchanged' | 'toPost' | 'rejected' | 'unmapped' | 'notExported' | 'toConfirm' | 'noEmployment' | 'later' | 'held'>),
		correctedBefore: ofCapitech.filter((row) => wasExported(row) && row.standing === 'registered').length,
		notApproved: count('notApproved', ofCapitech),
		open: count('open', ofCapitech),
		alreadyMarked: count('alreadyMarked', ofCapitech),
		outOfPeriod: count('outOfPeriod', ofCapitech),
		deleted: count('deleted', ofCapitech),
		withdrawn: count('withdrawn', rows),
		elsewhere: count('elsewhere', rows),
		unaccounted: count('unaccounted', rows),
		vanished: count('vanished', rows),
		reversed: count('reversed', rows),
		marked: marked(true),
		markedRejected: marked(false),
		unmarkedThoughDone: notSet.filter(([{ markCode }]) => markCode === exportedCode).length,
		statusNotSet: notSet.length,
		hours: hundredths(ofCapitech.filter(isPaidHours)),
		unmappedCategories: [...unmapped.values()].map((members) => ({
			timeCategoryId: members[0].timeCategoryId,
			timeCategory: members[0].timeCategory,
			rows: members.length,
			quantity: hundredths(members),
		})),
	};
}
