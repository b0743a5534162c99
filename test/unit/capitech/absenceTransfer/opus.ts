import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../../nodes/kit/dateWindows';

/** A record as the payroll system holds it: no key, only what it says. */
export interface Stretch {
	employee: string;
	type: string;
	from: string;
	to: string;
	start: string;
	end: string;
}

/** What goes wrong with one call. */
export type Fault = 'none' | 'lost' | 'lostBefore' | 'half' | 'later';

const keyOf = ({ employee, type, from, to, start, end }: Stretch): string => [employee, type, from, to, start, end].join('|');

/** The stretches of an absence: a first or last day with a time stands by itself. */
export function stretchesOf({ employeeNumber, type, fromDate, startTime, toDate, endTime }: IDataObject): Stretch[] {
	const [from, to, start, end] = [fromDate, toDate, startTime, endTime].map((value) => String(value ?? ''));
	const own = { employee: String(employeeNumber), type: String(type) };
	if (from === to) return [{ ...own, from, to, start, end }];
	const first = start ? [{ ...own, from, to: from, start, end: '' }] : [];
	const last = end ? [{ ...own, from: to, to, start: '', end }] : [];
	const [wholeFrom, wholeTo] = [start ? addDays(from, 1) : from, end ? addDays(to, -1) : to];
	const whole = wholeFrom <= wholeTo ? [{ ...own, from: wholeFrom, to: wholeTo, start: '', end: '' }] : [];
	return [...first, ...whole, ...last];
}

const collide = (one: Stretch, other: Stretch): boolean => one.employee === other.employee && one.from <= other.to && other.from <= one.to;

const originalOf = (item: IDataObject): IDataObject => ({
	employeeNumber: item.employeeNumber,
	type: item.originalType,
	fromDate: item.originalFromDate,
	startTime: item.originalStartTime,
	toDate: item.originalToDate,
	endTime: item.originalEndTime,
});

/**
 * A payroll system with the manners of the service behind KMD Opus' absence operations: it reads first, makes only what is missing, takes away only what is there,
 * and lets no two records of one employee share a day.
 */
export class Opus {
	readonly records = new Map<string, Stretch>();

	/** Carries a write out; undefined when its answer never came. */
	write(item: IDataObject, fault: Fault): string | undefined {
		if (fault === 'later') return 'later';
		if (fault === 'lostBefore') return undefined;
		const wanted = item.step === 'delete' ? [] : stretchesOf(item);
		const original = item.step === 'create' ? [] : item.step === 'delete' ? stretchesOf(item) : stretchesOf(originalOf(item));
		const isGone = item.step === 'update' && original.some((of) => !this.#has(of)) && !wanted.every((of) => this.#has(of));
		if (isGone) return 'rejected';
		const stays = new Set(wanted.map(keyOf));
		const deletions = original.filter((of) => !stays.has(keyOf(of)) && this.#has(of));
		const insertions = wanted.filter((of) => !this.#has(of));
		if (!deletions.length && !insertions.length) return fault === 'lost' ? undefined : 'unchanged';
		const freed = new Set(deletions.map(keyOf));
		const others = [...this.records.values()].filter((of) => !freed.has(keyOf(of)));
		if (insertions.some((of) => others.some((other) => collide(of, other)))) return 'rejected';
		const steps = [...deletions.map((of) => () => this.records.delete(keyOf(of))), ...insertions.map((of) => () => this.records.set(keyOf(of), of))];
		const done = fault === 'half' ? steps.slice(0, Math.floor(steps.length / 2)) : steps;
		for (const step of done) step();
		if (fault === 'half') return steps.length > 1 ? 'partial' : undefined;
		return fault === 'lost' ? undefined : item.step === 'delete' ? 'reversed' : 'registered';
	}

	/** What stands, in order. */
	list(): string[] {
		return [...this.records.keys()].sort();
	}

	#has(of: Stretch): boolean {
		return this.records.has(keyOf(of));
	}
}

export const keysOf = (items: IDataObject[]): string[] => items.flatMap(stretchesOf).map(keyOf).sort();
