import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { describeParameters, fieldsOf } from '../support';
import { rowsOf } from './capitech';
import { day, EMPLOYEE, OCTOBER, run, settings } from './absenceTransfer';

const standing = (at: number): IDataObject => ({
	...{ reference: `2s:${at.toString(36)}:1`, revision: 1, attempt: 1, state: 'standing', step: 'create', employeeNumber: String(3000 + at), type: 'SY', relation: 'none', relationKey: '' },
	...{ fromDate: '2026-10-12', startTime: '', toDate: '2026-10-13', endTime: '' },
});

/** An absence that is new, and twelve that are gone. */
const ITEMS = [EMPLOYEE, day(100, '2026-10-05'), ...Array.from({ length: 12 }, (_, at) => standing(at + 1))];

const observe = async ({ resource, operation, ...parameters }: INodeParameters) => {
	const result = await run(operation as 'plan', resource === 'absenceTransfer' ? ITEMS : [], parameters);
	return { sent: null, got: result.error ? result.error.message : rowsOf(result) };
};

describeParameters({
	node: 'capitech',
	resource: 'absenceTransfer',
	operation: 'plan',
	base: { settings: JSON.stringify(settings()), ...OCTOBER, allowManyDeletions: false },
	run: observe,
	cases: {
		settings: { values: [JSON.stringify(settings()), JSON.stringify(settings({ approvedStatuses: [] }))], differs: 'got' },
		fromDate: { values: ['2026-10-01', '2026-10-13'], differs: 'got' },
		toDate: { values: ['2026-10-31', '2026-10-12'], differs: 'got' },
		allowManyDeletions: { values: [false, true], differs: 'got' },
	},
});

test.each(['remember', 'summarize'])('%s has no field', async (operation) => {
	expect(await fieldsOf('capitech', 'absenceTransfer', operation)).toEqual([]);
});
