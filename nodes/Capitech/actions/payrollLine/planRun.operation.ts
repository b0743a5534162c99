import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { now } from '../../../kit/clock';
import { badInput } from '../../../kit/failure';
import { readJson } from '../../../kit/json';
import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate, readText } from '../../../kit/parameters';
import { hashSettings, planRun } from '../../payroll/planRun';
import { readSettings } from '../../payroll/settings';
import { ZONE } from '../../time/filters';
import { settingsField } from './settings.field';

export const option: Operation['option'] = {
	name: 'Plan Run',
	value: 'planRun',
	action: 'Plan run of payroll lines',
	description: 'Check the settings, and say which hours a run has to ask for',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	settingsField,
	{
		displayName: 'From Date (Fra Dato)',
		name: 'fromDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'First date a shift begins on',
	},
	{
		displayName: 'To Date (Til Dato)',
		name: 'toDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last date a shift begins on',
	},
	{
		displayName: 'Full Reconcile',
		name: 'fullReconcile',
		type: 'boolean',
		default: false,
		description:
			'Whether to read all hours of the period and compare them with all that stands in the payroll system, so that deleted hours are found too. The first run does so in any case.',
	},
	{
		displayName: 'Watermark',
		name: 'watermark',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-10-31 05:00:00',
		description: "The 'startedAt' of the last run that came to its end; empty when there was none",
	},
	{
		displayName: 'Settings Hash',
		name: 'settingsHash',
		type: 'string',
		default: '',
		description: "The 'settingsHash' of that run: when the firms' settings have changed since, refused hours are tried again",
	},
	{
		displayName: 'Retry Rejected',
		name: 'retryRejected',
		type: 'options',
		default: 'whenChanged',
		options: [
			{ name: 'Always', value: 'always', description: 'On request, after something was put right in the payroll system' },
			{ name: 'Never', value: 'never' },
			{ name: 'When the Row or the Settings Changed', value: 'whenChanged' },
		],
		description: 'Whether to try hours again that the payroll system refused',
	},
];

/** Changes just before the last run began may not have been visible to it, and the clock goes back an hour in October. */
const OVERLAP_HOURS = 2;

const STAMP = 'yyyy-MM-dd HH:mm:ss';

function readWatermark(value: unknown): string {
	const text = readText(value);
	if (text && !DateTime.fromFormat(text, STAMP).isValid) throw badInput('Watermark', 'is not a time', "Pass on the 'startedAt' of the last run, or leave it empty.");
	return text;
}

const changedSince = (watermark: string): string =>
	watermark && DateTime.fromFormat(watermark, STAMP, { zone: ZONE }).minus({ hours: OVERLAP_HOURS }).toFormat(STAMP);

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const parameter = (name: string) => context.getNodeParameter(name, index) as unknown;
	const document = parameter('settings');
	const settings = readSettings(document);
	const from = readDate('From Date', parameter('fromDate'), ZONE);
	const to = readDate('To Date', parameter('toDate'), ZONE);
	if (from > to) throw badInput('To Date', 'lies before the From Date', 'Swap the two dates.');
	const watermark = readWatermark(parameter('watermark'));
	const { firms } = (typeof document === 'string' ? readJson(document) : document) as IDataObject;
	return planRun(settings, hashSettings(firms), {
		from,
		to,
		fullReconcile: parameter('fullReconcile') === true,
		watermark,
		settingsHash: readText(parameter('settingsHash')),
		retryRejected: parameter('retryRejected') as 'whenChanged',
		now: DateTime.fromJSDate(now()).setZone(ZONE).toFormat(STAMP),
		changedSince: changedSince(watermark),
	}).map((json) => ({ json }));
});
