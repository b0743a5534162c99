import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../nodes/kit/failure';
import { fingerprint } from '../../../nodes/StarAkasse/record/canonical';
import { WIRE_NAMES } from '../../../nodes/StarAkasse/record/names';
import type { RecordStore, RecordUpdate, UpdateOutcome } from '../../../nodes/StarAkasse/update/update';
import { updateRecord } from '../../../nodes/StarAkasse/update/update';
import type { ReadBack, StarWriteResult } from '../../../nodes/star/write';
import { allBut, dayOfHours, intervalsIn, randomRecord, randomSpelling, spelled } from './randomRecords';

const DONE: StarWriteResult = { outcome: 'done', answer: undefined, warnings: [], repeated: false };

/** A service that holds one record; `beforeRead` is what others do just before the nth read, `answer` what it does with a write. */
class OneRecord implements RecordStore {
	reads = 0;
	readonly written: IDataObject[] = [];
	readBack?: () => Promise<string>;

	constructor(
		public record: IDataObject,
		private readonly beforeRead: (read: number) => void = () => {},
		private readonly answer: (record: IDataObject) => StarWriteResult = () => DONE,
	) {}

	async read(): Promise<IDataObject> {
		this.reads++;
		this.beforeRead(this.reads);
		return structuredClone(this.record);
	}

	async write(record: IDataObject, readBack: ReadBack): Promise<StarWriteResult> {
		this.readBack = async () => await readBack('lost');
		this.written.push(record);
		const result = this.answer(record);
		if (result.outcome === 'done') this.record = structuredClone(record);
		return result;
	}
}

const PLAIN: RecordUpdate = {
	mode: 'merge',
	change: { plain: { phone: '70121212' } },
	names: WIRE_NAMES,
	lastWeekday: 7,
	shape: {},
	messages: [],
	mayVanish: false,
	expectedFingerprint: '',
	verify: false,
};

const update = async (store: RecordStore, changes: Partial<RecordUpdate> = {}): Promise<UpdateOutcome> => await updateRecord(store, { ...PLAIN, ...changes });

const texts = ({ messages }: UpdateOutcome): string => messages.map(({ type, text }) => `${type} ${text}`).join('\n');

const RECORD = { akasseKode: '901', navn: 'A', telefonnummer: '1', kanal: { a: 1 }, akasseAabningstider: [{ ugedag: 6, aabningstidspunkt: '00:00', lukketidspunkt: '00:00' }] };

test('what somebody else changes before the second read is never overwritten', async () => {
	const property = fc.asyncProperty(randomRecord, randomRecord, randomSpelling, fc.integer({ min: 1, max: 7 }).chain(dayOfHours), fc.constantFrom(0, 1, 2, 3), async (record, other, spelling, day, when) => {
		const weekday = day[0]?.ugedag ?? 1;
		const intervals = day.map(({ aabningstidspunkt: from, lukketidspunkt: to }) => ({ weekday, from, to }));
		const theirs = spelled(other, spelling);
		const store = new OneRecord(spelled(record, spelling), (read) => {
			if (read === when) store.record = theirs;
		});
		const stood = store.record;
		const { outcome } = await update(store, { change: { openingHours: { mode: 'days', days: new Map([[weekday, intervals]]) } } });

		if (when === 2 && store.reads === 2 && fingerprint(theirs) !== fingerprint(stood)) {
			expect([outcome, store.record, store.written]).toEqual(['rejected', theirs, []]);
			return;
		}
		const base = when === 1 ? theirs : stood;
		expect(allBut(store.record, 'akasseAabningstider')).toBe(allBut(base, 'akasseAabningstider'));
		expect(intervalsIn(store.record, 'akasseAabningstider').filter((interval) => interval.weekday !== weekday)).toEqual(
			intervalsIn(base, 'akasseAabningstider').filter((interval) => interval.weekday !== weekday),
		);
		expect(store.written).toHaveLength(outcome === 'registered' ? 1 : 0);
	});
	await fc.assert(property, { seed: 7, numRuns: 500 });
});

test('a change in between is told by its fields and both fingerprints', async () => {
	const store = new OneRecord(RECORD, (read) => {
		if (read === 2) store.record = { ...RECORD, kanal: { a: 2 } };
	});
	const outcome = await update(store);
	expect(outcome.outcome).toBe('rejected');
	expect(texts(outcome)).toContain(`Somebody else changed kanal in the meantime (fingerprint ${fingerprint(RECORD)} before, ${fingerprint(store.record)} now)`);
});

test('what stands already is not sent', async () => {
	const store = new OneRecord(RECORD);
	expect(await update(store, { change: { plain: { phone: '1' } } })).toMatchObject({ outcome: 'unchanged', changes: [], fingerprintBefore: fingerprint(RECORD), fingerprintAfter: fingerprint(RECORD) });
	expect([store.reads, store.written]).toEqual([1, []]);
});

test('an expected fingerprint that is not the one that stands ends it', async () => {
	const store = new OneRecord(RECORD);
	expect((await update(store, { expectedFingerprint: 'f'.repeat(32) })).outcome).toBe('rejected');
	expect(store.written).toEqual([]);
	expect((await update(store, { expectedFingerprint: fingerprint(RECORD) })).outcome).toBe('registered');
});

test('hours that stood and break a rule are sent as they are, with a warning', async () => {
	const store = new OneRecord(RECORD);
	const outcome = await update(store);
	expect(texts(outcome)).toContain('W Opening hours that stood already are sent as they are: Saturday 00:00-00:00');
	expect(store.written).toEqual([{ ...RECORD, telefonnummer: '70121212' }]);
});

test('a preview tells all and sends nothing', async () => {
	const store = new OneRecord(RECORD);
	const outcome = await update(store, { mode: 'preview' });
	expect(outcome).toMatchObject({
		outcome: 'validated',
		before: { phone: '1' },
		after: { phone: '70121212' },
		changes: [{ field: 'Phone', before: '1', after: '70121212' }],
		fingerprintBefore: fingerprint(RECORD),
	});
	expect(store.written).toEqual([]);
});

describe('Replace Everything', () => {
	test('sends nothing where something would vanish, and lists it', async () => {
		const store = new OneRecord(RECORD);
		const outcome = await update(store, { mode: 'replace' });
		expect(outcome.outcome).toBe('rejected');
		expect(texts(outcome)).toContain('E kanal vanishes: {"a":1}');
		expect(texts(outcome)).toContain('E Opening Hours Saturday vanishes: 00:00-00:00');
		expect(store.written).toEqual([]);
	});

	test('sends only codes, name and what the form holds where that may be', async () => {
		const store = new OneRecord(RECORD);
		const outcome = await update(store, { mode: 'replace', mayVanish: true });
		expect(outcome.outcome).toBe('registered');
		expect(store.written).toEqual([{ akasseKode: '901', navn: 'A', telefonnummer: '70121212' }]);
		expect(texts(outcome)).toContain('W kanal vanishes: {"a":1}');
	});

	test('shows no address of a person in what is told', async () => {
		const store = new OneRecord({ ...RECORD, webadresse: 'anna.jensen@example.org' });
		expect(texts(await update(store, { mode: 'replace' }))).toContain('E Web Address or Email vanishes: ***');
		const verified = new OneRecord(RECORD, (read) => void (read === 3 && (verified.record = { ...verified.record, webadresse: 'anna.jensen@example.org' })));
		expect(texts(await update(verified, { verify: true }))).toContain('E Web Address or Email is *** after the update');
	});

	test('what the user chose to delete does not count as vanishing', async () => {
		const store = new OneRecord({ akasseKode: '901', navn: 'A', telefonnummer: '1', webadresse: 'x' });
		expect((await update(store, { mode: 'replace', change: { plain: { phone: '2' }, remove: ['webAddress'] } })).outcome).toBe('registered');
	});
});

describe('Reading back after a lost answer', () => {
	test.each([
		['stands', (record: IDataObject) => record],
		['stands not', () => RECORD],
		['differs', () => ({ ...RECORD, navn: 'B' })],
	])('tells: %s', async (answer, standing) => {
		const store = new OneRecord(RECORD, () => {}, () => ({ outcome: 'later', failure: new Failure({ kind: 'unavailable', message: 'x' }) }));
		await update(store);
		store.record = standing(store.written[0]);
		expect(await store.readBack?.()).toBe(answer);
	});
});

describe('Verify', () => {
	test('tells what stands and was not sent', async () => {
		const store = new OneRecord(RECORD, (read) => {
			if (read === 3) store.record = { ...store.record, telefonnummer: '7' };
		});
		const outcome = await update(store, { verify: true });
		expect(outcome.outcome).toBe('partial');
		expect(texts(outcome)).toContain('E Phone is 7 after the update; 70121212 was sent');
	});

	test('that can’t read leaves the outcome as it is', async () => {
		const store = new OneRecord(RECORD, (read) => {
			if (read === 3) throw new Failure({ kind: 'unavailable', message: 'The service is away' });
		});
		const outcome = await update(store, { verify: true });
		expect(outcome.outcome).toBe('registered');
		expect(texts(outcome)).toContain('W The service is away');
	});
});

describe('Nothing is sent', () => {
	test.each([
		['a whole number of more digits than are sure', '{"tal":12345678901234567890}', 'tal'],
		['a fraction of more digits than are sure', '{"a":[{"b":0.12345678901234567}]}', 'a.0.b'],
	])('where the record holds %s', async (_, unknown, path) => {
		const store = new OneRecord({ ...RECORD, ...(JSON.parse(unknown) as IDataObject) });
		const outcome = await update(store);
		expect([outcome.outcome, store.written]).toEqual(['rejected', []]);
		expect(texts(outcome)).toContain(`E ${path} holds a number with more digits`);
	});

	test.each([
		['refused' as const, 'rejected'],
		['credential' as const, 'rejected'],
		['unreadable' as const, 'rejected'],
		['unavailable' as const, 'later'],
		['rate-limited' as const, 'later'],
	])('where the record can’t be read: %s', async (kind, expected) => {
		const store = new OneRecord(RECORD, () => {
			throw new Failure({ kind, message: 'No', advice: 'Do this' });
		});
		const outcome = await update(store);
		expect(outcome).toMatchObject({ outcome: expected, changes: [], fingerprintBefore: null });
		expect(texts(outcome)).toContain('I Do this');
	});
});
