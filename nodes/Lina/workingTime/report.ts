import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { DayRow, SurchargeHours } from './row';

/** What a report leaves out, so that no figure is that of one person. */
export interface ReportSettings {
	/** Areas of a day with fewer rows, or with a figure that fewer of them add to, are suppressed. */
	minimumRows: number;
	/** Whether absences count; their rows are suppressed otherwise. */
	includeAbsences: boolean;
}

/** A business day and its rows. */
export interface ReportedDay {
	businessDate: string;
	rows: DayRow[];
}

/** Money and hours to the second decimal: sums of floats have more. */
const sum = (numbers: number[]): number => Math.round(numbers.reduce((total, number) => total + number, 0) * 100) / 100;

function sumSurcharges(all: SurchargeHours[]): SurchargeHours {
	const hours = (slot: 'nightEarly' | 'nightLate' | 'sunday') => sum(all.map((surcharges) => surcharges[slot]));
	const holidays = all.flatMap(({ holiday }) => (holiday === undefined ? [] : [holiday]));
	return { nightEarly: hours('nightEarly'), nightLate: hours('nightLate'), sunday: hours('sunday'), ...(holidays.length > 0 && { holiday: sum(holidays) }) };
}

const figuresOf = (rows: DayRow[], { includeAbsences }: ReportSettings): IDataObject => ({
	rows: rows.length,
	workedHours: sum(rows.map(({ workedHours }) => workedHours)),
	surchargeHours: sumSurcharges(rows.map(({ surchargeHours }) => surchargeHours)),
	grossWage: sum(rows.map(({ grossWage }) => grossWage)),
	employerCost: sum(rows.map(({ employerCost }) => employerCost)),
	...(includeAbsences && { absenceDays: sum(rows.map(({ absenceDays }) => absenceDays)) }),
});

/** What is summed up. Who was absent adds nothing to the hours, who works unpaid nothing to the wages. Surcharges are left out: most nights are worked by few. */
const summed = ({ includeAbsences }: ReportSettings) => ['workedHours', 'grossWage', 'employerCost', ...(includeAbsences ? (['absenceDays'] as const) : [])] as const;

/** Whether there are too few rows, or a sum to which too few of them add: it would be theirs. */
function tellsOfFew(rows: DayRow[], settings: ReportSettings): boolean {
	const adding = summed(settings).map((figure) => rows.filter((row) => row[figure] !== 0).length);
	return [rows.length, ...adding.filter(Boolean)].some((count) => count < settings.minimumRows);
}

/**
 * The figures of a business day: one element for each area with enough rows, by its number, and one that says what was suppressed, in counts alone. Totals of the
 * day are not given: what they hold more than the areas would be the suppressed rows. Pure.
 */
export function reportDay({ businessDate, rows }: ReportedDay, settings: ReportSettings): IDataObject[] {
	const counted = rows.filter(({ isAbsence }) => settings.includeAbsences || !isAbsence);
	const areas = [...groupBy(counted, ({ area }) => String(area)).values()].sort(([a], [b]) => a.area - b.area);
	const [shown, small] = [areas.filter((own) => !tellsOfFew(own, settings)), areas.filter((own) => tellsOfFew(own, settings))];
	const suppressed = { areas: small.length, rows: small.flat().length, absenceRows: rows.length - counted.length };
	return [
		...shown.map((own): IDataObject => ({ kind: 'area', businessDate, area: own[0].area, ...figuresOf(own, settings) })),
		{ kind: 'day', businessDate, deleted: rows.length === 0, areas: shown.length, suppressed },
	];
}
