import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { inStableOrder, readRow, registrationKey, rowKey, simplifyRow } from '../../../nodes/Capitech/time/row';
import { row } from './rows';

const value = fc.oneof(
	fc.constant(null),
	fc.integer({ min: -5, max: 300_000 }),
	fc.boolean(),
	fc.constantFrom('7.50', '7,5', '', '1', '0', 'true', '2021-07-10', '2021-07-10T00:00:00', '11.07.2021 11.25.00', '11.07.2021 11:25:00', '2021-07-11T11:25:00.123', '2021-07-11 11:25:00', 'Bergtoppen'),
);
const DOCUMENTED = Object.keys(readRow({}));
const quantity = fc.constantFrom(null, '', 0, 7.5, -2, '7.50', '7,5');
const wireRow = fc
	.tuple(fc.dictionary(fc.constantFrom(...DOCUMENTED), value, { maxKeys: DOCUMENTED.length }), fc.option(quantity))
	.map(([{ qty, ...fields }, number]) => ({ ...fields, ...(qty !== undefined && { qty: number }) }) as IDataObject);

describe('reading a row', () => {
	test('gives all documented fields in their order, whatever came', () => {
		fc.assert(fc.property(wireRow, (wire) => expect(Object.keys(readRow(wire))).toEqual(DOCUMENTED)));
		expect(DOCUMENTED.length).toBe(57);
	});

	test('heeds no upper or lower case in the keys', () => {
		const cased = fc.tuple(wireRow, fc.infiniteStream(fc.boolean())).map(([wire, coin]) => {
			const flip = (name: string) => [...name].map((letter) => (coin.next().value ? letter.toUpperCase() : letter.toLowerCase())).join('');
			return [wire, Object.fromEntries(Object.entries(wire).map(([name, entry]) => [flip(name), entry]))] as const;
		});
		fc.assert(fc.property(cased, ([wire, flipped]) => expect(readRow(flipped)).toEqual(readRow(wire))));
	});

	test('changes nothing when it is done twice', () => {
		fc.assert(fc.property(wireRow, (wire) => expect(readRow({ ...readRow(wire) })).toEqual(readRow(wire))));
	});

	test('carries through what is not documented', () => {
		expect(readRow({ somethingNew: { deep: [1] }, UID: 5 })).toMatchObject({ somethingNew: { deep: [1] }, uid: 5 });
		expect(readRow({ somethingNew: 1, UID: 5 })).not.toHaveProperty('UID');
	});

	test.each<[string, unknown, unknown]>([
		['qty', 7.5, 7.5],
		['qty', '7.50', 7.5],
		['qty', '7,50', 7.5],
		['qty', 0, 0],
		['qty', '', null],
		['qty', null, null],
		['qty', undefined, null],
		['qty', -7.5, -7.5],
		['uid', '107004', 107004],
		['departmentId', null, null],
		['externalStatusCode', 0, 0],
		['externalStatusCode', undefined, null],
		['approvedLevelOne', 1, 1],
		['approvedLevelOne', '1', 1],
		['approvedLevelOne', true, 1],
		['approvedLevelFour', '1', 1],
		['approvedLevelOne', 0, null],
		['approvedLevelOne', '0', null],
		['approvedLevelOne', null, null],
		['approvedLevelOne', false, null],
		['timeCategoryPayable', 1, 1],
		['timeCategoryPayable', true, 1],
		['timeCategoryPayable', 0, 0],
		['timeCategoryPayable', false, 0],
		['timeCategoryPayable', null, null],
		['isDeleted', true, true],
		['isDeleted', false, false],
		['isDeleted', undefined, false],
		['isDeleted', 1, true],
		['dateIn', '2021-07-10', '2021-07-10'],
		['dateIn', '2021-07-10T00:00:00', '2021-07-10'],
		['dateIn', '', null],
		['timeIn', '21:57:00.000', '21:57:00.000'],
		['approvedLevelOneOn', '2021-07-11 11:25:00', '2021-07-11 11:25:00'],
		['approvedLevelOneOn', '2021-07-11T11:25:00', '2021-07-11 11:25:00'],
		['approvedLevelOneOn', '11.07.2021 11.25.00', '2021-07-11 11:25:00'],
		['approvedLevelOneOn', '11.07.2021 11:25:00', '2021-07-11 11:25:00'],
		['lastUpdatedOn', '2021-07-11 07:01:00.000', '2021-07-11 07:01:00'],
		['lastUpdatedOn', '', null],
		['recordStateKey', '107004_10_7.50', '107004_10_7.50'],
		['externalId', 4711, '4711'],
	])('reads %s %p as %p', (name, wire, read) => {
		expect(readRow({ [name]: wire as IDataObject[string] })[name]).toBe(read);
	});
});

test.each(['many', ' ', '7.5.0', '1 000,50', '7,50 t', true, [7.5], { hours: 7 }, Infinity])('a quantity of %j is refused with the registration: it is not taken for none', (qty) => {
	expect(() => readRow({ UID: '107004', timecategoryid: 20, QTY: qty as IDataObject[string] })).toThrow('The quantity of registration 107004 in time category 20 is not a number');
});

test('a row is told apart by firm, registration and time category; a registration by firm and uid', () => {
	expect(rowKey(row())).toBe('100:107004:10');
	expect(new Set([row(), row({ clientId: 200 }), row({ uid: 1 }), row({ timeCategoryId: 20 })].map(rowKey)).size).toBe(4);
	expect(registrationKey(row())).toBe(registrationKey(row({ timeCategoryId: 20 })));
	expect(registrationKey(row())).not.toBe(registrationKey(row({ clientId: 200 })));
});

test('the order is by date, registration and time category, however the rows came', () => {
	const rows = [
		row({ dateIn: null, uid: 9 }),
		row({ dateIn: '2026-09-30', uid: 8 }),
		row({ dateIn: '2026-10-01', uid: 2 }),
		row({ dateIn: '2026-10-01', uid: 10, timeCategoryId: 9 }),
		row({ dateIn: '2026-10-01', uid: 10, timeCategoryId: 10 }),
	];
	const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length });
	fc.assert(fc.property(shuffled, (list) => expect([...list].sort(inStableOrder)).toEqual(rows)));
});

test('a simplified row is a part of the row, with all that the payroll operations read', () => {
	const full = row({ freeText: 'Byttet vakt' });
	const simple = simplifyRow(full);
	expect(full).toMatchObject(simple);
	expect(simple).not.toHaveProperty('freeText');
	const needed = ['clientId', 'uid', 'employeeId', 'dateIn', 'timeIn', 'dateOut', 'timeOut', 'departmentId', 'projectId', 'timeCategoryId', 'timeCategory', 'timeCategoryTypeId', 'timeCategoryPayable'];
	const levels = ['approvedLevelOne', 'approvedLevelTwo', 'approvedLevelThree', 'approvedLevelFour'];
	const more = ['freeDimension1Id', 'freeDimension2Id', 'projectAlphanumericCode', 'qty', 'externalStatusCode', 'recordStateKey', 'isDeleted', ...levels.flatMap((level) => [level, `${level}By`, `${level}On`])];
	for (const name of [...needed, ...more]) expect(simple).toHaveProperty(name);
});
