import type { IDataObject } from 'n8n-workflow';

import { compare, consent, employee, inShort, kept, listed, plan } from './world';

const steps = (...parameters: Parameters<typeof plan>): string[] => plan(...parameters).map(inShort);

describe('who consents', () => {
	test('and is nobody’s yet gets a document, by number, under a reference of its own', () => {
		const [step] = plan([consent(1), employee(1), employee(2)]);
		expect(step).toMatchObject({ step: 'file', employeeNumber: '101', state: 'pending', recordedState: '', documentTypeKey: 'LINA-SAMTYKKE', sourceSystem: 'LINA', documentDate: '2026-10-31', name: '' });
		expect(step.documentReference).toBe(step.reference);
		expect(step).not.toHaveProperty('email');
	});

	test('and is filed stays as it is, whatever the names are now', () => {
		expect(steps([consent(1, { lastName: 'Gift', email: 'ny@kommune.example' }), kept(1)])).toEqual(['unchanged uuid-1']);
	});

	test('and whom a human has mapped is filed there, without a match', () => {
		const [step] = plan([consent(7, { email: 'privat@example.org' }), kept(7, { state: null, reference: null, documentId: null, withdrawalReference: null, at: null, employeeNumber: '101' }), employee(1)]);
		expect(step).toMatchObject({ step: 'file', employeeNumber: '101', userUuid: 'uuid-7' });
		expect(String(step.text)).toContain('Navn: Åse Sørensen 1');
	});

	test.each<[string, IDataObject[], string]>([
		['nobody', [employee(2)], 'noMatch'],
		['somebody of another name', [employee(1, { lastName: 'Hansen' })], 'otherName'],
		['somebody who has left', [employee(1, { left: '2026-10-30' })], 'ended'],
		['two', [employee(1), { ...employee(1), employeeNumber: '901' }], 'several'],
	])('and has the address of %s in Opus goes to a human', (_what, employees, code) => {
		expect(plan([consent(1), ...employees])).toEqual([expect.objectContaining({ step: 'human', code, name: 'Åse Sørensen 1', employeeNumber: '' })]);
	});

	test('and is mapped to a number that is not in Opus, or has left, goes to a human; so do two mappings of one person', () => {
		const mapped = kept(1, { state: '' });
		expect(steps([consent(1), mapped, employee(2)])).toEqual(['human uuid-1 notInOpus']);
		expect(steps([consent(1), mapped, employee(1, { left: '2026-10-01' })])).toEqual(['human uuid-1 ended']);
		expect(steps([consent(1), mapped, kept(1, { state: '', employeeNumber: '102' }), employee(1)])).toEqual(['human uuid-1 several']);
	});

	test('and was mapped by a number with leading zeros is found; by one that is none, nobody else is held up', () => {
		expect(steps([consent(1), kept(1, { state: '', employeeNumber: '00000101' }), employee(1)])).toEqual(['file uuid-1']);
		const mistyped = kept(1, { state: '', employeeNumber: 'MA 101' });
		expect(compare([consent(1), mistyped, consent(2), kept(2, { state: '' })])).toEqual({ readOpus: true, employeeNumbers: [] });
		expect(steps([consent(1), mistyped, consent(2), kept(2, { state: '' }), employee(1), employee(2)])).toEqual(['file uuid-2', 'human uuid-1 notInOpus']);
	});

	test('and has somebody else’s employment gets no second document there', () => {
		const twin = consent(1, { userUuid: 'uuid-9' });
		expect(steps([consent(1), twin, kept(1), employee(1)])).toEqual(['unchanged uuid-1', 'human uuid-9 taken']);
		expect(steps([consent(1), twin, employee(1)])).toEqual(['file uuid-1', 'human uuid-9 taken']);
		expect(steps([twin, consent(1), kept(1, { userUuid: 'uuid-9', state: '' }), kept(1), employee(1)])).toEqual(['unchanged uuid-1', 'human uuid-9 taken']);
	});

	test('with a new account, while the old one goes, gets both documents', () => {
		expect(steps([consent(1, { userUuid: 'uuid-9' }), kept(1), employee(1)])).toEqual(['withdraw uuid-1', 'file uuid-9']);
	});
});

describe('trap 14: consent belongs to the pair of store and user', () => {
	test('rows of another store are neither gone nor anybody’s mapping', () => {
		const foreign = [1, 2, 3].map((at) => kept(at, { store: 'other' }));
		expect(steps([consent(1), ...foreign, listed(2, 'noMatch', { store: 'other' }), employee(1)])).toEqual(['file uuid-1']);
		expect(plan([consent(1), ...foreign, employee(1)])[0]).toMatchObject({ store: 'main', userUuid: 'uuid-1' });
	});

	test('a row without a store ends the run: it would not be erased with the person', () => {
		expect(() => plan([consent(1), kept(1, { store: '' })])).toThrow(/row 1, store' is empty/);
	});

	test.each([{ store: 'main ' }, { userUuid: ' uuid-1' }, { userUuid: 'uuid-1\n' }])('a row with a blank at an end, %j, ends the run: it would not be erased with the person', (column) => {
		const [name] = Object.keys(column);
		expect(() => plan([consent(1), kept(1, { state: '', ...column })])).toThrow(new RegExp(`row 1, ${name}' has a blank before or after it`));
	});

	test('a row with the id in other letters ends the run: it would pass for somebody who withdrew', () => {
		expect(() => plan([consent(1), kept(1, { state: '', userUuid: 'UUID-1' }), employee(1)])).toThrow(/'userUuid' is the same but for capitals in items 0, 1/);
	});
});

describe('trap 13: the area is a name that the store may change', () => {
	test('it neither matches nor hinders', () => {
		expect(steps([consent(1, { area: 'Køkken' }), employee(1)])).toEqual(['file uuid-1']);
		expect(String(plan([consent(1, { area: 'Køkken' }), employee(1)])[0].text)).not.toContain('Køkken');
	});
});

describe('trap 15: a withdrawal is that somebody is gone', () => {
	test('it is filed by the number that is kept, with the name of Opus, and asks the records officer', () => {
		const [step] = plan([kept(1), employee(1)]);
		expect(step).toMatchObject({ step: 'withdraw', employeeNumber: '101', state: 'withdrawing', reference: 'lina-c1', filedDocumentId: '471', documentTypeKey: 'LINA-TILBAGETRAEKNING', consents: false });
		expect(step.documentReference).toBe(step.withdrawalReference);
		expect(step.documentReference).not.toBe(step.reference);
		expect(step.task).toMatch(/trukket tilbage/);
	});

	test('also of who has left the employer', () => {
		expect(String(plan([kept(1), employee(1, { left: '2025-06-30' })])[0].text)).toContain('Navn: Åse Sørensen 1');
	});

	test('of who was never filed, all is erased, and nothing filed', () => {
		expect(steps([kept(1, { state: '', reference: '' }), listed(2, 'noMatch')])).toEqual(['erase uuid-1', 'erase uuid-2']);
		expect(plan([listed(2, 'noMatch')])[0]).not.toHaveProperty('task');
	});

	test('of whom Opus does not know goes to a human', () => {
		expect(steps([kept(1), employee(2)])).toEqual(['human uuid-1 notInOpus']);
	});
});

describe('a document whose end is not known', () => {
	test.each(['pending', 'unknown'])('is sent again under the same reference where that is honoured: %s', (state) => {
		const [step] = plan([consent(1), kept(1, { state }), employee(1)], { settings: { honoursReference: true } });
		expect(step).toMatchObject({ step: 'file', documentReference: 'lina-c1', recordedState: 'pending' });
	});

	test.each(['pending', 'unknown', 'withdrawing'])('waits for a human otherwise: %s', (state) => {
		const row = kept(1, { state, withdrawalReference: state === 'withdrawing' ? 'lina-w1' : '' });
		expect(plan([consent(1), row, employee(1)])).toEqual([expect.objectContaining({ step: 'human', code: 'uploadUnknown', name: '' })]);
		expect(compare([consent(1), row]).readOpus).toBe(false);
	});

	test('is settled before what came since: a consent before its withdrawal, a withdrawal before the next consent', () => {
		const settings = { honoursReference: true };
		expect(plan([kept(1, { state: 'unknown' }), employee(1)], { settings })[0]).toMatchObject({ step: 'file', recordedState: 'pending' });
		expect(plan([consent(1), kept(1, { state: 'unknown', withdrawalReference: 'lina-w1' }), employee(1)], { settings })[0]).toMatchObject({ step: 'withdraw', documentReference: 'lina-w1', recordedState: 'pending' });
	});

	test('is settled by a human: standing means that it is there, an empty state that it is not', () => {
		const withdrawal = (state: string) => kept(1, { state, withdrawalReference: 'lina-w1' });
		expect(plan([withdrawal('standing')])).toEqual([expect.objectContaining({ step: 'erase', task: expect.any(String) as string })]);
		expect(plan([withdrawal(''), employee(1)])[0]).toMatchObject({ step: 'withdraw', recordedState: '' });
		expect(plan([withdrawal(''), employee(1)])[0].documentReference).not.toBe('lina-w1');
		expect(steps([consent(1), withdrawal('')])).toEqual(['unchanged uuid-1']);
		expect(plan([consent(1), kept(1, { state: '' }), employee(1)])[0]).toMatchObject({ step: 'file', recordedState: '' });
	});
});

describe('trap 18: an empty answer may mean that a right is missing', () => {
	const many = (count: number, first = 1): IDataObject[] => Array.from({ length: count }, (_, at) => kept(first + at));

	test('everybody gone is not believed where they were more than three', () => {
		expect(steps(many(4))).toEqual([1, 2, 3, 4].map((at) => `unchanged uuid-${at} waits`).concat('human * manyGone'));
		expect(steps([...many(3), employee(1), employee(2), employee(3)])).toEqual(['withdraw uuid-1', 'withdraw uuid-2', 'withdraw uuid-3']);
	});

	test('nor are more than ten, and more than a tenth; who is new is filed all the same', () => {
		const staying = Array.from({ length: 100 }, (_, at) => consent(100 + at));
		const input = [...staying, ...many(100, 100), ...many(12), consent(99), employee(99)];
		expect(steps(input).filter((step) => !/unchanged/.test(step))).toEqual(['file uuid-99', 'human * manyGone']);
		expect(steps([...staying, ...many(100, 100), ...many(10), ...Array.from({ length: 10 }, (_, at) => employee(at + 1))]).filter((step) => /withdraw/.test(step))).toHaveLength(10);
	});

	test('those on the list stay on it meanwhile, and those whose withdrawal is under way don’t count as gone again', () => {
		expect(steps([...many(3), listed(7, 'noMatch')])).toContain('human uuid-7 noMatch waits');
		const underWay = [1, 2, 3, 4].map((at) => kept(at, { state: 'unknown', withdrawalReference: `lina-w${at}` }));
		expect(steps([...underWay, kept(9), employee(9)])).toEqual(['withdraw uuid-9', ...[1, 2, 3, 4].map((at) => `human uuid-${at} uploadUnknown`)]);
	});

	test('once somebody allows it, or it is over, the list says so no longer', () => {
		const row = listed(0, 'manyGone', { userUuid: '*' });
		expect(steps([...many(4), row, ...[1, 2, 3, 4].map((at) => employee(at))], { allowManyWithdrawals: true })).toEqual([...[1, 2, 3, 4].map((at) => `withdraw uuid-${at}`), 'clear *']);
		expect(steps([consent(1), kept(1), row])).toEqual(['unchanged uuid-1', 'clear *']);
	});
});

describe('who is on the list', () => {
	const LATER = '2026-11-01T06:00:00.000Z';

	test('waits until it is time to look again, and Opus is not read for them', () => {
		const items = [consent(1), listed(1, 'noMatch')];
		expect(steps(items)).toEqual(['human uuid-1 noMatch waits']);
		expect(compare(items).readOpus).toBe(false);
		expect(compare(items, { now: LATER })).toEqual({ readOpus: true, employeeNumbers: [] });
		expect(compare(items, { lookAgain: true }).readOpus).toBe(true);
		expect(steps([...items, employee(1)], { now: LATER })).toEqual(['file uuid-1']);
	});

	test('is looked up at once when a human has said who it is', () => {
		expect(steps([consent(1), listed(1, 'noMatch'), kept(1, { state: '' }), employee(1)])).toEqual(['file uuid-1']);
		expect(steps([consent(1), listed(1, 'rejected', { employeeNumber: '101' }), kept(1, { state: '' })])).toEqual(['human uuid-1 rejected waits']);
	});

	test('loses the name after some days, and keeps the day since when', () => {
		const old = { since: '2026-09-30T05:00:00.000Z', checkedAt: '2026-10-01T05:00:00.000Z', name: '' };
		expect(plan([consent(1), listed(1, 'noMatch', old), employee(2)])).toEqual([expect.objectContaining({ name: '', since: old.since, code: 'noMatch' })]);
		expect(plan([consent(1), listed(1, 'noMatch', old), employee(2)], { settings: { humanListDays: 40 } })[0].name).toBe('Åse Sørensen 1');
	});
});

describe('Opus is read', () => {
	test('whole, to find somebody; else as far as numbers are known', () => {
		expect(compare([consent(1), kept(2)])).toEqual({ readOpus: true, employeeNumbers: [] });
		expect(compare([kept(2)])).toEqual({ readOpus: true, employeeNumbers: ['102'] });
		expect(compare([consent(2), kept(2)]).readOpus).toBe(false);
	});

	test('or nobody is matched: with no employment at all the run ends', () => {
		expect(() => plan([consent(1)])).toThrow(/no employment of KMD Opus was read/);
	});
});

test.each<[string, IDataObject, RegExp]>([
	['what could not be read', { error: 'LINA is out of order' }, /'error' is in item 0/],
	['something else', { uid: 7 }, /'userUuid' is missing in item 0/],
	['a row of no person', kept(1, { userUuid: '' }), /has no userUuid or no employeeNumber/],
	['a state that is none', kept(1, { state: 'gone' }), /row 1, state' is none of its values/],
])('%s is refused', (_what, item, message) => {
	expect(() => plan([item])).toThrow(message);
});
