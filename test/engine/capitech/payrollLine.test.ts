import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ItemSketch } from '../support/workflow';
import { runNode } from '../support';

/** The payroll operations compute in the node: no credential, no service. */
const run = async (operation: string, items: ItemSketch[], parameters: INodeParameters = {}, onError?: 'continueErrorOutput') =>
	await runNode({ type: 'capitech', parameters: { resource: 'payrollLine', operation, ...parameters }, items, onError });

const row = (uid: number, timeCategoryId: number, more: IDataObject = {}): IDataObject => ({
	clientId: 100,
	uid,
	employeeId: 155,
	dateIn: '2026-10-15',
	timeIn: '07:00:00.000',
	dateOut: '2026-10-15',
	timeOut: '15:00:00.000',
	departmentId: 50,
	projectId: null,
	timeCategoryId,
	timeCategory: 'Timelønn',
	timeCategoryTypeId: 'O',
	timeCategoryPayable: 1,
	qty: 7.5,
	approvedLevelOne: 1,
	externalStatusCode: null,
	recordStateKey: `${uid}_${timeCategoryId}_7.50`,
	isDeleted: false,
	...more,
});

const FORM: INodeParameters = {
	payElements: { rows: [{ timeCategoryId: 10, payElement: '310', serialNumber: 1 }] },
	costCenters: { rows: [{ departmentId: 50, costCenter: '1010500001' }] },
	pspElements: { rows: [{ projectId: 1001, pspElement: 'XG-1001-00001' }] },
};
const JSON_TEXT: INodeParameters = {
	specifySettings: 'json',
	payElementsJson: '[{ "timeCategoryId": 10, "payElement": "0310", "serialNumber": 1 }]',
	costCentersJson: '[{ "departmentId": 50, "costCenter": "1010500001" }]',
	pspElementsJson: '={{ [{ projectId: 1001, pspElement: "XG-1001-00001" }] }}',
};
const LINE = {
	employeeNumber: '155',
	date: '2026-10-15',
	payElement: '0310',
	serialNumber: 1,
	quantity: 7.5,
	costCenter: '1010500001',
	pspElement: '',
	sender: 'Capitech',
	reference: '2s:5yc:a',
};

describe('Prepare', () => {
	test.each([['a form', FORM], ['JSON', JSON_TEXT]])('makes lines by settings from %s; each item keeps json and binary, and its place', async (_what, settings) => {
		const file = { data: 'aGVp', mimeType: 'text/plain' };
		const { outputs } = await run('prepare', [{ json: { ...row(7716, 10), mine: 1 }, binary: { file } }, row(7717, 11), row(7718, 10, { projectId: 1001 })], settings);
		expect(outputs[0].map(({ json, pairedItem }) => [json.uid, json.disposition, json.registrationRows, pairedItem])).toEqual([
			[7716, 'line', 1, { item: 0 }],
			[7717, 'unmapped', 1, { item: 1 }],
			[7718, 'line', 1, { item: 2 }],
		]);
		expect(outputs[0][0].json).toEqual({ ...row(7716, 10), mine: 1, disposition: 'line', reason: null, payrollLine: LINE, registrationRows: 1 });
		expect(outputs[0][0].binary).toMatchObject({ file: { data: 'aGVp' } });
		expect(outputs[0][2].json.payrollLine).toMatchObject({ costCenter: '', pspElement: 'XG-1001-00001' });
	});

	test.each([
		['without Pay Elements', { payElements: {} }, /'Pay Elements' is empty/],
		['with a level of 5', { ...FORM, approvalLevel: 5 }, /'Approval Level' is above 4/],
		['with JSON that is none', { ...JSON_TEXT, costCentersJson: '[{' }, /'Cost Centers' is not a list of entries/],
	])('%s is refused, naming the setting', async (_what, settings, message) => {
		expect((await run('prepare', [row(1, 10)], settings)).error?.message).toMatch(message);
	});
});

const NAMES: Array<[string, INodeParameters, IDataObject, string]> = [
	['prepare', FORM, row(1, 10), 'qty'],
	['settle', {}, { ...row(1, 10), disposition: 'line', reason: null, payrollLine: LINE, registrationRows: 1, outcome: 'registered', messages: [] }, 'disposition'],
	['summarize', {}, { ...row(1, 10), standing: 'registered', mark: true, reason: null, needsAttention: false, outcome: 'registered' }, 'standing'],
];

describe.each(NAMES)('%s', (operation, settings, good, needed) => {
	test('passes over the empty item that n8n makes for a node without input', async () => {
		const alone = await run(operation, [{}], settings);
		expect(alone.status).toBe('success');
		expect(alone.outputs.flat().map(({ json }) => json.read ?? 'none')).toEqual(operation === 'summarize' ? [0] : []);
		const beside = await run(operation, [{}, good], settings);
		expect(beside.outputs[0].length).toBe(1);
		expect(beside.outputs[0][0].pairedItem).toEqual(operation === 'summarize' ? [{ item: 0 }, { item: 1 }] : { item: 1 });
	});

	test.each(['clientId', 'uid', 'timeCategoryId', 'employeeId', needed])('refuses items without %s, naming field and item', async (field) => {
		const bad = Object.fromEntries(Object.entries(good).filter(([name]) => name !== field));
		const { status, error } = await run(operation, [good, bad], settings);
		expect(status).toBe('error');
		expect(error?.message).toMatch(new RegExp(`'${field}' is missing in item 1`));
		expect(error?.description).toMatch(/This operation takes the items of/);
	});

	test('refuses items of another kind, naming the item', async () => {
		expect((await run(operation, [good, { hello: 'world' }], settings)).error?.message).toMatch(/is missing in item 1/);
		expect((await run(operation, [{ ...good, uid: '7716' }], settings)).error?.message).toMatch(/'uid' is missing in item 0/);
	});
});

test('Settle moves what registering gave into the line, and says what may be marked', async () => {
	const prepared = { ...row(1, 10), disposition: 'line', reason: null, payrollLine: LINE, registrationRows: 2 };
	const done = { outcome: 'registered', messages: [], updateId: 'u1', posted: [{ quantity: 7.5 }], reference: '2s:1:a' };
	const failed = { ...row(2, 10), disposition: 'line', reason: null, payrollLine: LINE, registrationRows: 1, error: 'KMD Opus is out of order [item 2]' };
	const { outputs } = await run('settle', [{ ...prepared, ...done }, { ...prepared, timeCategoryId: 20, ...done, outcome: 'unchanged' }, failed]);
	expect(outputs[0].map(({ json }) => [json.uid, json.standing, json.mark, json.needsAttention, json.reason])).toEqual([
		[1, 'registered', true, false, null],
		[1, 'unchanged', true, false, null],
		[2, 'later', false, true, 'KMD Opus is out of order [item 2]'],
	]);
	expect(outputs[0][0].json.payrollLine).toEqual({ ...LINE, outcome: 'registered', messages: [], updateId: 'u1', posted: [{ quantity: 7.5 }] });
	for (const { json } of outputs[0]) for (const field of ['outcome', 'messages', 'updateId', 'posted', 'reference', 'error']) expect(json).not.toHaveProperty(field);
});

test('Summarize gives one item, paired with all', async () => {
	const settled = (uid: number, standing: string, more: IDataObject = {}) => ({ ...row(uid, 10), standing, mark: false, reason: null, needsAttention: false, ...more });
	const { outputs } = await run('summarize', [settled(1, 'registered', { mark: true, outcome: 'registered' }), settled(2, 'unmapped'), settled(3, 'notApproved')]);
	expect(outputs[0]).toEqual([
		{
			json: expect.objectContaining({ read: 3, eligible: 2, registered: 1, unmapped: 1, notApproved: 1, marked: 1, unmarkedThoughDone: 0 }),
			pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
		},
	]);
});

describe('Decode Reference', () => {
	const decode = async (items: IDataObject[], onError?: 'continueErrorOutput') => await run('decodeReference', items, { reference: '={{ $json.remark }}' }, onError);

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
		expect(outputs.map((items) => items.map(({ json }) => json.uid ?? json.remark))).toEqual([[7716], ['Overtid']]);
	});
});
