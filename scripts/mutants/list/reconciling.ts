import type { Mutant } from '../mutant.ts';
import { unit } from '../mutant.ts';

const RECONCILE = 'nodes/Capitech/payroll/reconcile.ts';

const reconciled = unit('capitech/reconcile');

/** What stands in the payroll system against what Capitech holds. */
export const reconciling: Mutant[] = [
	{
		name: 'a time category that is gone from its registration is forgotten',
		file: RECONCILE,
		find: 'if (present.has(category) || !leaveSomething(own)) continue;',
		replace: 'if (present.has(category) || leaveSomething(own) || rows.length) continue;',
		tests: reconciled,
	},
	{
		name: 'a time category is taken back while its registration is not approved',
		file: RECONCILE,
		find: 'const isBlocked = standing.some(({ disposition }) => NOT_READY.has(disposition));',
		replace: 'const isBlocked = standing.every(({ uid }) => uid < 0);',
		tests: reconciled,
	},
	{
		name: 'a registration is taken back as deleted by a run that read a part only',
		file: RECONCILE,
		find: 'if (rules.isWhole) {',
		replace: 'if (rules.from) {',
		tests: reconciled,
	},
	{
		name: 'a deleted registration stays in Opus',
		file: RECONCILE,
		find: 'const gone = ofFirm.filter(([key]) => !registrations.has(key))',
		replace: 'const gone = ofFirm.filter(([key]) => registrations.has(key))',
		tests: reconciled,
	},
	{
		name: 'what stands outside of the period is taken back',
		file: RECONCILE,
		find: 'date >= rules.from && date <= rules.to;',
		replace: "date >= rules.from || date !== '';",
		tests: reconciled,
	},
	{
		name: 'any number of registrations may vanish unseen',
		file: RECONCILE,
		find: 'const isTooMany = registrations.length > Math.max(FEW, (standingCount * this.rules.vanishedLimit) / 100);',
		replace: 'const isTooMany = registrations.length > Infinity;',
		tests: reconciled,
	},
	{
		name: 'lines of other senders are taken back',
		file: RECONCILE,
		find: 'fold(sender) === fold(settings.sender) && origin !== undefined',
		replace: "fold(sender) !== '' && origin !== undefined",
		tests: reconciled,
	},
	{
		name: 'the sender is compared with its case',
		file: RECONCILE,
		find: 'const fold = (text: string): string => text.trim().toLowerCase();',
		replace: 'const fold = (text: string): string => text.trim();',
		tests: reconciled,
	},
	{
		name: "what stands of a registration on another employee is taken back unasked",
		file: RECONCILE,
		find: "others.length && this.rules.movedRegistrations === 'list'",
		replace: "others.length && this.rules.movedRegistrations !== 'list'",
		tests: reconciled,
	},
	{
		name: 'what stands of a registration on another employee stays there beside the new line',
		file: RECONCILE,
		find: 'this.reverse(others.flatMap(([, payments]) => payments), `It belongs to',
		replace: 'this.reverse(others.flatMap(([, payments]) => payments.slice(payments.length)), `It belongs to',
		tests: reconciled,
	},
	{
		name: 'what stands under a former number of the employment is taken for another employee',
		file: RECONCILE,
		find: ' && !formerNumbers.includes(number) && leaveSomething(payments)',
		replace: ' && leaveSomething(payments)',
		tests: reconciled,
	},
	{
		name: 'a withdrawn approval takes the line back unasked',
		file: RECONCILE,
		find: "this.rules.withdrawnApprovals === 'reverse' && row.disposition !== 'held';",
		replace: "row.disposition !== 'held';",
		tests: reconciled,
	},
	{
		name: 'what a colleague has marked by hand is paid by this export',
		file: RECONCILE,
		find: 'const isOurs = ofRegistration.length > 0 && SET_ASIDE.has(row.disposition);',
		replace: 'const isOurs = SET_ASIDE.has(row.disposition);',
		tests: reconciled,
	},
	{
		name: 'a mark of ours that nothing stands for is told to nobody',
		file: RECONCILE,
		find: 'if (externalStatusCode !== this.settings.exportedCode) return false;',
		replace: 'if (externalStatusCode !== -1) return false;',
		tests: reconciled,
	},
	{
		name: 'amounts are taken back as quantities',
		file: RECONCILE,
		find: "unit: quantity ? ('hours' as const) : ('amount' as const),",
		replace: "unit: 'hours' as const,",
		tests: reconciled,
	},
	{
		name: 'what stands is added up in binary fractions',
		file: 'nodes/Capitech/payroll/payments.ts',
		find: 'total + Math.round(value * 100), 0);',
		replace: 'total + value * 100, 0);',
		tests: reconciled,
	},
	{
		name: 'the value that Opus adds to a quantity is taken for an amount',
		file: 'nodes/Capitech/payroll/payments.ts',
		find: 'payments.filter(({ quantity }) => !quantity).map(({ amount }) => amount)',
		replace: 'payments.map(({ amount }) => amount)',
		tests: reconciled,
	},
	{
		name: 'the numbers of employees without rows are not asked for what stands',
		file: 'nodes/Capitech/payroll/employeeNumbers.ts',
		find: 'new Map([...rows, ...known, ...inTables]',
		replace: 'new Map([...rows, ...known.slice(known.length), ...inTables]',
		tests: unit('capitech/employees'),
	},
	{
		name: 'former numbers are not asked for what stands',
		file: 'nodes/Capitech/payroll/settings/employees.ts',
		find: 'entries.flatMap(({ employeeNumber, formerNumbers }) => [employeeNumber, ...formerNumbers]);',
		replace: 'entries.map(({ employeeNumber }) => employeeNumber);',
		tests: unit('capitech/employees'),
	},
	{
		name: 'employees of whom something could not be read are passed over',
		file: 'nodes/Capitech/payroll/items.ts',
		find: 'if (failed) throw badInput(',
		replace: 'if (failed && !input.length) throw badInput(',
		tests: unit('capitech/items'),
	},
	{
		name: 'a registration that was read twice counts as it was read first',
		file: 'nodes/Capitech/payroll/items.ts',
		find: 'if (reading.has(key)) reading = new Map();',
		replace: 'if (reading.has(key)) break;',
		tests: unit('capitech/items'),
	},
];
