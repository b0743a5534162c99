import type { INodeParameters } from 'n8n-workflow';

import { byNumber, CapitechBench, entries, GET_MANY, rowsOf } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const FROM = '2026-10-27';
const TO = '2026-10-31';

/** What the service got for one filter. */
async function sentFor(name: string, value: unknown, wire: string): Promise<unknown> {
	const result = await capitech.getMany(FROM, TO, { filters: { [name]: value } as INodeParameters });
	expect(result.error?.message).toBeUndefined();
	const [{ body }] = await capitech.sent(GET_MANY);
	return body[wire];
}

const LOCATED = [
	['employees', 'employeeIdFilter'],
	['departments', 'departmentIdFilter'],
	['projects', 'projectIdFilter'],
	['timeCategories', 'timeCategoryIdFilter'],
];
const INTEGERS = [
	['taskIds', 'taskIdFilter'],
	['orderIds', 'orderIdFilter'],
	['dutyIds', 'dutyIdFilter'],
	['subProjectIds', 'subProjectIdFilter'],
	['projectPhaseIds', 'projectPhaseIdFilter'],
	['freeDimension1Ids', 'freeDimension1Filter'],
	['freeDimension2Ids', 'freeDimension2Filter'],
	['externalStatusCodes', 'externalStatusCodeFilter'],
];
const TEXTS = [
	['projectCodes', 'projectAlphanumericCodeFilter'],
	['subProjectCodes', 'subProjectAlphanumericCodeFilter'],
	['phaseCodes', 'phaseAlphanumericCodeFilter'],
];

describe('a list of numbers', () => {
	test.each(LOCATED)('%s is read from entries picked, from "10, 20" in one, and from an array', async (name, wire) => {
		const picked = { entries: [{ entry: { __rl: true, mode: 'list', value: '10' } }, { entry: byNumber('20, 30') }, { entry: byNumber('={{ [40, 50] }}') }] };
		expect(await sentFor(name, picked, wire)).toEqual([10, 20, 30, 40, 50]);
	});

	test.each(INTEGERS)('%s is read from "10, 20"', async (name, wire) => {
		expect(await sentFor(name, '10, 20', wire)).toEqual([10, 20]);
	});

	test.each(INTEGERS)('%s is read from an array', async (name, wire) => {
		expect(await sentFor(name, '={{ [10, 20] }}', wire)).toEqual([10, 20]);
	});

	test('of approval levels is read from "1, 2" as well', async () => {
		expect(await sentFor('approvedLevels', '={{ "1, 2" }}', 'approvedLevelFilter')).toEqual([1, 2]);
	});
});

describe('a list of codes', () => {
	test.each(TEXTS)('%s keeps the codes as texts, from a text or an array', async (name, wire) => {
		expect(await sentFor(name, 'B400, 17', wire)).toEqual(['B400', '17']);
		await capitech.control.reset();
		expect(await sentFor(name, '={{ ["B400", 17] }}', wire)).toEqual(['B400', '17']);
	});
});

test.each([...LOCATED.map(([name]) => [name, {}]), ...INTEGERS.map(([name]) => [name, '']), ...TEXTS.map(([name]) => [name, '']), ['timeCategoryTypes', []], ['approvedLevels', []]] as Array<[string, unknown]>)(
	'%s left empty filters nothing',
	async (name, value) => {
		await capitech.getMany(FROM, TO, { filters: { [name]: value } as INodeParameters });
		const [{ body }] = await capitech.sent(GET_MANY);
		expect(Object.keys(body).sort()).toEqual(['accessToken', 'clientId', 'fromDate', 'toDate']);
	},
);

describe('the time of the last approval or change is told in Norwegian time', () => {
	const wire = 'lastApprovedOrUpdatedFilter';
	test.each([
		['an instant in winter', '2026-11-02T10:00:00Z', '2026-11-02 11:00:00.000'],
		['an instant in summer', '2026-07-02T10:00:00.123Z', '2026-07-02 12:00:00.123'],
		['an instant late in the day, which is the next one in Norway', '2026-07-02T22:30:00Z', '2026-07-03 00:30:00.000'],
		['an instant of another offset', '2026-10-20T10:00:00+05:00', '2026-10-20 07:00:00.000'],
		['a time without an offset: it is Norwegian already', '2026-10-20T10:00:00', '2026-10-20 10:00:00.000'],
		['a time without an offset, with a blank', '2026-10-20 10:00', '2026-10-20 10:00:00.000'],
		['a time without an offset, with a blank and seconds', '2026-10-20 10:00:07', '2026-10-20 10:00:07.000'],
		['a time without an offset as the service writes it', '2026-10-20 10:00:07.250', '2026-10-20 10:00:07.250'],
		['a time without an offset in the repeated hour', '2026-10-25 02:30:00', '2026-10-25 02:30:00.000'],
		['a date alone', '2026-10-20', '2026-10-20 00:00:00.000'],
		['the last second before summer time', '2026-03-29T00:59:59Z', '2026-03-29 01:59:59.000'],
		['the first second of summer time', '2026-03-29T01:00:00Z', '2026-03-29 03:00:00.000'],
		['the last second before the hour is repeated', '2026-10-25T00:59:59Z', '2026-10-25 02:59:59.000'],
		['the first second of the repeated hour', '2026-10-25T01:00:00Z', '2026-10-25 02:00:00.000'],
		['the first second after it', '2026-10-25T02:00:00Z', '2026-10-25 03:00:00.000'],
		['a DateTime of an expression', '={{ DateTime.fromISO("2026-10-20T10:00:00Z") }}', '2026-10-20 12:00:00.000'],
		['a Date of an expression', '={{ new Date("2026-10-20T10:00:00Z") }}', '2026-10-20 12:00:00.000'],
	])('%s', async (_what, value, sent) => {
		expect(await sentFor('lastApprovedOrUpdatedFrom', value, wire)).toBe(sent);
	});
});

test.each([
	['a date', '2026-10-25', '2026-10-25'],
	['what the calendar gives', '2026-10-25T00:00:00', '2026-10-25'],
	['an instant, on the date it has in Norway', '2026-10-25T23:30:00Z', '2026-10-26'],
	['a DateTime of an expression', '={{ DateTime.fromISO("2026-10-25T12:00:00Z") }}', '2026-10-25'],
])('the date of the last change is read from %s', async (_what, value, sent) => {
	expect(await sentFor('lastUpdatedFrom', value, 'lastUpdatedGreaterThanOrEqualToFilter')).toBe(sent);
});

test.each([
	['dates', '2026-10-27', '2026-10-31'],
	['what the calendar gives', '2026-10-27T00:00:00', '2026-10-31T00:00:00'],
	['instants, on the dates they have in Norway', '2026-10-26T23:00:00Z', '2026-10-31T22:59:59Z'],
	['DateTimes of an expression', '={{ DateTime.fromISO("2026-10-27T12:00:00Z") }}', '={{ DateTime.fromISO("2026-10-31T12:00:00Z") }}'],
])('the period is read from %s', async (_what, from, to) => {
	const rows = rowsOf(await capitech.getMany(from, to));
	const [{ body }] = await capitech.sent(GET_MANY);
	expect([body.fromDate, body.toDate]).toEqual(['2026-10-26', '2026-11-01']);
	expect(rows.length).toBe((await capitech.held(FROM, TO)).length);
});

describe('one node serves several kinds of query by expressions', () => {
	const filters = {
		externalStatusCodes: '={{ $json.codes }}',
		withoutExternalStatus: '={{ $json.unmarked }}',
		lastApprovedOrUpdatedFrom: '={{ $json.since }}',
	} as INodeParameters;
	const PLAIN = { accessToken: expect.any(String), clientId: 100, fromDate: '2026-10-26', toDate: '2026-11-01' };

	test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
		['what is not exported yet', { codes: '90', unmarked: 'yes', since: '' }, { externalStatusCodeFilter: [90], includeElementsWithExternalStatusCodeNull: true }],
		['the same with a number and a flag', { codes: 90, unmarked: true, since: null }, { externalStatusCodeFilter: [90], includeElementsWithExternalStatusCodeNull: true }],
		['what changed since', { codes: '', unmarked: '', since: '2026-10-28 10:30:00' }, { lastApprovedOrUpdatedFilter: '2026-10-28 10:30:00.000' }],
		['the same with nulls', { codes: null, unmarked: null, since: '2026-10-28 10:30:00' }, { lastApprovedOrUpdatedFilter: '2026-10-28 10:30:00.000' }],
		['all', { codes: '', unmarked: '', since: '' }, {}],
		['all, by nulls', { codes: null, unmarked: null, since: null }, {}],
		['all, by what the item lacks', {}, {}],
	])('%s', async (_what, item, sent) => {
		const result = await capitech.getMany(FROM, TO, { filters }, { items: [item as never] });
		expect(result.error?.message).toBeUndefined();
		expect((await capitech.sent(GET_MANY)).map(({ body }) => body)).toEqual([{ ...PLAIN, ...sent }]);
	});

	test('each item its own', async () => {
		const items = [{ codes: 20 }, { since: '2026-10-28 10:30:00' }, {}];
		await capitech.getMany(FROM, TO, { filters }, { items });
		expect((await capitech.sent(GET_MANY)).map(({ body }) => body)).toEqual([
			{ ...PLAIN, externalStatusCodeFilter: [20] },
			{ ...PLAIN, lastApprovedOrUpdatedFilter: '2026-10-28 10:30:00.000' },
			PLAIN,
		]);
	});
});

describe('bad input is refused before anything is sent', () => {
	const refused = async (parameters: INodeParameters, from = FROM, to = TO) => {
		const { status, error } = await capitech.getMany(from, to, parameters, { credentials: await capitech.credentials() });
		expect(status).toBe('error');
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
		return error?.message;
	};
	const filters = (name: string, value: unknown) => ({ filters: { [name]: value } as INodeParameters });

	test.each([
		['a filter of letters', filters('orderIds', '501, abc'), /'Order IDs' is not a whole number.*\[item 0\]/],
		['a number with decimals', filters('taskIds', '1.5'), /'Task IDs' is not a whole number/],
		['a negative number', filters('externalStatusCodes', '-1'), /'External Status Codes' is not a whole number/],
		['an employee of letters', filters('employees', entries('Ola')), /'Employees' is not a whole number/],
		['level 5', filters('approvedLevels', '={{ [5] }}'), /'Approved Levels' holds 5/],
		['level 0', filters('approvedLevels', '={{ [0] }}'), /'Approved Levels' holds 0/],
		['an unknown type', filters('timeCategoryTypes', '={{ ["X"] }}'), /'Time Category Types' holds "X"/],
		['a flag of no known value', filters('payable', '={{ "perhaps" }}'), /'Payable' is none of its three values/],
		['a date that does not exist', filters('lastUpdatedFrom', '2026-02-30'), /'Last Updated From' is not a date/],
		['a time that is none', filters('lastApprovedOrUpdatedFrom', 'yesterday'), /'Last Approved or Updated From' is not a date/],
		['client 0', { clientId: 0 }, /'Client ID' is not a whole number/],
		['a client of letters', { clientId: '={{ "abc" }}' }, /'Client ID' is not a whole number/],
		['a limit of 0', { returnAll: false, limit: 0 }, /'Limit' is not a whole number/],
	])('%s', async (_what, parameters, message) => {
		expect(await refused(parameters)).toMatch(message);
	});

	test.each([
		['an empty from date', '={{ "" }}', TO, /'From Date' is empty/],
		['an empty to date', FROM, '={{ null }}', /'To Date' is empty/],
		['a from date that does not exist', '2026-13-01', TO, /'From Date' is not a date/],
		['a to date in Norwegian', FROM, '31.10.2026', /'To Date' is not a date/],
		['a to date that is a month only', FROM, '2026-11', /'To Date' is not a date/],
		['a to date that is a year only', FROM, '={{ "2027" }}', /'To Date' is not a date/],
		['a to date that is a bare number', FROM, '={{ 2027 }}', /'To Date' is not a date/],
		['a to date that is a time only', FROM, '={{ "10" }}', /'To Date' is not a date/],
		['a to date before the from date', '2026-10-31', '2026-10-30', /'To Date' lies before the From Date/],
	])('%s', async (_what, from, to, message) => {
		expect(await refused({}, from, to)).toMatch(message);
	});
});
