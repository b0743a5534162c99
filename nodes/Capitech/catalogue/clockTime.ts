import type { IDataObject } from 'n8n-workflow';

import type { ReadValue } from '../fields';
import { asFlag, numberIn } from '../fields';

const pad = (part: number): string => String(part).padStart(2, '0');

/**
 * A time of the day as `HH:mm`, or null where there is none. Duty definitions give it in parts, `{ hour, minute, second, isEmpty }` (contract, section 3.6);
 * `HH:mm:ss` is taken, too.
 */
export const asClockTime: ReadValue = (value) => {
	if (typeof value === 'string') return /^\d{2}:\d{2}/.exec(value)?.[0] ?? null;
	const { hour, minute, isEmpty } = (value ?? {}) as IDataObject;
	const [hours, minutes] = [numberIn(hour), numberIn(minute ?? 0)];
	const isTime = !asFlag(isEmpty) && Number.isInteger(hours) && Number.isInteger(minutes);
	return isTime ? `${pad(Number(hours))}:${pad(Number(minutes))}` : null;
};
