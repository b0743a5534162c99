import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import type { Json } from '../../testing/client.ts';
import { LinaOffice } from '../../testing/lina.ts';

const NEW = { userUuid: '00000000-0000-4000-8000-000000000001', userVorname: 'Änne', userName: 'Groß', userEmail: 'aenne@example.org', bereich: 'Küche' };

describe('consents of LINA', () => {
	let office: LinaOffice;
	before(async () => {
		office = await LinaOffice.start();
	});
	after(() => office.close());
	beforeEach(() => office.reset());

	const told = async (): Promise<Json[]> => (await office.get('getPersonalData')).body;
	const events = async (): Promise<Json[]> => (await office.state()).consentEvents;
	const give = (fields: object): Promise<Json> => office.put({ consents: [fields] });

	it('stand from the start, without events, as getPersonalData tells them', async () => {
		const { consents, users } = await office.state();
		assert.ok(consents.length >= 3 && consents.length < users.length);
		assert.deepEqual(await told(), consents);
		assert.deepEqual(Object.keys(consents[0]), ['userUuid', 'userVorname', 'userName', 'userEmail', 'bereich']);
		assert.deepEqual(await events(), []);
	});

	it('are withdrawn and given again', async () => {
		const [{ userUuid }] = await told();
		await give({ userUuid, given: false });
		assert.ok((await told()).every((row) => row.userUuid !== userUuid));
		await office.later('PT1H');
		await give({ userUuid, given: true });
		assert.equal((await told()).at(-1)?.userUuid, userUuid);
		await office.client.control('DELETE', '/control/world/lina', { consents: [{ userUuid }] });
		assert.deepEqual(await events(), [
			{ userUuid, event: 'withdrawn', at: '2026-11-01T05:00:00.000Z' },
			{ userUuid, event: 'given', at: '2026-11-01T06:00:00.000Z' },
			{ userUuid, event: 'withdrawn', at: '2026-11-01T06:00:00.000Z' },
		]);
	});

	it('are given by a new person with all fields, and take changed ones over', async () => {
		await give(NEW);
		assert.deepEqual((await told()).at(-1), NEW);
		await give({ userUuid: NEW.userUuid, userEmail: 'groß@example.org' });
		assert.deepEqual((await told()).at(-1), { ...NEW, userEmail: 'groß@example.org' });
		assert.equal((await events()).length, 1, 'who consents already is asked no more');
	});

	it('show changes of the person, which are told to nobody', async () => {
		const [{ userUuid }] = await told();
		await office.put({ users: [{ userUuid, bereich: 'Bar' }] });
		assert.equal((await told())[0].bereich, 'Bar');
		assert.deepEqual(await events(), []);
	});

	it('are of nobody who left', async () => {
		const [{ userUuid }, ...others] = await told();
		await office.client.control('DELETE', '/control/world/lina', { users: [{ userUuid }] });
		assert.deepEqual(await told(), others);
		const datum = Date.parse('2026-11-01T00:00:00+01:00') / 1000;
		assert.equal((await office.post('saveShift', { userUuid, datum, von: datum + 3600, bis: datum + 7200 })).status, 403);
	});

	it('can be given in the main store alone', async () => {
		const { users, consents } = await office.state();
		const isHere = (user: Json): boolean => consents.some(({ userUuid }: Json) => userUuid === user.userUuid);
		const { mainStore } = users.find(isHere);
		const elsewhere = users.find((user: Json) => user.mainStore !== mainStore);
		await assert.rejects(give({ userUuid: elsewhere.userUuid }), /400.*main store/);
		await give({ userUuid: elsewhere.userUuid, mainStore });
		assert.equal((await told()).at(-1)?.userUuid, elsewhere.userUuid);
	});

	it('are refused with a clear text when not understood', async () => {
		const incomplete = Object.fromEntries(Object.entries(NEW).filter(([field]) => field !== 'bereich'));
		for (const [fields, text] of [
			[{}, /needs userUuid/],
			[incomplete, /a new one needs bereich/],
			[{ ...NEW, given: 'no' }, /"given"/],
			[{ userUuid: NEW.userUuid, given: false }, /No consent of/],
		] as const) {
			await assert.rejects(give(fields), text);
		}
		assert.deepEqual(await events(), []);
	});
});
