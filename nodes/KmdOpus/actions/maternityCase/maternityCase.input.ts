import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../../kit/failure';
import { writeGathered } from '../../../kit/gather';
import type { InputItem, Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readDate, readText } from '../../../kit/parameters';
import type { CaseContent, CaseOutcome, CaseWrite } from '../../absence/maternityCase';
import { writeMaternityCase } from '../../absence/maternityCase';
import { ZONE } from '../../payments/line';
import { OpusSoapClient } from '../../soap/client';
import { readSendable } from '../../soap/text';

const MAX_KEY = 40;

const DATES = {
	validStartDate: 'Valid From',
	validEndDate: 'Valid To',
	notificationDate: 'Notification Date',
	expectedDeliveryDate: 'Expected Delivery Date',
	actualDeliveryDate: 'Actual Delivery Date',
	authorityReportDate: 'Authority Report Date',
} as const;

const isEmpty = (value: unknown): boolean => !(value instanceof Object) && readText(value) === '';

/** What the fields that are there say of a case; an empty one says that there is nothing. */
export function readContent(fields: IDataObject): CaseContent {
	const content: CaseContent = {};
	for (const [name, label] of Object.entries(DATES) as Array<[keyof typeof DATES, string]>) {
		if (name in fields) content[name] = isEmpty(fields[name]) ? null : readDate(label, fields[name], ZONE);
	}
	if ('maternityType' in fields) content.maternityType = readSendable('Maternity Type', fields.maternityType) || null;
	return content;
}

/** A case must be valid for at least a day. */
export function checkValidity({ validStartDate, validEndDate }: CaseContent): void {
	if (validStartDate && validEndDate && validEndDate < validStartDate) throw badInput('Valid To', "is before 'Valid From'");
}

/** The key of the case that is written. */
export function readCaseKey(context: IExecuteFunctions, index: number): string {
	const key = readSendable('Maternity Case', context.getNodeParameter('maternityCase', index), MAX_KEY);
	if (!key) throw badInput('Maternity Case', 'is empty', 'Pick one from the list.');
	return key;
}

/**
 * An operation that writes maternity cases, one after the other: all items are read and checked before the first is sent.
 * @param read the write that an item asks for; throws what is wrong with it
 */
export const writesMaternityCases = (read: (context: IExecuteFunctions, entry: InputItem) => CaseWrite): Operation['execute'] =>
	overAllItems(async (context, input) => {
		const client = await OpusSoapClient.open(context);
		return await writeGathered(context, input, {
			read: (entry) => read(context, entry),
			contradictions: () => [],
			write: async (writes) => {
				const outcomes: CaseOutcome[] = [];
				const signal = context.getExecutionCancelSignal();
				for (const write of writes) outcomes.push(await writeMaternityCase(client, write, signal));
				return outcomes;
			},
		});
	});
