import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../testing/client.ts';

const OCTOBER = { fromDate: '2026-10-01', toDate: '2026-10-31' };
const EARLY_OCTOBER = { fromDate: '2026-10-01', toDate: '2026-10-07' };
const EXAMPLE = { fromDate: '2021-07-10', toDate: '2021-07-10' };
const SINCE_OPENING = '2026-11-01 06:00:00.000';

describe('Capitech, edited and switched', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const example = async (filters: object = {}): Promise<Json> => (await client.rows({ ...EXAMPLE, ...filters }))[0];
	const edit = (record: object): Promise<Json> => client.control('POST', '/control/world/capitech', { transactions: [record] });
	const editExample = (fields: object): Promise<Json> => edit({ clientId: 100, uid: 107_004, timeCategoryId: 10, ...fields });
	const mark = (parameters: object): Promise<{ status: number; body: Json }> => client.capitech('Time/setExternalStatusCode', parameters);
	const refusal = async (operation: string, parameters: object): Promise<string> => {
		const { status, body } = await client.capitech(operation, parameters);
		assert.deepEqual([status, body.success, body.content === null], [200, false, true]);
		return body.displayErrorMessage;
	};

	describe("a manager's edit", () => {
		it('stamps the row, rebuilds its key, and names what its numbers stand for', async () => {
			await editExample({ qty: 8, departmentId: 10, taskId: 20, projectId: 1002, subProjectId: null });
			const row = await example();
			assert.deepEqual([row.lastUpdatedOn, row.recordStateKey], ['2026-11-01 06:00:00', '107004_10_8.00']);
			assert.deepEqual([row.department, row.task, row.project, row.projectAlphanumericCode, row.subProject], ['Butikk', 'Varepåfylling', 'Fjordbyen', 'B410', null]);
		});

		it('takes approvals as given, and approving alone is no edit', async () => {
			await editExample({ qty: 8, approvedLevelOne: 1 });
			assert.deepEqual([(await example()).approvedLevelOne, (await example()).approvedLevelOneOn], [1, '2021-07-11 11:25:00']);
			await editExample({ lastUpdatedOn: '2026-01-01 00:00:00', approvedLevelTwo: 1 });
			const row = await example();
			assert.deepEqual([row.approvedLevelTwoOn, row.lastUpdatedOn], ['2026-11-01 06:00:00', '2026-01-01 00:00:00']);
		});

		it('moves a row to another date, adds one and takes one out', async () => {
			await editExample({ dateIn: '2026-12-01' });
			assert.equal(await example(), undefined);
			await edit({ clientId: 100, uid: 1, timeCategoryId: 20, employeeId: 155, dateIn: '2026-12-01', qty: 2, approvedLevelOne: 1 });
			const rows = await client.rows({ fromDate: '2026-12-01', toDate: '2026-12-01' });
			assert.deepEqual(rows.map((row) => row.recordStateKey), ['1_20_2.00', '107004_10_7.50']);
			assert.deepEqual([rows[0].employee, rows[0].timeCategory, rows[0].approvedLevelOneBy], ['Ola Danielsen', 'Overtid 50 %', 'trineg']);
			await client.control('DELETE', '/control/world/capitech', { transactions: [{ clientId: 100, uid: 1, timeCategoryId: 20 }] });
			assert.equal((await client.rows({ fromDate: '2026-12-01', toDate: '2026-12-01' })).length, 1);
		});

		it('is refused when the record is no transaction', async () => {
			await assert.rejects(edit({ uid: 107_004 }), /400.*clientId, uid and timeCategoryId/);
			await assert.rejects(edit({ clientId: 100, uid: 2, timeCategoryId: 10 }), /400.*A new transaction needs/);
			await assert.rejects(client.control('POST', '/control/world/capitech', { shifts: [] }), /400.*no kind "shifts"/);
			await assert.rejects(client.control('DELETE', '/control/world/capitech', { transactions: [{ clientId: 100, uid: 2, timeCategoryId: 10 }] }), /400/);
		});
	});

	describe('switches', () => {
		it('editClearsStatus', async () => {
			await mark({ uid: 107_004, externalStatusCode: 20 });
			await editExample({ qty: 8 });
			assert.equal((await example()).externalStatusCode, 20);
			await client.switch({ 'capitech.editClearsStatus': true });
			const row = await example();
			await edit({ ...row, qty: 9 });
			assert.equal((await example()).externalStatusCode, null);
		});

		it('statusBumpsLastUpdated', async () => {
			await mark({ uid: 107_004, externalStatusCode: 20 });
			assert.equal(await example({ lastApprovedOrUpdatedFilter: SINCE_OPENING }), undefined);
			await client.switch({ 'capitech.statusBumpsLastUpdated': true });
			await mark({ uid: 107_004, externalStatusCode: 20 });
			assert.equal((await example({ lastApprovedOrUpdatedFilter: SINCE_OPENING })).uid, 107_004);
		});

		it('editClearsApprovals', async () => {
			await client.switch({ 'capitech.editClearsApprovals': false });
			await editExample({ qty: 8 });
			assert.equal((await example()).approvedLevelOne, 1);
			await client.switch({ 'capitech.editClearsApprovals': true });
			await editExample({ qty: 9 });
			const row = await example();
			assert.deepEqual([row.approvedLevelOne, row.approvedLevelOneBy, row.approvedLevelOneOn], [null, null, null]);
		});

		it('unapprovalMatchesFilter', async () => {
			await editExample({ approvedLevelOne: null });
			assert.equal(await example({ lastApprovedOrUpdatedFilter: SINCE_OPENING }), undefined);
			await client.switch({ 'capitech.unapprovalMatchesFilter': true });
			assert.equal((await example({ lastApprovedOrUpdatedFilter: SINCE_OPENING })).approvedLevelOne, null);
		});

		it('deletedRows', async () => {
			await client.control('DELETE', '/control/world/capitech', { transactions: [{ clientId: 100, uid: 107_004, timeCategoryId: 10 }] });
			const since = { lastApprovedOrUpdatedFilter: SINCE_OPENING };
			assert.deepEqual([await example(), await example(since)], [undefined, undefined]);
			await client.switch({ 'capitech.deletedRows': 'flagged' });
			assert.equal(await example(), undefined);
			assert.deepEqual([(await example(since)).isDeleted, (await example({ lastUpdatedGreaterThanOrEqualToFilter: '2026-11-01' })).uid], [true, 107_004]);
			assert.equal((await client.rows(EARLY_OCTOBER))[0].isDeleted, false);
		});

		it('windowTests', async () => {
			const dayAfter = { fromDate: '2021-07-11', toDate: '2021-07-11' };
			assert.equal((await client.rows(dayAfter)).length, 0);
			await client.switch({ 'capitech.windowTests': 'overlap' });
			assert.equal((await client.rows(dayAfter)).length, 1);
			assert.equal((await client.rows({ fromDate: '2021-07-12', toDate: '2021-07-12' })).length, 0);
		});

		it('tooManyAnswer and rowCap', async () => {
			await client.switch({ 'capitech.tooManyAnswer': 400, 'capitech.rowCap': 1 });
			const { status, body } = await client.capitech('Time/getTimeTransactions', OCTOBER);
			assert.equal(status, 400);
			assert.match(body.serverErrorMessage, /\(1\)/);
		});

		it('expiredTokenAnswer', async () => {
			await client.switch({ 'capitech.expiredTokenAnswer': 200 });
			assert.equal(await refusal('Catalogue/getOrders', { accessToken: 'nobody' }), 'Session expired');
		});

		it('secondLogin', async () => {
			const first = await client.login();
			await client.login();
			assert.equal((await client.capitech('Catalogue/getOrders', { accessToken: first })).status, 200);
			await client.switch({ 'capitech.secondLogin': 'firstDies' });
			await client.login();
			assert.equal((await client.capitech('Catalogue/getOrders', { accessToken: first })).status, 401);
			assert.equal((await client.capitech('Catalogue/getOrders')).status, 200);
		});

		it('approvalStampStyle', async () => {
			await client.switch({ 'capitech.approvalStampStyle': 'norwegian' });
			const row = await example();
			assert.deepEqual([row.approvedLevelOneOn, row.approvedLevelTwoOn, row.lastUpdatedOn], ['11.07.2021 11.25.00', null, '2021-07-11 07:01:00']);
		});

		it('keyCasing', async () => {
			await client.switch({ 'capitech.keyCasing': 'doc' });
			const row = await example();
			assert.deepEqual([row.employeeid, row.datein, row.timeout, row.subProjectid, row.clientId], [155, '2021-07-10', '07:01:00.000', 8445, 100]);
			assert.equal(row.employeeId, undefined);
		});

		it('payableType and qtyType', async () => {
			await client.switch({ 'capitech.payableType': 'boolean', 'capitech.qtyType': 'string' });
			const row = await example();
			assert.deepEqual([row.timeCategoryPayable, row.qty], [true, '7.50']);
		});

		it('maxDays', async () => {
			await client.switch({ 'capitech.maxDays': 7 });
			assert.ok((await client.rows(EARLY_OCTOBER)).length > 0);
			assert.match(await refusal('Time/getTimeTransactions', { ...EARLY_OCTOBER, toDate: '2026-10-08' }), /at most 7/);
		});

		it('statusWriteKey', async () => {
			await client.switch({ 'capitech.statusWriteKey': 'uidAndCategory' });
			const rows = await client.rows(EARLY_OCTOBER);
			const row = rows.find((of, index) => rows[index + 1]?.uid === of.uid);
			assert.match(await refusal('Time/setExternalStatusCode', { uid: row.uid, externalStatusCode: 30 }), /timeCategoryId is required/);
			await mark({ uid: row.uid, timeCategoryId: row.timeCategoryId, externalStatusCode: 30 });
			const marked = await client.rows({ ...EARLY_OCTOBER, externalStatusCodeFilter: 30 });
			assert.deepEqual(marked.map((of) => of.recordStateKey), [row.recordStateKey]);
		});

		it('nullStatusWithFilter', async () => {
			const marked = await client.rows({ ...EARLY_OCTOBER, externalStatusCodeFilter: 20 });
			assert.ok(marked.every((row) => row.externalStatusCode === 20));
			await client.switch({ 'capitech.nullStatusWithFilter': 'included' });
			const withNulls = await client.rows({ ...EARLY_OCTOBER, externalStatusCodeFilter: 20 });
			assert.equal(withNulls.length, (await client.rows(EARLY_OCTOBER)).length);
			const asked = { ...EARLY_OCTOBER, externalStatusCodeFilter: 20, includeElementsWithExternalStatusCodeNull: false };
			assert.equal((await client.rows(asked)).length, marked.length);
		});
	});
});
