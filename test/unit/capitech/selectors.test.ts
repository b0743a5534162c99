import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { costObjectOf, readCostObjects } from '../../../nodes/Capitech/payroll/settings/costObjects';
import { mappingOf, readMappings } from '../../../nodes/Capitech/payroll/settings/payElements';
import type { Selectors } from '../../../nodes/Capitech/payroll/settings/selectors';
import { mostSpecific } from '../../../nodes/Capitech/payroll/settings/selectors';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { row, sibling } from './rows';

/** A row that every selector can fit. */
const FULL = row({ projectId: 1009, projectAlphanumericCode: 'B490', freeDimension1Id: 5, freeDimension2Id: 60, departmentId: 50 });
const FITTING = { employeeGroup: 1, projectId: 1009, freeDimension1Id: 5, freeDimension2Id: 60, departmentId: 50 };

const chosen = (entries: Selectors[], of: TimeTransaction = FULL, employeeGroup: number | null = 1) =>
	mostSpecific(entries.map((selectors) => ({ selectors })), { row: of, employeeGroup })?.selectors;

describe('of the entries that fit', () => {
	const bySpecificity: Array<keyof typeof FITTING> = ['employeeGroup', 'projectId', 'freeDimension1Id', 'freeDimension2Id', 'departmentId'];

	test.each(bySpecificity.slice(0, -1).map((name, at) => [name, bySpecificity.slice(at + 1)] as const))('%s goes before %p together, in either order', (name, others) => {
		const one = { [name]: FITTING[name] };
		const together = Object.fromEntries(others.map((other) => [other, FITTING[other]]));
		expect(chosen([one, together])).toBe(one);
		expect(chosen([together, one])).toBe(one);
	});

	test('any goes before the one for all rows, and one more selector before one less', () => {
		expect(chosen([{}, { departmentId: 50 }])).toEqual({ departmentId: 50 });
		expect(chosen([{ projectId: 1009 }, { projectId: 1009, departmentId: 50 }])).toEqual({ projectId: 1009, departmentId: 50 });
	});

	test('a project by its number goes before the same by its code, in either order', () => {
		expect(chosen([{ projectCode: 'B490' }, { projectId: 1009 }])).toEqual({ projectId: 1009 });
		expect(chosen([{ projectId: 1009 }, { projectCode: 'B490' }])).toEqual({ projectId: 1009 });
		expect(chosen([{ projectId: 1009 }, { projectCode: 'B490', departmentId: 50 }])).toEqual({ projectCode: 'B490', departmentId: 50 });
	});

	test('the order of the entries is of no account: there are no ties', () => {
		const selectors = fc.record({ ...Object.fromEntries(Object.entries(FITTING).map(([name, value]) => [name, fc.constant(value)])) }, { requiredKeys: [] });
		const entries = fc.uniqueArray(fc.tuple(selectors, fc.boolean()).map(([{ projectId, ...others }, isCode]) => ({ ...others, ...(projectId && (isCode ? { projectCode: 'B490' } : { projectId })) })), {
			selector: (each) => JSON.stringify(Object.entries(each).sort()),
		});
		const shuffled = entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
		fc.assert(fc.property(shuffled, ([list, others]) => expect(chosen(list as Selectors[])).toBe(chosen(others as Selectors[]))));
	});
});

describe('an entry fits', () => {
	test('when all its selectors do', () => {
		for (const name of Object.keys(FITTING) as Array<keyof typeof FITTING>) expect(chosen([{ ...FITTING, [name]: 999 }])).toBeUndefined();
		expect(chosen([FITTING])).toBe(FITTING);
	});

	test('a project code however it is written', () => {
		expect(chosen([{ projectCode: 'b490' }], row({ projectAlphanumericCode: ' B490 ' }))).toEqual({ projectCode: 'b490' });
		expect(chosen([{ projectCode: 'b49' }])).toBeUndefined();
	});

	test('not where the row says nothing', () => {
		expect(chosen([{ departmentId: 50 }], row({ departmentId: null }))).toBeUndefined();
		expect(chosen([{ projectCode: 'null' }], row({ projectAlphanumericCode: null }))).toBeUndefined();
		expect(chosen([{ employeeGroup: 1 }], FULL, null)).toBeUndefined();
		expect(chosen([{ departmentId: 0 }], row({ departmentId: null }))).toBeUndefined();
	});
});

describe('the pay element of a row', () => {
	const paid = (payElement: string, more: IDataObject = {}): IDataObject => ({ timeCategoryId: 10, payElement, serialNumber: 1, unit: 'hours', ...more });
	const mapped = (entries: IDataObject[], of: TimeTransaction, employeeGroup: number | null = 1) => {
		const mapping = mappingOf(readMappings('payElements', entries), { row: of, employeeGroup });
		if ('reason' in mapping) return mapping.reason;
		return mapping.doNotExport ? 'doNotExport' : `${mapping.payElement}/${mapping.serialNumber} ${mapping.unit}`;
	};

	test('is that of its time category and of what it was done on', () => {
		const entries = [paid('0310', { employeeGroup: 1 }), paid('0311', { employeeGroup: 1, departmentId: 80, unit: 'count' }), paid('0320', { timeCategoryId: 20 })];
		expect(mapped(entries, row())).toBe('0310/1 hours');
		expect(mapped(entries, row({ departmentId: 80 }))).toBe('0311/1 count');
		expect(mapped(entries, sibling(20))).toBe('0320/1 hours');
		expect(mapped(entries, sibling(31))).toMatch(/^Time category 31 .* has no pay element in the settings$/);
	});

	test('of ordinary hours needs an entry for the employee group', () => {
		const forAll = [paid('0310'), paid('0311', { departmentId: 50, projectId: 1001 })];
		expect(mapped(forAll, row({ projectId: 1001 }))).toBe('Ordinary hours (10 Timelønn) have no entry for employee group 1 in the settings');
		for (const timeCategoryTypeId of ['T', 'P', 'S']) expect(mapped(forAll, row({ timeCategoryTypeId }))).toBe('0310/1 hours');
		for (const timeCategoryTypeId of [null, 'o', '']) expect(mapped(forAll, row({ timeCategoryTypeId }))).toMatch(/no entry for employee group 1/);
		expect(mapped([paid('0310', { employeeGroup: 1 })], row(), 2)).toMatch(/no entry for employee group 2/);
		expect(mapped([paid('0310', { employeeGroup: 1 })], row(), null)).toMatch(/no entry for an unknown employee group/);
		expect(mapped([...forAll, paid('0312', { employeeGroup: 2 })], row({ projectId: 1001 }), 2)).toBe('0312/1 hours');
	});

	test('may be none, by decision', () => {
		const entries = [paid('0310', { employeeGroup: 1 }), { timeCategoryId: 10, employeeGroup: 2, doNotExport: true }];
		expect([mapped(entries, row(), 1), mapped(entries, row(), 2)]).toEqual(['0310/1 hours', 'doNotExport']);
	});

	test('is none of an unpaid time category, by whatever entry; one that is not exported by decision is settled by that', () => {
		expect(mapped([paid('0310', { employeeGroup: 1 })], row({ timeCategoryPayable: 0 }))).toBe('Time category 10 Timelønn is unpaid in Capitech');
		expect(mapped([{ timeCategoryId: 10, doNotExport: true }], row({ timeCategoryPayable: 0 }))).toBe('doNotExport');
		expect(mapped([paid('0310', { employeeGroup: 1 })], row({ timeCategoryPayable: null }))).toBe('0310/1 hours');
	});

	test('of time category 0 is found like any other', () => {
		expect(mapped([paid('0310', { timeCategoryId: 0 })], row({ timeCategoryId: 0, timeCategoryTypeId: 'T' }))).toBe('0310/1 hours');
	});
});

describe('the cost object of a row', () => {
	const entries = readCostObjects('costObjects', [
		{ departmentId: 50, costCenter: '1010500001' },
		{ projectId: 1001, pspElement: 'XG-1001-00001' },
		{ projectCode: 'B490', account: '4711' },
		{ freeDimension2Id: 60, costCenter: 1010300001 },
	]);
	const accounts = new Map([['4711', { costCenter: '', pspElement: 'XG-1009-00001' }]]);
	const postedOn = (changes: Partial<TimeTransaction>, lookedUp = accounts) => costObjectOf(entries, { row: row(changes), employeeGroup: 1 }, lookedUp);

	test.each<[string, Partial<TimeTransaction>, string, string]>([
		['by department', {}, '1010500001', ''],
		['a project goes before the department', { projectId: 1001 }, '', 'XG-1001-00001'],
		['a project that is not there leaves the department', { projectId: 1003 }, '1010500001', ''],
		['a free dimension goes before the department', { freeDimension2Id: 60 }, '1010300001', ''],
		['an account as the payroll system turns it', { projectAlphanumericCode: 'b490' }, '', 'XG-1009-00001'],
		["none in the settings: the employee's own", { departmentId: 60 }, '', ''],
		["without a department: the employee's own", { departmentId: null }, '', ''],
	])('%s', (_what, changes, costCenter, pspElement) => {
		expect(postedOn(changes)).toEqual({ costCenter, pspElement });
	});

	test('is not guessed where the account was not looked up', () => {
		expect(postedOn({ projectAlphanumericCode: 'B490' }, new Map())).toEqual({ reason: 'Account 4711 of the settings was not looked up in the payroll system' });
	});
});
