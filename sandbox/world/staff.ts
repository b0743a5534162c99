import { DEPARTMENT, FIRM, SISTER_FIRM } from './catalogue.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts';
import type { Random } from './random.ts';
import type { CapitechEmployee } from './types.ts';

/** What is wrong with somebody's employment in Opus; each kind is dealt out by position, so none is missing. */
export type EmploymentTrouble = 'none' | 'locked' | 'unknown' | 'ended';

/** A member of staff as the world plans it, before the services see their side of it. */
export interface StaffMember {
	readonly clientId: number;
	readonly employeeId: number;
	readonly givenName: string;
	readonly familyName: string;
	readonly gender: 'K' | 'M';
	readonly cpr: string;
	readonly departmentId: number;
	readonly isMonthlyPaid: boolean;
	readonly trouble: EmploymentTrouble;
	/** The Medarbejdernummer of the (latest) main employment in Opus. */
	readonly opusNumber: string;
	/** The number that held before `NUMBER_CHANGE`, for those whose number changed. */
	readonly formerOpusNumber: string | null;
	/** The number of a second employment under the same CPR number, worked in department 20. */
	readonly secondOpusNumber: string | null;
}

/** The first day of the new number of those whose Opus number changes, whatever the period of the world. */
export const NUMBER_CHANGE = '2026-10-12';

const FIRST_EMPLOYEE_ID = 2001;
const OTHER_NUMBER_OFFSET = 30_000;
const CHANGED_NUMBER_OFFSET = 50_000;
const SISTER_FIRM_OFFSET = 70_000;
const SECOND_EMPLOYMENT_OFFSET = 90_000;

const HOME_DEPARTMENTS = [
	DEPARTMENT.shop,
	DEPARTMENT.shop,
	DEPARTMENT.service,
	DEPARTMENT.logistics,
	DEPARTMENT.logistics,
	DEPARTMENT.warehouse,
	DEPARTMENT.cleaning,
	DEPARTMENT.canteen,
];

/**
 * A CPR number that fits the published pattern (star.md 1, patterns) and can belong to no living person: a seventh
 * digit of 5 to 8 with a year of 40 to 57 means a birth in 2040 to 2057.
 */
export function makeCpr(random: Random, taken: Set<string>): string {
	for (;;) {
		const twoDigits = (value: number): string => String(value).padStart(2, '0');
		const date = `${twoDigits(random.whole(1, 28))}${twoDigits(random.whole(1, 12))}${random.whole(40, 57)}`;
		const cpr = `${date}${random.whole(5, 8)}${String(random.whole(0, 999)).padStart(3, '0')}`;
		if (!taken.has(cpr)) {
			taken.add(cpr);
			return cpr;
		}
	}
}

function troubleAt(index: number): EmploymentTrouble {
	if (index % 50 === 11) return 'locked';
	if (index % 60 === 23) return 'unknown';
	if (index % 70 === 31) return 'ended';
	return 'none';
}

type OpusNumbers = Pick<StaffMember, 'opusNumber' | 'formerOpusNumber' | 'secondOpusNumber'>;

/**
 * How Opus numbers somebody: a third have another number there, some two employments side by side, some a number
 * that changes in mid-period; where several hold, the last. The sister firm's people have a range of their own.
 */
function opusNumbersAt(clientId: number, index: number): OpusNumbers {
	const employeeId = FIRST_EMPLOYEE_ID + index;
	const single = (number: number): OpusNumbers => ({
		opusNumber: String(number),
		formerOpusNumber: null,
		secondOpusNumber: null,
	});
	if (clientId === SISTER_FIRM) return single(SISTER_FIRM_OFFSET + employeeId);
	if (index % 40 === 17) {
		return { ...single(CHANGED_NUMBER_OFFSET + employeeId), formerOpusNumber: String(employeeId) };
	}
	if (index % 20 === 6) {
		return { ...single(employeeId), secondOpusNumber: String(SECOND_EMPLOYMENT_OFFSET + employeeId) };
	}
	return single(index % 3 === 1 ? OTHER_NUMBER_OFFSET + employeeId : employeeId);
}

function makeMember(random: Random, taken: Set<string>, clientId: number, index: number): StaffMember {
	const given = random.pick(GIVEN_NAMES);
	const opusNumbers = opusNumbersAt(clientId, index);
	const familyName = random.pick(FAMILY_NAMES);
	const cpr = makeCpr(random, taken);
	const home = index % 12 === 8 ? DEPARTMENT.workshop : random.pick(HOME_DEPARTMENTS);
	return {
		clientId,
		employeeId: FIRST_EMPLOYEE_ID + index,
		givenName: given.name,
		familyName,
		gender: given.gender,
		cpr,
		// Whoever has a second employment in customer service works elsewhere in the first one.
		departmentId: opusNumbers.secondOpusNumber !== null && home === DEPARTMENT.service ? DEPARTMENT.shop : home,
		isMonthlyPaid: index % 5 === 4,
		trouble: troubleAt(index),
		...opusNumbers,
	};
}

/**
 * The staff of both firms. The sister firm's few people reuse employee numbers of the first firm: an employee
 * number means nothing without its clientId (capitech.md 4.21).
 */
export function makeStaff(random: Random, people: number): StaffMember[] {
	const taken = new Set<string>([EXAMPLE_MEMBER.cpr]);
	const staff: StaffMember[] = [];
	for (let index = 0; index < people; index += 1) staff.push(makeMember(random, taken, FIRM, index));
	const inSisterFirm = Math.min(people, Math.max(2, Math.round(people / 40)));
	for (let index = 0; index < inSisterFirm; index += 1) {
		staff.push(makeMember(random, taken, SISTER_FIRM, index));
	}
	return staff;
}

/** The employee of the contract's example row (capitech.md 3.1). */
export const EXAMPLE_MEMBER: StaffMember = {
	clientId: FIRM,
	employeeId: 155,
	givenName: 'Ola',
	familyName: 'Danielsen',
	gender: 'M',
	cpr: '0102455155',
	departmentId: DEPARTMENT.logistics,
	isMonthlyPaid: false,
	trouble: 'none',
	opusNumber: '155',
	formerOpusNumber: null,
	secondOpusNumber: null,
};

/** A member of staff as Capitech knows it (capitech.md 3.4). */
export function toCapitechEmployee(member: StaffMember): CapitechEmployee {
	const address = `${member.familyName}veien ${member.employeeId % 90}`;
	return {
		clientId: member.clientId,
		employeeId: member.employeeId,
		departmentId: member.departmentId,
		firstName: member.givenName,
		lastName: member.familyName,
		address1: address,
		address2: '',
		countryCode: 'NO',
		zipCode: '0150',
		phoneNumber: '',
		cellPhoneNumber: `400${String(member.employeeId).padStart(5, '0')}`,
		phoneNumber2: '',
		emailAddress: `ansatt${member.employeeId}@firma${member.clientId}.example`,
		isTimeActive: member.trouble !== 'ended',
		isAbsenceActive: true,
		isPlanActive: true,
		gender: member.gender,
		birthDate: member.cpr.slice(0, 6),
		employeeStartDate: '2019-01-01',
		employeeEndDate: null,
		employeeSeniorityDate: '2019-01-01',
		externalId: member.opusNumber,
		wageGroupId: member.isMonthlyPaid ? 2 : 1,
		taskId: null,
		projectId: null,
		subProjectId: null,
		phaseId: null,
		orderId: null,
		freeDimension1Id: 10,
		freeDimension2Id: null,
		costCarrierId: null,
		statisticsGroupCode: member.isMonthlyPaid ? 'F' : 'A',
		registrationAccess: 1,
		cardNumber: 70_000 + member.employeeId,
		RFID: null,
		HMSCardId: null,
		authenticationId: null,
	};
}
