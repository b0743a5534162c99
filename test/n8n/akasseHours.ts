import { setTimeout as after } from 'node:timers/promises';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import { itemsOf, runWorkflow } from '../../scripts/n8n/execution.ts';
import type { Akasse } from './akasseDesk';
import { AkasseDesk, CASEWORKER, CODE, NOT_SIGNED_IN } from './akasseDesk';

/** The template for opening hours in a real n8n: weekdays for good, and dates over two nights. */
export function describeAkasseHours(get: () => Environment, begin: () => Promise<void>): void {
	const desk = new AkasseDesk(get);

	describe('the template A-Kasse Opening Hours', () => {
		beforeAll(async () => {
			await begin();
			await switchOn(get().session, desk.name);
		}, 120_000);

		beforeEach(begin, 60_000);

		afterAll(async () => await switchOff(get().session, desk.name));

		it('lets nobody in who does not sign in', async () => {
			const before = await desk.akasse();
			for (const { form, row } of NOT_SIGNED_IN) {
				expect([401, 403]).toContain((await desk.form({ kind: 'weekday', weekday: '1' }, form)).status);
				expect([401, 403]).toContain((await desk.row({ kind: 'weekday', weekday: 1, which: 'opening', hours: 'closed' }, row)).status);
			}
			expect(await desk.akasse()).toEqual(before);
		}, 60_000);

		it('changes one weekday and nothing else, in the name of the caseworker, and shows what stood before', async () => {
			const before = await desk.akasse();
			const tuesday = { kind: 'weekday', weekday: 'Tuesday (Tirsdag)', hours: '8:30-11:30, 12:00-14:00' } as const;
			const preview = await desk.form({ ...tuesday, previewOnly: 'Yes (Ja)' });
			expect(preview).toMatchObject({ status: 200, code: 'preview', changes: [expect.stringMatching(/^Opening Hours Tuesday: .* → 08:30-11:30, 12:00-14:00$/)] });
			expect(await desk.akasse()).toEqual(before);

			expect(await desk.form(tuesday)).toMatchObject({ code: 'changed', changes: preview.changes, text: `The change stands at STAR now; Jobnet shows it tomorrow. ${preview.changes?.join('; ')}` });
			expect(await desk.hoursOn(2)).toEqual(['08:30-11:30', '12:00-14:00']);
			const others = ({ akasseAabningstider, ...rest }: Akasse) => ({ ...rest, days: akasseAabningstider.filter(({ ugedag }) => ugedag !== 2) });
			expect(others(await desk.akasse())).toEqual(others(before));
			const [{ headers }] = await desk.journal('UpdateAkasseOplysninger');
			expect(JSON.parse(headers['x-requestusermetadata'])).toMatchObject({ requestUserStructure: { userFullName: CASEWORKER.caseworkerName, userIdentifier: CASEWORKER.caseworkerId } });

			expect(await desk.row({ ...tuesday, which: 'opening' })).toMatchObject({ status: 200, code: 'unchanged', changes: [] });
			expect(await desk.row({ kind: 'weekday', weekday: 3, which: 'both', hours: 'closed' })).toMatchObject({ status: 200, code: 'changed' });
			expect([await desk.hoursOn(3), await desk.hoursOn(3, 'akasseTelefontider')]).toEqual([[], []]);
		}, 120_000);

		it('asks to try again where somebody else changes the record at the same moment', async () => {
			await desk.faults({ service: 'starAkasse', operation: 'GetAkasseOplysninger', kind: 'latency', ms: 1500, nth: 2 });
			const answering = desk.row({ kind: 'weekday', weekday: 4, which: 'opening', hours: 'closed' });
			while ((await desk.journal('GetAkasseOplysninger')).length === 0) await after(50);
			await desk.edit(() => ({ telefonnummer: '70 00 00 01' }));
			const answer = await answering;
			expect(answer).toMatchObject({ status: 409, code: 'concurrent', text: expect.stringContaining('Try again') });
			expect(answer.text).toContain('It would have changed: Opening Hours Thursday');
			expect(await desk.akasse()).toMatchObject({ telefonnummer: '70 00 00 01' });
			expect(await desk.puts()).toBe(0);
			await desk.faults();
		}, 60_000);

		it('loses neither of two changes that come at once', async () => {
			await desk.faults({ service: 'starAkasse', operation: 'GetAkasseOplysninger', kind: 'latency', ms: 1500, every: 1 });
			const answers = await Promise.all([desk.form({ kind: 'weekday', weekday: '5', hours: '10:00-11:00' }), desk.row({ kind: 'weekday', weekday: 1, which: 'opening', hours: '11:00-12:00' })]);
			expect(answers.map(({ code }) => code)).toEqual(['changed', 'changed']);
			expect([await desk.hoursOn(5), await desk.hoursOn(1)]).toEqual([['10:00-11:00'], ['11:00-12:00']]);
			await desk.faults();
		}, 120_000);

		it('refuses what can not be before anything is sent, and says why', async () => {
			const entry = { kind: 'date', fromDate: desk.date(1), which: 'opening', hours: 'closed' };
			for (const [fields, code] of [
				[{ kind: '' }, 'kind'],
				[{ which: '' }, 'which'],
				[{ kind: 'weekday', weekday: 8 }, 'weekday'],
				[{ fromDate: '2027-02-30' }, 'date'],
				[{ fromDate: desk.date(0) }, 'past'],
				[{ toDate: desk.date(60) }, 'tooMany'],
				[{ hours: 'from nine' }, 'hours'],
				[{ hours: '09:00-12:00, 11:00-13:00' }, 'rejected'],
				[{ caseworkerName: '' }, 'caseworker'],
				[{ caseworkerId: '010190-1234' }, 'caseworker'],
			] as const) expect({ fields, ...(await desk.row({ ...entry, ...fields })) }).toMatchObject({ fields, status: 422, code, text: expect.stringMatching(/Nothing was (sent|changed)\./) });
			expect(await desk.closings()).toEqual([]);
			expect(await desk.puts()).toBe(0);
		}, 120_000);

		it('changes the weekday in the night of a date and puts it back in the night after, once each', async () => {
			const { weekday } = desk.today;
			await desk.open(weekday, '09:00-12:00', '13:00-15:00');
			const before = await desk.akasse();
			const entry = { kind: 'date', fromDate: desk.date(7), hours: '10:00-11:00' } as const;
			expect(await desk.form({ ...entry, previewOnly: 'yes' })).toMatchObject({ code: 'preview', changes: [expect.stringMatching(/ → 10:00-11:00 \(planned\)\.$/)] });
			expect(await desk.closings()).toEqual([]);
			expect(await desk.form({ ...entry, hours: 'closed' })).toMatchObject({ code: 'planned' });
			expect(await desk.form(entry)).toMatchObject({ code: 'planned' });
			expect(await desk.closing()).toMatchObject({ date: desk.date(7), which: 'opening', hours: '10:00-11:00', state: 'planned' });
			await desk.night();
			expect(await desk.akasse()).toEqual(before);

			await desk.editClosing({ date: desk.date(0) });
			await desk.night();
			expect(await desk.hoursOn(weekday)).toEqual(['10:00-11:00']);
			expect(await desk.closing()).toMatchObject({ state: 'closed' });
			expect(await desk.form({ kind: 'weekday', weekday: String(weekday) })).toMatchObject({ code: 'inForce' });
			/* As a run leaves it that was cut off after its update. */
			await desk.editClosing({ state: 'closing' });
			await desk.night();
			expect(await desk.closing()).toMatchObject({ state: 'closed' });
			expect(await desk.puts()).toBe(1);

			await desk.editClosing({ date: desk.date(-7) });
			await desk.night();
			expect(await desk.akasse()).toEqual(before);
			expect(await desk.closing()).toMatchObject({ state: 'restored' });
			expect(await desk.puts()).toBe(2);
			await desk.editClosing({ date: '2026-01-05' });
			await desk.night();
			expect(await desk.closings()).toEqual([]);
		}, 240_000);

		it('keeps each date of a holiday for both kinds of hours', async () => {
			const [first, last] = [desk.date(3), desk.date(4)];
			expect(await desk.row({ kind: 'date', fromDate: first, toDate: last, which: 'both', hours: 'lukket' })).toMatchObject({ status: 200, code: 'planned' });
			const rows = (await desk.closings()).map(({ date, which, hours, state }) => [date, which, hours, state].join(' '));
			expect(rows.sort()).toEqual([first, last].flatMap((date) => ['opening', 'phone'].map((which) => `${date} ${which} closed planned`)));
		}, 60_000);

		it('says that an update came to nothing, and makes up for it in the next run', async () => {
			await desk.plan({ date: desk.date(0), which: 'phone', hours: '10:00-11:00' });
			await desk.faults({ service: 'starAkasse', operation: 'UpdateAkasseOplysninger', kind: 'reset-before', every: 1 });
			expect(itemsOf(await desk.night(), 'For a Human')).toContainEqual(expect.objectContaining({ code: 'notChanged' }));
			await desk.faults();
			expect(await desk.closing()).toMatchObject({ state: 'closing' });
			await desk.night();
			expect(await desk.hoursOn(desk.today.weekday, 'akasseTelefontider')).toEqual(['10:00-11:00']);
			expect(await desk.closing()).toMatchObject({ state: 'closed' });
		}, 120_000);

		it('puts back what stood before, too, where the run was cut off right after its update', async () => {
			const { weekday } = desk.today;
			await desk.open(weekday, '09:00-12:00', '13:00-15:00');
			const before = await desk.akasse();
			await desk.plan({ date: desk.date(0), which: 'opening', hours: '10:00-11:00' });
			/* The plan reads once, the update twice: the run ends where it looks how that ended. */
			await desk.faults({ service: 'starAkasse', operation: 'GetAkasseOplysninger', kind: 'business-error', code: 4589, nth: 4 });
			const { failures } = await runWorkflow(get().session, desk.name, 'Every Night');
			await desk.faults();
			expect(failures).toEqual([expect.objectContaining({ node: 'A-Kasse Again' })]);
			expect(await desk.hoursOn(weekday)).toEqual(['10:00-11:00']);
			expect(await desk.closing()).toMatchObject({ state: 'closing', before: '09:00-12:00, 13:00-15:00' });
			await desk.freeLease();
			await desk.night();
			expect(await desk.closing()).toMatchObject({ state: 'closed' });
			await desk.editClosing({ date: desk.date(-7) });
			await desk.night();
			expect(await desk.akasse()).toEqual(before);
		}, 120_000);

		it('says what is empty in the settings, and reads and sends nothing', async () => {
			await desk.enter('akasseCode', '');
			const { status, failures } = await runWorkflow(get().session, desk.name, 'Run by Hand');
			await desk.enter('akasseCode', CODE);
			expect(status).toBe('error');
			expect(failures).toEqual([{ node: 'Not Set Up', message: expect.stringMatching(/^A setting is empty or wrong: akasseCode/) }]);
			expect(await get().sandbox.control('GET', '/journal?service=starAkasse')).toEqual([]);
		}, 60_000);

		it('answers in Danish', async () => {
			await desk.enter('language', 'da');
			await switchOn(get().session, desk.name);
			expect(await desk.form({ kind: 'weekday', weekday: '2', hours: 'lukket', previewOnly: 'Ja' })).toMatchObject({ code: 'preview', text: expect.stringMatching(/^Kun en forhåndsvisning: intet blev ændret\. Åbningstider tirsdag: .* → lukket$/) });
			await desk.enter('language', 'en');
			await switchOn(get().session, desk.name);
		}, 60_000);

		it('keeps what somebody else has entered meanwhile, and lists it until a human has looked', async () => {
			const { weekday } = desk.today;
			await desk.plan({ date: desk.date(0), which: 'opening', hours: '10:00-11:00' });
			await desk.night();
			await desk.open(weekday, '07:00-08:00');
			expect(itemsOf(await desk.night(), 'For a Human')).toEqual([expect.objectContaining({ code: 'changed', text: expect.stringContaining('Theirs were kept') })]);
			expect(await desk.hoursOn(weekday)).toEqual(['07:00-08:00']);
			expect((await desk.night()).nodes['For a Human']).toBeUndefined();
			expect(itemsOf(await desk.night('Every Morning'), 'For a Human')).toHaveLength(1);
			expect(await desk.puts()).toBe(1);
		}, 120_000);

		it('leaves no execution behind', async () => {
			expect(await desk.executions()).toEqual([]);
		}, 60_000);
	});
}
