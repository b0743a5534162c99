import type { Mutant } from '../mutant.ts';
import { unit } from '../mutant.ts';

const CAPITECH = 'nodes/Capitech/trigger';

const worstDays = unit('capitech/triggerWorstDays');

/** How the triggers find what happened. */
export const triggering: Mutant[] = [
	{
		name: 'a row whose quantity is not written plainly is new with every sweep',
		file: `${CAPITECH}/memory.ts`,
		find: '([-+.\\de]*),([-+.\\de]*)',
		replace: '(\\d*),(-?[\\d.]*)',
		tests: worstDays,
	},
	{
		name: 'hours are told as deleted where nothing at all is given out',
		file: `${CAPITECH}/missing.ts`,
		find: 'if (!standing.size && missing.size > MOST_GONE_WITH_ALL) throw nothingLeft(clientId);',
		replace: '',
		tests: worstDays,
	},
	{
		name: 'rows that other filters leave out are told',
		file: `${CAPITECH}/missing.ts`,
		find: "else if (row && kind === 'adopt') return [];",
		replace: '',
		tests: worstDays,
	},
	{
		name: 'what happens after a clock was put right is passed over',
		file: `${CAPITECH}/source.ts`,
		find: 'earlier(new Date(watermark ?? begunAt), startedAt)',
		replace: 'new Date(watermark ?? begunAt)',
		tests: worstDays,
	},
	{
		name: 'hours approved ahead of their date are never told',
		file: `${CAPITECH}/state.ts`,
		find: "const changes = [...parts(window, 'changes'), ...parts(entered, 'sweep')];",
		replace: "const changes = parts(window, 'changes');",
		tests: worstDays,
	},
	{
		name: 'an approval is told with hours that have lost it',
		file: `${CAPITECH}/items.ts`,
		find: 'withTold(standing.get(key) ?? [], own)',
		replace: 'standing.get(key) ?? own.map(({ row }) => row)',
		tests: worstDays,
	},
	{
		name: 'employees changed after a clock was put right are passed over',
		file: 'nodes/KmdOpus/trigger/windows.ts',
		find: 'since < start && !isPutRight',
		replace: 'since < start',
		tests: unit('kmdOpus/employee/windows'),
	},
];
