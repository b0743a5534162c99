import { approverOf, isApproved, lastTouched, levelFor, readApproval } from '../../../nodes/Capitech/payroll/settings/approval';
import { lineDateOf, readPayPeriod } from '../../../nodes/Capitech/payroll/settings/payPeriod';
import { row } from './rows';

const rule = readApproval('approval', { level: '1', departments: [{ departmentId: 30, level: 2 }] });

test("the level that counts is the department's, or the firm's", () => {
	expect([30, 50, null].map((departmentId) => levelFor(rule, row({ departmentId })))).toEqual([2, 1, 1]);
});

test.each([[1, 'One'], [2, 'Two'], [3, 'Three'], [4, 'Four']])('level %i is told by approvedLevel%s alone', (level, name) => {
	const none = { approvedLevelOne: null };
	const others = Object.fromEntries(['One', 'Two', 'Three', 'Four'].map((other) => [`approvedLevel${other}`, other === name ? null : 1]));
	expect(isApproved(row({ ...none, [`approvedLevel${name}`]: 1, [`approvedLevel${name}By`]: 'Berit' }), level)).toBe(true);
	expect(isApproved(row(others), level)).toBe(false);
	expect(isApproved(row({ ...none, [`approvedLevel${name}`]: 0 }), level)).toBe(false);
	expect(approverOf(row({ ...none, [`approvedLevel${name}By`]: 'Berit' }), level)).toBe('Berit');
	expect(approverOf(row(none), level)).toBeNull();
});

test('a row was touched when it was changed or approved on any level, whichever came last', () => {
	const on = { lastUpdatedOn: '2026-10-15 15:01:00', approvedLevelTwoOn: '2026-10-16 09:00:00', approvedLevelOneOn: null };
	expect(lastTouched(row(on))).toBe('2026-10-16 09:00:00');
	expect(lastTouched(row({ ...on, lastUpdatedOn: '2026-10-17 00:00:00' }))).toBe('2026-10-17 00:00:00');
	expect(lastTouched(row())).toBe('');
});

test.each([
	[{}, '2026-10-15', '2026-10-15'],
	[{ lineDate: 'firstOfMonth' }, '2026-10-31', '2026-10-01'],
	[{ lineDate: 'lastOfMonth' }, '2026-10-01', '2026-10-31'],
	[{ lineDate: 'lastOfMonth' }, '2028-02-03', '2028-02-29'],
	[{ lineDate: 'lastOfMonth' }, '2026-12-31', '2026-12-31'],
])('by %p a line for %s is posted on %s', (payPeriod, workDate, date) => {
	expect(lineDateOf(readPayPeriod('payPeriod', payPeriod), workDate)).toBe(date);
});
