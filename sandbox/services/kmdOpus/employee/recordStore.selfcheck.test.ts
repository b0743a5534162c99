import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { DEFAULT_WORLD, makeWorld } from '../../../world/makeWorld.ts';
import { EmployeeRecords } from './recordStore.ts';

const MAIL = { Medarbejdernummer: '00002001', Datakategori: '0105', Kommunikationsart: '0010', Gyldighedsstart: '2019-01-01' };

describe('employee records put in by the control API', () => {
	let now = '';
	let records: EmployeeRecords;
	beforeEach(() => {
		now = '2026-11-01T06:00:00';
		records = new EmployeeRecords(() => now);
		records.upsert({ ...MAIL, KommunikationsID: 'a@b.example' });
	});

	it('are stamped now and have an open end, unless told otherwise', () => {
		const whole = { ...MAIL, Medarbejdernummer: '2001', Sekvensnummer: '000', KommunikationsID: 'a@b.example', Gyldighedsstop: '9999-12-31' };
		assert.deepEqual(records.list(), [{ ...whole, Registreret: now }]);
		records.upsert({ ...MAIL, Registreret: '2020-01-01T00:00:00' });
		assert.deepEqual(records.list(), [{ ...whole, Registreret: '2020-01-01T00:00:00' }]);
	});

	it('go over the one with their key, and keep what is not given', () => {
		now = '2026-11-02T06:00:00';
		records.upsert({ ...MAIL, Gyldighedsstop: '2026-12-31' });
		const [{ Gyldighedsstop, KommunikationsID, Registreret }, ...others] = records.list();
		assert.deepEqual([Gyldighedsstop, KommunikationsID, Registreret, others], ['2026-12-31', 'a@b.example', now, []]);
	});

	it('leave a trace when they are taken away, and none when they are removed', () => {
		records.upsert({ ...MAIL, Slettet: true });
		const [{ Slettet, KommunikationsID, Registreret }, ...others] = records.list();
		assert.deepEqual([Slettet, KommunikationsID, Registreret, others], [true, '', now, []]);
		records.remove({ ...MAIL, Slettet: true });
		assert.deepEqual(records.list(), []);
		assert.throws(() => records.remove(MAIL), /has the key/);
	});

	it('are refused when they are no records of the contract', () => {
		for (const [change, text] of [
			[{ Medarbejdernummer: 'A' }, /Medarbejdernummer/],
			[{ Datakategori: '0042' }, /needs a Datakategori: 0000, 0001/],
			[{ Gyldighedsstart: '1.1.2019' }, /Gyldighedsstart/],
			[{ Email: 'x' }, /has no Email/],
		] as const) {
			assert.throws(() => records.upsert({ ...MAIL, ...change }), text);
		}
	});
});

describe('employee records of the world', () => {
	const { opus } = makeWorld({ ...DEFAULT_WORLD, people: 40, days: 7 });
	const records = opus.employeeRecords;

	it('are there for every employment, in every category that has no records of its own elsewhere', () => {
		for (const { Medarbejdernummer: number } of opus.employments) {
			const codes = new Set(records.filter((of) => of.Medarbejdernummer === number).map((of) => of.Datakategori));
			for (const code of ['0000', '0001', '0002', '0006', '0007', '0016', '0105', '0765', '9001', '9013', '9039']) {
				assert.ok(codes.has(code), `${number} ${code}`);
			}
		}
		for (const code of ['9015', 'TPI']) assert.ok(records.some((of) => of.Datakategori === code));
	});

	it('hold each peculiarity that clients must bear, even in a small world', () => {
		const some = (what: string, test: (of: (typeof records)[number]) => boolean): void => assert.ok(records.some(test), what);
		some('an earlier position', (of) => of.StillingTekst === 'Elev');
		some('a planned position', (of) => of.Datakategori === '0001' && of.Gyldighedsstart > '2026-11-01');
		some('somebody who left', (of) => of.Aktivitetsart === '83' && of.StatusBeskaeftigelse === '0');
		some('somebody on leave', (of) => of.Aktivitetsart === '60');
		some('a leader of two units', (of) => Array.isArray(of.LederOrgEnhed) && of.LederOrgEnhed.length === 2);
		some('a protected address', (of) => of.GadeVejNr === '**********');
		some('an address for payroll', (of) => of.Adresseart === '98');
		some('an empty given name', (of) => of.Fornavn === '');
		some('a person without a name', (of) => of.Datakategori === '0002' && of.Efternavn === undefined);
		some('a number that was taken away', (of) => of.Slettet === true && of.Kommunikationsart === '9021');
		some('what is not yet approved', (of) => of.IkkeGodkendt === true);
		some('a decimal comma', (of) => of.ArbejdsgiverBidragPct === '12,50');
		some('a second e-mail address', (of) => of.Sekvensnummer === '001');
		some('an annulled hire', (of) => of.Aktivitetsart === '67');
	});

	it('are entered before the sandbox opens, and cover an employment without gap or overlap', () => {
		for (const record of records) assert.ok(record.Registreret < '2026-11-01', JSON.stringify(record));
		const positions = records.filter((of) => of.Datakategori === '0001' && of.Slettet !== true && of.IkkeGodkendt !== true);
		for (const [number, own] of Map.groupBy(positions, (of) => of.Medarbejdernummer)) {
			const { Fra, Til } = opus.employments.find((of) => of.Medarbejdernummer === number) ?? { Fra: '', Til: '' };
			assert.deepEqual([own[0].Gyldighedsstart, own.at(-1)?.Gyldighedsstop], [Fra, Til]);
			own.slice(1).forEach((of, place) => {
				const dayAfter = new Date(Date.parse(`${own[place].Gyldighedsstop}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
				assert.equal(of.Gyldighedsstart, dayAfter);
			});
		}
	});
});
