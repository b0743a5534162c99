import fc from 'fast-check';

import { addDays } from '../../../../nodes/kit/dateWindows';
import type { CommunicationMode, CommunicationRecord, Wish } from '../../../../nodes/KmdOpus/employee/communication';
import { holds, plan } from '../../../../nodes/KmdOpus/employee/communication';

const OPEN_END = '9999-12-31';
const day = (at: number): string => addDays('2026-01-01', at);

/** What the service makes of a record: whatever it overlaps with gives way; an empty value takes its record out (contract, section 1.5). */
function written(standing: CommunicationRecord[], sent: CommunicationRecord): CommunicationRecord[] {
	const isSameKey = (record: CommunicationRecord) => record.communicationType === sent.communicationType && record.sequenceNumber === sent.sequenceNumber;
	const others = standing.filter((record) => !isSameKey(record));
	const own = standing.filter(isSameKey);
	if (!sent.value) return [...others, ...own.filter(({ validFrom, validTo }) => validFrom !== sent.validFrom || validTo !== sent.validTo)];
	const left = own.flatMap((record) => {
		if (record.validFrom > sent.validTo || record.validTo < sent.validFrom) return [record];
		return record.validFrom < sent.validFrom ? [{ ...record, validTo: addDays(sent.validFrom, -1) }] : [];
	});
	return [...others, ...left, sent];
}

const period = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 4 }), fc.boolean()).map(([from, more, open]) => ({ validFrom: day(from), validTo: open ? OPEN_END : day(from + more) }));
const key = fc.record({ communicationType: fc.constantFrom('0010', '0020'), sequenceNumber: fc.constantFrom('000', '001') });
const record = fc.tuple(period, key, fc.constantFrom('a', 'b', 'c')).map(([dates, own, value]): CommunicationRecord => ({ ...dates, ...own, value }));
const standings = fc.array(record, { maxLength: 6 }).map((records) => records.reduce(written, [] as CommunicationRecord[]));
const wish = fc
	.tuple(fc.constantFrom<CommunicationMode>('set', 'create', 'change', 'end', 'delete'), record, fc.boolean())
	.map(([mode, { validFrom, validTo, value, ...own }, isBare]): Wish => {
		const isValue = mode !== 'end' && mode !== 'delete';
		const dates = mode === 'end' ? { validTo } : mode === 'delete' && isBare ? {} : { validFrom, validTo };
		return { employeeNumber: '1', mode, ...own, ...dates, value: isValue ? value : '' } as Wish;
	});

test('a wish that is sent comes true, and wishing it again changes nothing', () => {
	fc.assert(
		fc.property(standings, wish, (standing, wanted) => {
			const planned = plan(wanted, standing);
			if ('settled' in planned) return;
			expect(holds(wanted, planned.send, standing)).toBe(false);
			const now = written(standing, planned.send);
			expect(holds(wanted, planned.send, now)).toBe(true);
			const again = plan(wanted.mode === 'delete' ? { ...wanted, validFrom: planned.send.validFrom, validTo: planned.send.validTo } : wanted, now);
			expect(again).toMatchObject({ settled: { outcome: wanted.mode === 'change' || wanted.mode === 'create' || wanted.mode === 'set' ? 'unchanged' : expect.any(String) } });
		}),
		{ numRuns: 3000 },
	);
});

test('other types and sequence numbers are never touched, and an empty value is sent to delete alone', () => {
	fc.assert(
		fc.property(standings, wish, (standing, wanted) => {
			const planned = plan(wanted, standing);
			if ('settled' in planned) return;
			expect(planned.send).toMatchObject({ communicationType: wanted.communicationType, sequenceNumber: wanted.sequenceNumber });
			expect(planned.send.value === '').toBe(wanted.mode === 'delete');
		}),
	);
});

test('nothing is settled as unchanged that does not hold', () => {
	fc.assert(
		fc.property(standings, wish, (standing, wanted) => {
			const planned = plan(wanted, standing);
			if (!('settled' in planned) || planned.settled.outcome !== 'unchanged') return;
			const { validFrom = '', validTo = OPEN_END } = wanted;
			const own = standing.filter((one) => one.communicationType === wanted.communicationType && one.sequenceNumber === wanted.sequenceNumber);
			if (wanted.mode === 'end') expect(own.filter((one) => one.validTo > validTo)).toEqual([]);
			else if (wanted.mode === 'delete') expect(own.filter((one) => one.validFrom === (wanted.validFrom ?? one.validFrom) && one.validTo === (wanted.validTo ?? one.validTo))).toEqual([]);
			else expect(own.some((one) => one.value === wanted.value && one.validFrom <= validFrom && one.validTo >= validTo)).toBe(true);
		}),
		{ numRuns: 3000 },
	);
});
