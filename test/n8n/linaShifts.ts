import { DateTime } from 'luxon';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import { itemsOf, runWorkflow } from '../../scripts/n8n/execution.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import { pdfText } from '../engine/support/pdfText';
import type { Answer, Employee } from './linaPeople';
import { LinaDesk, NOT_SIGNED_IN } from './linaPeople';
import type { Receiver } from './receiver';

const TEMPLATE = 'lina-shift-to-personalemappe';
const TABLE = 'nordic_lina_shifts';
const FORM = 'lina-shift';
const CALL = 'lina-shift-call';

/** The list for a human, of those that come by form or call. */
const LISTED = 'shifts for a human';

/** Puts the receiver behind the list for a human. */
export function watchShifts(name: string, template: Workflow, receiver: Receiver): void {
	if (name === TEMPLATE) receiver.attach(template, 'For a Human', LISTED);
}

interface Shift {
	userUuid: string;
	businessDate: string;
	von: number;
	bis: number;
	von2: number;
	bis2: number;
	pause: number;
}

const ZONE = 'Europe/Berlin';

/** The template for shifts in a real n8n: by form and by call, with everything that may go wrong in LINA and with the receipt. */
export function describeLinaShifts(get: () => Environment, receiver: Receiver, begin: () => Promise<void>): void {
	const desk = new LinaDesk(get);
	let ida: Employee;
	let bo: Employee;
	const name = () => get().templates[TEMPLATE].name;
	const today = () => DateTime.now().setZone(ZONE).toFormat('yyyy-MM-dd');

	const byForm = async (employeeNumber: string, ...[from, to, from2 = '', to2 = '', pause = '', title = '']: string[]) => await desk.form(FORM, [employeeNumber, today(), from, to, from2, to2, pause, title]);

	const byCall = async (fields: Record<string, unknown>): Promise<Answer> => await desk.call(CALL, { date: today(), from: '14:00', to: '22:30', ...fields });

	/** The shifts of today that LINA holds. */
	const shifts = async () => (await desk.state<{ shifts: Shift[] }>('lina')).shifts.filter(({ businessDate }) => businessDate === today());

	const receipts = async () => (await desk.documents()).filter(({ DocumentTypeKey }) => DocumentTypeKey === 'LINA-VAGTKVITTERING');

	const clock = (seconds: number) => DateTime.fromSeconds(seconds, { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm');

	describe('the template LINA Shift to Personalemappe', () => {
		beforeAll(async () => {
			await begin();
			await switchOn(get().session, name());
		}, 120_000);

		beforeEach(async () => {
			await begin();
			[ida, bo] = await desk.employees(2);
			await desk.keep(ida);
			await desk.keep(bo);
		}, 60_000);

		afterEach(() => expect(receiver.left(LISTED)).toEqual([]));

		afterAll(async () => await switchOff(get().session, name()));

		const expectListed = async (...entries: object[]) => {
			for (const entry of entries) expect((await receiver.next(LISTED)).items).toEqual([expect.objectContaining(entry)]);
		};

		it('lets nobody in who does not sign in', async () => {
			for (const { form, call } of NOT_SIGNED_IN) {
				expect([401, 403]).toContain((await desk.form(FORM, [ida.employeeNumber, today(), '01:00', '02:00'], form)).status);
				expect([401, 403]).toContain((await desk.call(CALL, { employeeNumber: ida.employeeNumber, date: today(), from: '01:00', to: '02:00' }, call)).status);
			}
			expect(await shifts()).toEqual([]);
			expect(await desk.tables.rows(TABLE)).toEqual([]);
		}, 60_000);

		it('writes a split shift over midnight and files its receipt, and again neither', async () => {
			const tomorrow = DateTime.fromISO(today()).plus({ days: 1 }).toFormat('yyyy-MM-dd');
			const fields = [` 00${ida.employeeNumber}`, '9:00', '12:00', '18:00', '01:30', '30', 'Hygiejnekursus Ærø'] as const;
			const first = await byForm(...fields);
			expect(first).toMatchObject({ status: 200, code: 'written', text: 'The shift is in LINA now. The receipt is in the personnel folder now.' });
			const [shift, ...others] = await shifts();
			expect(others).toEqual([]);
			expect({ userUuid: shift.userUuid, pause: shift.pause, times: [shift.von, shift.bis, shift.von2, shift.bis2].map(clock) }).toEqual({
				...{ userUuid: ida.userUuid, pause: 30 },
				times: [`${today()} 09:00`, `${today()} 12:00`, `${today()} 18:00`, `${tomorrow} 01:30`],
			});
			const [receipt, ...more] = await receipts();
			expect(more).toEqual([]);
			expect(receipt).toMatchObject({ PersonnelNumber: ida.employeeNumber, Title: 'Kvittering: Hygiejnekursus Ærø', ExternalReference: first.reference });
			const text = await pdfText(receipt.Content);
			const date = DateTime.fromISO(today()).toFormat('dd.MM.yyyy');
			for (const line of [
				`Medarbejdernummer: ${ida.employeeNumber}`, 'Betegnelse: Hygiejnekursus Ærø', `Dato: ${date}`, 'Tid: kl. 09.00 til kl. 12.00', 'Anden del: kl. 18.00 til kl. 01.30 (næste dag)',
				'Pause: 30 minutter', `Reference: ${first.reference}`,
			]) expect(text.split('\n')).toContain(line);
			expect(text).not.toContain(ida.userUuid);

			expect(await byForm(...fields)).toMatchObject({ status: 200, code: 'alreadyThere', text: 'The shift was in LINA already; it was not written again. The receipt was in the personnel folder already.' });
			expect(await shifts()).toHaveLength(1);
			expect(await receipts()).toHaveLength(1);
			const rows = await desk.tables.rows(TABLE);
			expect(rows).toMatchObject([{ lina: 'registered', opus: 'uploaded' }]);
			for (const word of [ida.userUuid, ida.employeeNumber, 'Hygiejnekursus Ærø']) expect(Object.values(rows[0])).not.toContain(word);
		}, 120_000);

		it('takes the id in LINA in place of the number, and one of both that fit', async () => {
			expect(await byCall({ userUuid: bo.userUuid.toUpperCase(), from: '06:00', to: '07:00' })).toMatchObject({ status: 200, code: 'written' });
			expect(await byCall({ ...bo, from: '07:00', to: '08:00' })).toMatchObject({ status: 200, code: 'written' });
			expect(await byCall({ ...bo, employeeNumber: ida.employeeNumber, from: '08:00', to: '09:00' })).toMatchObject({ status: 422, code: 'noConsent' });
			await expectListed({ code: 'noConsent' });
			expect((await shifts()).map(({ userUuid }) => userUuid)).toEqual([bo.userUuid, bo.userUuid]);
			expect((await receipts()).map(({ PersonnelNumber }) => PersonnelNumber)).toEqual([bo.employeeNumber, bo.employeeNumber]);
		}, 120_000);

		it('writes one that is sent twice at the same moment once', async () => {
			const same = { employeeNumber: ida.employeeNumber, from: '10:00', to: '11:00' };
			const answers = await Promise.all([byCall(same), byForm(ida.employeeNumber, '10:00', '11:00')]);
			expect(answers.map(({ code }) => code).sort()).toEqual(['alreadyThere', 'written']);
			expect(await shifts()).toHaveLength(1);
			expect(await receipts()).toHaveLength(1);
		}, 120_000);

		it('does not write a shift again that was entered in other words', async () => {
			const { employeeNumber } = ida;
			expect(await byCall({ employeeNumber, from: '11:00', to: '12:00' })).toMatchObject({ code: 'written' });
			expect(await byCall({ employeeNumber, from: `${today()} 11:00`, to: `${today()}T12:00` })).toMatchObject({ status: 409, code: 'sentBefore' });
			await expectListed({ code: 'sentBefore', employeeNumber });
			expect(await shifts()).toHaveLength(1);
			expect(await receipts()).toHaveLength(1);
		}, 120_000);

		it('refuses what can not be written before anything is sent, and says why', async () => {
			const { employeeNumber } = ida;
			for (const [fields, code] of [
				[{}, 'employeeNumber'],
				[{ employeeNumber: 'Ida' }, 'employeeNumber'],
				[{ employeeNumber, date: '2026-02-30' }, 'date'],
				[{ employeeNumber, date: '' }, 'date'],
				[{ employeeNumber, from: '25:00' }, 'time'],
				[{ employeeNumber, from2: '23:00' }, 'time'],
				[{ employeeNumber, breakMinutes: '-1' }, 'break'],
				[{ employeeNumber, title: 'a\nb' }, 'title'],
			] as const) expect(await byCall(fields)).toMatchObject({ status: 422, code, text: expect.stringContaining('Nothing was sent.') });
			const tomorrow = DateTime.now().setZone(ZONE).plus({ days: 1 }).toFormat('yyyy-MM-dd');
			const late = await byCall({ employeeNumber, date: tomorrow });
			expect(late).toMatchObject({ status: 422, code: 'rejected', text: "The shift was not written to LINA. 'Date' is in the future" });
			await expectListed({ code: 'rejected', employeeNumber, date: tomorrow });
			expect(await shifts()).toEqual([]);
			expect(await receipts()).toEqual([]);
		}, 180_000);

		it('sends nothing for whom no consent stands, and nothing when LINA no longer has it', async () => {
			await desk.keep({ userUuid: '6f1c7a52-0f4e-4a2e-9b43-3a51c2f7d901', employeeNumber: '88000001' }, 'standing', 'W-1');
			expect(await byCall({ employeeNumber: '88000001' })).toMatchObject({ status: 422, code: 'noConsent' });
			expect(await byCall({ employeeNumber: '88000002' })).toMatchObject({ status: 422, code: 'noConsent' });
			await expectListed({ code: 'noConsent', employeeNumber: '88000001' }, { code: 'noConsent', employeeNumber: '88000002' });

			await get().sandbox.control('DELETE', '/world/lina', { consents: [{ userUuid: ida.userUuid }] });
			const refused = { employeeNumber: ida.employeeNumber, from: '12:00', to: '13:00' };
			expect(await byCall(refused)).toMatchObject({ status: 422, code: 'rejected', text: 'The shift was not written to LINA.' });
			await expectListed({ code: 'rejected', employeeNumber: ida.employeeNumber });
			expect(await shifts()).toEqual([]);
			expect(await receipts()).toEqual([]);
			expect(await desk.tables.rows(TABLE)).toMatchObject([{ lina: '', opus: '' }]);

			await get().sandbox.control('POST', '/world/lina', { consents: [{ userUuid: ida.userUuid }] });
			expect(await byCall(refused)).toMatchObject({ status: 200, code: 'written' });
		}, 180_000);

		it.each([
			['reset-before', '15:00', '16:00'],
			['reset-after', '16:00', '17:00'],
		])('writes nothing twice after a %s, files no receipt and lists it until a human has looked', async (kind, from, to) => {
			const shift = { employeeNumber: ida.employeeNumber, from, to };
			await desk.faults({ service: 'lina', operation: 'saveShift', kind, every: 1 });
			const first = await byCall(shift);
			expect(first).toMatchObject({ status: 202, code: 'unknown', text: 'Whether the shift is in LINA is not known; somebody will look. Do not enter it another way.' });
			await desk.faults();
			expect(await byCall(shift)).toMatchObject({ status: 202, code: 'unknown', reference: first.reference });
			await expectListed(...[1, 2].map(() => ({ code: 'unknown', employeeNumber: ida.employeeNumber, reference: first.reference })));
			const isThere = kind === 'reset-after';
			expect((await shifts()).length).toBe(isThere ? 1 : 0);
			expect(await receipts()).toEqual([]);

			const morning = await runWorkflow(get().session, name(), 'Every Morning');
			expect(itemsOf(morning, 'For a Human')).toEqual([expect.objectContaining({ code: 'unknown', reference: first.reference })]);
			await receiver.next(LISTED);

			await desk.edit(TABLE, { lina: isThere ? 'registered' : 'again' });
			expect(await byCall(shift)).toMatchObject({ status: 200, code: isThere ? 'receiptFiled' : 'written' });
			expect((await shifts()).length).toBe(1);
			expect((await receipts()).length).toBe(1);
		}, 240_000);

		it.each([
			['reset-before', '17:00', '18:00'],
			['reset-after', '18:00', '19:00'],
		])('files no receipt twice after a %s, and lists it until a human has looked', async (kind, from, to) => {
			const shift = { employeeNumber: ida.employeeNumber, from, to };
			await desk.faults({ service: 'kmdOpus', operation: 'UploadDocument', kind, every: 1 });
			const first = await byCall(shift);
			expect(first).toMatchObject({ status: 202, code: 'unknown', text: 'The shift is in LINA now. Whether the receipt is in the personnel folder is not known; somebody will look.' });
			await desk.faults();
			expect(await byCall(shift)).toMatchObject({ status: 202, code: 'unknown' });
			await expectListed(...[1, 2].map(() => ({ code: 'unknown', reference: first.reference })));
			const isThere = kind === 'reset-after';
			expect((await receipts()).length).toBe(isThere ? 1 : 0);

			await desk.edit(TABLE, { opus: isThere ? 'uploaded' : '' });
			expect(await byCall(shift)).toMatchObject({ status: 200, code: isThere ? 'alreadyThere' : 'receiptFiled' });
			expect((await shifts()).length).toBe(1);
			expect((await receipts()).length).toBe(1);
		}, 240_000);

		it('leaves no execution behind', async () => {
			await byCall({ employeeNumber: ida.employeeNumber, from: '20:00', to: '21:00' });
			expect(await desk.executions(name())).toEqual([]);
		}, 60_000);
	});
}
