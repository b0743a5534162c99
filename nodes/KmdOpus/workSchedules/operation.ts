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
import { placeKey } from './occurrence';
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

/** Two items can't both change or take away one occurrence, nor make two in one place. */
function repeated(good: Array<Read<Change>>): Settled[] {
	const groupsOf = (side: 'original' | 'wanted') => {
		const key = ({ value }: Read<Change>) => JSON.stringify([value.employeeNumber, value[side] && placeKey(value[side])]);
		return [...groupBy(good.filter(({ value }) => value[side]), key).values()].filter(({ length }) => length > 1);
	};
	const failures = new Map<number, Failure>();
	for (const group of [...groupsOf('original'), ...groupsOf('wanted')]) {
		const message = `The same occurrence stands in items ${group.map(({ index }) => index).join(', ')}`;
		for (const { index } of group) failures.set(index, new Failure({ kind: 'bad input', message, advice: 'Leave it in one of them.' }));
	}
	return [...failures].map(([index, failure]) => ({ from: [index], failure }));
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
