import type { IDataObject } from 'n8n-workflow';

import type { InputItem } from '../../../nodes/kit/operation';
import { readBalance, readMaterial, readRows } from '../../../nodes/Capitech/payroll/items';
import { employee, prepared, row, sibling } from './rows';

/** Items as n8n gives them to a node: each paired with itself. */
const input = (...list: IDataObject[]): InputItem[] => list.map((json, index) => ({ index, item: { json, pairedItem: { item: index } } }));
/** Items paired with the request that gave them. */
const paired = (...list: Array<[number, IDataObject]>): InputItem[] => list.map(([request, json], index) => ({ index, item: { json, pairedItem: { item: request } } }));

const keys = (entries: InputItem[]) => readMaterial(entries).rows.map(({ row: { uid, timeCategoryId, qty } }) => `${uid}/${timeCategoryId} ${qty}`);
const ACCOUNT = { accountNumber: '4711', costCenter: '1010500001', pspElement: null };

describe('the material', () => {
	test('is sorted into rows, employees and accounts, in any order', () => {
		const { rows, employees, accounts } = readMaterial(input(ACCOUNT, row(), {}, { ...employee() }, sibling(), { ...employee({ clientId: 200 }) }));
		expect(rows.map(({ entry }) => entry.index)).toEqual([1, 4]);
		expect([...employees.keys()]).toEqual(['100:155', '200:155']);
		expect([...accounts]).toEqual([['4711', { costCenter: '1010500001', pspElement: '' }]]);
	});

	test('an account that stands for nothing, or could not be looked up, is not known', () => {
		const { accounts } = readMaterial(input({ ...ACCOUNT, costCenter: null }, { accountNumber: '4712', error: 'KMD Opus is out of order' }));
		expect(accounts.size).toBe(0);
	});

	test('hours or employees that were not read end the run: they would pass for deleted', () => {
		for (const json of [{ clientId: 100, query: 'all', error: 'Capitech is out of order' }, { error: 'no' }]) {
			expect(() => readMaterial(input(row(), json))).toThrow(/'error' is in item 1: hours or employees were not read/);
		}
	});

	test.each(['clientId', 'uid', 'timeCategoryId', 'employeeId', 'qty', 'externalStatusCode', 'timeCategoryTypeId'])('an item without %s is refused, naming field and item', (field) => {
		const others = Object.fromEntries(Object.entries(row()).filter(([name]) => name !== field));
		expect(() => readMaterial(input(row(), others))).toThrow(new RegExp(`'${field}' is missing in item 1`));
	});

	test.each([['107004'], [1.5], [-3], [NaN], [2 ** 53], [null]])('a uid of %p is none: a reference could not be made of it', (uid) => {
		expect(() => readMaterial(input({ ...row(), uid } as unknown as IDataObject))).toThrow(/'uid' is missing in item 0/);
	});

	test('the largest uid is one', () => {
		expect(keys(input(row({ uid: 2 ** 53 - 1 })))).toEqual(['9007199254740991/10 7.5']);
	});
});

describe('a registration that was read twice', () => {
	test('counts as it was read last', () => {
		expect(keys(input(row(), sibling(20), row({ uid: 1 }), row({ qty: 8 }), sibling(20, { qty: 1 })))).toEqual(['1/10 7.5', '107004/10 8', '107004/20 1']);
	});

	test('loses a category that was gone by then', () => {
		expect(keys(input(row(), sibling(20), row({ qty: 8 })))).toEqual(['107004/10 8']);
		expect(keys(input(row(), sibling(20), sibling(20, { qty: 8 })))).toEqual(['107004/20 8']);
	});

	test('has the category that was added by then', () => {
		expect(keys(input(row(), row({ qty: 6 }), sibling(20, { qty: 1.5 })))).toEqual(['107004/10 6', '107004/20 1.5']);
	});

	test('leaves its namesake in another firm alone', () => {
		expect(keys(input(row(), row({ clientId: 200, qty: 1 })))).toEqual(['107004/10 7.5', '107004/10 1']);
	});

	test('once with three rows keeps all three', () => {
		expect(keys(input(sibling(31), row(), sibling(20)))).toHaveLength(3);
		expect(keys(paired([0, sibling(31)], [0, row()], [0, sibling(20)]))).toHaveLength(3);
	});
});

describe('the balance', () => {
	const STANDS = { objectId: 'a', remark: '2s:2akc:a#0k3f9', sender: 'Capitech', employeeNumber: '00155', date: '2026-10-15', payElement: '0310', serialNumber: 1, quantity: null, amount: 12, costCenter: null, pspElement: null };

	test('is sorted into prepared rows, payments, and those that could not be read', () => {
		const [ready] = prepared([row()]);
		const { rows, payments, unread } = readBalance(input(STANDS, ready, {}, { clientId: 100, employeeNumber: '9', error: 'KMD Opus is out of order' }));
		expect(rows.map(({ entry }) => entry.index)).toEqual([1]);
		expect(unread).toBe(1);
		expect(payments.map(({ payment }) => payment)).toEqual([
			{ employeeNumber: '155', date: '2026-10-15', payElement: '0310', serialNumber: 1, quantity: 0, amount: 12, costCenter: '', pspElement: '', sender: 'Capitech', origin: { clientId: 100, uid: 107004, timeCategoryId: 10 } },
		]);
	});

	test('knows no origin of a remark of somebody else', () => {
		const { payments } = readBalance(input({ ...STANDS, remark: 'Overtid' }, { ...STANDS, remark: '' }));
		expect(payments.map(({ payment }) => payment.origin)).toEqual([undefined, undefined]);
	});

	test('refuses rows that were not prepared', () => {
		expect(() => readBalance(input({ ...row() }))).toThrow(/'disposition' is missing in item 0/);
	});
});

test('an empty item, which n8n makes for a node without input, stands for no row', () => {
	expect(readRows(input({}))).toEqual([]);
	expect(readRows(input({}, row())).map(({ entry }) => entry.index)).toEqual([1]);
});
