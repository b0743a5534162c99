import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import { itemsOf, runWorkflow } from '../../scripts/n8n/execution.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import type { Employee } from './linaPeople';
import { LinaDesk, NOT_SIGNED_IN, pdf } from './linaPeople';
import type { Receiver } from './receiver';

const TEMPLATE = 'lina-certificate-to-personalemappe';
const TABLE = 'nordic_lina_certificates';
const FORM = 'lina-certificate';
const CALL = 'lina-certificate-call';

/** The list for a human, of those that come by form or call. */
const LISTED = 'certificates for a human';

/** Puts the receiver behind the list for a human. */
export function watchCertificates(name: string, template: Workflow, receiver: Receiver): void {
	if (name === TEMPLATE) receiver.attach(template, 'For a Human', LISTED);
}

const base64 = async (file: File): Promise<string> => Buffer.from(await file.arrayBuffer()).toString('base64');

/** The template for certificates in a real n8n: by form and by call, with everything that may go wrong at either upload. */
export function describeLinaCertificates(get: () => Environment, receiver: Receiver, begin: () => Promise<void>): void {
	const desk = new LinaDesk(get);
	let ida: Employee;
	let bo: Employee;
	const name = () => get().templates[TEMPLATE].name;

	const byForm = async (employeeNumber: string, file: File | string, title = '') => await desk.form(FORM, [employeeNumber, title, file]);

	const byCall = async (employeeNumber: string, ...files: File[]) => {
		const given = new FormData();
		given.append('employeeNumber', employeeNumber);
		for (const [at, file] of files.entries()) given.append(`file${at}`, file);
		return await desk.call(CALL, given);
	};

	/** What both hold, as their readers see it. */
	const held = async () => ({
		lina: (await desk.certificates()).map(({ userUuid, content }) => [userUuid, content]),
		opus: (await desk.documents()).map(({ PersonnelNumber, Content }) => [PersonnelNumber, Content]),
	});

	const nothing = { lina: [], opus: [] };

	describe('the template LINA Certificate to Personalemappe', () => {
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

		it('ends before anything is sent when LINA counts too many calls', async () => {
			await desk.faults({ service: 'lina', operation: 'addUserCert', kind: 'status', status: 429, times: 1 });
			expect(await byCall(ida.employeeNumber, pdf('a'))).toMatchObject({ status: 503, code: 'later', text: expect.stringContaining('LINA could not take the certificate now.') });
			await expectListed({ code: 'later' });
			expect(await held()).toEqual(nothing);
			/* The nodes would keep quiet for a quarter of an hour. */
			await get().restartN8n();
		}, 240_000);

		it('lets nobody in who does not sign in', async () => {
			const given = new FormData();
			given.append('employeeNumber', ida.employeeNumber);
			given.append('file', pdf('a'));
			for (const { form, call } of NOT_SIGNED_IN) {
				expect([401, 403]).toContain((await desk.form(FORM, [ida.employeeNumber, '', pdf('a')], form)).status);
				expect([401, 403]).toContain((await desk.call(CALL, given, call)).status);
			}
			expect(await held()).toEqual(nothing);
			expect(await desk.tables.rows(TABLE)).toEqual([]);
		}, 60_000);

		it('files what comes by form and by call in both places, byte for byte, and again nothing', async () => {
			const [hygiene, service] = [pdf('Hygiene', 700_000), pdf('Service')];
			expect(await byForm(` 000${ida.employeeNumber}`, hygiene, 'Hygiejnekursus: Æg/Ø')).toMatchObject({ status: 200, code: 'filed', text: 'LINA has the certificate now. The personnel folder has it now.' });
			expect(await byCall(bo.employeeNumber, service)).toMatchObject({ status: 200, code: 'filed' });
			const expected = {
				lina: [[ida.userUuid, await base64(hygiene)], [bo.userUuid, await base64(service)]],
				opus: [[ida.employeeNumber, await base64(hygiene)], [bo.employeeNumber, await base64(service)]],
			};
			expect(await held()).toEqual(expected);
			const [certificate] = await desk.certificates();
			const [document, other] = await desk.documents();
			expect(document).toMatchObject({ DocumentTypeKey: 'LINA-KURSUSBEVIS', Title: 'Hygiejnekursus: Æg/Ø' });
			expect(other).toMatchObject({ Title: 'Kursusbevis' });
			expect(certificate).toMatchObject({ fileName: `Hygiejnekursus- Æg-Ø ${document.ExternalReference}.pdf`, mimeType: 'application/pdf' });

			expect(await byCall(ida.employeeNumber, hygiene)).toMatchObject({ status: 200, code: 'alreadyThere', text: 'LINA had the certificate already. The personnel folder had it already.' });
			expect(await held()).toEqual(expected);

			const rows = await desk.tables.rows(TABLE);
			expect(rows.map(({ lina, opus }) => [lina, opus])).toEqual([['uploaded', 'uploaded'], ['uploaded', 'uploaded']]);
			for (const { userUuid, employeeNumber } of [ida, bo]) for (const word of [userUuid, employeeNumber]) expect(Object.values(rows[0])).not.toContain(word);
		}, 120_000);

		it('files the same file for somebody else, too', async () => {
			expect(await byCall(ida.employeeNumber, pdf('Hygiene'))).toMatchObject({ code: 'filed' });
			expect(await byCall(bo.employeeNumber, pdf('Hygiene'))).toMatchObject({ code: 'filed' });
			expect((await held()).opus.map(([number]) => number)).toEqual([ida.employeeNumber, bo.employeeNumber]);
		}, 60_000);

		it('files one that is sent twice at the same moment once', async () => {
			const answers = await Promise.all([byCall(ida.employeeNumber, pdf('Hygiene')), byForm(ida.employeeNumber, pdf('Hygiene'))]);
			expect(answers.map(({ code }) => code).sort()).toEqual(['alreadyThere', 'filed']);
			expect((await held()).lina).toHaveLength(1);
			expect((await held()).opus).toHaveLength(1);
		}, 120_000);

		it('refuses what can not be filed before anything is sent, and says why', async () => {
			const png = new File([Buffer.from('89504e470d0a1a0a', 'hex')], 'a.png', { type: 'image/png' });
			const disguised = new File(['<html>'], 'a.pdf', { type: 'application/pdf' });
			expect(await byForm(ida.employeeNumber, pdf('a', 1_048_577))).toMatchObject({ status: 200, code: 'tooLarge', text: expect.stringContaining('1,048,576') });
			expect(await byCall(ida.employeeNumber, pdf('a', 1_048_577))).toMatchObject({ status: 422, code: 'tooLarge' });
			expect(await byForm(ida.employeeNumber, png)).toMatchObject({ code: 'noPdf' });
			expect(await byForm(ida.employeeNumber, disguised)).toMatchObject({ code: 'noPdf' });
			expect(await byForm('Ida', pdf('a'))).toMatchObject({ code: 'employeeNumber' });
			expect(await byForm(ida.employeeNumber, pdf('a'), 'a'.repeat(101))).toMatchObject({ code: 'title' });
			expect(await byCall(ida.employeeNumber)).toMatchObject({ status: 422, code: 'oneFile' });
			expect(await byCall(ida.employeeNumber, pdf('a'), pdf('b'))).toMatchObject({ status: 422, code: 'oneFile' });
			expect(await desk.call(CALL, { employeeNumber: ida.employeeNumber })).toMatchObject({ status: 422, code: 'oneFile' });
			expect(await held()).toEqual(nothing);
			expect(await desk.tables.rows(TABLE)).toEqual([]);
		}, 120_000);

		it('takes a file of exactly the size that LINA takes', async () => {
			expect(await byForm(ida.employeeNumber, pdf('a', 1_048_576))).toMatchObject({ code: 'filed' });
		}, 60_000);

		it('sends nothing for whom no consent stands, and lists them', async () => {
			const { consents } = await desk.state<{ consents: Array<{ userUuid: string }> }>('lina');
			const [gone, unsettled] = [{ userUuid: consents[2].userUuid, employeeNumber: '88000001' }, { userUuid: consents[3].userUuid, employeeNumber: '88000002' }];
			await desk.keep(gone, 'standing', 'W-1');
			await desk.keep(unsettled, 'unknown');
			await desk.keep({ ...ida, userUuid: gone.userUuid });
			for (const [employeeNumber, code] of [['88000001', 'noConsent'], ['88000002', 'noConsent'], ['88000003', 'noConsent'], [ida.employeeNumber, 'several']]) {
				expect(await byCall(employeeNumber, pdf('a'))).toMatchObject({ status: 422, code });
				await expectListed({ code, employeeNumber, reference: '' });
			}
			expect(await held()).toEqual(nothing);
		}, 120_000);

		it('files nothing when LINA no longer has the consent', async () => {
			await get().sandbox.control('DELETE', '/world/lina', { consents: [{ userUuid: ida.userUuid }] });
			const answer = await byForm(ida.employeeNumber, pdf('a'));
			expect(answer).toMatchObject({ code: 'rejected', text: 'LINA did not take the certificate. Nothing was sent to the personnel folder. Send it again later: what is there is not sent twice.' });
			await expectListed({ code: 'rejected', employeeNumber: ida.employeeNumber, reference: answer.reference });
			expect(await held()).toEqual(nothing);
			expect(await desk.tables.rows(TABLE)).toMatchObject([{ lina: '', opus: '' }]);
		}, 60_000);

		it.each(['reset-before', 'reset-after'])('sends nothing to LINA twice after a %s, lists it until a human has looked, and files it in KMD Opus once', async (kind) => {
			await desk.faults({ service: 'lina', operation: 'addUserCert', kind, every: 1 });
			const first = await byForm(ida.employeeNumber, pdf('a'));
			expect(first).toMatchObject({ code: 'unknown', text: 'Whether LINA has the certificate is not known; somebody will look. The personnel folder has it now.' });
			await desk.faults();
			expect(await byForm(ida.employeeNumber, pdf('a'))).toMatchObject({ code: 'unknown', reference: first.reference });
			await expectListed(...[1, 2].map(() => ({ code: 'unknown', employeeNumber: ida.employeeNumber, reference: first.reference })));
			const inLina = kind === 'reset-after' ? 1 : 0;
			expect((await desk.certificates()).length).toBe(inLina);
			expect((await desk.documents()).length).toBe(1);

			const morning = await runWorkflow(get().session, name(), 'Every Morning');
			expect(itemsOf(morning, 'For a Human')).toEqual([expect.objectContaining({ code: 'unknown', reference: first.reference, reason: expect.stringContaining('in LINA:') })]);
			await receiver.next(LISTED);

			await desk.edit(TABLE, { lina: inLina ? 'uploaded' : '' });
			expect(await byForm(ida.employeeNumber, pdf('a'))).toMatchObject({ code: inLina ? 'alreadyThere' : 'filed' });
			expect((await desk.certificates()).length).toBe(1);
			expect((await desk.documents()).length).toBe(1);
		}, 240_000);

		it.each(['reset-before', 'reset-after'])('files nothing in KMD Opus twice after a %s, and lists it until a human has looked', async (kind) => {
			await desk.faults({ service: 'kmdOpus', operation: 'UploadDocument', kind, every: 1 });
			const first = await byCall(ida.employeeNumber, pdf('a'));
			expect(first).toMatchObject({ status: 202, code: 'unknown', text: 'LINA has the certificate now. Whether the personnel folder has it is not known; somebody will look.' });
			await desk.faults();
			expect(await byCall(ida.employeeNumber, pdf('a'))).toMatchObject({ status: 202, code: 'unknown' });
			await expectListed(...[1, 2].map(() => ({ code: 'unknown', reference: first.reference })));
			const inOpus = kind === 'reset-after' ? 1 : 0;
			expect((await desk.certificates()).length).toBe(1);
			expect((await desk.documents()).length).toBe(inOpus);

			await desk.edit(TABLE, { opus: inOpus ? 'uploaded' : '' });
			expect(await byCall(ida.employeeNumber, pdf('a'))).toMatchObject({ status: 200, code: inOpus ? 'alreadyThere' : 'filed' });
			expect((await desk.documents()).length).toBe(1);
		}, 240_000);

		it('makes up for the personnel folder alone when that refused', async () => {
			const nobody = { ...ida, employeeNumber: '88000009' };
			await desk.keep(nobody);
			const first = await byCall(nobody.employeeNumber, pdf('a'));
			expect(first).toMatchObject({ status: 422, code: 'rejected', text: 'LINA has the certificate now. The personnel folder did not take it. Send it again later: what is there is not sent twice.' });
			await expectListed({ code: 'rejected', employeeNumber: nobody.employeeNumber, reason: expect.stringContaining('Medarbejderen findes ikke') });
			expect(await desk.tables.rows(TABLE)).toMatchObject([{ lina: 'uploaded', opus: '' }]);

			expect(await byCall(ida.employeeNumber, pdf('a'))).toMatchObject({ status: 200, code: 'filed', text: 'LINA had the certificate already. The personnel folder has it now.', reference: first.reference });
			expect((await held()).lina).toHaveLength(1);
			expect((await held()).opus).toEqual([[ida.employeeNumber, await base64(pdf('a'))]]);
		}, 120_000);

		it('leaves no execution behind', async () => {
			await byCall(ida.employeeNumber, pdf('a'));
			expect(await desk.executions(name())).toEqual([]);
		}, 60_000);
	});
}
