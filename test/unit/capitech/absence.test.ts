import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { ABSENCE_DAYS, ABSENCES, readAbsence } from '../../../nodes/Capitech/absence/absence';
import { readAbsences } from '../../../nodes/Capitech/absence/read';
import type { CapitechClient } from '../../../nodes/Capitech/client';

const DAY = { absenceId: 5001, clientId: 100, employeeId: 155, absenceCode: 'SYK', dayDate: '2026-10-12', dayAbsencePersent: 50, dayProjectNr: 1001, dayFreeDimension: 'Ordinær', updatedOn: '2026-10-12T08:00:00' };
const read = (more: IDataObject) => readAbsence({ ...DAY, ...more }, ABSENCE_DAYS);

test.each<[string, unknown, string, unknown]>([
	['dayAbsencePersent', '50', 'dayAbsencePercent', 50],
	['dayAbsencePersent', '33,33', 'dayAbsencePercent', 33.33],
	['dayAbsencePersent', null, 'dayAbsencePercent', null],
	['DAYABSENCEPERSENT', 40, 'dayAbsencePercent', 40],
	['dayProjectNr', '1002', 'dayProjectId', 1002],
	['dayFreeDimension', 'Bas', 'dayFreeDimension1', 'Bas'],
	['dayFreeDimension2', 'To', 'dayFreeDimension2', 'To'],
	['daySelfDeclaration', 1, 'daySelfDeclaration', true],
	['daySelfDeclaration', 'false', 'daySelfDeclaration', false],
	['daySelfDeclaration', undefined, 'daySelfDeclaration', null],
	['dayDate', '2026-10-12T00:00:00', 'dayDate', '2026-10-12'],
	['fromDate', '12.10.2026', 'fromDate', '2026-10-12'],
	['updatedOn', '12.10.2026 08.30.00', 'updatedOn', '2026-10-12 08:30:00'],
	['isDeleted', undefined, 'isDeleted', false],
	['isDeleted', 1, 'isDeleted', true],
	['isDeleted', 'true', 'isDeleted', true],
	['somethingNew', 'kept', 'somethingNew', 'kept'],
])('reads %s %j as %s %j', (wire, value, name, expected) => {
	const { dayAbsencePersent, ...rest } = DAY;
	const element = /persent/i.test(wire) ? rest : { dayAbsencePersent, ...rest };
	const day = readAbsence({ ...element, [wire]: value } as IDataObject, ABSENCE_DAYS);
	expect(day[name]).toEqual(expected);
	expect(day).not.toHaveProperty('dayAbsencePersent');
});

test.each(['absencePercent', 'hours', 'dayAbsencePersent', 'dayCalculatedHours', 'dayPaidHours'])('a %s that is no number is refused: the absence would be taken for another', (wire) => {
	expect(() => read({ [wire]: '50 %' })).toThrow(/of absence 5001 is not a number/);
});

test('an element that cannot be told from others is refused', () => {
	expect(() => read({ absenceId: null })).toThrow(/without an absenceId/);
	expect(() => read({ dayDate: null })).toThrow(/A day of absence 5001 has no date/);
	expect(readAbsence({ absenceId: 1, fromDate: null }, ABSENCES)).toMatchObject({ absenceId: 1, fromDate: null });
});

test('keys are read in any casing', () => {
	fc.assert(
		fc.property(fc.infiniteStream(fc.boolean()), (coin) => {
			const flip = (name: string) => [...name].map((letter) => (coin.next().value ? letter.toUpperCase() : letter.toLowerCase())).join('');
			expect(readAbsence(Object.fromEntries(Object.entries(DAY).map(([name, value]) => [flip(name), value])), ABSENCE_DAYS)).toEqual(readAbsence(DAY, ABSENCE_DAYS));
		}),
	);
});

describe('an element that comes twice', () => {
	const query = { clientId: 100, window: { from: '2026-10-01', to: '2026-10-31' }, filters: {}, datesPerRequest: 20, leaveOutDeleted: false };
	const answering = (...answers: IDataObject[][]) => ({ call: async () => ({ outcome: 'ok', content: answers.shift() }) }) as unknown as CapitechClient;
	const version = (updatedOn: string | null, absenceCode: string, more: IDataObject = {}) => ({ ...DAY, updatedOn, absenceCode, ...more });
	const codes = async (first: IDataObject, second: IDataObject, more = {}) =>
		(await readAbsences(answering([first], [second]), ABSENCE_DAYS, { ...query, ...more })).map(({ absenceCode }) => absenceCode);

	test('stands as it was updated last, in whichever answer that came', async () => {
		const [older, newer] = [version('2026-10-12T08:00:00', 'EGM'), version('2026-10-12T08:00:01', 'SYK')];
		expect(await codes(older, newer)).toEqual(['SYK']);
		expect(await codes(newer, older)).toEqual(['SYK']);
	});

	test('of equal stamps stands as it was read last', async () => {
		expect(await codes(version(null, 'EGM'), version(null, 'SYK'))).toEqual(['SYK']);
	});

	test('and was deleted last is not brought back by its older form', async () => {
		const [older, gone] = [version('2026-10-12T08:00:00', 'EGM'), version('2026-10-13T08:00:00', 'EGM', { isDeleted: true })];
		expect(await codes(gone, older, { leaveOutDeleted: true })).toEqual([]);
		expect(await codes(older, gone, { leaveOutDeleted: true })).toEqual([]);
	});
});
