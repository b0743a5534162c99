import { Absences, expectLawfulMessages, WRITE } from './absences';
import { useOpus } from './opus';

const opus = useOpus();
const absences = new Absences(opus);

afterEach(async () => await expectLawfulMessages(opus));

/** Each shape that an absence can have, with the records it is held in. */
const SHAPES: Array<[period: string, parts: string[]]> = [
	['2 - 6', ['2 - 6']],
	['4 - 4', ['4 - 4']],
	['4 12:30 - 4 14:00', ['4 12:30 - 4 14:00']],
	['4 12:30 - 4', ['4 12:30 - 4']],
	['2 12:30 - 6', ['2 12:30 - 2', '3 - 6']],
	['2 - 6 11:00', ['2 - 5', '6 - 6 11:00']],
	['4 12:30 - 5 11:00', ['4 12:30 - 4', '5 - 5 11:00']],
	['2 12:30 - 6 11:00', ['2 12:30 - 2', '3 - 5', '6 - 6 11:00']],
	['3 12:30 - 9 11:00', ['3 12:30 - 3', '4 - 8', '9 - 9 11:00']],
];

describe('an absence', () => {
	test.each(SHAPES)('%s is created as %j', async (period, parts) => {
		expect(await absences.create(period)).toMatchObject({ outcome: 'registered', parts: parts.map(() => ({ operation: 'INS', outcome: 'registered' })) });
		expect(await absences.standing()).toEqual(parts);
	});

	test.each(SHAPES)('%s is deleted, and may be deleted again', async (period, parts) => {
		await absences.put(parts);
		expect(await absences.delete(period)).toMatchObject({ outcome: 'reversed', parts: parts.map(() => ({ operation: 'DEL', outcome: 'reversed' })) });
		expect(await absences.standing()).toEqual([]);
		expect(await absences.delete(period)).toMatchObject({ outcome: 'unchanged', messages: [{ type: 'W' }] });
	});

	test.each(SHAPES)('%s becomes each other shape, and is left alone when it is that already', async (from, before) => {
		for (const [to, after] of SHAPES) {
			await opus.reset();
			await absences.put(before);
			expect(await absences.update(from, to)).toMatchObject({ outcome: from === to ? 'unchanged' : 'registered' });
			expect(await absences.standing()).toEqual(after);
			expect(await absences.update(from, to)).toMatchObject({ outcome: 'unchanged' });
		}
	}, 120_000);

	test('of another type takes the place of the first', async () => {
		await absences.put(['2 12:30 - 2', '3 - 6']);
		await absences.update('2 12:30 - 6', '2 12:30 - 6', { originalType: 'SY', type: 'A1' });
		expect((await absences.records()).map(({ AbsenceAttendanceType }) => AbsenceAttendanceType)).toEqual(['A1', 'A1']);
		expect(await absences.writes()).toEqual(['MOD', 'MOD']);
	});

	test('of presence stands beside an absence', async () => {
		await absences.put(['4 - 4']);
		expect(await absences.create('4 17:00 - 4 19:30', { type: 'OA' })).toMatchObject({ outcome: 'registered' });
		expect(await absences.records()).toHaveLength(2);
	});

	test('that collides is refused with the words of Opus', async () => {
		await absences.put(['5 - 5'], { AbsenceAttendanceType: 'A1' });
		expect(await absences.create('2 12:30 - 6 11:00')).toMatchObject({
			outcome: 'rejected',
			messages: [{ type: 'E', text: 'Der er allerede registreret A1 i perioden 2026-11-05 - 2026-11-05.' }],
			parts: [{ outcome: 'later' }, { outcome: 'rejected' }, { outcome: 'later' }],
		});
		expect(await absences.standing()).toEqual(['5 - 5']);
		expect(await absences.writes()).toEqual(['INS', 'INS (no)', 'DEL']);
	});

	test('that does not stand is not changed', async () => {
		expect(await absences.update('2 - 6', '2 - 7')).toMatchObject({ outcome: 'rejected' });
		expect(await absences.writes()).toEqual([]);
	});

	test('keeps what came in', async () => {
		const { outputs } = await opus.run(
			{ resource: 'absence', operation: 'create', employeeNumber: '={{ $json.nr }}', type: 'SY', fromDate: '2026-11-04', toDate: '2026-11-04', startTime: '', endTime: '', relation: 'none', options: {} },
			[{ nr: '07001', own: 1 }, { nr: '7002', own: 2 }],
		);
		expect(outputs[0]).toMatchObject([
			{ json: { nr: '07001', own: 1, outcome: 'registered' }, pairedItem: { item: 0 } },
			{ json: { nr: '7002', own: 2, outcome: 'registered' }, pairedItem: { item: 1 } },
		]);
	});
});

describe('where Opus wants both times of a day or neither', () => {
	const DAY = { options: { workingDayStart: '8:00', workingDayEnd: '15:24' } };
	beforeEach(async () => await opus.control.switches({ 'kmdOpus.absenceTimes': 'bothOrNeither' }));

	test('one time alone is refused', async () => {
		expect(await absences.create('2 12:30 - 6 11:00')).toMatchObject({ outcome: 'rejected', messages: [{ text: expect.stringContaining('Både starttid og sluttid') }] });
	});

	test('the working day gives the other; what stands is found by it', async () => {
		expect(await absences.create('2 12:30 - 6 11:00', DAY)).toMatchObject({ outcome: 'registered' });
		expect(await absences.standing()).toEqual(['2 12:30 - 2 15:24', '3 - 5', '6 08:00 - 6 11:00']);
		expect(await absences.create('2 12:30 - 6 11:00', DAY)).toMatchObject({ outcome: 'unchanged' });
		expect(await absences.update('2 12:30 - 6 11:00', '3 - 5 11:00', DAY)).toMatchObject({ outcome: 'registered' });
		expect(await absences.standing()).toEqual(['3 - 4', '5 08:00 - 5 11:00']);
		expect(await absences.delete('3 - 5 11:00', DAY)).toMatchObject({ outcome: 'reversed' });
		expect(await absences.standing()).toEqual([]);
	});
});

describe('what an absence belongs to', () => {
	beforeEach(async () => {
		await opus.control.put('kmdOpus', {
			children: [
				{ PersonnelNumber: '7001', ChildNumber: '01', FirstName: 'Ida', LastName: 'Test', ChildCPRNumber: '0102199999', BirthDate: '2022-02-01' },
				{ PersonnelNumber: '7001', ChildNumber: '02', ChildCPRNumber: '0102209999', BirthDate: '2023-02-01' },
			],
		});
	});

	test('goes along, a child by two digits', async () => {
		expect(await absences.create('4 - 4', { type: 'OS', relation: 'child', child: { __rl: true, mode: 'id', value: '1' } })).toMatchObject({ outcome: 'registered' });
		expect(await absences.records()).toMatchObject([{ AbsenceAttendanceType: 'OS', AdditionalData: '01' }]);
	});

	test('is changed alone', async () => {
		await absences.put(['4 - 4'], { AbsenceAttendanceType: 'OS', AdditionalData: '01', ObjectId: '01' });
		await absences.update('4 - 4', '4 - 4', { type: 'OS', relation: 'child', child: { __rl: true, mode: 'id', value: '02' } });
		expect(await absences.records()).toMatchObject([{ AdditionalData: '02' }]);
		expect(await absences.writes()).toEqual(['MOD']);
	});

	test('is kept by a change that says nothing of it, in parts that are new too', async () => {
		await absences.put(['4 - 4'], { AbsenceAttendanceType: 'OS', AdditionalData: '02', ObjectId: '02' });
		expect(await absences.update('4 - 4', '4 12:30 - 5', { type: 'OS' })).toMatchObject({ outcome: 'registered' });
		expect((await absences.records()).map(({ AdditionalData }) => AdditionalData)).toEqual(['02', '02']);
	});

	test('stands again when a change is taken back', async () => {
		await absences.put(['4 12:30 - 4', '5 - 5'], { AbsenceAttendanceType: 'OS', AdditionalData: '02', ObjectId: '02' });
		await absences.faultsOn(WRITE, { kind: 'business-error', text: 'Nej.', nth: 2 });
		expect(await absences.update('4 12:30 - 5', '6 - 6', { type: 'OS' })).toMatchObject({ outcome: 'rejected' });
		expect((await absences.records()).map(({ AdditionalData }) => AdditionalData)).toEqual(['02', '02']);
		expect(await absences.standing()).toEqual(['4 12:30 - 4', '5 - 5']);
	});
});
