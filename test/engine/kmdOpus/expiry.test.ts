import { X509Certificate } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { toPkcs12 } from '../support';
import { line, packClock, useOpus } from './opus';

const opus = useOpus();

const DAY = 24 * 60 * 60 * 1000;

/** Sets the pack's clock to so many days before the client certificate expires. */
async function daysBefore(days: number): Promise<void> {
	const { validTo } = new X509Certificate(await opus.running.certificate('client.pem'));
	const now = new Date(Date.parse(validTo) - days * DAY);
	(await packClock()).setClock({ now: () => now, sleep: async () => {} });
}

afterEach(async () => (await packClock()).setClock({ sleep: async () => {} }));

async function pkcs12(): Promise<IDataObject> {
	const [cert, key] = [await opus.running.certificate('client.pem'), await opus.running.certificate('client.key')];
	return { fileFormat: 'pkcs12', pkcs12Certificate: toPkcs12({ cert, key }, 'p'), passphrase: 'p' };
}

const read = async (data: IDataObject = {}, items: IDataObject[] = [{}]) =>
	await opus.run({ resource: 'oneTimePayment', operation: 'getMany', employeeNumber: '7001', returnAll: true, filters: {} }, items, { credentials: await opus.credential(data) });

describe.each(['PEM', 'PKCS#12'])('a client certificate in %s', (format) => {
	const fields = async () => (format === 'PEM' ? {} : await pkcs12());

	test.each([
		[90, []],
		[60.5, []],
		[59.5, [{ type: 'info', message: expect.stringMatching(/expires on .*, in 59 days.*Order its successor/) }]],
		[30.5, [{ type: 'info' }]],
		[29.5, [{ type: 'warning', message: expect.stringMatching(/in 29 days.*Send the new public key/) }]],
		[1.5, [{ type: 'warning', message: expect.stringMatching(/in 1 day\./) }]],
	])('%d days before it expires', async (days, hints) => {
		await daysBefore(days);
		const result = await read(await fields());
		expect(result.error).toBeUndefined();
		expect(result.hints).toEqual(hints.map((hint) => expect.objectContaining(hint)));
	});

	test('is not used once it is expired', async () => {
		await daysBefore(-0.5);
		const { error } = await read(await fields());
		expect(error?.message).toMatch(/certificate expired on/);
		expect(await opus.operations()).toEqual([]);
	});

	test('is not used before it is valid', async () => {
		await daysBefore(400);
		const { error } = await read(await fields());
		expect(error?.message).toMatch(/not valid before/);
		expect(await opus.operations()).toEqual([]);
	});
});

test('the hint names neither the holder nor a number of the certificate', async () => {
	await daysBefore(20);
	const { subject, serialNumber } = new X509Certificate(await opus.running.certificate('client.pem'));
	const [{ message }] = (await read()).hints;
	for (const secret of [...subject.split('\n').map((part) => part.split('=')[1]), serialNumber]) expect(message).not.toContain(secret);
});

test('the hint comes once, however many items there are', async () => {
	await daysBefore(20);
	expect((await read({}, [{}, {}, {}])).hints).toHaveLength(1);
});

test('the hint comes with Register too', async () => {
	await daysBefore(20);
	const { hints } = await opus.register([line()]);
	expect(hints).toEqual([expect.objectContaining({ type: 'warning', message: expect.stringContaining('expires on') })]);
});
