import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AS_TEXT, BY_EXPRESSION, EMPLOYEE, expression, items, LINE, prepared, row, run, SETTINGS, standing } from './payrollLine';

const ACCOUNT = { accountNumber: '4711', costCenter: null, pspElement: 'XG-1001-00001' };

describe('Prepare', () => {
	test.each([['a text', AS_TEXT], ['an expression', BY_EXPRESSION]])('makes lines by settings from %s; each row keeps json and binary, and its place', async (_what, settings) => {
		const file = { data: 'aGVp', mimeType: 'text/plain' };
		const { outputs } = await run('prepare', [EMPLOYEE, { json: { ...row(7716, 10), mine: 1 }, binary: { file } }, row(7717, 90), ACCOUNT, row(7718, 10, { projectId: 1001 })], settings);
		expect(outputs[0].map(({ json, pairedItem }) => [json.uid, json.disposition, json.registrationRows, pairedItem])).toEqual([
			[7716, 'line', 1, { item: 1 }],
			[7717, 'unmapped', 1, { item: 2 }],
			[7718, 'line', 1, { item: 4 }],
		]);
		expect(outputs[0][0].json).toEqual({ ...row(7716, 10), mine: 1, disposition: 'line', reason: null, payrollLine: LINE, intended: null, registrationRows: 1, approver: null });
		expect(outputs[0][0].binary).toMatchObject({ file: { data: 'aGVp' } });
		expect(outputs[0][2].json.payrollLine).toMatchObject({ costCenter: '', pspElement: 'XG-1001-00001' });
	});

	test('keeps all rows of a registration, and of one that was read twice those of the last reading', async () => {
		const twice = [row(1, 10), row(1, 90, { qty: 1 }), row(2, 10), row(2, 90), row(1, 10, { qty: 8 })];
		expect(items(await run('prepare', [EMPLOYEE, ...twice], BY_EXPRESSION)).map(({ uid, timeCategoryId, qty }) => [uid, timeCategoryId, qty])).toEqual([[2, 10, 7.5], [2, 90, 7.5], [1, 10, 8]]);
	});

	test('takes period, retrying and changes from its options', async () => {
		const rows = [EMPLOYEE, row(1, 10), row(2, 10, { dateIn: '2026-11-01' }), row(3, 10, { externalStatusCode: 90, lastUpdatedOn: '2026-10-31 03:00:00' })];
		const told = async (options: INodeParameters) => items(await run('prepare', rows, { ...BY_EXPRESSION, options })).map(({ disposition }) => disposition);
		expect(await told({})).toEqual(['line', 'line', 'rejectedBefore']);
		expect(await told({ fromDate: '2026-10-01', toDate: '2026-10-31', changedSince: '2026-10-31 03:00:00' })).toEqual(['line', 'outOfPeriod', 'line']);
		expect(await told({ rejectedRows: 'skip', changedSince: '2026-10-31 03:00:00' })).toEqual(['line', 'line', 'rejectedBefore']);
		expect(await told({ rejectedRows: 'retry' })).toEqual(['line', 'line', 'line']);
	});

	test.each<[string, INodeParameters, RegExp]>([
		['a period that is none', { ...BY_EXPRESSION, options: { fromDate: 'October' } }, /'From Date' is not a date of the calendar/],
		['a day that is none', { ...BY_EXPRESSION, options: { toDate: '2026-02-30' } }, /'To Date' is not a date of the calendar/],
	])('%s is refused', async (_what, parameters, message) => {
		expect((await run('prepare', [row(1, 10)], parameters)).error?.message).toMatch(message);
	});

	test('hours that could not be read end the run, on whatever output they came', async () => {
		const failed = { clientId: 100, query: 'all', error: 'Capitech is out of order [item 0]' };
		expect((await run('prepare', [row(1, 10), failed], BY_EXPRESSION)).error?.message).toMatch(/'error' is in item 1: hours or employees were not read/);
	});
});

const FIRMS = SETTINGS.firms as IDataObject[];

describe.each(['prepare', 'reconcile', 'listEmployeeNumbers', 'planRun'])('%s refuses settings', (operation) => {
	const period = { fromDate: '2026-10-01', toDate: '2026-10-31' };

	test.each<[string, string, RegExp]>([
		['that are no JSON', '{ "sender": ', /'Settings' is not a JSON object/],
		['that are empty', '', /'Settings' is not a JSON object/],
		['without firms', JSON.stringify({ ...SETTINGS, firms: [] }), /'firms' is empty/],
		['without a level', JSON.stringify({ ...SETTINGS, firms: [{ ...FIRMS[0], approval: {} }] }), /'firms, entry 1, approval, level' is empty/],
		['of a misspelt field, by expression', expression({ ...SETTINGS, firms: [{ ...FIRMS[0], payPeriods: {} }] }), /'firms, entry 1' has 'payPeriods', which is none of its fields/],
	])('%s, naming the place', async (_what, settings, message) => {
		const { status, error } = await run(operation, [operation === 'reconcile' ? prepared(1) : row(1, 10)], { settings, ...(operation === 'planRun' && period) });
		expect(status).toBe('error');
		expect(error?.message).toMatch(message);
	});
});

const SETTLED = { standing: 'registered', mark: true, markCode: 20, reason: null, needsAttention: false, outcome: 'registered' };

const OVER_ROWS: Array<[string, INodeParameters, IDataObject, string]> = [
	['prepare', BY_EXPRESSION, row(1, 10), 'qty'],
	['reconcile', BY_EXPRESSION, prepared(1), 'disposition'],
	['control', {}, { ...prepared(1), outcome: 'unchanged', standingLines: [], missingLines: [] }, 'registrationRows'],
	['settle', {}, { ...prepared(1), outcome: 'registered', messages: [] }, 'disposition'],
	['summarize', {}, { ...prepared(1), ...SETTLED }, 'standing'],
];

describe.each(OVER_ROWS)('%s', (operation, parameters, good, needed) => {
	test('passes over the empty item that n8n makes for a node without input', async () => {
		const alone = await run(operation, [{}], parameters);
		expect(alone.status).toBe('success');
		expect(alone.outputs.flat().map(({ json }) => json.read)).toEqual(operation === 'summarize' ? [0] : []);
		const beside = await run(operation, [{}, good], parameters);
		expect(beside.outputs[0].length).toBe(1);
		const pairing = { control: { item: 0 }, summarize: [{ item: 0 }, { item: 1 }] }[operation];
		expect(beside.outputs[0][0].pairedItem).toEqual(pairing ?? { item: 1 });
	});

	test.each(['clientId', 'uid', 'timeCategoryId', needed])('refuses items without %s, naming field and item', async (field) => {
		const bad = Object.fromEntries(Object.entries(good).filter(([name]) => name !== field));
		const { status, error } = await run(operation, [good, bad], parameters);
		expect(status).toBe('error');
		expect(error?.message).toMatch(new RegExp(`'${field}' is missing in item 1`));
		expect(error?.description).toMatch(/This operation takes the items of/);
	});

	test('refuses items of another kind, naming the item, and gives them out where that is wanted', async () => {
		expect((await run(operation, [good, { hello: 'world' }], parameters)).error?.message).toMatch(/is missing in item 1/);
		expect((await run(operation, [{ ...good, uid: '7716' }], parameters)).error?.message).toMatch(/'uid' is missing in item 0/);
		const { outputs } = await run(operation, [good, { hello: 'world' }], parameters, 'continueErrorOutput');
		expect(outputs.map((list) => list.length)).toEqual([0, 2]);
	});
});

describe('Decode Reference', () => {
	const decode = async (list: IDataObject[], onError?: 'continueErrorOutput') => await run('decodeReference', list, { reference: '={{ $json.remark }}' }, onError);

	test('says for each item where its line comes from', async () => {
		const { outputs } = await decode([{ remark: '2s:5yc:a' }, { remark: ' 2s:5yc:a#0k3f9 ' }]);
		expect(outputs[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ clientId: 100, uid: 7716, timeCategoryId: 10, reference: '2s:5yc:a', revision: null, hash: null }, { item: 0 }],
			[{ clientId: 100, uid: 7716, timeCategoryId: 10, reference: '2s:5yc:a', revision: 0, hash: 'k3f9' }, { item: 1 }],
		]);
	});

	test('refuses what is none, naming the item', async () => {
		expect((await decode([{ remark: '2s:5yc:a' }, { remark: 'Overtid' }])).error?.message).toMatch(/^'Reference' is not a reference of this pack \[item 1\]$/);
		const { outputs } = await decode([{ remark: 'Overtid' }, { remark: '2s:5yc:a' }], 'continueErrorOutput');
		expect(outputs.map((list) => list.map(({ json }) => json.uid ?? json.remark))).toEqual([[7716], ['Overtid']]);
	});
});

describe('List Employee Numbers', () => {
	test('gives each number once, for rows and employees in any order', async () => {
		const { outputs } = await run('listEmployeeNumbers', [{}, row(1, 10), EMPLOYEE, ACCOUNT, row(2, 10, { employeeId: 7 }), row(3, 10)], BY_EXPRESSION);
		expect(outputs[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ clientId: 100, municipalityCode: '751', employeeNumber: '155' }, { item: 0 }],
			[{ clientId: 100, municipalityCode: '751', employeeNumber: '7' }, { item: 0 }],
		]);
	});

	test('gives none where there is nobody', async () => {
		const { status, outputs } = await run('listEmployeeNumbers', [{}], BY_EXPRESSION);
		expect([status, outputs.flat()]).toEqual(['success', []]);
	});
});

test('the JSON that the node suggests is good settings', async () => {
	const { status, outputs } = await run('listEmployeeNumbers', [row(1, 10)]);
	expect(status).toBe('success');
	expect(outputs[0].map(({ json }) => json.employeeNumber)).toEqual(['155']);
});

test('a payment is read as such, and not taken for a row', async () => {
	expect(items(await run('reconcile', [standing('Overtid'), standing('2s:5yc:a#0k3f9'), prepared(7716)], BY_EXPRESSION)).map(({ uid, disposition }) => [uid, disposition])).toEqual([[7716, 'line']]);
});
