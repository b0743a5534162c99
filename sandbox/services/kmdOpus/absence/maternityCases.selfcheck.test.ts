import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { AbsenceOffice, EMPLOYEE, type AbsenceAnswer } from '../../../testing/absence.ts';
import type { Json } from '../../../testing/client.ts';
import type { Fields } from '../../../testing/soap.ts';

const CASE: Fields = {
	ValidStartDate: '2026-11-01',
	ValidEndDate: '2027-06-30',
	NotificationDate: '2026-08-01',
	ExpectedDeliveryDate: '2026-12-01',
	ActualDeliveryDate: undefined,
	AuthorityReportDate: undefined,
	MaternityType: 'BM',
};

describe('maternity cases', () => {
	let office: AbsenceOffice;
	before(async () => {
		office = await AbsenceOffice.start();
	});
	after(() => office.client.close());
	beforeEach(() => office.reset());

	const set = (Operation: string, MaternityCaseKey: string | undefined, fields: Fields = {}, PersonnelNumber = EMPLOYEE): Promise<AbsenceAnswer> =>
		office.ask('SetMaternityCase', { Operation, PersonnelNumber, MaternityCaseKey, ...fields });
	const create = (fields: Fields = {}): Promise<AbsenceAnswer> => set('INS', undefined, { ...CASE, ...fields });
	const standing = async (): Promise<Json[]> => {
		const { maternityCases } = await office.state();
		return maternityCases.filter((of: Json) => of.PersonnelNumber === EMPLOYEE);
	};
	const leave = (MaternityCaseKey: string, more: Fields = {}): Promise<AbsenceAnswer> =>
		office.set({ StartDate: '2026-11-16', EndDate: '2027-03-31', AbsenceAttendanceType: 'BA', AdditionalData: MaternityCaseKey, ...more });

	it('are created under a new key, which is given back', async () => {
		const { type, body } = await create();
		const [row] = await standing();
		assert.deepEqual([type, body.MaternityCaseKey], ['S', row.MaternityCaseKey]);
		assert.match(row.MaternityCaseKey, /^BS\d{8}$/);
		assert.deepEqual(row, { PersonnelNumber: EMPLOYEE, MaternityCaseKey: row.MaternityCaseKey, ...CASE, ActualDeliveryDate: '', AuthorityReportDate: '' });
		const next = await create({ ValidStartDate: '2028-01-01', ValidEndDate: '2028-12-31', ExpectedDeliveryDate: '2028-02-01' });
		assert.equal(Number(next.body.MaternityCaseKey.slice(2)), Number(row.MaternityCaseKey.slice(2)) + 1);
		assert.equal((await leave(row.MaternityCaseKey)).type, 'S');
	});

	it('are changed by key: what is not sent stays, what is sent empty is emptied', async () => {
		const { body } = await create();
		const answer = await set('MOD', body.MaternityCaseKey, { NotificationDate: '', ActualDeliveryDate: '2026-12-04' });
		assert.deepEqual([answer.type, answer.body.MaternityCaseKey], ['S', body.MaternityCaseKey]);
		const [row] = await standing();
		assert.deepEqual(
			[row.NotificationDate, row.ExpectedDeliveryDate, row.ActualDeliveryDate, row.MaternityType],
			['', '2026-12-01', '2026-12-04', 'BM'],
		);
	});

	it('are deleted by key, unless leave rests on them', async () => {
		const { body } = await create();
		await leave(body.MaternityCaseKey);
		assert.match((await set('DEL', body.MaternityCaseKey)).text, /registreret fravær på barselssagen/);
		await office.set({ Operation: 'DEL', StartDate: '2026-11-16', EndDate: '2027-03-31', AbsenceAttendanceType: 'BA' });
		assert.equal((await set('DEL', body.MaternityCaseKey)).type, 'S');
		assert.deepEqual(await standing(), []);
		assert.match((await set('DEL', body.MaternityCaseKey)).text, /findes ikke for medarbejderen/);
	});

	it('stay valid as long as leave rests on them', async () => {
		const { body } = await create();
		await leave(body.MaternityCaseKey);
		assert.match((await set('MOD', body.MaternityCaseKey, { ValidEndDate: '2027-03-30' })).text, /fravær uden for/);
		assert.equal((await set('MOD', body.MaternityCaseKey, { ValidEndDate: '2027-03-31' })).type, 'S');
	});

	const refusals: [what: string, fields: Fields, text: RegExp][] = [
		['without the start of their validity', { ValidStartDate: undefined }, /ValidStartDate skal udfyldes/],
		['without its end', { ValidEndDate: '' }, /ValidEndDate skal udfyldes/],
		['with a faulty date', { NotificationDate: '1.8.2026' }, /NotificationDate er ikke en dato/],
		['without any delivery date', { ExpectedDeliveryDate: undefined }, /ExpectedDeliveryDate eller ActualDeliveryDate/],
		['of an unknown type', { MaternityType: 'XX' }, /MaternityType XX findes ikke/],
		['backwards', { ValidStartDate: '2027-07-01' }, /StartDate ligger efter EndDate/],
		['before the employment', { ValidStartDate: '2018-01-01', ValidEndDate: '2018-12-31' }, /begynder først/],
	];
	for (const [what, fields, text] of refusals) {
		it(`are refused ${what}`, async () => {
			const answer = await create(fields);
			assert.deepEqual([answer.type, answer.body.MaternityCaseKey], ['E', undefined]);
			assert.match(answer.text, text);
			assert.deepEqual(await standing(), []);
		});
	}

	it('of one type do not overlap', async () => {
		const { body } = await create();
		const later = { ValidStartDate: '2027-06-30', ValidEndDate: '2028-01-31' };
		assert.match((await create(later)).text, new RegExp(`Barselssag ${body.MaternityCaseKey} dækker`));
		assert.equal((await create({ ...later, MaternityType: 'AD' })).type, 'S');
		assert.equal((await create({ ...later, ValidStartDate: '2027-07-01' })).type, 'S');
	});

	it('are refused with a key at creation, and of an employee who is locked, unknown or another', async () => {
		const { body } = await create();
		const key: string = body.MaternityCaseKey;
		for (const [answer, text] of [
			[await set('INS', key, CASE), /må ikke angives ved INS/],
			[await set('UPD', key), /Operation skal være/],
			[await set('MOD', undefined), /findes ikke for medarbejderen/],
			[await set('MOD', key, {}, '2003'), /findes ikke for medarbejderen/],
			[await set('MOD', key, {}, '2024'), /Medarbejder 2024 findes ikke/],
			[await set('INS', undefined, CASE, '2012'), /låst/],
		] as const) {
			assert.equal(answer.type, 'E');
			assert.match(answer.text, text);
		}
		assert.equal((await standing()).length, 1);
	});
});
