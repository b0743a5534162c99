import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../testing/client.ts';

const WORLD = { people: 40, days: 31 };
const NOW = '2026-11-01 06:00:00';
const KINDS = ['absenceDates', 'absenceCode', 'absencePercent', 'absenceStatus', 'deleteAbsence', 'newAbsence'];

describe('a manager at work on absences', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start(WORLD);
	});
	after(() => client.close());
	beforeEach(() => client.reset(WORLD));

	const work = (script: object): Promise<Json> => client.control('POST', '/control/manager', { seed: 1, edits: 1, ...script });
	const absences = async (): Promise<Json[]> => structuredClone((await client.control('GET', '/control/state/capitech')).absences);
	/** The absence as it was and as it is, of one edit of one kind. */
	const watch = async (kind: string, seed = 1): Promise<{ note: Json; was: Json; now: Json }> => {
		const before = await absences();
		const [note] = await work({ kinds: [kind], seed });
		assert.equal(note.kind, kind);
		const find = (rows: Json[]): Json => rows.find((row) => row.absenceId === note.absenceId);
		return { note, was: find(before), now: find(await absences()) };
	};

	it('leaves absences alone unless told to, and hours when told of absences', async () => {
		const before = await absences();
		await work({ edits: 60 });
		assert.deepEqual(await absences(), before);
		const hours = async (): Promise<string> => JSON.stringify((await client.control('GET', '/control/state/capitech')).transactions);
		const stood = await hours();
		const notes = await work({ edits: 60, kinds: KINDS });
		assert.deepEqual(new Set(notes.map((note: Json) => note.kind)), new Set(KINDS));
		assert.ok((await hours()) === stood && notes.length === 60);
	});

	it('does the same in the same world by the same script', async () => {
		const notes = await work({ edits: 40, kinds: KINDS });
		const state = await absences();
		await client.reset(WORLD);
		assert.deepEqual([await work({ edits: 40, kinds: KINDS }), await absences()], [notes, state]);
	});

	it('moves dates, changes code, percent and status, each with a stamp', async () => {
		for (const [kind, fields] of [
			['absenceDates', ['fromDate', 'endDate']],
			['absenceCode', ['absenceCode', 'absenceDescription']],
			['absencePercent', ['absencePercent']],
			['absenceStatus', ['transactionStatus']],
		] as const) {
			const { was, now } = await watch(kind);
			assert.ok(fields.some((field) => was[field] !== now[field]), kind);
			assert.equal(now.updatedOn, NOW);
		}
	});

	it('deletes and enters absences, never under a former number, and lets none overlap', async () => {
		const deleted = await watch('deleteAbsence');
		assert.deepEqual([deleted.was === undefined, deleted.now], [false, undefined]);
		const entered = await watch('newAbsence');
		await client.control('DELETE', '/control/world/capitech', { absences: [{ absenceId: entered.note.absenceId }] });
		assert.notEqual((await watch('newAbsence')).note.absenceId, entered.note.absenceId);
		await work({ edits: 150, kinds: ['absenceDates', 'newAbsence'], from: '2026-10-15', to: '2026-11-15' });
		const rows = (await absences()).filter((row) => row.clientId === 100 && row.endDate !== null);
		const clashes = rows.filter((one) => rows.some((other) => other.employeeId === one.employeeId && other.absenceId < one.absenceId && other.fromDate <= one.endDate && other.endDate >= one.fromDate));
		assert.deepEqual(clashes, []);
	});
});
