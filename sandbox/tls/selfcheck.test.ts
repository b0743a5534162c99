import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createSecureContext } from 'node:tls';
import { Worker } from 'node:worker_threads';

import { readAll, TestClient, type CertificateName } from '../testing/client.ts';
import { ensureCertificates } from './certificates.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('the test certificates', () => {
	const parent = mkdtempSync(path.join(tmpdir(), 'sandbox-certs-'));
	const folder = path.join(parent, 'certs');
	const certificate = (name: string): X509Certificate => new X509Certificate(readFileSync(path.join(folder, name)));
	before(() => void ensureCertificates(folder));
	after(() => rmSync(parent, { recursive: true }));

	it('are signed by the authorities they claim', () => {
		const ca = certificate('ca.pem');
		for (const name of ['server.pem', 'client.pem', 'expired.pem']) assert.ok(certificate(name).verify(ca.publicKey), name);
		assert.ok(!certificate('foreign.pem').verify(ca.publicKey));
		assert.ok(certificate('foreign.pem').verify(certificate('foreign-ca.pem').publicKey));
	});

	it('name the hosts of the server, the municipality of the client, and an end in the past for the expired one', () => {
		const names = certificate('server.pem').subjectAltName ?? '';
		for (const name of ['DNS:localhost', 'IP Address:127.0.0.1', 'IP Address:0:0:0:0:0:0:0:1']) assert.ok(names.includes(name), names);
		assert.match(certificate('client.pem').subject, /OU=751/);
		assert.ok(Date.parse(certificate('expired.pem').validTo) < Date.now());
	});

	it('come as PKCS#12 too, opened by the passphrase "sandbox" alone', () => {
		const pfx = readFileSync(path.join(folder, 'client.p12'));
		createSecureContext({ pfx, passphrase: 'sandbox' });
		assert.throws(() => createSecureContext({ pfx, passphrase: 'wrong' }));
	});

	it('are kept until a week before their end or until one is missing', () => {
		const serial = (): string => certificate('client.pem').serialNumber;
		const first = serial();
		ensureCertificates(folder);
		assert.equal(serial(), first);
		rmSync(path.join(folder, 'foreign.key'));
		ensureCertificates(folder);
		const second = serial();
		assert.notEqual(second, first);
		ensureCertificates(folder, Date.now() + 357 * DAY);
		assert.equal(serial(), second);
		ensureCertificates(folder, Date.now() + 359 * DAY);
		assert.notEqual(serial(), second);
	});

	it('are whole and shared when two sandboxes start at once', async () => {
		const shared = path.join(parent, 'shared');
		const script = path.join(parent, 'start.ts');
		writeFileSync(
			script,
			`import { parentPort } from 'node:worker_threads';
			import { ensureCertificates } from ${JSON.stringify(new URL('./certificates.ts', import.meta.url).href)};
			parentPort.postMessage(ensureCertificates(${JSON.stringify(shared)}).ca);`,
		);
		const start = (): Promise<string> =>
			new Promise((resolve, reject) => new Worker(script).once('message', resolve).once('error', reject));
		const [one, other] = await Promise.all([start(), start()]);
		assert.equal(one, other);
		assert.equal(readFileSync(path.join(shared, 'ca.pem'), 'utf8'), one);
		assert.deepEqual(readdirSync(parent).sort(), ['certs', 'shared', 'start.ts']);
	});
});

describe('client certificates at the two ports', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());

	const statusOf = async (certificate: CertificateName, clientId = '751'): Promise<number> => {
		const body = { ...readAll('2001'), Header: { ClientID: clientId } };
		return (await client.opus('read-onetime-payments', body, { certificate })).status;
	};

	it('lets the right one in and turns none, a foreign and an expired one away with 403', async () => {
		assert.equal(await statusOf('client'), 200);
		for (const certificate of ['none', 'foreign', 'expired'] as const) {
			assert.equal(await statusOf(certificate), 403, certificate);
			assert.equal(await statusOf(certificate), 403, `${certificate}, second connection`);
		}
	});

	it('answers 400 to a municipality that does not exist and 403 to one the certificate is not for', async () => {
		assert.equal(await statusOf('client', '999'), 400);
		assert.equal(await statusOf('client', '740'), 403);
	});

	it('demands one at the handshake of the second port, for every path', async () => {
		const body = JSON.stringify({ username: 'sandbox', password: 'sandbox' });
		const login = (certificate: CertificateName): Promise<{ status: number }> =>
			client.send('/capitech/api/public/v1/Access/login', body, { certificate, mtls: true });
		assert.equal((await login('client')).status, 200);
		for (const certificate of ['none', 'foreign', 'expired'] as const) await assert.rejects(login(certificate), certificate);
	});

	it('asks Capitech callers for none at the first port', async () => {
		const body = JSON.stringify({ username: 'sandbox', password: 'sandbox' });
		for (const certificate of ['none', 'expired'] as const) {
			assert.equal((await client.send('/capitech/api/public/v1/Access/login', body, { certificate })).status, 200);
		}
	});
});
