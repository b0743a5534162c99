import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import type { Json } from '../testing/client.ts';
import { OneDay, row, UID } from '../testing/oneDay.ts';
import { AGREEMENT } from './agreement.ts';

const HOURLY = 2001;
const MONTHLY = 2005;
const OTHER_NUMBER = 2002;
const TWO_EMPLOYMENTS = 2007;
const RENUMBERED = 2018;

describe('the rules of the reference', () => {
	let day: OneDay;
	before(async () => {
		day = await OneDay.start();
	});
	after(() => day.client.close());
	beforeEach(() => day.reset());

	describe('what a row is paid as', () => {
		const registered: [what: string, of: Json, booking: string][] = [
			['hours of the hourly-paid', row(10), '2001 0310/1 2.5 0 '],
			['in the canteen by its own entry', row(10, { departmentId: 80 }), '2001 0310/2 2.5 0 '],
			['supplements whatever the group', row(30, { employeeId: MONTHLY }), '32005 0330/2 2.5 0 '],
			['pieces as a quantity', row(40, { qty: 7 }), '2001 0340/1 7 0 '],
			['amounts in kroner', row(45, { qty: 312.55 }), '2001 0400/1 0 312.55 '],
		];
		for (const [what, of, booking] of registered) {
			it(`pays ${what}`, async () => {
				await day.put(of);
				assert.deepEqual(await day.bookings(), [booking]);
				assert.deepEqual(await day.counted(), { read: 1, eligible: 1, registered: 1, marked: 1 });
			});
		}

		const unmapped: [what: string, of: Json][] = [
			['ordinary hours of the hourly-paid in the category of the monthly-paid', row(11)],
			['ordinary hours of the monthly-paid in the category of the hourly-paid', row(10, { employeeId: MONTHLY })],
			['ordinary hours of somebody in no group', row(10, { employeeId: 7 })],
			['a category without an entry', row(50)],
			['an unpaid category', row(90)],
			['a paid category that is made unpaid', row(20, { timeCategoryPayable: 0 })],
		];
		for (const [what, of] of unmapped) {
			it(`pays nothing for ${what}`, async () => {
				await day.put(of);
				assert.deepEqual(await day.counted(), { read: 1, eligible: 1, unmapped: 1 });
				assert.deepEqual(await day.bookings(), []);
			});
		}

		it('leaves hours of the monthly-paid out by agreement, and marks them', async () => {
			await day.put(row(11, { employeeId: MONTHLY }));
			assert.deepEqual(await day.counted(), { read: 1, eligible: 1, unmapped: 1, notExported: 1, marked: 1 });
		});

		it('counts a quantity of zero as registered, and nothing stands', async () => {
			await day.put(row(10, { qty: 0 }), row(45, { qty: 0 }));
			assert.deepEqual(await day.counted(), { read: 2, eligible: 2, registered: 2, marked: 1 });
			assert.deepEqual(await day.bookings(), []);
		});
	});

	describe('overtime with its supplement', () => {
		it('is paid both when the pair is confirmed', async () => {
			await day.put(row(20), row(25));
			assert.deepEqual(await day.bookings(), ['2001 0320/1 2.5 0 ', '2001 0325/1 2.5 0 ']);
		});

		it('keeps its whole registration back when it is not, but for what is not exported', async () => {
			await day.put(...[21, 25, 30, 11].map((category) => row(category, { employeeId: MONTHLY })));
			assert.deepEqual(await day.counted(), { read: 4, eligible: 4, unmapped: 4, notExported: 1 });
		});

		it('needs no confirmation in two registrations', async () => {
			await day.put(row(21), row(25, { uid: UID + 1 }));
			assert.equal((await day.counted()).registered, 2);
		});

		it('is confirmed for one firm alone', async () => {
			await day.put(row(20, { clientId: 200 }), row(25, { clientId: 200 }));
			assert.deepEqual(await day.counted({ clients: '200' }), { read: 2, eligible: 2, unmapped: 2 });
		});
	});

	describe('whose number a line carries', () => {
		const numbers: [what: string, of: object, number: string | undefined][] = [
			['the external id', { employeeId: OTHER_NUMBER }, '32002'],
			['that of the second employment in its department', { employeeId: TWO_EMPLOYMENTS, departmentId: 20 }, '92007'],
			['that of the first employment elsewhere', { employeeId: TWO_EMPLOYMENTS, departmentId: 40 }, '2007'],
			['that of the first employment without a department', { employeeId: TWO_EMPLOYMENTS, departmentId: null }, '2007'],
			['the new number from its day on', { employeeId: RENUMBERED }, '52018'],
		];
		for (const [what, of, number] of numbers) {
			it(`is ${what}`, async () => {
				await day.put(row(20, of));
				assert.equal((await day.expected()).ledger[0]?.Medarbejdernummer, number);
			});
		}

		it('is the old one before the change, and the new one after', async () => {
			await day.put(row(20, { employeeId: RENUMBERED, dateIn: '2026-10-11' }), row(20, { employeeId: RENUMBERED, dateIn: '2026-10-12', uid: UID + 1 }));
			const { ledger } = await day.expected({ from: '2026-10-11', to: '2026-10-12' });
			assert.deepEqual(ledger.map((line: Json) => line.Medarbejdernummer), ['2018', '52018']);
		});

		it('is nobody\'s when Capitech knows no external id', async () => {
			await day.put(row(20));
			await day.client.control('POST', '/control/world/capitech', { employees: [{ clientId: 100, employeeId: HOURLY, externalId: '' }] });
			assert.deepEqual(await day.counted(), { read: 1, eligible: 1, unmapped: 1 });
		});

		it('is another one for the same number in the sister firm, which is exported only when asked for', async () => {
			await day.put(row(10), row(10, { clientId: 200, uid: UID + 1 }));
			assert.deepEqual(await day.bookings(), ['2001 0310/1 2.5 0 ']);
			assert.deepEqual(await day.bookings({ clients: '100,200' }), ['2001 0310/1 2.5 0 ', '72001 0310/2 2.5 0 ']);
		});
	});

	describe('where the cost goes', () => {
		const targets: [what: string, dimensions: object, target: string][] = [
			['to the department\'s cost centre', { departmentId: 10 }, '1010100001'],
			['nowhere else than usual from other departments', { departmentId: 40 }, ''],
			['to the free dimension\'s before the department\'s', { departmentId: 10, freeDimension2Id: 60 }, '1010300001'],
			['to the project\'s before all', { departmentId: 10, freeDimension2Id: 60, projectId: 1001 }, 'XG-1001-00001'],
		];
		for (const [what, dimensions, target] of targets) {
			it(`goes ${what}`, async () => {
				await day.put(row(20, dimensions));
				assert.deepEqual(await day.bookings(), [`2001 0320/1 2.5 0 ${target}`]);
			});
		}

		it('finds a project by its code too', async () => {
			await day.put(row(20, { projectId: 1009 }));
			assert.deepEqual(await day.counted(), { read: 1, eligible: 1, rejected: 1 });
			await day.client.control('POST', '/control/world/kmdOpus', { pspElements: [{ PSP_Element: 'XG-1009-00001', Spaerret: false }] });
			assert.deepEqual(await day.bookings(), ['2001 0320/1 2.5 0 XG-1009-00001']);
		});
	});

	describe('what is ready', () => {
		it('needs the approval level of its department', async () => {
			await day.put(row(20, { departmentId: 30 }));
			assert.deepEqual(await day.counted(), { read: 1 });
			await day.put(row(20, { departmentId: 30, approvedLevelTwo: 1 }));
			assert.equal((await day.counted()).registered, 1);
		});

		it('goes as a whole registration', async () => {
			await day.put(row(10), row(20, { approvedLevelOne: null }), row(30, { dateOut: null, timeOut: null }), row(10, { uid: UID + 1 }));
			assert.deepEqual(await day.counted(), { read: 4, eligible: 2, held: 1, registered: 1, marked: 1 });
		});

		it('needs an end, but for supplements without times', async () => {
			const endless = { dateOut: null, timeOut: null };
			await day.put(row(30, endless), row(40, { uid: UID + 1, timeIn: null, ...endless }), row(20, { uid: UID + 2, timeIn: null, ...endless }));
			assert.deepEqual(await day.bookings(), ['2001 0340/1 2.5 0 ']);
		});
	});

	describe('what payroll refuses', () => {
		it('is a lønart it does not know', async () => {
			await day.put(row(41));
			assert.deepEqual(await day.counted(), { read: 1, eligible: 1, rejected: 1 });
		});

		it('is a closed pay period, unless it accepts them', async () => {
			await day.put(row(10));
			await day.client.control('POST', '/control/world/kmdOpus', { payPeriods: [{ Fra: '2026-12-01', Til: '2026-12-31', Lukket: true }] });
			assert.deepEqual(await day.counted(), { read: 1, eligible: 1, rejected: 1 });
			assert.equal((await day.counted({ lineDate: 'lastOfMonth' })).rejected, 1);
			await day.client.switch({ 'kmdOpus.closedPeriod': 'accepts' });
			assert.equal((await day.counted()).registered, 1);
		});

		it('waits while the employee is locked', async () => {
			await day.put(row(10, { employeeId: 2012 }), row(20, { employeeId: 2012, qty: 0 }), row(45, { employeeId: 2012 }));
			assert.deepEqual(await day.counted(), { read: 3, eligible: 3, later: 2, registered: 1 });
		});
	});

	it('takes no question that it does not understand', async () => {
		for (const [query, text] of [
			[{ clients: '100,300' }, /client 300/],
			[{ lineDate: 'payDay' }, /"lineDate" must be workDate or firstOfMonth or lastOfMonth/],
			[{ dates: 'no' }, /"dates" must be compare or ignore/],
			[{ client: '100' }, /not client/],
		] as const) {
			await assert.rejects(day.expected(query), (error: Error) => /^400/.test(error.message) && text.test(error.message), String(text));
		}
	});

	it('reads an agreement in which no entry stands twice', () => {
		for (const { payElements, costObjects, employees } of AGREEMENT.firms) {
			const selectors = payElements.map(({ timeCategoryId, employeeGroup, departmentId }) => [timeCategoryId, employeeGroup, departmentId].join());
			assert.equal(new Set(selectors).size, payElements.length);
			assert.equal(new Set(costObjects.map((of) => JSON.stringify({ ...of, costCenter: '', pspElement: '' }))).size, costObjects.length);
			assert.equal(new Set(employees.table.map((of) => JSON.stringify({ ...of, employeeNumber: '' }))).size, employees.table.length);
		}
	});
});
