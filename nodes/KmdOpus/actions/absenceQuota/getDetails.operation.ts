import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readEmployeeNumber } from '../../payments/line';
import { readQuotaDetails } from '../../quotas/quota';
import { OpusSoapClient } from '../../soap/client';
import { readOverrides } from '../../soap/overrides';
import { assumedNames, assumedNotice } from '../../soap/overrides.field';
import { readSendable } from '../../soap/text';

export const option: Operation['option'] = {
	name: 'Get Details',
	value: 'getDetails',
	action: 'Get details of an absence quota',
	description: 'Get how an absence quota was earned (optjening) and used (afvikling), one item per step',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'GetAbsenceQuotaDetails',
	source: 'Opus Personale: Hent fraværskvoter (purpose; names and elements are our reading)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	{
		displayName: 'Employee Number (MA-Nr)',
		name: 'employeeNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 155',
		description: 'Medarbejdernummer of the employment, at most 8 digits',
	},
	{
		displayName: 'Quota Key (Kvotenøgle)',
		name: 'quotaKey',
		type: 'string',
		default: '',
		required: true,
		description: "The quotaKey of a quota, as this resource's Get Many gives it",
	},
	assumedNames,
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const quotaKey = readSendable('Quota Key', context.getNodeParameter('quotaKey', index));
	if (!quotaKey) throw badInput('Quota Key', 'is empty', 'Take it from Absence Quota: Get Many.');
	const overrides = readOverrides(context, index);

	const movements = await readQuotaDetails(await OpusSoapClient.open(context), employeeNumber, quotaKey, overrides);
	return movements.map((json) => ({ json }));
}, 2);
