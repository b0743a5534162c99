import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { now } from '../../kit/clock';
import { badInput } from '../../kit/failure';
import { readInteger, readText, readWallClock } from '../../kit/parameters';
import type { Numbers } from '../employee/numbers';
import { readNumbers } from '../employee/numbers';
import type { Presentation } from '../employee/present';
import type { Naming } from '../employee/query';
import { readAreas, readNaming, today, WIRE_TIME } from '../employee/settings';
import { ZONE } from '../payments/line';

/** What the trigger looks for, and how it gives it out. */
export interface TriggerSettings extends Presentation {
	numbers: Numbers;
	/** Datakategorier. */
	categories: readonly string[];
	/** From when on the first poll tells of changes; none: from now on. */
	startFrom?: Date;
	overlapMinutes: number;
	naming: Naming;
}

export const DEFAULT_OVERLAP_MINUTES = 60;

function readStart(value: unknown): Date | undefined {
	if (!readText(value) && !(value instanceof Object)) return undefined;
	const start = DateTime.fromFormat(readWallClock('Start From', value, ZONE, WIRE_TIME), WIRE_TIME, { zone: ZONE }).toJSDate();
	if (start > now()) throw badInput('Start From', 'lies in the future', 'Leave it empty to begin now.');
	return start;
}

/**
 * Reads the parameters of the trigger.
 * @param parameter gives the value of a parameter
 * @throws Failure naming the field that is wrong
 */
export function readTriggerSettings(parameter: (name: string) => unknown): TriggerSettings {
	const options = (parameter('options') ?? {}) as IDataObject;
	return {
		...readAreas(parameter('areas'), options.rotaCategory),
		numbers: readNumbers('Employee Numbers', parameter('employeeNumbers')),
		asOf: parameter('simplify') === false ? undefined : today(),
		startFrom: readStart(parameter('startFrom')),
		overlapMinutes: readInteger('Overlap', options.overlapMinutes ?? DEFAULT_OVERLAP_MINUTES),
		naming: readNaming(options),
	};
}
