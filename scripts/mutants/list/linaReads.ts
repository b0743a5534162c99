import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const rows = (named?: string) => unit('lina/rows', named);
const hours = (named: string) => unit('lina/hours', named);
const days = (named: string) => unit('lina/workingTimeChanges', named);
const silence = (named: string) => unit('lina/workingTimeSilence', named);
const consents = unit('lina/consentChanges');
const report = unit('lina/report');

const LINA = 'nodes/Lina';

/** How LINA is read, trap by trap of the contract, and how the poll trigger tells what changed. */
export const linaReads: Mutant[] = [
	{
		name: 'trap 2: the same rows in another order are a change',
		file: `${LINA}/poll/days.ts`,
		find: 'rows.map(shortHash).sort()',
		replace: 'rows.map(shortHash)',
		tests: days('trap 2:'),
	},
	{
		name: 'trap 3: work after midnight is put on the calendar day',
		file: `${LINA}/workingTime/row.ts`,
		find: 'return { businessDate, shifts,',
		replace: 'return { businessDate: shifts[0]?.from.slice(0, 10) ?? businessDate, shifts,',
		tests: rows('trap 3:'),
	},
	{
		name: 'trap 4: times are given out in UTC',
		file: `${LINA}/workingTime/shifts.ts`,
		find: 'DateTime.fromSeconds(unix, { zone: ZONE })',
		replace: "DateTime.fromSeconds(unix, { zone: 'utc' })",
		tests: rows('trap 4:'),
	},
	{
		name: 'trap 5: the hours of a day come as JSON.parse orders them',
		file: `${LINA}/workingTime/hours.ts`,
		find: 'const first = startsAt ?? firstAfterGap(ascending);',
		replace: 'const first = startsAt ?? 0;',
		tests: hours('trap 5:'),
	},
	{
		name: 'trap 6: hours that begin at 0 and come as a list stop the read',
		file: `${LINA}/workingTime/hours.ts`,
		find: "if (typeof value !== 'object' || value === null)",
		replace: "if (typeof value !== 'object' || value === null || Array.isArray(value))",
		tests: hours('trap 6:'),
	},
	{
		name: 'trap 7: the hour in which a shift ends sharp is dropped',
		file: `${LINA}/workingTime/row.ts`,
		find: 'hourlyCosts: hours.map((hour)',
		replace: 'hourlyCosts: hours.filter((hour) => times.shifts.every(({ toUnix }) => toUnix === null || hour !== hourOf(toUnix))).map((hour)',
		tests: hours('trap 7:'),
	},
	{
		name: 'trap 8: a pair of zeros is a shift of 1970',
		file: `${LINA}/workingTime/shifts.ts`,
		find: 'if (fromUnix === 0 && toUnix === 0) return [];',
		replace: 'if (fromUnix === 0 && toUnix === 0) return [{ from: inBerlin(0), to: inBerlin(0), fromUnix, toUnix }];',
		tests: rows('trap 8:'),
	},
	{
		name: 'trap 8: an absence is a row like any other',
		file: `${LINA}/workingTime/row.ts`,
		find: 'isAbsence: !shifts.length && absenceDays > 0',
		replace: 'isAbsence: !shifts.length && absenceDays < 0',
		tests: rows('trap 8:'),
	},
	{
		name: 'trap 9: a day that was emptied is not told as deleted',
		file: `${LINA}/workingTime/changes.ts`,
		find: 'deleted: rows.length === 0',
		replace: 'deleted: false',
		tests: days('trap 9:'),
	},
	{
		name: 'trap 10: what was changed after the last poll of a day is passed over',
		file: `${LINA}/poll/workingTimes.ts`,
		find: 'const OVERLAP_DAYS = 1;',
		replace: 'const OVERLAP_DAYS = 0;',
		tests: silence('trap 10:'),
	},
	{
		name: 'trap 10: after a long silence only what LINA knows of changes is told',
		file: `${LINA}/poll/workingTimes.ts`,
		find: 'if (wanted < oldest)',
		replace: 'if (wanted < oldest && !kept)',
		tests: silence('trap 10:'),
	},
	{
		name: 'trap 10: what is known of a day is forgotten while the days are read again',
		file: `${LINA}/poll/workingTimes.ts`,
		find: 'if (!state.again) state.days = pruned',
		replace: 'state.days = pruned',
		tests: silence('trap 10:'),
	},
	{
		name: 'trap 11: h_zuschlag_ is not known',
		file: `${LINA}/workingTime/row.ts`,
		find: '[`h_zuschl_${name}`, `h_zuschlag_${name}`]',
		replace: '[`h_zuschl_${name}`]',
		tests: rows('trap 11:'),
	},
	{
		name: 'trap 12: times that lie on other days than the business day are dropped',
		file: `${LINA}/workingTime/row.ts`,
		find: 'const shifts = shiftsIn(row, where);',
		replace: 'const shifts = shiftsIn(row, where).filter(({ from }) => from.startsWith(businessDate));',
		tests: rows('trap 12:'),
	},
	{
		name: 'trap 13: the number of an area comes out as it came, a text among numbers',
		file: `${LINA}/workingTime/row.ts`,
		find: "area: numberIn(row, 'bereich', where)",
		replace: 'area: row.bereich as number',
		tests: rows('trap 13:'),
	},
	{
		name: 'trap 16: unconfirmed times are given out as accepted ones',
		file: `${LINA}/actions/workingTime/getAccepted.operation.ts`,
		find: "readDays(context, index, 'acceptedworkingtimes',",
		replace: "readDays(context, index, 'userdataperday',",
		tests: engine('lina/reads', 'trap 16'),
	},
	{
		name: 'trap 17: the hours of one slot stand in another',
		file: `${LINA}/workingTime/row.ts`,
		find: 'nightLate: slot(row, 40, where)',
		replace: 'nightLate: slot(row, 25, where)',
		tests: rows('trap 17:'),
	},
	{
		name: 'a cost that can not be read is taken for none',
		file: `${LINA}/wire.ts`,
		find: 'if (number === undefined) throw unreadable(`The field ${field}',
		replace: 'if (number === undefined) return 0;\n\tif (number === null) throw unreadable(`The field ${field}',
		tests: rows(),
	},
	{
		name: 'an answer that is no list passes for an empty one',
		file: `${LINA}/wire.ts`,
		find: 'Object.keys(value).length > 0 && ',
		replace: '',
		tests: unit('lina/rows'),
	},
	{
		name: 'whatever holds an object passes for a list of rows',
		file: `${LINA}/wire.ts`,
		find: ' && Object.keys(value).every((key) => /^\\d+$/.test(key))',
		replace: '',
		tests: unit('lina/rows'),
	},
	{
		name: 'everybody is told as withdrawn where a right was taken away',
		file: `${LINA}/poll/consents.ts`,
		find: 'if (areTooManyGone(gone.length, known)',
		replace: 'if (areTooManyGone(0, known)',
		tests: consents,
	},
	{
		name: 'a withdrawn person stays remembered',
		file: `${LINA}/poll/consents.ts`,
		find: "const now: ConsentState['people'] = {};",
		replace: "const now: ConsentState['people'] = { ...before };",
		tests: consents,
	},
	{
		name: 'the first poll tells everybody unasked',
		file: `${LINA}/poll/consents.ts`,
		find: 'const isTold = state !== undefined || this.settings.tellFirst;',
		replace: 'const isTold = true;',
		tests: consents,
	},
	{
		name: 'an area of one row is reported',
		file: `${LINA}/workingTime/report.ts`,
		find: 'return [rows.length, ...adding.filter(Boolean)].some(',
		replace: 'return adding.filter(Boolean).some(',
		tests: report,
	},
	{
		name: 'an area is reported to whose figures one person alone adds',
		file: `${LINA}/workingTime/report.ts`,
		find: 'return [rows.length, ...adding.filter(Boolean)].some(',
		replace: 'return [rows.length].some(',
		tests: report,
	},
	{
		name: 'absences are reported unasked',
		file: `${LINA}/workingTime/report.ts`,
		find: 'settings.includeAbsences || !isAbsence',
		replace: 'settings.includeAbsences || isAbsence || !isAbsence',
		tests: report,
	},
	{
		name: 'rows of a day that comes again are added to those before',
		file: `${LINA}/workingTime/reportItems.ts`,
		find: 'isOpen(before) && isOpen(next) && before.rowsOfDay === next.rowsOfDay;',
		replace: 'before.rowsOfDay === next.rowsOfDay;',
		tests: report,
	},
	{
		name: 'a part of a day is reported as the day',
		file: `${LINA}/workingTime/reportItems.ts`,
		find: 'if (open) throw notAll(open);',
		replace: '',
		tests: report,
	},
	{
		name: 'rows of two readings of a day pass for one',
		file: `${LINA}/workingTime/reportItems.ts`,
		find: '&& before.rowsOfDay === next.rowsOfDay;',
		replace: '&& before.rowsOfDay >= next.rowsOfDay;',
		tests: report,
	},
];
