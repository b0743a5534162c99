import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { AkasseBench } from './bench';
import { byCode, OWN } from './bench';

/** A branch office of the own a-kasse in the sandbox's world, and a code that none has. */
export const BRANCH = '0002';
export const NEW = '0777';

export const CREATE = 'CreateAfdelingskontor';
export const UPDATE = 'UpdateAfdelingskontor';
export const DELETE = 'DeleteAfdelingskontor';
export const READ = 'GetAfdelingskontor';
export const RELATION = 'GetAkasseAfdelingskontorRelation';

export const creation = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'branchOffice',
	operation: 'create',
	akasseCode: byCode(OWN),
	branchCode: NEW,
	name: 'Sandkassens nye kontor',
	...fields,
});

export const update = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'branchOffice',
	operation: 'update',
	akasseCode: byCode(OWN),
	branchCode: byCode(BRANCH),
	fields: { phone: '70 00 00 01' },
	...fields,
});

export const deletion = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'branchOffice',
	operation: 'delete',
	akasseCode: byCode(OWN),
	branchCode: byCode(BRANCH),
	membersMoved: true,
	...fields,
});

/** What the service shows of what it holds. */
export const shown = (record: IDataObject): IDataObject => Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'members'));

/** The branch offices that the service holds. */
export const branches = async (bench: AkasseBench, akasseKode?: string): Promise<IDataObject[]> =>
	(await bench.state('branches')).filter((branch) => akasseKode === undefined || branch.akasseKode === akasseKode);

/** A branch office of the own a-kasse as the service shows it. */
export async function standing(bench: AkasseBench, code: string): Promise<IDataObject | undefined> {
	const found = (await branches(bench, OWN)).find(({ afdelingskontorKode }) => afdelingskontorKode === code);
	return found && shown(found);
}
