import type { INodeParameters } from 'n8n-workflow';

import type { ParameterCase } from '../support';
import type { AkasseBench } from './bench';
import { BRANCH, standing } from './branchOffice';

/** The smallest image that begins like a PNG, and one that is longer. */
const image = (length: number) => ({ data: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(length)]).toString('base64'), mimeType: 'image/png', fileName: 'logo.png' });
const ITEMS = [{ json: {}, binary: { data: image(1), other: image(9) } }];

/** Runs the node on an item with two images, in a sandbox whose branch office has a logo; without what differs from run to run. */
export const runIn = (akasse: AkasseBench) => async (parameters: INodeParameters) => {
	await akasse.reset();
	await akasse.control.put('starAkasse', { branches: [{ ...(await standing(akasse, BRANCH)), logo: image(1).data }] });
	const { sent, got } = await akasse.observe(parameters, { items: ITEMS });
	return { sent, got: JSON.parse(JSON.stringify(got).replace(/"deletedAt":"[^"]+"/, '"deletedAt":"(time)"')) as unknown };
};

export const sent = (...values: [unknown, unknown]): ParameterCase => ({ values, differs: 'sent' });
export const USER = sent({ values: { type: 2, identifier: 'a' } }, { values: { type: 4, identifier: 'b' } });
export const KEY: ParameterCase = { values: ['key-1', 'key-2'] };
export const READ_PATH = sent('', '/v1/Akasse/Afdelingskontor?akasseKode={akasseKode}&afdelingskontorKode={afdelingskontorKode}&alt=1');
export const CHANGE_PATH = sent('', '/v1/Kontor/{afdelingskontorKode}');

export const rows = (from: string) => ({ row: [{ weekday: 2, kind: 'interval', from, to: '14:00' }] }) as unknown as INodeParameters;
export const links = (address: string) => ({ link: [{ label: 'Møde', address }] }) as unknown as INodeParameters;
export const wireNames = (name: string) => ({ entry: [{ field: 'phone', name }] });

export const FIELDS: Record<string, ParameterCase> = {
	'fields.city': sent('Sandby', 'Strandby'),
	'fields.countryCode': sent('DK', 'SE'),
	'fields.cvrNumber': sent('12345678', '12345679'),
	'fields.door': sent('tv', 'th'),
	'fields.floor': sent('1', '2'),
	'fields.houseNumber': sent('1', '2'),
	'fields.isBusinessDepartment': sent(false, true),
	'fields.logoBinaryField': sent('data', 'other'),
	'fields.municipalityCode': sent('101', '102'),
	'fields.pNumber': sent('1234567890', '1234567891'),
	'fields.phone': sent('70 00 00 01', '70 00 00 02'),
	'fields.postalCode': sent('2100', '2200'),
	'fields.street': sent('Sandvej', 'Strandvej'),
	'fields.webAddress': sent('a.example', 'b.example'),
};

const hours = (mode: 'openingHours' | 'phoneHours', day: object) => ({ [`${mode}Mode`]: 'week', [mode]: { row: [day] } }) as unknown as INodeParameters;

/** Weekends are refused or not, closed days are left out or said, as the options say. */
export const HOURS_OPTIONS: Record<string, ParameterCase> = {
	'options.closedDay': { ...sent('omit', 'midnightPair'), with: hours('openingHours', { weekday: 2, kind: 'closed' }) },
	'options.closedPhoneDay': { ...sent('omit', 'midnightPair'), with: hours('phoneHours', { weekday: 2, kind: 'closed' }) },
	'options.lastWeekday': { ...sent(7, 5), with: hours('openingHours', { weekday: 6, kind: 'text', text: '10:00-12:00' }) },
	'options.phoneHoursShape': { ...sent('list', 'nested'), with: hours('phoneHours', { weekday: 2, kind: 'text', text: '10:00-12:00' }) },
};
