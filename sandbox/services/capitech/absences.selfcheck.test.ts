import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../testing/client.ts';

const OCTOBER = { fromDate: '2026-10-01', toDate: '2026-10-31' };
const NOW = '2026-11-01T06:00:00';
const ABSENCE = { absenceId: 90_001, clientId: 100, employeeId: 2005, absenceCode: 'PERM', fromDate: '2026-12-03', endDate: '2026-12-08' };
const DECEMBER = { fromDate: '2026-12-01', toDate: '2026-12-31' };
/** Keys of getAbsence in the documented order. */
const KEYS = [
	'absenceId', 'clientId', 'employeeId', 'employee', 'absenceCode', 'absenceDescription', 'absenceType', 'fromDate', 'endDate',
	'startTime', 'endTime', 'hours', 'absencePercent', 'departmentId', 'department', 'createdOn', 'createdBy', 'updatedOn', 'updatedBy',
];
const DAY_KEYS = [
	'dayDate', 'dayStartTime', 'dayEndTime', 'dayAbsencePersent', 'daySelfDeclaration', 'dayTransactionStatus',
	'dayTimeCategoryId', 'dayTimeCategory', 'dayCalculatedHours', 'dayPaidHours',
];
const DETAIL_KEYS = ['dayProjectNr', 'dayFreeDimension1Id', 'dayFreeDimension', 'dayFreeDimension2', 'dayClassicDutyId'];

describe('absences of Capitech', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const read = async (operation: string, parameters: object): Promise<Json[]> => {
		const { body } = await client.capitech(`Absence/${operation}`, parameters);
		if (body.success !== true) throw new Error(body.displayErrorMessage);
		return body.content;
	};
	const absences = (parameters: object = OCTOBER): Promise<Json[]> => read('getAbsence', parameters);
	const days = (parameters: object = OCTOBER): Promise<Json[]> => read('getAbsenceTransactions', parameters);
	const put = (...rows: object[]): Promise<Json> => client.control('POST', '/control/world/capitech', { absences: rows });

	it('gives the documented keys', async () => {
		assert.deepEqual(Object.keys((await absences())[0]).sort(), [...KEYS].sort());
		assert.deepEqual(Object.keys((await days())[0]).sort(), [...KEYS, ...DAY_KEYS].sort());
		const [detailed] = await days({ ...OCTOBER, includeAllDetails: true });
		for (const key of DETAIL_KEYS) assert.ok(Object.hasOwn(detailed, key), key);
		assert.deepEqual(Object.keys((await days({ ...OCTOBER, includeAllDetails: false }))[0]).length, KEYS.length + DAY_KEYS.length);
	});

	it('has every kind of absence in its world', async () => {
		const rows = await absences({ fromDate: '2026-09-01', toDate: '2026-10-31' });
		for (const code of ['SYK', 'EGM', 'BSYK', 'FER', 'PERM', 'AVS']) assert.ok(rows.some((row) => row.absenceCode === code), code);
		for (const test of [
			(row: Json) => row.absencePercent === 50,
			(row: Json) => row.endDate === null && row.hours === null,
			(row: Json) => row.startTime !== null && row.fromDate === row.endDate,
			(row: Json) => row.startTime !== null && row.fromDate !== row.endDate,
			(row: Json) => row.endTime !== null && row.startTime === null,
			(row: Json) => row.fromDate < '2026-10-01' && row.endDate > '2026-10-02',
			(row: Json) => row.endDate > '2026-10-31T00:00:00',
			(row: Json) => row.endDate !== null && Date.parse(row.endDate) - Date.parse(row.fromDate) > 13 * 86_400_000,
			(row: Json) => row.updatedOn > row.createdOn,
		]) {
			assert.ok(rows.some(test), String(test));
		}
		const listed = await days();
		for (const status of [0, 1]) assert.ok(listed.some((row) => row.dayTransactionStatus === status));
		for (const declared of [true, false]) assert.ok(listed.some((row) => row.daySelfDeclaration === declared));
	});

	it('gives an absence that touches two periods in both, and its days in one each', async () => {
		const [early, late] = [{ fromDate: '2026-10-01', toDate: '2026-10-15' }, { fromDate: '2026-10-16', toDate: '2026-10-31' }];
		const [one, other] = [await absences(early), await absences(late)];
		const inBoth = one.filter((row) => other.some(({ absenceId }) => absenceId === row.absenceId));
		assert.ok(inBoth.length > 3 && inBoth.every((row) => row.fromDate < '2026-10-16'));
		const keys = [...(await days(early)), ...(await days(late))].map((row) => `${row.absenceId}|${row.dayDate}`);
		assert.deepEqual(keys.sort(), (await days()).map((row) => `${row.absenceId}|${row.dayDate}`).sort());
		assert.equal(new Set(keys).size, keys.length);
		await client.switch({ 'capitech.absenceDaysOutside': 'given' });
		assert.ok((await days(late)).some((row) => row.dayDate < '2026-10-16'));
	});

	it("reckons a day's hours from the employee's week, its times and its percent", async () => {
		const hoursOf = async (absence: object): Promise<unknown[]> => {
			await put({ ...ABSENCE, ...absence });
			return (await days({ ...DECEMBER, absenceIdFilter: [ABSENCE.absenceId] })).map((row) => [row.dayDate.slice(8), row.dayCalculatedHours, row.dayPaidHours]);
		};
		assert.deepEqual(await hoursOf({ employeeId: 2005 }), [['03', 7.5, 0], ['04', 7.5, 0], ['07', 7.5, 0], ['08', 7.5, 0]], 'an office week');
		assert.deepEqual(await hoursOf({ employeeId: 2002 }), [['03', 9, 0], ['07', 9, 0], ['08', 9, 0]], 'four long days');
		assert.deepEqual(await hoursOf({ employeeId: 2003, absenceCode: 'EGM' }), [['03', 7, 7], ['04', 7, 7], ['05', 7, 7], ['08', 7, 7]], 'Saturdays');
		assert.deepEqual((await hoursOf({ employeeId: 2005, absencePercent: 40, startTime: '13:00:00', endTime: '10:00:00' })).map((of) => (of as Json)[1]), [1, 3, 3, 0.8]);
		assert.equal((await absences(DECEMBER)).find((row) => row.absenceId === ABSENCE.absenceId).hours, 7.8);
		await client.switch({ 'capitech.absenceDays': 'all' });
		assert.deepEqual((await hoursOf({})).length, 6);
	});

	const filters: [parameter: string, value: unknown, test: (row: Json) => boolean][] = [
		['absenceIdFilter', [50_001, 50_003], (row) => [50_001, 50_003].includes(row.absenceId)],
		['employeeIdFilter', [2001, 2002, 2003, 2004], (row) => [2001, 2002, 2003, 2004].includes(row.employeeId)],
		['departmentIdFilter', [10], (row) => row.departmentId === 10],
		['absenceTypeFilter', [1, 3], (row) => [1, 3].includes(row.absenceType)],
		['absenceCodeFilter', ['EGM'], (row) => row.absenceCode === 'EGM'],
		['updateFromDateFilter', '2026-10-10', (row) => row.updatedOn >= '2026-10-10'],
	];
	for (const [parameter, value, test] of filters) {
		it(`filters by ${parameter}`, async () => {
			for (const operation of ['getAbsence', 'getAbsenceTransactions']) {
				const all = await read(operation, { fromDate: '2026-09-01', toDate: '2026-10-31' });
				const found = await read(operation, { fromDate: '2026-09-01', toDate: '2026-10-31', [parameter]: value });
				assert.deepEqual(found, all.filter(test));
				assert.ok(found.length > 0 && found.length < all.length, `${operation}: ${found.length} of ${all.length}`);
			}
		});
	}

	it('refuses what it does not understand, periods too long and too many rows', async () => {
		const wrong: Record<string, unknown> = {
			clientId: '100', fromDate: 'x', toDate: '2026-02-30', updateFromDateFilter: '2026-10-01 00:00:00', absenceIdFilter: 1,
			employeeIdFilter: ['2001'], departmentIdFilter: 10, absenceTypeFilter: ['1'], absenceCodeFilter: 'EGM', includeAllDetails: 1,
		};
		for (const [parameter, value] of Object.entries(wrong)) {
			await assert.rejects(days({ ...OCTOBER, [parameter]: value }), new RegExp(`${parameter} must be`));
		}
		await assert.rejects(days({ ...OCTOBER, absenceCode: 'EGM' }), /absenceCode is not known/);
		await assert.rejects(absences({ ...OCTOBER, includeAllDetails: true }), /includeAllDetails is not known/);
		await assert.rejects(absences({ toDate: '2026-10-31' }), /fromDate is required/);
		assert.ok((await absences({ fromDate: '2026-01-01', toDate: '2027-01-01' })).length > 0);
		await assert.rejects(absences({ fromDate: '2026-01-01', toDate: '2027-01-02' }), /367 days, at most 366/);
		const { length } = await days();
		await client.switch({ 'capitech.rowCap': length });
		assert.equal((await days()).length, length);
		await client.switch({ 'capitech.rowCap': length - 1 });
		await assert.rejects(days(), /Too many results/);
	});

	it('stamps an edit, works out what follows from it, and leaves alone what says the same', async () => {
		const [row] = await absences({ ...OCTOBER, absenceCodeFilter: ['EGM'] });
		const find = async (): Promise<Json> => (await absences({ ...OCTOBER, absenceIdFilter: [row.absenceId] }))[0];
		await put({ absenceId: row.absenceId, absenceCode: 'EGM' });
		assert.deepEqual(await find(), row);
		await put({ absenceId: row.absenceId, absenceCode: 'BSYK' });
		const { absenceType, absenceDescription, updatedOn, updatedBy, hours } = await find();
		assert.deepEqual([absenceType, absenceDescription, updatedOn, updatedBy, hours], [2, 'Barns sykdom', NOW, 'trineg', row.hours]);
		await put({ absenceId: row.absenceId, absencePercent: 50 });
		assert.equal((await find()).hours, row.hours / 2);
		for (const [bad, text] of [
			[{ absenceCode: 'X' }, /no absence code "X"/],
			[{ endDate: '2020-01-01' }, /fromDate and endDate/],
			[{ startTime: '8' }, /startTime and endTime/],
			[{ absencePercent: 0 }, /absencePercent/],
			[{ employeeId: 1 }, /no employee 1/],
		] as const) {
			await assert.rejects(put({ absenceId: row.absenceId, ...bad }), text);
		}
	});

	it('lets deleted absences vanish, or tells of them by switch when asked for changes', async () => {
		const [{ absenceId }] = await absences();
		await client.control('DELETE', '/control/world/capitech', { absences: [{ absenceId }] });
		const own = { ...OCTOBER, absenceIdFilter: [absenceId] };
		assert.deepEqual([await absences({ ...own, updateFromDateFilter: '2026-01-01' })], [[]]);
		await client.switch({ 'capitech.deletedRows': 'flagged' });
		assert.deepEqual(await absences(own), []);
		const flagged = await days({ ...own, updateFromDateFilter: '2026-11-01' });
		assert.ok(flagged.length > 0 && flagged.every((row) => row.isDeleted === true && row.updatedOn === NOW));
		assert.ok((await absences()).every((row) => row.isDeleted === false));
	});

	it('writes dates and stamps with a T, or plain', async () => {
		const [row] = await absences();
		assert.match(`${row.fromDate} ${row.createdOn}`, /^[\d-]{10}T00:00:00 [\d-]{10}T[\d:]{8}$/);
		await client.switch({ 'capitech.absenceDateStyle': 'plain' });
		const [plain] = await absences();
		assert.deepEqual([plain.fromDate, plain.createdOn], [row.fromDate.slice(0, 10), row.createdOn.replace('T', ' ')]);
	});
});
