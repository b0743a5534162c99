import type { IDataObject } from 'n8n-workflow';

import { prepareLines } from '../../../nodes/Capitech/payroll/prepare';
import type { Scope } from '../../../nodes/Capitech/payroll/prepare';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { employee, EMPLOYEES, FIRM, known, prepared, row, settings, sibling } from './rows';

const one = (changes: Partial<TimeTransaction>, agreed: IDataObject = {}, scope: Partial<Scope> = {}) => prepared([row(changes)], settings(agreed), scope)[0];
const dispositions = (...rows: TimeTransaction[]) => prepared(rows).map(({ disposition }) => disposition);

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const YESTERDAY = { changedSince: '2026-10-30 03:00:00' };
const touched = { lastUpdatedOn: '2026-10-30 03:00:00' };

describe('what becomes of a row', () => {
	test.each<[string, Partial<TimeTransaction>, string, RegExp | null]>([
		['approved, closed, unmarked, mapped', {}, 'line', null],
		['of a time category without a pay element', { timeCategoryId: 90, timeCategory: 'Reise', timeCategoryTypeId: 'T' }, 'unmapped', /Time category 90 Reise has no pay element/],
		['of an unpaid time category, mapped or not', { timeCategoryPayable: 0 }, 'unmapped', /unpaid in Capitech/],
		["monthly-paid staff's ordinary hours as hourly ones", { employeeId: 156 }, 'unmapped', /no entry for employee group 2/],
		["monthly-paid staff's ordinary hours", { employeeId: 156, timeCategoryId: 11 }, 'notExported', /by the settings/],
		['of an employee whose group is not known', { employeeId: 157 }, 'unmapped', /unknown employee group/],
		['overtime of an employee whose group is not known', { employeeId: 157, timeCategoryId: 20, timeCategoryTypeId: 'P' }, 'line', null],
		['without an employee', { employeeId: null, timeCategoryId: 20, timeCategoryTypeId: 'P' }, 'noEmployment', /no employee/],
		['without a date', { dateIn: null }, 'unmapped', /no date/],
		['without a quantity', { qty: null as unknown as number }, 'unmapped', /no quantity of at most two decimals/],
		['with a quantity that is a text', { qty: '7.5' as unknown as number }, 'unmapped', /no quantity/],
		['with a quantity of thousandths', { qty: 7.125 }, 'unmapped', /at most two decimals/],
		['with half a hundredth', { qty: 0.005 }, 'unmapped', /at most two decimals/],
		['with a quantity that binary fractions spell badly', { qty: 0.1 + 0.2 }, 'line', null],
		['of 8.29 hours', { qty: 8.29 }, 'line', null],
		['of no hours', { qty: 0 }, 'line', null],
		['of fewer than none', { qty: -1.25 }, 'line', null],
		['not approved', { approvedLevelOne: null }, 'notApproved', /Not approved on level 1/],
		["not approved on the department's level", { departmentId: 30 }, 'notApproved', /Not approved on level 2/],
		["approved on the department's level", { departmentId: 30, approvedLevelOne: null, approvedLevelTwo: 1 }, 'line', null],
		['without the time of its end', { timeOut: null }, 'open', /no end yet/],
		['without the date of its end', { dateOut: null }, 'open', /no end yet/],
		['open and not approved', { timeOut: null, approvedLevelOne: null }, 'open', /no end yet/],
		['marked', { externalStatusCode: 20 }, 'alreadyMarked', /external status 20/],
		['marked with 0', { externalStatusCode: 0 }, 'alreadyMarked', /external status 0/],
		['marked, and its approval withdrawn', { externalStatusCode: 20, approvedLevelOne: null }, 'notApproved', /Not approved/],
		['refused before', { externalStatusCode: 90 }, 'rejectedBefore', /neither the row nor the settings have changed/],
		['refused before, and not exported by the settings of today', { externalStatusCode: 90, employeeId: 156, timeCategoryId: 11 }, 'notExported', /by the settings/],
		['refused before, and unmapped by the settings of today', { externalStatusCode: 90, timeCategoryPayable: 0 }, 'unmapped', /unpaid/],
		['deleted', { isDeleted: true }, 'deleted', /Deleted/],
		['deleted, marked and open', { isDeleted: true, externalStatusCode: 20, timeOut: null }, 'deleted', /Deleted/],
		['a piece supplement, which has no times', { timeCategoryId: 40, timeCategoryTypeId: 'T', timeIn: null, timeOut: null, dateOut: null, qty: 3 }, 'line', null],
		['ordinary hours without times', { timeIn: null, timeOut: null, dateOut: null }, 'open', /no end yet/],
		['a supplement that was begun and not ended', { timeCategoryId: 31, timeCategoryTypeId: 'T', timeOut: null, dateOut: null }, 'open', /no end yet/],
	])('%s', (_what, changes, disposition, reason) => {
		const of = one(changes);
		expect(of.disposition).toBe(disposition);
		if (reason === null) expect(of.reason).toBeNull();
		else expect(of.reason).toMatch(reason);
		const hasLine = ['line', 'alreadyMarked', 'rejectedBefore'].includes(disposition);
		expect(of.payrollLine !== null).toBe(hasLine);
	});

	test('outside of the period it is known to be there, ready or not, and what it would be is kept', () => {
		for (const dateIn of ['2026-09-30', '2026-11-01']) {
			expect(one({ dateIn }, {}, OCTOBER)).toMatchObject({ disposition: 'outOfPeriod', intended: { disposition: 'line', payrollLine: { date: dateIn } } });
			expect(one({ dateIn, approvedLevelOne: null }, {}, OCTOBER)).toMatchObject({ disposition: 'outOfPeriod', intended: { disposition: 'notApproved' } });
			expect(one({ dateIn, isDeleted: true }, {}, OCTOBER).disposition).toBe('deleted');
		}
		expect(['2026-10-01', '2026-10-31'].map((dateIn) => one({ dateIn }, {}, OCTOBER).disposition)).toEqual(['line', 'line']);
		expect(one({ dateIn: null }, {}, OCTOBER).disposition).toBe('unmapped');
	});

	test('who approved it on the level that counts is told', () => {
		expect(one({ departmentId: 30, approvedLevelOneBy: 'Anne', approvedLevelTwoBy: 'Berit' }).approver).toBe('Berit');
	});

	test('hours of a firm without settings end the run', () => {
		expect(() => prepared([row({ clientId: 300 })])).toThrow(/'firms' has no entry for clientId 300/);
	});
});

describe('what was exported before', () => {
	test('keeps what it would be otherwise', () => {
		const { intended, payrollLine } = one({ externalStatusCode: 20 });
		expect(intended).toEqual({ disposition: 'line', reason: null, payrollLine });
		expect(one({ externalStatusCode: 20, timeCategoryPayable: 0 }).intended).toMatchObject({ disposition: 'unmapped' });
		expect(one({}).intended).toBeNull();
	});

	test('is compared again when it was changed since: nothing of it need have been posted', () => {
		expect(one({ externalStatusCode: 20, ...touched }, {}, YESTERDAY)).toMatchObject({ disposition: 'line', intended: null });
		expect(one({ externalStatusCode: 20, lastUpdatedOn: '2026-10-30 02:59:59' }, {}, YESTERDAY).disposition).toBe('alreadyMarked');
		expect(one({ externalStatusCode: 20, approvedLevelThreeOn: '2026-10-30 12:00:00' }, {}, YESTERDAY).disposition).toBe('line');
	});

	test('is compared with all rows of its registration when one of them was changed', () => {
		const rows = [row({ externalStatusCode: 20 }), sibling(20, { externalStatusCode: 20, ...touched }), row({ uid: 1, externalStatusCode: 20 })];
		expect(prepared(rows, settings(), YESTERDAY).map(({ disposition }) => disposition)).toEqual(['line', 'line', 'alreadyMarked']);
	});

	test('under the code of somebody else, or with nothing known of changes, stays so', () => {
		expect(one({ externalStatusCode: 30, ...touched }, {}, YESTERDAY).disposition).toBe('alreadyMarked');
		expect(one({ externalStatusCode: 20, ...touched }).disposition).toBe('alreadyMarked');
	});
});

describe('what was refused before is tried again', () => {
	const retry = (rejectedRows: Scope['rejectedRows'], changes: Partial<TimeTransaction> = {}) => one({ externalStatusCode: 90, ...changes }, {}, { rejectedRows, ...YESTERDAY }).disposition;

	test('when it was changed or approved since', () => {
		expect(retry('retryChanged', touched)).toBe('line');
		expect(retry('retryChanged', { approvedLevelOneOn: '2026-10-31 08:00:00' })).toBe('line');
		expect(retry('retryChanged', { lastUpdatedOn: '2026-10-30 02:59:59' })).toBe('rejectedBefore');
	});

	test('always or never, on request', () => {
		expect(retry('retry')).toBe('line');
		expect(retry('skip', touched)).toBe('rejectedBefore');
	});
});

describe('a registration goes as a whole', () => {
	test('its rows are held while one is not approved or open', () => {
		expect(dispositions(row(), sibling(20, { approvedLevelOne: null }))).toEqual(['held', 'notApproved']);
		expect(dispositions(sibling(20, { timeOut: null }), row())).toEqual(['open', 'held']);
		expect(prepared([row(), sibling(20, { approvedLevelOne: null })])[0].reason).toBe('Another row of the registration is not ready: Not approved on level 1');
	});

	test('whatever else they are: unmapped, not exported, marked or refused before', () => {
		for (const changes of [{ timeCategoryPayable: 0 }, { timeCategoryId: 11, employeeId: 156 }, { externalStatusCode: 20 }, { externalStatusCode: 90 }]) {
			expect(dispositions(row(changes), sibling(20, { approvedLevelOne: null }))).toEqual(['held', 'notApproved']);
		}
	});

	test('one that is unmapped, marked or deleted holds nobody', () => {
		expect(dispositions(row(), sibling(90))).toEqual(['line', 'unmapped']);
		expect(dispositions(row(), sibling(20, { externalStatusCode: 20 }))).toEqual(['line', 'alreadyMarked']);
		expect(dispositions(row(), sibling(20, { isDeleted: true, approvedLevelOne: null, timeOut: null }))).toEqual(['line', 'deleted']);
	});

	test('the same uid in another firm is another registration', () => {
		expect(dispositions(row(), sibling(20, { clientId: 200, approvedLevelOne: null }))).toEqual(['line', 'notApproved']);
	});

	test('each row is told how many stand, the deleted ones left out', () => {
		const rows = [row(), sibling(20, { approvedLevelOne: null }), sibling(31, { isDeleted: true }), row({ uid: 1 })];
		expect(prepared(rows).map(({ registrationRows }) => registrationRows)).toEqual([2, 2, 2, 1]);
	});
});

describe('overtime with its supplement', () => {
	const rows = [row(), sibling(20), sibling(25), sibling(11, { employeeId: 156 })];
	const confirmed = { confirmedPairs: ['20 0320/1 + 25 0325/1'] };

	test('keeps all lines of the registration back until somebody has confirmed it, and says what to write', () => {
		expect(dispositions(...rows)).toEqual(['toConfirm', 'toConfirm', 'toConfirm', 'notExported']);
		const [first] = prepared(rows);
		expect(first).toMatchObject({ payrollLine: null, reason: expect.stringContaining('"20 0320/1 + 25 0325/1"') });
	});

	test('goes as any other once it is confirmed, by the firm it is confirmed for', () => {
		expect(prepared(rows, settings(confirmed)).map(({ disposition }) => disposition)).toEqual(['line', 'line', 'line', 'notExported']);
		const ofSecond = rows.map((each) => ({ ...each, clientId: 200 }));
		expect(prepared(ofSecond, settings(confirmed))[1].disposition).toBe('toConfirm');
	});

	test('is to be confirmed anew for another pay element', () => {
		const payElements = (FIRM.payElements as IDataObject[]).map((entry) => (entry.timeCategoryId === 25 ? { ...entry, serialNumber: 2 } : entry));
		expect(prepared(rows, settings({ ...confirmed, payElements }))[1]).toMatchObject({ disposition: 'toConfirm', reason: expect.stringContaining('"20 0320/1 + 25 0325/2"') });
	});

	test('is none where one of them becomes no line', () => {
		expect(dispositions(row(), sibling(20), sibling(25, { timeCategoryPayable: 0 }))).toEqual(['line', 'line', 'unmapped']);
		expect(dispositions(row(), sibling(20), sibling(25, { isDeleted: true }))).toEqual(['line', 'line', 'deleted']);
	});
});

describe('a line', () => {
	test('holds what payroll needs, in its terms', () => {
		expect(one({}, { payPeriod: { closedThrough: '2026-09-30', corrections: 'firstOpenDay' } }).payrollLine).toEqual({
			employeeNumber: '155',
			formerNumbers: [],
			date: '2026-10-15',
			payElement: '0310',
			serialNumber: 1,
			unit: 'hours',
			quantity: 7.5,
			amount: null,
			costCenter: '1010500001',
			pspElement: '',
			sender: 'Capitech',
			reference: '2s:2akc:a',
			municipalityCode: '751',
			closedThrough: '2026-09-30',
			corrections: 'firstOpenDay',
		});
	});

	test('takes the quantity as it is, not from the clock, and the day the shift begins', () => {
		expect(one({ timeIn: '21:57:00.000', timeOut: '07:01:00.000', dateIn: '2026-10-31', dateOut: '2026-11-01' }).payrollLine).toMatchObject({ quantity: 7.5, date: '2026-10-31' });
	});

	test('counts pieces as a quantity, and kroner as an amount', () => {
		const lines = prepared([sibling(40, { qty: 3 }), sibling(45, { qty: 350.25 })]).map(({ payrollLine }) => payrollLine);
		expect(lines).toEqual([
			expect.objectContaining({ unit: 'count', quantity: 3, amount: null }),
			expect.objectContaining({ unit: 'amount', quantity: null, amount: 350.25 }),
		]);
	});

	test('is on the employment of the date and department, whose former numbers it knows', () => {
		const table = [{ employeeId: 155, employeeNumber: '52018', from: '2026-10-12', formerNumbers: ['2018'] }, { employeeId: 155, employeeNumber: '2018', to: '2026-10-11' }];
		const numbers = prepared([row(), row({ uid: 1, dateIn: '2026-10-11' })], settings({ employees: { table } })).map(({ payrollLine }) => [payrollLine?.employeeNumber, payrollLine?.formerNumbers]);
		expect(numbers).toEqual([['52018', ['2018']], ['2018', []]]);
	});

	test('is posted on the last day of its month where that is agreed; the period counts by the work date', () => {
		const of = one({ dateIn: '2026-10-02' }, { payPeriod: { lineDate: 'lastOfMonth' } }, { from: '2026-10-01', to: '2026-10-02' });
		expect(of).toMatchObject({ disposition: 'line', payrollLine: { date: '2026-10-31' } });
	});

	test('of an account is on what the payroll system turns it into, or waits', () => {
		const agreed = settings({ costObjects: [{ departmentId: 50, account: '4711' }] });
		const accounts = new Map([['4711', { costCenter: '1010500009', pspElement: '' }]]);
		const scope: Scope = { from: '', to: '', rejectedRows: 'skip', changedSince: '' };
		expect(prepareLines({ rows: [row()], ...known(), accounts }, agreed, scope)[0].payrollLine?.costCenter).toBe('1010500009');
		expect(prepared([row()], agreed)[0]).toMatchObject({ disposition: 'unmapped', reason: expect.stringContaining('Account 4711') });
	});

	test('is one for each time category, and each firm has its own by one employee number', () => {
		const lines = prepared([row(), sibling(31, { qty: 6 }), row({ clientId: 200 })]).map(({ payrollLine }) => payrollLine);
		expect(lines.map((line) => [line?.employeeNumber, line?.reference, line?.payElement, line?.quantity])).toEqual([
			['155', '2s:2akc:a', '0310', 7.5],
			['155', '2s:2akc:v', '0331', 6],
			['155', '5k:2akc:a', '0310', 7.5],
		]);
	});

	test("of an employee is never made by another firm's employee of the same number", () => {
		const others = [...EMPLOYEES.filter(({ clientId }) => clientId === 100), employee({ clientId: 200, wageGroupId: 2 })];
		expect(prepared([row(), row({ clientId: 200 })], settings(), {}, others).map(({ disposition }) => disposition)).toEqual(['line', 'unmapped']);
	});
});
