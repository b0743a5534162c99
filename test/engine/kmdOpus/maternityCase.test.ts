import type { INodeParameters } from 'n8n-workflow';

import { expectLawfulMessages } from './absences';
import { useOpus } from './opus';

const opus = useOpus();

const WRITE = 'SetMaternityCase';
const READ = 'GetMaternityCases';

const STANDING = {
	PersonnelNumber: '7001',
	MaternityCaseKey: 'BS09000001',
	ValidStartDate: '2026-11-01',
	ValidEndDate: '2027-06-30',
	NotificationDate: '2026-06-01',
	ExpectedDeliveryDate: '2026-12-30',
	ActualDeliveryDate: '',
	AuthorityReportDate: '',
	MaternityType: 'BM',
};

afterEach(async () => await expectLawfulMessages(opus));

const run = async (operation: string, fields: INodeParameters) => {
	const { outputs, error } = await opus.run({ resource: 'maternityCase', operation, employeeNumber: '7001', ...fields });
	if (error) throw error;
	return outputs[0][0].json;
};

const NEW = { maternityType: 'BM', validStartDate: '2026-11-01', validEndDate: '2027-06-30', additionalFields: { expectedDeliveryDate: '2026-12-30', notificationDate: '2026-06-01' } };
const create = async (fields: INodeParameters = {}) => await run('create', { ...NEW, ...fields });
const locator = { __rl: true, mode: 'id', value: 'BS09000001' };
const update = async (updateFields: INodeParameters) => await run('update', { maternityCase: locator, updateFields });

const cases = async () =>
	(await opus.control.state<{ maternityCases: Array<typeof STANDING> }>('kmdOpus')).maternityCases.filter(({ PersonnelNumber }) => PersonnelNumber === '7001');
const put = async () => await opus.control.put('kmdOpus', { maternityCases: [STANDING] });
const writes = async () => (await opus.operations()).filter((operation) => operation === WRITE).length;

describe('a case', () => {
	test('is created once, and gives its key', async () => {
		const first = await create();
		const [{ MaternityCaseKey, ...made }] = await cases();
		expect(first).toMatchObject({ outcome: 'registered', maternityCaseKey: MaternityCaseKey });
		expect(made).toEqual({ ...STANDING, MaternityCaseKey: undefined });
		expect(await create()).toMatchObject({ outcome: 'unchanged', maternityCaseKey: MaternityCaseKey });
		expect(await cases()).toHaveLength(1);
	});

	test('is changed in what is given; the rest stays', async () => {
		await put();
		expect(await update({ actualDeliveryDate: '2026-12-28' })).toMatchObject({ outcome: 'registered', maternityCaseKey: 'BS09000001' });
		expect(await cases()).toEqual([{ ...STANDING, ActualDeliveryDate: '2026-12-28' }]);
		expect(await update({ actualDeliveryDate: '2026-12-28' })).toMatchObject({ outcome: 'unchanged' });
	});

	test('loses a date that is taken away', async () => {
		await put();
		await update({ notificationDate: '' });
		expect(await cases()).toEqual([{ ...STANDING, NotificationDate: '' }]);
	});

	test('is deleted, and may be deleted again', async () => {
		await put();
		expect(await run('delete', { maternityCase: locator })).toMatchObject({ outcome: 'reversed', maternityCaseKey: 'BS09000001' });
		expect(await cases()).toEqual([]);
		expect(await run('delete', { maternityCase: locator })).toMatchObject({ outcome: 'unchanged', messages: [{ type: 'W' }] });
		expect(await writes()).toBe(1);
	});

	test('that is not there is not changed', async () => {
		expect(await update({ actualDeliveryDate: '2026-12-28' })).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E' }] });
		expect(await writes()).toBe(0);
	});

	test('that Opus refuses is told in its words', async () => {
		expect(await create({ maternityType: 'XX' })).toMatchObject({ outcome: 'rejected', maternityCaseKey: null, messages: [{ type: 'E', text: 'MaternityType XX findes ikke.' }] });
	});
});

describe('a lost answer', () => {
	test.each(['reset-before', 'reset-after', 'truncate'])('of a new case is settled by reading: %s', async (kind) => {
		await opus.control.faults({ service: 'kmdOpus', operation: WRITE, kind, nth: 1 });
		const { outcome, maternityCaseKey } = await create();
		expect(outcome).toBe('registered');
		expect((await cases()).map(({ MaternityCaseKey }) => MaternityCaseKey)).toEqual([maternityCaseKey]);
	});

	test.each(['reset-before', 'reset-after'])('of a change and of a deletion: %s', async (kind) => {
		await put();
		await opus.control.faults({ service: 'kmdOpus', operation: WRITE, kind, nth: 1 });
		expect(await update({ actualDeliveryDate: '2026-12-28' })).toMatchObject({ outcome: 'registered' });
		await opus.control.faults({ service: 'kmdOpus', operation: WRITE, kind, nth: 1 });
		expect(await run('delete', { maternityCase: locator })).toMatchObject({ outcome: 'reversed' });
		expect(await cases()).toEqual([]);
	});

	test('that can not be settled leaves the outcome open', async () => {
		await opus.control.faults(
			{ service: 'kmdOpus', operation: WRITE, kind: 'reset-after', nth: 1 },
			...[2, 3, 4, 5].map((nth) => ({ service: 'kmdOpus', operation: READ, kind: 'reset-before', nth })),
		);
		expect(await create()).toMatchObject({ outcome: 'unknown', maternityCaseKey: null });
		expect(await writes()).toBe(1);
	});
});

test('cases that can not be read are not written to', async () => {
	await opus.control.faults({ service: 'kmdOpus', operation: READ, kind: 'status', status: 503, every: 1 });
	expect(await create()).toMatchObject({ outcome: 'later' });
	expect(await writes()).toBe(0);
});

test.each([
	['create', { ...NEW, maternityType: '={{ "" }}' }, "'Maternity Type' is empty"],
	['create', { ...NEW, validEndDate: '2026-08-01' }, "'Valid To' is before 'Valid From'"],
	['create', { ...NEW, additionalFields: { notificationDate: 'soon' } }, "'Notification Date' is not a date"],
	['create', { ...NEW, assumedNames: { requestRoot: 'a b' } }, "'Request Root' holds a name that can not be one of an XML element"],
	['create', { ...NEW, assumedNames: { elementNames: '[1]' } }, "'Element Names' is not a JSON object of names"],
	['create', { ...NEW, assumedNames: { elementNames: '{"Operation": "<x>"}' } }, "'Element Names' holds a name"],
	['update', { maternityCase: locator, updateFields: {} }, "'Update Fields' is empty"],
	['delete', { maternityCase: { __rl: true, mode: 'id', value: '={{ "" }}' } }, "'Maternity Case' is empty"],
])('%s of %j is refused before anything is sent', async (operation, fields, message) => {
	await expect(run(operation, fields as INodeParameters)).rejects.toMatchObject({ message: expect.stringContaining(message) });
	expect(await opus.operations()).toEqual([]);
});

test('every assumed name can be set otherwise', async () => {
	const { error } = await opus.run({
		resource: 'maternityCase',
		operation: 'create',
		employeeNumber: '7001',
		...NEW,
		assumedNames: {
			interface: 'Barselssag_OS_SI',
			interfaceNamespace: 'urn:kmd.dk:BARSEL:external',
			requestRoot: 'BarselssagRequest_MT',
			elementNames: '{"MaternityType": "Type", "SetMaternityCaseResponse_MT": "BarselssagResponse_MT"}',
		},
	});
	expect(error).toBeUndefined();
	const journal = await opus.control.journal({ service: 'kmdOpus' });
	const { body } = journal.find((entry) => entry.body.includes('BARSEL'))!;
	expect(body).toContain('<ns0:BarselssagRequest_MT xmlns:ns0="urn:kmd.dk:BARSEL:external"><Operation>INS</Operation>');
	expect(body).toContain('<Type>BM</Type></ns0:BarselssagRequest_MT>');
});
