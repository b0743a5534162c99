import type { SoapValues } from '../soap/operation';
import type { Part } from './parts';

/** A record of absence or presence that stands, or is to stand. The service gives it no key: employee, type, days and times tell it apart (contract, section 1.1). */
export interface Occurrence extends Part {
	employeeNumber: string;
	/** Absence or presence type (fraværsart), e.g. `FE`. */
	type: string;
	/** What it belongs to by its type: number of a child, key of a maternity case, reason code, number of a work injury; '' for nothing, or not known. */
	relatedKey: string;
}

/** One write: a new record, a record taken away, or one record in the place of another. */
export type Step =
	| { operation: 'INS'; wanted: Occurrence }
	| { operation: 'DEL'; original: Occurrence }
	| { operation: 'MOD'; wanted: Occurrence; original: Occurrence };

/** Whether two are one and the same record to the service. */
export const isSameRecord = (one: Occurrence, other: Occurrence): boolean => identity(one) === identity(other);

const identity = ({ employeeNumber, type, startDate, endDate, startTime, endTime }: Occurrence): string =>
	[employeeNumber, type, startDate, endDate, startTime, endTime].join(' ');

/** Whether a record is already as it is wanted: the same, and about the same child or case where the wanted one says which. */
export const isAsWanted = (standing: Occurrence, wanted: Occurrence): boolean =>
	isSameRecord(standing, wanted) && (wanted.relatedKey === '' || wanted.relatedKey === standing.relatedKey);

/** The records that a step is about. */
export const recordsOf = (step: Step): Occurrence[] => [...('original' in step ? [step.original] : []), ...('wanted' in step ? [step.wanted] : [])];

/** What stands once a step was made. Of several records that are the same to the service it takes one. */
export function afterStep(standing: Occurrence[], step: Step): Occurrence[] {
	const taken = 'original' in step ? standing.find((record) => isSameRecord(record, step.original)) : undefined;
	const kept = standing.filter((record) => record !== taken);
	return 'wanted' in step ? [...kept, step.wanted] : kept;
}

/** What takes a step back. */
export function inverseOf(step: Step): Step {
	switch (step.operation) {
		case 'INS':
			return { operation: 'DEL', original: step.wanted };
		case 'DEL':
			return { operation: 'INS', wanted: step.original };
		case 'MOD':
			return { operation: 'MOD', wanted: step.original, original: step.wanted };
	}
}

const valuesOf = ({ startDate, endDate, startTime, endTime, employeeNumber, type, relatedKey }: Occurrence): SoapValues => ({
	StartDate: startDate,
	StartTime: startTime,
	EndDate: endDate,
	EndTime: endTime,
	AdditionalData: relatedKey,
	PersonnelNumber: employeeNumber,
	AbsenceAttendanceType: type,
});

const originalValuesOf = ({ startDate, endDate, startTime, endTime, type }: Occurrence): SoapValues => ({
	OriginalStartDate: startDate,
	OriginalStartTime: startTime,
	OriginalEndDate: endDate,
	OriginalEndTime: endTime,
	OriginalAbsenceAttendanceType: type,
});

/** The values of the request that makes a step. What is taken away stands in the fields of the record and in those of the original alike. */
export function requestOf(step: Step): SoapValues {
	const { operation } = step;
	const subject = operation === 'DEL' ? step.original : step.wanted;
	return { Operation: operation, ...valuesOf(subject), ...(operation !== 'INS' && originalValuesOf(step.original)) };
}
