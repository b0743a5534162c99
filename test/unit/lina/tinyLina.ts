import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../nodes/kit/dateWindows';
import type { WorkingTimeReader, WorkingTimeSettings, WorkingTimeState } from '../../../nodes/Lina/poll/workingTimes';
import { WorkingTimeSource } from '../../../nodes/Lina/poll/workingTimes';
import { readChanges } from '../../../nodes/Lina/workingTime/changes';
import { fullRow } from './samples';
import { numbers, TestTime, TinyCalls, TinyPoller } from './tinyPoller';

const wireDate = (date: string): string => date.split('-').reverse().join('.');

/** A row with so many worked hours. */
export const row = (hours: number, changes: IDataObject = {}): IDataObject => fullRow({ h_brutto: hours, h_zuschl_51: 0, ...changes });

/** As much of LINA as the trigger asks for: business days, their rows in no order, and the date of their last change. */
export class TinyLina implements WorkingTimeReader {
	readonly days = new Map<string, { rows: IDataObject[]; changed: string }>();

	readonly calls = new TinyCalls();

	private readonly order = numbers(5);

	constructor(readonly time: TestTime) {}

	put(date: string, ...rows: IDataObject[]): void {
		this.days.set(date, { rows, changed: this.time.today });
	}

	async changes(since: string) {
		this.calls.count(`changes ${since}`);
		const changed = [...this.days].filter(([, day]) => day.changed >= since && day.changed >= addDays(this.time.today, -92));
		return readChanges(changed.map(([date, { rows }]) => ({ datum: wireDate(date), schichten: this.shuffled(rows) })));
	}

	/** Without holiday hours, as the samples of the service have it. */
	async day(date: string) {
		this.calls.count(`day ${date}`);
		return this.shuffled(this.days.get(date)?.rows ?? []).map((entry) => Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'h_zuschl_51')));
	}

	private shuffled(rows: IDataObject[]): IDataObject[] {
		return [...rows].sort(() => this.order() - 0.5);
	}
}

/** A store and a trigger on it. */
export function store(settings: WorkingTimeSettings = { simplify: true }, start = '2026-11-10T06:00', budgetMs?: number) {
	const time = new TestTime(start);
	const lina = new TinyLina(time);
	const trigger = new TinyPoller<WorkingTimeState>(() => new WorkingTimeSource(lina, settings), time, budgetMs);
	const inShort = async () => (await trigger.poll()).map(({ businessDate, deleted, rows }) => `${String(businessDate)} ${deleted ? 'deleted' : (rows as IDataObject[]).map(({ workedHours }) => workedHours).sort().join('+')}`);
	return { time, lina, trigger, inShort };
}
