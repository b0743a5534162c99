import { overtimePairs } from '../../../nodes/Capitech/payroll/pairs';
import type { PayrollLine } from '../../../nodes/Capitech/payroll/line';
import { sibling } from './rows';

const candidate = (timeCategoryId: number, type: string, payElement: string) => ({
	row: sibling(timeCategoryId, { timeCategoryTypeId: type }),
	line: { payElement, serialNumber: 1 } as PayrollLine,
});
const [P20, P21, S25, S26, O10, T31] = [
	candidate(20, 'P', '0320'),
	candidate(21, 'P', '0321'),
	candidate(25, 'S', '0325'),
	candidate(26, 'S', '0326'),
	candidate(10, 'O', '0310'),
	candidate(31, 'T', '0331'),
];

test('a pair is each overtime with each supplement to it, as it is written in the settings', () => {
	expect(overtimePairs([S25, O10, P20])).toEqual(['20 0320/1 + 25 0325/1']);
	expect(overtimePairs([P20, P21, S25, S26])).toEqual(['20 0320/1 + 25 0325/1', '20 0320/1 + 26 0326/1', '21 0321/1 + 25 0325/1', '21 0321/1 + 26 0326/1']);
});

test('overtime alone, a supplement alone, and other supplements are none', () => {
	for (const alone of [[], [P20, P21], [S25], [O10, S25], [P20, T31], [O10, P20, T31]]) expect(overtimePairs(alone)).toEqual([]);
});
