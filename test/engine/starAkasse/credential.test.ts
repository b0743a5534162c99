import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';

import { openRedirect } from '../redirect';
import { testCredential, toPkcs12 } from '../support';
import { AkasseBench, CREDENTIAL } from './bench';

const star = new AkasseBench();

const LIST = { resource: 'akasse', operation: 'getMany' };

const ask = async (changes: IDataObject = {}, options: IDataObject = {}) => await star.run({ ...LIST, options } as never, { credentials: await star.credentials(changes) });

const probe = async (changes: IDataObject = {}) => await testCredential('starAkasseApi', (await star.credentials(changes))[CREDENTIAL].data);

const pairOf = async (name: string) => ({ clientCertificate: await star.sandbox.certificate(`${name}.pem`), privateKey: await star.sandbox.certificate(`${name}.key`) });

const headersOf = async () => (await star.sent()).at(-1)!.headers;

describe('a good credential', () => {
	test('passes its test, by a read of the list', async () => {
		expect(await probe()).toMatchObject({ status: 'OK' });
		expect((await star.sent()).map(({ operation, method }) => [method, operation])).toEqual([['GET', 'GetAkasseListe']]);
	});

	test.each(['', '/', '/v1', '/v1/Akasse'])('may have a base URL that ends in %j', async (end) => {
		expect((await ask({ baseUrl: `https://localhost:${star.sandbox.httpsPort}/star/akasse${end}` })).error).toBeUndefined();
		expect((await star.sent())[0].path).toBe('/star/akasse/v1/Akasse');
	});

	test('may hold a PKCS#12 file', async () => {
		const { clientCertificate, privateKey } = await pairOf('client');
		const pkcs12Certificate = toPkcs12({ cert: clientCertificate, key: privateKey }, 'pass');
		expect((await ask({ fileFormat: 'pkcs12', pkcs12Certificate, passphrase: 'pass', clientCertificate: '', privateKey: '' })).error).toBeUndefined();
	});

	test('works where the certificate is demanded at the handshake', async () => {
		expect((await ask({ baseUrl: `https://localhost:${star.sandbox.mtlsPort}/star/akasse` })).error).toBeUndefined();
	});
});

/** What the service refuses: what is told in a run, and by the test of the credential. */
const REFUSED: Array<[string, () => Promise<IDataObject>, RegExp, RegExp]> = [
	['a certificate of another authority', async () => await pairOf('foreign'), /client certificate/, /does not accept the client certificate/],
	['an unknown organisation', async () => ({ organisationCode: '999' }), /not authorised/, /'Organisation Code'/],
	['another type of organisation', async () => ({ organisationType: 8 }), /not authorised/, /'Organisation Type'/],
	['another organisation header', async () => ({ organisationHeader: 'x-other' }), /active organisation is missing/, /names of their headers/],
	['another user header', async () => ({ userHeader: 'x-other' }), /header with the user is missing/, /names of their headers/],
	['another address on the host', async () => ({ baseUrl: `https://localhost:${star.sandbox.httpsPort}/star/akasse/other` }), /refused GetAkasseListe/, /no such service/],
	['another host', async () => ({ baseUrl: 'https://localhost:1' }), /can not be reached/, /ECONNREFUSED/],
];

test.each(REFUSED)('%s fails clearly, in a run and in the test', async (_what, changes, message, tested) => {
	expect((await ask(await changes())).error?.message).toMatch(message);
	expect(await probe(await changes())).toMatchObject({ status: 'Error', message: expect.stringMatching(tested) });
});

test('a redirect is not followed, with certificate and headers, and fails clearly', async () => {
	const redirect = await openRedirect(star.sandbox);
	try {
		const changes = { baseUrl: redirect.baseUrl };
		expect((await ask(changes)).error?.message).toMatch(/sends GetAkasseListe on to another address, which was not followed/);
		expect(await probe(changes)).toMatchObject({ status: 'Error', message: expect.stringMatching(/sends requests on to another/) });
		expect(redirect.reached).toEqual(['/v1/Akasse', '/v1/Akasse']);
	} finally {
		redirect.close();
	}
});

/** What is known before anything is sent. */
const UNUSABLE: Array<[string, () => Promise<IDataObject>, RegExp]> = [
	['no base URL', async () => ({ baseUrl: '' }), /'Base URL' in the credential is empty/],
	['a base URL in the clear', async () => ({ baseUrl: 'http://localhost/star' }), /'Base URL' in the credential does not begin with https/],
	['an expired certificate', async () => await pairOf('expired'), /certificate expired/],
	['no certificate', async () => ({ clientCertificate: '', privateKey: '' }), /'Client Certificate' field is empty/],
	['the key of another certificate', async () => ({ privateKey: (await pairOf('foreign')).privateKey }), /does not belong/],
	['an organisation type out of range', async () => ({ organisationType: 101 }), /'Organisation Type'/],
	['no organisation code', async () => ({ organisationCode: '' }), /'Organisation Code'/],
	['no user', async () => ({ userIdentifier: '' }), /'User Identifier'/],
	['a header of two words', async () => ({ userHeader: 'x user' }), /'User Header'/],
	['two headers of one name', async () => ({ userHeader: 'X-activeOrganisation' }), /'User Header'/],
	['a token of two lines', async () => ({ bearerToken: 'a\nb' }), /'Access Token'/],
];

test.each(UNUSABLE)('%s is told before anything is sent', async (_what, changes, message) => {
	const { error } = await ask(await changes());
	expect(error?.message).toMatch(message);
	expect(error).toHaveProperty('failure.cause', 'credential-invalid');
	expect(await probe(await changes())).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
	expect(await star.sent()).toEqual([]);
});

describe('the headers', () => {
	test('tell the organisation and the user in ASCII', async () => {
		await ask({ userName: 'Søren 👷 Sørensen' });
		const { 'x-activeorganisation': organisation, 'x-requestusermetadata': user } = await headersOf();
		expect(organisation).toBe('{"organisationTypeIdentifier":2,"organisationCode":"901"}');
		expect(user).toMatch(/^[\x20-\x7e]+$/);
		expect(JSON.parse(user)).toMatchObject({ requestUserStructure: { userFullName: 'Søren 👷 Sørensen' }, requestOrganisationStructure: { organisationType: 2, organisationCode: '901' } });
	});

	test('tell the user of the item, each its own', async () => {
		const parameters = { ...LIST, options: { user: { values: { type: 4, identifier: '={{ $json.who }}', name: '', email: 'a@example.org' } } } };
		await star.run(parameters, { items: [{ who: 'one' }, { who: 'two' }] });
		const users = (await star.sent()).map(({ headers }) => JSON.parse(headers['x-requestusermetadata']).requestUserStructure as IDataObject);
		expect(users.map(({ userIdentifier }) => userIdentifier).sort()).toEqual(['one', 'two']);
		expect(users[0]).toEqual({ requestUserType: 4, userEmail: 'a@example.org', userIdentifier: users[0].userIdentifier });
	});

	test('have the names that the credential gives them', async () => {
		await ask({ organisationHeader: 'X-Org', userHeader: 'X-User' });
		expect(Object.keys(await headersOf())).toEqual(expect.arrayContaining(['x-org', 'x-user']));
		expect(await headersOf()).not.toHaveProperty('x-activeorganisation');
	});

	test.each([
		['abc.def', 'Bearer abc.def'],
		['Bearer abc', 'Bearer abc'],
		['', undefined],
	])('carry the token %j as %j', async (bearerToken, expected) => {
		await ask({ bearerToken });
		expect((await headersOf()).authorization).toBe(expected);
	});

	test('of a read hold no ID of a request and no person', async () => {
		await ask();
		expect(Object.keys(await headersOf())).not.toEqual(expect.arrayContaining(['x-requestid']));
		expect(Object.keys(await headersOf())).not.toEqual(expect.arrayContaining(['x-civilregistrationidentifier']));
	});
});

test('no secret is in the error of a request that is refused', async () => {
	const data = { ...(await pairOf('foreign')), bearerToken: 'secret-token-of-ours' };
	const { error } = await ask(data);
	const all = inspect(error, { depth: 12, showHidden: true, maxStringLength: Infinity }) + JSON.stringify(error);
	for (const secret of [data.bearerToken, ...(data.privateKey.match(/[A-Za-z0-9+/]{40}/g) ?? [])]) expect(all).not.toContain(secret);
});
