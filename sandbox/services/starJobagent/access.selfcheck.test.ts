import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';

import { codesIn, JobagentOffice } from '../../testing/jobagent.ts';
import { starHeaders, type StarReply } from '../../testing/star.ts';

const CPR = 'x-civilRegistrationIdentifier';

describe('who may call the Jobagent service', () => {
	let office: JobagentOffice;
	let id: string;
	let owner: string;
	before(async () => {
		office = await JobagentOffice.start();
		[{ jobagentidentifier: id, cpr: owner }] = office.world.jobAgents;
	});
	after(() => office.close());
	afterEach(() => office.reset());

	const get = (headers: Record<string, string> = {}): Promise<StarReply> => office.get(id, { [CPR]: owner, ...headers });
	const refusal = ({ status, body }: StarReply): unknown => [status, body.errors];

	it('is STAR alone, unless all may', async () => {
		assert.equal((await get()).status, 200);
		for (const headers of [starHeaders(2, '901'), starHeaders(100, '901'), starHeaders(2, 'STAR')]) {
			assert.deepEqual(refusal(await get(headers)), [403, [{ code: 4575, text: 'You are not authorized' }]]);
		}
		await office.turn('allowedOrganisations', 'all');
		assert.equal((await get(starHeaders(2, '901'))).status, 200);
	});

	it('is who has the scope: to read and to write, to read, or none', async () => {
		const codes = async (): Promise<unknown> => [(await get()).status, (await office.create()).status, (await office.remove({ id })).status];
		await office.turn('scopes', 'read');
		assert.deepEqual(await codes(), [200, 403, 403]);
		assert.deepEqual(codesIn(await office.update({ id })), [1013]);
		await office.turn('scopes', 'none');
		assert.deepEqual(await codes(), [403, 403, 403]);
		assert.deepEqual((await office.state()).requestIds, []);
	});

	it('says whom it is about by a CPR number in the header', async () => {
		assert.deepEqual(codesIn(await get({ [CPR]: '' })), [1014]);
		assert.deepEqual(refusal(await get({ [CPR]: '3102405001' })), [400, [{ code: 1001, text: 'Invalid cpr' }]]);
		for (const unknown of ['0000000000', '0101905001']) assert.deepEqual(codesIn(await get({ [CPR]: unknown })), [1010]);
		const calls = [office.create({ headers: { [CPR]: '3102405001' } }), office.update({ id, headers: { [CPR]: '3102405001' } }), office.remove({ id, headers: { [CPR]: '3102405001' } })];
		for (const call of await Promise.all(calls)) assert.deepEqual(codesIn(call), [1001]);
	});

	it("may read, change and delete a citizen's own job agents only", async () => {
		const calls = [office.get(id), office.update({ id }), office.remove({ id })];
		for (const call of await Promise.all(calls)) assert.deepEqual(refusal(call), [404, [{ code: 4589, text: 'Unknown identifier' }]]);
		await office.turn('unknownStatus', 400);
		assert.equal((await office.get(id)).status, 400);
	});

	it('reads a job agent by its identifier, and the list where that is allowed', async () => {
		const shown = { ...office.world.jobAgents[0] };
		delete shown.cpr;
		assert.deepEqual((await get()).body, { jobagent: shown });
		assert.deepEqual((await office.get(id.toUpperCase(), { [CPR]: owner })).body, { jobagent: shown });
		assert.deepEqual(codesIn(await office.get('no-guid')), [1014]);
		assert.deepEqual(codesIn(await office.get('', { [CPR]: owner })), [1014]);
		await office.turn('getWithoutIdentifier', 'list');
		assert.deepEqual((await office.get('', { [CPR]: owner })).body, { jobagents: [shown] });
		assert.deepEqual((await office.get('')).body, { jobagents: [] });
		assert.equal((await get()).body.jobagent.jobagentidentifier, id);
	});

	it('deletes by both paths; a second time it is unknown', async () => {
		const [, second] = office.world.jobAgents;
		assert.deepEqual(await office.remove({ id, headers: { [CPR]: owner } }), { status: 200, body: null, type: 'application/json; charset=utf-8' });
		assert.equal((await office.remove({ path: `/Jobagent/${second.jobagentidentifier}`, headers: { [CPR]: second.cpr } })).status, 200);
		assert.deepEqual(codesIn(await office.remove({ id, headers: { [CPR]: owner } })), [4589]);
		assert.deepEqual(codesIn(await office.remove({})), [1014]);
		assert.equal((await office.state()).jobAgents.length, 4);
	});

	it('names its operations in the journal, whose paths hold no CPR number', async () => {
		await get();
		await office.create();
		await office.update({ path: `/Jobagent/${id}` });
		await office.remove({ path: `/jobagent/${id}` });
		const journal = await office.star.control('GET', '/control/journal?service=starJobagent');
		assert.deepEqual(journal.slice(-4).map((entry: { operation: string }) => entry.operation), ['GetJobagent', 'CreateJobagent', 'UpdateJobagent', 'DeleteJobagent']);
		const numbers: string[] = office.world.citizens.map(({ cpr }: { cpr: string }) => cpr);
		assert.ok(journal.every(({ path }: { path: string }) => !numbers.some((cpr) => path.includes(cpr))));
	});
});
