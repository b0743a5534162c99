import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { paymentLine, TestClient, update, type Json } from '../testing/client.ts';
import { AGREEMENT } from './agreement.ts';

/** A date after the world's period: nothing stands there but what a test puts in. */
const DAY = '2026-12-01';
const UID = 900_001;

const HOURLY = 2001;
const MONTHLY = 2005;
const OTHER_NUMBER = 2002;
const TWO_EMPLOYMENTS = 2007;
const RENUMBERED = 2018;

const row = (timeCategoryId: number, more: object = {}): Json => ({
	clientId: 100,
	uid: UID,
	timeCategoryId,
	employeeId: HOURLY,
	dateIn: DAY,
	timeIn: '07:00:00.000',
	dateOut: DAY,
	timeOut: '15:00:00.000',
	departmentId: 40,
	qty: 2.5,
	approvedLevelOne: 1,
	...more,
});

describe('the rules of the reference', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start({ people: 40, days: 5 });
	});
	after(() => client.close());
	beforeEach(() => client.reset({ people: 40, days: 5 }));

	const put = (...transactions: object[]): Promise<Json> => client.control('POST', '/control/world/capitech', { transactions });
	const ask = (what: string, query: object = {}): Promise<Json> =>
		client.control('GET', `/control/${what}/capitech-to-opus?${new URLSearchParams({ from: DAY, to: DAY, ...query })}`);
	const expected = (query?: object): Promise<Json> => ask('expected', query);
	const compare = (query?: object): Promise<Json> => ask('compare', query);
	/** Everything counted but what is zero. */
	const counted = async (query?: object): Promise<Json> =>
		Object.fromEntries(Object.entries((await expected(query)).counts).filter(([, count]) => count !== 0));
	const bookings = async (query?: object): Promise<string[]> =>
		(await expected(query)).ledger.map((line: Json) =>
			[line.Medarbejdernummer, `${line.Loenart}/${line.Loebenummer}`, line.Antal, line.Beloeb, line.Afv_Omkostningssted + line.Afv_PSP_Element].join(' '),
		);
	const post = async (employee: string, id: string, lines: object[]): Promise<void> => {
		const { body } = await client.opus('update-onetime-payments', update(employee, id, lines));
		assert.equal(body.Header.Status, 'OK', JSON.stringify(body));
	};
	const lineOf = (category: number, more: object = {}): object =>
		paymentLine(0, { Startdato: `${DAY}T00:00:00Z`, Antal: '2.50', Indv_Bemaerkning: `2s:${UID.toString(36)}:${category.toString(36)}#1abcd`, ...more });

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
				await put(of);
				assert.deepEqual(await bookings(), [booking]);
				assert.deepEqual(await counted(), { read: 1, eligible: 1, registered: 1, marked: 1 });
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
				await put(of);
				assert.deepEqual(await counted(), { read: 1, eligible: 1, unmapped: 1 });
				assert.deepEqual(await bookings(), []);
			});
		}

		it('leaves hours of the monthly-paid out by agreement, and marks them', async () => {
			await put(row(11, { employeeId: MONTHLY }));
			assert.deepEqual(await counted(), { read: 1, eligible: 1, unmapped: 1, notExported: 1, marked: 1 });
		});

		it('counts a quantity of zero as registered, and nothing stands', async () => {
			await put(row(10, { qty: 0 }), row(45, { qty: 0 }));
			assert.deepEqual(await counted(), { read: 2, eligible: 2, registered: 2, marked: 1 });
			assert.deepEqual(await bookings(), []);
		});
	});

	describe('overtime with its supplement', () => {
		it('is paid both when the pair is confirmed', async () => {
			await put(row(20), row(25));
			assert.deepEqual(await bookings(), ['2001 0320/1 2.5 0 ', '2001 0325/1 2.5 0 ']);
		});

		it('keeps its whole registration back when it is not, but for what is not exported', async () => {
			await put(...[21, 25, 30, 11].map((category) => row(category, { employeeId: MONTHLY })));
			assert.deepEqual(await counted(), { read: 4, eligible: 4, unmapped: 4, notExported: 1 });
		});

		it('needs no confirmation in two registrations', async () => {
			await put(row(21), row(25, { uid: UID + 1 }));
			assert.equal((await counted()).registered, 2);
		});

		it('is confirmed for one firm alone', async () => {
			await put(row(20, { clientId: 200 }), row(25, { clientId: 200 }));
			assert.deepEqual(await counted({ clients: '200' }), { read: 2, eligible: 2, unmapped: 2 });
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
				await put(row(20, of));
				assert.equal((await expected()).ledger[0]?.Medarbejdernummer, number);
			});
		}

		it('is the old one before the change, and the new one after', async () => {
			await put(row(20, { employeeId: RENUMBERED, dateIn: '2026-10-11' }), row(20, { employeeId: RENUMBERED, dateIn: '2026-10-12', uid: UID + 1 }));
			const { ledger } = await expected({ from: '2026-10-11', to: '2026-10-12' });
			assert.deepEqual(ledger.map((line: Json) => line.Medarbejdernummer), ['2018', '52018']);
		});

		it('is nobody\'s when Capitech knows no external id', async () => {
			await put(row(20));
			await client.control('POST', '/control/world/capitech', { employees: [{ clientId: 100, employeeId: HOURLY, externalId: '' }] });
			assert.deepEqual(await counted(), { read: 1, eligible: 1, unmapped: 1 });
		});

		it('is another one for the same number in the sister firm, which is exported only when asked for', async () => {
			await put(row(10), row(10, { clientId: 200, uid: UID + 1 }));
			assert.deepEqual(await bookings(), ['2001 0310/1 2.5 0 ']);
			assert.deepEqual(await bookings({ clients: '100,200' }), ['2001 0310/1 2.5 0 ', '72001 0310/2 2.5 0 ']);
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
				await put(row(20, dimensions));
				assert.deepEqual(await bookings(), [`2001 0320/1 2.5 0 ${target}`]);
			});
		}

		it('finds a project by its code too', async () => {
			await put(row(20, { projectId: 1009 }));
			assert.deepEqual(await counted(), { read: 1, eligible: 1, rejected: 1 });
			await client.control('POST', '/control/world/kmdOpus', { pspElements: [{ PSP_Element: 'XG-1009-00001', Spaerret: false }] });
			assert.deepEqual(await bookings(), ['2001 0320/1 2.5 0 XG-1009-00001']);
		});
	});

	describe('what is ready', () => {
		it('needs the approval level of its department', async () => {
			await put(row(20, { departmentId: 30 }));
			assert.deepEqual(await counted(), { read: 1 });
			await put(row(20, { departmentId: 30, approvedLevelTwo: 1 }));
			assert.equal((await counted()).registered, 1);
		});

		it('goes as a whole registration', async () => {
			await put(row(10), row(20, { approvedLevelOne: null }), row(30, { dateOut: null, timeOut: null }), row(10, { uid: UID + 1 }));
			assert.deepEqual(await counted(), { read: 4, eligible: 2, held: 1, registered: 1, marked: 1 });
		});

		it('needs an end, but for supplements without times', async () => {
			await put(row(30, { dateOut: null, timeOut: null }), row(40, { uid: UID + 1, timeIn: null, dateOut: null, timeOut: null }));
			assert.deepEqual(await bookings(), ['2001 0340/1 2.5 0 ']);
		});
	});

	describe('what payroll refuses', () => {
		it('is a lønart it does not know', async () => {
			await put(row(41));
			assert.deepEqual(await counted(), { read: 1, eligible: 1, rejected: 1 });
		});

		it('is a closed pay period, unless it accepts them', async () => {
			await put(row(10));
			await client.control('POST', '/control/world/kmdOpus', { payPeriods: [{ Fra: '2026-12-01', Til: '2026-12-31', Lukket: true }] });
			assert.deepEqual(await counted(), { read: 1, eligible: 1, rejected: 1 });
			assert.equal((await counted({ lineDate: 'lastOfMonth' })).rejected, 1);
			await client.switch({ 'kmdOpus.closedPeriod': 'accepts' });
			assert.equal((await counted()).registered, 1);
		});

		it('waits while the employee is locked', async () => {
			await put(row(10, { employeeId: 2012 }), row(20, { employeeId: 2012, qty: 0 }));
			assert.deepEqual(await counted(), { read: 2, eligible: 2, later: 1, registered: 1 });
		});
	});

	describe('what was marked before', () => {
		it('is tried again when it was refused', async () => {
			await put(row(10, { externalStatusCode: 90 }));
			assert.deepEqual(await counted(), { read: 1, eligible: 1, registered: 1, marked: 1 });
		});

		it('counts as exported elsewhere: its lines may stand or not', async () => {
			await put(row(10, { externalStatusCode: 20 }), row(20, { externalStatusCode: 20 }));
			assert.deepEqual(await counted(), { read: 2 });
			assert.equal((await compare()).equal, true);
			await post('2001', 'A', [lineOf(10)]);
			assert.equal((await compare()).equal, true);
		});

		it('is marked anew when a row came to it, whose line may stand or not', async () => {
			await put(row(10, { externalStatusCode: 20 }), row(20));
			assert.deepEqual(await counted(), { read: 2, eligible: 1, registered: 1, marked: 1 });
			assert.deepEqual((await compare()).marks.wrong, [{ uid: UID, expected: true, actual: false }]);
			await client.capitech('Time/setExternalStatusCode', { uid: UID, externalStatusCode: 20 });
			assert.equal((await compare()).equal, true);
		});

		it('is not marked by a refusal', async () => {
			await put(row(10));
			await post('2001', 'A', [lineOf(10)]);
			await client.capitech('Time/setExternalStatusCode', { uid: UID, externalStatusCode: 90 });
			assert.deepEqual((await compare()).marks, { expected: 1, actual: 0, wrong: [{ uid: UID, expected: true, actual: false }] });
			await client.capitech('Time/setExternalStatusCode', { uid: UID, externalStatusCode: 20 });
			assert.equal((await compare()).equal, true);
		});
	});

	describe('dates', () => {
		const HALF_MONTH = { from: '2026-12-01', to: '2026-12-15' };

		it('may be the first or last of the month for all lines', async () => {
			await put(row(10, { dateIn: '2026-12-08' }));
			const date = async (lineDate: string): Promise<string> => (await expected({ ...HALF_MONTH, lineDate })).ledger[0].Startdato;
			assert.deepEqual([await date('workDate'), await date('firstOfMonth'), await date('lastOfMonth')], ['2026-12-08', '2026-12-01', '2026-12-31']);
			await client.capitech('Time/setExternalStatusCode', { uid: UID, externalStatusCode: 20 });
			await post('2001', 'A', [lineOf(10, { Startdato: '2026-12-31T00:00:00Z' })]);
			assert.equal((await compare({ ...HALF_MONTH, lineDate: 'lastOfMonth' })).equal, true);
			assert.equal((await compare(HALF_MONTH)).missing.length, 1);
		});

		it('may be left out of the comparison', async () => {
			await put(row(10), row(10, { uid: UID + 1, dateIn: '2026-12-20' }));
			await client.capitech('Time/setExternalStatusCode', { uid: UID, externalStatusCode: 20 });
			await post('2001', 'A', [
				lineOf(10, { Antal: '1.50' }),
				lineOf(10, { Sekvensnummer: '1', Antal: '1.00', Startdato: '2027-01-01T00:00:00Z' }),
				paymentLine(2, { Startdato: '2026-12-20T00:00:00Z', Indv_Bemaerkning: `2s:${(UID + 1).toString(36)}:a#1abcd` }),
			]);
			assert.equal((await compare(HALF_MONTH)).different.length, 1);
			assert.equal((await compare({ ...HALF_MONTH, dates: 'ignore' })).equal, true);
			await post('2001', 'B', [lineOf(10, { Startdato: '2027-01-01T00:00:00Z', Antal: '0.25' })]);
			const [{ reference, actual }] = (await compare({ ...HALF_MONTH, dates: 'ignore' })).different;
			assert.deepEqual([reference, actual.Antal], [`2s:${UID.toString(36)}:a`, 2.75]);
		});
	});

	it('takes no question that it does not understand', async () => {
		for (const [query, text] of [
			[{ clients: '100,300' }, /client 300/],
			[{ lineDate: 'payDay' }, /"lineDate" must be workDate or firstOfMonth or lastOfMonth/],
			[{ dates: 'no' }, /"dates" must be compare or ignore/],
			[{ client: '100' }, /not client/],
		] as const) {
			await assert.rejects(expected(query), (error: Error) => /^400/.test(error.message) && text.test(error.message), String(text));
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
