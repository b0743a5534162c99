import fc from 'fast-check';

import type { Occurrence } from '../../../../nodes/KmdOpus/absence/occurrence';
import { inverseOf } from '../../../../nodes/KmdOpus/absence/occurrence';
import { planSteps } from '../../../../nodes/KmdOpus/absence/plan';
import { period, recordsOf, sorted } from './shapes';
import { Register } from './register';

const shape = (from: number, to: number, startTime = '', endTime = '') =>
	recordsOf({ startDate: `2026-03-0${from}`, endDate: `2026-03-0${to}`, startTime, endTime });

const brief = (originals: Occurrence[], wanted: Occurrence[]) =>
	planSteps(originals, wanted).map((step) => {
		const days = ({ startDate, endDate }: Occurrence) => `${startDate.slice(-1)}-${endDate.slice(-1)}`;
		return [step.operation, 'original' in step && days(step.original), 'wanted' in step && days(step.wanted)].filter(Boolean).join(' ');
	});

describe('from one shape to another', () => {
	const whole = shape(2, 6);
	const three = shape(2, 6, '12:30:00', '11:00:00');
	const two = shape(2, 6, '12:30:00');

	test.each([
		['nothing changes', three, three, []],
		['new', [], three, ['INS 2-2', 'INS 3-5', 'INS 6-6']],
		['over', three, [], ['DEL 2-2', 'DEL 3-5', 'DEL 6-6']],
		['one becomes three', whole, three, ['MOD 2-6 3-5', 'INS 2-2', 'INS 6-6']],
		['three become one', three, whole, ['DEL 2-2', 'DEL 6-6', 'MOD 3-5 2-6']],
		['two become three', two, three, ['MOD 3-6 3-5', 'INS 6-6']],
		['a later start of three', three, shape(3, 6, '12:30:00', '11:00:00'), ['MOD 3-5 4-5', 'MOD 2-2 3-3']],
		['an earlier start of three', shape(3, 6, '12:30:00', '11:00:00'), three, ['MOD 3-3 2-2', 'MOD 4-5 3-5']],
		['a part stays where another takes the place of one before it', two, shape(3, 7, '', '11:00:00'), ['MOD 2-2 7-7']],
		['only the last time changes', three, shape(2, 6, '12:30:00', '13:00:00'), ['MOD 6-6 6-6']],
	])('%s', (_what, originals, wanted, steps) => {
		expect(brief(originals, wanted)).toEqual(steps);
	});

	test('another child of the same care day is a change', () => {
		const [day] = recordsOf({ startDate: '2026-03-02', endDate: '2026-03-02', startTime: '', endTime: '' }, { type: 'OS', relatedKey: '01' });
		expect(planSteps([day], [{ ...day, relatedKey: '02' }])).toEqual([{ operation: 'MOD', original: day, wanted: { ...day, relatedKey: '02' } }]);
	});
});

const relabelled = fc.constantFrom({}, { type: '6F' }, { relatedKey: '01' });

test('any shape becomes any other without a collision on the way, and back again', () => {
	fc.assert(
		fc.property(period, period, relabelled, (before, after, change) => {
			const [originals, wanted] = [recordsOf(before), recordsOf(after, change)];
			const register = new Register(originals);
			const steps = planSteps(originals, wanted);
			for (const step of steps) expect(register.make(step)).toBeUndefined();
			expect(register.records).toEqual(sorted(wanted));
			for (const step of [...steps].reverse()) expect(register.make(inverseOf(step))).toBeUndefined();
			expect(register.records).toEqual(sorted(originals));
		}),
		{ numRuns: 2000 },
	);
});
