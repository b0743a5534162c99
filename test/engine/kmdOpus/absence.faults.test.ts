import { Absences, expectLawfulMessages, periodFields, READ, WRITE } from './absences';
import { useOpus } from './opus';

const opus = useOpus();
const absences = new Absences(opus);

afterEach(async () => await expectLawfulMessages(opus));

const THREE = '2 12:30 - 6 11:00';
const PARTS = ['2 12:30 - 2', '3 - 5', '6 - 6 11:00'];
const MOVED = '3 12:30 - 9 11:00';
const MOVED_PARTS = ['3 12:30 - 3', '4 - 8', '9 - 9 11:00'];

const CALLS = [1, 2, 3];

describe.each(CALLS)('call %d of three', (nth) => {
	test.each(['reset-before', 'reset-after', 'truncate', 'malformed'])('%s: the period is read, and the absence ends whole', async (kind) => {
		await absences.faultsOn(WRITE, { kind, nth });
		expect(await absences.create(THREE)).toMatchObject({ outcome: 'registered' });
		expect(await absences.standing()).toEqual(PARTS);
		expect((await absences.writes()).filter((write) => write === 'INS')).toHaveLength(3);
	});

	test.each(['reset-before', 'reset-after', 'soap-fault'])('%s of a change: every record ends in its new place', async (kind) => {
		await absences.put(PARTS);
		await absences.faultsOn(WRITE, { kind, nth });
		expect(await absences.update(THREE, MOVED)).toMatchObject({ outcome: 'registered' });
		expect(await absences.standing()).toEqual(MOVED_PARTS);
	});

	test('a fault although it was acted upon: nothing is sent twice', async () => {
		await absences.faultsOn(WRITE, { kind: 'soap-fault', acts: true, nth });
		expect(await absences.create(THREE)).toMatchObject({ outcome: 'registered' });
		expect(await absences.writes()).toEqual(['INS', 'INS', 'INS']);
	});

	test('refused: nothing is left of a new absence', async () => {
		await absences.faultsOn(WRITE, { kind: 'business-error', text: 'Afvist her.', nth });
		expect(await absences.create(THREE)).toMatchObject({ outcome: 'rejected', messages: expect.arrayContaining([{ type: 'E', code: null, text: 'Afvist her.' }]) });
		expect(await absences.standing()).toEqual([]);
	});

	test('refused: a change is taken back', async () => {
		await absences.put(PARTS);
		await absences.faultsOn(WRITE, { kind: 'business-error', text: 'Afvist her.', nth });
		expect(await absences.update(THREE, MOVED)).toMatchObject({ outcome: 'rejected' });
		expect(await absences.standing()).toEqual(PARTS);
	});

	test('refused: what was deleted stands again', async () => {
		await absences.put(PARTS);
		await absences.faultsOn(WRITE, { kind: 'business-error', text: 'Afvist her.', nth });
		expect(await absences.delete(THREE)).toMatchObject({ outcome: 'rejected' });
		expect(await absences.standing()).toEqual(PARTS);
	});

	test('refused, and what was made can not be taken back: partial, with what stands', async () => {
		await absences.faultsOn(WRITE, ...Array.from({ length: 9 }, (_, at) => ({ kind: 'business-error', text: 'Afvist.', nth: nth + at })));
		const { outcome, parts } = await absences.create(THREE);
		expect(outcome).toBe(nth === 1 ? 'rejected' : 'partial');
		expect(await absences.standing()).toEqual(PARTS.slice(0, nth - 1));
		expect((parts as Array<{ outcome: string }>).filter((part) => part.outcome === 'registered')).toHaveLength(nth - 1);
	});

	test('lost for good while the service can not be read: unknown, and another run brings it to its end', async () => {
		await opus.control.faults(
			{ service: 'kmdOpus', operation: WRITE, kind: 'reset-after', nth },
			...[2, 3, 4, 5].map((read) => ({ service: 'kmdOpus', operation: READ, kind: 'reset-before', nth: read })),
		);
		const { outcome, parts } = await absences.create(THREE);
		expect(outcome).toBe('unknown');
		expect((parts as Array<{ outcome: string }>).map((part) => part.outcome)).toEqual(CALLS.map((call) => (call < nth ? 'registered' : call === nth ? 'unknown' : 'later')));
		await opus.control.faults();
		expect(await absences.create(THREE)).toMatchObject({ outcome: nth === 3 ? 'unchanged' : 'registered' });
		expect(await absences.standing()).toEqual(PARTS);
	});
});

test('an answer that is lost while a part is taken back is settled by reading as well', async () => {
	await opus.control.faults(
		{ service: 'kmdOpus', operation: WRITE, kind: 'business-error', text: 'Afvist.', nth: 3 },
		{ service: 'kmdOpus', operation: WRITE, kind: 'reset-after', nth: 4 },
		{ service: 'kmdOpus', operation: WRITE, kind: 'reset-before', nth: 5 },
	);
	expect(await absences.create(THREE)).toMatchObject({ outcome: 'rejected' });
	expect(await absences.standing()).toEqual([]);
	expect(await absences.writes()).toEqual(['INS', 'INS', 'INS (no)', 'DEL', 'DEL (no)', 'DEL']);
});

test('a service that is out of order is told as later, with its own words, and nothing is left', async () => {
	await absences.faultsOn(WRITE, { kind: 'soap-fault', text: 'Systemet er lukket.', every: 1 });
	expect(await absences.create(THREE)).toMatchObject({ outcome: 'later', messages: [{ type: 'E', text: expect.stringContaining('Server Error') }] });
	expect(await absences.standing()).toEqual([]);
});

test('a period that can not be read is not written to', async () => {
	await absences.faultsOn(READ, { kind: 'status', status: 503, every: 1 });
	expect(await absences.create(THREE)).toMatchObject({ outcome: 'later', parts: [] });
	expect(await absences.writes()).toEqual([]);
});

describe('a warning', () => {
	/* A Saturday and a Sunday: there is no planned attendance, and Opus says so. */
	const WEEKEND = '7 - 8';

	test('comes with the record', async () => {
		expect(await absences.create(WEEKEND)).toMatchObject({ outcome: 'registered', messages: [{ type: 'W' }] });
		expect(await absences.standing()).toEqual([WEEKEND]);
	});

	test('in place of the record is a refusal', async () => {
		await opus.control.switches({ 'kmdOpus.warningActs': false });
		expect(await absences.create(WEEKEND)).toMatchObject({ outcome: 'rejected', messages: [{ type: 'W' }] });
		expect(await absences.standing()).toEqual([]);
	});
});

test.each([
	{ 'kmdOpus.soapSuccess': 'empty' },
	{ 'kmdOpus.soapSuccess': 'withText' },
	{ 'kmdOpus.soapEmptyTime': 'zeros' },
	{ 'kmdOpus.personnelNumberStyle': 'plain' },
])('what is not known of the service does not matter: %j', async (switches) => {
	await opus.control.switches(switches);
	await absences.put(PARTS);
	await absences.faultsOn(WRITE, { kind: 'reset-after', nth: 2 });
	expect(await absences.update(THREE, MOVED)).toMatchObject({ outcome: 'registered' });
	expect(await absences.standing()).toEqual(MOVED_PARTS);
	expect(await absences.create(MOVED)).toMatchObject({ outcome: 'unchanged' });
});

test('without reading first a lost answer is settled all the same', async () => {
	await absences.faultsOn(WRITE, { kind: 'reset-after', nth: 2 });
	expect(await absences.create(THREE, { options: { readFirst: false } })).toMatchObject({ outcome: 'registered' });
	expect(await absences.standing()).toEqual(PARTS);
	expect((await opus.operations()).filter((operation) => operation === READ)).toHaveLength(1);
});

test.each([true, false])('a run that is cancelled sends no further call, and the next one ends it (the service acted: %s)', async (acts) => {
	await absences.faultsOn(WRITE, { kind: 'timeout', acts, nth: 2 });
	const arrived = async () => {
		while ((await absences.writes()).length < 2);
	};
	const fields = { resource: 'absence', operation: 'create', employeeNumber: '7001', type: 'SY', relation: 'none', options: {} };
	const { status } = await opus.run({ ...fields, ...periodFields(THREE) }, [{}], { abortAfter: arrived() });
	expect(status).toBe('canceled');
	expect(await absences.writes()).toEqual(['INS', acts ? 'INS' : 'INS (no)']);
	await opus.control.faults();
	expect(await absences.create(THREE)).toMatchObject({ outcome: 'registered' });
	expect(await absences.standing()).toEqual(PARTS);
});
