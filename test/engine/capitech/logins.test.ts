import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { CredentialRecords } from '../support';
import { runWorkflow } from '../support';
import { CapitechBench, CREDENTIAL, ENDED, GET_MANY, LOGIN, rowsOf, tokenGiven } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const DATE = '2026-10-28';

const logins = async () => await capitech.sent(LOGIN);

/** As many executions at once, with one stored credential and several items each. */
async function atOnce(runs: number, credentials: CredentialRecords) {
	const items = [{}, {}, {}];
	const results = await Promise.all(Array.from({ length: runs }, async () => await capitech.getMany(DATE, DATE, {}, { credentials, items })));
	expect(results.map(({ status, error }) => error?.message ?? status)).toEqual(Array.from({ length: runs }, () => 'success'));
	const rows = (await capitech.held(DATE, DATE)).length;
	expect(results.map((result) => rowsOf(result).length)).toEqual(Array.from({ length: runs }, () => 3 * rows));
}

/** A workflow in which two Capitech nodes follow one start, as a branch each. */
async function twoNodes(credentials: CredentialRecords) {
	const parameters = { resource: 'timeTransaction', operation: 'getMany', clientId: 100, fromDate: DATE, toDate: DATE, returnAll: true };
	const node = (name: string) => ({ name, type: 'n8n-nodes-nordic-workforce.capitech', parameters, credentials: { capitechApi: { name: CREDENTIAL } } });
	return await runWorkflow({
		nodes: [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, node('A'), node('B')],
		connections: { Start: { main: [[{ node: 'A', type: 'main', index: 0 }, { node: 'B', type: 'main', index: 0 }]] } },
		items: [{}, {}],
		credentials,
	});
}

describe.each(['bothLive', 'firstDies'])('where a second log-in leaves it that %s', (secondLogin) => {
	beforeEach(async () => await capitech.control.switches({ 'capitech.secondLogin': secondLogin }));

	test('runs that begin at once without a token log in once', async () => {
		const credentials = await capitech.credentials();
		await atOnce(4, credentials);
		const [{ entry }, ...more] = await logins();
		expect(more).toEqual([]);
		expect(credentials[CREDENTIAL].data.accessToken).toBe(tokenGiven(entry));
	});

	test.each([401, 200])('runs whose session has ended log in once (HTTP %i)', async (answer) => {
		await capitech.control.switches({ 'capitech.expiredTokenAnswer': answer });
		const credentials = await capitech.credentials({ accessToken: ENDED });
		await atOnce(4, credentials);
		const [{ entry }, ...more] = await logins();
		expect(more).toEqual([]);
		expect(credentials[CREDENTIAL].data.accessToken).toBe(tokenGiven(entry));
	});

	test('the two nodes of a workflow log in once', async () => {
		const { status } = await twoNodes(await capitech.credentials());
		expect(status).toBe('success');
		expect((await logins()).length).toBe(1);
		expect(new Set((await capitech.sent(GET_MANY)).map(({ body }) => body.accessToken)).size).toBe(1);
	});

	test('a slow log-in is waited for, not begun again', async () => {
		await capitech.control.faults({ service: 'capitech', operation: LOGIN, kind: 'latency', ms: 150 });
		await atOnce(3, await capitech.credentials());
		expect((await logins()).length).toBe(1);
	});

	test('runs of two users log in once each', async () => {
		const [ours, theirs] = [await capitech.credentials(), await capitech.credentials({ password: 'wrong' })];
		const [good, bad] = await Promise.all([capitech.getMany(DATE, DATE, {}, { credentials: ours }), capitech.getMany(DATE, DATE, {}, { credentials: theirs })]);
		expect([good.status, bad.status]).toEqual(['success', 'error']);
		expect((await logins()).length).toBe(2);
	});
});

test('a log-in that failed is not handed to the next run', async () => {
	await capitech.control.faults({ service: 'capitech', operation: LOGIN, kind: 'business-error', text: 'Not now', times: 1 });
	const credentials = await capitech.credentials();
	expect((await capitech.getMany(DATE, DATE, {}, { credentials })).status).toBe('error');
	expect((await capitech.getMany(DATE, DATE, {}, { credentials })).status).toBe('success');
});

test('a run takes the token that another one has stored meanwhile, and does not log in', async () => {
	const credentials = await capitech.credentials();
	await capitech.getMany(DATE, DATE, {}, { credentials });
	const stored = credentials[CREDENTIAL].data;
	/* The run begins with a token that has ended; when it looks again, somebody else has stored a new one. */
	let reads = 0;
	Object.defineProperty(credentials[CREDENTIAL], 'data', {
		get: (): ICredentialDataDecryptedObject => (reads++ === 0 ? { ...stored, accessToken: ENDED } : stored),
	});
	expect((await capitech.getMany(DATE, DATE, {}, { credentials })).status).toBe('success');
	expect((await capitech.sent(GET_MANY)).map(({ body }) => body.accessToken)).toEqual([stored.accessToken, ENDED, stored.accessToken]);
	expect((await logins()).length).toBe(1);
});
