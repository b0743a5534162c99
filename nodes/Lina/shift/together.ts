import { Failure } from '../../kit/failure';
import type { Read } from '../../kit/gather';
import { groupBy } from '../../kit/gather';
import type { Settled } from '../../kit/operation';
import type { Sending } from './create';
import type { Part, Shift } from './shift';
import { shiftKey } from './shift';

const meet = (a: Part, b: Part): boolean => a.from < b.to && b.from < a.to;

/** Whether any part of the one overlaps any part of the other. */
export const overlap = (a: Shift, b: Shift): boolean => a.parts.some((part) => b.parts.some((other) => meet(part, other)));

const listed = (indexes: number[]): string => indexes.join(', ');

function contradictionOf({ index, value }: Read<Sending>, others: Array<Read<Sending>>): Failure {
	const same = others.filter((other) => shiftKey(other.value.shift) === shiftKey(value.shift));
	if (same.length) {
		return new Failure({
			kind: 'bad input',
			message: `The same shift of one person is in items ${listed([index, ...same.map((other) => other.index)].sort((a, b) => a - b))}`,
			advice: 'LINA would store it once for each item. Leave only one of them.',
		});
	}
	return new Failure({
		kind: 'bad input',
		message: `The shift overlaps another of the same person, in ${others.length > 1 ? 'items' : 'item'} ${listed(others.map((other) => other.index))}`,
		advice: 'Nobody can work two shifts at once: correct the times.',
	});
}

/** Shifts of one person that are the same or overlap: each such item is refused. */
export function contradictingShifts(good: Array<Read<Sending>>): Settled[] {
	return [...groupBy(good, ({ value }) => value.shift.userUuid.toLowerCase()).values()].flatMap((group) =>
		group.flatMap((entry) => {
			const others = group.filter((other) => other !== entry && overlap(entry.value.shift, other.value.shift));
			return others.length ? [{ from: [entry.index], failure: contradictionOf(entry, others) }] : [];
		}),
	);
}
