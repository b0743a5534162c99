import type { IDataObject } from 'n8n-workflow';

import type { CapitechClient, CapitechResult } from '../client';

/** The code of a registration; null takes it away. */
export type ExternalStatusCode = number | null;

/** How the body of Time/setExternalStatusCode is written. It is not published, so that all of it can be changed in the node (contract, section 3.2). */
export interface StatusBodyShape {
	/** Takes one registration. */
	uidField: string;
	/** Takes a list of them, where more than one goes into a call. */
	uidListField: string;
	statusField: string;
	uidsPerCall: number;
	/** Takes the time category, where an installation marks each row by itself; empty where a mark stands for the registration. */
	timeCategoryField: string;
	/** Further fields, sent as they are. */
	extra: IDataObject;
}

/** What one call marks: registrations, or one row of one registration. */
export interface MarkTarget {
	clientId: number;
	uids: number[];
	timeCategoryId?: number;
}

const bodyOf = (shape: StatusBodyShape, { clientId, uids, timeCategoryId }: MarkTarget, code: ExternalStatusCode): IDataObject => ({
	clientId,
	...(shape.uidsPerCall === 1 ? { [shape.uidField]: uids[0] } : { [shape.uidListField]: uids }),
	...(timeCategoryId !== undefined && { [shape.timeCategoryField]: timeCategoryId }),
	[shape.statusField]: code,
	...shape.extra,
});

/** Sets a status in one call. Never sent twice: whether a repeat would be harmless is not published. */
export async function setExternalStatus(client: CapitechClient, shape: StatusBodyShape, target: MarkTarget, code: ExternalStatusCode): Promise<CapitechResult> {
	return await client.call('Time/setExternalStatusCode', bodyOf(shape, target, code), 'never');
}
