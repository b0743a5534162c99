import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../testing/client.ts';

const EMPLOYEE = { externalSystemId: 'HRM', employeeId: 4001, fullname: 'Kari Anne Lie', countryCode: 'NO' };
const PROJECT = { projectId: 2001, description: 'Ny brygge', status: 'AK' };

describe('upserts of Capitech', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const write = async (operation: string, parameters: object): Promise<Json> => {
		const { body } = await client.capitech(operation, parameters);
		if (body.success !== true) throw new Error(body.displayErrorMessage);
		return body.content;
	};
	const employee = (more: object = {}): Promise<Json> => write('Employee/upsertEmployee', { ...EMPLOYEE, ...more });
	const project = (more: object = {}): Promise<Json> => write('Catalogue/upsertProject', { ...PROJECT, ...more });
	const employeeOf = async (employeeId: number): Promise<Json> =>
		(await client.capitech('Employee/getPersonalInformation', { employeeIdFilter: [employeeId], includeTimePassive: true })).body.content[0];
	const projectOf = async (projectId: number): Promise<Json> =>
		(await client.capitech('Catalogue/getProjects', { includePassive: true })).body.content.find((row: Json) => row.projectId === projectId);

	it('creates an employee, active everywhere, and changes one', async () => {
		assert.deepEqual(await employee({ address1: 'Storgata 1', postalCode: '0150', departmentId: 20 }), [{ clientId: 100, employeeId: 4001 }]);
		const made = await employeeOf(4001);
		assert.deepEqual([made.firstName, made.lastName, made.zipCode, made.isTimeActive, made.departmentId], ['Kari Anne', 'Lie', '0150', true, 20]);
		await employee({ firstname: 'Kari', surname: 'Lie Moe', isTimeActive: false });
		const { firstName, lastName, address1, isTimeActive } = await employeeOf(4001);
		assert.deepEqual([firstName, lastName, address1, isTimeActive], ['Kari', 'Lie Moe', 'Storgata 1', false]);
	});

	it('keeps what an upsert leaves out, or empties it by switch', async () => {
		const { cellPhoneNumber, birthDate } = await employeeOf(2001);
		await employee({ employeeId: 2001 });
		assert.equal((await employeeOf(2001)).cellPhoneNumber, cellPhoneNumber);
		await client.switch({ 'capitech.upsertLeftOut': 'emptied' });
		await employee({ employeeId: 2001 });
		const emptied = await employeeOf(2001);
		assert.deepEqual([emptied.cellPhoneNumber, emptied.zipCode, emptied.birthDate], ['', '', birthDate]);
		await project({ startDate: '2026-01-01' });
		await project();
		assert.equal((await projectOf(2001)).startDate, null);
	});

	it('refuses an employee that does not hold, and writes nothing then', async () => {
		for (const [more, text] of [
			[{ externalSystemId: 'Excel' }, /no configuration for the external system Excel/],
			[{ externalSystemId: null }, /externalSystemId is required/],
			[{ employeeId: '4001' }, /employeeId must be a whole number/],
			[{ fullname: ' ' }, /fullname is required/],
			[{ countryCode: 'NOR' }, /countryCode must be a code/],
			[{ countryCode: 'QQ' }, /countryCode must be a code/],
			[{ postalCode: '9999' }, /postal code 9999 is not in the register/],
			[{ departmentId: 99 }, /no department 99/],
			[{ shoeSize: 43 }, /shoeSize is not known/],
		] as const) {
			await assert.rejects(employee(more), text);
		}
		assert.equal(await employeeOf(4001), undefined);
		await client.control('POST', '/control/world/capitech', { postalCodes: [{ postalCode: '9999', place: 'Nordpolen' }], externalSystems: [{ externalSystemId: 'Excel' }] });
		await employee({ postalCode: '9999', externalSystemId: 'Excel' });
		assert.equal((await employeeOf(4001)).zipCode, '9999');
	});

	it('creates a project and changes it', async () => {
		assert.deepEqual(await project({ hourlyRate: 1250.5, startDate: '2026-01-01' }), [{ clientId: 100, projectId: 2001, alphanumericCode: '' }]);
		await project({ description: 'Nyere brygge', status: 'PA', projectLeader: 'Trine Gran' });
		const { description, status, hourlyRate, startDate, projectLeader } = await projectOf(2001);
		assert.deepEqual([description, status, hourlyRate, startDate, projectLeader], ['Nyere brygge', 'PA', 1250.5, '2026-01-01', 'Trine Gran']);
	});

	it('takes an alphanumeric code where such codes are in use, and numbers the project itself', async () => {
		await assert.rejects(project({ projectId: 'B777' }), /alphanumeric codes are not in use/);
		await client.switch({ 'capitech.alphanumericCodes': true });
		assert.deepEqual(await project({ projectId: 'B777' }), [{ clientId: 100, projectId: 1010, alphanumericCode: 'B777' }]);
		await project({ projectId: 'B777', description: 'Kai' });
		await project({ projectId: 'B400', description: 'Bergtoppen 2' });
		assert.deepEqual([(await projectOf(1010)).description, (await projectOf(1001)).description], ['Kai', 'Bergtoppen 2']);
		await assert.rejects(project({ projectId: 'B'.repeat(21) }), /1 to 20 characters/);
	});

	it('refuses a project that does not hold', async () => {
		for (const [more, text] of [
			[{ projectId: null }, /projectId is required/],
			[{ description: 'x'.repeat(51) }, /1 to 50 characters/],
			[{ description: null }, /description is required/],
			[{ status: 'X' }, /one of AK, PA, AV, IP/],
			[{ startDate: '01.01.2026' }, /startDate must be a date/],
			[{ hourlyRate: 100_000 }, /hourlyRate must be a number of at most 5 digits/],
			[{ hourlyRate: 1.234 }, /hourlyRate must be/],
			[{ colour: 'red' }, /colour is not known/],
		] as const) {
			await assert.rejects(project(more), text);
		}
		assert.equal(await projectOf(2001), undefined);
	});

	it('answers with nothing by switch, and is told of as a change', async () => {
		await client.switch({ 'capitech.upsertAnswer': 'empty' });
		assert.deepEqual([await employee(), await project()], [[], []]);
		const calls = await client.control('GET', '/control/journal?service=capitech&since=0');
		const upserts = calls.filter((call: Json) => /upsert/.test(call.operation));
		assert.deepEqual(upserts.map((call: Json) => call.tookEffect), [true, true]);
	});
});
