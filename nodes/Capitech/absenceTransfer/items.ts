import type { IDataObject } from 'n8n-workflow';

import { readText } from '../../kit/parameters';
import { recordFields, writeMemory } from './memory';
import type { Answer } from './remember';
import type { TransferSettings } from './settings';
import type { Step } from './step';

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'delete']);

/** Whether an item is a step that is written to the payroll system. */
export const isWrite = ({ step }: IDataObject): boolean => WRITES.has(String(step));

function fieldsOf({ name, memory, record }: Step): IDataObject {
	if (memory) return { ...writeMemory(memory), step: name };
	return { step: name, ...(record && recordFields(record, null)) };
}

/** A step as an item: what it is about, and for a write the row of the memory and what the payroll system's operations read. */
export function itemOf(step: Step, firms: TransferSettings): IDataObject {
	const { of, absence, reason } = step;
	const [day] = absence?.days ?? [];
	return {
		step: step.name,
		reason,
		clientId: of.clientId,
		absenceId: of.absenceId,
		municipalityCode: firms.get(of.clientId)?.municipalityCode ?? '',
		employeeId: day?.employeeId ?? null,
		employee: day?.employee ?? null,
		absenceCode: day?.absenceCode ?? null,
		days: absence?.days.length ?? 0,
		...fieldsOf(step),
	};
}

const OUTCOMES: ReadonlySet<string> = new Set(['registered', 'difference', 'reversed', 'unchanged', 'validated', 'partial', 'later', 'rejected', 'unknown']);

/** How the write of an item came back; an outcome that nobody knows is no end. */
export function answerOf({ outcome, error }: IDataObject): Answer {
	if (outcome !== undefined) return OUTCOMES.has(readText(outcome)) ? (outcome as Answer) : 'unknown';
	return error === undefined ? 'none' : 'failed';
}
