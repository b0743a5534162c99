import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { EXAMPLE_MEMBER, toCapitechEmployee } from '../world/staff.ts';
import { NIGHT_DUTY } from '../world/shifts.ts';
import { CATEGORY } from '../world/timeCategories.ts';
import { toTransaction } from '../world/transactionRows.ts';
import type { TimeTransaction } from '../world/types.ts';
import { AGREEMENT, type FirmAgreement, type PayElementEntry, type Selectors } from './agreement.ts';
import { FirmRules } from './firmRules.ts';

const DIMENSIONS = { departmentId: 10, projectId: 1001, projectAlphanumericCode: 'B400', freeDimension1Id: 10, freeDimension2Id: 60 };

const row = (category: keyof typeof CATEGORY, more: Partial<TimeTransaction> = {}): TimeTransaction => {
	const none = { taskId: null, orderId: null, subProjectId: null, projectPhaseId: null, department: null, task: null, order: null };
	const names = { project: null, subProject: null, subProjectAlphanumericCode: null, projectPhase: null, phaseAlphanumericCode: null };
	const duty = { classicDutyId: NIGHT_DUTY.id, classicDutyCode: null, classicDuty: null, shiftId: null, shift: null };
	const status = { freeText: null, externalId: null, correlationId: null, externalStatusCode: null, lastUpdatedOn: '' };
	const when = { dateIn: '2026-10-01', timeIn: '07:00:00.000', dateOut: '2026-10-01', timeOut: '15:00:00.000' };
	const who = { clientId: 100, uid: 1, employeeId: EXAMPLE_MEMBER.employeeId, employee: '' };
	const registration = { ...who, ...when, ...none, ...names, freeDimension1: null, freeDimension2: null, ...duty, ...status, ...DIMENSIONS };
	return { ...toTransaction(registration, CATEGORY[category], 1, [null, null, null, null]), ...more };
};

/** Entries with the given selectors, numbered so that one can see which was chosen. */
function chosen(category: keyof typeof CATEGORY, ...selectors: readonly Selectors[]): number | string {
	const payElements = selectors.map(
		(of, index): PayElementEntry => ({ timeCategoryId: CATEGORY[category].id, payElement: '0310', serialNumber: index, unit: 'hours', ...of }),
	);
	const firm: FirmAgreement = { ...AGREEMENT.firms[0], payElements };
	const mapping = new FirmRules(firm, [toCapitechEmployee(EXAMPLE_MEMBER)]).mappingOf(row(category));
	return typeof mapping === 'string' ? mapping : mapping.serialNumber;
}

const numberOf = (employees: FirmAgreement['employees'], more: Partial<TimeTransaction> = {}): string | null =>
	new FirmRules({ ...AGREEMENT.firms[0], employees }, [toCapitechEmployee({ ...EXAMPLE_MEMBER, opusNumber: '77' })]).numberOf(row('hourly', more));

describe("a firm's rules", () => {
	const weaker: [stronger: Selectors, weaker: Selectors][] = [
		[{ employeeGroup: 1 }, { projectId: 1001, freeDimension1Id: 10, freeDimension2Id: 60, departmentId: 10 }],
		[{ projectId: 1001 }, { freeDimension1Id: 10, freeDimension2Id: 60, departmentId: 10 }],
		[{ projectCode: 'B400' }, { freeDimension1Id: 10, freeDimension2Id: 60, departmentId: 10 }],
		[{ freeDimension1Id: 10 }, { freeDimension2Id: 60, departmentId: 10 }],
		[{ freeDimension2Id: 60 }, { departmentId: 10 }],
		[{ departmentId: 10 }, {}],
	];
	for (const [stronger, than] of weaker) {
		it(`choose ${Object.keys(stronger)} before ${Object.keys(than).join(' and ') || 'nothing'}, in any order`, () => {
			assert.deepEqual([chosen('evening', stronger, than), chosen('evening', than, stronger)], [0, 1]);
		});
	}

	for (const selector of [{ employeeGroup: 2 }, { projectId: 1002 }, { projectCode: 'B410' }, { freeDimension1Id: 20 }, { freeDimension2Id: 50 }, { departmentId: 20 }]) {
		it(`leave out an entry for another ${Object.keys(selector)}, whatever else of it fits`, () => {
			assert.equal(chosen('evening', { ...DIMENSIONS, projectCode: 'B400', employeeGroup: 1, ...selector }, {}), 1);
		});
	}

	it('pay ordinary hours by an entry that names the group only', () => {
		assert.deepEqual([chosen('hourly', {}, { departmentId: 10 }), chosen('hourly', {}, { employeeGroup: 1 })], ['unmapped', 1]);
	});

	it('take the number of the source for whom the table does not name', () => {
		const other = [{ employeeId: 1, employeeNumber: '1' }];
		assert.equal(numberOf({ source: 'sameNumber', table: other }), '155');
		assert.equal(numberOf({ source: 'externalId', table: other }), '77');
		assert.equal(numberOf({ source: 'table', table: other }), null);
	});

	it('take exactly one entry of the table, and guess nothing', () => {
		const entry = { employeeId: 155, employeeNumber: '1' };
		const by = (...table: FirmAgreement['employees']['table'][number][]): string | null => numberOf({ source: 'externalId', table });
		assert.equal(by(entry), '1');
		assert.equal(by(entry, { ...entry, employeeNumber: '2', departmentId: 10 }), '2');
		assert.equal(by(entry, { ...entry, employeeNumber: '2', departmentId: 20 }), '1');
		assert.equal(by(entry, { ...entry, employeeNumber: '2' }), null);
		assert.equal(by({ ...entry, departmentId: 20 }), null, 'the table decides for whom it names, be it nothing');
		assert.equal(by({ ...entry, to: '2026-09-30' }), null);
		assert.equal(by({ ...entry, from: '2026-10-01', to: '2026-10-01' }), '1');
	});
});
