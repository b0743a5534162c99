import { addDays } from '../../kit/dateWindows';
import { badInput } from '../../kit/failure';
import { readDate, readList, readText } from '../../kit/parameters';
import type { PaymentLine } from './line';
import { readEmployeeNumber, ZONE } from './line';

const CORRECTIONS = ['originalDate', 'firstOpenDay', 'humanList'] as const;

/** What becomes of a posting that would be dated in a closed pay period: dated there all the same, on the first open day, or left to a human. */
export type Corrections = (typeof CORRECTIONS)[number];

/** How far the pay periods of a line are closed. */
export interface PayPeriod {
	/** The last closed date, `yyyy-MM-dd`; empty when none is known. */
	closedThrough: string;
	corrections: Corrections;
}

/** A line as it should stand in Opus. */
export interface Wanted {
	/** Its remark is the reference, without revision and hash. */
	line: PaymentLine;
	/** Numbers the employment had before: what stands there under the reference counts. Digits without leading zeros. */
	formerNumbers: string[];
	period: PayPeriod;
}

/** The values of PayPeriod and former numbers as a field or an item gives them. */
export interface WantedFields {
	closedThrough?: unknown;
	corrections?: unknown;
	formerNumbers?: unknown;
}

const isCorrections = (text: string): text is Corrections => (CORRECTIONS as readonly string[]).includes(text);

function readPeriod({ closedThrough, corrections }: WantedFields): PayPeriod {
	const choice = readText(corrections) || 'humanList';
	if (!isCorrections(choice)) {
		throw badInput('Corrections of Closed Periods', 'is none of the choices', `Give one of ${CORRECTIONS.join(', ')}.`);
	}
	const isOpen = closedThrough === undefined || closedThrough === null || closedThrough === '';
	return { closedThrough: isOpen ? '' : readDate('Closed Through', closedThrough, ZONE), corrections: choice };
}

/**
 * Adds to a line what its comparison with the standing ones needs.
 * @throws Failure naming the field
 */
export function readWanted(line: PaymentLine, fields: WantedFields): Wanted {
	const numbers = readList(fields.formerNumbers).map((number) => readEmployeeNumber('Former Employee Numbers', number));
	return { line, formerNumbers: [...new Set(numbers)].filter((number) => number !== line.employeeNumber), period: readPeriod(fields) };
}

/** Whether nothing may be dated on this day. Under `originalDate` Opus decides that. */
export const isClosed = ({ closedThrough, corrections }: PayPeriod, date: string): boolean => corrections !== 'originalDate' && date <= closedThrough;

/** The date of a posting that belongs on this day: the first open day where corrections go there. */
export const postingDate = (period: PayPeriod, date: string): string =>
	period.corrections === 'firstOpenDay' && isClosed(period, date) ? addDays(period.closedThrough, 1) : date;
