import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { communication, record, unit } from './employeeRecords';
import { useOpus } from './opus';

const opus = useOpus();

const getMany = async (parameters: INodeParameters = {}) =>
	await opus.run({
		resource: 'employee', operation: 'getMany', employeeNumbers: '1-99999999', areas: ['organisation'], returnAll: true, simplify: true, filters: {}, options: {}, ...parameters,
	});

async function items(parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const { outputs, error } = await getMany(parameters);
	if (error) throw error;
	return outputs[0].map(({ json }) => json);
}

const numbers = async (parameters: INodeParameters = {}) => (await items(parameters)).map(({ employeeNumber }) => employeeNumber);

/** Numbers and intervals of each request, in its order. */
const asked = async () =>
	(await opus.control.journal({ service: 'kmdOpus' })).map(({ body }) => [...body.matchAll(/medarbejdernummer:([^<]+)</g)].map(([, number]) => number).join(' '));

const put = async (...employeeNumbers: string[]) =>
	await opus.control.put('kmdOpus', { employeeRecords: employeeNumbers.map((Medarbejdernummer) => unit('Æblehaven', { Medarbejdernummer })) });

const OWN = ['90000010', '90000012', '90000014', '90000016', '90000020', '90000030'];
const INTERVAL = { employeeNumbers: '90000000-90000099' };

describe('who is asked for', () => {
	beforeEach(async () => await put(...OWN));

	test.each([
		['90000012', ['90000012'], '90000012'],
		['90000010-90000020', OWN.slice(0, 5), '90000010-90000020'],
		['90000030, 90000010-90000014', ['90000010', '90000012', '90000014', '90000030'], '90000010-90000014 90000030'],
		['90000010-90000020 !90000012-90000014', ['90000010', '90000016', '90000020'], '90000010-90000020 !90000012-90000014'],
		['90000010-90000016; 90000014-90000020', OWN.slice(0, 5), '90000010-90000020'],
		["={{ ['90000012', 90000030] }}", ['90000012', '90000030'], '90000012 90000030'],
		['!1-90000019', ['90000020', '90000030'], '1-99999999 !1-90000019'],
	])('%s', async (employeeNumbers, found, wire) => {
		expect(await numbers({ employeeNumbers })).toEqual(found);
		expect(await asked()).toEqual([wire]);
	});

	test('everybody, unless told otherwise', async () => {
		expect(await numbers()).toEqual(expect.arrayContaining(OWN));
		expect(await asked()).toEqual(['1-99999999']);
	});

	test('a limit holds', async () => {
		expect(await numbers({ ...INTERVAL, returnAll: false, limit: 2 })).toEqual(OWN.slice(0, 2));
	});

	test('nobody found is no item', async () => {
		expect(await numbers({ employeeNumbers: '80000000-80000001' })).toEqual([]);
	});

	test('single numbers go five hundred a request', async () => {
		const single = Array.from({ length: 1001 }, (_, at) => 90_000_000 + 2 * at);
		expect(await numbers({ employeeNumbers: single.join(',') })).toEqual(OWN);
		expect((await asked()).map((entry) => entry.split(' ').length)).toEqual([500, 500, 1]);
	});

	test.each([
		['={{ "" }}', /'Employee Numbers' is empty/],
		['10-', /'Employee Numbers' holds something/],
		['20-10', /'Employee Numbers' holds something/],
		['0', /'Employee Numbers' holds something/],
		['123456789', /'Employee Numbers' holds something/],
	])('"%s" is refused before anything is sent', async (employeeNumbers, message) => {
		expect((await getMany({ employeeNumbers })).error?.message).toMatch(message);
		expect(await asked()).toEqual([]);
	});
});

describe('an answer that breaks off for want of time (103)', () => {
	beforeEach(async () => await put(...OWN));

	const breakOff = async (text: string, times = 1) =>
		await opus.control.faults({ service: 'kmdOpus', operation: 'List', kind: 'business-error', code: 103, text, times });

	test.each([1, 2, 3, 5, 6, 7])('is continued to the end, %i employees an answer, nobody twice and nobody lost', async (most) => {
		await opus.control.switches({ 'kmdOpus.employeesPerAnswer': most });
		expect(await numbers(INTERVAL)).toEqual(OWN);
	});

	test('all employees of the world come, each once', async () => {
		const all = await numbers();
		await opus.control.switches({ 'kmdOpus.employeesPerAnswer': 3 });
		expect(await numbers()).toEqual(all);
		expect(new Set(all).size).toBe(all.length);
	});

	test('goes on behind the last employee handled, exclusions kept', async () => {
		await opus.control.switches({ 'kmdOpus.employeesPerAnswer': 2 });
		await numbers({ employeeNumbers: '90000000-90000020,90000030 !90000014-90000016' });
		expect(await asked()).toEqual(['90000000-90000020 90000030 !90000014-90000016', '90000013-90000020 90000030 !90000014-90000016']);
	});

	test.each([
		['that names nobody', 'Tidsgrænsen på 60 sekunder er nået'],
		['that names somebody not asked for', 'Tidsgrænsen er nået. Sidst behandlede medarbejder: 00000012'],
		['that names two', 'Medarbejder 90000012 og medarbejder 90000014'],
	])('is asked for again in halves when it has a text %s', async (_what, text) => {
		await breakOff(text);
		expect(await numbers({ employeeNumbers: '90000010-90000031' })).toEqual(OWN);
		expect(await asked()).toEqual(['90000010-90000031', '90000010-90000020', '90000021-90000031']);
	});

	test('is a failure when it comes for a single employee, and no endless loop', async () => {
		await breakOff('Tidsgrænsen er nået', 100);
		const { error } = await getMany({ employeeNumbers: '90000010-90000013' });
		expect(error?.message).toContain('ran out of time');
		expect(await asked()).toEqual(['90000010-90000013', '90000010-90000011', '90000010']);
	});

	test('ends when the last employee asked for was the last one handled', async () => {
		await breakOff('Sidst behandlede medarbejder: 90000099');
		expect(await numbers(INTERVAL)).toEqual([]);
		expect(await asked()).toHaveLength(1);
	});
});

test('numbers that are gone come as items beside the employees', async () => {
	await opus.control.faults({
		service: 'kmdOpus', operation: 'List', kind: 'business-error', code: 102, nth: 1,
		text: 'Medarbejdernummer 00000011 er slettet. Foreslået: 00000021, 00000022. Medarbejdernummer 00000012 er slettet.',
	});
	expect(await items({ employeeNumbers: '11, 12' })).toEqual([
		{ employeeNumber: '11', replaced: true, suggestedEmployeeNumbers: ['21', '22'], message: expect.any(String) },
		{ employeeNumber: '12', replaced: true, suggestedEmployeeNumbers: [], message: expect.any(String) },
	]);
});

test('all numbers annulled and made again are found by the query for them', async () => {
	const found = (await items({ options: { findReplaced: true } })).filter(({ replaced }) => replaced === true);
	expect(found.length).toBeGreaterThan(0);
	for (const { employeeNumber, suggestedEmployeeNumbers } of found) {
		expect(employeeNumber).toMatch(/^\d+$/);
		expect(suggestedEmployeeNumbers).toEqual([expect.stringMatching(/^\d+$/)]);
	}
});

test('changed employees come whole as flat items, and with what changed as raw data', async () => {
	const changed = { changedFrom: '2026-09-15' };
	await put('90000010');
	await opus.control.put('kmdOpus', {
		employeeRecords: [communication('0010', 'a@b.example', { Medarbejdernummer: '90000010', Registreret: '2026-09-20T10:00:00' }), record('0002', { Medarbejdernummer: '90000012' })],
	});
	const areas = ['organisation', 'communication', 'personalData'];
	expect(await items({ ...INTERVAL, areas, filters: changed })).toMatchObject([{ employeeNumber: '90000010', organisationUnitText: 'Æblehaven', email: 'a@b.example' }]);
	expect(await items({ ...INTERVAL, areas, filters: changed, options: { asOf: '2019-12-31' } })).toMatchObject([{ employeeNumber: '90000010', email: null }]);
	expect(await items({ ...INTERVAL, areas, filters: changed, simplify: false })).toMatchObject([
		{ employeeNumber: '90000010', records: { organisation: [], personalData: [], communication: [{ value: 'a@b.example' }] } },
	]);
});
