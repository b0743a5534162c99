import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';

import type { Json } from '../../testing/client.ts';
import { LinaOffice, type LinaReply } from '../../testing/lina.ts';

/** 2026-11-01 in Berlin. */
const MIDNIGHT = Date.parse('2026-11-01T00:00:00+01:00') / 1000;
const HOUR = 3600;
const NO_CONSENT = { status: 403, body: { status: 'error', message: 'This user has not agreed to the sharing of data.' } };

describe('writes of LINA', () => {
	let office: LinaOffice;
	let userUuid: string;
	before(async () => {
		office = await LinaOffice.start();
	});
	after(() => office.close());
	beforeEach(async () => {
		await office.reset();
		[{ userUuid }] = (await office.state()).consents;
	});

	const stranger = async (): Promise<string> => {
		const { users, consents } = await office.state();
		return users.find((user: Json) => !consents.some((row: Json) => row.userUuid === user.userUuid)).userUuid;
	};
	const withdraw = (): Promise<Json> => office.put({ consents: [{ userUuid, given: false }] });
	const lastEffect = async (): Promise<boolean> => (await office.client.control('GET', '/control/journal?service=lina')).at(-1).tookEffect;

	describe('saveShift', () => {
		const shift = (fields: object = {}): object => ({ userUuid, datum: MIDNIGHT, von: MIDNIGHT + 14 * HOUR, bis: MIDNIGHT + 25 * HOUR, ...fields });
		const save = (fields?: object): Promise<LinaReply> => office.post('saveShift', shift(fields));
		/** The person's shifts of that day. */
		const saved = async (): Promise<Json[]> => (await office.state()).shifts.filter((of: Json) => of.businessDate === '2026-11-01' && of.userUuid === userUuid);

		it('stores a shift over midnight, which counts as confirmed', async () => {
			const before = (await saved()).length;
			assert.deepEqual(await save({ pause: 30 }), { status: 200, body: { status: 'success', message: 'Shift saved.' } });
			const { von, bis, von2, bis2, pause, confirmed, changedAt } = (await saved())[before];
			const times = [von, bis, von2, bis2].filter((time) => time !== 0);
			assert.deepEqual([times, pause, confirmed], [[MIDNIGHT + 14 * HOUR, MIDNIGHT + 25 * HOUR], 30, true]);
			assert.equal(changedAt, '2026-11-01T05:00:00.000Z');
			assert.equal(await lastEffect(), true);
		});

		it('stores a split shift, and one begun after midnight of a long business day', async () => {
			const split = { von: MIDNIGHT + 11 * HOUR, bis: MIDNIGHT + 14 * HOUR, von2: MIDNIGHT + 17 * HOUR, bis2: MIDNIGHT + 22 * HOUR };
			assert.equal((await save(split)).status, 200);
			assert.equal((await save({ ...split, von2: split.bis })).status, 200);
			assert.equal((await save({ von: MIDNIGHT + 24.5 * HOUR, bis: MIDNIGHT + 26 * HOUR })).status, 200);
			assert.ok((await saved()).some(({ von, von2 }) => von === split.von && von2 === split.von2));
		});

		it('stores the same shift as often as it comes', async () => {
			const before = (await saved()).length;
			await save();
			await save();
			assert.equal((await saved()).length, before + 2);
		});

		it('knows midnight in Berlin in summer too', async () => {
			const datum = Date.parse('2026-07-01T00:00:00+02:00') / 1000;
			const day = { von: datum + 10 * HOUR, bis: datum + 12 * HOUR };
			await office.turn('closedDay', 'accepted');
			assert.equal((await save({ datum, ...day })).status, 200);
			assert.match((await save({ datum: datum + 2 * HOUR, ...day })).body.message, /midnight in Europe\/Berlin/);
		});

		it('needs consent that stands, of somebody who is there', async () => {
			assert.deepEqual(await save({ userUuid: await stranger() }), NO_CONSENT);
			assert.deepEqual(await save({ userUuid: '00000000-0000-4000-8000-000000000000' }), NO_CONSENT);
			await withdraw();
			assert.deepEqual(await save(), NO_CONSENT);
			assert.equal(await lastEffect(), false);
		});

		it('refuses what is not right, and stores nothing', async () => {
			const { shifts } = await office.state();
			for (const [fields, text] of [
				[{ userUuid: undefined }, /userUuid is missing/],
				[{ userUuid: '24d03be3-5b3a-4d12-9c46-4c8f29cc6cc' }, /no UUID/],
				[{ datum: undefined }, /datum is missing/],
				[{ datum: '01.11.2026' }, /datum is missing or is no whole number/],
				[{ datum: MIDNIGHT + 1 }, /midnight/],
				[{ datum: 0 }, /midnight/],
				[{ von: undefined }, /von is missing/],
				[{ bis: null }, /bis is missing or is no whole number/],
				[{ bis: MIDNIGHT + 14 * HOUR }, /must end after it begins/],
				[{ bis: MIDNIGHT + 38 * HOUR + 1 }, /24 hours/],
				[{ von: MIDNIGHT - HOUR, bis: MIDNIGHT + HOUR }, /does not begin on the business day/],
				[{ von: MIDNIGHT + 36 * HOUR, bis: MIDNIGHT + 37 * HOUR }, /does not begin on the business day/],
				[{ von2: MIDNIGHT + 26 * HOUR }, /second shift must end/],
				[{ von2: MIDNIGHT + 24 * HOUR, bis2: MIDNIGHT + 26 * HOUR }, /second shift must begin after the first/],
				[{ pause: -30 }, /pause is missing or is no whole number/],
				[{ pause: 660 }, /pause must be shorter/],
				[{ bereich: 1 }, /Field bereich is unknown/],
			] as const) {
				const { status, body } = await save(fields);
				assert.deepEqual([status, body.status], [400, 'error'], body.message);
				assert.match(body.message, text);
			}
			assert.deepEqual((await office.state()).shifts, shifts);
		});

		it('closedDay: a closed time sheet takes no shift, or does', async () => {
			await office.put({ businessDays: [{ businessDate: '2026-11-01', timeSheetClosed: true }] });
			const refused = await save();
			assert.equal(refused.status, 400);
			assert.match(refused.body.message, /01\.11\.2026 is closed/);
			await office.turn('closedDay', 'accepted');
			assert.equal((await save()).status, 200);
		});

		it('overlap: is accepted, or refused to the second', async () => {
			assert.equal((await save()).status, 200);
			assert.equal((await save({ von: MIDNIGHT + 24 * HOUR })).status, 200);
			await office.turn('overlap', 'refused');
			assert.match((await save()).body.message, /overlaps/);
			assert.equal((await save({ von: MIDNIGHT + 25 * HOUR, bis: MIDNIGHT + 26 * HOUR })).status, 200);
		});
	});

	describe('addUserCert', () => {
		const BYTES = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10]);
		const formOf = (file: Buffer | null = BYTES, fields: Readonly<Record<string, string>> = { userUuid }, fileName = 'Prüfung.pdf'): FormData => {
			const form = new FormData();
			for (const [name, value] of Object.entries(fields)) form.append(name, value);
			if (file !== null) form.append('file', new Blob([new Uint8Array(file)], { type: 'application/pdf' }), fileName);
			return form;
		};
		const filed = async (): Promise<Json[]> => (await office.state()).certificates;

		it('files the very bytes, and the journal keeps them', async () => {
			assert.deepEqual(await office.upload(formOf()), { status: 200, body: { status: 'success', message: 'File saved.' } });
			assert.deepEqual(await filed(), [
				{
					userUuid,
					fileName: 'Prüfung.pdf',
					mimeType: 'application/pdf',
					size: 8,
					sha256: createHash('sha256').update(BYTES).digest('hex'),
					at: '2026-11-01T05:00:00.000Z',
					content: BYTES.toString('base64'),
				},
			]);
			const { body } = (await office.client.control('GET', '/control/journal?service=lina')).at(-1);
			assert.ok(Buffer.from(body, 'latin1').includes(BYTES));
		});

		it('takes 1,048,576 bytes and no more', async () => {
			assert.equal((await office.upload(formOf(Buffer.alloc(1_048_576)))).status, 200);
			assert.deepEqual(await office.upload(formOf(Buffer.alloc(1_048_577))), {
				status: 413,
				body: { status: 'error', message: 'File too large: 1 MB at most.' },
			});
			assert.equal((await filed()).length, 1);
		});

		it('uploadRepeated: the same file is stored twice, or overwritten', async () => {
			await office.upload(formOf());
			await office.upload(formOf());
			assert.equal((await filed()).length, 2);
			await office.turn('uploadRepeated', 'overwritten');
			await office.upload(formOf(Buffer.from('new')));
			await office.upload(formOf(BYTES, { userUuid }, 'other.pdf'));
			assert.deepEqual((await filed()).map(({ fileName, size }) => [fileName, size]), [['Prüfung.pdf', 3], ['other.pdf', 8]]);
		});

		it('consentForUpload: is needed, or not', async () => {
			await withdraw();
			assert.deepEqual(await office.upload(formOf()), NO_CONSENT);
			await office.turn('consentForUpload', 'notNeeded');
			assert.equal((await office.upload(formOf())).status, 200);
			assert.deepEqual(await office.upload(formOf(BYTES, { userUuid: 'nobody' })), NO_CONSENT);
			assert.equal((await filed()).length, 1);
		});

		it('refuses other forms, and files nothing', async () => {
			const two = formOf();
			two.append('second', new Blob(['x']), 'x.pdf');
			const cases: [FormData, RegExp][] = [
				[formOf(null), /Exactly one file/],
				[two, /Exactly one file/],
				[formOf(Buffer.alloc(0)), /empty/],
				[formOf(BYTES, { userUuid }, ''), /Exactly one file/],
				[formOf(BYTES, {}), /userUuid is needed/],
				[formOf(BYTES, { userUuid: '' }), /userUuid is needed/],
				[formOf(BYTES, { user: userUuid }), /userUuid is needed/],
				[formOf(BYTES, { userUuid, title: 'x' }), /userUuid is needed, and nothing else/],
			];
			for (const [form, text] of cases) {
				const { status, body } = await office.upload(form);
				assert.equal(status, 400);
				assert.match(body.message, text);
			}
			assert.match((await office.post('addUserCert', { userUuid })).body.message, /multipart/);
			assert.deepEqual(await filed(), []);
		});
	});

	describe('faults', () => {
		it('a business-error refuses with a status and a text of its own, also with 200', async () => {
			const rule = { service: 'lina', operation: 'saveShift', kind: 'business-error' };
			await office.client.faults({ ...rule, code: 200, text: 'Nicht gespeichert.' });
			assert.deepEqual(await office.post('saveShift', {}), { status: 200, body: { status: 'error', message: 'Nicht gespeichert.' } });
			for (const code of [undefined, 100, 600]) {
				await office.client.faults({ ...rule, code });
				assert.equal((await office.post('saveShift', {})).status, 400);
			}
			assert.deepEqual(await office.post('saveShift', {}), { status: 400, body: { status: 'error', message: 'The request was refused.' } });
		});

		it('a lost answer to an upload leaves the file', async () => {
			await office.client.faults({ service: 'lina', operation: 'addUserCert', kind: 'reset-after' });
			const form = new FormData();
			form.append('userUuid', userUuid);
			form.append('file', new Blob(['x']), 'x.pdf');
			await assert.rejects(office.upload(form));
			assert.equal((await office.state()).certificates.length, 1);
		});
	});
});
