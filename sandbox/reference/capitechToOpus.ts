import { ControlError, type Records } from '../service.ts';
import { firstOfMonth, lastOfMonth } from '../world/dates.ts';
import type { CapitechEmployee, TimeTransaction } from '../world/types.ts';
import { AGREEMENT, type LineDate } from './agreement.ts';
import { FirmRules, type PaidAs } from './firmRules.ts';
import { referenceOf, registrationOf, type ExpectedLine } from './lines.ts';
import { OpusJudge, type Verdict } from './opusJudge.ts';

/** What becomes of an eligible row; every one is counted as exactly one of these. */
export type Disposition = Verdict | 'unmapped' | 'held';

/** Rows by disposition, the unmapped ones that are so by agreement again by themselves; `marked` alone counts uids. */
export type ExpectedCounts = Record<'read' | 'eligible' | Disposition | 'notExported' | 'marked', number>;

/** What a chain run to its end leaves behind. */
export interface Expectation {
	readonly counts: ExpectedCounts;
	readonly ledger: readonly ExpectedLine[];
	/** The uids that carry the mark afterwards and did not before, not on all rows. */
	readonly markedUids: readonly number[];
	/** Registrations exported elsewhere (`registrationOf`): nothing is expected of their lines. */
	readonly elsewhere: ReadonlySet<string>;
}

/** The world as both services hold it, without what any client wrote, and what Opus does about closed periods. */
export interface ChainWorld {
	readonly capitech: Records;
	readonly kmdOpus: Records;
	readonly refusesClosedPeriods: boolean;
}

/** What a question is about; dates are work dates, both included. */
export interface Scope {
	readonly from: string;
	readonly to: string;
	/** The firms whose hours are exported. */
	readonly clients: readonly number[];
	readonly lineDate: LineDate;
	/** Leaves dates out of what makes two lines one booking. */
	readonly ignoresDates: boolean;
}

/** What becomes of a row, with its line when it has one. */
interface Fate {
	readonly row: TimeTransaction;
	readonly disposition: Disposition | 'notReady' | 'notExported';
	readonly line: ExpectedLine | null;
}

const DATE_OF: Readonly<Record<LineDate, (date: string) => string>> = {
	workDate: (date) => date,
	firstOfMonth: (date) => firstOfMonth(date),
	lastOfMonth,
};

/** Not transferred yet: no status, or that of a refusal, which is tried again. */
const isUnmarked = ({ externalStatusCode: status }: TimeTransaction): boolean =>
	status === null || status === AGREEMENT.codes.rejected;

const isSettled = ({ disposition }: Fate): boolean => disposition === 'registered' || disposition === 'notExported';

/** Decides about whole registrations of one firm. */
class Decider {
	readonly #rules: FirmRules;
	readonly #judge: OpusJudge;
	readonly #dateOf: (date: string) => string;

	constructor(rules: FirmRules, judge: OpusJudge, lineDate: LineDate) {
		this.#rules = rules;
		this.#judge = judge;
		this.#dateOf = DATE_OF[lineDate];
	}

	/** A registration goes as a whole: while one row is not ready, the others are held. */
	decide(rows: readonly TimeTransaction[]): Fate[] {
		const isReady = rows.map((row) => this.#rules.isReady(row));
		if (isReady.includes(false)) {
			return rows.map((row, index) => ({ row, disposition: isReady[index] ? 'held' : 'notReady', line: null }));
		}
		const mapped = rows.map((row) => [row, this.#rules.mappingOf(row)] as const);
		const isToConfirm = this.#rules.isToConfirm(mapped);
		return mapped.map(([row, mapping]) => {
			if (typeof mapping === 'string') return { row, disposition: mapping, line: null };
			const line = isToConfirm ? null : this.#lineOf(row, mapping);
			return { row, disposition: line === null ? 'unmapped' : this.#judge.judge(line), line };
		});
	}

	/** Null when the employee has no number, or more than one. */
	#lineOf(row: TimeTransaction, { payElement, serialNumber, unit }: PaidAs): ExpectedLine | null {
		const number = this.#rules.numberOf(row);
		if (number === null) return null;
		const { costCenter, pspElement } = this.#rules.costObjectOf(row);
		return {
			Medarbejdernummer: number,
			Startdato: this.#dateOf(row.dateIn),
			Loenart: payElement,
			Loebenummer: serialNumber,
			Antal: unit === 'amount' ? 0 : row.qty,
			Beloeb: unit === 'amount' ? row.qty : 0,
			Afv_Omkostningssted: costCenter,
			Afv_PSP_Element: pspElement,
			Afsendelses_System: AGREEMENT.sender,
			reference: referenceOf(row),
		};
	}
}

function deciders(world: ChainWorld, { clients, lineDate }: Scope): Map<number, Decider> {
	const judge = new OpusJudge(world.kmdOpus, world.refusesClosedPeriods);
	return new Map(
		clients.map((clientId) => {
			const firm = AGREEMENT.firms.find((of) => of.clientId === clientId);
			if (firm === undefined) throw new ControlError(`Nothing is agreed for client ${clientId}.`);
			const rules = new FirmRules(firm, world.capitech.employees as CapitechEmployee[]);
			return [clientId, new Decider(rules, judge, lineDate)];
		}),
	);
}

const lineOrder = (line: ExpectedLine): string =>
	[line.Medarbejdernummer.padStart(8, '0'), line.Startdato, line.Loenart, line.Loebenummer, line.reference].join('|');

/**
 * What the chain Capitech → Opus should leave behind for a period, worked out from the world alone: from the hours
 * as they stand (status as the world gave it), the agreement, and Opus's master data.
 *
 * A quantity or amount of zero counts as registered and leaves nothing in the ledger. A row that carries a mark in
 * the world, set by no client, counts as exported elsewhere: of its registration's lines nothing is expected, they
 * may stand in the ledger or not. Lines of firms that are not asked about are not expected.
 */
export function expectCapitechToOpus(world: ChainWorld, scope: Scope): Expectation {
	const byClient = deciders(world, scope);
	const ours = (world.capitech.transactions as TimeTransaction[]).filter((row) => byClient.has(row.clientId));
	const inPeriod = ({ dateIn }: TimeTransaction): boolean => dateIn >= scope.from && dateIn <= scope.to;
	const counts: ExpectedCounts = {
		read: ours.filter(inPeriod).length,
		eligible: 0,
		registered: 0,
		rejected: 0,
		unmapped: 0,
		later: 0,
		held: 0,
		notExported: 0,
		marked: 0,
	};
	const count = ({ row, disposition }: Fate): void => {
		if (disposition === 'notReady' || !isUnmarked(row) || !inPeriod(row)) return;
		counts.eligible += 1;
		counts[disposition] += 1;
		if (disposition === 'notExported') counts.unmapped += 1;
	};
	const lines: ExpectedLine[] = [];
	const markedUids: number[] = [];
	const elsewhere = new Set<string>();

	for (const [registration, rows] of Map.groupBy(ours, registrationOf)) {
		const fates = byClient.get(rows[0].clientId)?.decide(rows) ?? [];
		fates.forEach(count);
		const isNew = rows.some((row) => isUnmarked(row) && inPeriod(row));
		if (isNew && fates.every(isSettled)) markedUids.push(rows[0].uid);
		if (!rows.every(isUnmarked)) {
			elsewhere.add(registration);
			continue;
		}
		for (const { row, disposition, line } of fates) {
			const stands = disposition === 'registered' && line !== null && (line.Antal !== 0 || line.Beloeb !== 0);
			if (stands && inPeriod(row)) lines.push(line);
		}
	}
	counts.marked = markedUids.length;
	const ledger = lines
		.map((line) => [lineOrder(line), line] as const)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([, line]) => line);
	return { counts, ledger, markedUids, elsewhere };
}
