import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
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
			"Give it all rows that Prepare gave out: the lines with the 'outcome' of registering them, lines that failed, and the rows that were no lines. Each comes out with its 'standing', and with 'mark' where its registration may be marked.",
		name: 'settleNotice',
		type: 'notice',
		default: '',
	},
];

/** What registering put beside the row moves into its payroll line, so that marking can say its own outcome. */
const OF_THE_LINE = ['outcome', 'messages', 'updateId', 'posted', 'reference', 'error', 'details'];

export const execute: Operation['execute'] = overAllItems(async (_context, input) => {
	const rows = readRows<ReturnedRow>(input, ['disposition', 'registrationRows'], 'Payroll Line: Prepare');
	const settlements = settleLines(rows.map(({ row }) => row));
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
