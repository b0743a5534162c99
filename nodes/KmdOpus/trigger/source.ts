import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import type { OutputItem } from '../../kit/operation';
import type { Poll, PollResult, PollSource } from '../../kit/poll';
import { shortHash } from '../../kit/pollHash';
import { theseNumbers } from '../employee/numbers';
import { present } from '../employee/present';
import type { EmployeeQuery, Period } from '../employee/query';
import { wholeDays, WIDE_OPEN } from '../employee/query';
import type { Employee } from '../employee/records';
import { emptyEmployee } from '../employee/records';
import type { EmployeeReader, Found } from '../employee/reader';
import { presentRaw, simplify } from '../employee/simplify';
import type { ChangedEmployee, Told } from './changedRecords';
import { byEmployee, changedSince, deletedOf, rememberedOf } from './changedRecords';
import type { TriggerSettings } from './settings';
import type { ChangeWindow } from './windows';
import { changeWindows, recentWindow, startOfChanges } from './windows';

/** What one poll tells the next. */
export interface ChangesState {
	/** Up to when changes were read: an instant in ISO form. */
	since: string;
	/** What the answer for the end of that time told; the next poll reads that end again. */
	told: Told;
	/** Numbers that were told to be gone, in the same way. */
	gone: string[];
	/** The wall clock from which that answer was asked for, at first the one to start from: what lies before it is not remembered, so that nothing before it is asked for, whatever the overlap is by then. */
	start?: string;
}

type Replaced = Extract<Found, { kind: 'replaced' }>;

interface Answer {
	employees: Employee[];
	replaced: Replaced[];
}

const isState = (kept: unknown): kept is ChangesState => {
	const { since, told, gone, start = '' } = (kept ?? {}) as Partial<ChangesState>;
	const isTime = typeof since === 'string' && !Number.isNaN(Date.parse(since)) && typeof start === 'string';
	return isTime && typeof told === 'object' && told !== null && Array.isArray(gone);
};

/** The state before the first poll. */
const begun = (startedAt: Date, startFrom: Date | undefined): ChangesState => ({
	since: (startFrom ?? startedAt).toISOString(),
	told: {},
	gone: [],
	...(startFrom && { start: startOfChanges(startFrom) }),
});

/** Employees that a sample shows at most. */
const SAMPLE_SIZE = 5;

/** How far back a sample looks, one after the other. */
const SAMPLE_DAYS = [1, 7, 31];

const goneHash = ({ replaced, suggested }: Replaced): string => shortHash([replaced, suggested]);

/** A change query that KMD works off later holds nothing yet: to go on would be to pass over what it will hold. */
const laterFailure = (): Failure =>
	new Failure({ kind: 'unavailable', message: 'KMD Opus answers the question for changes later', advice: 'The next poll asks again for the same time.' });

/** Changed employees (contract, section 1.5: Registrering filters). */
export class EmployeeChanges implements PollSource<ChangesState> {
	readonly version = 1;
	readonly isState = isState;

	constructor(
		private readonly reader: EmployeeReader,
		private readonly settings: TriggerSettings,
	) {}

	/**
	 * Reads what changed, window by window, the oldest first; windows for which there is no time are left to the next poll. The first poll tells nothing unless it has a time to start
	 * from: it only remembers what the second one will see again.
	 */
	async read(poll: Poll, kept: ChangesState | undefined): Promise<PollResult<ChangesState>> {
		const { startFrom, overlapMinutes } = this.settings;
		const isBaseline = !kept && !startFrom;
		let state: ChangesState = kept ?? begun(poll.startedAt, startFrom);
		const windows = changeWindows(new Date(state.since), poll.startedAt, overlapMinutes, state.start);
		const changes: ChangedEmployee[] = [];
		const replaced: Replaced[] = [];
		for (const [at, window] of windows.entries()) {
			if (at > 0 && !poll.hasTime()) break;
			const answer = await this.changedIn(window);
			const { told, gone } = state;
			changes.push(...changedSince(answer.employees, told));
			replaced.push(...answer.replaced.filter((entry) => !gone.includes(goneHash(entry))));
			state = { ...state, start: window.period.from, since: window.until.toISOString(), told: rememberedOf(answer.employees), gone: answer.replaced.map(goneHash) };
		}
		const items = isBaseline ? [] : [...(await this.itemsOf(byEmployee(changes))), ...replaced.map(this.itemOf)];
		return { items, state };
	}

	/** Of the last day, or, where nothing changed then, of more. */
	async sample(poll: Poll): Promise<OutputItem[]> {
		for (const days of SAMPLE_DAYS) {
			const { employees, replaced } = await this.changedIn(recentWindow(poll.startedAt, days));
			const items = await this.itemsOf(byEmployee(employees.slice(-SAMPLE_SIZE)));
			if (items.length + replaced.length) return [...items, ...replaced.map(this.itemOf)].slice(0, SAMPLE_SIZE);
		}
		return [];
	}

	private async changedIn({ period }: ChangeWindow): Promise<Answer> {
		const found = await this.list(period);
		if (found.some(({ kind }) => kind === 'pending')) throw laterFailure();
		return {
			employees: found.flatMap((entry) => (entry.kind === 'employee' ? [entry.employee] : [])),
			replaced: found.flatMap((entry) => (entry.kind === 'replaced' ? [entry] : [])),
		};
	}

	private async list(changed: Period): Promise<Found[]> {
		const { categories } = this.settings;
		return await gathered(this.reader.many(this.settings.numbers, { categories, validity: WIDE_OPEN, changed }));
	}

	private readonly itemOf = (replaced: Replaced): OutputItem => ({ json: present(replaced, this.settings) });

	/** One item an employee: the changed records, or, flat, the employee whole with word of what changed. */
	private async itemsOf(changes: ChangedEmployee[]): Promise<OutputItem[]> {
		const { asOf } = this.settings;
		if (asOf === undefined) return changes.map((change) => ({ json: { ...presentRaw(change, []), changedAreas: areasOf(change) } }));
		const employees = await this.whole(changes, asOf);
		return changes.map((change) => ({ json: { ...this.flat(change, employees.get(change.employeeNumber), asOf), ...changesOf(change) } }));
	}

	private flat({ employeeNumber }: ChangedEmployee, employee: Employee | undefined, asOf: string): IDataObject {
		return simplify(employee ?? emptyEmployee(employeeNumber), this.settings.areas, asOf);
	}

	private async whole(changes: ChangedEmployee[], asOf: string): Promise<Map<string, Employee>> {
		if (!changes.length) return new Map();
		const query: EmployeeQuery = { categories: this.settings.categories, validity: wholeDays(asOf, asOf) };
		const found = await gathered(this.reader.many(theseNumbers(changes.map(({ employeeNumber }) => employeeNumber)), query));
		if (found.some(({ kind }) => kind === 'pending')) throw laterFailure();
		return new Map(found.flatMap((entry) => (entry.kind === 'employee' ? [[entry.employee.employeeNumber, entry.employee] as const] : [])));
	}
}

const areasOf = ({ records, otherRecords }: ChangedEmployee): string[] => [...Object.keys(records), ...Object.keys(otherRecords)];

const changesOf = (change: ChangedEmployee): IDataObject => ({ changedAreas: areasOf(change), deletedCommunication: deletedOf(change) });

async function gathered(parts: AsyncGenerator<Found[]>): Promise<Found[]> {
	const all: Found[] = [];
	for await (const part of parts) all.push(...part);
	return all;
}
