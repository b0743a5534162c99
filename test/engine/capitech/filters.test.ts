import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import { CapitechBench, entries, GET_MANY, keysOf, rowsOf } from './capitech';

const capitech = new CapitechBench();
const FROM = '2026-10-12';
const TO = '2026-10-31';

/** What goes over the wire for a period of 20 dates without a filter: one day more at each end. */
const PLAIN = { clientId: 100, fromDate: '2026-10-11', toDate: '2026-11-01', accessToken: expect.stringMatching(/^[0-9a-f-]{36}$/) };

interface Filter {
	name: string;
	value: unknown;
	wire: string;
	sent: unknown;
	keeps: (row: IDataObject) => boolean;
}

const since = (stamp: unknown, from: string) => typeof stamp === 'string' && `${stamp}.000` >= from;

/** Each of the 21 filters: its name in the node, its name and value on the wire, and the rows it is to leave. */
const FILTERS: Filter[] = [
	{ name: 'approvedLevels', value: [2], wire: 'approvedLevelFilter', sent: [2], keeps: (row) => row.approvedLevelTwo === 1 },
	{ name: 'employees', value: entries('2001', '2003'), wire: 'employeeIdFilter', sent: [2001, 2003], keeps: (row) => [2001, 2003].includes(Number(row.employeeId)) },
	{ name: 'departments', value: entries('20'), wire: 'departmentIdFilter', sent: [20], keeps: (row) => row.departmentId === 20 },
	{ name: 'taskIds', value: '10', wire: 'taskIdFilter', sent: [10], keeps: (row) => row.taskId === 10 },
	{ name: 'orderIds', value: '501', wire: 'orderIdFilter', sent: [501], keeps: (row) => row.orderId === 501 },
	{ name: 'dutyIds', value: '100004, 100005', wire: 'dutyIdFilter', sent: [100004, 100005], keeps: (row) => [100004, 100005].includes(Number(row.shiftId)) },
	{ name: 'projects', value: entries('1001'), wire: 'projectIdFilter', sent: [1001], keeps: (row) => row.projectId === 1001 },
	{ name: 'subProjectIds', value: '8445', wire: 'subProjectIdFilter', sent: [8445], keeps: (row) => row.subProjectId === 8445 },
	{ name: 'projectPhaseIds', value: '1', wire: 'projectPhaseIdFilter', sent: [1], keeps: (row) => row.projectPhaseId === 1 },
	{ name: 'freeDimension1Ids', value: '20', wire: 'freeDimension1Filter', sent: [20], keeps: (row) => row.freeDimension1Id === 20 },
	{ name: 'freeDimension2Ids', value: '60', wire: 'freeDimension2Filter', sent: [60], keeps: (row) => row.freeDimension2Id === 60 },
	{ name: 'timeCategories', value: entries('20', '21'), wire: 'timeCategoryIdFilter', sent: [20, 21], keeps: (row) => [20, 21].includes(Number(row.timeCategoryId)) },
	{ name: 'timeCategoryTypes', value: ['P', 'S'], wire: 'timeCategoryTypeIdFilter', sent: ['P', 'S'], keeps: (row) => ['P', 'S'].includes(String(row.timeCategoryTypeId)) },
	{ name: 'payable', value: 'no', wire: 'includePayableCategory', sent: false, keeps: (row) => row.timeCategoryPayable === 0 },
	{ name: 'externalStatusCodes', value: '20', wire: 'externalStatusCodeFilter', sent: [20], keeps: (row) => row.externalStatusCode === 20 },
	{ name: 'withoutExternalStatus', value: 'no', wire: 'includeElementsWithExternalStatusCodeNull', sent: false, keeps: (row) => row.externalStatusCode !== null },
	{ name: 'lastUpdatedFrom', value: '2026-10-25', wire: 'lastUpdatedGreaterThanOrEqualToFilter', sent: '2026-10-25', keeps: (row) => since(row.lastUpdatedOn, '2026-10-25') },
	{
		name: 'lastApprovedOrUpdatedFrom',
		value: '2026-10-28T10:30:00',
		wire: 'lastApprovedOrUpdatedFilter',
		sent: '2026-10-28 10:30:00.000',
		keeps: (row) => ['lastUpdatedOn', 'approvedLevelOneOn', 'approvedLevelTwoOn', 'approvedLevelThreeOn', 'approvedLevelFourOn'].some((field) => since(row[field], '2026-10-28 10:30:00.000')),
	},
	{ name: 'projectCodes', value: 'B400', wire: 'projectAlphanumericCodeFilter', sent: ['B400'], keeps: (row) => row.projectAlphanumericCode === 'B400' },
	{ name: 'subProjectCodes', value: 'T8877', wire: 'subProjectAlphanumericCodeFilter', sent: ['T8877'], keeps: (row) => row.subProjectAlphanumericCode === 'T8877' },
	{ name: 'phaseCodes', value: 'F1', wire: 'phaseAlphanumericCodeFilter', sent: ['F1'], keeps: (row) => row.phaseAlphanumericCode === 'F1' },
];

const get = async (filters: Record<string, unknown>) => await capitech.getMany(FROM, TO, { filters: filters as Record<string, NodeParameterValueType> as never });

const bodyOf = async (): Promise<IDataObject> => {
	const [{ body }, ...more] = await capitech.sent(GET_MANY);
	expect(more).toEqual([]);
	return body;
};

test('there are 21 filters, each with a test', () => {
	expect(new Set(FILTERS.map(({ wire }) => wire)).size).toBe(21);
});

test('without a filter nothing but client and dates is sent, and all rows come', async () => {
	const rows = rowsOf(await get({}));
	expect(await bodyOf()).toEqual(PLAIN);
	expect(keysOf(rows).sort()).toEqual(keysOf(await capitech.held(FROM, TO)).sort());
});

test.each(FILTERS)('$name is sent as $wire, and only what it leaves comes back', async ({ name, value, wire, sent, keeps }) => {
	const rows = rowsOf(await get({ [name]: value }));
	expect(await bodyOf()).toEqual({ ...PLAIN, [wire]: sent });
	const held = await capitech.held(FROM, TO);
	const kept = held.filter(keeps);
	expect(kept.length).toBeGreaterThan(0);
	expect(kept.length).toBeLessThan(held.length);
	expect(keysOf(rows).sort()).toEqual(keysOf(kept).sort());
});

test('all filters go together', async () => {
	await get(Object.fromEntries(FILTERS.map(({ name, value }) => [name, value])));
	expect(await bodyOf()).toEqual({ ...PLAIN, ...Object.fromEntries(FILTERS.map(({ wire, sent }) => [wire, sent])) });
});

describe('a flag of three values', () => {
	const rowsWith = async (filters: IDataObject) => rowsOf(await get(filters));
	const flags: Array<[name: string, wire: string]> = [
		['payable', 'includePayableCategory'],
		['withoutExternalStatus', 'includeElementsWithExternalStatusCodeNull'],
	];

	test.each(flags.flatMap(([name, wire]) => [[name, 'yes', wire, true], [name, 'no', wire, false]] as const))('%s: %s is %s: %s', async (name, value, wire, sent) => {
		await rowsWith({ [name]: value });
		expect(await bodyOf()).toEqual({ ...PLAIN, [wire]: sent });
	});

	test.each(flags)('%s left to the service says nothing: null at most', async (name, wire) => {
		await rowsWith({ [name]: 'any' });
		expect({ [wire]: null, ...(await bodyOf()) }).toEqual({ ...PLAIN, [wire]: null });
	});

	test('rows without a status come beside those with the wanted one only when they are asked for', async () => {
		const marked = await rowsWith({ externalStatusCodes: '20' });
		const withNull = await rowsWith({ externalStatusCodes: '20', withoutExternalStatus: 'yes' });
		expect(new Set(marked.map((row) => row.externalStatusCode))).toEqual(new Set([20]));
		expect(new Set(withNull.map((row) => row.externalStatusCode))).toEqual(new Set([20, null]));
	});

	test('paid and unpaid rows make up all', async () => {
		const [paid, unpaid, all] = [await rowsWith({ payable: 'yes' }), await rowsWith({ payable: 'no' }), await rowsWith({ payable: 'any' })];
		expect(paid.length + unpaid.length).toBe(all.length);
		expect(new Set(paid.map((row) => row.timeCategoryPayable))).toEqual(new Set([1]));
		expect(new Set(unpaid.map((row) => row.timeCategoryPayable))).toEqual(new Set([0]));
	});
});
