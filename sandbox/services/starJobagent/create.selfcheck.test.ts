import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';

import { codesIn, JobagentOffice, TODAY } from '../../testing/jobagent.ts';
import type { StarReply } from '../../testing/star.ts';

const CPR = 'x-civilRegistrationIdentifier';
const OWN = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

describe('CreateJobagent', () => {
	let office: JobagentOffice;
	before(async () => {
		office = await JobagentOffice.start();
	});
	after(() => office.close());
	afterEach(() => office.reset());

	const create = (more: object = {}, position = 0): Promise<StarReply> =>
		office.create({ body: office.enrolment(more), headers: { [CPR]: office.cpr(position) } });
	const codes = async (more: object, position?: number): Promise<number[]> => codesIn(await create(more, position));
	const complaints = async (body: object | string): Promise<string[]> => {
		const reply = await office.create({ body });
		assert.deepEqual([reply.status, new Set(codesIn(reply))], [400, new Set([1014])]);
		return reply.body.errors.map(({ text }: { text: string }) => text);
	};

	it("stores what came, as the citizen's, and answers nothing", async () => {
		const fields = { jobagentidentifier: OWN.toUpperCase(), emailadresse: 'prove@borger.example', haendelsesdato: `${TODAY}T08:00:00Z` };
		assert.deepEqual([(await create(fields)).status, (await create()).body], [200, null]);
		const stored = (await office.state()).jobAgents.find((of: { jobagentidentifier: string }) => of.jobagentidentifier === OWN);
		assert.deepEqual(stored, { ...office.enrolment(fields), jobagentidentifier: OWN, cpr: office.cpr() });
	});

	it('reads names in any case, and takes an enrolment without wishes', async () => {
		const body = { KlientKategori: 9101, TILMELDINGSDATO: `${TODAY}T00:00:00`, ledighedsGrad: 9202, Joboensker: [{ ...office.wish(), aliasIdentifier: undefined, HarUddannelse: true, harUddannelse: undefined }] };
		assert.equal((await office.create({ body })).status, 200);
		assert.equal((await create({ joboensker: undefined, titel: null })).status, 200);
	});

	it('has a complete list of complaints for what is missing, unknown or of another type', async () => {
		assert.deepEqual(await complaints({}), ['klientKategori is missing', 'tilmeldingsdato is missing', 'ledighedsgrad is missing']);
		const wrong = { titel: 1, klientKategori: '9101', tilmeldingsdato: TODAY, ledighedsgrad: 92.5, haendelsesdato: '2026-13-01T00:00:00Z', emailadresse: 'ingen', jobagentidentifier: '1', joboensker: [{}], mere: 1 };
		assert.deepEqual((await complaints(wrong)).sort(), [
			'emailadresse is not valid',
			'haendelsesdato is not valid',
			'jobagentidentifier is not valid',
			'joboensker[0].conceptUriDa is missing',
			'joboensker[0].harUddannelse is missing',
			'joboensker[0].jobTargetIdentifier is missing',
			'klientKategori is not valid',
			'ledighedsgrad is not valid',
			'mere is unknown',
			'tilmeldingsdato is not valid',
			'titel is not valid',
		]);
		assert.deepEqual(await complaints(office.enrolment({ joboensker: [office.wish({ aliasIdentifier: 'x', aarSidstBrugt: '2024', maanederMedErfaring: 1e10, senestAktiv: 2024 })] })), [
			'joboensker[0].senestAktiv is unknown',
			'joboensker[0].aliasIdentifier is not valid',
			'joboensker[0].aarSidstBrugt is not valid',
			'joboensker[0].maanederMedErfaring is not valid',
		]);
		const wishes = [{}, [1], [office.wish({ conceptUriDa: '' })]];
		for (const body of ['', '[]', '{', ...wishes.map((joboensker) => office.enrolment({ joboensker }))]) assert.equal((await complaints(body)).length, 1);
	});

	it('demands a request id, and knows it again', async () => {
		const create = (requestId: string): Promise<StarReply> => office.create({ headers: { 'x-requestId': requestId } });
		assert.deepEqual([codesIn(await create('')), codesIn(await create('x'.repeat(47)))], [[1014], [1014]]);
		const before = (await office.state()).jobAgents.length;
		assert.deepEqual([(await create('x'.repeat(46))).status, (await create('x'.repeat(46))).status], [200, 412]);
		assert.equal((await office.state()).jobAgents.length, before + 1);
		await office.turn('requestIds', 'forgotten');
		assert.equal((await create('x'.repeat(46))).status, 200);
		await office.reset();
		assert.equal((await create('x'.repeat(46))).status, 200);
	});

	it('leaves the request id of a refusal unused, or uses it up', async () => {
		const refused = (requestId: string): Promise<StarReply> => office.create({ body: {}, headers: { 'x-requestId': requestId } });
		assert.deepEqual([(await refused('a')).status, (await office.create({ headers: { 'x-requestId': 'a' } })).status], [400, 200]);
		await office.turn('requestIdOnFailure', 'consumed');
		await office.turn('refusedStatus', 422);
		assert.deepEqual([(await refused('b')).status, (await office.create({ headers: { 'x-requestId': 'b' } })).status], [422, 412]);
	});

	it('answers 200 or 204, as the switch says', async () => {
		await office.turn('writeAnswer', 204);
		assert.deepEqual([(await create()).status, (await create()).body], [204, null]);
	});

	it('refuses by what the data tell, with all codes that there are', async () => {
		const refusals: readonly (readonly [codes: number[], more: object, position?: number])[] = [
			[[4313], { klientKategori: 1 }],
			[[4313], { klientKategori: 9109 }],
			[[4314], { ledighedsgrad: 9209 }],
			[[6014], { klientKategori: 9102, ledighedsgrad: 9202 }],
			[[7062], { klientKategori: 9103, joboensker: [] }],
			[[4338], { tilmeldingsdato: '2026-10-21T23:59:00+02:00' }],
			[[4338], { tilmeldingsdato: '2026-11-01T23:00:00Z' }],
			[[4405], {}, 3],
			[[4720], {}, 6],
			[[4763], {}, 8],
			[[4698], { joboensker: [office.wish({ maanederMedErfaring: -1 })] }],
			[[4698], { joboensker: [office.wish({ aarSidstBrugt: -1 })] }],
			[[4710], { joboensker: [office.wish({ aarSidstBrugt: 2027 })] }],
			[[4710], { joboensker: [office.wish({ aarSidstBrugt: 24 }), office.wish({ aarSidstBrugt: 1899 })] }],
			[[8281], { joboensker: [office.wish({ conceptUriDa: 'https://esco.sandkasse.example/occupation/1' })] }],
			[[4318], { joboensker: [office.wish({ aliasIdentifier: OWN })] }],
			[[4405, 4313, 4314, 4338], { klientKategori: 1, ledighedsgrad: 1, tilmeldingsdato: '2025-01-01T00:00:00Z' }, 3],
		];
		for (const [expected, more, position] of refusals) assert.deepEqual(await codes(more, position), expected, JSON.stringify(more));
		assert.deepEqual((await office.state()).jobAgents, office.world.jobAgents);
	});

	it('takes what lies just inside', async () => {
		const taken: readonly (readonly [more: object, position?: number])[] = [
			[{ tilmeldingsdato: '2026-10-21T22:00:00Z' }],
			[{ tilmeldingsdato: '2026-10-22T00:00:00' }],
			[{ tilmeldingsdato: '2026-11-01T23:59:59' }],
			[{ klientKategori: 9102 }, 8],
			[{}, 18],
			[{ klientKategori: 9103 }],
			[{ joboensker: [office.wish({ aarSidstBrugt: 2026, maanederMedErfaring: 0 })] }],
			[{ joboensker: [office.wish({ aliasIdentifier: office.world.occupations[0].aliasIdentifiers[1].toUpperCase() })] }],
		];
		for (const [more, position] of taken) assert.equal((await create(more, position)).status, 200, JSON.stringify(more));
	});

	it('takes a code from its first day to the day before its last one', async () => {
		const dated = async (dates: object): Promise<number> => {
			await office.put({ codeLists: [{ name: 'TilmeldekategoriTypeCodeList', kode: 9109, ...dates }] });
			return (await create({ klientKategori: 9109 })).status;
		};
		assert.deepEqual([await dated({ slutdato: TODAY }), await dated({ slutdato: '2026-11-02' })], [400, 200]);
		assert.deepEqual([await dated({ startdato: '2026-11-02' }), await dated({ startdato: TODAY, slutdato: null })], [400, 200]);
	});

	it('takes, ignores or refuses an own identifier', async () => {
		const stored = async (): Promise<string[]> => (await office.state()).jobAgents.map((of: { jobagentidentifier: string }) => of.jobagentidentifier);
		await office.turn('ownIdentifier', 'refused');
		assert.deepEqual(await codes({ jobagentidentifier: OWN }), [1014]);
		await office.turn('ownIdentifier', 'ignored');
		assert.equal((await create({ jobagentidentifier: OWN })).status, 200);
		assert.deepEqual([(await stored()).length, (await stored()).includes(OWN)], [7, false]);
		await office.turn('ownIdentifier', 'taken');
		assert.equal((await create({ jobagentidentifier: OWN })).status, 200);
		assert.ok((await stored()).includes(OWN));
	});

	it('refuses an identifier that is in use, or replaces the same citizen\'s job agent', async () => {
		await create({ jobagentidentifier: OWN });
		for (const jobagentidentifier of [OWN, OWN.toUpperCase()]) assert.deepEqual(await codes({ jobagentidentifier }), [1014]);
		await office.turn('sameIdentifier', 'replaces');
		assert.deepEqual(await codes({ jobagentidentifier: OWN }, 1), [1014]);
		assert.equal((await create({ jobagentidentifier: OWN, titel: 'Ny' })).status, 200);
		const own = (await office.state()).jobAgents.filter((of: { jobagentidentifier: string }) => of.jobagentidentifier === OWN);
		assert.deepEqual(own.map(({ titel }: { titel: string }) => titel), ['Ny']);
	});
});
