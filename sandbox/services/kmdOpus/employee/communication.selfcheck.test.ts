import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../../testing/client.ts';
import { askEmployee, type EmployeeAnswer, type EmployeeRequest } from '../../../testing/employee.ts';

const EMPLOYEE = '2001';
const LOCKED = '2012';
/** Its employment ended on 2026-10-11. */
const ENDED = '32032';
const OPEN_END = '9999-12-31';
const NOW = '2026-11-01T06:00:00';

/** The fields of a mobile number in the order of the schema. */
const mobile = (from: string, to: string, value?: string, sequence = '000'): Record<string, string> => ({
	Gyldighedsstart: from,
	Gyldighedsstop: to,
	Sekvensnummer: sequence,
	Kommunikationsart: '9021',
	...(value === undefined ? {} : { KommunikationsID: value }),
});

describe('Ret of the employee service', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const ret = (record: Record<string, string>, more: EmployeeRequest = {}): Promise<EmployeeAnswer> =>
		askEmployee(client, 'RetInput', { employees: [EMPLOYEE], records: [record], ...more });
	const records = async (): Promise<Json[]> => {
		const { employeeRecords } = await client.control('GET', '/control/state/kmdOpus');
		return employeeRecords.filter((of: Json) => of.Medarbejdernummer === EMPLOYEE && of.Kommunikationsart === '9021');
	};
	const standing = async (): Promise<string[]> =>
		(await records())
			.filter((of) => of.Slettet !== true)
			.map((of) => [of.Gyldighedsstart, of.Gyldighedsstop, of.Sekvensnummer, of.KommunikationsID].join(' '))
			.sort();
	const tookEffect = async (): Promise<boolean> => (await client.control('GET', '/control/journal?service=kmdOpus')).at(-1).tookEffect;

	it('creates a record, stamped with the sandbox clock', async () => {
		assert.deepEqual(await ret(mobile('2026-10-01', OPEN_END, '20991111')), { code: 0, text: '', employees: [] });
		assert.deepEqual(await records(), [
			{ Medarbejdernummer: EMPLOYEE, Datakategori: '0105', ...mobile('2026-10-01', OPEN_END, '20991111'), Registreret: NOW },
		]);
		assert.equal(await tookEffect(), true);
	});

	it('gives way by date: what began before ends the day before, what begins within is taken away', async () => {
		await ret(mobile('2020-01-01', '2022-12-31', 'one'));
		await ret(mobile('2023-01-01', '2025-12-31', 'two'));
		await ret(mobile('2026-01-01', OPEN_END, 'three'));
		await client.control('PUT', '/control/clock', { advance: 'PT1H' });
		await ret(mobile('2022-06-01', '2026-03-31', 'four'));
		assert.deepEqual(await standing(), ['2020-01-01 2022-05-31 000 one', '2022-06-01 2026-03-31 000 four']);
		const changed = (await records()).filter((of) => of.Registreret === '2026-11-01T07:00:00');
		assert.deepEqual(
			changed.map((of) => [of.Gyldighedsstart, of.Slettet ?? false, of.KommunikationsID]),
			[['2020-01-01', false, 'one'], ['2023-01-01', true, ''], ['2026-01-01', true, ''], ['2022-06-01', false, 'four']],
		);
	});

	it('leaves records of another sequence number or kind alone', async () => {
		await ret(mobile('2020-01-01', OPEN_END, 'one'));
		await ret(mobile('2021-01-01', OPEN_END, 'two', '001'));
		await ret({ ...mobile('2021-01-01', OPEN_END, 'three'), Kommunikationsart: '9905' });
		assert.deepEqual(await standing(), ['2020-01-01 9999-12-31 000 one', '2021-01-01 9999-12-31 001 two']);
	});

	it('changes value or end in place, and keeps the value that is not sent', async () => {
		await ret(mobile('2020-01-01', OPEN_END, 'one'));
		await ret(mobile('2020-01-01', OPEN_END, 'two'));
		await ret(mobile('2020-01-01', '2026-10-31'));
		assert.deepEqual(await standing(), ['2020-01-01 2026-10-31 000 two']);
		assert.equal((await ret(mobile('2027-01-01', OPEN_END))).code, 101, 'there is no value to keep');
	});

	it('leaves a record that is as sent untouched, its change date too', async () => {
		await ret(mobile('2020-01-01', OPEN_END, 'one'));
		await client.control('PUT', '/control/clock', { advance: 'PT1H' });
		assert.equal((await ret(mobile('2020-01-01', OPEN_END, 'one'))).code, 0);
		assert.deepEqual([(await records())[0].Registreret, await tookEffect()], [NOW, false]);
	});

	it('takes the record with the key away when the value is empty, and keeps the key', async () => {
		await ret(mobile('2020-01-01', OPEN_END, 'one'));
		assert.equal((await ret(mobile('2020-01-01', '2026-10-31', ''))).code, 101, 'both dates belong to the key');
		assert.equal((await ret(mobile('2020-01-01', OPEN_END, '', '001'))).code, 101);
		assert.equal((await ret(mobile('2020-01-01', OPEN_END, ''))).code, 0);
		assert.deepEqual(await standing(), []);
		const { employees } = await askEmployee(client, 'LaesInput', { employees: [EMPLOYEE], categories: ['0105'], changedFrom: NOW });
		assert.deepEqual(employees[0].groups.Kommunikation, [mobile('2020-01-01', OPEN_END, '')]);
		await ret(mobile('2020-01-01', OPEN_END, 'again'));
		assert.equal((await records()).length, 1, 'made anew it leaves no trace');
	});

	const refusals: [what: string, record: Record<string, string>, more: EmployeeRequest, code: number][] = [
		['an unknown employee', mobile('2026-10-01', OPEN_END, '1'), { employees: ['2024'] }, 100],
		['several employees by an interval', mobile('2026-10-01', OPEN_END, '1'), { employees: ['2001-2002'] }, 100],
		['a foreign receiver', mobile('2026-10-01', OPEN_END, '1'), { receiver: 'urn:oio:kmd:lpe:modtager:740' }, 100],
		['a date that is none', mobile('2026-10-32', OPEN_END, '1'), {}, 100],
		['an end before the beginning', mobile('2026-10-02', '2026-10-01', '1'), {}, 100],
		['two records', mobile('2026-10-01', OPEN_END, '1'), { records: [mobile('2026-10-01', OPEN_END, '1'), mobile('2026-10-01', OPEN_END, '2', '001')] }, 100],
		['no record', mobile('2026-10-01', OPEN_END, '1'), { records: [] }, 100],
		['a locked employee', mobile('2026-10-01', OPEN_END, '1'), { employees: [LOCKED] }, 101],
		['an unknown kind', { ...mobile('2026-10-01', OPEN_END, '1'), Kommunikationsart: '0011' }, {}, 101],
		['a sequence number that is not three digits', mobile('2026-10-01', OPEN_END, '1', '0'), {}, 101],
		['a beginning before the employment', mobile('2018-12-31', OPEN_END, '1'), {}, 101],
		['a beginning after the employment', mobile('2026-10-12', OPEN_END, '1'), { employees: [ENDED] }, 101],
		['a value longer than the field', mobile('2026-10-01', OPEN_END, '1'.repeat(242)), {}, 101],
		['an e-mail address that is none', { ...mobile('2026-10-01', OPEN_END, 'ola'), Kommunikationsart: '0010' }, {}, 101],
	];
	for (const [what, record, more, code] of refusals) {
		it(`refuses ${what} with ${code} and changes nothing`, async () => {
			const answer = await ret(record, more);
			assert.equal(answer.code, code);
			assert.notEqual(answer.text, '');
			assert.equal(await tookEffect(), false);
		});
	}

	it('acts on status 3, which is a remark: KMD carries the change out later', async () => {
		await client.faults({ service: 'kmdOpus', operation: 'Ret', kind: 'business-error', type: 'I', code: 3, text: 'Behandles senere.' });
		assert.deepEqual(await ret(mobile('2026-10-01', OPEN_END, '1')), { code: 3, text: 'Behandles senere.', employees: [] });
		assert.equal((await standing()).length, 1);
	});
});
