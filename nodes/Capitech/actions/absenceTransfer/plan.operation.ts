import { DateTime } from 'luxon';

import { now } from '../../../kit/clock';
import { badInput } from '../../../kit/failure';
import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readDate } from '../../../kit/parameters';
import { itemOf } from '../../absenceTransfer/items';
import { readMaterial } from '../../absenceTransfer/material';
import { planTransfer } from '../../absenceTransfer/plan';
import { readTransferSettings } from '../../absenceTransfer/settings';
import { ZONE } from '../../time/filters';

export const option: Operation['option'] = {
	name: 'Plan',
	value: 'plan',
	action: 'Plan an absence transfer',
	description: 'Find out which absences KMD Opus must create, change or delete, and which a human has to look at',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Give it the items of Absence: Get Many Days for every firm in the settings (Return All, without filters), those of Employee: Get Many, and all rows of the data table that Remember writes. One item comes out for each 'step'; branch on it.",
		name: 'planNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Settings',
		name: 'settings',
		type: 'json',
		typeOptions: { rows: 10 },
		default: `{
  "firms": [
    {
      "clientId": 100,
      "municipalityCode": "751",
      "employees": { "source": "sameNumber" },
      "approvedStatuses": [],
      "withdrawn": "human",
      "openEnded": "human",
      "startDate": "",
      "types": [
        { "absenceCode": "SYK", "percent": "full", "opusType": "SY" },
        { "absenceCode": "PERM", "doNotTransfer": true }
      ]
    }
  ]
}`,
		required: true,
		description: 'The firms with their types of absence, as the documentation of the workflow Capitech Absence to KMD Opus describes them. Take them from one settings node.',
	},
	{
		displayName: 'From Date (Fra Dato)',
		name: 'fromDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'First day that was read. What lies within the period and did not come is gone.',
	},
	{
		displayName: 'To Date (Til Dato)',
		name: 'toDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last day that was read',
	},
	{
		displayName: 'Allow Many Deletions',
		name: 'allowManyDeletions',
		type: 'boolean',
		default: false,
		description: 'Whether more than 10 absences of a firm and more than a tenth of those known, or all of more than 3, may be deleted in one run. Otherwise they go to a human.',
	},
];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const parameter = (name: string) => context.getNodeParameter(name, 0) as unknown;
	const firms = readTransferSettings(parameter('settings'));
	const from = readDate('From Date', parameter('fromDate'), ZONE);
	const to = readDate('To Date', parameter('toDate'), ZONE);
	if (from > to) throw badInput('To Date', 'lies before the From Date', 'Swap the two dates.');
	const today = DateTime.fromJSDate(now()).setZone(ZONE).toISODate() ?? '';
	const allowManyDeletions = parameter('allowManyDeletions') === true;
	const steps = planTransfer(readMaterial(input), firms, { window: { from, to }, today, allowManyDeletions });
	return steps.map((step): Settled => ({ from: step.from, json: itemOf(step, firms) }));
});
