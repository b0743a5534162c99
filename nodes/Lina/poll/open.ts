import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readDate } from '../../kit/parameters';
import type { PollSource } from '../../kit/poll';
import { budgetOf } from '../budget';
import { LinaClient } from '../client';
import { toWireDate, ZONE } from '../dates';
import { readPeople } from '../employee/person';
import { rowsIn } from '../wire';
import { readChanges } from '../workingTime/changes';
import { ConsentSource } from './consents';
import type { KeptByEvent } from './perEvent';
import { perEvent } from './perEvent';
import { WorkingTimeSource } from './workingTimes';

/** A poll has its time from n8n: it never waits for calls to become free. */
const openClient = async (context: IPollFunctions, options: IDataObject): Promise<LinaClient> => await LinaClient.open(context, { ...budgetOf(options), onLimit: 'stop' });

async function openConsents(context: IPollFunctions, options: IDataObject): Promise<ConsentSource> {
	const settings = {
		tellFirst: context.getNodeParameter('firstPoll', 'changesOnly') === 'everybody',
		allowManyWithdrawals: options.allowManyWithdrawals === true,
	};
	const client = await openClient(context, options);
	return new ConsentSource(async () => readPeople(await client.read('getPersonalData')), settings);
}

async function openWorkingTimes(context: IPollFunctions, options: IDataObject): Promise<WorkingTimeSource> {
	const changedSince = context.getNodeParameter('changedSince', '') as unknown;
	const settings = {
		changedSince: changedSince ? readDate('Changed Since', changedSince, ZONE) : undefined,
		simplify: context.getNodeParameter('simplify', true) !== false,
	};
	const client = await openClient(context, options);
	const reader = {
		changes: async (since: string) => readChanges(await client.read('userdataperdaydelta', { updatedSince: toWireDate(since) })),
		day: async (date: string) => rowsIn(await client.read('userdataperday', { businessdate: toWireDate(date) }), date),
	};
	return new WorkingTimeSource(reader, settings);
}

/**
 * The source of a trigger's events, as its parameters ask for.
 * @throws Failure naming the parameter that can't be read, before anything is sent
 */
export async function openSource(context: IPollFunctions): Promise<PollSource<KeptByEvent>> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const event = context.getNodeParameter('event', 'consentChanges') as unknown;
	if (event === 'consentChanges') return perEvent(event, await openConsents(context, options));
	if (event === 'workingTimeChanges') return perEvent(event, await openWorkingTimes(context, options));
	throw badInput('Event', 'is none of its values', 'Use consentChanges or workingTimeChanges.');
}
