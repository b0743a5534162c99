import type { Records } from '../service.ts';
import type { HrSettings } from '../services/kmdOpus/absence/hrOffice.ts';
import { daysOf, type AbsenceDay } from '../world/absenceDays.ts';
import type { Absence as OpusAbsence } from '../world/hrTypes.ts';
import type { Absence, CapitechEmployee } from '../world/types.ts';
import { ABSENCE_AGREEMENT, meaningOf } from './absenceAgreement.ts';
import { AbsenceJudge } from './absenceJudge.ts';
import { identityOf, recordsOf, stretchesOf, type RecordIdentity, type Stretch } from './absenceRecords.ts';
import { AGREEMENT } from './agreement.ts';
import { FirmRules } from './firmRules.ts';

/** What a question is about: the absences of the first firm that touch the days from the first to the last. */
export interface AbsenceScope {
	readonly from: string;
	readonly to: string;
}

/** The world as both services hold it, without what any client wrote, and how Opus does things. */
export interface AbsenceWorld {
	readonly capitech: Records;
	readonly kmdOpus: Records;
	readonly settings: HrSettings;
}

/**
 * What a first run does: days and absences that it reads, then stretches by what Opus does with them, then absences
 * by why nothing is written: not approved, left out or not begun, for a human.
 */
export type AbsenceCounts = Record<'read' | 'absences' | 'created' | 'unchanged' | 'rejected' | 'later' | 'skipped' | 'human', number>;

/** What the chain leaves behind: its own records in Opus, besides those that stood there before. */
export interface AbsenceExpectation {
	readonly counts: AbsenceCounts;
	readonly ledger: readonly RecordIdentity[];
}

/** How what stands in Opus differs from what was expected. */
export interface AbsenceComparison {
	/** Nothing missing, extra, doubled or lost. */
	readonly equal: boolean;
	readonly missing: readonly RecordIdentity[];
	readonly extra: readonly RecordIdentity[];
	/** Records of others that stood before and do not stand any more. */
	readonly lost: readonly RecordIdentity[];
	/** Records that are there once more than they were. */
	readonly duplicateLines: number;
}

const [FIRM] = AGREEMENT.firms;

/** Days off that are listed with no hours say nothing, unless the absence has nothing else. */
function dueDays(days: readonly AbsenceDay[]): readonly AbsenceDay[] {
	const due = days.filter(({ hours }) => hours !== 0);
	return due.length > 0 ? due : days;
}

/** What becomes of an absence: its stretches, or why there are none. */
function fateOf(absence: Absence, days: readonly AbsenceDay[], rules: FirmRules, scope: AbsenceScope, today: string): readonly Stretch[] | 'later' | 'skipped' | 'human' {
	const { transactionStatus, fromDate, endDate, employeeId, departmentId } = absence;
	if (transactionStatus === null || !ABSENCE_AGREEMENT.approved.includes(transactionStatus)) return 'later';
	const due = days.filter(({ date }) => endDate !== null || date <= today);
	if (due.length === 0) return 'skipped';
	const meaning = meaningOf(ABSENCE_AGREEMENT, absence);
	if (meaning === 'human') return 'human';
	const numbered = due.map((day) => [day, rules.numberOf({ employeeId, departmentId, dateIn: day.date })] as const);
	const isPlaced = (of: (typeof numbered)[number]): of is readonly [AbsenceDay, string] => of[1] !== null;
	if (!numbered.every(isPlaced)) return 'human';
	if (meaning === 'leftOut') return 'skipped';
	const endsFirst = due.some(({ startTime, endTime }) => startTime !== null && endTime !== null && endTime <= startTime);
	if (endsFirst) return 'human';
	const isWhole = fromDate >= scope.from && (endDate ?? today) <= scope.to;
	return isWhole ? stretchesOf(numbered, meaning.type) : 'human';
}

/**
 * What the chain Capitech absence → Opus leaves behind in an Opus where it never ran, worked out from the world
 * alone: from the absences as they stand, the agreement, and the rules of Opus. Absences are entered in the order of
 * their numbers; an employment's quotas go to the first.
 */
export function expectCapitechAbsenceToOpus({ capitech, kmdOpus, settings }: AbsenceWorld, scope: AbsenceScope): AbsenceExpectation {
	const employees = (capitech.employees as CapitechEmployee[]).filter(({ clientId }) => clientId === FIRM.clientId);
	const workers = new Map(employees.map((employee) => [employee.employeeId, employee]));
	const rules = new FirmRules(FIRM, employees);
	const judge = new AbsenceJudge(kmdOpus, settings);
	const counts: AbsenceCounts = { read: 0, absences: 0, created: 0, unchanged: 0, rejected: 0, later: 0, skipped: 0, human: 0 };
	const ledger: RecordIdentity[] = [];
	const own = (capitech.absences as Absence[]).filter(({ clientId }) => clientId === FIRM.clientId);

	for (const absence of own.sort((one, other) => one.absenceId - other.absenceId)) {
		const days = dueDays(daysOf(absence, workers.get(absence.employeeId) ?? { employeeId: absence.employeeId, wageGroupId: null }, scope));
		if (days.length === 0) continue;
		counts.absences += 1;
		counts.read += days.length;
		const fate = fateOf(absence, days, rules, scope, settings.today);
		if (typeof fate === 'string') {
			counts[fate] += 1;
			continue;
		}
		for (const stretch of fate) {
			const records = recordsOf(stretch);
			const verdict = judge.judge(records);
			counts[verdict] += 1;
			if (verdict === 'created') ledger.push(...records);
		}
	}
	return { counts, ledger: ledger.sort((one, other) => (identityOf(one) < identityOf(other) ? -1 : 1)) };
}

/** Compares what stands in Opus with an expectation. What stood before and is not ours must stand still. */
export function compareCapitechAbsenceToOpus({ ledger }: AbsenceExpectation, live: readonly OpusAbsence[], before: readonly OpusAbsence[]): AbsenceComparison {
	const others = new Map(before.map((absence) => [identityOf(absence), absence]));
	const expected = new Map(ledger.map((record) => [identityOf(record), record]));
	const standing = new Map(live.map((absence) => [identityOf(absence), absence]));
	const missing = ledger.filter((record) => !standing.has(identityOf(record)));
	const extra = live.filter((absence) => !others.has(identityOf(absence)) && !expected.has(identityOf(absence)));
	const lost = before.filter((absence) => !standing.has(identityOf(absence)));
	const duplicateLines = live.length - standing.size - (before.length - others.size);
	const equal = missing.length + extra.length + lost.length + duplicateLines === 0;
	return { equal, missing, extra, lost, duplicateLines };
}
