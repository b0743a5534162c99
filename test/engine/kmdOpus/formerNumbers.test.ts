import type { IDataObject } from 'n8n-workflow';

import { AS_CARRIED, carried, line, READ, useOpus } from './opus';

const opus = useOpus();

const FORMER = { formerNumbers: ['7001'] };
const now = (fields: IDataObject = {}): IDataObject => line({ employeeNumber: '7002', ...FORMER, ...fields });

const run = async (...items: IDataObject[]) => await opus.registered(carried(items), AS_CARRIED);
const outcomes = async (...items: IDataObject[]) => (await run(...items)).map(({ outcome }) => outcome);

/** The employee numbers that payments were read of, in their order. */
const readNumbers = async () =>
	(await opus.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === READ).map(({ body }) => JSON.parse(body).Medarbejder.Medarbejdernummer);

describe('a line that stands under a former number', () => {
	beforeEach(async () => void (await run(line({ costCenter: '1010100001' }))));

	test('is unchanged, and told of with the number it stands under', async () => {
		const [item] = await run(now({ costCenter: '1010100001' }));
		expect(item).toMatchObject({ outcome: 'unchanged', missingLines: [], standingLines: [{ employeeNumber: '7001', quantity: 7.5, costCenter: '1010100001', costObjectKnown: true }] });
	});

	test('is corrected and taken back under the new one, and comes to rest', async () => {
		expect(await outcomes(now({ costCenter: '1010100001', quantity: '8' }))).toEqual(['difference']);
		expect((await opus.payments('7002')).map(({ Antal }) => Antal)).toEqual([0.5]);
		expect(await outcomes(now({ costCenter: '1010100001', quantity: '8' }))).toEqual(['unchanged']);
		expect(await outcomes(now({ quantity: '0' }))).toEqual(['reversed']);
		expect((await opus.payments('7002')).map(({ Antal }) => Antal)).toEqual([0.5, -0.5, -7.5]);
		expect(await outcomes(now({ quantity: '0' }))).toEqual(['unchanged']);
		expect(await opus.payments()).toHaveLength(1);
	});

	test('moves to another cost centre under the new one, although reads leave the old one out', async () => {
		await opus.control.switches({ 'kmdOpus.readReturnsCostCenter': false });
		const others = line({ employeeNumber: '7003', remark: 'b', costCenter: '1010100001' });
		expect(await outcomes(now({ costCenter: '1010200001' }), others)).toEqual(['difference', 'registered']);
		expect(await opus.sums('a:1', '7002')).toEqual({ '2026-10-20 0310 1010100001 -': -7.5, '2026-10-20 0310 1010200001 -': 7.5 });
		expect(await outcomes(now({ costCenter: '1010200001' }), others)).toEqual(['unchanged', 'unchanged']);
	});
});

test('the fields of the node name the former numbers as well, with or without zeros and the line’s own among them', async () => {
	await opus.registered([line()]);
	expect(await opus.outcomes([line({ employeeNumber: '7002' })], { options: { formerNumbers: '7003, 0007001; 7002' } })).toEqual(['unchanged']);
});

test('each number is read once before anything is posted, however many lines look at it', async () => {
	const wanted = [now(), now({ remark: 'a:2' }), line({ remark: 'a:3' }), line({ employeeNumber: '7003', remark: 'a:4', ...FORMER })];
	expect(await outcomes(...wanted)).toEqual(['registered', 'registered', 'registered', 'registered']);
	const numbers = await readNumbers();
	expect([...numbers].sort()).toEqual(['7001', '7001', '7002', '7002', '7003', '7003']);
	expect(numbers.filter((number) => number === '7001')).toHaveLength(2);
	await outcomes(...wanted);
	expect((await readNumbers()).slice(numbers.length).sort()).toEqual(['7001', '7002', '7003']);
});

describe('a former number', () => {
	test('that Opus does not know is no empty one: the line is rejected, and told which', async () => {
		const [item, other] = await run(now({ formerNumbers: ['7001', '99999'] }), line({ employeeNumber: '7002', remark: 'a:2' }));
		expect(item).toMatchObject({ outcome: 'rejected', standingLines: null, missingLines: null });
		expect(item.messages).toMatchObject([{ type: 'E', code: 'formerNumber', text: expect.stringContaining('former employee number 2 of 2') }, { text: expect.stringContaining('findes ikke') }]);
		expect(other.outcome).toBe('registered');
		expect((await opus.payments('7002')).map(({ Indv_Bemaerkning_2 }) => Indv_Bemaerkning_2.split('#')[0])).toEqual(['a:2']);
	});

	test('that can not be read just now leaves its lines for later', async () => {
		// The first read is that of the line's own number; the second, of the former one, is tried four times.
		await opus.faultsOnReads(...[2, 3, 4, 5].map((nth) => ({ kind: 'status', status: 503, nth }) as const));
		expect(await run(now())).toMatchObject([{ outcome: 'later', standingLines: null, missingLines: null }]);
		expect(await readNumbers()).toEqual(['7002', '7001', '7001', '7001', '7001']);
		expect(await opus.updates()).toEqual([]);
	});
});

describe('one reference on two employees', () => {
	test('is taken back on the one and registered on the other in one run', async () => {
		await run(line());
		const wanted = [line({ quantity: '0' }), line({ employeeNumber: '7002' })];
		const checked = await opus.outcomes(carried(wanted), { ...AS_CARRIED, mode: 'validateMissing' });
		expect(checked).toEqual(['validated', 'validated']);
		expect(await outcomes(...wanted)).toEqual(['reversed', 'registered']);
		expect([await opus.sums('a:1', '7001'), await opus.sums('a:1', '7002')]).toEqual([{}, { '2026-10-20 0310 - -': 7.5 }]);
		expect(await outcomes(...wanted)).toEqual(['unchanged', 'unchanged']);
	});

	test('is refused where one is the former number of the other: both would lay claim to what stands there', async () => {
		const { error } = await opus.register(carried([line({ remark: 'x' }), line({ quantity: '0' }), now()]), AS_CARRIED);
		expect(error?.message).toMatch(/'Reference' is the same in items 1, 2/);
		expect(await opus.operations()).toEqual([]);
	});
});
