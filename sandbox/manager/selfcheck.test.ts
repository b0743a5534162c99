import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../testing/client.ts';

const WORLD = { people: 40, days: 31 };
const NOW = '2026-11-01 06:00:00';
const levelThatCounts = (row: Json): number | null => (row.departmentId === 30 ? row.approvedLevelTwo : row.approvedLevelOne);
const keyOf = (row: Json): string => `${row.uid}:${row.timeCategoryId}`;

describe('a manager at work', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start(WORLD);
	});
	after(() => client.close());
	beforeEach(() => client.reset(WORLD));

	const work = (script: object): Promise<Json> => client.control('POST', '/control/manager', { seed: 1, edits: 1, ...script });
	const rows = async (): Promise<Json[]> => structuredClone((await client.control('GET', '/control/state/capitech')).transactions);
	const rowsOf = async (uid: number): Promise<Json[]> => (await rows()).filter((row) => row.uid === uid);
	/** The rows as they were and as they are, of what one script of one kind has edited. */
	const watch = async (kind: string, script: object = {}): Promise<{ note: Json; was: Json[]; now: Json[] }> => {
		const before = await rows();
		const [note] = await work({ kinds: [kind], ...script });
		assert.equal(note.kind, kind);
		return { note, was: before.filter((row) => row.uid === note.uid), now: await rowsOf(note.uid) };
	};
	const total = (list: Json[]): number => Math.round(list.reduce((sum, row) => sum + row.qty, 0) * 100);

	it('does the same in the same world by the same script, and else something else', async () => {
		const script = { seed: 3, edits: 60 };
		const [notes, state] = [await work(script), await rows()];
		assert.equal(notes.length, 60);
		assert.ok(new Set(notes.map((note: Json) => note.kind)).size > 8);
		await client.reset(WORLD);
		assert.deepEqual(await work(script), notes);
		assert.deepEqual(await rows(), state);
		await client.reset(WORLD);
		assert.notDeepEqual(await work({ ...script, seed: 4 }), notes);
	});

	it('takes no notice of what clients marked', async () => {
		const notes = await work({ edits: 30 });
		await client.reset(WORLD);
		const uids = [...new Set((await rows()).filter((row) => row.clientId === 100).map((row) => row.uid))];
		await client.capitech('Time/setExternalStatusCode', { uids, externalStatusCode: 20 });
		assert.deepEqual(await work({ edits: 30 }), notes);
	});

	it('changes a quantity and brings a former one back', async () => {
		const { note, was, now } = await watch('quantity');
		const find = (list: Json[]): Json => list.find((row) => row.timeCategoryId === note.timeCategoryId);
		assert.deepEqual([find(was).qty, find(now).qty, find(now).lastUpdatedOn], [note.from, note.to, NOW]);
		const notes = await work({ kinds: ['quantity'], edits: 150 });
		const seen = new Map<string, number[]>();
		let returns = 0;
		for (const of of notes) {
			const former = seen.get(keyOf(of)) ?? [];
			if (former.includes(of.to)) returns += 1;
			seen.set(keyOf(of), [...former, of.from]);
		}
		assert.ok(returns > 20, `${returns} came back to a former quantity`);
		assert.ok(notes.some((of: Json) => of.to === 0));
		assert.ok(notes.filter((of: Json) => of.timeCategoryId === 40).every((of: Json) => Number.isInteger(of.to)));
	});

	it('moves hours between categories and loses none; rows appear and vanish', async () => {
		const ways = { appeared: 0, vanished: 0, unpaid: 0 };
		for (let seed = 0; seed < 25; seed += 1) {
			const { note, was, now } = await watch('recategorise', { seed });
			assert.equal(total(now), total(was));
			const [before, after] = [was, now].map((list) => new Set(list.map((row) => row.timeCategoryId)));
			if (after.has(note.to) && !before.has(note.to)) ways.appeared += 1;
			if (!after.has(note.timeCategoryId)) ways.vanished += 1;
			if (note.to === 90) ways.unpaid += 1;
			const [fresh] = now.filter((row) => !before.has(row.timeCategoryId));
			if (fresh !== undefined) assert.deepEqual([fresh.dateIn, fresh.projectId, fresh.employee], [was[0].dateIn, was[0].projectId, was[0].employee]);
		}
		for (const [way, times] of Object.entries(ways)) assert.ok(times > 0, way);
	});

	for (const [kind, field] of [
		['department', 'departmentId'],
		['project', 'projectId'],
		['freeDimension', 'freeDimension2Id'],
		['date', 'dateIn'],
		['employee', 'employeeId'],
	]) {
		it(`moves a whole registration to another ${kind}`, async () => {
			const [from, to] = ['2026-10-14', '2026-10-16'];
			let rowsMoved = 0;
			for (let seed = 0; seed < 12; seed += 1) {
				const { note, was, now } = await watch(kind, { seed, from, to });
				assert.equal(now.length, was.length);
				assert.ok(note.from !== note.to && was.every((row) => row[field] === note.from) && now.every((row) => row[field] === note.to));
				assert.ok(now.every((row) => row.lastUpdatedOn === NOW && row.dateIn >= from && row.dateIn <= to));
				if (kind === 'employee') assert.notEqual(now[0].employee, was[0].employee);
				rowsMoved += now.length;
			}
			assert.ok(rowsMoved > 12, 'some of more than one row');
		});
	}

	it('deletes a category row, or a whole registration, and never gives its uid again', async () => {
		const category = await watch('deleteCategory');
		assert.deepEqual(category.now.map(keyOf), category.was.map(keyOf).filter((key) => key !== keyOf(category.note)));
		const whole = await watch('deleteRegistration');
		assert.deepEqual([whole.was.length > 0, whole.now], [true, []]);
		const first = await watch('lateRegistration');
		await client.control('DELETE', '/control/world/capitech', { transactions: first.now });
		assert.notEqual((await watch('lateRegistration')).note.uid, first.note.uid);
	});

	it('withdraws the approval that counts, and gives it again', async () => {
		const { note, now } = await watch('withdrawApproval');
		assert.ok(now.some((row) => levelThatCounts(row) === null));
		const again = await watch('approveAgain');
		assert.equal(again.note.uid, note.uid);
		assert.ok(again.now.every((row) => levelThatCounts(row) === 1 && row.lastUpdatedOn < NOW));
		assert.ok(again.now.some((row) => [row.approvedLevelOneOn, row.approvedLevelTwoOn].includes(NOW)));
		assert.deepEqual(await work({ kinds: ['approveAgain'] }), [], 'nothing is left to approve again');
	});

	it('minds the level of the workshop', async () => {
		const isWorkshop = (row: Json): boolean => row.clientId === 100 && row.departmentId === 30 && row.timeOut !== null;
		const others = (await rows()).filter((row) => row.clientId === 100 && !isWorkshop(row));
		await client.control('DELETE', '/control/world/capitech', { transactions: others });
		const withdrawn = await watch('withdrawApproval', { seed: 5 });
		assert.ok(withdrawn.now.every((row) => row.approvedLevelOne === 1) && withdrawn.now.some((row) => row.approvedLevelTwo === null));
		const { was, now } = await watch('approve');
		assert.ok(was.some((row) => row.approvedLevelTwo === null) && now.every((row) => row.approvedLevelTwo === 1));
	});

	it('enters a late registration, approved', async () => {
		const { was, now } = await watch('lateRegistration');
		assert.deepEqual([was.length, now.every((row) => row.approvedLevelOne === 1 && row.lastUpdatedOn === NOW && row.employee !== '')], [0, true]);
		const groups = new Map((await client.control('GET', '/control/state/capitech')).employees.map((of: Json) => [`${of.clientId}:${of.employeeId}`, of.wageGroupId]));
		await work({ kinds: ['lateRegistration'], edits: 30 });
		const late = (await rows()).filter((row) => row.clientId === 100 && row.uid >= now[0].uid && [10, 11].includes(row.timeCategoryId));
		assert.ok(late.every((row) => groups.get(`100:${row.employeeId}`) === (row.timeCategoryId === 11 ? 2 : 1)));
	});

	it('closes an open registration', async () => {
		const { was, now } = await watch('closeOpen');
		assert.ok(was.every((row) => row.timeOut === null) && now.every((row) => row.timeOut !== null && row.dateOut >= row.dateIn && row.qty > 0));
	});

	it('usually approves again what an edit cleared, and leaves alone what none cleared', async () => {
		const countAgain = async (): Promise<number> => (await work({ kinds: ['quantity', 'department'], edits: 60 })).filter((note: Json) => note.approvedAgain).length;
		const cleared = await countAgain();
		assert.ok(cleared > 35 && cleared < 58, `${cleared} of 60`);
		assert.equal((await work({ kinds: ['approveAgain'] })).length, 1, 'and not always');
		await client.reset(WORLD);
		await client.switch({ 'capitech.editClearsApprovals': false });
		const before = (await rows()).filter((row) => row.approvedLevelOne === 1).map(keyOf);
		assert.equal((await work({ kinds: ['quantity'], edits: 60 })).filter((note: Json) => note.approvedAgain).length, 0);
		assert.deepEqual((await rows()).filter((row) => row.approvedLevelOne === 1).map(keyOf), before);
	});

	it('clears the status where an edit does', async () => {
		const uids = [...new Set((await rows()).filter((row) => row.clientId === 100).map((row) => row.uid))];
		await client.capitech('Time/setExternalStatusCode', { uids, externalStatusCode: 20 });
		assert.ok((await watch('project')).now.every((row) => row.externalStatusCode === 20));
		await client.switch({ 'capitech.editClearsStatus': true });
		assert.ok((await watch('project')).now.every((row) => row.externalStatusCode === null));
	});

	it('works in the firm and the period it is told', async () => {
		const before = new Map((await rows()).map((row) => [keyOf(row), JSON.stringify(row)]));
		const notes = await work({ edits: 40, clientId: 200, from: '2026-10-10', to: '2026-10-20' });
		assert.ok(notes.length > 0 && notes.every((note: Json) => note.clientId === 200));
		const changed = (await rows()).filter((row) => before.get(keyOf(row)) !== JSON.stringify(row));
		assert.ok(changed.every((row) => row.clientId === 200 && row.dateIn >= '2026-10-10' && row.dateIn <= '2026-10-20'));
	});

	it('takes no script that it does not understand', async () => {
		for (const [script, text] of [
			[{ edits: 0 }, /"edits" must be a whole number from 1/],
			[{ seed: 'x' }, /"seed" must be a whole number/],
			[{ kinds: ['tidyUp'] }, /"kinds" must be a list of some of quantity, recategorise/],
			[{ from: 'May' }, /"from" and "to" must be dates/],
			[{ clientId: 300 }, /Client 300 has no employees/],
			[{ hurry: true }, /not hurry/],
		] as const) {
			await assert.rejects(work(script), (error: Error) => /^400/.test(error.message) && text.test(error.message), String(text));
		}
		await assert.rejects(client.control('POST', '/control/manager', []), /400.*A manager takes an object/);
	});
});
