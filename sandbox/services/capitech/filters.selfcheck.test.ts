import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { TestClient, type Json } from '../../testing/client.ts';

const SEPTEMBER = { fromDate: '2026-09-01', toDate: '2026-09-30' };

describe('the 25 parameters of getTimeTransactions', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());

	const example = async (filters: object): Promise<Json> =>
		(await client.rows({ fromDate: '2021-07-10', toDate: '2021-07-10', ...filters }))[0];
	const refusal = async (parameters: object): Promise<string> => {
		const { status, body } = await client.capitech('Time/getTimeTransactions', { ...SEPTEMBER, ...parameters });
		assert.deepEqual([status, body.success, body.content === null], [200, false, true]);
		return body.displayErrorMessage;
	};

	const filters: [parameter: string, value: unknown, test: (row: Json) => boolean][] = [
		['approvedLevelFilter', [2], (row) => row.approvedLevelTwo === 1],
		['approvedLevelFilter', [4, 3], (row) => row.approvedLevelThree === 1 || row.approvedLevelFour === 1],
		['employeeIdFilter', [2001, 2002], (row) => [2001, 2002].includes(row.employeeId)],
		['departmentIdFilter', [50], (row) => row.departmentId === 50],
		['taskIdFilter', [10], (row) => row.taskId === 10],
		['orderIdFilter', [501], (row) => row.orderId === 501],
		['projectIdFilter', [1001], (row) => row.projectId === 1001],
		['subProjectIdFilter', [8446], (row) => row.subProjectId === 8446],
		['projectPhaseIdFilter', [2], (row) => row.projectPhaseId === 2],
		['freeDimension1Filter', [20], (row) => row.freeDimension1Id === 20],
		['freeDimension2Filter', [60], (row) => row.freeDimension2Id === 60],
		['timeCategoryIdFilter', [10, 30], (row) => [10, 30].includes(row.timeCategoryId)],
		['timeCategoryTypeIdFilter', ['T', 'S'], (row) => ['T', 'S'].includes(row.timeCategoryTypeId)],
		['includePayableCategory', true, (row) => row.timeCategoryPayable === 1],
		['includePayableCategory', false, (row) => row.timeCategoryPayable === 0],
		['externalStatusCodeFilter', 20, (row) => row.externalStatusCode === 20],
		['externalStatusCodeFilter', [20, 30], (row) => row.externalStatusCode === 20],
		['includeElementsWithExternalStatusCodeNull', false, (row) => row.externalStatusCode !== null],
		['lastUpdatedGreaterThanOrEqualToFilter', '2026-09-20', (row) => row.lastUpdatedOn >= '2026-09-20'],
		[
			'lastApprovedOrUpdatedFilter',
			'2026-09-20 12:00:00.000',
			(row) => [row.lastUpdatedOn, row.approvedLevelOneOn, row.approvedLevelTwoOn, row.approvedLevelThreeOn, row.approvedLevelFourOn].some(
				(stamp) => stamp !== null && stamp >= '2026-09-20 12:00:00',
			),
		],
		['projectAlphanumericCodeFilter', ['B400'], (row) => row.projectAlphanumericCode === 'B400'],
		['subProjectAlphanumericCodeFilter', ['T8877'], (row) => row.subProjectAlphanumericCode === 'T8877'],
		['phaseAlphanumericCodeFilter', ['F1'], (row) => row.phaseAlphanumericCode === 'F1'],
	];
	for (const [parameter, value, test] of filters) {
		it(`filters by ${parameter} ${JSON.stringify(value)}`, async () => {
			const [all, found] = [await client.rows(SEPTEMBER), await client.rows({ ...SEPTEMBER, [parameter]: value })];
			const keys = (rows: Json[]): string => rows.map((row) => row.recordStateKey).join();
			assert.ok(keys(found) === keys(all.filter(test)), `${found.length} rows found`);
			assert.ok(found.length > 0 && found.length < all.length, `${found.length} of ${all.length}`);
		});
	}

	it('filters by dutyIdFilter, and treats null and an empty list as no filter', async () => {
		assert.equal((await example({ dutyIdFilter: [68_874] }))?.uid, 107_004);
		assert.equal(await example({ dutyIdFilter: [1] }), undefined);
		assert.equal((await example({ dutyIdFilter: [], taskIdFilter: null }))?.uid, 107_004);
	});

	it('refuses every parameter of a wrong type by name', async () => {
		const wrong: Record<string, unknown> = {
			clientId: '100', fromDate: '01.10.2026', toDate: '2026-02-30', approvedLevelFilter: 1, employeeIdFilter: ['2001'],
			departmentIdFilter: 50, taskIdFilter: '10', orderIdFilter: [1.5], dutyIdFilter: {}, projectIdFilter: [null],
			subProjectIdFilter: true, projectPhaseIdFilter: 'x', freeDimension1Filter: 10, freeDimension2Filter: 10,
			timeCategoryIdFilter: '10', timeCategoryTypeIdFilter: 'T', includePayableCategory: 1, externalStatusCodeFilter: '20',
			includeElementsWithExternalStatusCodeNull: 'true', lastUpdatedGreaterThanOrEqualToFilter: '2026-10-01 00:00:00',
			lastApprovedOrUpdatedFilter: '2026-10-01T00:00:00Z', projectAlphanumericCodeFilter: 'B400',
			subProjectAlphanumericCodeFilter: [1], phaseAlphanumericCodeFilter: 'F1', accessToken: 1,
		};
		assert.equal(Object.keys(wrong).length, 25);
		for (const [parameter, value] of Object.entries(wrong)) {
			assert.match(await refusal({ [parameter]: value }), new RegExp(`${parameter} must be`));
		}
		assert.match(await refusal({ toDate: null }), /toDate is required/);
		assert.match(await refusal({ approvedLevelFilter: [5] }), /levels 1 to 4/);
	});
});
