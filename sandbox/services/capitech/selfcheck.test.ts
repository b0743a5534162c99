import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../testing/client.ts';

const OCTOBER = { fromDate: '2026-10-01', toDate: '2026-10-31' };
const EARLY_OCTOBER = { fromDate: '2026-10-01', toDate: '2026-10-07' };
const EXAMPLE = { fromDate: '2021-07-10', toDate: '2021-07-10' };

describe('Capitech', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const example = async (): Promise<Json> => (await client.rows(EXAMPLE))[0];
	const mark = (parameters: object): Promise<{ status: number; body: Json }> => client.capitech('Time/setExternalStatusCode', parameters);
	const refusal = async (operation: string, parameters: object): Promise<string> => {
		const { status, body } = await client.capitech(operation, parameters);
		assert.deepEqual([status, body.success, body.content === null], [200, false, true]);
		return body.displayErrorMessage;
	};

	describe('sessions', () => {
		it('opens one with a token in the first element of content, for eight hours of local time', async () => {
			const reply = await client.send('/capitech/API/Public/V1/access/LOGIN', '{"username":"sandbox","password":"sandbox"}');
			const { success, content } = JSON.parse(reply.text);
			assert.deepEqual([success, content.length, content[0].accessTokenExpires], [true, 1, '2026-11-01T14:00:00']);
			assert.match(content[0].accessToken, /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/);
		});

		it('refuses a wrong password, a missing and an unknown token', async () => {
			assert.match(await refusal('Access/login', { username: 'sandbox', password: 'x' }), /Wrong username or password/);
			assert.match(await refusal('Catalogue/getOrders', { accessToken: null }), /accessToken is required/);
			const unknown = await client.capitech('Catalogue/getOrders', { accessToken: 'nobody' });
			assert.deepEqual([unknown.status, unknown.body.displayErrorMessage], [401, 'Session expired']);
		});

		it('ends by logging out and after eight hours', async () => {
			assert.equal((await client.capitech('Access/logout')).status, 200);
			assert.equal((await client.capitech('Catalogue/getOrders')).status, 401);
			await client.login();
			await client.control('PUT', '/control/clock', { advance: 'PT7H59M' });
			assert.equal((await client.capitech('Catalogue/getOrders')).status, 200);
			await client.control('PUT', '/control/clock', { advance: 'PT1M' });
			assert.equal((await client.capitech('Catalogue/getOrders')).status, 401);
		});

		it('takes POST only and knows its operations', async () => {
			const path = '/capitech/api/public/v1/Catalogue/getOrders';
			assert.equal((await client.send(path, '', { method: 'GET' })).status, 405);
			assert.equal((await client.send(`${path}Now`, '{}')).status, 404);
			assert.match(JSON.parse((await client.send(path, '{oops')).text).displayErrorMessage, /not valid JSON/);
		});
	});

	describe('getTimeTransactions', () => {
		it('gives the documented keys in the documented order', async () => {
			assert.deepEqual(Object.keys(await example()).slice(0, 8), [
				'clientId', 'employeeId', 'employee', 'dateIn', 'timeIn', 'dateOut', 'timeOut', 'departmentId',
			]);
			assert.equal(Object.keys(await example()).length, 56);
		});

		it('takes both ends of the period in and at most 31 dates', async () => {
			const rows = await client.rows(OCTOBER);
			const dates = rows.map((row) => row.dateIn);
			assert.deepEqual([dates[0], dates.at(-1)], ['2026-10-01', '2026-10-31']);
			assert.deepEqual(dates, [...dates].sort());
			assert.match(await refusal('Time/getTimeTransactions', { fromDate: '2026-09-30', toDate: '2026-10-31' }), /32 days/);
			assert.match(await refusal('Time/getTimeTransactions', { fromDate: '2026-10-02', toDate: '2026-10-01' }), /not be after/);
		});

		it('refuses more rows than the cap, and gives exactly the cap', async () => {
			const { length } = await client.rows(OCTOBER);
			await client.switch({ 'capitech.rowCap': length });
			assert.equal((await client.rows(OCTOBER)).length, length);
			await client.switch({ 'capitech.rowCap': length - 1 });
			const { status, body } = await client.capitech('Time/getTimeTransactions', OCTOBER);
			assert.equal(status, 200);
			assert.match(body.displayErrorMessage, /Too many results/);
			assert.match(body.serverErrorMessage, /maximum allowed number/);
			assert.ok(body.content === null);
		});

		it('keeps firms apart', async () => {
			const sister = await client.rows({ ...OCTOBER, clientId: 200 });
			assert.ok(sister.length > 0 && sister.every((row) => row.clientId === 200));
			assert.match(await refusal('Time/getTimeTransactions', { ...OCTOBER, clientId: 300 }), /no access to client 300/);
		});
	});

	describe('setExternalStatusCode', () => {
		it('marks all rows of a uid and takes the mark away with null', async () => {
			const rows = await client.rows(EARLY_OCTOBER);
			const { uid } = rows.find((row, index) => rows[index + 1]?.uid === row.uid);
			const ofUid = async (): Promise<unknown[]> => (await client.rows(EARLY_OCTOBER)).filter((row) => row.uid === uid).map((row) => row.externalStatusCode);
			assert.equal((await mark({ uid, externalStatusCode: 30 })).body.success, true);
			assert.ok((await ofUid()).every((status) => status === 30) && (await ofUid()).length > 1);
			await mark({ uid, externalStatusCode: null });
			assert.ok((await ofUid()).every((status) => status === null));
		});

		it('takes a list of uids, all or none of them', async () => {
			const [one, other] = [...new Set((await client.rows(EARLY_OCTOBER)).map((row) => row.uid))];
			assert.match(await refusal('Time/setExternalStatusCode', { uids: [one, 1], externalStatusCode: 30 }), /uid 1 in client 100/);
			assert.equal((await client.rows({ ...EARLY_OCTOBER, externalStatusCodeFilter: 30 })).length, 0);
			await mark({ uids: [one, other], externalStatusCode: 30 });
			const marked = await client.rows({ ...EARLY_OCTOBER, externalStatusCodeFilter: 30 });
			assert.deepEqual(new Set(marked.map((row) => row.uid)), new Set([one, other]));
		});

		it('refuses what it does not understand', async () => {
			for (const [parameters, text] of [
				[{ externalStatusCode: 20 }, /uid is required/],
				[{ uid: 107_004 }, /externalStatusCode is required/],
				[{ uid: '107004', externalStatusCode: 20 }, /uid must be a whole number/],
				[{ uid: 107_004, externalStatusCode: '20' }, /externalStatusCode must be a whole number/],
				[{ uid: 107_004, externalStatusCode: 20, clientId: 200 }, /no time transaction with uid 107004 in client 200/],
			] as const) {
				assert.match(await refusal('Time/setExternalStatusCode', parameters), text);
			}
		});
	});

	describe('master data', () => {
		const read = async (operation: string, parameters: object = {}): Promise<Json[]> => (await client.capitech(operation, parameters)).body.content;

		it('lists departments, one of them inactive', async () => {
			const departments = await read('Catalogue/getDepartments');
			assert.ok(departments.length >= 8 && departments.some((row) => !row.isActive));
			assert.deepEqual(departments.find((row) => row.departmentId === 50), { clientId: 100, departmentId: 50, description: 'Logistikk', isActive: true });
		});

		it('asks for the parents of tasks, subprojects and phases', async () => {
			assert.deepEqual((await read('Catalogue/getTasks', { departmentId: 50 })).map((row) => row.taskDescription), ['Plukking', 'Varemottak']);
			assert.deepEqual((await read('Catalogue/getSubProjects', { projectId: 1001 })).map((row) => row.subProjectId), [8445, 8446]);
			assert.deepEqual((await read('Catalogue/getPhases', { projectId: 1001, subProjectId: 8446 })).map((row) => row.alphanumericCode), ['F1', 'F2']);
			assert.match(await refusal('Catalogue/getTasks', {}), /departmentId is required/);
		});

		it('leaves passive projects out unless asked for', async () => {
			const active = (await read('Catalogue/getProjects')).map((row) => row.projectId);
			const all = (await read('Catalogue/getProjects', { includePassive: true })).map((row) => row.projectId);
			assert.deepEqual([active.includes(1004), all.includes(1004)], [false, true]);
		});

		it('lists orders and free dimensions', async () => {
			assert.equal((await read('Catalogue/getOrders')).length, 2);
			assert.equal((await read('Catalogue/getFreeDimension1s'))[0].freeDimension1Id, 10);
			assert.equal((await read('Catalogue/getFreeDimension2s'))[1].freeDimension2Id, 60);
		});

		it('gives employees, passive ones only when asked for, filtered', async () => {
			const active = await read('Employee/getPersonalInformation');
			const all = await read('Employee/getPersonalInformation', { includeTimePassive: true });
			assert.deepEqual([active.length, all.length], [40, 41]);
			const women = await read('Employee/getPersonalInformation', { genderFilter: 'K', departmentIdFilter: [10, 20] });
			assert.ok(women.length > 0 && women.every((row) => row.gender === 'K' && [10, 20].includes(row.departmentId)));
			assert.equal((await read('Employee/getPersonalInformation', { employeeIdFilter: [155] }))[0].lastName, 'Danielsen');
		});
	});
});
