import { readWireDate, readWireTime } from '../../../nodes/KmdOpus/soap/moments';

test.each(['2026-10-05', '20261005', '2026-10-05T00:00:00', '2026-10-05T00:00:00.000', '2026-10-05Z', '2026-10-05+02:00'])('%s is a date', (text) => {
	expect(readWireDate(text)).toBe('2026-10-05');
});

test.each(['', '0000-00-00', '2026-02-30', '05.10.2026', '2026-10-05T22:00:00Z', '2026-10-051', '1-2026-10-05'])('%j is no date, and taken for none', (text) => {
	expect(() => readWireDate(text)).toThrow('not in its contract');
});

test.each([
	['07:30:00', '07:30:00'],
	['07:30', '07:30:00'],
	['7:30:00', '07:30:00'],
	['0730', '07:30:00'],
	['073015', '07:30:15'],
	['07:30:00.000', '07:30:00'],
	['07:30:00Z', '07:30:00'],
	['24:00:00', '24:00:00'],
	['', ''],
])('%j is the time %j', (text, time) => {
	expect(readWireTime(text)).toBe(time);
});

test.each(['PT07H30M', '7.5', 'kl. 7', '730', '2026-10-05T07:30:00'])('%j is no time, and not taken for a whole day', (text) => {
	expect(() => readWireTime(text)).toThrow('not in its contract');
});
