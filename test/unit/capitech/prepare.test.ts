import fc from 'fast-check';

import type { Preparation } from '../../../nodes/Capitech/payroll/prepare';
import { prepareLines } from '../../../nodes/Capitech/payroll/prepare';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { agreement, row, someRows } from './rows';

const prepare = (rows: TimeTransaction[], changes = {}) => prepareLines(rows, agreement(changes));
const one = (changes: Partial<TimeTransaction>, settings = {}): Preparation => prepare([row(changes)], settings)[0];
const dispositions = (...rows: TimeTransaction[]) => prepare(rows).map(({ disposition }) => disposition);

const registrationOf = ({ clientId, uid }: TimeTransaction) => `${clientId}:${uid}`;

describe('what becomes of a row', () => {
	test.each<[string, Partial<TimeTransaction>, string, RegExp | null]>([
		['approved, closed, unmarked, mapped', {}, 'line', null],
		['of a time category without a pay element', { timeCategoryId: 11, timeCategory: 'Fastlønn' }, 'unmapped', /Time category 11 Fastlønn has no pay element/],
		['of an unpaid time category, mapped or not', { timeCategoryId: 90, timeCategoryPayable: 0 }, 'unmapped', /unpaid in Capitech/],
		['without a date', { dateIn: null }, 'unmapped', /no date/],
		['not approved', { approvedLevelOne: null }, 'notApproved', /Not approved on level 1/],
		['without an end', { dateOut: null, timeOut: null }, 'open', /no end yet/],
		['without the time of its end', { timeOut: null }, 'open', /no end yet/],
		['without the date of its end', { dateOut: null }, 'open', /no end yet/],
		['open and not approved', { timeOut: null, approvedLevelOne: null }, 'open', /no end yet/],
		['marked', { externalStatusCode: 20 }, 'alreadyMarked', /external status 20/],
		['marked with 0', { externalStatusCode: 0 }, 'alreadyMarked', /external status 0/],
		['marked, and its approval withdrawn', { externalStatusCode: 20, approvedLevelOne: null }, 'notApproved', /Not approved/],
		['deleted', { isDeleted: true }, 'deleted', /Deleted/],
		['deleted, marked and open', { isDeleted: true, externalStatusCode: 20, timeOut: null }, 'deleted', /Deleted/],
		['whose payability is not known', { timeCategoryPayable: null }, 'line', null],
		['a piece supplement, which has no times', { timeCategoryId: 40, timeCategoryTypeId: 'T', timeIn: null, timeOut: null, dateOut: null, qty: 3 }, 'line', null],
		['ordinary hours without times', { timeIn: null, timeOut: null, dateOut: null }, 'open', /no end yet/],
		['a supplement that was begun and not ended', { timeCategoryId: 31, timeCategoryTypeId: 'T', timeOut: null, dateOut: null }, 'open', /no end yet/],
	])('%s', (_what, changes, disposition, reason) => {
		const prepared = one(changes);
		expect(prepared.disposition).toBe(disposition);
		if (reason === null) expect(prepared.reason).toBeNull();
		else expect(prepared.reason).toMatch(reason);
		expect(prepared.payrollLine === null).toBe(disposition !== 'line');
	});

	test.each([[1, 'One'], [2, 'Two'], [3, 'Three'], [4, 'Four']])('counts as approved on level %i alone where the settings say so', (level, name) => {
		const approved = { approvedLevelOne: null, [`approvedLevel${name}`]: 1 } as Partial<TimeTransaction>;
		expect(one(approved, { approvalLevel: level }).disposition).toBe('line');
		const others = ['One', 'Two', 'Three', 'Four'].filter((other) => other !== name).map((other) => [`approvedLevel${other}`, 1]);
		expect(one({ [`approvedLevel${name}`]: null, ...Object.fromEntries(others) }, { approvalLevel: level }).disposition).toBe('notApproved');
	});
});

describe('a registration goes as a whole', () => {
	const sibling = (changes: Partial<TimeTransaction>) => row({ timeCategoryId: 20, ...changes });

	test('its rows are held while one is not approved or open', () => {
		expect(dispositions(row(), sibling({ approvedLevelOne: null }))).toEqual(['held', 'notApproved']);
		expect(dispositions(sibling({ timeOut: null }), row())).toEqual(['open', 'held']);
		expect(prepare([row(), sibling({ approvedLevelOne: null })])[0].reason).toMatch(/Another row of the registration is not ready: Not approved on level 1/);
	});

	test('an unmapped row is held, too, and not called unmapped yet', () => {
		expect(dispositions(row({ timeCategoryId: 11 }), sibling({ approvedLevelOne: null }))).toEqual(['held', 'notApproved']);
	});

	test('a row that was exported before stays so', () => {
		expect(dispositions(row({ externalStatusCode: 20 }), sibling({ approvedLevelOne: null }))).toEqual(['alreadyMarked', 'notApproved']);
	});

	test('one that is unmapped, marked or deleted holds nobody', () => {
		expect(dispositions(row(), sibling({ timeCategoryId: 11 }))).toEqual(['line', 'unmapped']);
		expect(dispositions(row(), sibling({ externalStatusCode: 20 }))).toEqual(['line', 'alreadyMarked']);
		expect(dispositions(row(), sibling({ isDeleted: true, approvedLevelOne: null, timeOut: null }))).toEqual(['line', 'deleted']);
	});

	test('the same uid in another firm is another registration', () => {
		expect(dispositions(row(), sibling({ clientId: 200, approvedLevelOne: null }))).toEqual(['line', 'notApproved']);
	});

	test('each row is told how many stand, the deleted ones left out', () => {
		const prepared = prepare([row(), sibling({ approvedLevelOne: null }), row({ timeCategoryId: 31, isDeleted: true }), row({ uid: 1 })]);
		expect(prepared.map(({ registrationRows }) => registrationRows)).toEqual([2, 2, 2, 1]);
	});

	test('whatever the rows: either no line, or no row that is not ready', () => {
		fc.assert(
			fc.property(someRows, (rows) => {
				const prepared = prepare(rows);
				const standing = rows.filter(({ isDeleted }) => !isDeleted);
				const notReady = new Set(standing.filter((each) => each.approvedLevelOne !== 1 || each.timeOut === null).map(registrationOf));
				rows.forEach((each, at) => {
					const { disposition } = prepared[at];
					if (disposition === 'line' || disposition === 'unmapped') expect(notReady.has(registrationOf(each))).toBe(false);
					if (disposition === 'held') expect(notReady.has(registrationOf(each))).toBe(true);
				});
			}),
		);
	});
});

test('the order of the rows is of no account', () => {
	const shuffled = someRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
	fc.assert(
		fc.property(shuffled, ([rows, others]) => {
			const before = new Map(prepare(rows).map((prepared, at) => [rows[at], { ...prepared, reason: null }]));
			prepare(others).forEach((prepared, at) => expect({ ...prepared, reason: null }).toEqual(before.get(others[at])));
		}),
	);
});

test('nothing is lost: each row has one preparation, in its place, and the rows stay as they are', () => {
	fc.assert(
		fc.property(someRows, (rows) => {
			const copy = structuredClone(rows);
			const prepared = prepare(rows);
			expect(prepared.length).toBe(rows.length);
			expect(rows).toEqual(copy);
			prepared.forEach(({ disposition, payrollLine }, at) => expect(payrollLine?.quantity).toBe(disposition === 'line' ? rows[at].qty : undefined));
		}),
	);
});

describe('a line', () => {
	test('holds what payroll needs, in its terms', () => {
		expect(one({}).payrollLine).toEqual({
			employeeNumber: '155',
			date: '2026-10-15',
			payElement: '0310',
			serialNumber: 1,
			quantity: 7.5,
			costCenter: '1010500001',
			pspElement: '',
			sender: 'Capitech',
			reference: '2s:2akc:a',
		});
	});

	test('takes the quantity as it is, not from the clock', () => {
		expect(one({ timeIn: '21:57:00.000', timeOut: '07:01:00.000', dateOut: '2026-10-16', qty: 7.5 }).payrollLine).toMatchObject({ quantity: 7.5, date: '2026-10-15' });
		expect(one({ qty: 0 }).payrollLine).toMatchObject({ quantity: 0 });
	});

	test.each<[string, Partial<TimeTransaction>, string, string]>([
		['a project in the settings goes before the department', { projectId: 1001, departmentId: 50 }, '', 'XG-1001-00001'],
		['a project that is not there leaves the department', { projectId: 1003, departmentId: 50 }, '1010500001', ''],
		["a department that is not there leaves the employee's own", { departmentId: 60 }, '', ''],
		["without a department it is the employee's own", { departmentId: null }, '', ''],
		['a project without a department', { projectId: 1001, departmentId: null }, '', 'XG-1001-00001'],
	])('is posted on its cost object: %s', (_what, changes, costCenter, pspElement) => {
		expect(one(changes).payrollLine).toMatchObject({ costCenter, pspElement });
	});

	test('is one for each time category: supplements are lines of their own', () => {
		const lines = prepare([row(), row({ timeCategoryId: 31, timeCategoryTypeId: 'T', qty: 6 })]).map(({ payrollLine }) => payrollLine);
		expect(lines).toEqual([
			expect.objectContaining({ payElement: '0310', serialNumber: 1, quantity: 7.5, reference: '2s:2akc:a' }),
			expect.objectContaining({ payElement: '0331', serialNumber: 2, quantity: 6, reference: '2s:2akc:v' }),
		]);
	});
});
