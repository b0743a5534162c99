import type { IDataObject } from 'n8n-workflow';

import { readPieces, TOO_MANY } from '../../kit/bisect';
import type { DateWindow } from '../../kit/dateWindows';
import { addDays, cutWindow, halveWindow } from '../../kit/dateWindows';
import { Failure } from '../../kit/failure';
import type { CapitechClient } from '../client';
import { EVERYONE } from '../employee/filters';
import type { TimeTransaction } from './row';
import { inStableOrder, readRow, rowKey } from './row';

/** The most dates one request may cover, both ends counted. The public client sent 32, the documentation says 31 days: this is the safe side. */
const MAX_DATES = 31;

/** Employees asked for at once when a single date holds too many rows. */
const EMPLOYEE_LISTS = 8;

/** The filters of Time/getTimeTransactions by their wire names, without token, client and dates. */
export type TimeFilters = IDataObject & { departmentIdFilter?: number[]; employeeIdFilter?: number[] };

export interface TimeQuery {
	clientId: number;
	window: DateWindow;
	filters: TimeFilters;
}

interface Piece {
	window: DateWindow;
	filters: TimeFilters;
	/** Asked for only to find rows that the other parts of a date could miss; it may be left out where it is too large. */
	isCheck?: boolean;
}

/** Every row is of one of these types (contract, section 3.1). */
const TYPES = ['O', 'P', 'S', 'T'];

/** The parts of a date by time category type: no row can fall between them, whatever the catalogues lack. */
const byType = ({ window, filters }: Piece): Piece[] =>
	((filters.timeCategoryTypeIdFilter as string[] | undefined) ?? TYPES).map((type) => ({
		window,
		filters: { ...filters, timeCategoryTypeIdFilter: [type] },
		isCheck: true,
	}));

const byPayability = ({ window, filters }: Piece): Piece[] =>
	typeof filters.includePayableCategory === 'boolean'
		? []
		: [true, false].map((payable) => ({ window, filters: { ...filters, includePayableCategory: payable }, isCheck: true }));

const inParts = <T>(list: T[], parts: number): T[][] => {
	const size = Math.ceil(list.length / parts);
	return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));
};

/** The numbers by which a single date can be divided, each list asked for once and only when it is needed. */
class Catalogue {
	private readonly lists = new Map<string, Promise<number[]>>();

	constructor(
		private readonly client: CapitechClient,
		private readonly clientId: number,
	) {}

	async departments(): Promise<number[]> {
		return await this.list('departmentId', async () => await this.client.read('Catalogue/getDepartments', { clientId: this.clientId }));
	}

	async employees(): Promise<number[]> {
		const body = { clientId: this.clientId, ...EVERYONE };
		return await this.list('employeeId', async () => await this.client.read('Employee/getPersonalInformation', body));
	}

	private async list(field: string, read: () => Promise<IDataObject[]>): Promise<number[]> {
		const known = this.lists.get(field) ?? read().then((rows) => [...new Set(rows.map((row) => Number(row[field])).filter(Number.isFinite))]);
		this.lists.set(field, known);
		return await known;
	}
}

/**
 * The parts of a piece that was refused for too many rows. Dates are halved; a single date goes by department, then by employee. Rows may lack a department, and
 * departments and employees may be missing from their catalogues, so that a date is also asked for by employee alone and by time category type; what comes
 * twice is dropped by its key.
 */
async function splitPiece(catalogue: Catalogue, piece: Piece, onDoubt: OnDoubt): Promise<Piece[] | undefined> {
	const { window, filters, isCheck } = piece;
	if (isCheck) {
		const parts = byPayability(piece);
		if (!parts.length) onDoubt(window.from);
		return parts;
	}
	const halves = halveWindow(window);
	if (halves) return halves.map((half) => ({ window: half, filters }));

	const byDepartment = (departments: number[]): Piece[] =>
		departments.map((department) => ({ window, filters: { ...filters, departmentIdFilter: [department] } }));
	const byEmployee = (employees: number[]): Piece[] | undefined =>
		employees.length < 2
			? undefined
			: inParts(employees, EMPLOYEE_LISTS).map((list) => ({ window, filters: { ...filters, employeeIdFilter: list } }));

	const { employeeIdFilter, departmentIdFilter } = filters;
	if (employeeIdFilter?.length) return byEmployee(employeeIdFilter);
	if (departmentIdFilter?.length === 1) {
		const parts = byEmployee(await catalogue.employees());
		return parts && [...parts, ...byType(piece)];
	}
	if (departmentIdFilter?.length) return byDepartment(departmentIdFilter);
	return [...byDepartment(await catalogue.departments()), ...(byEmployee(await catalogue.employees()) ?? []), ...byType(piece)];
}

/** Told of a date that could not be checked for rows whose employee and department are both missing from the catalogues. */
export type OnDoubt = (date: string) => void;

/** How much is wanted, and who is told of what can't be proven. */
export interface ReadOptions {
	/** Stop once the rows from the beginning of the window reach this number. */
	enough?: number;
	onDoubt?: OnDoubt;
	/** Nothing more is asked for once the execution is cancelled. */
	signal?: AbortSignal;
}

/** A day more at each end than is wanted: which date the service tests for a shift over midnight is not published. */
const padded = ({ from, to }: DateWindow): DateWindow => ({ from: addDays(from, -1), to: addDays(to, 1) });

/** How many requests a window takes where none is refused for too many rows. */
export const requestsFor = (window: DateWindow): number => cutWindow(padded(window), MAX_DATES).length;

/** The most dates of a window that takes one request where it isn't refused for too many rows. */
export const DATES_PER_REQUEST = MAX_DATES - 2;

/** The rows of an answer. Rows are told apart by their uid: of two without one, one would take the other's place unseen. */
function rowsOf(content: IDataObject[]): TimeTransaction[] {
	const rows = content.map(readRow);
	if (rows.every(({ uid }) => Number.isSafeInteger(uid))) return rows;
	throw new Failure({ kind: 'unreadable', message: 'Capitech gave out a time transaction without a uid', advice: 'Report it to Capitech: without it the row can not be told from others.' });
}

/**
 * Reads all time transactions whose shift begins in the window (both ends inclusive), each row once, in a stable order.
 * What comes of the day more at each end is dropped here.
 * @throws Failure when the service refuses, or when one date of one employee still holds too many rows
 * Source: contract, sections 3.1 and 4 (points 15, 16, 20).
 */
export async function readTimeTransactions(client: CapitechClient, { clientId, window, filters }: TimeQuery, { enough = Infinity, onDoubt = () => {}, signal }: ReadOptions = {}): Promise<TimeTransaction[]> {
	const inWindow = ({ dateIn, dateOut }: TimeTransaction) => {
		const date = dateIn ?? dateOut;
		return date === null || (date >= window.from && date <= window.to);
	};
	let tooMany: Failure | undefined;
	const ask = async (piece: Piece) => {
		if (signal?.aborted) throw new Failure({ kind: 'cancelled', message: 'The execution was canceled' });
		const body = { clientId, fromDate: piece.window.from, toDate: piece.window.to, ...piece.filters };
		const result = await client.call('Time/getTimeTransactions', body, 'read');
		if (result.outcome === 'ok') return rowsOf(result.content);
		if (result.outcome !== 'tooMany') throw result.failure;
		tooMany = result.failure;
		return TOO_MANY;
	};
	const refuse = (piece: Piece) =>
		new Failure({
			...tooMany?.details,
			kind: 'refused',
			message: `Capitech refuses ${piece.window.from} for too many rows, even asked for in the smallest parts`,
			advice: 'Narrow the request by a filter, by time category for instance.',
		});

	const catalogue = new Catalogue(client, clientId);
	const rows = new Map<string, TimeTransaction>();
	/* A row that was deleted and entered again may come as both: it stands. */
	const isOutdone = (row: TimeTransaction) => row.isDeleted && rows.get(rowKey(row))?.isDeleted === false;
	for (const piece of cutWindow(padded(window), MAX_DATES)) {
		const pieces = readPieces([{ window: piece, filters }], ask, async (part) => await splitPiece(catalogue, part, onDoubt), refuse);
		for await (const part of pieces) {
			for (const row of part) if (inWindow(row) && !isOutdone(row)) rows.set(rowKey(row), row);
		}
		if (rows.size >= enough) break;
	}
	return [...rows.values()].sort(inStableOrder);
}
