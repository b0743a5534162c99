import type { IDataObject } from 'n8n-workflow';

import { communication, record, unit } from './employeeRecords';
import { EmployeeTriggerBench, told } from './employeeTrigger';

const bench = new EmployeeTriggerBench();

const ANNA = '90000001';
const BENT = '90000002';

beforeEach(async () => {
	await bench.setTime('2026-11-02T09:00');
	await bench.put(unit('Æblehaven', { Medarbejdernummer: ANNA }), communication('0010', 'anna@b.example', { Medarbejdernummer: ANNA }), unit('Egehaven', { Medarbejdernummer: BENT }));
});

const UNIT = { validFrom: '2020-01-01', validTo: '9999-12-31' };

test('the first poll tells nothing, and what changes afterwards is told once', async () => {
	const trigger = await bench.trigger();
	expect(await told(trigger)).toEqual([]);
	await bench.pass(10);
	await bench.moves(ANNA, 'Bøgehaven');
	await bench.mails(BENT, 'bent@b.example');
	await bench.pass(10);
	expect(await told(trigger)).toEqual([
		{ employeeNumber: ANNA, records: { organisation: [expect.objectContaining({ ...UNIT, organisationUnitText: 'Bøgehaven' })] }, managers: [], changedAreas: ['organisation'] },
		{ employeeNumber: BENT, records: { communication: [{ ...UNIT, sequenceNumber: '000', communicationType: '0010', value: 'bent@b.example', deleted: false }] }, managers: [], changedAreas: ['communication'] },
	]);
	await bench.pass(10);
	expect(await told(trigger)).toEqual([]);
});

test('what was changed shortly before the first poll is not told by the second', async () => {
	await bench.moves(ANNA, 'Bøgehaven');
	await bench.pass(5);
	const trigger = await bench.trigger();
	expect(await told(trigger)).toEqual([]);
	await bench.pass(5);
	expect(await told(trigger)).toEqual([]);
});

test('a flat item is of the employee whole, with word of what changed', async () => {
	const trigger = await bench.trigger({ simplify: true });
	await trigger.poll();
	await bench.pass(10);
	await bench.moves(ANNA, 'Bøgehaven');
	expect(await told(trigger)).toEqual([expect.objectContaining({ employeeNumber: ANNA, asOf: '2026-11-02', organisationUnitText: 'Bøgehaven', email: 'anna@b.example', changedAreas: ['organisation'], deletedCommunication: [] })]);
});

test('a deleted record of communication comes as such', async () => {
	for (const simplify of [false, true]) {
		const trigger = await bench.trigger({ simplify });
		await trigger.poll();
		await bench.pass(10);
		await bench.mails(ANNA, 'anna@b.example');
		await bench.pass(10);
		await trigger.poll();
		await bench.mails(ANNA, '', { Slettet: true });
		await bench.pass(10);
		const deleted = [{ ...UNIT, sequenceNumber: '000', communicationType: '0010', value: null, deleted: true }];
		expect(await told(trigger)).toEqual([
			simplify
				? expect.objectContaining({ employeeNumber: ANNA, email: null, organisationUnitText: 'Æblehaven', changedAreas: ['communication'], deletedCommunication: deleted })
				: { employeeNumber: ANNA, records: { communication: deleted }, managers: [], changedAreas: ['communication'] },
		]);
		await bench.pass(10);
		expect(await told(trigger)).toEqual([]);
	}
});

test('a change that is changed again is told again, and one taken back between two polls is not', async () => {
	const trigger = await bench.trigger();
	await trigger.poll();
	const units = async () => (await told(trigger)).map(({ records }) => (records as IDataObject & { organisation: IDataObject[] }).organisation[0].organisationUnitText);
	for (const name of ['B', 'A', 'B']) {
		await bench.pass(10);
		await bench.moves(ANNA, name);
		expect(await units()).toEqual([name]);
	}
	await bench.moves(ANNA, 'C');
	await bench.pass(1);
	await bench.moves(ANNA, 'B');
	expect(await units()).toEqual([]);
});

test('a new employee is told, one outside the numbers chosen and an area not chosen are not', async () => {
	const trigger = await bench.trigger({ employeeNumbers: '90000000-90000009 !90000002' });
	await trigger.poll();
	await bench.pass(10);
	await bench.moves('90000005', 'Ny');
	await bench.moves(BENT, 'Bøgehaven');
	await bench.moves('90000010', 'Ny');
	await bench.put({ ...record('0002', { Medarbejdernummer: ANNA, Efternavn: 'Holm' }), Registreret: '2026-11-02T09:05:00' });
	expect((await told(trigger)).map(({ employeeNumber }) => employeeNumber)).toEqual(['90000005']);
});

test('all numbers that changed come, though the answer breaks off for want of time', async () => {
	const trigger = await bench.trigger();
	await trigger.poll();
	await bench.pass(10);
	const numbers = Array.from({ length: 9 }, (_, at) => String(90_000_010 + at));
	for (const number of numbers) await bench.moves(number, 'Ny');
	await bench.control.switches({ 'kmdOpus.employeesPerAnswer': 2 });
	expect((await told(trigger)).map(({ employeeNumber }) => employeeNumber)).toEqual(numbers);
});

describe('start from', () => {
	test('tells what changed since then, in one item an employee, and goes on from there', async () => {
		await bench.put(
			unit('A', { Medarbejdernummer: ANNA, Registreret: '2026-08-31T23:59:59' }),
			unit('B', { Medarbejdernummer: BENT, Registreret: '2026-09-01T00:00:00' }),
			communication('0010', 'b@b.example', { Medarbejdernummer: BENT, Registreret: '2026-10-20T00:00:00' }),
			communication('0010', 'anna@b.example', { Medarbejdernummer: ANNA, Registreret: '2026-11-02T08:59:00' }),
		);
		const trigger = await bench.trigger({ startFrom: '2026-09-01' });
		expect((await told(trigger)).map(({ employeeNumber, changedAreas }) => [employeeNumber, changedAreas])).toEqual([
			[BENT, ['organisation', 'communication']],
			[ANNA, ['communication']],
		]);
		await bench.pass(5);
		expect(await told(trigger)).toEqual([]);
	});

	test('a backlog is read in weeks, and as far as there is time; what is remembered is the last week at most', async () => {
		const numbers = Array.from({ length: 40 }, (_, at) => String(90_000_100 + at));
		await bench.put(...numbers.map((Medarbejdernummer, at) => unit('A', { Medarbejdernummer, Registreret: bench.time.minus({ days: 40 - at, hours: 1 }).toFormat("yyyy-MM-dd'T'HH:mm:ss") })));
		const trigger = await bench.trigger({ startFrom: '2026-09-20' }, { budgetMs: 0 });
		const found: unknown[] = [];
		for (let poll = 0; poll < 8; poll++) {
			found.push(...(await told(trigger)).map(({ employeeNumber }) => employeeNumber));
			expect(Object.keys((trigger.staticData.state as { told: object }).told).length).toBeLessThanOrEqual(9);
			await bench.pass(1);
		}
		expect(found).toEqual(numbers);
		expect((await bench.requests()).length).toBe(8);
	});

	test('a time that lies ahead is refused', async () => {
		const trigger = await bench.trigger({ startFrom: '2026-11-03' });
		await expect(trigger.poll()).rejects.toThrow(/'Start From' lies in the future/);
	});
});

test('numbers that are gone are told once', async () => {
	const trigger = await bench.trigger();
	await trigger.poll();
	for (const expected of [[{ employeeNumber: '90000001', replaced: true, suggestedEmployeeNumbers: ['90000002'], message: expect.any(String) }], []]) {
		await bench.control.faults({ service: 'kmdOpus', operation: 'List', kind: 'business-error', code: 102, nth: 1, text: 'Medarbejdernummer 90000001 er slettet. Foreslået: 90000002.' });
		await bench.pass(5);
		expect(await told(trigger)).toEqual(expected);
	}
});

test.each([
	['is worked off later', { kind: 'business-error', code: 3, text: 'Senere' }],
	['fails', { kind: 'business-error', code: 99, text: 'Sag 1' }],
	['never comes', { kind: 'reset-before' }],
	['is cut', { kind: 'truncate' }],
	['is a fault', { kind: 'soap-fault' }],
])('an answer that %s moves nothing: the next poll tells it', async (_what, fault) => {
	const trigger = await bench.trigger({ simplify: true });
	await trigger.poll();
	await bench.pass(10);
	await bench.moves(ANNA, 'Bøgehaven');
	const before = trigger.staticData;
	await bench.control.faults({ service: 'kmdOpus', operation: 'List', ...fault });
	await expect(trigger.poll()).rejects.toThrow();
	await bench.control.faults({ service: 'kmdOpus', operation: 'List', nth: 2, ...fault });
	if (fault.kind === 'business-error') await expect(trigger.poll()).rejects.toThrow();
	expect(trigger.staticData).toEqual(before);
	await bench.control.faults();
	await bench.pass(200);
	expect((await told(trigger)).map(({ employeeNumber }) => employeeNumber)).toEqual([ANNA]);
});

test('a sample shows recent changes and moves nothing', async () => {
	await bench.moves(ANNA, 'Bøgehaven');
	const trigger = await bench.trigger({ simplify: true });
	const [item] = (await trigger.sample()) ?? [];
	expect(item.json).toMatchObject({ employeeNumber: ANNA, organisationUnitText: 'Bøgehaven', email: 'anna@b.example' });
	await bench.pass(60 * 24 * 20);
	expect((await trigger.sample())?.map(({ json }) => json.employeeNumber)).toEqual([ANNA]);
	await bench.pass(60 * 24 * 20);
	expect(await trigger.sample()).toBeNull();
	expect(trigger.staticData).toEqual({});
});

test('an overlap that is made longer tells nothing again', async () => {
	const trigger = await bench.trigger({ options: { overlapMinutes: 0 } }, { durable: true });
	await trigger.poll();
	await bench.pass(5);
	await bench.moves(ANNA, 'B');
	await bench.pass(5);
	expect(await told(trigger)).toHaveLength(1);
	await bench.pass(125);
	expect(await told(trigger)).toEqual([]);
	await bench.moves(BENT, 'B');
	trigger.restart({ options: { overlapMinutes: 600 } });
	await bench.pass(5);
	expect((await told(trigger)).map(({ employeeNumber }) => employeeNumber)).toEqual([BENT]);
	await bench.pass(5);
	expect(await told(trigger)).toEqual([]);
});

test('a clock of n8n that ran ahead for a poll costs nothing of what happens after it', async () => {
	const trigger = await bench.trigger();
	await trigger.poll();
	await bench.pass(5);
	await bench.moves(ANNA, 'B');
	bench.ahead = -24 * 60;
	await bench.pass(24 * 60);
	expect(await told(trigger)).toHaveLength(1);
	bench.ahead = 0;
	await bench.pass(5 - 24 * 60);
	await bench.moves(BENT, 'B');
	await bench.pass(5);
	expect((await told(trigger)).map(({ employeeNumber }) => employeeNumber)).toEqual([BENT]);
});

test('the overlap and the names of the request can be chosen', async () => {
	const trigger = await bench.trigger({ options: { overlapMinutes: 30, numberForm: 'bare', senderUrn: 'urn:x:{code}' } });
	await trigger.poll();
	await bench.pass(10);
	await trigger.poll();
	const bodies = (await bench.requests()).map(({ body }) => body);
	expect(bodies[1]).toMatch(/RegistreringFraFilter><ns1:TidsstempelDatoTid>2026-11-02T08:30:00</);
	expect(bodies[1]).toMatch(/>urn:90000000-90000999<[^]*/);
	expect(bodies[1]).toContain('>urn:x:751<');
	expect(bodies[1]).not.toContain('RegistreringTilFilter');
});

test('a service that keeps the day of a change only tells nothing twice and loses nothing', async () => {
	await bench.control.switches({ 'kmdOpus.changeFilterPrecision': 'day' });
	const trigger = await bench.trigger();
	await trigger.poll();
	const found: unknown[] = [];
	for (let hour = 0; hour < 48; hour++) {
		await bench.mails(hour % 2 ? ANNA : BENT, `${hour}@b.example`);
		await bench.pass(60);
		found.push(...(await told(trigger)).map(({ records }) => (records as IDataObject & { communication: IDataObject[] }).communication.map(({ value }) => value)));
	}
	expect(found).toEqual(Array.from({ length: 48 }, (_, hour) => [`${hour}@b.example`]));
});
