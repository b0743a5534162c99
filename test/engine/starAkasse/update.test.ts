import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AkasseBench, byCode, OWN } from './bench';
import { during, interval, openOn, phone, place, standing, textsOf, updateOf, updateOnce } from './update';

const akasse = new AkasseBench();

const WRITE = 'UpdateAkasseOplysninger';

const update = async (parameters: INodeParameters): Promise<IDataObject> => await updateOnce(akasse, parameters);

/** The message of an update that fails before anything is sent. */
async function refusal(parameters: INodeParameters): Promise<string> {
	const { error } = await akasse.run(updateOf(parameters));
	expect(await akasse.sent()).toEqual([]);
	return error?.message ?? 'none';
}

/** The requests that wrote, by what they were. */
const writes = async () => await akasse.sent(WRITE);

describe('A change', () => {
	test('is merged into what stands: two reads and one write of everything', async () => {
		const before = await standing(akasse);
		const outcome = await update({ ...phone('70121212'), ...openOn(interval(3, '10:00', '12:00'), interval(3, '13:00', '15:00')) });

		expect(outcome).toMatchObject({ outcome: 'registered', akasseCode: OWN, messages: [] });
		expect(outcome.changes).toContainEqual({ field: 'Phone', before: before.telefonnummer ?? null, after: '70121212' });
		expect((await akasse.sent()).map(({ operation, path }) => [operation, path])).toEqual([
			['GetAkasseOplysninger', `/star/akasse/v1/Akasse/${OWN}`],
			['GetAkasseOplysninger', `/star/akasse/v1/Akasse/${OWN}`],
			[WRITE, `/star/akasse/v1/Akasse/Afkasse/${OWN}`],
		]);
		const hours = (before.akasseAabningstider as IDataObject[]).filter(({ ugedag }) => ugedag !== 3);
		const after = await standing(akasse);
		expect(after).toMatchObject({ ...before, telefonnummer: '70121212', akasseAabningstider: expect.anything() as unknown });
		expect((after.akasseAabningstider as IDataObject[]).filter(({ ugedag }) => ugedag !== 3)).toEqual(hours);
		expect((after.akasseAabningstider as IDataObject[]).filter(({ ugedag }) => ugedag === 3)).toEqual([
			{ ugedag: 3, aabningstidspunkt: '10:00', lukketidspunkt: '12:00' },
			{ ugedag: 3, aabningstidspunkt: '13:00', lukketidspunkt: '15:00' },
		]);
	});

	test('of one day by each of two items: both stand', async () => {
		const items = [{ day: 1 }, { day: 2 }];
		const rows = await akasse.rows(updateOf(openOn(interval('={{ $json.day }}', '07:00', '07:30'))), { items });
		expect(rows.map(({ day, outcome }) => [day, outcome])).toEqual([[1, 'registered'], [2, 'registered']]);
		const hours = (await standing(akasse)).akasseAabningstider as IDataObject[];
		expect(hours.filter(({ ugedag }) => Number(ugedag) < 3).map(({ ugedag, aabningstidspunkt }) => [ugedag, aabningstidspunkt])).toEqual([[1, '07:00'], [2, '07:00']]);
	});

	test('that stands already is not sent again', async () => {
		await update(phone('70121212'));
		expect(await update(phone('70121212'))).toMatchObject({ outcome: 'unchanged', changes: [] });
		expect(await writes()).toHaveLength(1);
	});

	test('is not sent where somebody else came in between', async () => {
		const restore = await during(async (at) => {
			if (at === 2) await akasse.control.put('starAkasse', { akasser: [{ akasseKode: OWN, webadresse: 'https://new.example' }] });
		});
		const outcome = await update(phone('70121212')).finally(restore);
		expect(outcome.outcome).toBe('rejected');
		expect(textsOf(outcome)).toContain('Somebody else changed Web Address or Email');
		expect(await writes()).toEqual([]);
	});

	test('goes by the path that the user gives, and under their names', async () => {
		await place(akasse, { navn: 'A' });
		const wireNames = { entry: [{ field: 'phone', name: 'telefon' }] };
		await update({ ...phone('70121212'), options: { path: '/v1/Akasse/{akasseKode}', wireNames } });
		expect((await writes()).map(({ path }) => path)).toEqual([`/star/akasse/v1/Akasse/${OWN}`]);
		expect(await standing(akasse)).toEqual({ akasseKode: OWN, navn: 'A', telefon: '70121212' });
	});

	test('of all there is: fields, links, phone hours, logo, deletions', async () => {
		await place(akasse, { navn: 'A', pNummer: '1234567890', kanal: 1 });
		const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).toString('base64');
		const entries = { name: 'B', nameAgreed: true, cvrNumber: '12345678', webAddress: 'x'.repeat(51), isBusinessDepartment: true, logoBinaryField: 'image', street: 'Gade', postalCode: '2100' };
		const [outcome] = await akasse.rows(
			updateOf({
				fields: entries,
				deepLinksMode: 'change',
				deepLinks: { link: [{ label: 'Book', address: 'https://www.example.com' }] },
				phoneHoursMode: 'week',
				phoneHours: { row: [{ weekday: 1, kind: 'text', text: '9:00-12:00, 13:00-15:00' }, { weekday: 2, kind: 'closed' }] },
				removeFields: ['pNumber'],
			}),
			{ items: [{ json: {}, binary: { image: { data: image, mimeType: 'image/png' } } }] },
		);
		expect(outcome.outcome).toBe('registered');
		expect(textsOf(outcome)).toBe('W The web address has 51 characters: the vendor gives it 50\nI Phone Hours by Day: Tuesday closed, and so left out');
		expect(await standing(akasse)).toEqual({
			akasseKode: OWN,
			navn: 'B',
			kanal: 1,
			cvrNummer: '12345678',
			webadresse: 'x'.repeat(51),
			virksomhedsafdeling: true,
			logo: image,
			adresse: { vejnavn: 'Gade', postnummer: '2100' },
			dybeLinks: [{ label: 'Book', adresse: 'https://www.example.com' }],
			akasseTelefontider: [
				{ ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '12:00' },
				{ ugedag: 1, aabningstidspunkt: '13:00', lukketidspunkt: '15:00' },
			],
		});
	});
});

describe('A closed day', () => {
	const CLOSED = { openingHoursMode: 'days', openingHours: { row: [{ weekday: 1, kind: 'closed' }] } };

	test('is left out', async () => {
		expect((await update(CLOSED)).outcome).toBe('registered');
		expect((await standing(akasse)).akasseAabningstider).not.toContainEqual(expect.objectContaining({ ugedag: 1 }));
	});

	test('is sent as 00:00-00:00 where told so, and the service’s refusal is told', async () => {
		const pair = { ...CLOSED, options: { closedDay: 'midnightPair' } };
		const outcome = await update(pair);
		expect(outcome.outcome).toBe('registered');
		expect(textsOf(outcome)).toContain('Jobnet shows');
		expect((await standing(akasse)).akasseAabningstider).toContainEqual({ ugedag: 1, aabningstidspunkt: '00:00', lukketidspunkt: '00:00' });

		await akasse.control.reset();
		await akasse.switches({ closedAsMidnight: 'none' });
		expect(await update(pair)).toMatchObject({ outcome: 'rejected', messages: expect.arrayContaining([expect.objectContaining({ code: '1014' })]) as unknown });
	});
});

describe('The other modes', () => {
	test('Preview tells what would change, and writes nothing; its fingerprint guards the update', async () => {
		const preview = await update({ updateMode: 'preview', ...phone('70121212') });
		expect(preview).toMatchObject({ outcome: 'validated', after: { phone: '70121212' } });
		expect(await writes()).toEqual([]);

		const options = { expectedFingerprint: String(preview.fingerprintBefore) };
		await akasse.control.put('starAkasse', { akasser: [{ akasseKode: OWN, webadresse: 'https://new.example' }] });
		expect((await update({ ...phone('70121212'), options })).outcome).toBe('rejected');
		expect(await writes()).toEqual([]);
	});

	test('Replace Everything lets nothing vanish that the user didn’t let go', async () => {
		await place(akasse, { navn: 'A', telefonnummer: '1', webadresse: 'x', kanal: 1 });
		const outcome = await update({ updateMode: 'replace', ...phone('2') });
		expect(outcome.outcome).toBe('rejected');
		expect(textsOf(outcome)).toContain('E Web Address or Email vanishes: x\nE kanal vanishes: 1');
		expect(await writes()).toEqual([]);

		expect((await update({ updateMode: 'replace', mayVanish: true, ...phone('2') })).outcome).toBe('registered');
		expect(await standing(akasse)).toEqual({ akasseKode: OWN, navn: 'A', telefonnummer: '2' });
	});
});

describe('Nothing is sent', () => {
	test.each<[string, INodeParameters, string]>([
		['for another a-kasse', { akasseCode: byCode('902'), ...phone('1') }, "'A-Kasse' is 902"],
		['with a new name that is not agreed', { fields: { name: 'B' } }, "'Name' is given without Agreed With STAR"],
		['with hours that overlap', openOn(interval(1, '09:00', '12:00'), interval(1, '11:00', '13:00')), "'Opening Hours by Day'"],
		['with a field both set and deleted', { ...phone('1'), removeFields: ['phone'] }, "'Delete These Fields'"],
		['with an empty form in Replace Everything', { updateMode: 'replace', mayVanish: true }, "'Mode'"],
		['with a fingerprint that is none', { ...phone('1'), options: { expectedFingerprint: 'x' } }, "'Expected Fingerprint'"],
		['without the code in the path', { ...phone('1'), options: { path: '/v1/Akasse' } }, "'Path'"],
		['with a request key like a CPR number', { ...phone('1'), options: { requestKey: 'x-0101901234' } }, "'Request Key'"],
	])('%s', async (_, parameters, text) => {
		expect(await refusal(parameters)).toContain(text);
	});

	test('for any item where one of them is wrong', async () => {
		const { error } = await akasse.run(updateOf(openOn(interval('={{ $json.day }}', '09:00', '12:00'))), { items: [{ day: 1 }, { day: 8 }] });
		expect(error?.message).toContain('[item 1]');
		expect(await akasse.sent()).toEqual([]);
	});
});

test('what the service refuses is told by its code, and nothing stands', async () => {
	const before = await standing(akasse);
	await akasse.switches({ weekdays: 5 });
	const outcome = await update(openOn(interval(6, '09:00', '12:00')));
	expect(outcome).toMatchObject({ outcome: 'rejected', messages: expect.arrayContaining([expect.objectContaining({ type: 'E', code: '1014' })]) as unknown });
	expect(await standing(akasse)).toEqual(before);
	expect(await refusalOfWeekend()).toContain('Saturday');
});

/** The same with the option that says which days are taken. */
async function refusalOfWeekend(): Promise<string | undefined> {
	const { error } = await akasse.run(updateOf({ ...openOn(interval(6, '09:00', '12:00')), options: { lastWeekday: 5 } }));
	return error?.message;
}

test('an a-kasse that the service doesn’t know is not written', async () => {
	const { outputs } = await akasse.run(updateOf({ akasseCode: byCode('902'), ...phone('1') }), { credentials: await akasse.credentials({ organisationCode: '902' }) });
	expect(outputs[0][0].json.outcome).toBe('registered');
	await akasse.control.remove('starAkasse', { akasser: [{ akasseKode: OWN }] });
	expect((await update(phone('1'))).outcome).toBe('rejected');
	expect((await writes()).map(({ path }) => path)).toEqual(['/star/akasse/v1/Akasse/Afkasse/902']);
});

test('Verify tells what the service made of it', async () => {
	const restore = await during(async (at) => {
		if (at === 3) await akasse.control.put('starAkasse', { akasser: [{ akasseKode: OWN, telefonnummer: '7' }] });
	});
	const outcome = await update({ ...phone('70121212'), options: { verify: true } }).finally(restore);
	expect(outcome.outcome).toBe('partial');
	expect(textsOf(outcome)).toContain('E Phone is 7 after the update; 70121212 was sent');
});
