import { fromWireDate, toWireDate } from '../../../nodes/Lina/dates';

test('dates go out as LINA wants them, and come back', () => {
	expect(toWireDate('2020-11-05')).toBe('05.11.2020');
	expect(fromWireDate('05.11.2020')).toBe('2020-11-05');
});

test.each(['', null, undefined, '31.02.2026', '2020-11-25', '25.11.20'])('%j is no date', (value) => expect(fromWireDate(value)).toBeNull());
