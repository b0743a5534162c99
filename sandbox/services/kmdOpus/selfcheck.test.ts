import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { paymentLine, readAll, TestClient, update, type Json } from '../../testing/client.ts';

const EMPLOYEE = '2001';
const LOCKED = '2012';
const UNKNOWN = '2024';
const ENDED = '32032';
const RENUMBERED = { before: '2018', after: '52018' };

describe('KMD Opus', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const send = async (lines: readonly object[], id = 'A', employee = EMPLOYEE, header: object = {}): Promise<Json> =>
		(await client.opus('update-onetime-payments', update(employee, id, lines, header))).body;
	const ours = async (): Promise<Json[]> => {
		const { payments } = await client.control('GET', '/control/state/kmdOpus');
		return payments.filter((payment: Json) => payment.Indv_Bemaerkning_1 === 'Capitech');
	};
	const codes = (answer: Json, type = 'E'): number[] =>
		answer.Meddelelse.filter((message: Json) => message.Type === type).map((message: Json) => message.Kode);
	const read = async (filter: object = {}, employee = EMPLOYEE): Promise<Json> => {
		const whole = readAll(employee);
		return (await client.opus('read-onetime-payments', { ...whole, VirkningFilter: { ...whole.VirkningFilter, ...filter } })).body;
	};

	describe('update-onetime-payments', () => {
		it('registers lines and answers in the form of the contract', async () => {
			const answer = await send([paymentLine(0), paymentLine(1, { Antal: '-0.25', Afv_PSP_Element: 'XG-1001-00001' })], 'A', '00002001');
			assert.deepEqual(answer, {
				Header: { Timestamp: '2026-11-01T05:00:00.000Z', OpdateringsID: 'A'.padStart(32, '0'), Status: 'OK' },
				Medarbejder: { Medarbejdernummer: '00002001' },
				Meddelelse: [],
			});
			const [first, second] = await ours();
			assert.deepEqual(first, {
				Medarbejdernummer: EMPLOYEE,
				Objekt_id: first.Objekt_id,
				Startdato: '2026-10-05',
				Loenart: '0310',
				Loebenummer: 1,
				Antal: 7.5,
				Beloeb: 0,
				Afv_Timeloen: 0,
				Afv_Omkostningssted: '',
				Afv_PSP_Element: '',
				Indv_Bemaerkning_1: 'Capitech',
				Indv_Bemaerkning_2: '2s:0:a#1abcd',
				OpdateringsID: 'A'.padStart(32, '0'),
			});
			assert.deepEqual([second.Antal, second.Afv_PSP_Element, Number(second.Objekt_id)], [-0.25, 'XG-1001-00001', Number(first.Objekt_id) + 1]);
		});

		it('only checks with Kun_Valider "1"', async () => {
			assert.equal((await send([paymentLine(0)], 'A', EMPLOYEE, { Kun_Valider: '1' })).Header.Status, 'OK');
			assert.equal((await send([paymentLine(0, { Antal: '' })], 'A', EMPLOYEE, { Kun_Valider: '1' })).Header.Status, 'Error');
			assert.equal((await ours()).length, 0);
			assert.equal((await send([paymentLine(0)], 'A')).Header.Status, 'OK');
			assert.equal((await ours()).length, 1, 'a validation does not use the OpdateringsID up');
		});

		const refusals: [what: string, fields: object, code: number][] = [
			['a cost centre that is blocked', { Afv_Omkostningssted: '1010700001' }, 119],
			['a cost centre that does not exist', { Afv_Omkostningssted: '1' }, 119],
			['a PSP element that is blocked', { Afv_PSP_Element: 'XG-1009-00001' }, 151],
			['both of them', { Afv_Omkostningssted: '1010100001', Afv_PSP_Element: 'XG-1001-00001' }, 167],
			['a date that is no midnight in UTC', { Startdato: '2026-10-05' }, 910],
			['a date that is no date', { Startdato: '2026-02-30T00:00:00Z' }, 910],
			['a date outside the employment', { Startdato: '2018-12-31T00:00:00Z' }, 911],
			['an unknown lønart', { Loenart: '0999' }, 912],
			['a lønart without its leading zero', { Loenart: '310' }, 912],
			['an unknown løbenummer', { Loebenummer: 7 }, 912],
			['a date in a closed pay period', { Startdato: '2026-07-31T00:00:00Z' }, 916],
			['a decimal comma', { Antal: '7,50' }, 913],
			['three decimals', { Antal: '7.505' }, 913],
			['neither quantity nor amount', { Antal: '' }, 914],
			['a remark of more than twenty characters', { Indv_Bemaerkning: 'x'.repeat(21) }, 915],
		];
		for (const [what, fields, code] of refusals) {
			it(`refuses ${what}, naming the line, and registers nothing`, async () => {
				const answer = await send([paymentLine(0), paymentLine(3, fields)]);
				assert.equal(answer.Header.Status, 'Error');
				assert.deepEqual(codes(answer), [code]);
				assert.ok(answer.Meddelelse.some((message: Json) => message.Tekst.startsWith('Engangsydelse Nr. 003')));
				assert.equal((await ours()).length, 0);
			});
		}

		it('says 138 of every line of a locked employee', async () => {
			const answer = await send([paymentLine(0), paymentLine(1, { Afv_PSP_Element: 'none' })], 'A', LOCKED);
			assert.deepEqual(codes(answer), [138, 138]);
		});

		it('refuses a request as a whole, naming no line', async () => {
			const many = Array.from({ length: 1_000 }, (_, index) => paymentLine(index));
			const faulty: [lines: object[], id: string, employee: string, header: object, code: number][] = [
				[[paymentLine(0)], 'A1', UNKNOWN, {}, 901],
				[many, 'A2', EMPLOYEE, {}, 902],
				[[paymentLine(1), paymentLine(1)], 'A3', EMPLOYEE, {}, 903],
				[[], 'A4', EMPLOYEE, {}, 900],
				[[paymentLine(0)], 'lower case', EMPLOYEE, {}, 900],
				[[paymentLine(0)], 'A5', EMPLOYEE, { Kun_Valider: 'X' }, 900],
			];
			for (const [lines, id, employee, header, code] of faulty) {
				const answer = await send(lines, id, employee, header);
				assert.ok(codes(answer).includes(code), `${code}: ${JSON.stringify(answer.Meddelelse)}`);
				assert.ok(answer.Meddelelse.every((message: Json) => !message.Tekst.startsWith('Engangsydelse Nr.')));
			}
			assert.equal((await send(many.slice(0, 999), 'B')).Header.Status, 'OK');
		});

		it('warns and informs without refusing', async () => {
			const answer = await send([paymentLine(0, { Antal: '100.01' }), paymentLine(1, { Startdato: '2026-09-01T00:00:00Z' })]);
			assert.deepEqual([answer.Header.Status, codes(answer, 'W'), codes(answer, 'I')], ['OK', [950], [951]]);
			assert.equal((await ours()).length, 2);
		});

		it('turns away what is no JSON of the contract with HTTP 400', async () => {
			for (const [body, text] of [
				[update(EMPLOYEE, 'A', [paymentLine(0, { Antal: 7.5 })]), /Engangsydelser\[0\]\.Antal must be a text/],
				[update(EMPLOYEE, 'A', [paymentLine(0, { Loebenummer: '1' })]), /Loebenummer must be a whole number/],
				[update(EMPLOYEE, 'A', [paymentLine(0, { Sekvensnummer: 0 })]), /Sekvensnummer must be a text/],
				[{ ...update(EMPLOYEE, 'A', []), Engangsydelser: {} }, /Engangsydelser must be a list/],
				[{ ...update(EMPLOYEE, 'A', []), Medarbejder: null }, /Medarbejder must be a JSON object/],
			] as const) {
				const reply = await client.opus('update-onetime-payments', body);
				assert.equal(reply.status, 400);
				assert.match(reply.body.fault.faultstring, text);
			}
			assert.equal((await client.send('/lpe/update-onetime-payments', '{oops')).status, 400);
		});
	});

	describe('the platform', () => {
		it('answers unknown paths and methods with JSON errors', async () => {
			assert.equal((await client.opus('delete-onetime-payments', {})).status, 404);
			const reply = await client.send('/lpe/read-onetime-payments', '', { method: 'GET' });
			assert.equal(reply.status, 405);
			assert.ok(JSON.parse(reply.text).fault.faultstring.includes('GET'));
		});
	});

	describe('read-onetime-payments', () => {
		it('gives sender and reference back as the two remarks, and the plain date', async () => {
			await send([paymentLine(0, { Afv_Omkostningssted: '1010100001' })], 'A', '2003');
			const answer = await read({}, '0002003');
			assert.deepEqual(answer.Header, { Status: 0, Tekst: '' });
			assert.deepEqual(answer.Engangsydelser.at(-1), {
				Startdato: '2026-10-05',
				Objekt_id: answer.Engangsydelser.at(-1).Objekt_id,
				Loenart: '0310',
				Loebenummer: 1,
				Beloeb: 0,
				Antal: 7.5,
				Afv_Timeloen: 0,
				Afv_Omkostningssted: '1010100001',
				Afv_PSP_Element: '',
				Indv_Bemaerkning_1: 'Capitech',
				Indv_Bemaerkning_2: '2s:0:a#1abcd',
			});
		});

		it('filters by date, both ends included and open when empty', async () => {
			await send(['01', '15', '31'].map((day, index) => paymentLine(index, { Startdato: `2026-10-${day}T00:00:00Z` })), 'A', '2004');
			const days = async (from: string, to: string): Promise<string[]> =>
				(await read({ FraDatoTid: from, TilDatoTid: to }, '2004')).Engangsydelser.map((payment: Json) => payment.Startdato.slice(8));
			assert.deepEqual(await days('', ''), ['01', '15', '31']);
			assert.deepEqual(await days('2026-10-15T00:00:00Z', ''), ['15', '31']);
			assert.deepEqual(await days('', '2026-10-15T00:00:00Z'), ['01', '15']);
			assert.deepEqual(await days('2026-10-02T00:00:00Z', '2026-10-14T00:00:00Z'), []);
			assert.equal((await read({ FraDatoTid: 'October' })).Header.Status, 2);
		});

		it('tells an empty list from an unknown employee by text alone', async () => {
			assert.deepEqual((await read({}, '2004')).Header, { Status: 1, Tekst: 'Data ikke fundet.' });
			assert.deepEqual((await read({}, UNKNOWN)).Header, { Status: 1, Tekst: `Medarbejder ${UNKNOWN} findes ikke.` });
		});
	});

	describe('switches', () => {
		it('atomicity', async () => {
			await client.switch({ 'kmdOpus.atomicity': 'perLine' });
			const answer = await send([paymentLine(0), paymentLine(1, { Antal: 'x' }), paymentLine(2)]);
			assert.equal(answer.Header.Status, 'Error');
			assert.deepEqual((await ours()).map((payment) => payment.Indv_Bemaerkning_2), ['2s:0:a#1abcd', '2s:2:a#1abcd']);
		});

		it('updateIdRepeat', async () => {
			const first = await send([paymentLine(0)]);
			assert.deepEqual(await send([paymentLine(0), paymentLine(1)]), first);
			assert.equal((await ours()).length, 1);
			const refused = await send([paymentLine(0, { Antal: 'x' })], 'B');
			assert.deepEqual(await send([paymentLine(0)], 'B'), refused, 'a refusal is repeated too');
			await client.switch({ 'kmdOpus.updateIdRepeat': 'ignored' });
			await send([paymentLine(0)]);
			assert.equal((await ours()).length, 2);
		});

		it('closedPeriod', async () => {
			const july = [paymentLine(0, { Startdato: '2026-07-31T00:00:00Z' })];
			await client.switch({ 'kmdOpus.closedPeriod': 'accepts' });
			assert.equal((await send(july)).Header.Status, 'OK');
			await client.switch({ 'kmdOpus.closedPeriod': 'refuses' });
			assert.deepEqual(codes(await send(july, 'B')), [916]);
		});

		it('readReturnsCostCenter', async () => {
			await client.switch({ 'kmdOpus.readReturnsCostCenter': false });
			assert.equal(Object.hasOwn((await read()).Engangsydelser[0], 'Afv_Omkostningssted'), false);
		});

		it('remarkLength', async () => {
			await client.switch({ 'kmdOpus.remarkLength': 12 });
			assert.equal((await send([paymentLine(0)], 'A')).Header.Status, 'OK');
			assert.deepEqual(codes(await send([paymentLine(10)], 'B')), [915]);
		});

		it('statusStyle', async () => {
			await client.switch({ 'kmdOpus.statusStyle': 'text' });
			assert.equal((await read()).Header.Status, '0');
		});

		it('decimalStyle', async () => {
			await send([paymentLine(0)], 'A', '2004');
			const antal = async (): Promise<unknown> => (await read({}, '2004')).Engangsydelser[0].Antal;
			assert.equal(await antal(), 7.5);
			await client.switch({ 'kmdOpus.decimalStyle': 'point' });
			assert.equal(await antal(), '7.50');
			await client.switch({ 'kmdOpus.decimalStyle': 'comma' });
			assert.equal(await antal(), '7,50');
		});

		it('rateLimitPerMinute', async () => {
			await client.switch({ 'kmdOpus.rateLimitPerMinute': 2 });
			const body = JSON.stringify({ Header: { ClientID: '751' }, Kontonummer: '0310001001' });
			const replies = [];
			for (let call = 0; call < 3; call += 1) replies.push(await client.send('/lpe/get-cost-center-psp', body));
			assert.deepEqual(replies.map((reply) => reply.status), [200, 200, 429]);
			const seconds = Number(replies[2].headers['retry-after']);
			assert.ok(seconds > 50 && seconds <= 60);
		});
	});

	describe('changed by the control API', () => {
		const upsert = (records: object): Promise<Json> => client.control('POST', '/control/world/kmdOpus', records);

		it('unlocks an employee and adds an unknown one', async () => {
			await upsert({ employments: [{ Medarbejdernummer: LOCKED, Laast: false }, { Medarbejdernummer: `000${UNKNOWN}` }] });
			for (const [employee, id] of [[LOCKED, 'A'], [UNKNOWN, 'B']]) {
				assert.equal((await send([paymentLine(0)], id, employee)).Header.Status, 'OK');
			}
			assert.deepEqual(codes(await send([paymentLine(0, { Startdato: '2026-10-20T00:00:00Z' })], 'C', ENDED)), [911]);
		});

		it('changes the number of an employment from one day to the next', async () => {
			const on = async (day: string, employee: string): Promise<number[]> =>
				codes(await send([paymentLine(0, { Startdato: `2026-10-${day}T00:00:00Z` })], `${day}${employee}`, employee));
			assert.deepEqual([await on('11', RENUMBERED.before), await on('12', RENUMBERED.after)], [[], []]);
			assert.deepEqual([await on('12', RENUMBERED.before), await on('11', RENUMBERED.after)], [[911], [911]]);
		});

		it('changes, adds and removes payments by Objekt_id', async () => {
			const [{ Objekt_id }] = (await client.control('GET', '/control/state/kmdOpus')).payments;
			await upsert({ payments: [{ Objekt_id, Antal: 1 }, { Medarbejdernummer: '2004', Startdato: '2026-10-01', Antal: 2 }] });
			const { payments } = await client.control('GET', '/control/state/kmdOpus');
			assert.equal(payments.find((payment: Json) => payment.Objekt_id === Objekt_id).Antal, 1);
			assert.equal((await read({}, '2004')).Engangsydelser[0].Antal, 2);
			await client.control('DELETE', '/control/world/kmdOpus', { payments: [{ Objekt_id }] });
			await assert.rejects(client.control('DELETE', '/control/world/kmdOpus', { payments: [{ Objekt_id }] }), /400.*no payment/);
		});

		it('closes a pay period', async () => {
			assert.equal((await send([paymentLine(0)])).Header.Status, 'OK');
			await upsert({ payPeriods: [{ Fra: '2026-10-01', Lukket: true }] });
			const answer = await send([paymentLine(0), paymentLine(1, { Startdato: '2026-11-01T00:00:00Z' })], 'B');
			assert.deepEqual(codes(answer), [916]);
			assert.match(answer.Meddelelse[0].Tekst, /^Engangsydelse Nr\. 000: Lønperioden er lukket/);
		});

		it('closes a cost centre', async () => {
			await upsert({ costCenters: [{ Omkostningssted: '1010100001', Spaerret: true }] });
			assert.deepEqual(codes(await send([paymentLine(0, { Afv_Omkostningssted: '1010100001' })])), [119]);
		});
	});
});
