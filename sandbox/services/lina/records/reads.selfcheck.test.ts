import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import type { Json } from '../../../testing/client.ts';
import { LinaOffice } from '../../../testing/lina.ts';
import { unixAt } from '../../../world/linaTime.ts';

const SATURDAY = '31.10.2026';
const REST_DAY = '26.10.2026';
const NIGHT_OF_CLOCKS = '24.10.2026';
const DAY_OPERATIONS = ['acceptedworkingtimes', 'personalkostenprotag', 'userdataperday'];

const round = (value: number): number => Math.round(value * 100) / 100;
const sum = (values: number[]): number => round(values.reduce((total, value) => total + value, 0));

describe("LINA's reads by day", () => {
	let office: LinaOffice;
	before(async () => {
		office = await LinaOffice.start();
	});
	after(() => office.close());
	beforeEach(() => office.reset());

	const read = async (operation: string, businessdate = SATURDAY): Promise<Json> => {
		const { status, body } = await office.get(operation, { businessdate });
		assert.equal(status, 200, JSON.stringify(body));
		return body;
	};
	/** The text of an answer: what JSON.parse would put in another order. */
	const textOf = async (operation: string, businessdate: string): Promise<string> => {
		const options = { method: 'GET', headers: { authorization: office.key } };
		return (await office.client.send(`/lina/extern/personal/${operation}?businessdate=${businessdate}`, '', options)).text;
	};
	const shiftsOf = async (businessDate: string): Promise<Json[]> => (await office.state()).shifts.filter((of: Json) => of.businessDate === businessDate);
	/** What tells rows apart, whatever their order. */
	const sorted = (rows: Json[], ...fields: string[]): string[] => rows.map((row) => JSON.stringify(fields.map((field) => row[field]))).sort();

	it('give confirmed shifts alone, but the full day and the changes all', async () => {
		const shifts = await shiftsOf('2026-10-31');
		const confirmed = shifts.filter((of) => of.confirmed);
		assert.ok(confirmed.length < shifts.length);
		const lengths = await Promise.all(DAY_OPERATIONS.map(async (operation) => (await read(operation)).length));
		assert.deepEqual(lengths, [confirmed.length, confirmed.length, shifts.length]);
		const { body } = await office.get('userdataperdaydelta', { updatedSince: SATURDAY });
		assert.equal(body.find((of: Json) => of.datum === SATURDAY).schichten.length, shifts.length);
	});

	it('name nobody, and have the fields of the contract', async () => {
		const times = ['von', 'bis', 'von2', 'bis2', 'pause', 'tage', 'bereich'];
		const amounts = ['h_brutto', 'h_zuschl_25', 'h_zuschl_40', 'h_zuschl_50', 'brutto', 'lohnkosten'];
		const fields = [times, amounts, [...times, ...amounts, 'stundenkosten']];
		for (const [index, operation] of DAY_OPERATIONS.entries()) {
			for (const row of await read(operation)) assert.deepEqual(Object.keys(row), fields[index]);
		}
		const { body } = await office.get('userdataperdaydelta', { updatedSince: SATURDAY });
		const [row] = body[0].schichten;
		assert.deepEqual(Object.keys(row), [...times, ...amounts.slice(0, 4), 'h_zuschl_51', ...amounts.slice(4), 'stundenkosten']);
	});

	it('come in an order of their own, so that rows of two reads are not of the same people', async () => {
		const [full, accepted] = [await read('userdataperday', NIGHT_OF_CLOCKS), await read('acceptedworkingtimes', NIGHT_OF_CLOCKS)];
		const perPerson = await read('personalkostenprotag', NIGHT_OF_CLOCKS);
		assert.deepEqual(sorted(full, 'von', 'von2', 'bereich'), sorted(accepted, 'von', 'von2', 'bereich'));
		assert.deepEqual(sorted(full, 'lohnkosten', 'h_brutto'), sorted(perPerson, 'lohnkosten', 'h_brutto'));
		assert.notDeepEqual(full.map((of: Json) => of.von2), accepted.map((of: Json) => of.von2));
		assert.notDeepEqual(full.map((of: Json) => of.lohnkosten), perPerson.map((of: Json) => of.lohnkosten));
		assert.deepEqual(await read('userdataperday', NIGHT_OF_CLOCKS), full, 'the same read gives the same again');
	});

	it('agree: cost of the shift, of the person, of the hour', async () => {
		const [full, perPerson, perHour] = await Promise.all(
			['userdataperday', 'personalkostenprotag', 'personalkostenprostunde'].map((operation) => read(operation, NIGHT_OF_CLOCKS)),
		);
		for (const { lohnkosten, stundenkosten } of full) assert.equal(sum(Object.values(stundenkosten)), lohnkosten);
		const all = sum(perPerson.map((of: Json) => of.lohnkosten));
		assert.equal(sum(Object.values(perHour.kost)), all);
		assert.equal(sum(full.map((of: Json) => of.lohnkosten)), all);
		for (const [hour, costs] of Object.entries(perHour.kostUser)) assert.equal(sum(costs as number[]), perHour.kost[hour]);
		assert.deepEqual(Object.keys(perHour.eff), Object.keys(perHour.kost));
	});

	it('give revenue per hour of staff', async () => {
		const [user] = (await office.state()).users;
		await office.put({
			shifts: [{ userUuid: user.userUuid, businessDate: '2026-11-02', von: unixAt('2026-11-02', 12 * 60), bis: unixAt('2026-11-02', 13 * 60 + 30) }],
			revenue: [{ businessDate: '2026-11-02', hour: 12, umsatz: 80 }, { businessDate: '2026-11-02', hour: 13, umsatz: 80 }],
		});
		const { eff, kostUser } = await read('personalkostenprostunde', '02.11.2026');
		assert.deepEqual([eff, Object.values(kostUser).map((of) => (of as number[]).length)], [{ 12: 80, 13: 160 }, [1, 1]]);
	});

	it('list the hours of the business day in its own order: after 23 come 0 and 1', async () => {
		const text = await textOf('personalkostenprostunde', NIGHT_OF_CLOCKS);
		const [, kost] = /"kost":\{([^}]*)\}/.exec(text) ?? [];
		const hours = [...kost.matchAll(/"(\d+)":/g)].map(([, hour]) => Number(hour));
		const atMidnight = hours.indexOf(0);
		assert.ok(hours.indexOf(23) === atMidnight - 1 && hours[0] >= 4, hours.join());
		assert.deepEqual(hours.slice(atMidnight), [0, 1, 2, 3]);
	});

	it('put what begins after midnight under the business day that is not closed yet', async () => {
		const [user] = (await office.state()).users;
		const at = (minutes: number): object => ({ userUuid: user.userUuid, von: unixAt('2026-10-28', minutes), bis: unixAt('2026-10-28', minutes + 30) });
		const { businessDays } = await office.state();
		const { closing } = businessDays.find((of: Json) => of.businessDate === '2026-10-27');
		assert.ok(closing >= unixAt('2026-10-28', 120));
		await office.put({ shifts: [at(30), at(300)] });
		const found = (await office.state()).shifts.slice(-2);
		assert.deepEqual(found.map((of: Json) => [of.businessDate, of.confirmed, of.bereich]), [['2026-10-27', true, user.areas[0]], ['2026-10-28', true, user.areas[0]]]);
	});

	it('add up what one person did in two shifts', async () => {
		const [user] = (await office.state()).users;
		const shift = (hour: number): object => ({ userUuid: user.userUuid, businessDate: '2026-11-03', von: unixAt('2026-11-03', hour * 60), bis: unixAt('2026-11-03', hour * 60 + 60) });
		await office.put({ shifts: [shift(10), shift(14)] });
		assert.deepEqual((await read('personalkostenprotag', '03.11.2026')).map((of: Json) => of.h_brutto), [2]);
		assert.equal((await read('userdataperday', '03.11.2026')).length, 2);
	});

	it('give nothing for days of rest, days to come and days long gone', async () => {
		for (const date of [REST_DAY, '01.01.2030', '01.01.2020']) {
			for (const operation of DAY_OPERATIONS) assert.deepEqual(await read(operation, date), []);
		}
	});

	it('refuse what is no date', async () => {
		for (const businessdate of ['', '2026-10-31', '31.02.2026', '1.10.2026']) {
			for (const operation of [...DAY_OPERATIONS, 'personalkostenprostunde']) {
				assert.deepEqual(await office.get(operation, { businessdate }), { status: 400, body: { status: 'error', message: 'Parameter businessdate must be a date dd.mm.yyyy.' } });
			}
		}
		assert.equal((await office.get('userdataperdaydelta', { businessdate: SATURDAY })).status, 400);
	});

	describe('switches', () => {
		it('emptyHours and stundenkostenEmpty', async () => {
			const emptyDay = (): Promise<string> => textOf('personalkostenprostunde', REST_DAY);
			const emptyRows = async (): Promise<string[]> => (await textOf('userdataperday', SATURDAY)).match(/"stundenkosten":(\[\]|\{\})/g) ?? [];
			assert.equal(await emptyDay(), '{"eff":[],"kost":[],"kostUser":[]}');
			assert.deepEqual([...new Set(await emptyRows())], ['"stundenkosten":[]']);
			await office.turn('emptyHours', 'object');
			assert.equal(await emptyDay(), '{"eff":{},"kost":{},"kostUser":{}}');
			assert.deepEqual([...new Set(await emptyRows())], ['"stundenkosten":[]']);
			await office.turn('stundenkostenEmpty', 'object');
			assert.deepEqual([...new Set(await emptyRows())], ['"stundenkosten":{}']);
		});

		it('surchargeNames', async () => {
			await office.turn('surchargeNames', 'h_zuschlag');
			const [row] = await read('personalkostenprotag');
			assert.deepEqual(Object.keys(row).slice(1, 4), ['h_zuschlag_25', 'h_zuschlag_40', 'h_zuschlag_50']);
		});

		it('plainShiftPair', async () => {
			const plain = (rows: Json[]): Json[] => rows.filter((of) => of.tage === 0 && (of.von === 0 || of.von2 === 0));
			const second = plain(await read('acceptedworkingtimes'));
			await office.turn('plainShiftPair', 'first');
			const first = plain(await read('acceptedworkingtimes'));
			assert.ok(second.length > 0 && second.every((of) => of.von === 0 && of.bis === 0 && of.von2 > 0));
			assert.deepEqual(first, second.map((of) => ({ ...of, von: of.von2, bis: of.bis2, von2: 0, bis2: 0 })));
		});

		it('endBucket', async () => {
			const [user] = (await office.state()).users;
			const hours = (from: number, to: number): object => ({ userUuid: user.userUuid, businessDate: '2026-11-04', von: unixAt('2026-11-04', from * 60), bis: unixAt('2026-11-04', to * 60) });
			await office.put({ shifts: [hours(13, 15), hours(22.5, 24), hours(8, 8.5)] });
			const costs = async (): Promise<Json[]> => (await read('userdataperday', '04.11.2026')).map((of: Json) => Object.keys(of.stundenkosten).map(Number)).sort((one: number[], other: number[]) => one.at(-1)! - other.at(-1)!);
			assert.deepEqual(await costs(), [[8], [13, 14], [22, 23]]);
			await office.turn('endBucket', 'inclusive');
			assert.deepEqual(await costs(), [[8], [13, 14, 15], [0, 22, 23]]);
			assert.match(await textOf('personalkostenprostunde', '04.11.2026'), /"eff":\{"8":0,"13":0,"14":0,"15":0,"22":0,"23":0,"0":0\}/);
			const { kost } = await read('personalkostenprostunde', '04.11.2026');
			assert.deepEqual([kost[15], Object.keys(kost)], [kost[14], ['0', '8', '13', '14', '15', '22', '23']]);
		});

		it('numbersAsText', async () => {
			await office.turn('numbersAsText', true);
			const [row] = await read('acceptedworkingtimes');
			assert.ok(Object.values(row).every((value) => typeof value === 'string'));
			const { kostUser } = await read('personalkostenprostunde');
			assert.ok(Object.values(kostUser).flat().every((value) => typeof value === 'string'));
		});
	});
});
