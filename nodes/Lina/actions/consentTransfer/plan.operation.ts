import { randomBytes } from 'crypto';

import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { itemOf } from '../../consentTransfer/items';
import { readMaterial } from '../../consentTransfer/material';
import { dateIn } from '../../consentTransfer/opusEmployee';
import { planTransfer } from '../../consentTransfer/plan';
import { readScope } from '../../consentTransfer/scope';
import { scopeFields, settingsField } from './consentTransfer.fields';

export const option: Operation['option'] = {
	name: 'Plan',
	value: 'plan',
	action: 'Plan a consent transfer',
	description: 'Find out which documents on consent are to be filed in KMD Opus, what is to be erased, and what a human has to look at',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Give it what Compare got, and, where that says so, the items of KMD Opus's Employee: Get Many (areas Activities, Personal Data and Communication, Simplify off). One item comes out for each 'step'; file the documents of 'file' and 'withdraw'.",
		name: 'planNotice',
		type: 'notice',
		default: '',
	},
	settingsField,
	{
		displayName: 'Registration ID',
		name: 'registrationId',
		type: 'string',
		default: '',
		description: "Of the webhook, as a push told it; it stands in the documents. Empty while none is known.",
	},
	...scopeFields,
];

/** A reference says nothing of the person, nor of the day: each event has its own. */
const newReference = (): string => `lina-${randomBytes(10).toString('hex')}`;

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const parameter = (name: string) => context.getNodeParameter(name, 0) as unknown;
	const scope = readScope(parameter);
	const { settings, now } = scope;
	const material = readMaterial(input, settings.store, dateIn(now));
	const registrationId = readText(parameter('registrationId'));
	const steps = planTransfer(material, { ...scope, registrationId, newReference });
	const everything = input.map(({ index }) => index);
	return steps.map((step): Settled => ({ from: step.person.from.length ? step.person.from : everything, json: itemOf(step, settings, now) }));
});
