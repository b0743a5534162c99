import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { NodeResult } from '../support';
import type { Opus } from './opus';

/** An item that the fields are filled from. */
export const day = (startDate: string, fields: IDataObject = {}): IDataObject => ({
	employeeNumber: '7001',
	startDate,
	endDate: '',
	workTimeType: '01',
	startTime: '07:30',
	endTime: '15:00',
	hours: '7.50',
	...fields,
});

const FIELDS = ['employeeNumber', 'startDate', 'endDate', 'workTimeType', 'startTime', 'endTime', 'hours'];

const fromItem = (names: string[]): INodeParameters => Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));

export type ScheduleOperation = 'create' | 'update' | 'delete';

/** Runs an operation that changes schedules, its fields from the items. */
export const change = async (opus: Opus, operation: ScheduleOperation, items: IDataObject[], parameters: INodeParameters = {}, settings = {}): Promise<NodeResult> =>
	await opus.run(
		{ resource: 'workSchedule', operation, ...fromItem(FIELDS.filter((name) => name !== 'hours' || operation !== 'delete')), ...parameters },
		items,
		settings,
	);

/** What became of each item; a run that fails fails the test. */
export async function changed(opus: Opus, operation: ScheduleOperation, items: IDataObject[], parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const { error, outputs } = await change(opus, operation, items, parameters);
	if (error) throw error;
	return outputs[0].map(({ json }) => json);
}

export const outcomesOf = (items: IDataObject[]): unknown[] => items.map(({ outcome }) => outcome);

/** What stands for the test's own employees, in short. */
export async function schedules(opus: Opus, employeeNumber = '7001'): Promise<string[]> {
	const { workSchedules } = await opus.control.state<{ workSchedules: Array<Record<string, string>> }>('kmdOpus');
	return workSchedules
		.filter(({ PersonnelNumber }) => PersonnelNumber === employeeNumber)
		.map(({ StartDate, EndDate, WorkTimeType, StartTime, EndTime, Hours }) => [StartDate, EndDate, WorkTimeType, StartTime, EndTime, Hours].join(' '))
		.sort();
}

/** The writes that reached the service: how many occurrences each had. */
export async function writes(opus: Opus): Promise<number[]> {
	const journal = await opus.control.journal({ service: 'kmdOpus' });
	return journal.filter(({ operation }) => operation === 'SetWorkSchedule').map(({ body }) => body.split('<item>').length - 1);
}
