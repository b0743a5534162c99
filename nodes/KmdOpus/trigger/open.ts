import type { IPollFunctions } from 'n8n-workflow';

import { EmployeeReader } from '../employee/reader';
import { OpusSoapClient } from '../soap/client';
import { readTriggerSettings } from './settings';
import { EmployeeChanges } from './source';

/**
 * The source of changed employees, as the trigger's parameters have it.
 * @throws Failure naming the parameter that is wrong
 */
export async function openEmployeeChanges(context: IPollFunctions): Promise<EmployeeChanges> {
	const settings = readTriggerSettings((name) => context.getNodeParameter(name, null));
	return new EmployeeChanges(new EmployeeReader(await OpusSoapClient.open(context), settings.naming), settings);
}
