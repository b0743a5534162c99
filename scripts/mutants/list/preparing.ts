import type { Mutant } from '../mutant.ts';
import { chain, unit } from '../mutant.ts';

const PREPARE = 'nodes/Capitech/payroll/prepare.ts';
const SETTINGS = 'nodes/Capitech/payroll/settings';

const prepared = unit('capitech/prepare');
const selected = unit('capitech/selectors');
const employed = unit('capitech/employees');

/** What becomes of a row: readiness, mapping, employment, line. */
export const preparing: Mutant[] = [
	{
		name: 'an open shift is exported',
		file: PREPARE,
		find: "if (!isClosed(row)) return setAside('open', 'The shift has no end yet');",
		replace: '',
		tests: prepared,
	},
	{
		name: 'a deleted row is exported',
		file: PREPARE,
		find: "if (row.isDeleted) return setAside('deleted', 'Deleted in Capitech');",
		replace: '',
		tests: prepared,
	},
	{
		name: 'the rows of a registration of which one is not ready are exported all the same',
		file: PREPARE,
		find: 'const blockedBy = standing.map((row) => states.get(row)?.reason).find((reason) => reason !== undefined);',
		replace: 'const blockedBy = undefined as string | undefined;',
		tests: prepared,
	},
	{
		name: 'approval level one counts everywhere',
		file: `${SETTINGS}/approval.ts`,
		find: '(departmentId === null ? undefined : departments.get(departmentId)) ?? level;',
		replace: '(departmentId === null || departments.get(departmentId) === undefined ? level : 1);',
		tests: unit('capitech/approval'),
	},
	{
		name: 'an approval of 0 counts as one',
		file: `${SETTINGS}/approval.ts`,
		find: 'row[`approvedLevel${NAMES[level - 1]}`] === 1;',
		replace: 'row[`approvedLevel${NAMES[level - 1]}`] !== null;',
		tests: unit('capitech/approval'),
	},
	{
		name: 'hours that are unpaid in Capitech are exported',
		file: `${SETTINGS}/payElements.ts`,
		find: 'if (row.timeCategoryPayable === 0) return',
		replace: 'if (row.timeCategoryPayable === -1) return',
		tests: selected,
	},
	{
		name: 'ordinary hours need no entry for the employee group',
		file: `${SETTINGS}/payElements.ts`,
		find: '!EXTRA.has(row.timeCategoryTypeId) && mapping?.selectors.employeeGroup === undefined',
		replace: '!EXTRA.has(row.timeCategoryTypeId) && mapping === undefined',
		tests: selected,
	},
	{
		name: 'hours of a type that nobody knows are taken for a supplement',
		file: `${SETTINGS}/payElements.ts`,
		find: '!EXTRA.has(row.timeCategoryTypeId) &&',
		replace: "row.timeCategoryTypeId === 'O' &&",
		tests: selected,
	},
	{
		name: 'lines do not know how far the pay periods are closed',
		file: 'nodes/Capitech/payroll/line.ts',
		find: "\tmunicipalityCode,\n\tclosedThrough,\n\tcorrections,\n});",
		replace: "\tmunicipalityCode,\n\tclosedThrough: closedThrough.slice(10),\n\tcorrections,\n});",
		tests: chain('payPeriods', 'on the first open day, with the difference alone'),
	},
	{
		name: 'the least specific mapping wins',
		file: `${SETTINGS}/selectors.ts`,
		find: 'weigh(entry.selectors) > weigh(best.selectors)',
		replace: 'weigh(entry.selectors) < weigh(best.selectors)',
		tests: selected,
	},
	{
		name: 'the department goes before the project',
		file: `${SETTINGS}/selectors.ts`,
		find: 'freeDimension2Id: 2, departmentId: 1 };',
		replace: 'freeDimension2Id: 2, departmentId: 9 };',
		tests: selected,
	},
	{
		name: 'two mappings for the same rows are not refused',
		file: `${SETTINGS}/selectors.ts`,
		find: 'if (seen.has(key)) throw',
		replace: "if (key === '') throw",
		tests: unit('capitech/settings'),
	},
	{
		name: 'what is not to be exported by the settings is exported',
		file: `${SETTINGS}/payElements.ts`,
		find: 'return { selectors, doNotExport: true };',
		replace: "return { selectors, doNotExport: false, payElement: '0310', serialNumber: 1, unit: 'hours' };",
		tests: prepared,
	},
	{
		name: 'overtime and its supplement are both paid without being asked',
		file: PREPARE,
		find: 'if (!open.length) return intentions;',
		replace: 'if (open.length >= 0) return intentions;',
		tests: prepared,
	},
	{
		name: 'an overtime pair that is confirmed for one pay element is confirmed for all',
		file: 'nodes/Capitech/payroll/pairs.ts',
		find: '`${row.timeCategoryId} ${line.payElement}/${line.serialNumber}`',
		replace: '`${row.timeCategoryId} ${line.payElement.slice(0, 2)}20/${line.serialNumber}`',
		tests: unit('capitech/(pairs|prepare)'),
	},
	{
		name: 'of two employments the first one is taken',
		file: `${SETTINGS}/employees.ts`,
		find: 'if (others.length) return { reason:',
		replace: 'if (others.length < 0) return { reason:',
		tests: employed,
	},
	{
		name: 'the dates on which an employment is valid are ignored',
		file: `${SETTINGS}/employees.ts`,
		find: '(!from || from <= date) && (!to || date <= to);',
		replace: 'Boolean(from || to || date);',
		tests: employed,
	},
	{
		name: 'an employment ends a day early',
		file: `${SETTINGS}/employees.ts`,
		find: '(!to || date <= to);',
		replace: '(!to || date < to);',
		tests: employed,
	},
	{
		name: 'the employment for all departments goes before the one for the own',
		file: `${SETTINGS}/employees.ts`,
		find: 'own.length ? own : valid;',
		replace: 'own.length < valid.length ? valid.filter((entry) => !own.includes(entry)) : own;',
		tests: employed,
	},
	{
		name: "another firm's employee of the same number gives group and external id",
		file: 'nodes/Capitech/payroll/items.ts',
		find: '`${clientId}:${employeeId}`;',
		replace: '`${clientId < 0}:${employeeId}`;',
		tests: unit('capitech/(prepare|items)'),
	},
	{
		name: 'an amount is sent as a quantity',
		file: 'nodes/Capitech/payroll/line.ts',
		find: "quantity: unit === 'amount' ? null : row.qty,\n\t\tamount: unit === 'amount' ? row.qty : null,",
		replace: 'quantity: row.qty,\n\t\tamount: null,',
		tests: prepared,
	},
	{
		name: 'more than two decimals are rounded unseen',
		file: PREPARE,
		find: "if (!isInHundredths(row.qty)) return setAside('unmapped', 'The row has no quantity of at most two decimals');",
		replace: '',
		tests: prepared,
	},
	{
		name: 'an account that was not looked up is posted on the own cost centre',
		file: `${SETTINGS}/costObjects.ts`,
		find: 'accounts.get(account) ?? { reason: `Account ${account} of the settings was not looked up in the payroll system` };',
		replace: 'accounts.get(account) ?? OWN;',
		tests: unit('capitech/(selectors|prepare)'),
	},
	{
		name: 'hours outside of the period are exported',
		file: PREPARE,
		find: "if (this.isOutside(row)) return { ...intended, disposition: 'outOfPeriod', reason: 'Begins outside of the period' };",
		replace: '',
		tests: prepared,
	},
	{
		name: 'what was refused is never tried again',
		file: PREPARE,
		find: "rejectedRows === 'retry' || (rejectedRows === 'retryChanged' && this.isTouched(row));",
		replace: "rejectedRows === 'retry';",
		tests: prepared,
	},
	{
		name: 'what was refused is tried again by every run',
		file: PREPARE,
		find: "rejectedRows === 'retry' || (rejectedRows === 'retryChanged' && this.isTouched(row));",
		replace: "rejectedRows !== 'skip';",
		tests: prepared,
	},
	{
		name: 'a registration that was changed after its export is not looked at again',
		file: PREPARE,
		find: 'code !== null && code !== rejectedCode && !(code === exportedCode && isTouched);',
		replace: 'code !== null && code !== rejectedCode;',
		tests: prepared,
	},
	{
		name: 'lines that are agreed on the last day of the month are posted a day before',
		file: `${SETTINGS}/payPeriod.ts`,
		find: ".endOf('month')",
		replace: ".endOf('month').minus({ days: 1 })",
		tests: prepared,
	},
];
