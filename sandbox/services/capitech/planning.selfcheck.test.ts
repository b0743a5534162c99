import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../testing/client.ts';

const WEEK = { fromDate: '2026-10-05', toDate: '2026-10-12' };
/** Keys of the plan in the documented order (capitech.md 3.7). */
const PLAN_KEYS = [
	'id', 'clientId', 'createdOn', 'createdBy', 'updatedOn', 'updatedBy', 'name', 'description', 'notes', 'start', 'end', 'period',
	'shortDutyDescription', 'longDutyDescription', 'hours', 'newStart', 'newEnd', 'newHours', 'count', 'substituteDutyId', 'previousDutyId',
	'substituteProviderId', 'substituteProviderName', 'exchangeDutyId', 'shiftRotationRollOutId', 'dutyDefinitionId', 'employeeId',
	'employeeFullName', 'employeeDepartmentId', 'departmentId', 'departmentName', 'competenceRoleId', 'competenceRoleName', 'taskId',
	'taskName', 'orderId', 'orderName', 'projectId', 'projectName', 'subProjectId', 'subProjectName', 'phaseId', 'phaseName',
	'freeDimension1Id', 'freeDimension1Name', 'freeDimension2Id', 'freeDimension2Name',
];

describe('planning in Capitech', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const read = async (operation: string, parameters: object = {}): Promise<Json[]> => {
		const { body } = await client.capitech(operation, parameters);
		if (body.success !== true) throw new Error(body.displayErrorMessage);
		return body.content;
	};
	const plan = (parameters: object = WEEK): Promise<Json[]> => read('OperationalPlan', parameters);

	it('lists competences, duty types and duty definitions without their firm, some not active', async () => {
		assert.deepEqual((await read('Catalogue/getCompetences'))[0], {
			name: 'Truckførerbevis', description: 'Truckførerbevis', isActive: true, sortNumber: 1, competenceId: 1,
		});
		assert.deepEqual((await read('Catalogue/getDutyTypes')).map((row) => row.name), ['Dag', 'Kveld', 'Natt']);
		const definitions = await read('Catalogue/getDutyDefinitions');
		const [day, , night] = definitions;
		assert.deepEqual([day.start, day.breakEnd], [{ hour: 7, minute: 0, second: 0, isEmpty: false }, { hour: 11, minute: 30, second: 0, isEmpty: false }]);
		assert.deepEqual([night.end, night.breakStart], [{ hour: 6, minute: 0, second: 0, isEmpty: false }, { hour: 0, minute: 0, second: 0, isEmpty: true }]);
		assert.deepEqual(definitions.map((row) => row.isActive), [true, true, true, false]);
		await assert.rejects(read('Catalogue/getCompetences', { onlyActive: true }), /onlyActive is not known/);
	});

	it('gives free dimensions without their firm, or with 0, or with the right one', async () => {
		const firms: unknown[] = [];
		for (const style of ['missing', 'zero', 'right']) {
			await client.switch({ 'capitech.freeDimensionClientId': style });
			firms.push((await read('Catalogue/getFreeDimension1s'))[0].clientId, (await read('Catalogue/getFreeDimension2s'))[0].clientId);
		}
		assert.deepEqual(firms, [undefined, undefined, 0, 0, 100, 100]);
	});

	it('plans the shifts that carry a Flow id, in the documented fields', async () => {
		const duties = await plan();
		assert.deepEqual(Object.keys(duties[0]), PLAN_KEYS);
		const rows = await client.rows({ fromDate: '2026-10-05', toDate: '2026-10-11' });
		const flow = new Set(rows.filter((row) => row.shiftId !== null).map((row) => row.shiftId));
		assert.deepEqual(new Set(duties.map((duty) => duty.id)), flow);
		const row = rows.find(({ shiftId }) => shiftId === duties[0].id);
		assert.deepEqual([duties[0].employeeId, duties[0].employeeFullName, duties[0].departmentName], [row.employeeId, row.employee, row.department]);
		assert.match(duties[0].start, /^2026-10-05T\d\d:00:00$/);
	});

	it('does not take the last day in, and gives nothing from a day to itself', async () => {
		const starts = (await plan()).map((duty) => duty.start.slice(0, 10));
		assert.deepEqual([starts[0], starts.at(-1)], ['2026-10-05', '2026-10-11']);
		assert.deepEqual(await plan({ fromDate: '2026-10-05', toDate: '2026-10-05' }), []);
		assert.ok((await plan({ fromDate: '2026-11-02', toDate: '2026-11-05' })).every((duty) => duty.employeeId === null));
	});

	const filters: [parameter: string, value: number[], field: string][] = [
		['employeeIdFilter', [2001, 2002, 2003], 'employeeId'],
		['departmentIdFilter', [50], 'departmentId'],
		['competenceIdFilter', [3], 'competenceRoleId'],
		['taskIdFilter', [10], 'taskId'],
		['orderIdFilter', [501], 'orderId'],
		['projectIdFilter', [1001], 'projectId'],
		['subProjectIdFilter', [8445], 'subProjectId'],
		['phaseIdFilter', [1], 'phaseId'],
		['freeDimension1IdFilter', [20], 'freeDimension1Id'],
		['freeDimension2IdFilter', [60], 'freeDimension2Id'],
		['substituteProviderIdFilter', [7], 'substituteProviderId'],
	];
	for (const [parameter, value, field] of filters) {
		it(`filters by ${parameter}`, async () => {
			const period = { fromDate: '2026-09-01', toDate: '2026-11-08' };
			const [all, found] = [await plan(period), await plan({ ...period, [parameter]: value })];
			assert.deepEqual(found, all.filter((duty) => value.includes(duty[field])));
			assert.ok(found.length > 0 && found.length < all.length, `${found.length} of ${all.length}`);
			await assert.rejects(plan({ ...period, [parameter]: value[0] }), new RegExp(`${parameter} must be a list`));
		});
	}

	it('refuses periods too long, too many rows and what it does not know', async () => {
		await client.switch({ 'capitech.planMaxDays': 7 });
		assert.ok((await plan()).length > 0);
		await assert.rejects(plan({ ...WEEK, toDate: '2026-10-13' }), /8 days, at most 7/);
		await assert.rejects(plan({ ...WEEK, toDate: '2026-10-01' }), /not be after/);
		await assert.rejects(plan({ ...WEEK, dutyIdFilter: [1] }), /dutyIdFilter is not known/);
		await client.switch({ 'capitech.rowCap': 5 });
		await assert.rejects(plan(), /Too many results/);
	});
});
