import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { PayrollLine } from './line';
import type { ReturnedRow } from './settle';
import { standingOf } from './settle';
import type { Unit } from './settings/payElements';

/** A posting as the payroll operation gives it out, standing or missing. */
interface Posting {
	employeeNumber: string;
	payElement: string;
	serialNumber: number;
	costCenter: string | null;
	pspElement: string | null;
	quantity: number | null;
	amount: number | null;
	/** False where the payroll system does not tell on which cost object it stands. */
	costObjectKnown?: boolean;
}

/** A row with what the payroll operation says of its line. */
export type CheckedRow = ReturnedRow & { missingLines?: Posting[] | null };

/** One line of the control list: what is to be paid and what stands, by employee, pay element and cost object. */
export interface ControlLine extends IDataObject {
	employeeNumber: string;
	employee: string | null;
	payElement: string;
	serialNumber: number;
	costCenter: string;
	pspElement: string;
	unit: Unit;
	/** Of the rows that are to be exported. */
	inCapitech: number;
	/** Of the lines that stand under the same references. */
	inOpus: number;
	/** What posting would add, or take back. */
	toPost: number;
	/** What is left of it: zero, unless something waits for a human or was refused. */
	difference: number;
	rows: number;
	approvers: string;
	/** What keeps the difference from being zero. */
	open: string;
}

/** An amount that goes into a line of the list, in hundredths. */
interface Share {
	on: Posting | PayrollLine;
	row: CheckedRow;
	column: 'inCapitech' | 'inOpus' | 'toPost';
	hundredths: number;
	isAmount: boolean;
}

const toHundredths = (value: number | null | undefined): number => Math.round((value ?? 0) * 100);

/** Hours that were set aside for a human although they are to be paid by the settings. */
const WANTED: ReadonlySet<string> = new Set(['line', 'elsewhere', 'rejectedBefore']);

/** What stands under a former number of the employment counts as if it stood under the present one. */
function onPresentNumber(posting: Posting, line: PayrollLine | null): Posting {
	const isFormer = line?.formerNumbers.includes(posting.employeeNumber) ?? false;
	return isFormer ? { ...posting, employeeNumber: line?.employeeNumber ?? posting.employeeNumber } : posting;
}

function sharesOf(row: CheckedRow): Share[] {
	const line = row.payrollLine;
	const ofPosting = (column: Share['column']) => (posting: Posting): Share => ({
		on: onPresentNumber(posting, line),
		row,
		column,
		hundredths: toHundredths(posting.quantity || posting.amount),
		isAmount: !posting.quantity,
	});
	const wanted: Share[] =
		line && WANTED.has(row.disposition) ? [{ on: line, row, column: 'inCapitech', hundredths: toHundredths(line.quantity ?? line.amount), isAmount: line.amount !== null }] : [];
	return [
		...wanted,
		...((row.standingLines ?? []) as unknown as Posting[]).map(ofPosting('inOpus')),
		...(row.outcome === 'validated' ? (row.missingLines ?? []) : []).map(ofPosting('toPost')),
	];
}

const UNKNOWN_COST_OBJECT = '(not told)';

const keyOf = ({ on, isAmount }: Share): string =>
	JSON.stringify([on.employeeNumber, on.payElement, on.serialNumber, costCenterOf(on), on.pspElement ?? '', isAmount]);

const costCenterOf = (on: Share['on']): string => (on.costObjectKnown === false ? UNKNOWN_COST_OBJECT : (on.costCenter ?? ''));

const distinct = (values: Array<string | null | undefined>): string => [...new Set(values.filter(Boolean))].join(', ');

const SETTLED: ReadonlySet<string> = new Set(['registered', 'unchanged', 'reversed', 'toPost']);

function toLine(shares: Share[]): ControlLine {
	const [{ on, isAmount }] = shares;
	const total = (column: Share['column']): number => shares.reduce((sum, share) => sum + (share.column === column ? share.hundredths : 0), 0);
	const [inCapitech, inOpus, toPost] = [total('inCapitech'), total('inOpus'), total('toPost')];
	const rows = [...new Set(shares.map(({ row }) => row))];
	const unit = rows.find(({ payrollLine }) => payrollLine?.unit)?.payrollLine?.unit ?? 'hours';
	const standings = rows.map((row) => standingOf(row)).filter(({ standing }) => !SETTLED.has(standing));
	return {
		employeeNumber: on.employeeNumber,
		employee: distinct(rows.map(({ employee }) => employee as string | null)) || null,
		payElement: on.payElement,
		serialNumber: on.serialNumber,
		costCenter: costCenterOf(on),
		pspElement: on.pspElement ?? '',
		unit: isAmount ? 'amount' : unit,
		inCapitech: inCapitech / 100,
		inOpus: inOpus / 100,
		toPost: toPost / 100,
		difference: (inCapitech - inOpus - toPost) / 100,
		rows: rows.filter(({ withoutRow }) => !withoutRow).length,
		approvers: distinct(rows.map(({ approver }) => approver)),
		open: distinct(standings.map(({ standing, reason }) => `${standing}: ${reason ?? ''}`)),
	};
}

/**
 * The control list: what is to be paid by Capitech, what stands in the payroll system, what posting would add, and the difference that is left. Exact to the
 * hundredth. Pure.
 * @param rows the balanced rows; lines and reversals as *Validate Missing* or *Register Missing* gave them back
 * @returns lines in the order of employee numbers and pay elements; those of which nothing is wanted and nothing stands are left out
 */
export function controlList(rows: CheckedRow[]): ControlLine[] {
	const groups = [...groupBy(rows.flatMap(sharesOf), keyOf).values()].map(toLine);
	return groups
		.filter(({ inCapitech, inOpus, toPost }) => inCapitech || inOpus || toPost)
		.sort((a, b) => Number(a.employeeNumber) - Number(b.employeeNumber) || orderOf(a).localeCompare(orderOf(b)));
}

const orderOf = ({ payElement, serialNumber, costCenter, pspElement, unit }: ControlLine): string => [payElement, serialNumber, costCenter, pspElement, unit].join('|');
