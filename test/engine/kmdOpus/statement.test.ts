import type { IDataObject } from 'n8n-workflow';

import { line, useOpus } from './opus';

const opus = useOpus();

const SHOP = '1010100001';
const CLOSED_COST_CENTER = '1010700001';

/** A statement in few words: quantity, or amount, by cost object. */
const said = (entries: unknown) => entries && (entries as IDataObject[]).map(({ quantity, amount, costCenter }) => `${quantity ?? amount} ${costCenter || '-'}`);
const told = ({ outcome, standingLines, missingLines }: IDataObject) => [outcome, said(standingLines), said(missingLines)];
const registered = async (...items: IDataObject[]) => (await opus.registered(items)).map(told);

test('after a run each item tells what stands under its reference, and that nothing is missing', async () => {
	expect(await registered(line(), line({ remark: 'a:2', costCenter: SHOP }))).toEqual([['registered', ['7.5 -'], []], ['registered', [`7.5 ${SHOP}`], []]]);
	expect(await registered(line({ quantity: '8' }), line({ remark: 'a:2' }))).toEqual([['difference', ['8 -'], []], ['difference', ['7.5 -'], []]]);
	expect(await registered(line({ quantity: '8' }), line({ remark: 'a:2', quantity: '0' }))).toEqual([['unchanged', ['8 -'], []], ['reversed', [], []]]);
});

test('a refused line tells what stands as before, and what is missing', async () => {
	await opus.registered([line()]);
	expect(await registered(line({ costCenter: CLOSED_COST_CENTER }), line({ remark: 'a:2' }))).toEqual([
		['rejected', ['7.5 -'], ['-7.5 -', `7.5 ${CLOSED_COST_CENTER}`]],
		['registered', ['7.5 -'], []],
	]);
});

test('a line of which a part stands tells that part, and misses the rest only', async () => {
	await opus.control.switches({ 'kmdOpus.atomicity': 'perLine' });
	await opus.registered([line()]);
	expect(await registered(line({ costCenter: CLOSED_COST_CENTER }))).toEqual([['partial', [], [`7.5 ${CLOSED_COST_CENTER}`]]]);
});

test('a line whose request was turned away on the way tells what stood when it was read', async () => {
	await opus.registered([line()]);
	await opus.faultsOnUpdates({ kind: 'status', status: 403, every: 1 });
	expect(await registered(line({ quantity: '8' }))).toEqual([['later', ['7.5 -'], ['0.5 -']]]);
});

test('a line whose answer was lost tells what the read after it finds', async () => {
	await opus.faultsOnUpdates({ kind: 'reset-after', nth: 1 }, { kind: 'reset-before', nth: 2 });
	expect(await registered(line())).toEqual([['registered', ['7.5 -'], []]]);
	expect(await registered(line({ quantity: '8' }))).toEqual([['unknown', ['7.5 -'], ['0.5 -']]]);
});

test('nothing is told where nothing could be read, before or after', async () => {
	await opus.faultsOnReads({ kind: 'status', status: 503, every: 1 });
	expect(await registered(line())).toEqual([['later', null, null]]);
	await opus.faultsOnReads(...[2, 3, 4, 5].map((nth) => ({ kind: 'status', status: 503, nth }) as const));
	expect(await registered(line())).toEqual([['registered', null, null]]);
	await opus.control.faults();
	expect(await registered(line())).toEqual([['unchanged', ['7.5 -'], []]]);
});

test('a cost centre that reads leave out is told where the run knows it, and said to be unknown where it does not', async () => {
	await opus.control.switches({ 'kmdOpus.readReturnsCostCenter': false });
	await opus.registered([line({ costCenter: SHOP })]);
	const [known] = await opus.registered([line({ costCenter: SHOP })]);
	expect(known.standingLines).toMatchObject([{ costCenter: SHOP, costObjectKnown: true }]);
	const [unknown] = await opus.registered([line()]);
	expect(unknown).toMatchObject({ outcome: 'rejected', standingLines: [{ costCenter: '', costObjectKnown: false }], missingLines: [{ quantity: -7.5, costObjectKnown: false }, { quantity: 7.5 }] });
});

test('the other modes read nothing and tell nothing', async () => {
	for (const mode of ['register', 'validateOnly'] as const) {
		const [item] = await opus.registered([line()], { mode });
		expect(item).not.toHaveProperty('standingLines');
		expect(item).not.toHaveProperty('missingLines');
	}
});
