import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { readRows, without } from '../../payroll/items';
import type { ReturnedRow } from '../../payroll/settle';
import { settleLines } from '../../payroll/settle';

export const option: Operation['option'] = {
	name: 'Settle',
	value: 'settle',
	action: 'Settle payroll lines',
	description: 'Find out which registrations stand in the payroll system in full, so that they may be marked as exported',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Give it all rows that Prepare or Reconcile gave out: lines and reversals with the 'outcome' of registering them, lines that failed, and the rows that were no lines. Each comes out with its 'standing', and with 'mark' and 'markCode' where the status of its registration is to be set.",
		name: 'settleNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Code for Exported',
		name: 'exportedCode',
		type: 'number',
		default: 20,
		description: 'External status of a registration of which every row stands in the payroll system, or is not to be exported',
	},
	{
		displayName: 'Code for Rejected',
		name: 'rejectedCode',
		type: 'number',
		default: 90,
		description: 'External status of a registration with a row that the payroll system refused',
	},
];

/** What registering put beside the row moves into its payroll line, so that marking can say its own outcome. */
const OF_THE_LINE = ['outcome', 'messages', 'updateId', 'posted', 'reference', 'missingLines', 'error', 'details'];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const rows = readRows<ReturnedRow>(input, ['disposition', 'registrationRows'], 'Payroll Line: Prepare');
	const code = (label: string, name: string) => readInteger(label, context.getNodeParameter(name, 0), 1);
	const codes = { exported: code('Code for Exported', 'exportedCode'), rejected: code('Code for Rejected', 'rejectedCode') };
	const settlements = settleLines(rows.map(({ row }) => row), codes);
	return rows.map(({ entry, row }, at): Settled => {
		const { outcome, messages, updateId, posted } = row;
		const payrollLine = row.payrollLine && {
			...row.payrollLine,
			...(outcome && { outcome, messages, updateId, posted }),
		};
		return {
			from: [entry.index],
			json: { ...without(row, OF_THE_LINE), payrollLine, ...settlements[at] },
			...(entry.item.binary && { binary: entry.item.binary }),
		};
	});
});
