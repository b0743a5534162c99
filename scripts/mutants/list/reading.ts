import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const PLAN = 'nodes/Capitech/payroll/planRun.ts';
const PLAN_OPERATION = 'nodes/Capitech/actions/payrollLine/planRun.operation.ts';
const READ = 'nodes/Capitech/time/read.ts';
const ROW = 'nodes/Capitech/time/row.ts';
const WHOLE = 'nodes/Capitech/time/wholeRegistrations.ts';

const planned = unit('capitech/planRun');
const whole = engine('capitech/wholeRegistrations');

/** What a run asks Capitech for, and what it makes of the answer. */
export const reading: Mutant[] = [
	{
		name: 'a run of the day asks for what is exported already',
		file: PLAN,
		find: "externalStatusCodes: String(rejectedCode), withoutExternalStatus: 'yes',",
		replace: "externalStatusCodes: '', withoutExternalStatus: 'any',",
		tests: planned,
	},
	{
		name: 'a run of the day does not ask for what was refused',
		file: PLAN,
		find: 'externalStatusCodes: String(rejectedCode),',
		replace: "externalStatusCodes: '',",
		tests: planned,
	},
	{
		name: 'a run of the day does not ask for what was changed',
		file: PLAN,
		find: "\t\t\t{ clientId, query: 'changed', ...dates, ...unset, lastApprovedOrUpdatedFrom: changedSince, ...common, accounts: [] },\n",
		replace: '',
		tests: planned,
	},
	{
		name: 'what was changed is asked for from the last run on, without overlap',
		file: PLAN_OPERATION,
		find: 'const OVERLAP_HOURS = 2;',
		replace: 'const OVERLAP_HOURS = 0;',
		tests: engine('capitech/payrollLineRun', 'watermark'),
	},
	{
		name: 'a full reading ends with the period: what lies beside it passes for deleted',
		file: PLAN,
		find: 'const around = datesIn({ from, to }) + MARGIN_DAYS;',
		replace: 'const around = 0;',
		tests: planned,
	},
	{
		name: 'rows of one registration in several time categories are taken for one',
		file: ROW,
		find: '`${clientId}:${uid}:${timeCategoryId}`;',
		replace: '`${clientId}:${uid}:${timeCategoryId < 0}`;',
		tests: unit('capitech/row'),
	},
	{
		name: 'a registration is read with the rows only that a filter chooses',
		file: WHOLE,
		find: 'const isUnfiltered = !Object.keys(filters).length;',
		replace: 'const isUnfiltered = true;',
		tests: whole,
	},
	{
		name: 'a registration that was moved while it was read is left out',
		file: WHOLE,
		find: 'if ([...chosen].some(isLost)) await read({ window: wider(period, MOVED_DAYS), filters: {} });',
		replace: '',
		tests: whole,
	},
	{
		name: 'a quantity that is no number is read as nothing',
		file: ROW,
		find: 'if (!Number.isNaN(row.qty)) return row;',
		replace: 'if (!Number.isNaN(row.qty) || row.uid) return { ...row, qty: 0 } as TimeTransaction;',
		tests: unit('capitech/row'),
	},
	{
		name: 'of a date with too many rows the half is read',
		file: READ,
		find: 'if (halves) return halves.map((half) => ({ window: half, filters }));',
		replace: 'if (halves) return halves.slice(0, 1).map((half) => ({ window: half, filters }));',
		tests: engine('capitech/tooMany'),
	},
	{
		name: 'a shift over midnight at the edge of the period is not read',
		file: READ,
		find: '({ from: addDays(from, -1), to: addDays(to, 1) });',
		replace: '({ from, to });',
		tests: engine('capitech/windows'),
	},
	{
		name: 'a row that was deleted is not given out as such',
		file: WHOLE,
		find: 'before.filter((row) => row.isDeleted && !keys.has(rowKey(row)))',
		replace: 'before.filter((row) => !row.isDeleted && !keys.has(rowKey(row)) && row.isDeleted)',
		tests: whole,
	},
	{
		name: 'a limit cuts a registration',
		file: WHOLE,
		find: '{ ...options, enough: undefined });',
		replace: 'options);',
		tests: whole,
	},
	{
		name: 'a full run does not know what was changed since the one before',
		file: PLAN,
		find: "changedSince: watermark === '' ? '' : changedSince,",
		replace: "changedSince: '',",
		tests: planned,
	},
	{
		name: 'rows without a uid take the place of one another',
		file: READ,
		find: 'if (rows.every(({ uid }) => Number.isSafeInteger(uid))) return rows;',
		replace: 'if (rows.length >= 0) return rows;',
		tests: unit('capitech/wholeRegistrations'),
	},
];
