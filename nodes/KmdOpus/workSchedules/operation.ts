import type { IExecuteFunctions } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import type { Read } from '../../kit/gather';
import { groupBy, writeGathered } from '../../kit/gather';
import type { OverAllItems, Settled } from '../../kit/operation';
import { overAllItems } from '../../kit/operation';
import { readInteger, readText } from '../../kit/parameters';
import { OpusSoapClient } from '../soap/client';
import { checkName, readOverrides } from '../soap/overrides';
import type { Change, PlaceFields } from './occurrence';
import { writeSchedules } from './write';

/** The fields that name an occurrence in every operation. */
export const placeFields = (context: IExecuteFunctions, index: number): PlaceFields => {
	const parameter = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	return {
		startDate: parameter('startDate'),
		endDate: parameter('endDate'),
		workTimeType: parameter('workTimeType'),
		startTime: parameter('startTime'),
		endTime: parameter('endTime'),
	};
};

/** Two items can't both make, change or take away one occurrence. */
function repeated(good: Array<Read<Change>>): Settled[] {
	const key = ({ value: { employeeNumber, wanted, original } }: Read<Change>) => {
		const { startDate, endDate, workTimeType, startTime, endTime } = { ...wanted, ...original };
		return JSON.stringify([employeeNumber, startDate, endDate, workTimeType, startTime, endTime]);
	};
	return [...groupBy(good, key).values()].flatMap((group) => {
		if (group.length === 1) return [];
		const failure = new Failure({
			kind: 'bad input',
			message: `The same occurrence stands in items ${group.map(({ index }) => index).join(', ')}`,
			advice: 'Leave it in one of them.',
		});
		return group.map(({ index }) => ({ from: [index], failure }));
	});
}

/**
 * Runs an operation that changes schedules: the items' occurrences go into as few calls as they need, one employee's at a time.
 * @param changeOf what an item asks for
 */
export const changeSchedules = (changeOf: (context: IExecuteFunctions, index: number) => Change): OverAllItems =>
	overAllItems(async (context, input) => {
		const options = context.getNodeParameter('options', 0, {});
		const perCall = readInteger('Occurrences per Call', options.occurrencesPerCall ?? 100, 1);
		const write = readOverrides(context, 0);
		const readRoot = readText(options.readRequestRoot);
		const read = { ...write, interface: readText(options.readInterface), requestRoot: readRoot && checkName('Request Root of the Read', readRoot) };
		const client = await OpusSoapClient.open(context);
		return await writeGathered(context, input, {
			read: ({ index }) => changeOf(context, index),
			contradictions: repeated,
			write: async (changes) => await writeSchedules(changes, { client, overrides: { write, read }, perCall, signal: context.getExecutionCancelSignal() }),
		});
	});
