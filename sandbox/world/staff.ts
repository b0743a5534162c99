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
	/** Holds a second employment in Opus under the same CPR number. */
	readonly hasSecondEmployment: boolean;
}

const FIRST_EMPLOYEE_ID = 2001;

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

function makeMember(random: Random, taken: Set<string>, clientId: number, index: number): StaffMember {
	const given = random.pick(GIVEN_NAMES);
	return {
		clientId,
		employeeId: FIRST_EMPLOYEE_ID + index,
		givenName: given.name,
		familyName: random.pick(FAMILY_NAMES),
		gender: given.gender,
		cpr: makeCpr(random, taken),
		departmentId: random.pick(HOME_DEPARTMENTS),
		isMonthlyPaid: index % 5 === 4,
		trouble: troubleAt(index),
		hasSecondEmployment: index % 20 === 6,
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
	hasSecondEmployment: false,
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
		externalId: null,
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
