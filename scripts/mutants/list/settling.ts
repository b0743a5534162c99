import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const SETTLE = 'nodes/Capitech/payroll/settle.ts';
const CONTROL = 'nodes/Capitech/payroll/control.ts';
const SUMMARIZE = 'nodes/Capitech/payroll/summarize.ts';
const MARK = 'nodes/Capitech/time/mark.ts';

const settled = unit('capitech/settle');
const listed = unit('capitech/control');
const guarded = engine('capitech/onlyIfUnchanged');

/** Marks, control list and figures. */
export const settling: Mutant[] = [
	{
		name: 'a registration is marked although a line of it is to follow later',
		file: SETTLE,
		find: "\tpartial: 'later',\n\tlater: 'later',",
		replace: "\tpartial: 'later',\n\tlater: 'registered',",
		tests: settled,
	},
	{
		name: 'a registration is marked although nobody knows whether its line was registered',
		file: SETTLE,
		find: "unknown: 'later',",
		replace: "unknown: 'registered',",
		tests: settled,
	},
	{
		name: 'a registration is marked although a part of its postings stands only',
		file: SETTLE,
		find: "partial: 'later',",
		replace: "partial: 'registered',",
		tests: settled,
	},
	{
		name: 'a registration is marked although not all its rows came',
		file: SETTLE,
		find: 'const isDone = isWhole && states.every(',
		replace: 'const isDone = (isWhole || codes.exported > 0) && states.every(',
		tests: settled,
	},
	{
		name: 'a mark of before stays although a row waits',
		file: SETTLE,
		find: 'WAITING.has(standing))) return carriesOurs ? null : undefined;',
		replace: 'WAITING.has(standing))) return undefined;',
		tests: settled,
	},
	{
		name: 'a refused row hides one that waits from the next run',
		file: SETTLE,
		find: 'if (states.some((standing) => WAITING.has(standing))) return',
		replace: 'if (states.every((standing) => WAITING.has(standing))) return',
		tests: settled,
	},
	{
		name: 'a registration is marked by a run that only validated',
		file: SETTLE,
		find: "if (states.includes('toPost') || states",
		replace: "if (states.includes('toPost')) return codes.exported;\n\tif (states",
		tests: settled,
	},
	{
		name: 'a mark that nobody can account for is replaced, and hides the row from a human',
		file: SETTLE,
		find: "|| states.includes('unaccounted') ||",
		replace: '||',
		tests: settled,
	},
	{
		name: "somebody else's code is overwritten",
		file: SETTLE,
		find: '|| (!carriesOurs && !carried.has(null))) return undefined;',
		replace: ') return undefined;',
		tests: settled,
	},
	{
		name: 'the mark does not mind that the registration was changed meanwhile',
		file: MARK,
		find: "if (change) outcomes.set(key, explain('rejected', change));",
		replace: "if (change && !key) outcomes.set(key, explain('rejected', change));",
		tests: guarded,
	},
	{
		name: 'the mark minds the quantity alone',
		file: MARK,
		find: "\t'recordStateKey',\n\t'dateIn',\n\t'employeeId',\n\t'departmentId',\n\t'projectId',\n",
		replace: "\t'recordStateKey',\n",
		tests: guarded,
	},
	{
		name: 'the mark does not mind that an approval was withdrawn',
		file: MARK,
		find: "\t'approvedLevelOne',\n",
		replace: '',
		tests: guarded,
	},
	{
		name: 'the mark does not mind a row that came in addition',
		file: MARK,
		find: 'if (!added && !gone) return undefined;',
		replace: 'if (!gone) return undefined;',
		tests: guarded,
	},
	{
		name: 'the control list adds up in binary fractions',
		file: CONTROL,
		find: 'const toHundredths = (value: number | null | undefined): number => Math.round((value ?? 0) * 100);',
		replace: 'const toHundredths = (value: number | null | undefined): number => (value ?? 0) * 100;',
		tests: listed,
	},
	{
		name: 'the control list does not join former numbers of an employment',
		file: CONTROL,
		find: 'on: onPresentNumber(posting, line),',
		replace: 'on: posting,',
		tests: listed,
	},
	{
		name: 'the difference of the control list leaves out what is to be posted',
		file: CONTROL,
		find: 'difference: (inCapitech - inOpus - toPost) / 100,',
		replace: 'difference: (inCapitech - inOpus) / 100,',
		tests: listed,
	},
	{
		name: 'the control list mixes cost objects',
		file: CONTROL,
		find: "on.serialNumber, costCenterOf(on), on.pspElement ?? '', isAmount]",
		replace: 'on.serialNumber, isAmount]',
		tests: listed,
	},
	{
		name: 'the control list says nothing of hours that are set aside for a human',
		file: CONTROL,
		find: "new Set(['line', 'elsewhere', 'rejectedBefore']);",
		replace: "new Set(['line']);",
		tests: listed,
	},
	{
		name: 'the summary counts a mark for each row',
		file: SUMMARIZE,
		find: 'const toMark = [...groupBy(rows.filter(({ mark }) => mark), registrationKey).values()];',
		replace: 'const toMark = rows.filter(({ mark }) => mark).map((row) => [row]);',
		tests: unit('capitech/summarize'),
	},
	{
		name: 'the summary does not tell of statuses that could not be set',
		file: SUMMARIZE,
		find: "statusNotSet: notSet.length,",
		replace: 'statusNotSet: 0,',
		tests: unit('capitech/summarize'),
	},
	{
		name: 'a registration with a row that is not to be exported is never marked',
		file: SETTLE,
		find: "new Set<Standing>(['registered', 'unchanged', 'reversed', 'notExported', 'alreadyMarked']);",
		replace: "new Set<Standing>(['registered', 'unchanged', 'reversed', 'alreadyMarked']);",
		tests: settled,
	},
	{
		name: 'a line that stood already keeps its registration from being marked',
		file: SETTLE,
		find: "unchanged: 'unchanged',",
		replace: "unchanged: 'toPost',",
		tests: settled,
	},
	{
		name: 'what is refused is told to nobody',
		file: SETTLE,
		find: "\t'rejected',\n\t'rejectedBefore',\n\t'later',",
		replace: "\t'later',",
		tests: settled,
	},
	{
		name: 'the hours of a run count supplements on top of the hours they lie on',
		file: SUMMARIZE,
		find: "(timeCategoryTypeId === 'O' || timeCategoryTypeId === 'P') && payrollLine",
		replace: "timeCategoryTypeId !== null && payrollLine",
		tests: unit('capitech/summarize'),
	},
];
