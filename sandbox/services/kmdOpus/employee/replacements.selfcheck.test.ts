import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../../testing/client.ts';
import { askEmployee, type EmployeeAnswer, type EmployeeRequest } from '../../../testing/employee.ts';

const FROM = '1800-01-01T00:00:00';
const TO = '9999-12-31T00:00:00';
const WIDE_OPEN = { categories: ['9001'], validFrom: FROM, validTo: TO, changedFrom: FROM, changedTo: TO };

describe('an employment that was annulled and made anew', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const ask = (root: string, employee: string, more: EmployeeRequest = WIDE_OPEN): Promise<EmployeeAnswer> =>
		askEmployee(client, root, { employees: [employee], ...more });
	const records = async (): Promise<Json[]> => (await client.control('GET', '/control/state/kmdOpus')).employeeRecords;
	/** Hires somebody, by default on the same day, as the same person, in the same position. */
	const hire = async (Medarbejdernummer: string, of: { start?: string; cpr?: string; position?: string; art?: string } = {}): Promise<void> => {
		const { start = '2026-10-01', cpr = '0102550001', position = '70000001', art = '81' } = of;
		const record = { Medarbejdernummer, Gyldighedsstart: start, Slettet: art === '67' };
		await client.control('POST', '/control/world/kmdOpus', {
			employeeRecords: [
				{ ...record, Datakategori: '0000', Aktivitetsart: art, Slettet: false },
				{ ...record, Datakategori: '0001', Stilling: position },
				{ ...record, Datakategori: '0002', 'CPR-nummer': cpr },
			],
		});
	};

	it('is told with 102 and the numbers of the same first day, person and position', async () => {
		await hire('61001', { art: '67' });
		await hire('61002', { position: '70000002' });
		await hire('61003', { cpr: '0102550002' });
		await hire('61004', { start: '2026-10-02' });
		assert.deepEqual(await ask('LaesInput', '61001'), { code: 102, text: 'Medarbejdernummer 00061001 er slettet.', employees: [] });
		await hire('61005');
		await hire('61006');
		const { code, text } = await ask('LaesInput', '61001');
		assert.deepEqual([code, text], [102, 'Medarbejdernummer 00061001 er slettet. Foreslået: 00061005, 00061006.']);
	});

	it('is there in the world', async () => {
		const annulled = (await records()).find((record) => record.Aktivitetsart === '67').Medarbejdernummer;
		const cprOf = async (number: string): Promise<string> =>
			(await records()).find((record) => record.Medarbejdernummer === number && record.Datakategori === '0002')['CPR-nummer'];
		const [suggested] = /(?<=Foreslået: )\d{8}/.exec((await ask('LaesInput', annulled)).text) ?? [];
		assert.equal(await cprOf(String(Number(suggested))), await cprOf(annulled));
	});

	it('is told only when category 9001 is asked with all four filters, wide open', async () => {
		await hire('61001', { art: '67' });
		for (const more of [
			{ ...WIDE_OPEN, changedTo: undefined },
			{ ...WIDE_OPEN, validFrom: undefined },
			{ ...WIDE_OPEN, validTo: '2026-10-31T00:00:00' },
			{ ...WIDE_OPEN, changedFrom: '2026-10-01T00:00:00' },
			{ ...WIDE_OPEN, categories: ['0105'] },
		]) {
			assert.equal((await ask('LaesInput', '61001', more)).code, 1, JSON.stringify(more));
		}
		const { employees } = await ask('LaesInput', '61001', { categories: ['0000'] });
		assert.equal(employees[0].groups.Aktiviteter[0].Aktivitetsart, '67', 'its annulment can be read');
	});

	it('is told in a List beside the records of all others', async () => {
		const listed = await ask('ListInput', '1-99999999');
		assert.equal(listed.code, 102);
		assert.ok(listed.employees.length > 10);
		assert.equal((await ask('LaesInput', '2001')).code, 0);
	});
});
