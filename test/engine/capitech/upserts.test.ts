import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FaultRule } from '../support';
import { CapitechBench, LOGIN, moment, setPackClock } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });

const EMPLOYEE = 'Employee/upsertEmployee';
const PERSONAL = 'Employee/getPersonalInformation';
const PROJECT = 'Catalogue/upsertProject';
const PROJECTS = 'Catalogue/getProjects';

const KARI = { clientId: 100, externalSystemId: 'HRM', employeeId: 9001, fullname: 'Kari Nordmann', countryCode: 'NO' };
const BRIDGE = { clientId: 100, identifyBy: 'number', projectNumber: 5001, description: 'Ny bro', status: 'AK' };

type Items = NonNullable<Parameters<typeof capitech.run>[1]>['items'];

const upsert = async (resource: string, base: INodeParameters, parameters: INodeParameters, items?: Items, options = {}) =>
	await capitech.run({ resource, operation: 'upsert', ...base, ...parameters }, { items, ...options });
const employee = async (parameters: INodeParameters = {}, items?: Items, options = {}) => await upsert('employee', KARI, parameters, items, options);
const project = async (parameters: INodeParameters = {}, items?: Items, options = {}) => await upsert('project', BRIDGE, parameters, items, options);

const heldEmployee = async (id = 9001) => (await capitech.control.state('capitech')).employees.find(({ clientId, employeeId }) => clientId === 100 && employeeId === id);
const heldProject = async (id = 5001) => (await capitech.control.state('capitech')).projects.find(({ clientId, projectId }) => clientId === 100 && projectId === id);
const bodies = async (operation: string) =>
	(await capitech.sent(operation)).map(({ body: { accessToken, ...body } }) => {
		expect(accessToken).toEqual(expect.any(String));
		return body;
	});
const outcomes = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.outcome);
const texts = ({ messages }: IDataObject): string => (messages as IDataObject[]).map(({ text }) => text).join(' | ');
const fault = async (operation: string, rule: Partial<FaultRule> & { kind: string }) => await capitech.control.faults({ service: 'capitech', operation, times: 1, ...rule });

describe('an employee', () => {
	test('is created with what is given, and nothing else is sent', async () => {
		const { outputs, hints } = await employee({ additionalFields: { address1: 'Fjordveien 7', address2: '', postalCode: '0150' } }, [{ id: 1 }]);
		expect(outputs[0].map(({ json }) => json)).toEqual([{ id: 1, outcome: 'registered', messages: [] }]);
		expect(hints).toEqual([]);
		expect(await bodies(EMPLOYEE)).toEqual([{ ...KARI, address1: 'Fjordveien 7', postalCode: '0150' }]);
		expect(await heldEmployee()).toMatchObject({ firstName: 'Kari', lastName: 'Nordmann', address1: 'Fjordveien 7', zipCode: '0150', countryCode: 'NO' });
	});

	test('is updated, and what is not given stays', async () => {
		await employee({ additionalFields: { address1: 'Fjordveien 7' } });
		await employee({ fullname: 'Kari Berg' });
		expect(await heldEmployee()).toMatchObject({ lastName: 'Berg', address1: 'Fjordveien 7' });
	});

	test('comes with fields that are not published', async () => {
		await employee({ countryCode: ' dk ', options: { extraBody: '{"wageGroupId": 2, "emailAddress": "kari@hjemme.example"}' } });
		expect(await bodies(EMPLOYEE)).toEqual([{ ...KARI, countryCode: 'DK', wageGroupId: 2, emailAddress: 'kari@hjemme.example' }]);
		expect(await heldEmployee()).toMatchObject({ wageGroupId: 2, countryCode: 'DK' });
	});

	test.each<[string, INodeParameters, RegExp]>([
		['no firm', { clientId: '={{ null }}' }, /'Client ID' is empty/],
		['no employee number', { employeeId: '={{ "A1" }}' }, /'Employee ID' is not a whole number/],
		['employee number 0', { employeeId: '={{ 0 }}' }, /'Employee ID' is not a whole number/],
		['no source system', { externalSystemId: '={{ " " }}' }, /'External System ID' is empty/],
		['no name', { fullname: '={{ null }}' }, /'Full Name' is empty/],
		['a country in words', { countryCode: 'Norge' }, /'Country Code' is not a code of two letters/],
		['a postal code that lost its zero', { additionalFields: { postalCode: '={{ 150 }}' } }, /'Postal Code' does not have four digits/],
		['extra fields that are no object', { options: { extraBody: '[1]' } }, /'Extra Body Fields' is not a JSON object/],
		['an extra field that has its own field', { options: { extraBody: '{"EmployeeID": 9002}' } }, /'Extra Body Fields' holds EmployeeID/],
		['a token of its own', { options: { extraBody: '{"accessToken": "x"}' } }, /'Extra Body Fields' holds accessToken/],
	])('%s is refused before anything is sent', async (_what, parameters, message) => {
		const { error } = await employee(parameters);
		expect(error?.message).toMatch(message);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});

	test('a foreign postal code need not have four digits', async () => {
		await employee({ countryCode: 'SE', additionalFields: { postalCode: '111 22' } });
		expect(await bodies(EMPLOYEE)).toEqual([{ ...KARI, countryCode: 'SE', postalCode: '111 22' }]);
	});

	test.each([
		['a source system without a configuration', { externalSystemId: 'NOBODY' }, /There is no configuration for the external system NOBODY/],
		['a postal code that is not in the register', { additionalFields: { postalCode: '9999' } }, /The postal code 9999 is not in the register/],
	])('%s is rejected in the words of the service', async (_what, parameters, text) => {
		const { outputs, hints } = await employee(parameters);
		expect(outcomes(outputs[0])).toEqual(['rejected']);
		expect(texts(outputs[0][0].json)).toMatch(text);
		expect(hints).toEqual([expect.objectContaining({ message: expect.stringMatching(/^Not settled: 1 rejected of 1/) })]);
	});
});

describe('a project', () => {
	test('is created with what is given', async () => {
		await project({ additionalFields: { startDate: '2026-01-01', plannedFinishDate: '2026-12-31T00:00:00+01:00', finishDate: '', hourlyRate: '1250,50' } });
		expect(await bodies(PROJECT)).toEqual([
			{ clientId: 100, projectId: 5001, description: 'Ny bro', status: 'AK', startDate: '2026-01-01', plannedFinishDate: '2026-12-31', hourlyRate: 1250.5 },
		]);
		expect(await heldProject()).toMatchObject({ description: 'Ny bro', status: 'AK', startDate: '2026-01-01', plannedFinishDate: '2026-12-31', finishDate: null, hourlyRate: 1250.5 });
	});

	test('goes by its alphanumeric code where those are on', async () => {
		await capitech.control.switches({ 'capitech.alphanumericCodes': true });
		const { outputs } = await project({ identifyBy: 'code', projectCode: '={{ $json.code }}' }, [{ code: 'NY1' }, { code: '1001' }]);
		expect(outcomes(outputs[0])).toEqual(['registered', 'registered']);
		expect((await bodies(PROJECT)).map(({ projectId }) => projectId).sort()).toEqual(['1001', 'NY1']);
	});

	test('by its code is rejected where those are off', async () => {
		const { outputs } = await project({ identifyBy: 'code', projectCode: 'NY1' });
		expect(outcomes(outputs[0])).toEqual(['rejected']);
		expect(texts(outputs[0][0].json)).toMatch(/alphanumeric codes are not in use/);
	});

	test.each<[string, INodeParameters, RegExp]>([
		['no number', { projectNumber: '={{ null }}' }, /'Project Number' is empty/],
		['a code of 21 characters', { identifyBy: 'code', projectCode: 'B'.repeat(21) }, /'Project Code' has 21 characters; 20 are allowed/],
		['no code', { identifyBy: 'code', projectCode: '={{ " " }}' }, /'Project Code' is empty/],
		['a description of 51 characters', { description: 'B'.repeat(51) }, /'Description' has 51 characters; 50 are allowed/],
		['no description', { description: '={{ "" }}' }, /'Description' is empty/],
		['a status that there is not', { status: '={{ "XX" }}' }, /'Status' is XX/],
		['a date that is none', { additionalFields: { startDate: '2026-02-30' } }, /'Start Date' is not a date/],
		['a rate with three decimals', { additionalFields: { hourlyRate: '1.005' } }, /'Hourly Rate' is not a number with/],
		['a rate of six digits', { additionalFields: { hourlyRate: '100000' } }, /'Hourly Rate' is not a number with/],
		['a rate in words', { additionalFields: { hourlyRate: 'free' } }, /'Hourly Rate' is not a number with/],
		['an extra field that has its own field', { options: { extraBody: { STATUS: 'PA' } } }, /'Extra Body Fields' holds STATUS/],
	])('%s is refused before anything is sent', async (_what, parameters, message) => {
		const { error } = await project(parameters);
		expect(error?.message).toMatch(message);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});

	test.each([
		['20 characters', { identifyBy: 'code', projectCode: 'B'.repeat(20) }],
		['50 characters', { description: 'B'.repeat(50) }],
		['99999.99 an hour', { additionalFields: { hourlyRate: '99999.99' } }],
		['nothing an hour', { additionalFields: { hourlyRate: 0 } }],
	])('%s are sent', async (_what, parameters) => {
		await capitech.control.switches({ 'capitech.alphanumericCodes': true });
		expect(outcomes((await project(parameters)).outputs[0])).toEqual(['registered']);
	});
});

type Case = readonly [what: string, run: typeof employee, wire: string, readBack: string, changes: INodeParameters];
const KINDS: Case[] = [
	['employee', employee, EMPLOYEE, PERSONAL, { additionalFields: { firstname: 'Kari', surname: 'Nordmann', address1: 'Fjordveien 7', postalCode: '0150' }, options: { extraBody: '{"wageGroupId": 2}' } }],
	['project', project, PROJECT, PROJECTS, { additionalFields: { startDate: '2026-01-01', hourlyRate: '950.5' }, options: { extraBody: '{"projectLeader": "Ola"}' } }],
];

describe.each(KINDS)('a lost answer: %s', (what, run, wire, readBack, changes) => {
	test.each([{ kind: 'reset-after' }, { kind: 'truncate' }, { kind: 'malformed' }])('is never resent, and the record is found by reading back: %j', async (rule) => {
		await fault(wire, rule);
		const { outputs, hints } = await run(changes);
		expect(outcomes(outputs[0])).toEqual(['registered']);
		expect(texts(outputs[0][0].json)).toMatch(what === 'employee' ? /stands as sent\. Not given back, and so not compared: externalSystemId\.$/ : /stands as sent\.$/);
		expect(hints).toEqual([]);
		expect((await capitech.sent(wire)).map(({ entry }) => entry.tookEffect)).toEqual([true]);
		expect((await capitech.sent(readBack)).length).toBe(1);
	});

	test.each([{ kind: 'reset-before' }, { kind: 'status', status: 500 }, { kind: 'status', status: 503 }])('leaves the outcome unknown where the record is not there: %j', async (rule) => {
		await fault(wire, rule);
		const { outputs, hints, status } = await run(changes);
		expect([status, outcomes(outputs[0])]).toEqual(['success', ['unknown']]);
		expect(texts(outputs[0][0].json)).toMatch(/Read back, the record is not there\. To run it again is harmless/);
		expect(hints).toEqual([expect.objectContaining({ message: expect.stringMatching(/^Not settled: 1 unknown of 1/), type: 'warning' })]);
		expect((await capitech.sent(wire)).length).toBe(1);
		expect(capitech.waited).toBe(0);
	});

	test('leaves it unknown where the record stands otherwise, and names the fields without their values', async () => {
		await run(changes);
		await fault(wire, { kind: 'reset-before' });
		const other: INodeParameters = what === 'employee' ? { ...changes, fullname: 'Kari Hemmelig', options: {} } : { ...changes, description: 'Hemmelig bro', status: 'AV' };
		const { outputs } = await run(other);
		expect(outcomes(outputs[0])).toEqual(['unknown']);
		expect(texts(outputs[0][0].json)).toMatch(what === 'employee' ? /do not stand as sent: fullname\./ : /do not stand as sent: description, status\./);
		expect(JSON.stringify(outputs[0][0].json)).not.toContain('Hemmelig');
	});

	test('leaves it unknown where the record cannot be read back', async () => {
		await capitech.control.faults({ service: 'capitech', operation: wire, kind: 'reset-after', times: 1 }, { service: 'capitech', operation: readBack, kind: 'status', status: 503 });
		const { outputs } = await run(changes);
		expect(outcomes(outputs[0])).toEqual(['unknown']);
		expect(texts(outputs[0][0].json)).toMatch(/The record could not be read back/);
		expect((await capitech.sent(wire)).length).toBe(1);
	});

	test('is not mistaken for a refusal, and a refusal not for a lost answer', async () => {
		await fault(wire, { kind: 'status', status: 400 });
		expect(['rejected', 'later']).toContain((await run(changes)).outputs[0][0].json.outcome);
		await fault(wire, { kind: 'business-error', text: 'The record is locked.' });
		const { outputs } = await run(changes);
		expect(outcomes(outputs[0])).toEqual(['rejected']);
		expect(texts(outputs[0][0].json)).toMatch(/The record is locked/);
		expect(await capitech.sent(readBack)).toEqual([]);
	});

	test('is none where the service is asked too often: the record is sent again', async () => {
		await fault(wire, { kind: 'status', status: 429, retryAfter: 3, times: 2 });
		const { outputs } = await run(changes);
		expect(outcomes(outputs[0])).toEqual(['registered']);
		expect((await capitech.sent(wire)).map(({ entry }) => entry.tookEffect)).toEqual([false, false, true]);
		expect(capitech.waited).toBeGreaterThanOrEqual(6_000);
	});

	test('is none where the session ends: the record is sent once more, and stands once', async () => {
		await fault(wire, { kind: 'expire-token' });
		expect(outcomes((await run(changes)).outputs[0])).toEqual(['registered']);
		expect((await capitech.sent(wire)).map(({ entry }) => entry.tookEffect)).toEqual([false, true]);
		expect((await capitech.sent(LOGIN)).length).toBe(2);
	});

	test('is none where nobody is there: it waits for the next run', async () => {
		const { outputs } = await run(changes, undefined, { credentials: await capitech.credentials({ baseUrl: 'https://localhost:1', accessToken: 'x' }) });
		expect(outcomes(outputs[0])).toEqual(['later']);
	});
});

test('an employee whose name is kept in other order stands as sent', async () => {
	await capitech.control.put('capitech', { employees: [{ clientId: 100, employeeId: 9001, firstName: 'Kari Anne', lastName: 'Nordmann', countryCode: 'NO', isTimeActive: false, isAbsenceActive: false, isPlanActive: false }] });
	await fault(EMPLOYEE, { kind: 'reset-before' });
	const { outputs } = await employee({ fullname: 'Nordmann, Kari Anne' });
	expect(outcomes(outputs[0])).toEqual(['registered']);
	expect((await bodies(PERSONAL))[0]).toMatchObject({ clientId: 100, employeeIdFilter: [9001], includeTimePassive: true });
});

test('a project is looked up among the passive ones, too', async () => {
	await fault(PROJECT, { kind: 'reset-after' });
	expect(outcomes((await project({ status: 'PA' })).outputs[0])).toEqual(['registered']);
	expect(await bodies(PROJECTS)).toEqual([{ clientId: 100, includePassive: true }]);
});

describe('several items', () => {
	const people = [{ id: 9001, name: 'Kari Nordmann' }, { id: 9002, name: 'Ola Nordmann' }, { id: 9003, name: 'Liv Nordmann' }];
	const each = { employeeId: '={{ $json.id }}', fullname: '={{ $json.name }}' };

	test('are each tied to their own outcome, in their order', async () => {
		await fault(EMPLOYEE, { kind: 'reset-before', nth: 2 });
		const { outputs } = await employee(each, people);
		expect(outputs[0].map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([[9001, { item: 0 }], [9002, { item: 1 }], [9003, { item: 2 }]]);
		expect(outcomes(outputs[0]).sort()).toEqual(['registered', 'registered', 'unknown']);
		for (const { json } of outputs[0]) expect((await heldEmployee(json.id as number)) !== undefined).toBe(json.outcome === 'registered');
	});

	test('of one record with the same values are sent once', async () => {
		const { outputs } = await employee(each, [people[0], people[1], people[0]]);
		expect(outcomes(outputs[0])).toEqual(['registered', 'registered', 'registered']);
		expect((await capitech.sent(EMPLOYEE)).length).toBe(2);
	});

	test('of one record with different values are refused before anything is sent', async () => {
		const items = [people[0], people[1], { id: 9001, name: 'Kari Berg' }];
		const { error } = await employee(each, items);
		expect(error?.message).toMatch(/Items 0, 2 want the same record to stand in different ways/);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
		const { outputs } = await employee(each, items, { onError: 'continueRegularOutput' });
		expect(outputs[0].map(({ json }) => [json.id, json.outcome ?? 'failed']).sort()).toEqual([[9001, 'failed'], [9001, 'failed'], [9002, 'registered']]);
	});

	test('of which one is wrong keep all from being sent', async () => {
		const items = [...people, { id: 9004, name: '' }];
		expect((await employee(each, items)).error?.message).toMatch(/'Full Name' is empty \[item 3\]/);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});

	test('are sent no more once the execution is cancelled', async () => {
		const waiting = moment();
		await setPackClock({ sleep: async () => await waiting.reach() });
		await capitech.control.faults({ service: 'capitech', operation: EMPLOYEE, kind: 'status', status: 429 });
		const many = Array.from({ length: 10 }, (_, at) => ({ id: 9001 + at, name: `Person ${at}` }));
		const { status } = await employee(each, many, { abortAfter: waiting.promise });
		expect(status).toBe('canceled');
		await capitech.run({ resource: 'order', operation: 'getMany', clientId: 100 });
		expect((await capitech.sent(EMPLOYEE)).length).toBeLessThanOrEqual(2);
	});

	test('keep their binary data', async () => {
		const { outputs } = await employee({}, [{ json: { id: 9001 }, binary: { photo: { data: 'AAAA', mimeType: 'image/png' } } }]);
		expect(outputs[0][0].binary).toEqual({ photo: { data: 'AAAA', mimeType: 'image/png' } });
	});
});
