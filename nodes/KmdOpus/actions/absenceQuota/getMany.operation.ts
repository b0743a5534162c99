import type { IExecuteFunctions } from 'n8n-workflow';

import { now } from '../../../kit/clock';
import { badInput, Failure } from '../../../kit/failure';
import type { Read } from '../../../kit/gather';
import { groupBy, readAll } from '../../../kit/gather';
import type { InputItem, Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readDate, readInteger, readList } from '../../../kit/parameters';
import { readEmployeeNumber, ZONE } from '../../payments/line';
import { readQuotas } from '../../quotas/quota';
import type { QuotaAnswer } from '../../quotas/readMany';
import { readManyQuotas } from '../../quotas/readMany';
import { OpusSoapClient } from '../../soap/client';
import { readOverrides } from '../../soap/overrides';
import { assumedNames, assumedNotice } from '../../soap/overrides.field';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many absence quotas',
	description: 'Get the absence quotas (fraværskvoter) of one or several employees that can be used in the calendar year of a date',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'GetAbsenceQuotas',
	source: 'Opus Personale: Hent fraværskvoter (purpose; names and elements are our reading)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	{
		displayName: 'Employee Numbers (MA-Nr)',
		name: 'employeeNumbers',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 155, 156',
		description: 'Medarbejdernumre of the employments, separated by commas. The employees of all items go into as few calls as they need.',
	},
	{
		displayName: 'Key Date (Nøgledato)',
		name: 'keyDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: "The quotas that can be used in this date's calendar year; empty for today",
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Employees per Call',
				name: 'employeesPerCall',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				description: 'How many employees are asked for at once; the limit of the service is not published',
			},
		],
	},
	assumedNames,
];

/** What an item asks for. */
interface Question {
	employeeNumbers: string[];
	keyDate: string;
	limit: number;
}

function readQuestion(context: IExecuteFunctions, { index }: InputItem): Question {
	const numbers = readList(context.getNodeParameter('employeeNumbers', index)).map((number) => readEmployeeNumber('Employee Numbers', number));
	if (!numbers.length) throw badInput('Employee Numbers', 'is empty', 'Enter the medarbejdernummer of one employment or more.');
	return {
		employeeNumbers: [...new Set(numbers)],
		keyDate: readDate('Key Date', context.getNodeParameter('keyDate', index, '') || now(), ZONE),
		limit: context.getNodeParameter('returnAll', index, false) ? Infinity : readInteger('Limit', context.getNodeParameter('limit', index), 1),
	};
}

/** The quotas of an item's employees, or the first failure among them. */
function settle({ index, value: { employeeNumbers, limit } }: Read<Question>, answers: Map<string, QuotaAnswer>): Settled[] {
	const own = employeeNumbers.map((number) => answers.get(number) ?? []);
	const failure = own.find((answer) => answer instanceof Failure);
	if (failure) return [{ from: [index], failure }];
	return own.flatMap((answer) => (answer instanceof Failure ? [] : answer)).slice(0, limit).map((json) => ({ from: [index], json }));
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const { employeesPerCall } = context.getNodeParameter('options', 0, {});
	const perCall = readInteger('Employees per Call', employeesPerCall ?? 50, 1);
	const overrides = readOverrides(context, 0);
	const { good, bad } = await readAll(input, (entry) => readQuestion(context, entry));
	if (bad.length && !context.continueOnFail()) return bad;

	const client = await OpusSoapClient.open(context);
	const settled = [...bad];
	for (const [keyDate, questions] of groupBy(good, ({ value }) => value.keyDate)) {
		const numbers = questions.flatMap(({ value }) => value.employeeNumbers);
		const answers = await readManyQuotas(numbers, perCall, async (part) => await readQuotas(client, part, keyDate, overrides));
		settled.push(...questions.flatMap((question) => settle(question, answers)));
	}
	return settled.sort((a, b) => a.from[0] - b.from[0]);
});
