import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { OutcomeName } from '../../kit/outcome';
import type { TimeTransaction } from '../time/row';
import { registrationKey } from '../time/row';
import type { Settlement, Standing } from './settle';

/** A settled row; the outcome is that of marking its registration, where it was to be marked. */
export type SettledRow = TimeTransaction & Settlement & { outcome?: OutcomeName };

/** The figures of a run. All count rows (registration × time category), but `marked` and `unmarkedThoughDone`, which count registrations. */
export interface Summary extends IDataObject {
	read: number;
	/** Approved, closed and unmarked: the sum of the six that follow. */
	eligible: number;
	registered: number;
	unchanged: number;
	rejected: number;
	unmapped: number;
	later: number;
	held: number;
	notApproved: number;
	open: number;
	alreadyMarked: number;
	deleted: number;
	marked: number;
	/** All their lines stand, and Capitech could not be told: the next run tells it. */
	unmarkedThoughDone: number;
	/** Hours and pieces that nobody gets paid until a mapping is added, by time category. */
	unmappedCategories: Array<{ timeCategoryId: number; timeCategory: string | null; rows: number; quantity: number }>;
}

const hundredths = (rows: SettledRow[]): number => Math.round(rows.reduce((total, { qty }) => total + qty * 100, 0)) / 100;

/** Counts what became of the rows of a run. Pure. */
export function summarize(rows: SettledRow[]): Summary {
	const count = (standing: Standing): number => rows.filter((row) => row.standing === standing).length;
	const eligible: Standing[] = ['registered', 'unchanged', 'rejected', 'unmapped', 'later', 'held'];
	const toMark = [...groupBy(rows.filter(({ mark }) => mark), registrationKey).values()];
	const marked = toMark.filter(([{ outcome }]) => outcome === 'registered').length;
	const stood = toMark.filter(([{ outcome }]) => outcome === 'unchanged').length;
	const unmapped = groupBy(rows.filter(({ standing }) => standing === 'unmapped'), ({ timeCategoryId }) => String(timeCategoryId));
	return {
		read: rows.length,
		eligible: eligible.reduce((total, standing) => total + count(standing), 0),
		registered: count('registered'),
		unchanged: count('unchanged'),
		rejected: count('rejected'),
		unmapped: count('unmapped'),
		later: count('later'),
		held: count('held'),
		notApproved: count('notApproved'),
		open: count('open'),
		alreadyMarked: count('alreadyMarked'),
		deleted: count('deleted'),
		marked,
		unmarkedThoughDone: toMark.length - marked - stood,
		unmappedCategories: [...unmapped.values()].map((members) => ({
			timeCategoryId: members[0].timeCategoryId,
			timeCategory: members[0].timeCategory,
			rows: members.length,
			quantity: hundredths(members),
		})),
	};
}
