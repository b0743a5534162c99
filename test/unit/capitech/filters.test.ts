import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { readFilters } from '../../../nodes/Capitech/time/filters';

/** A list of numbers in the node, and on the wire. */
const INTEGERS = {
	taskIds: 'taskIdFilter',
	orderIds: 'orderIdFilter',
	dutyIds: 'dutyIdFilter',
	subProjectIds: 'subProjectIdFilter',
	projectPhaseIds: 'projectPhaseIdFilter',
	freeDimension1Ids: 'freeDimension1Filter',
	freeDimension2Ids: 'freeDimension2Filter',
	externalStatusCodes: 'externalStatusCodeFilter',
};
const LOCATED = { employees: 'employeeIdFilter', departments: 'departmentIdFilter', projects: 'projectIdFilter', timeCategories: 'timeCategoryIdFilter' };

const names = fc.constantFrom(...Object.entries(INTEGERS));
const located = fc.constantFrom(...Object.entries(LOCATED));
const numbers = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 8 });
const separator = fc.constantFrom(',', ', ', ' , ', ';', ' ', '\n', ',,');
const entry = (value: unknown) => ({ entry: { __rl: true, mode: 'id', value } });

test('a list of numbers is the same list, whether it is typed or an array, of numbers or of texts', () => {
	fc.assert(
		fc.property(names, numbers, separator, ([name, wire], list, comma) => {
			for (const value of [list.join(comma), ` ${list.join(comma)}${comma}`, list, list.map(String)]) {
				expect(readFilters({ [name]: value } as IDataObject)).toEqual({ [wire]: list });
			}
		}),
	);
});

test('a list of picked entries is the same list, whether it stands in one entry or in several', () => {
	fc.assert(
		fc.property(located, numbers, separator, ([name, wire], list, comma) => {
			for (const entries of [list.map(entry), [entry(list.join(comma))], [entry(list)], list.map((number) => ({ entry: number }))]) {
				expect(readFilters({ [name]: { entries } } as unknown as IDataObject)).toEqual({ [wire]: list });
			}
		}),
	);
});

test('filters together are the filters one by one', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...Object.keys(INTEGERS)), numbers), (lists) => {
			const each = Object.entries(lists).map(([name, list]) => readFilters({ [name]: list } as IDataObject));
			expect(readFilters({ ...lists } as IDataObject)).toEqual(Object.assign({}, ...each));
		}),
	);
});

test.each<[IDataObject]>([
	[{}],
	[{ orderIds: '' }],
	[{ orderIds: ' , ' }],
	[{ orderIds: [] }],
	[{ employees: {} }],
	[{ employees: { entries: [] } }],
	[{ employees: { entries: [entry('')] } } as unknown as IDataObject],
	[{ timeCategoryTypes: [] }],
	[{ projectCodes: '' }],
	[{ lastUpdatedFrom: '' }],
	[{ lastApprovedOrUpdatedFrom: '' }],
	[{ orderIds: null, externalStatusCodes: null }],
	[{ payable: '', withoutExternalStatus: null }],
	[{ lastUpdatedFrom: null, lastApprovedOrUpdatedFrom: null }],
	[{ payable: 'any', withoutExternalStatus: 'any' }],
	[{ somethingElse: 5 }],
])('%j filters nothing', (collection) => {
	expect(readFilters(collection)).toEqual({});
});

test.each<[string, unknown, unknown]>([
	['payable', 'yes', true],
	['payable', true, true],
	['payable', 'no', false],
	['payable', false, false],
])('%s %p is the flag %p', (name, value, flag) => {
	expect(readFilters({ [name]: value } as IDataObject)).toEqual({ includePayableCategory: flag });
});

test('codes stay texts: a leading zero is part of a code', () => {
	expect(readFilters({ projectCodes: '007, B400' })).toEqual({ projectAlphanumericCodeFilter: ['007', 'B400'] });
});

test.each<[string, unknown, RegExp]>([
	['orderIds', '10, x', /'Order IDs' is not a whole number/],
	['orderIds', '1e3.5', /'Order IDs' is not a whole number/],
	['orderIds', [10, {}], /'Order IDs' is not a whole number/],
	['orderIds', String(2 ** 60), /'Order IDs' is not a whole number/],
	['employees', { entries: [entry('Ola')] }, /'Employees' is not a whole number/],
	['approvedLevels', [1, 5], /'Approved Levels' holds 5/],
	['approvedLevels', [0], /'Approved Levels' holds 0/],
	['timeCategoryTypes', ['o'], /'Time Category Types' holds "o"/],
	['timeCategoryTypes', ['OT'], /'Time Category Types' holds "OT"/],
	['payable', 'perhaps', /'Payable' is none/],
	['lastUpdatedFrom', '2026-02-29', /'Last Updated From' is not a date/],
	['lastApprovedOrUpdatedFrom', '25.10.2026', /'Last Approved or Updated From' is not a date/],
])('%s %p is refused by its label', (name, value, message) => {
	expect(() => readFilters({ [name]: value } as IDataObject)).toThrow(message);
});

describe('a time on the Norwegian clock', () => {
	const stamp = (value: unknown) => readFilters({ lastApprovedOrUpdatedFrom: value } as IDataObject).lastApprovedOrUpdatedFilter;

	test('is the same for an instant in any offset', () => {
		const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(moments, fc.integer({ min: -11, max: 11 }), (at, hours) => {
				const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
				const written = new Date(at.getTime() + hours * 3_600_000).toISOString().replace('Z', offset);
				expect(stamp(written)).toBe(stamp(at.toISOString()));
				expect(stamp(at)).toBe(stamp(at.toISOString()));
			}),
		);
	});

	test('is one or two hours ahead of UTC, in the form of the service', () => {
		const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(moments, (at) => {
				const written = String(stamp(at.toISOString()));
				expect(written).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}$/);
				const ahead = Date.parse(`${written.replace(' ', 'T')}Z`) - at.getTime();
				expect([3_600_000, 7_200_000]).toContain(ahead);
			}),
		);
	});
});
