import type { ShiftFields, ShiftLimits } from '../../../../nodes/Lina/shift/shift';
import { readShift } from '../../../../nodes/Lina/shift/shift';

export const PERSON = '7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6b';
export const OTHER = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

/** Any date goes. */
export const ANY: ShiftLimits = { repeatedHour: 'refuse', daysBack: 100_000, daysAhead: 100_000 };

/** A shift as it is entered: 14:00 to 22:30 unless told otherwise. */
export const entered = (fields: Partial<ShiftFields> = {}): ShiftFields => ({
	userUuid: PERSON,
	date: '2026-10-20',
	from: '14:00',
	to: '22:30',
	from2: undefined,
	to2: undefined,
	breakMinutes: undefined,
	...fields,
});

export const shift = (fields: Partial<ShiftFields> = {}, limits: Partial<ShiftLimits> = {}) => readShift(entered(fields), { ...ANY, ...limits });
