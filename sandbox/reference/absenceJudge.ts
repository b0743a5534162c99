import type { Records } from '../service.ts';
import { checkAbsence } from '../services/kmdOpus/absence/absenceChecks.ts';
import { checkLock } from '../services/kmdOpus/absence/commonChecks.ts';
import { HrOffice, type HrSettings } from '../services/kmdOpus/absence/hrOffice.ts';
import { HrRecords } from '../services/kmdOpus/absence/hrRecords.ts';
import { refused } from '../services/kmdOpus/absence/messages.ts';
import { OpusLedger } from '../services/kmdOpus/ledger.ts';
import type { Absence, HrWorld } from '../world/hrTypes.ts';
import type { Employment, PayPeriod } from '../world/types.ts';
import { identityOf, type RecordIdentity } from './absenceRecords.ts';

/** What Opus does with a stretch of absence. */
export type AbsenceVerdict = 'created' | 'unchanged' | 'rejected';

/** An Opus of its own, made of the world, which takes what it would take: quotas are used up and days are taken. */
export class AbsenceJudge {
	readonly #records = new HrRecords();
	readonly #office: HrOffice;

	constructor(kmdOpus: Records, settings: HrSettings) {
		const ledger = new OpusLedger();
		ledger.employments.load(kmdOpus.employments as Employment[]);
		ledger.payPeriods.load(kmdOpus.payPeriods as PayPeriod[]);
		const kinds = Object.keys(this.#records.state()) as (keyof HrWorld)[];
		this.#records.load(Object.fromEntries(kinds.map((kind) => [kind, kmdOpus[kind]])) as unknown as HrWorld);
		this.#office = new HrOffice(this.#records, ledger, () => settings);
	}

	/** Takes all records of a stretch, or none of them. What stands already is not entered again. */
	judge(records: readonly RecordIdentity[]): AbsenceVerdict {
		const [{ PersonnelNumber: number }] = records;
		const standing = new Set(this.#office.absencesOf(number).map(identityOf));
		const missing = records.filter((record) => !standing.has(identityOf(record)));
		if (missing.length === 0) return 'unchanged';
		const isKnown = this.#office.employment(number) !== undefined && !refused(checkLock(number, this.#office));
		const taken: Absence[] = [];
		const isGood = isKnown && missing.every((record) => this.#take(record, taken));
		if (isGood) return 'created';
		for (const absence of taken) this.#records.absences.remove(absence);
		return 'rejected';
	}

	#take(record: RecordIdentity, taken: Absence[]): boolean {
		const absence: Absence = { ...record, AdditionalData: '', ObjectId: '', LockIndicator: '', RecordNumber: '000' };
		if (refused(checkAbsence(absence, this.#office.absencesOf(record.PersonnelNumber), this.#office))) return false;
		this.#records.absences.upsert(absence);
		taken.push(absence);
		return true;
	}
}
