import type { IDataObject } from 'n8n-workflow';

import { transferFirms, useAbsenceChain } from './absences';
import { LEASE_TIME } from './support';

const chain = useAbsenceChain({ people: 20, days: 20 });

/** An absence of employee 2001 from a Monday to the Friday after it. */
const sick = (more: IDataObject = {}): IDataObject => ({ absenceId: 90_001, clientId: 100, employeeId: 2001, absenceCode: 'SYK', fromDate: '2026-11-02', endDate: '2026-11-06', startTime: null, endTime: null, absencePercent: 100, transactionStatus: 1, ...more });

const put = async (...absences: IDataObject[]) => await chain.control.put('capitech', { absences });

const own = async () => (await chain.standing()).filter((record) => record.startsWith('2001 '));

/** A world without absences but those of the test. */
beforeEach(async () => {
	await chain.makeRoom();
	const { absences } = await chain.control.state('capitech');
	await chain.control.remove('capitech', { absences: absences.map(({ absenceId }) => ({ absenceId })) });
	/* The external id of the employee is the number in Opus. */
	await chain.control.put('capitech', { employees: [{ clientId: 100, employeeId: 2001, externalId: '2001', wageGroupId: 2 }] });
});

const WHOLE = '2001 SY 2026-11-02  2026-11-06 ';

describe('an absence that is edited', () => {
	beforeEach(async () => {
		await put(sick());
		await chain.runToEnd();
		expect(await own()).toEqual([WHOLE]);
	});

	test.each<[string, IDataObject, string[]]>([
		['begins in the middle of a day', { startTime: '12:00:00' }, ['2001 SY 2026-11-02 12:00:00 2026-11-02 ', '2001 SY 2026-11-03  2026-11-06 ']],
		['ends in the middle of a day', { endTime: '11:00:00' }, ['2001 SY 2026-11-02  2026-11-05 ', '2001 SY 2026-11-06  2026-11-06 11:00:00']],
		['does both', { startTime: '12:00:00', endTime: '11:00:00' }, ['2001 SY 2026-11-02 12:00:00 2026-11-02 ', '2001 SY 2026-11-03  2026-11-05 ', '2001 SY 2026-11-06  2026-11-06 11:00:00']],
		['is of another degree', { absencePercent: 50 }, ['2001 DS 2026-11-02  2026-11-06 ']],
		['lies elsewhere', { fromDate: '2026-11-09', endDate: '2026-11-10' }, ['2001 SY 2026-11-09  2026-11-10 ']],
		['grows on both sides', { fromDate: '2026-10-30', endDate: '2026-11-09' }, ['2001 SY 2026-10-30  2026-11-09 ']],
	])('%s: so does the record, and back again', async (_what, change, records) => {
		await put(sick(change));
		expect(await chain.runToEnd()).toMatchObject({ updated: 1, created: 0, deleted: 0, human: 0 });
		expect(await own()).toEqual(records);
		expect(await chain.transferProblems()).toEqual([]);
		await put(sick());
		await chain.runToEnd();
		expect(await own()).toEqual([WHOLE]);
	});

	test('is of another employee: it is deleted for the one and created for the other', async () => {
		await put(sick({ employeeId: 2002 }));
		expect(await chain.runToEnd()).toMatchObject({ deleted: 1, created: 1 });
		expect(await own()).toEqual([]);
		expect(await chain.transferProblems()).toEqual([]);
	});

	test('is deleted: so is the record, and the table forgets it', async () => {
		await chain.control.remove('capitech', { absences: [{ absenceId: 90_001 }] });
		expect(await chain.runToEnd()).toMatchObject({ deleted: 1 });
		expect(await own()).toEqual([]);
		expect(chain.memory()).toEqual([]);
	});

	test('loses its approval: the record is left to a human, or deleted, as the settings say', async () => {
		await put(sick({ transactionStatus: 0 }));
		const { summary, attention } = await chain.run();
		expect(summary).toMatchObject({ human: 1, deleted: 0 });
		expect(attention).toMatchObject([{ standing: 'human', reason: 'Its approval was withdrawn', absenceId: 90_001 }]);
		expect(await own()).toEqual([WHOLE]);
		await chain.runToEnd({ settings: { firms: transferFirms((firm) => (firm.withdrawn = 'delete')) } });
		expect(await own()).toEqual([]);
	});

	test('is long over and forgotten: its record stays', async () => {
		const settings = { fromDate: '2026-12-01', toDate: '2027-01-31', rememberDays: 10 };
		await chain.runToEnd({ settings });
		expect(chain.memory()).toEqual([]);
		expect(await own()).toEqual([WHOLE]);
	});
});

test('an employee who gets another number in mid-absence has a record under each', async () => {
	await put(sick());
	const firms = transferFirms((firm) => {
		firm.employees.table = [
			{ employeeId: 2001, employeeNumber: '2001', to: '2026-11-03' },
			{ employeeId: 2001, employeeNumber: '2004', from: '2026-11-04' },
		];
	});
	await chain.runToEnd({ settings: { firms } });
	expect((await chain.standing()).filter((record) => /^200[14] /.test(record))).toEqual(['2001 SY 2026-11-02  2026-11-03 ', '2004 SY 2026-11-04  2026-11-06 ']);
	await chain.runToEnd();
	expect(await own()).toEqual([WHOLE]);
});

test('many absences that are gone at once are left to a human, unless somebody allows it', async () => {
	const many = Array.from({ length: 12 }, (_, at) => sick({ absenceId: 90_100 + at, employeeId: 2001 + at }));
	await put(...many);
	const { created } = await chain.runToEnd();
	expect(created).toBeGreaterThan(10);
	const standing = await chain.standing();
	await chain.control.remove('capitech', { absences: many.map(({ absenceId }) => ({ absenceId })) });
	expect(await chain.runToEnd()).toMatchObject({ deleted: 0, human: created });
	expect(await chain.standing()).toEqual(standing);
	expect(await chain.runToEnd({ settings: { allowManyDeletions: true } })).toMatchObject({ deleted: created });
	expect(await chain.standing()).toEqual([]);
});

test('what could not be read ends the run before anything is concluded from it, and frees the lease', async () => {
	await put(sick());
	await chain.runToEnd();
	await chain.control.faults({ service: 'capitech', operation: 'Absence/getAbsenceTransactions', kind: 'status', status: 400, every: 1 });
	const { summary, result } = await chain.run();
	expect(result.status).toBe('error');
	expect(summary).toBeUndefined();
	expect(await own()).toEqual([WHOLE]);
	await chain.control.faults();
	expect(await chain.runToEnd()).toMatchObject({ unchanged: 1 });
});

test('while one run writes, another refuses to start', async () => {
	await put(sick());
	let other: Promise<{ result: { error?: Error } }> | undefined;
	await chain.runToEnd({ meanwhile: { 'All Noted': async () => void (await (other = chain.run())) } });
	expect((await other)?.result.error?.message).toMatch(/The absences are being transferred by another run/);
	expect(await own()).toEqual([WHOLE]);
});

test('a run that took longer than its lease writes nothing more once another one has begun', async () => {
	await put(sick());
	const { result } = await chain.run({
		meanwhile: {
			'Post?': async () => {
				await chain.advance(LEASE_TIME);
				await chain.runToEnd();
			},
		},
	});
	expect(result.error?.message).toMatch(/took longer than its lease/);
	expect(await own()).toEqual([WHOLE]);
	expect((await chain.sent()).filter(({ tookEffect }) => tookEffect)).toHaveLength(1);
});
