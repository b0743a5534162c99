import type { IDataObject } from 'n8n-workflow';

import { summarizeTransfer } from '../../../../nodes/Lina/consentTransfer/summarize';
import { consent, employee, kept, listed, NOW, plan, remember } from './world';

const file = (items: IDataObject[] = [], settings = {}): IDataObject => plan([consent(1), ...items, employee(1)], { settings, lookAgain: true })[0];
const withdraw = (items: IDataObject[] = [], settings = {}): IDataObject => plan([kept(1), ...items, employee(1)], { settings, lookAgain: true })[0];

/** A change in a word: table, change, state or code. */
const inShort = ({ table, change, state, code }: IDataObject): string => [table, change, state ?? code].filter(Boolean).join(' ');
const changes = (item: IDataObject): string[] => remember(item).map(inShort);

test('a document is under way before it is sent, and nothing else is said of it', () => {
	expect(remember(file())).toEqual([expect.objectContaining({ table: 'consents', change: 'keep', store: 'main', userUuid: 'uuid-1', employeeNumber: '101', state: 'pending' })]);
	expect(remember(withdraw())).toEqual([expect.objectContaining({ state: 'withdrawing', reference: 'lina-c1', documentId: '471' })]);
});

test.each<[string, IDataObject, string[]]>([
	['registered', { outcome: 'registered', documentId: '4711' }, ['human erase', 'consents keep standing']],
	['unchanged', { outcome: 'unchanged', documentId: '4711' }, ['human erase', 'consents keep standing']],
	['unknown', { outcome: 'unknown' }, ['human keep uploadUnknown', 'consents keep unknown']],
	['something that nobody knows', { outcome: 'partial' }, ['human keep uploadUnknown', 'consents keep unknown']],
	['rejected', { outcome: 'rejected' }, ['human keep rejected', 'consents keep']],
	['a failure before it was sent', { error: 'The title is too long' }, ['human keep rejected', 'consents keep']],
	['later', { outcome: 'later' }, ['human erase', 'consents keep']],
])('a consent’s document that came back as %s', (_what, answer, expected) => {
	const item = { ...file([listed(1, 'noMatch')]), ...answer };
	expect(changes(item)).toEqual(expected);
	const row = remember(item).find(({ table }) => table === 'consents') as IDataObject;
	expect(row.documentId).toBe(expected.at(-1)?.endsWith('standing') ? '4711' : '');
	expect(row.reference === '').toBe(expected.at(-1) === 'consents keep');
});

test.each<[string, IDataObject, string[]]>([
	['registered', { outcome: 'registered', documentId: '4712' }, ['tasks keep', 'human erase', 'consents erase']],
	['unknown', { outcome: 'unknown' }, ['human keep uploadUnknown', 'consents keep unknown']],
	['rejected', { outcome: 'rejected' }, ['human keep rejected', 'consents keep standing']],
	['later', { outcome: 'later' }, ['human erase', 'consents keep standing']],
])('a withdrawal’s document that came back as %s', (_what, answer, expected) => {
	expect(changes({ ...withdraw([listed(1, 'rejected', { employeeNumber: '101' })]), ...answer })).toEqual(expected);
});

test.each(['rejected', 'later', 'unknown'])('a document that was begun before stays open when it comes back as %s: what the first upload did is not known by it', (outcome) => {
	const item: IDataObject = { ...file([kept(1, { state: 'unknown' })], { honoursReference: true }), outcome };
	expect(item.recordedState).toBe('pending');
	expect(changes(item)).toEqual(['human keep uploadUnknown', 'consents keep unknown']);
	expect(summarizeTransfer([item])).toMatchObject({ unknown: 1, rejected: 0, later: 0 });
});

test('the task tells the ids of the consent’s document, and nothing of the person', () => {
	const item: IDataObject = { ...withdraw(), outcome: 'registered', documentId: '4712' };
	expect(remember(item)[0]).toEqual({ table: 'tasks', change: 'keep', documentId: '471', reference: 'lina-c1', task: item.task, openedAt: NOW });
	expect(item.task).toMatch(/samtykkedokumentet/);
});

test('the list keeps who, why and since when; the name only where no number says who it is', () => {
	const [unmatched] = plan([consent(1), employee(2)]);
	expect(remember(unmatched)).toEqual([{ table: 'human', change: 'keep', store: 'main', userUuid: 'uuid-1', code: 'noMatch', name: 'Åse Sørensen 1', employeeNumber: '', reference: '', since: NOW, checkedAt: NOW }]);
	const [unknown] = remember({ ...file(), outcome: 'unknown' });
	expect(unknown).toMatchObject({ name: '', employeeNumber: '101', reference: expect.stringMatching(/^lina-/) as string });
});

test('what is as it should be is taken off the list, what waits is left alone', () => {
	const [standing] = plan([consent(1), kept(1), listed(1, 'uploadUnknown')]);
	expect(changes(standing)).toEqual(['human erase']);
	expect(changes(plan([consent(1), kept(1)])[0])).toEqual([]);
	expect(changes(plan([consent(1), listed(1, 'noMatch')])[0])).toEqual([]);
	expect(changes(plan([consent(1), kept(1), listed(1, 'manyGone', { userUuid: '*' })])[1])).toEqual(['human erase']);
	expect(changes(plan([listed(1, 'noMatch')])[0])).toEqual(['human erase', 'consents erase']);
	expect(changes(plan([kept(1, { withdrawalReference: 'lina-w1' })])[0])).toEqual(['tasks keep', 'consents erase']);
});

test('every step counts once', () => {
	const many = [
		{ ...file(), outcome: 'registered' },
		{ ...file(), outcome: 'unknown' },
		{ ...file(), outcome: 'rejected' },
		{ ...file(), outcome: 'later' },
		file(),
		{ ...withdraw(), outcome: 'unchanged' },
		...plan([consent(1), kept(1)]),
		...plan([consent(1), employee(2)]),
		...plan([consent(1), kept(1, { state: 'unknown' })]),
		...plan([listed(1, 'noMatch')]),
		...plan([consent(1), kept(1), listed(1, 'manyGone', { userUuid: '*' })]).filter(({ step }) => step === 'clear'),
	];
	expect(summarizeTransfer(many)).toEqual({ consents: 8, filed: 1, withdrawn: 1, erased: 1, unchanged: 1, planned: 1, rejected: 1, unknown: 2, later: 1, human: 1 });
});
