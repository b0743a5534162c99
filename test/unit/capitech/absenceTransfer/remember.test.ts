import type { IDataObject } from 'n8n-workflow';

import { allDone, daysOf, plan, remember } from './chain';

const days = (to: string) => daysOf({ absenceId: 1, from: '2026-10-05', to });
const standing = allDone(plan(days('2026-10-09')));
const CREATE = plan(days('2026-10-09'))[0];
const UPDATE = plan(days('2026-10-08'), standing.values())[0];
const DELETE = plan([], standing.values())[0];

const told = (item: IDataObject, answer: IDataObject) => {
	const { state, fromDate, toDate, originalToDate } = remember({ ...item, ...answer });
	return [state, `${fromDate}/${toDate}`, originalToDate];
};
const [BEFORE, AFTER] = ['2026-10-05/2026-10-09', '2026-10-05/2026-10-08'];

describe('the first call of a write', () => {
	test.each<[string, IDataObject, unknown[], unknown[], unknown[]]>([
		['went through', { outcome: 'registered' }, ['standing', BEFORE, ''], ['standing', AFTER, ''], ['gone', BEFORE, '']],
		['found it done', { outcome: 'unchanged' }, ['standing', BEFORE, ''], ['standing', AFTER, ''], ['gone', BEFORE, '']],
		['took it back', { outcome: 'reversed' }, ['standing', BEFORE, ''], ['standing', AFTER, ''], ['gone', BEFORE, '']],
		['was refused', { outcome: 'rejected' }, ['gone', BEFORE, ''], ['standing', BEFORE, ''], ['standing', BEFORE, '']],
		['was put off', { outcome: 'later' }, ['gone', BEFORE, ''], ['standing', BEFORE, ''], ['standing', BEFORE, '']],
		['failed before it was sent', { error: 'x' }, ['gone', BEFORE, ''], ['standing', BEFORE, ''], ['standing', BEFORE, '']],
		['was not answered', { outcome: 'unknown' }, ['pending', BEFORE, ''], ['pending', AFTER, '2026-10-09'], ['pending', BEFORE, '']],
		['went half through', { outcome: 'partial' }, ['pending', BEFORE, ''], ['pending', AFTER, '2026-10-09'], ['pending', BEFORE, '']],
		['came back with a word nobody knows', { outcome: 'done' }, ['pending', BEFORE, ''], ['pending', AFTER, '2026-10-09'], ['pending', BEFORE, '']],
		['was not made yet', {}, ['pending', BEFORE, ''], ['pending', AFTER, '2026-10-09'], ['pending', BEFORE, '']],
	])('%s', (_what, answer, created, updated, deleted) => {
		expect([CREATE, UPDATE, DELETE].map((item) => told(item, answer))).toEqual([created, updated, deleted]);
	});
});

describe('a call of a write that was made before', () => {
	test.each(['rejected', 'later'])('says nothing of what the one before did: %s', (outcome) => {
		expect([CREATE, UPDATE, DELETE].map((item) => told({ ...item, attempt: 2 }, { outcome })[0])).toEqual(['pending', 'pending', 'pending']);
	});

	test('settles it when it goes through', () => {
		expect(told({ ...CREATE, attempt: 2 }, { outcome: 'unchanged' })).toEqual(['standing', BEFORE, '']);
	});
});

test('an absence is remembered with nothing but what the next plan needs', () => {
	expect(remember({ ...UPDATE, outcome: 'registered', messages: [] })).toEqual({
		...{ reference: '2s:1:1', revision: 2, attempt: 1, state: 'standing', step: 'update', employeeNumber: '2001', type: 'SY', relation: 'none', relationKey: '' },
		...{ fromDate: '2026-10-05', startTime: '', toDate: '2026-10-08', endTime: '' },
		...{ originalType: '', originalRelation: '', originalRelationKey: '', originalFromDate: '', originalStartTime: '', originalToDate: '', originalEndTime: '' },
	});
});
