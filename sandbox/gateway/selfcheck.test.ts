import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { paymentLine, readAll, TestClient, update, type Json } from '../testing/client.ts';
import { faultTextOf, sendSoap } from '../testing/soap.ts';
import { Journal } from './journal.ts';

const UPDATE = { service: 'kmdOpus', operation: 'update-onetime-payments' };
const STATUS = { service: 'capitech', operation: 'Time/setExternalStatusCode' };

describe('fault rules', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const send = (id = 'A', timeoutMs?: number): Promise<{ status: number; body: Json }> =>
		client.opus('update-onetime-payments', update('2001', id, [paymentLine(0)]), { timeoutMs });
	const ours = async (): Promise<number> => {
		const { payments } = await client.control('GET', '/control/state/kmdOpus');
		return payments.filter((payment: Json) => payment.Indv_Bemaerkning_1 === 'Capitech').length;
	};
	const lastEntry = async (): Promise<Json> => (await client.control('GET', '/control/journal')).at(-1);

	it('latency: answers late', async () => {
		await client.faults({ ...UPDATE, kind: 'latency', ms: 150 });
		const began = performance.now();
		assert.equal((await send()).status, 200);
		assert.ok(performance.now() - began >= 145);
	});

	it('status: fails without acting, with Retry-After when asked', async () => {
		await client.faults({ ...UPDATE, kind: 'status', status: 503, retryAfter: 2, times: 1 });
		const request = JSON.stringify(update('2001', 'A', [paymentLine(0)], { ClientID: '751' }));
		const reply = await client.send('/lpe/update-onetime-payments', request);
		assert.deepEqual([reply.status, reply.headers['retry-after'], await ours()], [503, '2', 0]);
		assert.equal((await client.send('/lpe/update-onetime-payments', request)).status, 200);
	});

	it('reset-before: cuts the connection and nothing has happened', async () => {
		await client.faults({ ...UPDATE, kind: 'reset-before' });
		await assert.rejects(send());
		assert.equal(await ours(), 0);
		const { answer, tookEffect, faults } = await lastEntry();
		assert.deepEqual([answer.status, tookEffect, faults], [0, false, ['reset-before']]);
	});

	it('reset-after: cuts the connection and the payment is there', async () => {
		await client.faults({ ...UPDATE, kind: 'reset-after' });
		await assert.rejects(send());
		assert.equal(await ours(), 1);
		assert.equal((await lastEntry()).tookEffect, true);
	});

	it('timeout: never answers, having acted or not', async () => {
		await client.faults({ ...UPDATE, kind: 'timeout' });
		await assert.rejects(send('A', 200), /no answer in time/);
		assert.equal(await ours(), 1);
		await client.faults({ ...UPDATE, kind: 'timeout', acts: false });
		await assert.rejects(send('B', 200), /no answer in time/);
		assert.equal(await ours(), 1);
	});

	it('truncate: sends half and cuts the connection', async () => {
		await client.faults({ ...UPDATE, kind: 'truncate' });
		await assert.rejects(send(), /aborted/);
		assert.equal(await ours(), 1);
	});

	it('malformed: sends what is no JSON', async () => {
		await client.faults({ ...UPDATE, kind: 'malformed' });
		await assert.rejects(send(), SyntaxError);
		assert.equal(await ours(), 1);
	});

	it('expire-token: ends all Capitech sessions; Opus has none', async () => {
		await client.faults({ service: 'capitech', operation: 'Catalogue/getOrders', kind: 'expire-token', times: 1 });
		assert.equal((await client.capitech('Catalogue/getOrders')).status, 401);
		assert.equal((await client.capitech('Catalogue/getOrders')).status, 401, 'the token stays dead');
		await client.login();
		assert.equal((await client.capitech('Catalogue/getOrders')).status, 200);
		await assert.rejects(client.faults({ ...UPDATE, kind: 'expire-token' }), /400.*no tokens/);
	});

	it('soap-fault: a fault of the SOAP platform, without effect unless asked for; Capitech has none', async () => {
		const target = '/XISOAPAdapter/MessageServlet?channel=:nobody:nothing';
		await client.faults({ service: 'kmdOpus', operation: 'MessageServlet', kind: 'soap-fault', text: 'Backend <down>' });
		const reply = await sendSoap(client, target, '<x/>');
		assert.deepEqual([reply.status, reply.headers['content-type'], faultTextOf(reply)], [500, 'text/xml; charset=utf-8', 'Backend <down>']);
		await assert.rejects(client.faults({ service: 'capitech', kind: 'soap-fault' }), /400.*does not speak SOAP/);
	});

	it('status: comes with a page on the SOAP servlet', async () => {
		await client.faults({ service: 'kmdOpus', kind: 'status', status: 503, retryAfter: 3 });
		const reply = await sendSoap(client, '/XISOAPAdapter/MessageServlet', '<x/>');
		assert.deepEqual([reply.status, reply.headers['content-type'], reply.headers['retry-after']], [503, 'text/html; charset=utf-8', '3']);
	});

	it('business-error: refuses in the form of the contract, or only remarks', async () => {
		await client.faults({ ...UPDATE, kind: 'business-error', code: 119, text: 'Omkostningssted er ikke gyldigt.', line: 0, times: 1 });
		const { body } = await send();
		assert.equal(body.Header.Status, 'Error');
		assert.deepEqual(
			[body.Meddelelse[0].Kode, body.Meddelelse[0].Type, body.Meddelelse[0].Tekst],
			[119, 'E', 'Engangsydelse Nr. 000: Omkostningssted er ikke gyldigt.'],
		);
		assert.equal(await ours(), 0);
		await client.faults({ ...UPDATE, kind: 'business-error', type: 'W', code: 7, text: 'Bemærk' });
		const remarked = await send('B');
		assert.deepEqual([remarked.body.Header.Status, remarked.body.Meddelelse[0].Type, await ours()], ['OK', 'W', 1]);

		await client.faults({ service: 'kmdOpus', kind: 'business-error', code: 500, text: 'Adapter &lt;fejl&gt;' });
		const read = await client.opus('read-onetime-payments', readAll('2001'));
		assert.deepEqual(read.body.Header, { Status: 500, Tekst: 'Adapter &lt;fejl&gt;' });

		await client.faults({ ...STATUS, kind: 'business-error', text: 'No.' });
		const refused = await client.capitech('Time/setExternalStatusCode', { uid: 107_004, externalStatusCode: 20 });
		assert.deepEqual([refused.status, refused.body.success, refused.body.displayErrorMessage], [200, false, 'No.']);
	});

	it('strike at the nth, at every so many, with a seeded chance, and only so often', async () => {
		const statuses = async (count: number): Promise<string> => {
			let line = '';
			for (let call = 0; call < count; call += 1) line += (await client.opus('read-onetime-payments', readAll('2001'))).status === 200 ? '.' : 'x';
			return line;
		};
		const rule = { service: 'kmdOpus', kind: 'status', status: 500 };
		await client.faults({ ...rule, nth: 3 });
		assert.equal(await statuses(6), '..x...');
		await client.faults({ ...rule, every: 2, times: 2 });
		assert.equal(await statuses(8), '.x.x....');
		await client.faults({ ...rule, probability: 0.5 });
		const first = await statuses(20);
		assert.match(first, /x/);
		assert.match(first, /\./);
		await client.faults({ ...rule, probability: 0.5 });
		assert.equal(await statuses(20), first);
		const [listed] = await client.control('GET', '/control/faults');
		assert.deepEqual([listed.matched, listed.struck], [20, first.replaceAll('.', '').length]);
		await client.control('DELETE', '/control/faults');
		assert.equal(await statuses(3), '...');
	});

	it('concern only the service and operation they name', async () => {
		await client.faults({ ...UPDATE, kind: 'status', status: 500 });
		assert.equal((await client.opus('read-onetime-payments', readAll('2001'))).status, 200);
		assert.equal((await send()).status, 500);
		await client.faults({ service: 'capitech', kind: 'status', status: 500 });
		assert.equal((await send()).status, 200);
	});

	it('are refused with a clear text when not understood, and the old ones stay', async () => {
		await client.faults({ ...UPDATE, kind: 'latency', ms: 0 });
		for (const [rule, text] of [
			[{ ...UPDATE, kind: 'nonsense' }, /"kind" must be one of latency/],
			[{ service: 'sap', kind: 'timeout' }, /"service" must be one of capitech, kmdOpus, lina/],
			[{ ...UPDATE, kind: 'status' }, /needs "status"/],
			[{ ...UPDATE, kind: 'latency' }, /needs "ms"/],
			[{ ...UPDATE, kind: 'timeout', nth: 1, every: 2 }, /only one of/],
			[{ ...UPDATE, kind: 'timeout', probability: 2 }, /"probability"/],
			[{ ...UPDATE, kind: 'timeout', times: 0 }, /"times"/],
			[{ ...UPDATE, kind: 'timeout', retry_after: 2 }, /no "retry_after"/],
		] as const) {
			await assert.rejects(client.faults(rule), text);
		}
		assert.equal((await client.control('GET', '/control/faults')).length, 1);
	});
});

describe('a client certificate', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());

	it('is judged by the SOAP servlet before all else', async () => {
		const target = '/XISOAPAdapter/MessageServlet?channel=:KMD_LPT_VACAB_Service_751:GetReasons_OS_SI';
		const statuses = [];
		for (const certificate of ['none', 'foreign', 'expired', 'client'] as const) {
			statuses.push((await sendSoap(client, target, '<x/>', { certificate })).status);
		}
		assert.deepEqual(statuses, [403, 403, 403, 500]);
		assert.equal((await sendSoap(client, target, '<x/>', { mtls: true })).status, 500);
	});
});

describe('the journal', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());

	it('keeps every request with its raw bodies, in order, by service and from a number on', async () => {
		await client.reset();
		const body = '{ "Header": {"ClientID":"751"},  "Kontonummer":"0310001001" }';
		const reply = await client.send('/lpe/get-cost-center-psp', body);
		const all = await client.control('GET', '/control/journal');
		assert.deepEqual(all.map((entry: Json) => entry.operation), ['Access/login', 'get-cost-center-psp']);
		const [entry] = await client.control('GET', `/control/journal?service=kmdOpus&since=${all[0].seq}`);
		assert.equal(entry.body, body);
		assert.deepEqual(entry.answer, { status: 200, body: reply.text });
		assert.deepEqual([entry.method, entry.path, entry.tookEffect], ['POST', '/lpe/get-cost-center-psp', false]);
		assert.equal(entry.headers['content-type'], 'application/json');
		assert.deepEqual(await client.control('GET', `/control/journal?since=${entry.seq}`), []);
	});

	it('keeps requests that belong to no service', async () => {
		assert.equal((await client.send('/nowhere/MessageServlet', '<x/>')).status, 404);
		assert.equal((await client.control('GET', '/control/journal')).at(-1).service, null);
	});

	it('stays bounded: the last 20,000 entries, old long answers shortened, requests never', () => {
		const journal = new Journal();
		const long = 'x'.repeat(1_000_000);
		const entry = { at: '', service: 'capitech', operation: 'o', method: 'POST', path: '/', headers: {}, tookEffect: false, faults: [] };
		for (let index = 0; index < 300; index += 1) journal.add({ ...entry, body: long, answer: { status: 200, body: long } });
		const [first] = journal.list(0);
		assert.ok(first.answer.body.length < 3_000 && first.answer.body.endsWith('(1000000 characters in all)'));
		assert.ok(first.body === long);
		assert.ok(journal.list(0).at(-1)?.answer.body === long);
		for (let index = 0; index < 25_000; index += 1) journal.add({ ...entry, body: '', answer: { status: 200, body: '' } });
		const kept = journal.list(0);
		assert.deepEqual([kept.length, kept.at(-1)?.seq, kept[0].seq], [20_000, 25_300, 5_301]);
	});
});
