import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../kit/failure';
import { asFailure } from '../kit/failure';
import { isObject } from '../kit/json';
import type { StarClient } from '../star/client';
import { NOT_THERE } from '../star/codes';
import type { FilledPath } from '../star/pathTemplate';
import { jobAgentsIn } from './jobAgent';
import { ZONE } from './values';
import { field } from './wire';

/** What reading a job agent back by its identifier came to. */
export type Standing =
	| {
			is: 'there';
			record: IDataObject;
			/** Whether it says itself that it has the identifier: one without may be another of the citizen's. */
			isNamed: boolean;
	  }
	/** The service does not know the identifier. */
	| { is: 'not there' }
	/** It could not be read, or what came back is not about it. */
	| { is: 'cannot tell'; failure?: Failure };

/** Whether the service said that it does not know the identifier. Only its codes say so: a 404 may also come of a wrong path. */
export const isUnknown = ({ details: { code } }: Failure): boolean => NOT_THERE.has(code ?? '');

const same = (one: unknown, other: unknown): boolean => String(one).toLowerCase() === String(other).toLowerCase();

/** What no job agent is without (contract, section 1.2). */
const NEEDED = ['klientKategori', 'tilmeldingsdato', 'ledighedsgrad'];

/** The job agent with the identifier among those of the answer; one without an identifier counts where it is alone, and a job agent beyond doubt. */
function about(records: IDataObject[], identifier: string): Standing {
	const own = records.filter((record) => same(field(record, 'jobagentidentifier'), identifier));
	if (own.length === 1) return { is: 'there', record: own[0], isNamed: true };
	const [only] = records;
	const isNameless = records.length === 1 && (field(only, 'jobagentidentifier') ?? '') === '' && NEEDED.every((name) => (field(only, name) ?? null) !== null);
	return isNameless ? { is: 'there', record: only, isNamed: false } : { is: 'cannot tell' };
}

/** Reads a job agent back. Nothing is thrown: what stands in the way is a reason not to tell. */
export async function lookUp(client: StarClient, cpr: string, identifier: string, { path, query }: FilledPath): Promise<Standing> {
	try {
		return about(jobAgentsIn(await client.read('GetJobagent', path, query, client.personHeader(cpr))), identifier);
	} catch (error) {
		const failure = asFailure(error);
		return isUnknown(failure) ? { is: 'not there' } : { is: 'cannot tell', failure };
	}
}

/** Texts that are points in time are the same when the time is. */
function sameValue(sent: unknown, stands: unknown): boolean {
	if (Array.isArray(sent)) return Array.isArray(stands) && sent.length === stands.length && sent.every((entry, at) => sameEntry(entry, stands, at));
	if (isObject(sent)) return isObject(stands) && differences(sent, stands).length === 0;
	const time = (value: unknown) => DateTime.fromISO(String(value), { zone: ZONE });
	const isTime = typeof sent === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(sent) && time(stands).isValid;
	return isTime ? time(sent).toMillis() === time(stands).toMillis() : same(String(sent).trim(), String(stands).trim());
}

/** An entry of a list is found by its ID, since a service may keep another order. */
function sameEntry(sent: unknown, list: unknown[], at: number): boolean {
	const id = isObject(sent) ? sent.jobTargetIdentifier : undefined;
	const found = id === undefined ? undefined : list.find((entry) => isObject(entry) && same(field(entry, 'jobTargetIdentifier'), id));
	return sameValue(sent, found ?? list[at]);
}

/** The fields that were sent and stand otherwise, by their names on the wire. What the service does not give back tells nothing. */
export function differences(sent: IDataObject, record: IDataObject): string[] {
	return Object.keys(sent).filter((name) => {
		const stands = field(record, name);
		return stands !== undefined && stands !== null && !sameValue(sent[name], stands);
	});
}
