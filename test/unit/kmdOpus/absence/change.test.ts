import fc from 'fast-check';

import { setClock } from '../../../../nodes/kit/clock';
import type { AbsenceChange, AbsenceOutcome } from '../../../../nodes/KmdOpus/absence/change';
import { changeAbsences } from '../../../../nodes/KmdOpus/absence/change';
import type { Occurrence } from '../../../../nodes/KmdOpus/absence/occurrence';
import type { WriteFault } from './service';
import { Service } from './service';
import { period, recordsOf, sorted } from './shapes';

/** What waits for a service that may be at work still costs no time here. */
beforeEach(() => setClock({ sleep: async () => {} }));
afterEach(() => setClock());

const run = async (service: Service, originals: Occurrence[], wanted: Occurrence[], more: Partial<AbsenceChange> = {}): Promise<AbsenceOutcome> => {
	const [outcome] = await changeAbsences(service.client, [{ employeeNumber: '155', originals, wanted, readFirst: true, ...more }], undefined);
	return outcome;
};

const shape = (from: number, to: number, startTime = '', endTime = '', own: Partial<Occurrence> = {}) =>
	recordsOf({ startDate: `2026-03-0${from}`, endDate: `2026-03-0${to}`, startTime, endTime }, own);

const three = shape(2, 6, '12:30:00', '11:00:00');
const whole = shape(2, 6);

/** Whether the parts tell of every record that stands, and of no other; of those that are unknown nothing is claimed. */
function expectTruthful(outcome: AbsenceOutcome, service: Service): void {
	const own = ({ type, startDate, endDate, startTime, endTime }: Occurrence) => [type, startDate, endDate, startTime || null, endTime || null].join(' ');
	const told = outcome.parts.map(({ type, startDate, endDate, startTime, endTime, ...rest }) => ({ key: [type, startDate, endDate, startTime, endTime].join(' '), ...rest }));
	const open = new Set(told.filter((part) => part.outcome === 'unknown').map(({ key }) => key));
	const standing = told.filter((part) => part.outcome === 'registered' || part.outcome === 'unchanged').map(({ key }) => key);
	expect(standing.sort()).toEqual(service.register.records.map(own).filter((key) => !open.has(key)).sort());
}

describe('a change without faults', () => {
	test('makes the three records of a new absence', async () => {
		const service = new Service([]);
		expect(await run(service, [], three)).toMatchObject({ outcome: 'registered', parts: [{ operation: 'INS' }, { operation: 'INS' }, { operation: 'INS' }] });
		expect(service.register.records).toEqual(three);
	});

	test('sends nothing that stands already', async () => {
		const service = new Service(three);
		expect(await run(service, [], three)).toMatchObject({ outcome: 'unchanged', messages: [] });
		expect(await run(service, whole, three)).toMatchObject({ outcome: 'unchanged', messages: [] });
		expect(service.writes).toBe(0);
	});

	test('sends only what is missing of a new absence', async () => {
		const service = new Service(three.slice(0, 2));
		expect(await run(service, [], three)).toMatchObject({ outcome: 'registered', parts: [{ outcome: 'unchanged' }, { outcome: 'unchanged' }, { operation: 'INS', outcome: 'registered' }] });
		expect(service.writes).toBe(1);
	});

	test('keeps what an absence belongs to, where nothing else is said', async () => {
		const service = new Service(shape(2, 4, '', '', { type: 'OS', relatedKey: '02' }));
		await run(service, shape(2, 4, '', '', { type: 'OS' }), shape(2, 6, '12:00:00', '', { type: 'OS' }));
		expect(service.register.records.map(({ relatedKey }) => relatedKey)).toEqual(['02', '02']);
	});

	test('is refused where nothing of the original stands', async () => {
		const service = new Service([]);
		const outcome = await run(service, whole, three);
		expect(outcome.parts.map((part) => part.outcome)).toEqual(['reversed', 'later', 'later', 'later']);
		expect(outcome).toMatchObject({ outcome: 'rejected', messages: [{ type: 'W', text: 'Does not stand in KMD Opus: FE 2026-03-02 – 2026-03-06' }, { type: 'E' }] });
		expect(service.writes).toBe(0);
	});

	test('tells that there was nothing to take away', async () => {
		expect(await run(new Service([]), whole, [])).toMatchObject({ outcome: 'unchanged', messages: [{ type: 'W', text: expect.stringContaining('Does not stand') }] });
	});

	test('takes away what is left of an absence', async () => {
		const service = new Service(three.slice(1));
		expect(await run(service, three, [])).toMatchObject({ outcome: 'reversed', messages: [{ type: 'W', text: 'Does not stand in KMD Opus: FE 2026-03-02' }] });
		expect(service.register.records).toEqual([]);
	});

	test('without reading sends all there is to send', async () => {
		const service = new Service(three.slice(0, 1), [], [true]);
		expect(await run(service, [], three, { readFirst: false })).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', text: 'Collision' }] });
		expect(service.writes).toBe(1);
	});
});

describe('a part that is refused', () => {
	test.each([0, 1, 2])('number %d: what was made before is taken back', async (at) => {
		const service = new Service([], [...Array<WriteFault>(at).fill('none'), 'refused']);
		const outcome = await run(service, [], three);
		expect(outcome).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', text: 'Afvist' }] });
		expect(service.register.records).toEqual([]);
		expectTruthful(outcome, service);
	});

	test('is told as partial where taking back is refused as well', async () => {
		const service = new Service([], ['none', 'none', 'refused', 'refused']);
		const outcome = await run(service, [], three);
		expect(outcome).toMatchObject({ outcome: 'partial', parts: [{ outcome: 'registered' }, { outcome: 'registered' }, { outcome: 'rejected' }] });
		expect(service.register.records).toEqual(three.slice(0, 2));
	});

	test('after a change that was not read first leaves what can not be put back', async () => {
		const service = new Service(whole, ['none', 'none', 'refused']);
		const outcome = await run(service, whole, three, { readFirst: false });
		expect(outcome.outcome).toBe('partial');
		expectTruthful(outcome, service);
	});
});

describe('a lost answer', () => {
	test('is settled by reading: what was acted upon is not sent again', async () => {
		const service = new Service([], ['none', 'lostAfter']);
		expect(await run(service, [], three)).toMatchObject({ outcome: 'registered' });
		expect(service.writes).toBe(3);
	});

	test('is settled by reading: what was not acted upon is sent again', async () => {
		const service = new Service([], ['none', 'lostBefore']);
		expect(await run(service, [], three)).toMatchObject({ outcome: 'registered' });
		expect(service.writes).toBe(4);
	});

	test('leaves the outcome open where the period can not be read', async () => {
		const service = new Service([], ['none', 'lostAfter'], [false, true]);
		const outcome = await run(service, [], three);
		expect(outcome).toMatchObject({ outcome: 'unknown', parts: [{ outcome: 'registered' }, { outcome: 'unknown' }, { outcome: 'later' }] });
		expect(service.writes).toBe(2);
	});

	test('again and again ends without the part, and the others are taken back', async () => {
		const service = new Service([], ['none', 'lostBefore', 'lostBefore', 'lostBefore']);
		expect(await run(service, [], three)).toMatchObject({ outcome: 'later' });
		expect(service.register.records).toEqual([]);
	});
});

describe('a record that stands twice', () => {
	const [overtime] = shape(4, 4, '17:00:00', '19:00:00', { type: 'OA' });

	test.each<WriteFault>(['none', 'lostAfter', 'lostBefore'])('is taken away once: %s', async (fault) => {
		const service = new Service([{ ...overtime }, { ...overtime }], [fault]);
		expect(await run(service, [overtime], [])).toMatchObject({ outcome: 'reversed' });
		expect(service.register.records).toEqual([overtime]);
	});

	test.each<WriteFault>(['none', 'lostAfter', 'lostBefore'])('is changed once: %s', async (fault) => {
		const service = new Service([{ ...overtime }, { ...overtime }], [fault]);
		const [later] = shape(5, 5, '17:00:00', '19:00:00', { type: 'OA' });
		expect(await run(service, [overtime], [later])).toMatchObject({ outcome: 'registered' });
		expect(service.register.records).toEqual([overtime, later]);
	});
});

test('a period that can not be read is not written to', async () => {
	const service = new Service([], [], [true]);
	expect(await run(service, [], three)).toMatchObject({ outcome: 'later', parts: [] });
	expect(service.writes).toBe(0);
});

test('whatever goes wrong, the outcome tells what stands, and another run brings it to its end', async () => {
	const writeFaults = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant<WriteFault>('none') }, fc.constantFrom<WriteFault>('refused', 'lostBefore', 'lostAfter', 'unavailable')), { maxLength: 12 });
	const readFaults = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)), { maxLength: 6 });
	const shapeOrNothing = fc.option(period, { freq: 6 });
	await fc.assert(
		fc.asyncProperty(shapeOrNothing, shapeOrNothing, writeFaults, readFaults, async (before, after, writes, reads) => {
			fc.pre(before !== null || after !== null);
			const [originals, wanted] = [before, after].map((one) => (one ? recordsOf(one) : []));
			const service = new Service(sorted(originals), [...writes], [...reads]);
			const outcome = await run(service, originals, wanted);
			if (outcome.parts.length) expectTruthful(outcome, service);
			if (['rejected', 'later'].includes(outcome.outcome)) expect(service.register.records).toEqual(sorted(originals));
			if (['registered', 'reversed', 'unchanged'].includes(outcome.outcome)) expect(service.register.records).toEqual(sorted(wanted));
			service.heal();
			await run(service, originals, wanted);
			expect(service.register.records).toEqual(sorted(wanted));
		}),
		{ numRuns: 1500 },
	);
});
