import { useOpus } from './opus';
import { change, changed, day, outcomesOf, schedules, writes } from './workSchedule';

const opus = useOpus();

const D1 = '2026-11-02';
const D2 = '2026-11-03';
const D3 = '2026-11-04';

describe('create', () => {
	test('each employee’s occurrences go into one call, and stand', async () => {
		const items = await changed(opus, 'create', [day(D1), day(D2), day(D1, { employeeNumber: '007002' }), day(D3, { startTime: '', endTime: '', hours: '7,4', workTimeType: 'AA', endDate: '2026-11-06' })]);
		expect(outcomesOf(items)).toEqual(['registered', 'registered', 'registered', 'registered']);
		expect((await writes(opus)).sort()).toEqual([1, 3]);
		expect(await schedules(opus)).toEqual([
			`${D1} ${D1} 01 07:30:00 15:00:00 7.50`,
			`${D2} ${D2} 01 07:30:00 15:00:00 7.50`,
			`${D3} 2026-11-06 AA   7.40`,
		]);
		expect(await schedules(opus, '7002')).toEqual([`${D1} ${D1} 01 07:30:00 15:00:00 7.50`]);
	});

	test('what stands already is not sent again', async () => {
		await changed(opus, 'create', [day(D1)]);
		expect(outcomesOf(await changed(opus, 'create', [day(D1), day(D2)]))).toEqual(['unchanged', 'registered']);
		expect(await writes(opus)).toEqual([1, 1]);
		expect(await schedules(opus)).toHaveLength(2);
	});

	test('no more occurrences than allowed go into a call', async () => {
		await changed(opus, 'create', [day(D1), day(D2), day(D3)], { options: { occurrencesPerCall: 2 } });
		expect(await writes(opus)).toEqual([2, 1]);
		expect(await schedules(opus)).toHaveLength(3);
	});

	test.each(['empty', 'zeros'])('a day without times is known again, however the service writes none (%s)', async (style) => {
		await opus.control.switches({ 'kmdOpus.soapEmptyTime': style, 'kmdOpus.soapDecimalStyle': 'comma', 'kmdOpus.personnelNumberStyle': 'eightDigits' });
		const free = day(D1, { workTimeType: 'FR', startTime: '', endTime: '', hours: '0' });
		expect(outcomesOf(await changed(opus, 'create', [free, day(D2)]))).toEqual(['registered', 'registered']);
		expect(outcomesOf(await changed(opus, 'create', [free, day(D2)]))).toEqual(['unchanged', 'unchanged']);
	});

	test('a shift over midnight is one occurrence', async () => {
		expect(outcomesOf(await changed(opus, 'create', [day(D1, { startTime: '22:00', endTime: '6:00', hours: '' })]))).toEqual(['registered']);
		expect(await schedules(opus)).toEqual([`${D1} ${D1} 01 22:00:00 06:00:00 `]);
	});
});

describe('update', () => {
	beforeEach(async () => void (await changed(opus, 'create', [day(D1)])));

	test('hours are changed in place', async () => {
		expect(outcomesOf(await changed(opus, 'update', [day(D1, { hours: '6.25' })]))).toEqual(['registered']);
		expect(await schedules(opus)).toEqual([`${D1} ${D1} 01 07:30:00 15:00:00 6.25`]);
	});

	test('an occurrence is moved from where the original fields say', async () => {
		const original = { startDate: D1, endDate: D1, startTime: '07:30', endTime: '15:00', workTimeType: '01' };
		const wanted = day(D2, { workTimeType: 'AA', startTime: '08:00', endTime: '12:00', hours: '4' });
		expect(outcomesOf(await changed(opus, 'update', [wanted], { original }))).toEqual(['registered']);
		expect(await schedules(opus)).toEqual([`${D2} ${D2} AA 08:00:00 12:00:00 4.00`]);
		expect(outcomesOf(await changed(opus, 'update', [wanted], { original }))).toEqual(['unchanged']);
	});

	test('times can be taken off, and put on', async () => {
		const original = { startTime: '07:30', endTime: '15:00' };
		await changed(opus, 'update', [day(D1, { startTime: '', endTime: '' })], { original });
		expect(await schedules(opus)).toEqual([`${D1} ${D1} 01   7.50`]);
		await changed(opus, 'update', [day(D1)], { original: { startTime: '', endTime: '' } });
		expect(await schedules(opus)).toEqual([`${D1} ${D1} 01 07:30:00 15:00:00 7.50`]);
	});

	test('a whole week can be moved by a day, the last one first', async () => {
		await changed(opus, 'create', [day(D2)]);
		const moved = [day(D3, { from: D2 }), day(D2, { from: D1 })];
		const original = { startDate: '={{ $json.from }}', endDate: '={{ $json.from }}' };
		expect(outcomesOf(await changed(opus, 'update', moved, { original }))).toEqual(['registered', 'registered']);
		expect((await schedules(opus)).map((text) => text.slice(0, 10))).toEqual([D2, D3]);
	});

	test('one that does not stand is told, and nothing is sent', async () => {
		const [item] = await changed(opus, 'update', [day(D2)], { original: { startDate: D3, endDate: D3 } });
		expect(item).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', text: expect.stringContaining('does not stand') }] });
		expect(await writes(opus)).toEqual([1]);
	});
});

describe('delete', () => {
	test('an occurrence is taken away, and one that is gone stays so', async () => {
		await changed(opus, 'create', [day(D1), day(D2)]);
		expect(outcomesOf(await changed(opus, 'delete', [day(D1), day(D3)]))).toEqual(['reversed', 'unchanged']);
		expect(await schedules(opus)).toEqual([`${D2} ${D2} 01 07:30:00 15:00:00 7.50`]);
		expect(outcomesOf(await changed(opus, 'delete', [day(D1)]))).toEqual(['unchanged']);
	});
});

describe('get many', () => {
	const getMany = async (parameters = {}) =>
		await opus.run({ resource: 'workSchedule', operation: 'getMany', employeeNumber: '7001', fromDate: D1, toDate: D2, returnAll: true, ...parameters });

	test('the occurrences that touch a period come out in the node’s own words', async () => {
		await changed(opus, 'create', [day(D1), day(D2, { startTime: '', endTime: '', workTimeType: 'AA', endDate: D3 }), day('2026-11-09')]);
		const { outputs } = await getMany();
		expect(outputs[0].map(({ json }) => json)).toEqual([
			{ employeeNumber: '7001', startDate: D1, endDate: D1, workTimeType: '01', workTimeTypeText: 'Normal arbejdstid', startTime: '07:30:00', endTime: '15:00:00', hours: 7.5 },
			{ employeeNumber: '7001', startDate: D2, endDate: D3, workTimeType: 'AA', workTimeTypeText: 'Afvigende arbejdstidsplan', startTime: null, endTime: null, hours: 7.5 },
		]);
	});

	test('nothing found is no failure', async () => {
		const { outputs, error } = await getMany();
		expect([error, outputs[0]]).toEqual([undefined, []]);
	});

	test.each([
		[{ toDate: '2026-11-01' }, /'To Date' is before the from date/],
		[{ employeeNumber: 'x' }, /'Employee Number' is not a number/],
	])('%j is refused before anything is asked', async (parameters, message) => {
		expect((await getMany(parameters)).error?.message).toMatch(message);
		expect(await opus.operations()).toEqual([]);
	});
});

test.each([
	[{ startDate: '2026-11-31' }, /'Start Date' is not a date/],
	[{ endDate: '2026-11-01' }, /'End Date' is before the start date/],
	[{ workTimeType: '' }, /'Work Time Type' is empty/],
	[{ workTimeType: 'ABCDE' }, /'Work Time Type' is not a code/],
	[{ startTime: '' }, /'Start Time' is empty/],
	[{ endTime: '' }, /'End Time' is empty/],
	[{ endTime: '24:00' }, /'End Time' is not a time of the day/],
	[{ endTime: '07:30:00' }, /'End Time' is the start time/],
	[{ hours: '24.01' }, /'Hours' is not between 0 and 24/],
	[{ hours: '7:24' }, /'Hours' is not a number/],
	[{ employeeNumber: '123456789' }, /'Employee Number' is not a number of at most 8 digits/],
])('%j is refused before anything is sent, of any item', async (fields, message) => {
	expect((await change(opus, 'create', [day(D2), day(D1, fields)])).error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});

test('two occurrences for one place are told before anything is sent', async () => {
	const items = [day(D1, { from: '2026-11-09' }), day(D1, { from: '2026-11-10' }), day(D2, { from: '2026-11-11' })];
	const { error } = await change(opus, 'update', items, { original: { startDate: '={{ $json.from }}', endDate: '={{ $json.from }}' } });
	expect(error?.message).toMatch(/The same occurrence stands in items 0, 1/);
	expect(await opus.operations()).toEqual([]);
});

test('one occurrence in two items is told before anything is sent', async () => {
	const { error } = await change(opus, 'create', [day(D1), day(D2), day(D1, { hours: '5' })]);
	expect(error?.message).toMatch(/The same occurrence stands in items 0, 2/);
	expect(await opus.operations()).toEqual([]);
});

test('write and read are asked for under names of their own', async () => {
	const assumedNames = { interface: 'SetMeetingTimes_OS_SI', requestRoot: 'SetMeetingTimes' };
	expect(outcomesOf(await changed(opus, 'create', [day(D1)], { assumedNames }))).toEqual(['unknown']);
	const [read, write] = await opus.control.journal({ service: 'kmdOpus' });
	expect(read.operation).toBe('GetWorkScheduleByPeriod');
	expect(write.path).toContain('interface=SetMeetingTimes_OS_SI');
	expect(write.body).toContain(':SetMeetingTimes ');
	const readNames = { readInterface: 'GetMeetingTimes_OS_SI', readRequestRoot: 'GetMeetingTimes' };
	expect(outcomesOf(await changed(opus, 'create', [day(D1)], { options: readNames }))).toEqual(['later']);
	const { path, body } = (await opus.control.journal({ service: 'kmdOpus' })).at(-1)!;
	expect(path).toContain('interface=GetMeetingTimes_OS_SI');
	expect(body).toContain(':GetMeetingTimes ');
	expect((await change(opus, 'create', [day(D1)], { options: { readRequestRoot: 'a b' } })).error?.message).toMatch(/'Request Root of the Read' holds a name/);
});
