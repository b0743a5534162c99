import type { IDataObject } from 'n8n-workflow';

import { openRedirect } from '../redirect';
import { testCredential } from '../support';
import { IDENTIFIER, JobagentBench } from './bench';

const jobagent = new JobagentBench();

const dataOf = async (changes: IDataObject = {}) => Object.values(await jobagent.credentials(changes))[0].data;

const probe = async (changes: IDataObject = {}) => await testCredential('starJobagentApi', await dataOf(changes));

test('a good credential passes: STAR refuses a read that names nobody, and that is no fault of the credential', async () => {
	expect(await probe()).toMatchObject({ status: 'OK' });
	const [{ method, path, headers, answer }, ...others] = await jobagent.sent();
	expect([method, path, answer.status, others]).toEqual(['GET', '/star/jobagent/v1/Jobagent', 400, []]);
	expect(Object.keys(headers)).not.toContain('x-civilregistrationidentifier');
	expect(await jobagent.state('requestIds')).toEqual([]);
});

test.each(['errors', 'single', 'array', 'problem'])('codes are found in the shape "%s", whatever their status', async (errorShape) => {
	for (const forbiddenStatus of [400, 401, 403]) {
		await jobagent.switches({ errorShape, forbiddenStatus });
		expect(await probe()).toMatchObject({ status: 'OK' });
		const expected = forbiddenStatus === 401 ? /client certificate/ : /'Organisation Type' and 'Organisation Code'/;
		expect(await probe({ organisationCode: '901', organisationType: 2 })).toMatchObject({ status: 'Error', message: expect.stringMatching(expected) });
	}
	expect(await probe({ organisationHeader: 'x-other' })).toMatchObject({ status: 'Error', message: expect.stringMatching(/'Organisation Header'/) });
	expect(await probe({ userHeader: 'x-other' })).toMatchObject({ status: 'Error', message: expect.stringMatching(/'User Header'/) });
});

test.each<[string, () => Promise<IDataObject>, RegExp]>([
	['a certificate of another authority', async () => ({ clientCertificate: await jobagent.sandbox.certificate('foreign.pem'), privateKey: await jobagent.sandbox.certificate('foreign.key') }), /does not accept the client certificate/],
	['an expired certificate', async () => ({ clientCertificate: await jobagent.sandbox.certificate('expired.pem'), privateKey: await jobagent.sandbox.certificate('expired.key') }), /certificate expired/],
	['another address on the host', async () => ({ baseUrl: `https://localhost:${jobagent.sandbox.httpsPort}/star/other` }), /no such service/],
	['another service of STAR', async () => ({ baseUrl: `https://localhost:${jobagent.sandbox.httpsPort}/star/akasse`, organisationType: 2, organisationCode: '901' }), /no such service/],
	['another host', async () => ({ baseUrl: 'https://localhost:1' }), /ECONNREFUSED/],
	['two headers of one name', async () => ({ cprHeader: 'X-RequestId' }), /'CPR Header'/],
])('%s fails the test clearly', async (_what, changes, message) => {
	expect(await probe(await changes())).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
});

test('a redirect is not followed, with certificate and headers, and fails clearly', async () => {
	const redirect = await openRedirect(jobagent.sandbox);
	try {
		const changes = { baseUrl: redirect.baseUrl };
		const { error } = await jobagent.run({ operation: 'get', cpr: '0000000000', jobAgentIdentifier: IDENTIFIER }, { credentials: await jobagent.credentials(changes) });
		expect(error?.message).toMatch(/sends GetJobagent on to another address, which was not followed/);
		expect(await probe(changes)).toMatchObject({ status: 'Error', message: expect.stringMatching(/sends requests on to another/) });
		expect(redirect.reached).toEqual(['/v1/Jobagent', '/v1/Jobagent']);
	} finally {
		redirect.close();
	}
});

test('a page or nothing in the place of an answer fails the test', async () => {
	await jobagent.faults('GetJobagent', { kind: 'malformed', every: 1 });
	const { status } = await probe();
	await jobagent.faults('GetJobagent', { kind: 'status', status: 503, every: 1 });
	expect([status, await probe()]).toMatchObject(['Error', { status: 'Error', message: expect.stringMatching(/out of order/) }]);
});

test('the CPR number goes in the header that the credential names, and the token beside it', async () => {
	const [cpr] = await jobagent.citizens();
	await jobagent.run({ operation: 'get', cpr, jobAgentIdentifier: IDENTIFIER }, { credentials: await jobagent.credentials({ cprHeader: 'X-Person', bearerToken: 'abc' }) });
	const [{ headers }] = await jobagent.sent();
	expect(headers).toMatchObject({ 'x-person': cpr, authorization: 'Bearer abc' });
	expect(headers).not.toHaveProperty('x-civilregistrationidentifier');
});
