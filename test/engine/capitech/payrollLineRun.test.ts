import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { setPackClock } from './capitech';
import { AS_TEXT, BY_EXPRESSION, expression, items, LINE, prepared, row, run, SETTINGS, standing } from './payrollLine';

describe('Plan Run', () => {
	const PERIOD: INodeParameters = { fromDate: '2026-10-01', toDate: '2026-10-31' };
	const plan = async (parameters: INodeParameters = {}) => await run('planRun', [{}], { ...BY_EXPRESSION, ...PERIOD, ...parameters });

	beforeAll(async () => await setPackClock({ now: () => new Date('2026-10-31T04:00:00Z') }));
	afterAll(async () => await setPackClock());

	test('begins with all rows, in Norwegian time', async () => {
		expect(items(await plan())).toEqual([expect.objectContaining({ clientId: 100, query: 'all', isWhole: true, fromDate: '2026-07-31', toDate: '2026-12-01', changedSince: '', startedAt: '2026-10-31 05:00:00', rejectedRows: 'retry', accounts: ['4711'] })]);
	});

	test('goes on from the watermark, with two hours of overlap', async () => {
		const [{ settingsHash }] = items(await plan());
		const queries = items(await plan({ watermark: '2026-10-30 05:00:00', settingsHash: String(settingsHash) }));
		expect(queries.map(({ query, lastApprovedOrUpdatedFrom, rejectedRows, isWhole }) => [query, lastApprovedOrUpdatedFrom, rejectedRows, isWhole])).toEqual([
			['notExported', '', 'retryChanged', false],
			['changed', '2026-10-30 03:00:00', 'retryChanged', false],
		]);
	});

	test.each([
		['2026-10-25 03:30:00', '2026-10-25 02:30:00'],
		['2026-10-25 02:30:00', '2026-10-25 01:30:00'],
		['2026-03-29 03:30:00', '2026-03-29 00:30:00'],
	])('on the nights of the clock change asks for a time before the watermark %s: %s', async (watermark, changedSince) => {
		expect(items(await plan({ watermark }))[1].changedSince).toBe(changedSince);
	});

	test('checks the same settings as a text and as an object alike', async () => {
		const hashes = [await plan(), await plan(AS_TEXT), await plan({ settings: expression({ ...SETTINGS, fromDate: 'x' }) })].map((result) => items(result)[0].settingsHash);
		expect(new Set(hashes).size).toBe(1);
		const other = { ...SETTINGS, firms: [{ ...(SETTINGS.firms as IDataObject[])[0], municipalityCode: '752' }] };
		expect(items(await plan({ settings: JSON.stringify(other) }))[0].settingsHash).not.toBe(hashes[0]);
	});

	test.each<[string, INodeParameters, RegExp]>([
		['a period that ends before it begins', { toDate: '2026-09-30' }, /'To Date' lies before the From Date/],
		['no period', { fromDate: '={{ "" }}' }, /'From Date' is empty/],
		['a watermark that is no time', { watermark: 'yesterday' }, /'Watermark' is not a time/],
		['a watermark of another form', { watermark: '2026-10-30T05:00:00Z' }, /'Watermark' is not a time/],
	])('%s is refused', async (_what, parameters, message) => {
		expect((await plan(parameters)).error?.message).toMatch(message);
	});
});

describe('Reconcile', () => {
	const WHOLE: INodeParameters = { ...BY_EXPRESSION, isWhole: true, fromDate: '2026-10-01', toDate: '2026-10-31' };

	test('gives rows in their place, and what is taken back without one', async () => {
		const file = { data: 'aGVp', mimeType: 'text/plain' };
		const { outputs } = await run('reconcile', [standing('2s:5yc:k#0k3f9'), { json: { ...prepared(7716), mine: 1 }, binary: { file } }, standing('2s:1:a')], WHOLE);
		expect(outputs[0].map(({ json, pairedItem }) => [json.uid, json.timeCategoryId, json.disposition, pairedItem])).toEqual([
			[7716, 10, 'line', { item: 1 }],
			[7716, 20, 'reversal', { item: 0 }],
			[1, 10, 'reversal', { item: 0 }],
		]);
		expect(outputs[0][0].json).toEqual({ ...prepared(7716), mine: 1 });
		expect(outputs[0][0].binary).toMatchObject({ file: { data: 'aGVp' } });
		expect(outputs[0][2].json.payrollLine).toEqual({ ...LINE, quantity: 0, reference: '2s:1:a' });
	});

	test('takes nothing back that is not among rows that are not whole', async () => {
		expect(items(await run('reconcile', [standing('2s:1:a')], BY_EXPRESSION))).toEqual([]);
	});

	test('follows its options', async () => {
		const withdrawn = prepared(7716, { disposition: 'notApproved', reason: 'Not approved on level 1', payrollLine: null });
		const told = async (options: INodeParameters, ...list: IDataObject[]) => items(await run('reconcile', list, { ...WHOLE, options })).map(({ disposition }) => disposition);
		expect(await told({}, withdrawn, standing('2s:5yc:a'))).toEqual(['withdrawn']);
		expect(await told({ withdrawnApprovals: 'reverse' }, withdrawn, standing('2s:5yc:a'))).toEqual(['notApproved', 'reversal']);
		const there = standing('2s:5yc:a', { employeeNumber: '9' });
		expect(await told({}, prepared(7716), there)).toEqual(['elsewhere']);
		expect(await told({ movedRegistrations: 'repost' }, prepared(7716), there)).toEqual(['line', 'reversal']);
		const gone = Array.from({ length: 11 }, (_each, uid) => standing(`2s:${uid.toString(36)}:a`));
		expect(new Set(await told({}, ...gone))).toEqual(new Set(['vanished']));
		expect(new Set(await told({ vanishedLimit: 100 }, ...gone))).toEqual(new Set(['reversal']));
	});

	test.each<[string, INodeParameters, RegExp]>([
		['no period for rows that are whole', { ...WHOLE, fromDate: '={{ "" }}' }, /'From Date' is empty/],
		['half a period', { ...WHOLE, toDate: '={{ $json.nothing }}' }, /'To Date' is empty/],
		['a limit that is none', { ...WHOLE, options: { vanishedLimit: -1 } }, /'Vanished Limit' is not a whole number/],
	])('%s is refused', async (_what, parameters, message) => {
		expect((await run('reconcile', [prepared(1)], parameters)).error?.message).toMatch(message);
	});

	test('says how many employees could not be read', async () => {
		const { status, hints } = await run('reconcile', [prepared(1), { employeeNumber: '9', error: 'KMD Opus is out of order' }], BY_EXPRESSION);
		expect(status).toBe('success');
		expect(hints.map(({ message }) => message)).toEqual([expect.stringMatching(/^The payments of 1 employees could not be read/)]);
	});
});

describe('Settle', () => {
	const done = { outcome: 'registered', messages: [], updateId: 'u1', posted: [{ quantity: 7.5 }], reference: '2s:1:a', missingLines: [] };

	test('moves what registering gave into the line, and says what may be marked', async () => {
		const failed = { ...prepared(2), error: 'KMD Opus is out of order [item 2]', details: 'Later' };
		const { outputs } = await run('settle', [{ ...prepared(1, { registrationRows: 2 }), ...done }, { ...prepared(1, { registrationRows: 2 }), timeCategoryId: 20, ...done, outcome: 'unchanged' }, failed]);
		expect(outputs[0].map(({ json, pairedItem }) => [json.uid, json.standing, json.mark, json.markCode, json.needsAttention, json.reason, pairedItem])).toEqual([
			[1, 'registered', true, 20, false, null, { item: 0 }],
			[1, 'unchanged', true, 20, false, null, { item: 1 }],
			[2, 'later', false, null, true, 'KMD Opus is out of order [item 2]', { item: 2 }],
		]);
		expect(outputs[0][0].json.payrollLine).toEqual({ ...LINE, outcome: 'registered', messages: [], updateId: 'u1', posted: [{ quantity: 7.5 }] });
		for (const { json } of outputs[0]) for (const field of ['outcome', 'messages', 'updateId', 'posted', 'reference', 'missingLines', 'error', 'details']) expect(json).not.toHaveProperty(field);
	});

	test('gives the codes that it is told', async () => {
		const rows = [{ ...prepared(1), ...done }, { ...prepared(2), ...done, outcome: 'rejected' }];
		expect(items(await run('settle', rows, { exportedCode: 30, rejectedCode: '={{ 80 }}' })).map(({ markCode }) => markCode)).toEqual([30, 80]);
	});

	test.each([['exportedCode', 0], ['rejectedCode', '']])('refuses a %s of %p', async (name, value) => {
		expect((await run('settle', [prepared(1)], { [name]: value })).error?.message).toMatch(/'Code for (Exported|Rejected)' is/);
	});
});

test('Control List gives one item for each employee, pay element and cost object, paired with the first', async () => {
	const posting = { employeeNumber: '155', payElement: '0310', serialNumber: 1, costCenter: '1010500001', pspElement: null, quantity: 7.5, amount: null };
	const rows = [{ ...prepared(1), outcome: 'validated', standingLines: [], missingLines: [posting] }, { ...prepared(2), outcome: 'unchanged', standingLines: [posting], missingLines: [] }];
	const { outputs } = await run('control', rows);
	expect(outputs[0]).toEqual([{ json: expect.objectContaining({ employeeNumber: '155', inCapitech: 15, inOpus: 7.5, toPost: 7.5, difference: 0, rows: 2 }), pairedItem: { item: 0 } }]);
});

test('Summarize gives one item, paired with all', async () => {
	const settled = (uid: number, stands: string, more: IDataObject = {}) => ({ ...prepared(uid), standing: stands, mark: false, markCode: null, reason: null, needsAttention: false, ...more });
	const rows = [settled(1, 'registered', { mark: true, markCode: 20, outcome: 'registered' }), settled(2, 'unmapped'), settled(3, 'notApproved'), settled(4, 'unchanged', { externalStatusCode: 30 })];
	const { outputs } = await run('summarize', rows);
	expect(outputs[0]).toEqual([
		{
			json: expect.objectContaining({ read: 4, eligible: 3, registered: 1, unchanged: 1, unmapped: 1, notApproved: 1, marked: 1, unmarkedThoughDone: 0, hours: 15 }),
			pairedItem: [0, 1, 2, 3].map((item) => ({ item })),
		},
	]);
	expect(items(await run('summarize', rows, { exportedCode: 30 }))[0]).toMatchObject({ eligible: 2, unchanged: 0, marked: 0, markedRejected: 1 });
});

test('from hours to the figures of a run, one operation after the other', async () => {
	const employee = { clientId: 100, employeeId: 155, externalId: '', wageGroupId: 1 };
	const ready = items(await run('prepare', [employee, row(7716, 10), row(2, 90), row(3, 10, { isDeleted: true })], BY_EXPRESSION));
	const balanced = items(await run('reconcile', [...ready, standing('2s:3:a')], BY_EXPRESSION));
	const registered = balanced.map((json) => ({ ...json, ...(json.disposition === 'line' && { outcome: 'registered', messages: [] }), ...(json.disposition === 'reversal' && { outcome: 'reversed', messages: [] }) }));
	const settled = items(await run('settle', registered));
	const told = settled.map((json) => ({ ...json, ...(json.mark === true && { outcome: 'registered' }) }));
	expect(items(await run('summarize', told))[0]).toMatchObject({ read: 3, eligible: 2, registered: 1, unmapped: 1, deleted: 1, reversed: 1, marked: 1 });
});
