import { hashSettings, planRun } from '../../../nodes/Capitech/payroll/planRun';
import type { RunStart } from '../../../nodes/Capitech/payroll/planRun';
import { document, settings } from './rows';

const HASH = hashSettings(document().firms);
const START: RunStart = {
	from: '2026-10-01',
	to: '2026-10-31',
	fullReconcile: false,
	watermark: '2026-10-30 05:00:00',
	settingsHash: HASH,
	retryRejected: 'whenChanged',
	now: '2026-10-31 05:00:00',
	changedSince: '2026-10-30 03:00:00',
};
const plan = (start: Partial<RunStart> = {}, agreed = settings()) => planRun(agreed, HASH, { ...START, ...start });

test('day by day each firm is asked for what is not exported yet, and for what was changed since the last run', () => {
	const common = { periodFrom: '2026-10-01', periodTo: '2026-10-31', isWhole: false, rejectedRows: 'retryChanged', changedSince: '2026-10-30 03:00:00', startedAt: '2026-10-31 05:00:00', settingsHash: HASH };
	const queries = plan();
	expect(queries.slice(0, 2)).toEqual([
		{ clientId: 100, query: 'notExported', fromDate: '2026-10-01', toDate: '2026-10-31', externalStatusCodes: '90', withoutExternalStatus: 'yes', lastApprovedOrUpdatedFrom: '', accounts: [], ...common },
		{ clientId: 100, query: 'changed', fromDate: '2026-10-01', toDate: '2026-10-31', externalStatusCodes: '', withoutExternalStatus: 'any', lastApprovedOrUpdatedFrom: '2026-10-30 03:00:00', accounts: [], ...common },
	]);
	expect(queries.map(({ clientId, query }) => [clientId, query])).toEqual([[100, 'notExported'], [100, 'changed'], [200, 'notExported'], [200, 'changed']]);
});

describe('in full', () => {
	test.each<[string, Partial<RunStart>]>([
		['when it is asked for', { fullReconcile: true }],
		['when there was no run before', { watermark: '', settingsHash: '' }],
	])('each firm is asked for all rows: %s', (_what, start) => {
		const queries = plan(start);
		expect(queries.map(({ clientId, query, isWhole }) => [clientId, query, isWhole])).toEqual([[100, 'all', true], [200, 'all', true]]);
		expect(queries[0]).toMatchObject({ externalStatusCodes: '', withoutExternalStatus: 'any', lastApprovedOrUpdatedFrom: '', periodFrom: '2026-10-01', periodTo: '2026-10-31' });
	});

	test('the rows reach one period and a month before, and a month beyond', () => {
		expect(plan({ fullReconcile: true })[0]).toMatchObject({ fromDate: '2026-07-31', toDate: '2026-12-01' });
		expect(plan({ fullReconcile: true, from: '2026-10-15', to: '2026-10-15' })[0]).toMatchObject({ fromDate: '2026-09-13', toDate: '2026-11-15' });
	});

	test('what was changed is known, unless there was no run before', () => {
		expect(plan({ fullReconcile: true })[0].changedSince).toBe('2026-10-30 03:00:00');
		expect(plan({ watermark: '', changedSince: '' })[0].changedSince).toBe('');
	});
});

test.each<[string, Partial<RunStart>, string]>([
	['by default what was changed', {}, 'retryChanged'],
	['all, when the settings were changed', { settingsHash: 'another' }, 'retry'],
	['all, when nobody knows the settings of before', { settingsHash: '' }, 'retry'],
	['all, when nobody knows what has changed', { watermark: '', changedSince: '' }, 'retry'],
	['all, on request', { retryRejected: 'always' }, 'retry'],
	['none, on request', { retryRejected: 'never', settingsHash: 'another' }, 'skip'],
])('of what was refused is tried again: %s', (_what, start, rejectedRows) => {
	expect(new Set(plan(start).map((query) => query.rejectedRows))).toEqual(new Set([rejectedRows]));
});

test('the accounts that a firm names are listed once each, and for one request of the firm alone', () => {
	const costObjects = [{ departmentId: 1, account: '4711' }, { departmentId: 2, account: '4711' }, { departmentId: 3, account: 4712 }, { departmentId: 4, costCenter: 'A' }];
	expect(plan({}, settings({ costObjects })).map(({ accounts }) => accounts)).toEqual([['4711', '4712'], [], [], []]);
	expect(plan({ fullReconcile: true }, settings({ costObjects })).map(({ accounts }) => accounts)).toEqual([['4711', '4712'], []]);
});

test('the check of the settings follows every part of them', () => {
	expect(hashSettings(document().firms)).toBe(hashSettings(JSON.parse(JSON.stringify(document().firms))));
	expect(HASH).toMatch(/^[0-9a-f]{16}$/);
	for (const changes of [{ municipalityCode: '752' }, { approval: { level: 2 } }, { confirmedPairs: ['a'] }]) expect(hashSettings(document(changes).firms)).not.toBe(HASH);
});
