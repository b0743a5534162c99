import { readHoursForm } from '../../../../nodes/StarAkasse/update/hoursForm';

const form = { field: 'Opening Hours by Day', mode: 'days', closedDay: 'omit', lastWeekday: 7 } as const;

const row = (weekday: number, kind: string, text = '') => ({ weekday, kind, text });

test('a row that leaves its day as it is counts as none, so that a workflow can have one for each day and fill in those that it changes', () => {
	const rows = [row(1, 'leave'), row(2, 'text', '09:00-12:00'), row(3, 'leave', 'closed')];
	expect([...readHoursForm({ ...form, rows }).change.days]).toEqual([[2, [{ weekday: 2, from: '09:00', to: '12:00' }]]]);
});

test('rows that leave all days as they are name no day', () => {
	expect(() => readHoursForm({ ...form, rows: [row(1, 'leave')] })).toThrow(/name no day/);
});
