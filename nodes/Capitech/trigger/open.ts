import type { IPollFunctions } from 'n8n-workflow';

import { CapitechClient } from '../client';
import { readTimeTransactions } from '../time/read';
import { readRegistrations } from '../time/wholeRegistrations';
import { readTriggerSettings } from './settings';
import type { TimeReader } from './source';
import { TimeSource } from './source';

/**
 * The source of a trigger's events, as its parameters ask for.
 * @throws Failure naming the parameter that can't be read, before anything is sent
 */
export async function openTimeSource(context: IPollFunctions): Promise<TimeSource> {
	const settings = readTriggerSettings(context);
	const client = await CapitechClient.open(context);
	const reader: TimeReader = {
		rows: async (query) => await readTimeTransactions(client, query),
		registrations: async (query, of) => await readRegistrations(client, query, of),
	};
	return new TimeSource(reader, settings);
}
