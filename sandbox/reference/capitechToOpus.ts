import { ControlError, type Records } from '../service.ts';
import type { CostCenter, Employment, OneTimePayment, PayElement, PspElement, TimeTransaction } from '../world/types.ts';
import { CLIENT_ID, COST_CENTER_OF_DEPARTMENT, PAY_ELEMENTS, PSP_OF_PROJECT, SENDER } from './agreement.ts';

/** What becomes of an eligible row; every one has exactly one of these. */
export type Disposition = 'registered' | 'rejected' | 'unmapped' | 'later' | 'held';

/** A payroll line as the Opus ledger should hold it; `reference` is the part before `#`. */
export interface ExpectedLine {
	readonly Medarbejdernummer: string;
	readonly Startdato: string;
	readonly Loenart: string;
	readonly Loebenummer: number;
	readonly Antal: number;
	readonly Beloeb: number;
	readonly Afv_Omkostningssted: string;
	readonly Afv_PSP_Element: string;
	readonly Afsendelses_System: string;
	readonly reference: string;
}

/** Rows by disposition; `marked` alone counts uids. */
export type ExpectedCounts = Record<'read' | 'eligible' | Disposition | 'marked', number>;

/** What a chain run to its end leaves behind. */
export interface Expectation {
	readonly counts: ExpectedCounts;
	readonly ledger: readonly ExpectedLine[];
	/** The uids that carry the mark afterwards and did not before. */
	readonly markedUids: readonly number[];
}

/** The world as both services hold it, without what any client wrote. */
export interface ChainWorld {
	readonly capitech: Records;
	readonly kmdOpus: Records;
}

/** Dates, both included. */
export interface Period {
	readonly from: string;
	readonly to: string;
}

const isClosed = (row: TimeTransaction): boolean =>
	row.timeOut !== null && row.dateOut !== null ? true : row.timeCategoryTypeId === 'T' && row.timeIn === null;

const isSettled = (row: TimeTransaction): boolean => row.approvedLevelOne === 1 && isClosed(row);

/** `<clientId>:<uid>:<timeCategoryId>` in base 36. */
function referenceOf(row: TimeTransaction): string {
	return [row.clientId, row.uid, row.timeCategoryId].map((part) => part.toString(36)).join(':');
}

function toLine(row: TimeTransaction): ExpectedLine {
	const payElement = PAY_ELEMENTS.get(row.timeCategoryId);
	if (payElement === undefined) throw new ControlError(`Time category ${row.timeCategoryId} has no pay element.`);
	const psp = PSP_OF_PROJECT.get(row.projectId ?? -1) ?? '';
	return {
		Medarbejdernummer: String(row.employeeId),
		Startdato: row.dateIn,
		...payElement,
		Antal: row.qty,
		Beloeb: 0,
		Afv_Omkostningssted: psp === '' ? (COST_CENTER_OF_DEPARTMENT.get(row.departmentId ?? -1) ?? '') : '',
		Afv_PSP_Element: psp,
		Afsendelses_System: SENDER,
		reference: referenceOf(row),
	};
}

/** Judges lines by Opus's own master data. */
class OpusJudge {
	readonly #employments: ReadonlyMap<string, Employment>;
	readonly #open: ReadonlySet<string>;

	constructor(kmdOpus: Records) {
		const employments = kmdOpus.employments as Employment[];
		this.#employments = new Map(employments.map((employment) => [employment.Medarbejdernummer, employment]));
		this.#open = new Set([
			...(kmdOpus.costCenters as CostCenter[]).filter((row) => !row.Spaerret).map((row) => row.Omkostningssted),
			...(kmdOpus.pspElements as PspElement[]).filter((row) => !row.Spaerret).map((row) => row.PSP_Element),
			...(kmdOpus.payElements as PayElement[]).map((row) => `${row.Loenart}/${row.Loebenummer}`),
		]);
	}

	judge(line: ExpectedLine): Disposition {
		const employment = this.#employments.get(line.Medarbejdernummer);
		if (employment === undefined) return 'rejected';
		if (line.Antal === 0) return 'registered';
		if (employment.Laast) return 'later';
		const named = [line.Afv_Omkostningssted, line.Afv_PSP_Element, `${line.Loenart}/${line.Loebenummer}`];
		const isEmployed = employment.Fra <= line.Startdato && line.Startdato <= employment.Til;
		return isEmployed && named.every((name) => name === '' || this.#open.has(name)) ? 'registered' : 'rejected';
	}
}

const lineOrder = (line: ExpectedLine): string =>
	[line.Medarbejdernummer.padStart(8, '0'), line.Startdato, line.Loenart, line.Loebenummer, line.reference].join('|');

function groupByUid(rows: readonly TimeTransaction[]): Map<number, TimeTransaction[]> {
	const groups = new Map<number, TimeTransaction[]>();
	for (const row of rows) {
		const group = groups.get(row.uid);
		if (group === undefined) groups.set(row.uid, [row]);
		else group.push(row);
	}
	return groups;
}

/**
 * What the chain Capitech → Opus should leave behind for a period, worked out from the world alone: from the hours
 * as they stand (status as the world gave it), the agreement, and Opus's master data.
 */
export function expectCapitechToOpus(world: ChainWorld, { from, to }: Period): Expectation {
	const ofClient = (world.capitech.transactions as TimeTransaction[]).filter((row) => row.clientId === CLIENT_ID);
	const inPeriod = (row: TimeTransaction): boolean => row.dateIn >= from && row.dateIn <= to;
	const judge = new OpusJudge(world.kmdOpus);
	const counts: ExpectedCounts = {
		read: ofClient.filter(inPeriod).length,
		eligible: 0,
		registered: 0,
		rejected: 0,
		unmapped: 0,
		later: 0,
		held: 0,
		marked: 0,
	};
	const lines: ExpectedLine[] = [];
	const markedUids: number[] = [];

	for (const [uid, rows] of groupByUid(ofClient)) {
		const isHeld = !rows.every(isSettled);
		let registered = 0;
		for (const row of rows) {
			if (!inPeriod(row) || !isSettled(row) || row.externalStatusCode !== null) continue;
			const isMapped = PAY_ELEMENTS.has(row.timeCategoryId) && row.timeCategoryPayable === 1;
			const line = isMapped && !isHeld ? toLine(row) : null;
			const disposition = isHeld ? 'held' : line === null ? 'unmapped' : judge.judge(line);
			counts.eligible += 1;
			counts[disposition] += 1;
			if (line === null || disposition !== 'registered') continue;
			registered += 1;
			if (line.Antal !== 0) lines.push(line);
		}
		if (registered > 0 && registered === rows.length) markedUids.push(uid);
	}
	counts.marked = markedUids.length;
	const ledger = lines
		.map((line) => [lineOrder(line), line] as const)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([, line]) => line);
	return { counts, ledger, markedUids };
}

/** One of our lines as Opus holds it: all payments that belong together, summed. */
export function sumOwnLines(payments: readonly OneTimePayment[], { from, to }: Period): ExpectedLine[] {
	const sums = new Map<string, ExpectedLine>();
	for (const payment of payments) {
		if (payment.Indv_Bemaerkning_1 !== SENDER || payment.Startdato < from || payment.Startdato > to) continue;
		const line: ExpectedLine = {
			Medarbejdernummer: payment.Medarbejdernummer.replace(/^0+/, ''),
			Startdato: payment.Startdato,
			Loenart: payment.Loenart,
			Loebenummer: payment.Loebenummer,
			Antal: payment.Antal,
			Beloeb: payment.Beloeb,
			Afv_Omkostningssted: payment.Afv_Omkostningssted,
			Afv_PSP_Element: payment.Afv_PSP_Element,
			Afsendelses_System: SENDER,
			reference: payment.Indv_Bemaerkning_2.split('#')[0],
		};
		const key = bookingKeyOf(line);
		const sum = sums.get(key);
		sums.set(key, {
			...line,
			Antal: roundToCents(line.Antal + (sum?.Antal ?? 0)),
			Beloeb: roundToCents(line.Beloeb + (sum?.Beloeb ?? 0)),
		});
	}
	return [...sums.values()].filter((line) => line.Antal !== 0 || line.Beloeb !== 0);
}

/** What two lines must share to be one booking. */
export function bookingKeyOf(line: ExpectedLine): string {
	return [
		line.Medarbejdernummer,
		line.Startdato,
		line.Loenart,
		line.Loebenummer,
		line.Afv_Omkostningssted,
		line.Afv_PSP_Element,
		line.reference,
	].join('|');
}

function roundToCents(amount: number): number {
	return Math.round(amount * 100) / 100;
}
