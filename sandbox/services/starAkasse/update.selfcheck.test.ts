import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';

import type { Json } from '../../testing/client.ts';
import { STAR, StarClient, starHeaders, type StarReply } from '../../testing/star.ts';

const AKASSE = `${STAR.akasse}/v1/Akasse`;

const hours = (ugedag: unknown, aabningstidspunkt: unknown, lukketidspunkt: unknown): object => ({ ugedag, aabningstidspunkt, lukketidspunkt });

describe('an update of an a-kasse', () => {
	let star: StarClient;
	before(async () => {
		star = await StarClient.start(2, '901');
	});
	after(() => star.close());
	afterEach(() => star.reset());

	const put = (record: object | string, code = '901'): Promise<StarReply> => star.write('PUT', `${AKASSE}/Afkasse/${code}`, record);
	const stored = async (code = '901'): Promise<Json> => (await star.state('starAkasse')).akasser.find(({ akasseKode }: Json) => akasseKode === code);
	const opening = (...akasseAabningstider: unknown[]): Promise<StarReply> => put({ akasseAabningstider });
	const phone = (...akasseTelefontider: unknown[]): Promise<StarReply> => put({ akasseTelefontider });
	const texts = ({ status, body }: StarReply): unknown[] => [status, ...(body?.errors.map(({ text }: Json) => text) ?? [])];

	describe('replaces all', () => {
		it('so that what is not sent is gone, but for the name', async () => {
			assert.deepEqual(await put({ telefonnummer: '00901199' }), { status: 200, body: null, type: 'application/json; charset=utf-8' });
			assert.deepEqual(await stored(), { akasseKode: '901', navn: 'Sandkassens A-kasse Handel', telefonnummer: '00901199' });
		});

		it('the name too, as the switch says', async () => {
			await star.switch({ 'starAkasse.nameMissing': 'deleted', 'starAkasse.writeAnswer': 204 });
			assert.equal((await put({})).status, 204);
			assert.deepEqual(await stored(), { akasseKode: '901' });
		});

		it('and leaves all as it was when what was read is sent', async () => {
			const before = await star.state('starAkasse');
			for (const { akasseKode } of before.akasser) {
				const { body } = await star.get(`${AKASSE}/${akasseKode}`);
				assert.equal((await star.write('PUT', `${AKASSE}/${akasseKode}`, body, starHeaders(2, akasseKode))).status, 200);
			}
			assert.deepEqual((await star.state('starAkasse')).akasser, before.akasser);
		});

		it('in capitals, nested and by the other name as well', async () => {
			await star.switch({ 'starAkasse.nameStyle': 'pascal', 'starAkasse.phoneHoursShape': 'nested', 'starAkasse.closingName': 'aabningstidSluttidspunkt' });
			const before = await stored();
			const { body } = await star.get(`${AKASSE}/901`);
			assert.equal((await put(body)).status, 200);
			assert.deepEqual(await stored(), before);
		});

		it('a name that is sent is taken, unknown fields stay as they came, and null is nothing', async () => {
			const record = { navn: 'Ny A-kasse', NytFelt: [{ A: null }], telefonnummer: null, adresse: { vejnavn: 'Sandvej', doer: null } };
			assert.equal((await put(record)).status, 200);
			assert.deepEqual(await stored(), { akasseKode: '901', navn: 'Ny A-kasse', NytFelt: [{ A: null }], adresse: { vejnavn: 'Sandvej' } });
		});
	});

	it('is for its own a-kasse alone, unless the switch opens the others', async () => {
		assert.deepEqual(texts(await put({}, '902')), [403, 'You are not authorized']);
		await star.switch({ 'starAkasse.ownOnly': false });
		assert.deepEqual([(await put({}, '902')).status, (await put({}, '999')).status], [200, 404]);
	});

	it('is refused with everything that is wrong, and changes nothing', async () => {
		const before = await stored();
		const reply = await put({
			akasseKode: '902',
			navn: ' ',
			telefonnummer: 90,
			cvrNummer: '1234567',
			pNummer: '123456789',
			adresse: { postnummer: '12', kommunenummer: '1234', vejnavn: 1 },
			virksomhedsafdeling: 'ja',
			logo: 'not base64!',
			dybeLinks: [{ label: 'x' }, { label: '', adresse: 'y' }],
			akasseAabningstider: [hours(8, '09:00', '10:00')],
			akasseTelefontider: 'never',
		});
		assert.deepEqual(texts(reply), [
			400,
			'akasseKode is not that of the address.',
			'navn is not valid.',
			'cvrNummer is not valid.',
			'pNummer is not valid.',
			'telefonnummer must be a text.',
			'adresse.vejnavn must be a text.',
			'adresse.postnummer is not valid.',
			'adresse.kommunenummer is not valid.',
			'virksomhedsafdeling must be true or false.',
			'logo is not base64.',
			'dybeLinks[0] needs label and adresse.',
			'dybeLinks[1] needs label and adresse.',
			'akasseAabningstider[0]: ugedag must be a whole number from 1 to 7.',
			'akasseTelefontider must be a list.',
		]);
		for (const body of ['[]', '{', '"text"']) assert.equal((await put(body)).status, 400);
		assert.deepEqual(await stored(), before);
	});

	it('takes any web address', async () => {
		assert.equal((await put({ webadresse: `not a web address ${'x'.repeat(60)}` })).status, 200);
	});

	it('takes virksomhedsafdeling or not, as the switch says', async () => {
		await star.control('POST', '/control/world/starAkasse', { akasser: [{ akasseKode: '901', virksomhedsafdeling: true }] });
		await star.switch({ 'starAkasse.virksomhedsafdeling': 'refused' });
		assert.deepEqual(texts(await put({ virksomhedsafdeling: false })), [400, 'virksomhedsafdeling can be changed by STAR only.']);
		assert.equal((await put({})).status, 200);
		assert.equal((await stored()).virksomhedsafdeling, true);
		await star.switch({ 'starAkasse.virksomhedsafdeling': 'taken' });
		assert.equal((await put({ virksomhedsafdeling: false })).status, 200);
		assert.equal((await stored()).virksomhedsafdeling, false);
	});

	describe('has hours', () => {
		it('from 00:01 to 23:59, several a day, one beginning when the other ends', async () => {
			assert.equal((await opening(hours(1, '12:00', '23:59'), hours(1, '00:01', '12:00'), hours(7, '09:00', '09:01'))).status, 200);
		});

		it('whose times are times, and of which the first is the earlier one', async () => {
			for (const [from, until] of [['9:00', '10:00'], ['09:00', '24:00'], ['09:60', '10:00'], ['09:00:00', '10:00'], ['09:00', undefined], [900, '10:00']]) {
				assert.match(String(texts(await opening(hours(1, from, until)))[1]), /is missing or is no time HH:mm/, `${from} ${until}`);
			}
			for (const [from, until] of [['00:00', '10:00'], ['10:00', '00:00'], ['10:00', '10:00'], ['10:00', '09:59']]) {
				assert.match(String(texts(await phone(hours(1, from, until)))[1]), /akasseTelefontider\[0\]: Valid interval between 00:01 and 23:59/, `${from} ${until}`);
			}
			assert.deepEqual(texts(await opening(null)), [400, 'akasseAabningstider[0]: must be a JSON object.']);
		});

		it('that do not overlap within a day', async () => {
			const [early, late] = [hours(3, '08:00', '12:01'), hours(3, '12:00', '16:00')];
			assert.deepEqual(texts(await opening(late, early, hours(4, '08:00', '16:00'))), [400, 'akasseAabningstider: intervals of weekday 3 overlap.']);
			assert.deepEqual(texts(await phone(hours(3, '08:00', '20:00'), early)), [400, 'akasseTelefontider: intervals of weekday 3 overlap.']);
		});

		it('on weekdays 1 to 7, or 1 to 5 as the switch says', async () => {
			for (const day of [0, 8, 1.5, '1', undefined]) assert.equal((await opening(hours(day, '09:00', '10:00'))).status, 400, String(day));
			await star.switch({ 'starAkasse.weekdays': 5 });
			assert.deepEqual(texts(await phone(hours(6, '09:00', '10:00'))), [400, 'akasseTelefontider[0]: ugedag must be a whole number from 1 to 5.']);
			assert.equal((await opening(hours(5, '09:00', '10:00'))).status, 200);
		});

		it('closedAsMidnight: where the pair of midnights is a closed day', async () => {
			const closed = hours(5, '00:00', '00:00');
			const taken = async (choice: string): Promise<unknown[]> => {
				await star.switch({ 'starAkasse.closedAsMidnight': choice });
				return [(await opening(closed)).status, (await phone(closed)).status];
			};
			assert.deepEqual([await taken('openingOnly'), await taken('both'), await taken('none')], [[200, 400], [200, 200], [400, 400]]);
		});

		it('whose end has either name, or only that of the answers as the switch says', async () => {
			const other = { ugedag: 1, aabningstidspunkt: '09:00', aabningstidSluttidspunkt: '10:00' };
			assert.equal((await opening(other, hours(2, '09:00', '10:00'))).status, 200);
			assert.deepEqual((await stored()).akasseAabningstider[0], hours(1, '09:00', '10:00'));
			await star.switch({ 'starAkasse.closingNameStrict': true });
			assert.deepEqual([(await opening(other)).status, (await opening(hours(1, '09:00', '10:00'))).status], [400, 200]);
			await star.switch({ 'starAkasse.closingName': 'aabningstidSluttidspunkt' });
			assert.deepEqual([(await opening(other)).status, (await opening(hours(1, '09:00', '10:00'))).status], [200, 400]);
		});

		it('maxOpeningTimes: of four different times at most', async () => {
			const times = [8, 9, 10, 11, 12].map((hour, index) => hours(index + 1, `${String(hour).padStart(2, '0')}:00`, '15:00'));
			assert.equal((await opening(...times)).status, 200);
			await star.switch({ 'starAkasse.maxOpeningTimes': 4 });
			assert.deepEqual(texts(await opening(...times)), [400, 'akasseAabningstider has more than 4 different opening times.']);
			assert.equal((await opening(...times.slice(1), hours(6, '12:00', '15:00'))).status, 200);
		});
	});
});
