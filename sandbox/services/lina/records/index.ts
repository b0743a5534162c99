import type { SandboxClock } from '../../../clock.ts';
import type { Records } from '../../../service.ts';
import type { SwitchBoard } from '../../../switches.ts';
import { addDays } from '../../../world/dates.ts';
import { isoOf, localDate, unixAt } from '../../../world/linaTime.ts';
import type { LinaArea, LinaRevenue, LinaShift, LinaUser, LinaWorld } from '../../../world/linaTypes.ts';
import { STORE, SURCHARGE_RATES } from '../../../world/linaUsers.ts';
import { Collection, type RecordKind } from '../../collection.ts';
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

/** A shift as saveShift brings it, its form checked (lina.md 1.7). */
export interface SavedShift {
	readonly userUuid: string;
	/** Unix seconds of the business day's midnight in Berlin. */
	readonly datum: number;
	readonly von: number;
	readonly bis: number;
	readonly von2?: number;
	readonly bis2?: number;
	/** Minutes. */
	readonly pause?: number;
}

type RecordsSwitch = keyof RowStyle | 'deltaTooOld' | 'numbersAsText' | 'closedDay' | 'overlap';

/** How far back the changes reach, in days (lina.md 1.5). */
const DELTA_DAYS = 92;

const NEW_USER: Partial<LinaUser> = { bereich: '', areas: [1], hourlyWage: 14, surchargeRates: SURCHARGE_RATES, mainStore: STORE };
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
	#store = '';

	constructor({ clock, switches }: { readonly clock: Pick<SandboxClock, 'iso'>; readonly switches: Pick<SwitchBoard, 'get'> }) {
		this.#switches = switches;
		this.#shifts = new ShiftStore(
			() => clock.iso(),
			(userUuid) => this.user(userUuid)?.areas[0],
		);
		this.kinds = { users: this.#users, shifts: this.#shifts.records, businessDays: this.#shifts.days, revenue: this.#revenue };
	}

	/** Forgets everything and takes a world over. */
	load(world: LinaWorld): void {
		this.#users.load(world.users);
		this.#revenue.load(world.revenue);
		this.#shifts.load(world);
		this.#areas = world.areas;
		this.#store = world.store;
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

	/** All it would hold had no client written a shift. */
	worldState(): Records {
		return { ...this.state(), shifts: this.#shifts.listOfWorld() };
	}

	/** Everybody who can log in. */
	users(): LinaUser[] {
		return this.#users.list();
	}

	/** The person with a key. */
	user(userUuid: string): LinaUser | undefined {
		return this.#users.get(userUuid);
	}

	/** Whether this store is the person's main store, where alone consent can be given (lina.md 5.14). */
	isAtHome({ mainStore }: Pick<LinaUser, 'mainStore'>): boolean {
		return mainStore === this.#store;
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
	addShift(saved: SavedShift, now: Date): string | undefined {
		const { userUuid, datum, von, bis, von2 = 0, bis2 = 0, pause = 0 } = saved;
		const user = this.user(userUuid);
		if (user === undefined) return 'Unknown userUuid.';
		const businessDate = localDate(datum);
		if (this.#setting('closedDay') === 'refused' && this.#shifts.days.get(businessDate)?.timeSheetClosed === true) {
			return `The time sheet of ${wireDate(businessDate)} is closed.`;
		}
		const shift = { userUuid, businessDate, von, bis, von2, bis2, pause, bereich: user.areas[0] };
		if (this.#setting('overlap') === 'refused' && this.#overlaps(shift)) return 'The shift overlaps with another one.';
		this.#shifts.add(shift, now.toISOString());
		return undefined;
	}

	#setting(name: RecordsSwitch): unknown {
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
		return this.#shifts.changedSince(isoOf(unixAt(since, 0))).map(({ businessDate }) => ({
			datum: wireDate(businessDate),
			schichten: shuffled(this.#costed(businessDate, true), `delta ${businessDate}`).map((of) => fullRow(of, style, true)),
		}));
	}

	#overlaps(shift: Pick<LinaShift, 'userUuid' | 'von' | 'bis' | 'von2' | 'bis2'>): boolean {
		const others = this.#shifts.list().filter(({ userUuid }) => userUuid === shift.userUuid).flatMap(stretchesOf);
		return stretchesOf(shift).some(([from, to]) => others.some(([start, end]) => from < end && start < to));
	}
}

function refusal(message: string): RecordsAnswer {
	return { status: 400, body: jsonText({ status: 'error', message }) };
}
