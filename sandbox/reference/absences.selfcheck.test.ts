import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../testing/client.ts';
import type { Absence } from '../world/hrTypes.ts';
import { compareCapitechAbsenceToOpus } from './capitechAbsenceToOpus.ts';

const CHAIN = 'capitech-absence-to-opus';
const ABSENCE = {
	...{ absenceId: 90_001, clientId: 100, employeeId: 2001, absenceCode: 'SYK', fromDate: '2026-10-26', endDate: '2026-10-30' },
	...{ startTime: null, endTime: null, absencePercent: 100, selfDeclaration: false, transactionStatus: 1 },
};

describe('the reference for Capitech absence → Opus', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());

	const expected = (query = ''): Promise<Json> => client.control('GET', `/control/expected/${CHAIN}${query}`);
	const compare = (): Promise<Json> => client.control('GET', `/control/compare/${CHAIN}`);
	const state = (service: string): Promise<Json> => client.control('GET', `/control/state/${service}`);
	const put = (service: string, records: object): Promise<Json> => client.control('POST', `/control/world/${service}`, records);
	const remove = (service: string, keys: object): Promise<Json> => client.control('DELETE', `/control/world/${service}`, keys);
	const enter = (...edits: object[]): Promise<Json> => put('capitech', { absences: edits.map((edit, at) => ({ ...ABSENCE, absenceId: 90_001 + at, ...edit })) });
	const inShort = ({ PersonnelNumber, AbsenceAttendanceType, StartDate, StartTime, EndDate, EndTime }: Json): string =>
		[PersonnelNumber, AbsenceAttendanceType, StartDate.slice(5), StartTime.slice(0, 5), EndDate.slice(5), EndTime.slice(0, 5)].join(' ');
	const ledger = async (): Promise<string[]> => (await expected()).ledger.map(inShort);
	/** The counts that are not zero, the two of what is read aside. */
	const counted = async (): Promise<Json> => {
		const { counts } = await expected();
		return Object.fromEntries(Object.entries(counts).filter(([name, count]) => count !== 0 && name !== 'read' && name !== 'absences'));
	};

	it('has something of every kind, and is the same each time', async () => {
		await client.reset({ people: 100 });
		const { counts, ledger: records } = await expected();
		for (const name of ['read', 'absences', 'created', 'rejected', 'later', 'skipped', 'human']) assert.ok(counts[name] > 0, name);
		assert.ok(records.length >= counts.created);
		assert.deepEqual(await expected(), { counts, ledger: records });
		assert.equal((await compare()).missing.length, records.length);
	});

	describe('one absence', () => {
		beforeEach(async () => {
			await client.reset();
			await remove('capitech', { absences: (await state('capitech')).absences.map(({ absenceId }: Json) => ({ absenceId })) });
			await remove('kmdOpus', { absences: (await state('kmdOpus')).absences });
			await put('capitech', { employees: [{ clientId: 100, employeeId: 2001, externalId: '2001', wageGroupId: 2 }] });
		});

		const CASES: readonly (readonly [what: string, edit: object, counts: object, records: string[]])[] = [
			['of whole days is one record', {}, { created: 1 }, ['2001 SY 10-26  10-30 ']],
			['over a weekend is one record', { fromDate: '2026-10-23' }, { created: 1 }, ['2001 SY 10-23  10-30 ']],
			['that begins in mid-day is two', { startTime: '12:00:00' }, { created: 1 }, ['2001 SY 10-26 12:00 10-26 ', '2001 SY 10-27  10-30 ']],
			['with a time at both ends is three', { startTime: '12:00:00', endTime: '11:00:00' }, { created: 1 }, ['2001 SY 10-26 12:00 10-26 ', '2001 SY 10-27  10-29 ', '2001 SY 10-30  10-30 11:00']],
			['of two days with times has no whole one', { fromDate: '2026-10-29', startTime: '12:00:00', endTime: '11:00:00' }, { created: 1 }, ['2001 SY 10-29 12:00 10-29 ', '2001 SY 10-30  10-30 11:00']],
			['of one day that ends before it begins is a human’s', { fromDate: '2026-10-30', startTime: '22:00:00', endTime: '06:00:00' }, { human: 1 }, []],
			['that is graded has a type of its own', { absencePercent: 50 }, { created: 1 }, ['2001 DS 10-26  10-30 ']],
			['by self-declaration is sickness', { absenceCode: 'EGM', selfDeclaration: true }, { created: 1 }, ['2001 SY 10-26  10-30 ']],
			['called self-declared that is not is a human’s', { absenceCode: 'EGM' }, { human: 1 }, []],
			['whose type belongs to a reason is a human’s', { absenceCode: 'PERM' }, { human: 1 }, []],
			['that is left out by agreement is skipped', { absenceCode: 'AVS' }, { skipped: 1 }, []],
			['that is not approved waits', { transactionStatus: 0 }, { later: 1 }, []],
			['of unknown status waits', { transactionStatus: null }, { later: 1 }, []],
			['without an end goes until today', { endDate: null }, { created: 1 }, ['2001 SY 10-26  10-30 ']],
			['without an end that has not begun is skipped', { fromDate: '2026-11-05', endDate: null }, { skipped: 1 }, []],
		];
		for (const [what, edit, counts, records] of CASES) {
			it(what, async () => {
				await enter(edit);
				assert.deepEqual(await counted(), counts);
				assert.deepEqual(await ledger(), records);
			});
		}

		it('is a human’s when it reaches beyond the period', async () => {
			await enter({});
			assert.equal((await expected('?from=2026-10-27&to=2026-11-30')).counts.human, 1);
			assert.equal((await expected('?from=2026-10-01&to=2026-10-29')).counts.human, 1);
			assert.equal((await expected('?from=2026-10-26&to=2026-10-30')).counts.created, 1);
		});

		it('is refused as a whole where one of its days is taken, or when the employee is locked or unknown', async () => {
			await enter({ startTime: '12:00:00' });
			const taken = { PersonnelNumber: '2001', AbsenceAttendanceType: 'FE', StartDate: '2026-10-29', EndDate: '2026-10-29' };
			await put('kmdOpus', { absences: [taken] });
			assert.deepEqual(await counted(), { rejected: 1 });
			assert.deepEqual(await ledger(), []);
			await remove('kmdOpus', { absences: [taken] });
			await put('kmdOpus', { employments: [{ Medarbejdernummer: '2001', Laast: true }] });
			assert.deepEqual(await counted(), { rejected: 1 });
			await remove('kmdOpus', { employments: [{ Medarbejdernummer: '2001' }] });
			assert.deepEqual(await counted(), { rejected: 1 });
		});

		it('that stands already is not entered again', async () => {
			await enter({});
			await put('kmdOpus', { absences: [{ PersonnelNumber: '2001', AbsenceAttendanceType: 'SY', StartDate: '2026-10-26', EndDate: '2026-10-30' }] });
			assert.deepEqual(await counted(), { unchanged: 1 });
			assert.equal((await compare()).equal, true);
		});

		it('takes what is left of a quota, and the next one goes short', async () => {
			const { quotas } = await state('kmdOpus');
			const own = quotas.filter(({ PersonnelNumber, QuotaType }: Json) => PersonnelNumber === '2001' && QuotaType === 'FE');
			await put('kmdOpus', { quotas: own.map((quota: Json, at: number) => ({ ...quota, Entitlement: at === 0 ? 8 : 0 })) });
			await enter({ absenceCode: 'FER', fromDate: '2026-10-26', endDate: '2026-10-26' }, { absenceCode: 'FER', fromDate: '2026-10-28', endDate: '2026-10-28' });
			assert.deepEqual(await counted(), { created: 1, rejected: 1 });
			assert.deepEqual(await ledger(), ['2001 FE 10-26  10-26 ']);
		});
	});

	it('takes periods alone for a question', async () => {
		await assert.rejects(expected('?from=yesterday'), /from/);
		await assert.rejects(expected('?clients=100'), /from, to/);
	});
});

describe('records of absence against an expectation', () => {
	const record = (StartDate: string, RecordNumber = '000'): Absence => ({
		...{ PersonnelNumber: '2001', AbsenceAttendanceType: 'SY', StartDate, EndDate: StartDate, StartTime: '', EndTime: '' },
		...{ AdditionalData: '', ObjectId: '', LockIndicator: '', RecordNumber },
	});
	const [ours, others, stray] = ['2026-10-26', '2026-10-27', '2026-10-28'].map((date) => record(date));
	const compared = (...live: Absence[]): Json => {
		const { equal, missing, extra, lost, duplicateLines } = compareCapitechAbsenceToOpus({ counts: {} as never, ledger: [ours] }, live, [others]);
		return [equal, missing.length, extra.length, lost.length, duplicateLines];
	};

	it('are equal when ours stand once and those of others stand still', () => assert.deepEqual(compared(others, ours), [true, 0, 0, 0, 0]));
	it('may be missing', () => assert.deepEqual(compared(others), [false, 1, 0, 0, 0]));
	it('may be too many', () => assert.deepEqual(compared(others, ours, stray), [false, 0, 1, 0, 0]));
	it('may be lost to others', () => assert.deepEqual(compared(ours), [false, 0, 0, 1, 0]));
	it('may stand twice', () => assert.deepEqual(compared(others, ours, record('2026-10-26', '001')), [false, 0, 0, 0, 1]));
});
