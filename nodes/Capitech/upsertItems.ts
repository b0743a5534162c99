import type { IDataObject } from 'n8n-workflow';

import { writeGathered } from '../kit/gather';
import type { Operation } from '../kit/operation';
import { overAllItems } from '../kit/operation';
import { CapitechClient } from './client';
import { readExtraBody } from './extraBody';
import type { Upsert, UpsertKind } from './upsert';
import { contradictoryUpserts, writeUpserts } from './upsert';

/** Reads and checks the record of an item: its own fields, its *Additional Fields*, its *Extra Body Fields*. */
export type ReadUpsert = (fields: IDataObject, optional: IDataObject, extra: IDataObject) => Upsert;

/**
 * *Create or Update*: checks the records of all items before the first is sent, and writes each.
 * @param names the fields of the operation that are always there
 */
export const upsertsRecords = (kind: UpsertKind, names: readonly string[], read: ReadUpsert): Operation['execute'] =>
	overAllItems(
		async (context, input) =>
			await writeGathered(context, input, {
				read: ({ index }) => {
					const fields = Object.fromEntries(names.map((name) => [name, context.getNodeParameter(name, index, '') as IDataObject[string]]));
					const { extraBody } = context.getNodeParameter('options', index, {});
					return read(fields, context.getNodeParameter('additionalFields', index, {}), readExtraBody(extraBody));
				},
				contradictions: contradictoryUpserts,
				write: async (upserts) => await writeUpserts(await CapitechClient.open(context), kind, upserts, context.getExecutionCancelSignal()),
			}),
	);
