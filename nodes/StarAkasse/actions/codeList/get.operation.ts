import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { now } from '../../../kit/clock';
import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate, readText } from '../../../kit/parameters';
import { readPath } from '../../../star/path';
import { listIn, unreadable } from '../../../star/shape';
import { userOptions } from '../../../star/user.fields';
import { openAkasse, PATHS } from '../../client';
import { isValidOn, readLine } from '../../codeList/line';

const ZONE = 'Europe/Copenhagen';
const WIRE = 'GetCodeList';

export const option: Operation['option'] = {
	name: 'Get',
	value: 'get',
	action: 'Get a code list',
	description: 'Get the codes of a list (kodeliste) with their names, one item per code',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: WIRE,
	source: 'STAR: the lists are named in the text on a-kasser; path and fields are our reading of “Den gode kodeliste”',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'STAR names the lists and publishes neither their path nor their fields: both are our reading. The lists have a base URL of their own in the credential; set another path under Options if yours differs.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Code List',
		name: 'codeList',
		type: 'options',
		default: 'AkasseTypeCodeList',
		options: [
			{ name: 'A-Kasser (AkasseTypeCodeList)', value: 'AkasseTypeCodeList' },
			{ name: 'Branch Offices (AkasseAfdelingskontorTypeCodeList)', value: 'AkasseAfdelingskontorTypeCodeList' },
			{ name: 'Other', value: 'other', description: 'Any other list, by its name' },
		],
	},
	{
		displayName: 'Name of the List',
		name: 'listName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. LedighedsgradTypeCodeList',
		displayOptions: { show: { codeList: ['other'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Include Expired',
				name: 'includeExpired',
				type: 'boolean',
				default: false,
				description: 'Whether to return codes, too, that have expired or are yet to begin',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '/v1/CodeLists/{name}',
				description: 'Path of the list below the code list base URL; {name} stands for the name of the list',
			},
			...userOptions,
			{
				displayName: 'Valid On',
				name: 'validOn',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Codes that are valid on this date; today unless set. A code is no longer valid on its end date.',
			},
		],
	},
];

function readName(context: IExecuteFunctions, index: number): string {
	const chosen = context.getNodeParameter('codeList', index) as string;
	const name = readText(chosen === 'other' ? context.getNodeParameter('listName', index, '') : chosen);
	if (!/^[\w.-]{1,100}$/.test(name)) throw badInput('Name of the List', name ? 'is not the name of a list' : 'is empty', 'Enter it without blanks, e.g. LedighedsgradTypeCodeList.');
	return name;
}

/** Today is that of Copenhagen. */
const readDay = ({ validOn }: IDataObject): string => readDate('Valid On', validOn || now(), ZONE);

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const name = readName(context, index);
	const options = context.getNodeParameter('options', index, {});
	const day = readDay(options);
	const { path, query } = readPath('Path', options.path, PATHS.codeList, { name });
	const client = await openAkasse(context, index);
	const lines = listIn(await client.read(WIRE, client.codeListUrl(path), query), WIRE).map(readLine);
	if (lines.some(({ code }) => code === null)) throw unreadable(WIRE);
	const wanted = options.includeExpired === true ? lines : lines.filter((line) => isValidOn(line, day));
	return wanted.map((line) => ({ json: { codeList: name, ...line, isValid: isValidOn(line, day) } }));
}, 2);
