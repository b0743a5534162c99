import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { SandboxClock } from '../../../clock.ts';
import { SwitchBoard } from '../../../switches.ts';
import type { Json } from '../../../testing/client.ts';
import { LinaOffice } from '../../../testing/lina.ts';
import { unixAt } from '../../../world/linaTime.ts';
import { DEFAULT_WORLD, makeWorld } from '../../../world/makeWorld.ts';
import { LINA_SWITCHES } from '../switches.ts';
import { LinaRecords } from './index.ts';

/** The sandbox's clock stands at six in the morning of 2026-11-01. */
const TODAY = '01.11.2026';
const DAY = '20.10.2026';
const OPEN_DAY = '2026-10-31';
const CLOSED_DAY = '2026-10-10';

describe("LINA's changes", () => {
	let office: LinaOffice;
	before(async () => {
		office = await LinaOffice.start();
	});
	after(() => office.close());
	beforeEach(() => office.reset());

	const changes = async (updatedSince = TODAY): Promise<Json[]> => {
		const { status, body } = await office.get('userdataperdaydelta', { updatedSince });
		assert.equal(status, 200, JSON.stringify(body));
		return body;
	};
	const dates = async (updatedSince?: string): Promise<string[]> => (await changes(updatedSince)).map(({ datum }) => datum);
	const shiftsOf = async (date: string): Promise<Json[]> => (await office.state()).shifts.filter((of: Json) => of.businessDate === date);
	const take = (...shifts: object[]): Promise<Json> => office.client.control('DELETE', '/control/world/lina', { shifts });
	const save = async (fields: object = {}): Promise<Json> => {
		const [{ userUuid }] = (await office.state()).consents;
		const times = { von: unixAt(OPEN_DAY, 14 * 60), bis: unixAt(OPEN_DAY, 25 * 60) };
		return office.post('saveShift', { userUuid, datum: unixAt(OPEN_DAY, 0), ...times, pause: 30, ...fields });
	};

	it('are those of the time of change: a business day of long ago among them, one without shifts too', async () => {
		const changed = await changes('30.10.2026');
		assert.ok(changed.find(({ datum }) => datum === '22.07.2026')?.schichten.length > 3);
		assert.deepEqual(changed.find(({ datum }) => datum === '26.10.2026')?.schichten, []);
		assert.ok(!(await dates('31.10.2026')).includes('22.07.2026'));
	});

	it('bring each day once with all its shifts, in the order of the changes', async () => {
		const changed = await changes('01.10.2026');
		const { businessDays, shifts } = await office.state();
		const stampOf = (datum: string): string => businessDays.find((of: Json) => of.businessDate === datum.split('.').reverse().join('-')).changedAt;
		const stamps = changed.map(({ datum }) => stampOf(datum));
		assert.deepEqual(stamps, [...stamps].sort());
		assert.equal(new Set(changed.map(({ datum }) => datum)).size, changed.length);
		assert.equal(
			changed.reduce((sum, { schichten }) => sum + schichten.length, 0),
			shifts.filter((of: Json) => stampOf(of.businessDate) >= '2026-09-30T22:00').length,
		);
	});

	it('begin with the date asked for in Berlin', async () => {
		const stamp = (changedAt: string): Promise<Json> => office.put({ businessDays: [{ businessDate: '2026-10-20', changedAt }] });
		await stamp('2026-10-31T22:59:59.000Z');
		assert.deepEqual(await dates(), ['31.10.2026'], 'before midnight is yesterday');
		await stamp('2026-10-31T23:00:00.000Z');
		assert.deepEqual(await dates(), [DAY, '31.10.2026']);
	});

	it('hold what is entered, edited and taken out by the control API', async () => {
		const [shift, ...others] = await shiftsOf('2026-10-20');
		assert.ok(!(await dates()).includes(DAY));
		await office.put({ shifts: [{ ...shift, bis: shift.bis + 900 }] });
		assert.deepEqual((await changes()).filter(({ datum }) => datum === DAY).map(({ schichten }) => schichten.length), [others.length + 1]);
		await office.reset();
		await take({ shiftId: shift.shiftId });
		assert.deepEqual((await changes()).filter(({ datum }) => datum === DAY).map(({ schichten }) => schichten.length), [others.length]);
		await take(...others.map(({ shiftId }) => ({ shiftId })));
		assert.deepEqual((await changes()).filter(({ datum }) => datum === DAY).map(({ schichten }) => schichten), [[]]);
	});

	it('mark both days when a shift is put on another', async () => {
		const [shift] = await shiftsOf('2026-10-20');
		await office.put({ shifts: [{ ...shift, businessDate: '2026-10-21' }] });
		assert.deepEqual((await dates()).filter((date) => date.endsWith('10.2026')).slice(-2).sort(), ['20.10.2026', '21.10.2026']);
	});

	it('do not follow a shift of nobody, or of no day', async () => {
		await assert.rejects(office.put({ shifts: [{ businessDate: '2026-10-20' }] }), /userUuid/);
		const [{ userUuid }] = (await office.state()).users;
		await assert.rejects(office.put({ shifts: [{ userUuid }] }), /businessDate/);
		await assert.rejects(take({ shiftId: 999_999 }), /No record/);
	});

	describe('of more than 92 days ago', () => {
		const since = '01.08.2026';
		beforeEach(() => office.put({ businessDays: [{ businessDate: '2026-07-01', changedAt: '2026-07-31T21:59:00.000Z' }, { businessDate: '2026-07-02', changedAt: '2026-07-31T22:00:00.000Z' }] }));

		it('are left out', async () => {
			assert.ok((await dates(since)).includes('02.07.2026'));
			assert.deepEqual(await dates('01.01.2026'), await dates(since));
			assert.ok(!(await dates('31.07.2026')).includes('01.07.2026'));
		});

		it('are refused by the switch deltaTooOld', async () => {
			await office.turn('deltaTooOld', 'refused');
			assert.equal((await office.get('userdataperdaydelta', { updatedSince: '31.07.2026' })).status, 400);
			assert.ok((await dates(since)).length > 0);
		});
	});

	describe('by saveShift', () => {
		it('count as confirmed, in the first area of the person', async () => {
			const { length } = await shiftsOf(OPEN_DAY);
			assert.equal((await save()).status, 200);
			const shifts = await shiftsOf(OPEN_DAY);
			const [{ areas }] = (await office.state()).users;
			const { confirmed, tage, bereich, pause, changedAt } = shifts.at(-1) ?? {};
			assert.deepEqual([shifts.length - length, confirmed, tage, bereich, pause, changedAt], [1, true, 0, areas[0], 30, '2026-11-01T05:00:00.000Z']);
			assert.deepEqual(await dates(), ['31.10.2026']);
		});

		it('are stored as often as they are sent, unless the switch overlap refuses', async () => {
			const { length } = await shiftsOf(OPEN_DAY);
			await save();
			await save();
			assert.equal((await shiftsOf(OPEN_DAY)).length, length + 2);
			await office.turn('overlap', 'refused');
			assert.equal((await save()).status, 400);
			assert.equal((await save({ von: unixAt(OPEN_DAY, 25 * 60), bis: unixAt(OPEN_DAY, 26 * 60), datum: unixAt(OPEN_DAY, 0) })).status, 200, 'one that follows does not overlap');
		});

		it('are told from those of the world', () => {
			const switches = new SwitchBoard();
			switches.declare('lina', LINA_SWITCHES);
			const records = new LinaRecords({ clock: new SandboxClock(), switches });
			const { lina } = makeWorld({ ...DEFAULT_WORLD, people: 1 });
			records.load(lina);
			const [{ userUuid }] = lina.users;
			const times = { von: unixAt(OPEN_DAY, 60), bis: unixAt(OPEN_DAY, 120), von2: 0, bis2: 0, pause: 0 };
			assert.equal(records.addShift({ userUuid, businessDate: OPEN_DAY, ...times }, new Date()), undefined);
			assert.equal(records.state().shifts.length, lina.shifts.length + 1);
			assert.deepEqual(records.worldState().shifts, lina.shifts);
		});

		it('are refused where the time sheet is closed, unless the switch closedDay accepts', async () => {
			const closed = { datum: unixAt(CLOSED_DAY, 0), von: unixAt(CLOSED_DAY, 60), bis: unixAt(CLOSED_DAY, 120), pause: 0 };
			const { length } = await shiftsOf(CLOSED_DAY);
			assert.deepEqual(await save(closed), { status: 400, body: { status: 'error', message: 'The time sheet of 10.10.2026 is closed.' } });
			assert.equal((await shiftsOf(CLOSED_DAY)).length, length);
			await office.turn('closedDay', 'accepted');
			assert.equal((await save(closed)).status, 200);
		});
	});
});
