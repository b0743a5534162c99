import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';

import { codesIn, JobagentOffice, MEETING } from '../../testing/jobagent.ts';
import type { Json } from '../../testing/client.ts';
import type { StarReply } from '../../testing/star.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('UpdateJobagent', () => {
	let office: JobagentOffice;
	let id: string;
	before(async () => {
		office = await JobagentOffice.start();
	});
	after(() => office.close());
	afterEach(() => office.reset());

	const update = async (more: object = {}): Promise<StarReply> => {
		id = await office.created();
		return office.update({ id, body: office.booking(more) });
	};
	const stored = async (): Promise<Json> => (await office.state()).jobAgents.find((of: Json) => of.jobagentidentifier === id);
	const effects = async (): Promise<number> => (await office.state()).bookings.length;

	it('books, takes the time, and lays what is told of experience over the wish', async () => {
		const caseworker = { sagsbehandlerEksterntId: 'CVR:00000000-RID:9501' };
		const { status, body } = await update(caseworker);
		const { serviceReceipt, indkaldelseId, ...rest } = body.unemploymentEnrollmentAndBookResponse;
		assert.deepEqual([status, Object.keys(body), Object.keys(rest)], [200, ['unemploymentEnrollmentAndBookResponse'], ['jobCenterReceipt', 'phone', 'noSelfActivatingCodeNeeded']]);
		assert.equal(serviceReceipt.eventDate, '2026-11-01T06:00:00.000+01:00');
		assert.match(serviceReceipt.messageIdentifier, UUID);
		const { bookings, interviewOptions } = await office.state();
		const [{ moedetilbudId, takenTimes }] = interviewOptions;
		const time = new Date(MEETING).toISOString();
		assert.deepEqual(bookings, [{ indkaldelseId, cpr: office.cpr(), jobagentidentifier: id, moedetilbudId, moedeStarttidspunkt: time, ...caseworker, samtaleformType: 9301 }]);
		assert.equal(takenTimes.at(-1), time);
		const wish = { ...office.wish(), harUddannelse: false, aarSidstBrugt: 2025, maanederMedErfaring: 24 };
		assert.deepEqual((await stored()).joboensker, [wish]);
	});

	it('changes of the enrolment what is sent, by either path', async () => {
		id = await office.created();
		const moedetilbudId = office.world.interviewOptions[0].moedetilbudId.toUpperCase();
		const body = office.booking({ moedetilbudId, titel: 'Ny', klientKategori: 9102, joboensker: undefined, jobagentidentifier: id.toUpperCase() });
		assert.equal((await office.update({ path: `/Jobagent/${id}`, body })).status, 200);
		assert.deepEqual(await stored(), { ...office.enrolment({ titel: 'Ny', klientKategori: 9102 }), jobagentidentifier: id, cpr: office.cpr() });
	});

	it('reads what is told of experience flat in the body where that is its place', async () => {
		const flat = { harUddannelse: false, senestAktiv: 2020, erfaringsmaaneder: 3, joboensker: undefined };
		assert.deepEqual(codesIn(await update(flat)), [1014, 1014, 1014]);
		await office.turn('updateWishes', 'flat');
		assert.deepEqual((await update()).body.errors.map(({ text }: Json) => text), [
			'joboensker[0].senestAktiv is unknown',
			'joboensker[0].erfaringsmaaneder is unknown',
			'harUddannelse is missing',
			'senestAktiv is missing',
			'erfaringsmaaneder is missing',
		]);
		assert.equal((await update(flat)).status, 200);
		assert.deepEqual((await stored()).joboensker, [{ ...office.wish(), harUddannelse: false, aarSidstBrugt: 2020, maanederMedErfaring: 3 }]);
		await office.reset();
		await office.turn('updateWishes', 'flat');
		const [, { conceptUriDa }] = office.world.occupations;
		const wishes = [office.wish({ conceptUriDa, aliasIdentifier: undefined }), office.wish({ aarSidstBrugt: 2001 })];
		id = await office.created({ joboensker: [] });
		assert.equal((await office.update({ id, body: office.booking({ ...flat, joboensker: wishes }) })).status, 200);
		const told = (await stored()).joboensker.map((wish: Json) => [wish.conceptUriDa, wish.aarSidstBrugt]);
		assert.deepEqual(told, [[conceptUriDa, 2020], [office.world.occupations[0].conceptUriDa, 2001]]);
	});

	it('demands what its table demands', async () => {
		id = await office.created();
		const complaints = async (body: object): Promise<string[]> => (await office.update({ id, body })).body.errors.map(({ text }: Json) => text);
		assert.deepEqual(await complaints({}), ['moedeStarttidspunkt is missing', 'moedetilbudId is missing', 'samtaleformType is missing']);
		const wish = ['harUddannelse', 'senestAktiv', 'erfaringsmaaneder'].map((name) => `joboensker[0].${name} is missing`);
		assert.deepEqual(await complaints(office.booking({ joboensker: [{}] })), wish);
		assert.deepEqual(await complaints(office.booking({ sagsbehandlerEksterntId: '' })), ['sagsbehandlerEksterntId is not valid']);
		assert.deepEqual(await complaints(office.booking({ sagsbehandlerEksterntId: 'x'.repeat(256) })), ['sagsbehandlerEksterntId is not valid']);
		assert.deepEqual(await complaints(office.booking({ jobagentidentifier: crypto.randomUUID() })), ['jobagentidentifier is not that of the query']);
		assert.deepEqual(codesIn(await office.update({})), [1014]);
		assert.deepEqual(codesIn(await office.update({ id: crypto.randomUUID() })), [4589]);
	});

	it('refuses by what the data tell, and changes nothing then', async () => {
		const [{ takenTimes }, , later, , over, inactive] = office.world.interviewOptions;
		const refusals: readonly (readonly [codes: number[], more: object])[] = [
			[[4783], { moedeStarttidspunkt: '2026-10-31T23:30:00+01:00' }],
			[[4783, 8109], { moedeStarttidspunkt: '2026-09-01T10:00:00' }],
			[[8108], { moedetilbudId: crypto.randomUUID() }],
			[[8108], { moedetilbudId: inactive.moedetilbudId }],
			[[8109], { moedetilbudId: later.moedetilbudId, moedeStarttidspunkt: '2026-11-01T10:00:00' }],
			[[8109], { moedetilbudId: over.moedetilbudId }],
			[[8109], { moedeStarttidspunkt: '2027-01-01T00:00:00+01:00' }],
			[[4822], { sagsbehandlerEksterntId: 'CVR:00000000-RID:1' }],
			[[2002], { samtaleformType: 1 }],
			[[2003], { samtaleformType: 9309 }],
			[[4698], { joboensker: [{ harUddannelse: true, senestAktiv: 2020, erfaringsmaaneder: -3 }] }],
			[[4710], { joboensker: [{ harUddannelse: true, senestAktiv: 0, erfaringsmaaneder: 3 }] }],
			[[4338], { tilmeldingsdato: '2026-10-01T00:00:00' }],
			[[6014], { klientKategori: 9102, ledighedsgrad: 9202 }],
			[[7062], { klientKategori: 9103, joboensker: undefined }],
		];
		id = await office.created({ joboensker: [] });
		const before = await office.state();
		for (const [expected, more] of refusals) assert.deepEqual(codesIn(await office.update({ id, body: office.booking(more) })), expected, JSON.stringify(more));
		await office.put({ interviewOptions: [{ ...office.world.interviewOptions[0], takenTimes: [...takenTimes, '2026-11-12T09:00:00Z'] }] });
		assert.deepEqual(codesIn(await office.update({ id })), [4819]);
		const { jobAgents, bookings } = await office.state();
		assert.deepEqual([jobAgents, bookings], [before.jobAgents, []]);
	});

	it('refuses the dead and those abroad, and whoever has a meeting to come', async () => {
		assert.equal((await update()).status, 200);
		assert.deepEqual(codesIn(await office.update({ id })), [4819, 8273]);
		const [{ indkaldelseId }] = (await office.state()).bookings;
		const later = { moedeStarttidspunkt: '2026-11-13T10:00:00' };
		await office.put({ bookings: [{ indkaldelseId, cpr: office.cpr(1) }] });
		assert.equal((await office.update({ id, body: office.booking({ moedeStarttidspunkt: '2026-11-14T10:00:00' }) })).status, 200);
		const own = (await office.state()).bookings.at(-1).indkaldelseId;
		assert.deepEqual(codesIn(await office.update({ id, body: office.booking(later) })), [8273]);
		await office.put({ bookings: [{ indkaldelseId: own, moedeStarttidspunkt: '2026-10-31T10:00:00+01:00' }] });
		assert.equal((await office.update({ id, body: office.booking(later) })).status, 200);
		await office.put({ citizens: [{ cpr: office.cpr(), dead: true, abroad: true }] });
		assert.deepEqual(codesIn(await office.update({ id })).slice(0, 2), [4405, 4720]);
	});

	it('knows a request id again, unless creations only are known by it', async () => {
		id = await office.created();
		const send = (requestId: string): Promise<StarReply> => office.update({ id, headers: { 'x-requestId': requestId } });
		assert.deepEqual([codesIn(await send('')), (await send('a')).status, (await send('a')).status, await effects()], [[1014], 200, 412, 1]);
		await office.turn('requestIdOperations', 'createOnly');
		assert.deepEqual([codesIn(await send('')), codesIn(await send('a'))], [[4819, 8273], [4819, 8273]]);
	});

	describe('and CreateJobagent, on demand', () => {
		const both = async (): Promise<StarReply[]> => [await office.create(), await update()];

		it('refuse with any code, in the words of the page', async () => {
			id = await office.created();
			await office.turn('alsoRefuse', 4316);
			for (const reply of [await office.create(), await office.update({ id })]) assert.deepEqual(reply.body, { errors: [{ code: 4316, text: 'Enrollment overlap' }] });
			assert.equal((await office.get(id)).status, 200);
			assert.equal((await office.remove({ id })).status, 200);
			assert.equal(await effects(), 0);
			await office.turn('alsoRefuse', 0);
			await office.star.faults({ service: 'starJobagent', operation: 'CreateJobagent', kind: 'business-error', code: 9018 });
			assert.match((await office.create()).body.errors[0].text, /^Selfbooking failed/);
			await office.star.control('DELETE', '/control/faults');
		});

		it('are done with a warning in the body, or with the status of a refusal', async () => {
			const errors = [{ code: 9345, text: 'Missing or incorrect data gives warning' }];
			await office.turn('warn9345', 'inBody');
			await office.turn('writeAnswer', 204);
			const [created, updated] = await both();
			assert.deepEqual([created.status, created.body], [200, { errors }]);
			assert.deepEqual([updated.status, Object.keys(updated.body), updated.body.errors], [200, ['unemploymentEnrollmentAndBookResponse', 'errors'], errors]);
			assert.deepEqual([(await office.state()).jobAgents.length, await effects()], [8, 1]);
			await office.reset();
			await office.turn('warn9345', 'withRefusedStatus');
			assert.deepEqual((await both()).map(({ status, body }) => [status, body.errors]), [[400, errors], [400, errors]]);
			assert.deepEqual([(await office.state()).jobAgents.length, await effects()], [8, 1]);
			await office.reset();
			await office.turn('alsoRefuse', 9345);
			assert.deepEqual((await office.create()).body, { errors });
			assert.equal((await office.state()).jobAgents.length, 7);
			assert.deepEqual(codesIn(await office.create({ body: {} })), [1014, 1014, 1014]);
		});

		it('warn in the shape in which they refuse, beside what they answer', async () => {
			await office.turn('warn9345', 'inBody');
			const text = 'Missing or incorrect data gives warning';
			const shapes: readonly (readonly [shape: string, created: object, beside: object])[] = [
				['single', { fejlkode: 9345, fejltekst: text }, { fejlkode: 9345, fejltekst: text }],
				['array', [{ errorCode: 9345, errorMessage: text }], { errors: [{ errorCode: 9345, errorMessage: text }] }],
				['problem', { errors: [{ code: 9345, text }] }, { errors: [{ code: 9345, text }] }],
			];
			for (const [shape, created, beside] of shapes) {
				await office.put({ bookings: (await office.state()).bookings.map(({ indkaldelseId }: Json) => ({ indkaldelseId, moedeStarttidspunkt: '2026-10-01T08:00:00Z' })) });
				await office.turn('errorShape', shape);
				assert.deepEqual((await office.create()).body, created);
				const { body } = await update({ moedeStarttidspunkt: `2026-11-12T1${shape.length}:00:00` });
				assert.deepEqual(body, { unemploymentEnrollmentAndBookResponse: body.unemploymentEnrollmentAndBookResponse, ...beside });
			}
		});
	});
});
