import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../kit/dateWindows';
import type { Settled } from '../../kit/operation';
import type { Material } from './material';
import type { ClosingPlan, DayChange, PlannedClosing } from './plan';
import type { HoursKind } from './row';
import type { Night } from './when';
import type { Language } from './words';
import { changeText, closingText } from './words';

export interface ItemScope {
	akasseCode: string;
	language: Language;
	night: Night;
	/** So many days an ended closing is kept. */
	keepDays: number;
}

const ENDED: ReadonlySet<string> = new Set(['restored', 'stopped']);

/** Whether a closing ended so long ago that nobody asks for it any more. */
const isOld = ({ is }: PlannedClosing, { night, keepDays }: ItemScope): boolean => ENDED.has(is.state) && is.date < addDays(night.today, -keepDays);

function closingItem(planned: PlannedClosing, scope: ItemScope): IDataObject {
	const { was, is, base } = planned;
	const { id, akasseCode, date, kind, hours, state, before, reason } = is;
	const begins = (was.state === 'planned' || was.state === 'closing') && (state === 'closing' || state === 'closed');
	const isLate = begins && scope.night.isLate;
	const isChanged = was.state !== state || was.before !== before;
	return {
		step: isOld(planned, scope) ? 'erase' : isChanged ? 'keep' : 'unchanged',
		...{ id, akasseKode: akasseCode, date, which: kind, hours, state, before, reason },
		stands: base,
		isForHuman: state === 'stopped' || isLate,
		text: closingText(planned, scope.language, isLate),
	};
}

const daysOf = (changes: DayChange[], kind: HoursKind): IDataObject =>
	Object.fromEntries(changes.filter((change) => change.kind === kind).map(({ weekday, after }) => [String(weekday), after]));

function updateItem({ changes, fingerprint }: ClosingPlan, { akasseCode, language }: ItemScope): IDataObject {
	return {
		step: 'update',
		akasseKode: akasseCode,
		openingDays: daysOf(changes, 'opening'),
		phoneDays: daysOf(changes, 'phone'),
		expectedFingerprint: fingerprint,
		text: changes.map((change) => changeText(change, language)).join('; '),
	};
}

/** A plan as items: one for each closing, and one for the update where there is something to update. */
export function itemsOf(plan: ClosingPlan, { from, closings }: Material, scope: ItemScope): Settled[] {
	const rows = plan.closings.map((planned, at): Settled => ({ from: [closings[at].index], json: closingItem(planned, scope) }));
	return plan.changes.length ? [...rows, { from: [from], json: updateItem(plan, scope) }] : rows;
}
