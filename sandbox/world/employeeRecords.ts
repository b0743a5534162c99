import { DEPARTMENT } from './catalogue.ts';
import { addDays, daysBetween, firstOfMonth } from './dates.ts';
import { EMPLOYEE_AREAS } from './employeeAreas.ts';
import type { AreaRow, Subject } from './employeeSubject.ts';
import type { EmployeeRecord } from './employeeTypes.ts';
import { unitsLedBy } from './orgUnits.ts';
import { makeRandom, type Random } from './random.ts';
import type { StaffMember } from './staff.ts';
import type { Employment, World } from './types.ts';

/** Keeps the master data's stream of chance apart from that of the rest of the world. */
const STREAM = 0x6d_65_64_61;

/** Numbers of employments that were annulled and made anew under the number they have now. */
const ANNULLED_OFFSET = 60_000;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * When a record was entered: some days before it began to hold, or on a day of the period when it begins to hold in
 * the period or after it.
 */
function registeredAt(random: Random, start: string, { from, until }: World['period']): string {
	const before = random.whole(1, 20);
	const inPeriod = addDays(from, random.whole(0, Math.max(0, daysBetween(from, until) - 1)));
	const clock = `${twoDigits(random.whole(7, 15))}:${twoDigits(random.whole(0, 59))}:${twoDigits(random.whole(0, 59))}`;
	return `${start <= from ? addDays(start, -before) : inPeriod}T${clock}`;
}

/** The records that an annulled employment leaves: that it was annulled, and the rest taken away. */
function annulled(subject: Subject, rows: readonly AreaRow[]): AreaRow[] {
	const { Fra, Til } = subject.employment;
	const period = { Gyldighedsstart: Fra, Gyldighedsstop: Til };
	const kept = rows.filter((row) => ['0001', '0002', '9001'].includes(row.Datakategori) && row.Gyldighedsstart === Fra);
	return [
		{ Datakategori: '0000', ...period, Aktivitetsart: '67', AktivitetsAarsag: '01', StatusBeskaeftigelse: '0' },
		...kept.map((row) => ({ ...row, Slettet: true })),
	];
}

/**
 * Master data of every employment, in all categories: history, records of the future, people who left, parallel
 * employments, managers, hidden addresses, missing names, and employments that were annulled and made anew.
 */
export function makeEmployeeRecords(
	seed: number,
	staff: readonly StaffMember[],
	employments: readonly Employment[],
	period: World['period'],
): EmployeeRecord[] {
	const random = makeRandom(seed ^ STREAM);
	const members = new Map<string, StaffMember>();
	for (const member of staff) {
		for (const number of [member.opusNumber, member.formerOpusNumber, member.secondOpusNumber]) {
			if (number !== null) members.set(number, member);
		}
	}
	const led = unitsLedBy(staff);
	return employments.flatMap((employment, index) => {
		const number = employment.Medarbejdernummer;
		const member = members.get(number);
		if (member === undefined) return [];
		const isSecond = number === member.secondOpusNumber;
		const subject: Subject = {
			employment,
			member,
			index,
			isSecond,
			departmentId: isSecond ? DEPARTMENT.service : member.departmentId,
			leads: led.get(number) ?? [],
			comesNext: firstOfMonth(period.until, 2),
			random,
		};
		const rows = EMPLOYEE_AREAS.flatMap((area) => area(subject));
		const toRecord = (row: AreaRow, of: string): EmployeeRecord => ({
			Medarbejdernummer: of,
			...row,
			Registreret: registeredAt(random, row.Gyldighedsstart, period),
		});
		const records = rows.map((row) => toRecord(row, number));
		if (index % 40 !== 9) return records;
		const before = String(ANNULLED_OFFSET + member.employeeId);
		return [...records, ...annulled(subject, rows).map((row) => toRecord(row, before))];
	});
}
