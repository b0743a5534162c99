import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { DateWindow } from '../kit/dateWindows';
import { addDays, datesIn } from '../kit/dateWindows';
import { badInput } from '../kit/failure';
import { readDate, readInteger } from '../kit/parameters';
import { readBudget } from './budget';
import type { LinaRead } from './client';
import { LinaClient } from './client';
import { toWireDate, ZONE } from './dates';

/** A range costs one call a day, and a hundred are granted in 15 minutes. */
const MOST_DAYS = 366;

const LAST_HOUR = 23;

function readRange(parameter: (name: string) => unknown): DateWindow {
	if (parameter('period') !== 'range') {
		const date = readDate('Business Date', parameter('businessDate'), ZONE);
		return { from: date, to: date };
	}
	const window = { from: readDate('From Date', parameter('fromDate'), ZONE), to: readDate('To Date', parameter('toDate'), ZONE) };
	if (window.from > window.to) throw badInput('To Date', 'lies before the From Date', 'Swap the two dates.');
	if (datesIn(window) > MOST_DAYS) throw badInput('To Date', `makes a range of ${datesIn(window)} days`, `Read at most ${MOST_DAYS} days at once: each is a call.`);
	return window;
}

/**
 * The option *Business Day Starts At*: an hour from 0 to 23, or undefined where it isn't set.
 * @throws Failure where it is something else
 */
export function readStartHour({ dayStartsAt }: IDataObject): number | undefined {
	if (dayStartsAt === undefined) return undefined;
	const hour = readInteger('Business Day Starts At', dayStartsAt);
	if (hour > LAST_HOUR) throw badInput('Business Day Starts At', `is ${hour}`, `Enter an hour from 0 to ${LAST_HOUR}.`);
	return hour;
}

/**
 * Reads the business days that an item asks for: one call a day, oldest first. All is read before anything is given out: a day that fails, ends it.
 * @param read reads one day's answer
 * @throws Failure naming the field at fault, before anything is sent; or what stood in the way of a day
 */
export async function readDays<T>(context: IExecuteFunctions, index: number, operation: LinaRead, read: (answer: unknown, businessDate: string, startsAt?: number) => T[]): Promise<T[]> {
	const { from, to } = readRange((name) => context.getNodeParameter(name, index, '') as unknown);
	const startsAt = readStartHour(context.getNodeParameter('options', index, {}));
	const client = await LinaClient.open(context, readBudget(context, index));
	const elements: T[] = [];
	client.announce(datesIn({ from, to }));
	for (let date = from; date <= to; date = addDays(date, 1)) {
		elements.push(...read(await client.read(operation, { businessdate: toWireDate(date) }), date, startsAt));
	}
	return elements;
}
