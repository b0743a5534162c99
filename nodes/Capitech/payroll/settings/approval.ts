import { badInput } from '../../../kit/failure';
import { readInteger } from '../../../kit/parameters';
import type { TimeTransaction } from '../../time/row';
import { readEntries, readSection, refuseUnknown } from './entries';

/** Which approval counts. */
export interface ApprovalRule {
	/** 1 to 4. */
	level: number;
	/** The level by department, where it is another. */
	departments: ReadonlyMap<number, number>;
}

const NAMES = ['One', 'Two', 'Three', 'Four'];

function readLevel(place: string, value: unknown): number {
	const level = readInteger(place, value, 1);
	if (level > NAMES.length) throw badInput(place, 'is above 4', 'Capitech has the levels 1 to 4.');
	return level;
}

/**
 * Reads which approval counts.
 * @throws Failure naming what is wrong
 */
export function readApproval(place: string, value: unknown): ApprovalRule {
	const section = readSection(place, value);
	refuseUnknown(place, section, ['level', 'departments']);
	const departments = new Map<number, number>();
	readEntries(`${place}, departments`, section.departments).forEach((entry, at) => {
		const own = `${place}, departments, entry ${at + 1}`;
		refuseUnknown(own, entry, ['departmentId', 'level']);
		const departmentId = readInteger(`${own}, departmentId`, entry.departmentId);
		if (departments.has(departmentId)) throw badInput(own, `gives department ${departmentId} a second time`, 'Leave one of the two entries out.');
		departments.set(departmentId, readLevel(`${own}, level`, entry.level));
	});
	return { level: readLevel(`${place}, level`, section.level), departments };
}

/** The level on which a row must be approved. */
export const levelFor = ({ level, departments }: ApprovalRule, { departmentId }: TimeTransaction): number =>
	(departmentId === null ? undefined : departments.get(departmentId)) ?? level;

/** Null, not 0, means not approved (contract, section 4, point 9). */
export const isApproved = (row: TimeTransaction, level: number): boolean => row[`approvedLevel${NAMES[level - 1]}`] === 1;

/** Who approved a row on a level; null when nobody did or the row doesn't tell. */
export const approverOf = (row: TimeTransaction, level: number): string | null => (row[`approvedLevel${NAMES[level - 1]}By`] as string | null | undefined) ?? null;

/** When a row was last approved or changed, `yyyy-MM-dd HH:mm:ss`. */
export const lastTouched = (row: TimeTransaction): string =>
	[row.lastUpdatedOn, ...NAMES.map((name) => row[`approvedLevel${name}On`])].reduce<string>((last, stamp) => (typeof stamp === 'string' && stamp > last ? stamp : last), '');
