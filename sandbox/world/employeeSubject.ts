import { addDays } from './dates.ts';
import type { FieldValue } from './employeeTypes.ts';
import type { Random } from './random.ts';
import type { StaffMember } from './staff.ts';
import type { Employment } from './types.ts';

/** A record before it is told whose it is and when it was entered. */
export interface AreaRow {
	readonly Datakategori: string;
	readonly Gyldighedsstart: string;
	readonly Gyldighedsstop: string;
	readonly Slettet?: boolean;
	readonly IkkeGodkendt?: boolean;
	readonly [field: string]: FieldValue | boolean | undefined;
}

/** The employment that records are made for. */
export interface Subject {
	readonly employment: Employment;
	readonly member: StaffMember;
	/** Its position among all employments, by which peculiarities are dealt out. */
	readonly index: number;
	readonly isSecond: boolean;
	readonly departmentId: number;
	/** Keys of the units it leads. */
	readonly leads: readonly string[];
	/** A first of month in the future, at which planned changes begin to hold. */
	readonly comesNext: string;
	readonly random: Random;
}

export const OPEN_END = '9999-12-31';

/** The period of an employment cut at dates: consecutive stretches. Dates outside the employment cut nothing. */
export function stretches({ Fra, Til }: Employment, cuts: readonly string[]): Pick<AreaRow, 'Gyldighedsstart' | 'Gyldighedsstop'>[] {
	const starts = [Fra, ...cuts.filter((cut) => cut > Fra && cut <= Til)];
	return starts.map((start, index) => ({
		Gyldighedsstart: start,
		Gyldighedsstop: index + 1 < starts.length ? addDays(starts[index + 1], -1) : Til,
	}));
}
