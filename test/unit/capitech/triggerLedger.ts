import type { IDataObject } from 'n8n-workflow';
import type { DateTime } from 'luxon';

export const ZONE = 'Europe/Oslo';

/** All that can be told of a row: what it says, and whether the first level has approved it. */
interface Fact {
	content: string;
	isApproved: boolean;
}

type Facts = Map<string, Fact>;

/** What was worked, when, by whom and for what: neither names nor marks, stamps or approvals. */
const CONTENT = [
	...['employeeId', 'dateIn', 'timeIn', 'dateOut', 'timeOut', 'qty', 'freeText', 'externalId', 'timeCategoryTypeId'],
	...['departmentId', 'taskId', 'orderId', 'projectId', 'subProjectId', 'projectPhaseId', 'freeDimension1Id', 'freeDimension2Id', 'classicDutyId', 'shiftId'],
];

const factOf = (row: IDataObject): Fact => ({ content: JSON.stringify(CONTENT.map((field) => row[field] ?? null)), isApproved: row.approvedLevelOne === 1 });

const keyOf = ({ uid, timeCategoryId }: IDataObject): string => `${uid}:${timeCategoryId}`;

const factsOf = (rows: IDataObject[]): Facts => new Map(rows.map((row) => [keyOf(row), factOf(row)]));

/** What there is to tell where a row was the one and is the other, in the order in which the trigger names it. */
function eventsBetween(before: Fact | undefined, after: Fact | undefined): string[] {
	if (!after) return before ? ['deleted'] : [];
	const isOther = before?.content !== after.content;
	return [
		...(before?.isApproved && !after.isApproved ? ['unapproved'] : []),
		...(after.isApproved && (!before?.isApproved || isOther) ? ['approved'] : []),
		...(before && isOther ? ['changed'] : []),
		...(before ? [] : ['created']),
	];
}

const toldOf = (items: IDataObject[]): string[] => items.map((item) => `${keyOf(item)} ${(item.events as string[]).join('+')}`).sort();

/** Whether 03:00 in Norway lies after the one time and not after the other: a poll then reads all rows. */
export function passesThree(last: DateTime, now: DateTime): boolean {
	const three = now.setZone(ZONE).set({ hour: 3, minute: 0, second: 0, millisecond: 0 });
	return last < (three <= now ? three : three.minus({ days: 1 }));
}

/** What should be told, worked out from what the service holds. */
export interface Ledger {
	/** What should have been told since the first poll. */
	readonly told: number;
	/** What the service holds as the first poll finds it: nothing of it is told. */
	begin(rows: IDataObject[]): void;
	/** Judges the items of a poll that worked, by what the service holds. */
	judge(items: IDataObject[], rows: IDataObject[], isSweep: boolean): void;
	/** n8n saved the trigger's state, or was started again with what it had saved. */
	save(): void;
	restore(): void;
}

/** Every difference between two polls is told, once. */
export class Mirror implements Ledger {
	told = 0;

	private known: Facts = new Map();

	private saved: Facts = new Map();

	/** @param isMeant whether a row passes the trigger's filters */
	constructor(private readonly isMeant: (row: IDataObject) => boolean = () => true) {}

	begin(rows: IDataObject[]): void {
		this.known = factsOf(rows.filter(this.isMeant));
	}

	judge(items: IDataObject[], rows: IDataObject[]): void {
		const all = factsOf(rows);
		const meant = factsOf(rows.filter(this.isMeant));
		const keys = [...new Set([...this.known.keys(), ...meant.keys()])];
		const expected = keys.flatMap((key) => {
			const events = eventsBetween(this.known.get(key), all.get(key));
			return events.length ? [`${key} ${events.join('+')}`] : [];
		});
		expect(toldOf(items)).toEqual(expected.sort());
		this.told += expected.length;
		this.known = meant;
	}

	save(): void {
		this.saved = this.known;
	}

	restore(): void {
		this.known = this.saved;
	}
}

/** Approved hours are told where they differ from what was told of them last, and where a poll that read all found them without their approval in between. */
export class Approvals implements Ledger {
	told = 0;

	private known = new Map<string, string>();

	private saved = new Map<string, string>();

	begin(rows: IDataObject[]): void {
		this.known = new Map(this.approved(rows));
	}

	judge(items: IDataObject[], rows: IDataObject[], isSweep: boolean): void {
		const approved = new Map(this.approved(rows));
		if (isSweep) this.known = new Map([...this.known].filter(([key]) => approved.has(key)));
		const expected = [...approved].filter(([key, content]) => this.known.get(key) !== content).map(([key]) => `${key} approved`);
		expect(toldOf(items)).toEqual(expected.sort());
		this.told += expected.length;
		this.known = new Map([...this.known, ...approved]);
	}

	save(): void {
		this.saved = this.known;
	}

	restore(): void {
		this.known = this.saved;
	}

	private approved(rows: IDataObject[]): Array<[string, string]> {
		return [...factsOf(rows)].flatMap(([key, { content, isApproved }]) => (isApproved ? [[key, content]] : []));
	}
}

/** Somebody who believes what is told: it is so, it is news, and after a poll that read all nothing is left that was not told. */
export class Reader implements Ledger {
	told = 0;

	known: Facts = new Map();

	standing: Facts = new Map();

	/** @param readsAllAtOnce whether a poll that reads all has the time for it */
	constructor(private readonly readsAllAtOnce = true) {}

	begin(rows: IDataObject[]): void {
		this.known = factsOf(rows);
	}

	judge(items: IDataObject[], rows: IDataObject[], isSweep: boolean): void {
		this.standing = factsOf(rows);
		for (const item of items) {
			const fact = this.standing.get(keyOf(item));
			expect([keyOf(item), item.events]).toEqual([keyOf(item), eventsBetween(this.known.get(keyOf(item)), fact)]);
			if (fact) this.known.set(keyOf(item), fact);
			else this.known.delete(keyOf(item));
		}
		this.told += items.length;
		if (isSweep && this.readsAllAtOnce) expect(this.known).toEqual(this.standing);
	}

	/** Whoever was told knows it, whatever becomes of n8n. */
	save(): void {}

	restore(): void {}
}
