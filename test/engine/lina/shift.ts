import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { NodeResult } from '../support';
import type { LinaBench } from './lina';

/** A business day on which the sandbox's world has no shifts. */
export const DATE = '2026-11-01';

type Settings = NonNullable<Parameters<LinaBench['run']>[1]>;

const FIELDS = ['userUuid', 'date', 'from', 'to'];

/** The fields of Create, each from the item's field of its name. */
export const createParameters = (parameters: INodeParameters = {}): INodeParameters => ({
	resource: 'shift',
	operation: 'create',
	...Object.fromEntries(FIELDS.map((name) => [name, `={{ $json.${name} }}`])),
	...parameters,
});

/** A shift of 14:00 to 22:30. */
export const worked = (userUuid: string, fields: IDataObject = {}): IDataObject => ({ userUuid, date: DATE, from: '14:00', to: '22:30', ...fields });

export const create = async (lina: LinaBench, items: IDataObject[], parameters: INodeParameters = {}, settings: Settings = {}): Promise<NodeResult> =>
	await lina.run(createParameters(parameters), { ...settings, items });

/** What became of each item; a run that fails fails the test. */
export async function created(lina: LinaBench, items: IDataObject[], parameters: INodeParameters = {}, settings: Settings = {}): Promise<IDataObject[]> {
	return await lina.rows(createParameters(parameters), { ...settings, items });
}

/** The shifts of the date that LINA holds of a person, as their times in Unix seconds. */
export async function shiftsOf(lina: LinaBench, userUuid: string, date = DATE): Promise<IDataObject[]> {
	return (await lina.state('shifts')).filter((shift) => shift.userUuid === userUuid && shift.businessDate === date);
}
