import type { SandboxClock } from '../../../clock.ts';
import type { Records } from '../../../service.ts';
import type { SwitchBoard } from '../../../switches.ts';
import { addDays } from '../../../world/dates.ts';
import { localDate, unixAt } from '../../../world/linaTime.ts';
import type { LinaArea, LinaRevenue, LinaUser, LinaWorld } from '../../../world/linaTypes.ts';
import { STORE, SURCHARGE_RATES } from '../../../world/linaUsers.ts';
import { Collection, type RecordKind } from '../../collection.ts';
import type { SentShift } from '../saveShift.ts';
import type { LinaSwitch } from '../switches.ts';
import { costOf } from './cost.ts';
import { jsonText } from './json.ts';
import { costsPerHour } from './perHour.ts';
import { stretchesOf } from './presence.ts';
import { dateIn, wireDate } from './query.ts';
import { amountsOf, fullRow, shuffled, timesOf, type CostedShift, type RowStyle } from './rows.ts';
import { ShiftStore } from './shiftStore.ts';

/** The reads that this part answers, by wire name. */
export type LinaRecordsRead =
	| 'personalkostenprostunde'
	| 'personalkostenprotag'
	| 'acceptedworkingtimes'
	| 'userdataperday'
	| 'userdataperdaydelta';

/** An answer as far as this part knows it; the body is JSON text, since the order of hours counts (lina.md 5.5). */
export interface RecordsAnswer {
	readonly status: number;
	readonly body: string;
}

/** How far back the changes reach, in days (lina.md 1.5). */
const DELTA_DAYS = 92;

const NEW_USER: Omit<LinaUser, 'userUuid'> = {
	...{ userVorname: '', userName: '', userEmail: '', bereich: '' },
	...{ areas: [], hourlyWage: 14, surchargeRates: SURCHARGE_RATES, mainStore: STORE },
};
const NOBODY = { userUuid: '', hourlyWage: 0, surchargeRates: SURCHARGE_RATES };

/** What the store holds of people, shifts, business days and revenue, and the reads of it (lina.md 1.1 to 1.5). */
export class LinaRecords {
	/** Kinds of record for the control API. */
	readonly kinds: Readonly<Record<'users' | 'shifts' | 'businessDays' | 'revenue', RecordKind>>;

	readonly #users = new Collection<LinaUser>('users', ['userUuid'], NEW_USER);
	readonly #revenue = new Collection<LinaRevenue>('revenue', ['businessDate', 'hour']);
	readonly #shifts: ShiftStore;
	readonly #switches: Pick<SwitchBoard, 'get'>;
	#areas: readonly LinaArea[] = [];

	constructor({ clock, switches }: { readonly clock: Pick<SandboxClock, 'iso'>; readonly switches: Pick<SwitchBoard, 'get'> }) {
		this.#switches = switches;
		this.#shifts = new ShiftStore(
			() => clock.iso(),
			(userUuid) => this.#firstAreaOf(userUuid),
		);
		this.kinds = { users: this.#users, shifts: this.#shifts.records, businessDays: this.#shifts.days, revenue: this.#revenue };
	}

	/** Forgets everything and takes a world over. */
	load(world: LinaWorld): void {
		this.#users.load(world.users);
		this.#revenue.load(world.revenue);
		this.#shifts.load(world);
		this.#areas = world.areas;
	}

	/** All it holds; the areas cannot be changed. */
	state(): Records {
		return {
			users: this.#users.list(),
			shifts: this.#shifts.list(),
			businessDays: this.#shifts.days.list(),
			revenue: this.#revenue.list(),
			areas: [...this.#areas],
		};
	}

	/** All it holds but the shifts that clients have written. */
	worldState(): Records {
		return { ...this.state(), shifts: this.#shifts.listOfWorld() };
	}

	/** The person with a key. */
	user(userUuid: string): LinaUser | undefined {
		return this.#users.get(userUuid);
	}

	/** One of the five reads; 400 for a date that is missing, none, or too old for the switch `deltaTooOld`. */
	read(operation: LinaRecordsRead, query: URLSearchParams, now: Date): RecordsAnswer {
		const name = operation === 'userdataperdaydelta' ? 'updatedSince' : 'businessdate';
		const date = dateIn(query, name);
		if (date === null) return refusal(`Parameter ${name} must be a date dd.mm.yyyy.`);
		if (operation !== 'userdataperdaydelta') return this.#answer(this.#ofDay(operation, date));
		const earliest = addDays(localDate(Math.floor(now.getTime() / 1000)), -DELTA_DAYS);
		if (date >= earliest) return this.#answer(this.#changes(date));
		return this.#setting('deltaTooOld') === 'refused' ? refusal('Parameter updatedSince is older than 3 months.') : this.#answer(this.#changes(earliest));
	}

	/**
	 * Stores a shift of saveShift in its user's first area, as confirmed, once more for each time it comes. Gives a
	 * complaint instead where the day's time sheet is closed or it overlaps and the switches refuse that (lina.md 1.7).
	 */
	addShift(sent: SentShift, now: Date): string | undefined {
		const { businessDate } = sent;
		const bereich = this.#firstAreaOf(sent.userUuid);
		if (bereich === undefined) return 'Unknown userUuid.';
		if (this.#setting('closedDay') === 'refused' && this.#shifts.days.get(businessDate)?.timeSheetClosed === true) {
			return `The time sheet of ${wireDate(businessDate)} is closed.`;
		}
		if (this.#setting('overlap') === 'refused' && this.#overlaps(sent)) return 'The shift overlaps with another one.';
		this.#shifts.add({ ...sent, bereich }, now.toISOString());
		return undefined;
	}

	/** The area a user's shifts go to: the first one, or the first of the store where the user has none. */
	#firstAreaOf(userUuid: string): number | undefined {
		const user = this.user(userUuid);
		return user === undefined ? undefined : (user.areas[0] ?? this.#areas[0].number);
	}

	#setting(name: LinaSwitch): unknown {
		return this.#switches.get(`lina.${name}`);
	}

	#style(): RowStyle {
		const names = ['plainShiftPair', 'surchargeNames', 'endBucket', 'stundenkostenEmpty', 'emptyHours'] as const;
		return Object.fromEntries(names.map((name) => [name, this.#setting(name)])) as unknown as RowStyle;
	}

	#answer(content: unknown): RecordsAnswer {
		return { status: 200, body: jsonText(content, this.#setting('numbersAsText') === true) };
	}

	/** The shifts of a business day with their costs; those that are not confirmed yet, only where asked for. */
	#costed(date: string, withUnconfirmed: boolean): CostedShift[] {
		const isHoliday = (of: string): boolean => (this.#shifts.days.get(of)?.holiday ?? '') !== '';
		const wanted = this.#shifts.of(date).filter(({ confirmed }) => confirmed || withUnconfirmed);
		return wanted.map((shift) => {
			const user = this.user(shift.userUuid) ?? NOBODY;
			return { shift, user, cost: costOf(shift, user, isHoliday) };
		});
	}

	#ofDay(operation: Exclude<LinaRecordsRead, 'userdataperdaydelta'>, date: string): unknown {
		const style = this.#style();
		const shifts = this.#costed(date, operation === 'userdataperday');
		if (operation === 'personalkostenprostunde') {
			const revenue = this.#revenue.list().filter(({ businessDate }) => businessDate === date);
			return costsPerHour(shifts, revenue, style, date);
		}
		if (operation === 'acceptedworkingtimes') return shuffled(shifts, `${operation} ${date}`).map(({ shift }) => timesOf(shift, style));
		if (operation === 'userdataperday') return shuffled(shifts, `${operation} ${date}`).map((of) => fullRow(of, style));
		const people = Map.groupBy(shifts, ({ user }) => user.userUuid);
		return shuffled([...people.values()], `${operation} ${date}`).map((own) => amountsOf(own.map(({ cost }) => cost), style));
	}

	/** Business days that changed since a date, each with all its shifts, which may be none (lina.md 5.9). */
	#changes(since: string): object[] {
		const style = this.#style();
		return this.#shifts.changedSince(unixAt(since, 0)).map(({ businessDate }) => ({
			datum: wireDate(businessDate),
			schichten: shuffled(this.#costed(businessDate, true), `delta ${businessDate}`).map((of) => fullRow(of, style, true)),
		}));
	}

	#overlaps(shift: SentShift): boolean {
		const others = this.#shifts.list().filter(({ userUuid }) => userUuid === shift.userUuid).flatMap(stretchesOf);
		return stretchesOf(shift).some(([from, to]) => others.some(([start, end]) => from < end && start < to));
	}
}

function refusal(message: string): RecordsAnswer {
	return { status: 400, body: jsonText({ status: 'error', message }) };
}
