import { readXml } from '../../../../nodes/kit/xml';
import { wasMade } from '../../../../nodes/KmdOpus/absence/makeStep';
import { occurrenceOf, readAbsences } from '../../../../nodes/KmdOpus/absence/read';
import type { OpusSoapClient } from '../../../../nodes/KmdOpus/soap/client';
import { recordsOf } from './shapes';

const read = async (fields: string) => {
	const root = readXml(`<R><AbsenceAttendance><item><Item><AbsenceAttendanceType>FE</AbsenceAttendanceType>${fields}</Item></item></AbsenceAttendance></R>`);
	const client = { vendorUuid: '', read: async () => await Promise.resolve(root) } as unknown as OpusSoapClient;
	return (await readAbsences(client, { employeeNumber: '155', startDate: '2026-03-02', endDate: '2026-03-06' })).map(occurrenceOf);
};

const [half] = recordsOf({ startDate: '2026-03-02', endDate: '2026-03-02', startTime: '12:30:00', endTime: '' });

test.each([
	'<StartDate>2026-03-02</StartDate><EndDate>2026-03-02</EndDate><StartTime>12:30</StartTime><EndTime>00:00:00</EndTime>',
	'<StartDate>2026-03-02T00:00:00</StartDate><EndDate>2026-03-02T00:00:00</EndDate><StartTime>123000</StartTime>',
	'<StartDate>20260302</StartDate><EndDate>20260302</EndDate><StartTime>12:30:00.000</StartTime><EndTime/>',
])('a record is known again, however its moments are written: %s', async (fields) => {
	expect(await read(fields)).toEqual([half]);
});

test.each([
	['a time that can not be read', '<StartDate>2026-03-02</StartDate><EndDate>2026-03-02</EndDate><StartTime>PT12H30M</StartTime>'],
	['a date that can not be read', '<StartDate>02.03.2026</StartDate><EndDate>02.03.2026</EndDate>'],
	['no date', '<EndDate>2026-03-02</EndDate>'],
])('a record with %s is not passed over', async (_name, fields) => {
	await expect(read(fields)).rejects.toThrow('not in its contract');
});

describe('a new record after a lost answer', () => {
	const step = { operation: 'INS', wanted: { ...half, relatedKey: '1' } } as const;

	test.each([
		['another key', { ...half, relatedKey: '0001' }],
		['no key', half],
		['another shape', { ...half, startDate: '2026-03-01', endDate: '2026-03-04', startTime: '' }],
	])('is left open where something of its type came with %s', (_name, found) => {
		expect(wasMade(step, [found], [])).toBeUndefined();
	});

	test('was not made where only what stood before stands, or something of another type', () => {
		const other = { ...half, type: 'SY' };
		expect(wasMade(step, [half, other], [half])).toBe(false);
	});
});
