import type { IDataObject } from 'n8n-workflow';

import { readTransferSettings } from '../../../../nodes/Capitech/absenceTransfer/settings';
import { document } from './chain';

const firm = (fields: IDataObject) => () => readTransferSettings(document(fields));

test('a firm is held back by default wherever nothing is said', () => {
	const settings = readTransferSettings(JSON.stringify({ firms: [{ clientId: 100 }], others: true }));
	expect(settings.get(100)).toMatchObject({ municipalityCode: '', types: [], withdrawn: 'human', openEnded: 'human', startDate: '', approvedStatuses: new Set() });
});

test.each<[string, () => unknown, RegExp]>([
	['no JSON', () => readTransferSettings('{'), /'Settings' is not a JSON object/],
	['no firm', () => readTransferSettings({ firms: [] }), /'firms' is empty/],
	['a firm twice', () => readTransferSettings({ firms: [{ clientId: 1 }, { clientId: 1 }] }), /'firms, entry 2' gives clientId 1 a second time/],
	['a misspelt field', firm({ approvedStatus: [1] }), /has 'approvedStatus', which is none of its fields/],
	['a kommunekode that is none', firm({ municipalityCode: '75' }), /municipalityCode' is not a kommunekode/],
	['statuses that are no list', firm({ approvedStatuses: 1 }), /'firms, entry 1, approvedStatuses' is not a list/],
	['a status that is no number', firm({ approvedStatuses: ['done'] }), /approvedStatuses' is not a whole number/],
	['a date that is none', firm({ startDate: 'May' }), /startDate' is not a date of the calendar/],
	['an unknown way', firm({ withdrawn: 'forget' }), /withdrawn' is none of its values/],
	['an unknown way out', firm({ openEnded: 'never' }), /openEnded' is none of its values/],
])('settings with %s are refused by name', (_what, read, message) => {
	expect(read).toThrow(message);
});
