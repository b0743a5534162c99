import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { CAPITECH_SWITCHES } from '../services/capitech/switches.ts';
import { KMD_OPUS_SWITCHES } from '../services/kmdOpus/switches.ts';
import { LINA_SWITCHES } from '../services/lina/switches.ts';
import { STAR_AKASSE_SWITCHES } from '../services/starAkasse/switches.ts';
import { JOBAGENT_SWITCHES } from '../services/starJobagent/switches.ts';
import { paymentLine, TestClient, update, type Json } from '../testing/client.ts';

describe('the control API', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const clock = (change: object): Promise<Json> => client.control('PUT', '/control/clock', change);

	it('resets to the same world for the same arguments, and forgets all else', async () => {
		const state = (await client.controlRaw('GET', '/control/state')).text;
		await client.opus('update-onetime-payments', update('2001', 'A', [paymentLine(0)]));
		await client.switch({ 'kmdOpus.remarkLength': 5 });
		await client.faults({ service: 'kmdOpus', kind: 'latency', ms: 0 });
		await clock({ advance: 'P1D' });
		const answer = await client.control('POST', '/control/reset', { people: 40 });
		assert.deepEqual(answer, {
			arguments: { seed: 7, people: 40, days: 62, until: '2026-10-31' },
			period: { from: '2026-08-31', until: '2026-10-31' },
			clock: { now: '2026-11-01T05:00:00.000Z', local: '2026-11-01 06:00:00', frozen: true },
		});
		assert.ok((await client.controlRaw('GET', '/control/state')).text === state);
		assert.deepEqual(await client.control('GET', '/control/journal'), []);
		assert.deepEqual(await client.control('GET', '/control/faults'), []);
		assert.equal((await client.control('GET', '/control/switches'))['kmdOpus.remarkLength'].value, 20);
		assert.equal((await client.capitech('Catalogue/getOrders')).status, 401, 'sessions end');
	});

	it('resets to any period, with the clock at six the morning after, in summer too', async () => {
		const { period, clock: time } = await client.control('POST', '/control/reset', { people: 1, days: 2, until: '2026-07-01' });
		assert.deepEqual([period, time.now], [{ from: '2026-06-30', until: '2026-07-01' }, '2026-07-02T04:00:00.000Z']);
	});

	it('lets the clock stand, be set, be moved and run', async () => {
		assert.equal((await clock({ now: '2026-10-25T02:30:00+01:00' })).local, '2026-10-25 02:30:00');
		assert.equal((await clock({ now: '2026-03-01T12:00:00', advance: 'P1M' })).local, '2026-04-01 12:00:00');
		const running = await clock({ now: null });
		assert.equal(running.frozen, false);
		assert.ok(Math.abs(Date.parse(running.now) - Date.now()) < 5_000);
		assert.ok(Date.parse((await clock({ advance: 'PT1H' })).now) - Date.now() > 3_590_000);
	});

	it('describes every switch, and merges settings', async () => {
		const switches = await client.control('GET', '/control/switches');
		for (const [name, of] of Object.entries<Json>(switches)) {
			assert.ok(of.meaning.length > 20 && of.value === of.default, name);
			assert.ok(of.choices === 'number' || of.choices.includes(of.default), name);
		}
		const known = [CAPITECH_SWITCHES, KMD_OPUS_SWITCHES, LINA_SWITCHES, STAR_AKASSE_SWITCHES, JOBAGENT_SWITCHES].flatMap((table) => Object.keys(table));
		assert.equal(Object.keys(switches).length, known.length);
		await client.switch({ 'capitech.rowCap': 1 });
		await client.switch({ 'capitech.maxDays': 2 });
		const changed = await client.control('GET', '/control/switches');
		assert.deepEqual([changed['capitech.rowCap'].value, changed['capitech.maxDays'].value], [1, 2]);
	});

	it('gives the state of one service or of all, by kind', async () => {
		const { capitech, kmdOpus } = await client.control('GET', '/control/state');
		assert.deepEqual(Object.keys(kmdOpus).slice(0, 8), ['payments', 'employments', 'persons', 'costCenters', 'pspElements', 'payElements', 'accounts', 'payPeriods']);
		assert.deepEqual(Object.keys(capitech).slice(0, 4), ['transactions', 'employees', 'departments', 'tasks']);
		assert.deepEqual(await client.control('GET', '/control/state/kmdOpus'), kmdOpus);
	});

	it('answers what it does not understand with 400 and a clear text', async () => {
		for (const [method, target, body, text] of [
			['POST', '/control/reset', { people: 0 }, /"people" must be a whole number from 1/],
			['POST', '/control/reset', { until: '31.10.2026' }, /"until" must be a date/],
			['POST', '/control/reset', { peoples: 3 }, /not peoples/],
			['POST', '/control/reset', [], /A reset takes an object/],
			['PUT', '/control/clock', {}, /Give "now"/],
			['PUT', '/control/clock', { now: 'soon' }, /"now" must be/],
			['PUT', '/control/clock', { advance: '8 hours' }, /"advance" must be/],
			['PUT', '/control/switches', { 'capitech.rowCap': -1 }, /"capitech.rowCap" must be a whole number/],
			['PUT', '/control/switches', { 'capitech.keyCasing': 'upper' }, /must be "camel" or "doc"/],
			['PUT', '/control/switches', { 'capitech.nothing': 1 }, /No switch is called "capitech.nothing"/],
			['PUT', '/control/faults', 'all', /as a list/],
			['GET', '/control/state/sap', undefined, /no service "sap"/],
			['GET', '/control/journal?since=x', undefined, /"since"/],
			['GET', '/control/journal?service=sap', undefined, /no service "sap"/],
			['POST', '/control/world/capitech', [], /Records are given as an object/],
		] as const) {
			await assert.rejects(client.control(method, target, body), (error: Error) => /^400/.test(error.message) && text.test(error.message), target);
		}
		assert.equal((await client.controlRaw('GET', '/control/nothing')).status, 404);
		assert.equal((await client.control('GET', '/control/switches'))['capitech.rowCap'].value, 5_000);
	});

	it('takes bodies of many megabytes', async () => {
		const filler = 'x'.repeat(1_000);
		const payments = Array.from({ length: 20_000 }, () => ({ Medarbejdernummer: '2001', Startdato: '2026-10-01', Indv_Bemaerkning_2: filler }));
		await client.control('POST', '/control/world/kmdOpus', { payments });
		assert.ok((await client.control('GET', '/control/state/kmdOpus')).payments.length > 20_000);
	});

	it('shows a page with ledger, requests, faults and switches, and no markup out of data', async () => {
		await client.switch({ 'kmdOpus.remarkLength': 60 });
		await client.faults({ service: 'kmdOpus', kind: 'latency', ms: 1 });
		await client.opus('update-onetime-payments', update('2001', 'A', [paymentLine(0, { Indv_Bemaerkning: '<script>alert(1)</script>' })]));
		const page = await client.controlRaw('GET', '/');
		assert.match(String(page.headers['content-type']), /text\/html/);
		for (const text of ['http-equiv="refresh"', 'update-onetime-payments', '&lt;script&gt;', 'kmdOpus.remarkLength', 'latency', '2026-11-01 06:00:00', 'transactions']) {
			assert.ok(page.text.includes(text), text);
		}
		assert.ok(!page.text.includes('<script'));
		assert.ok(!/(src|href)=/.test(page.text), 'nothing is loaded from elsewhere');
	});
});
