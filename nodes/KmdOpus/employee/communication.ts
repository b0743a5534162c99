import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../kit/outcome';
import { note } from '../../kit/outcome';
import type { Employee } from './records';

/** A record of communication: one address or number of one art. Dates are `yyyy-MM-dd`, both ends inclusive. */
export interface CommunicationRecord extends IDataObject {
	validFrom: string;
	validTo: string;
	/** Sekvensnummer, three digits. */
	sequenceNumber: string;
	/** Kommunikationsart, four digits. */
	communicationType: string;
	/** KommunikationsID; empty for a record that is to go. */
	value: string;
}

export type CommunicationMode =
	/** Whatever stands, the value holds from then on. */
	| 'set'
	/** Only where nothing stands in the period. */
	| 'create'
	/** Only where something stands in the period. */
	| 'change'
	/** What is valid on the last day ends with it. */
	| 'end'
	| 'delete';

/** What is wanted of the communication of an employee. */
export interface Wish {
	employeeNumber: string;
	mode: CommunicationMode;
	communicationType: string;
	sequenceNumber: string;
	/** `end` and `delete` may leave out what reading finds. */
	validFrom?: string;
	validTo?: string;
	/** Of `set`, `create` and `change`. */
	value: string;
}

/** What a wish comes to: a record to be sent, or an outcome without sending anything. */
export type Plan = { send: CommunicationRecord } | { settled: Outcome };

const OPEN_END = '9999-12-31';

/** The records of communication that stand. */
export const standingIn = (employee: Employee | undefined): CommunicationRecord[] =>
	(employee?.records.communication ?? [])
		.filter(({ deleted }) => deleted !== true)
		.map(({ validFrom, validTo, sequenceNumber, communicationType, value }) => ({
			validFrom: validFrom ?? '1800-01-01',
			validTo: validTo ?? OPEN_END,
			sequenceNumber: String(sequenceNumber ?? '').padStart(3, '0'),
			communicationType: String(communicationType ?? '').padStart(4, '0'),
			value: String(value),
		}));

const rejected = (text: string): Plan => ({ settled: { outcome: 'rejected', messages: [note('E', text)] } });
const unchanged = (text: string): Plan => ({ settled: { outcome: 'unchanged', messages: [note('I', text)] } });

const isOfKey = ({ communicationType, sequenceNumber }: Wish) => (record: CommunicationRecord): boolean =>
	record.communicationType === communicationType && record.sequenceNumber === sequenceNumber;

const covers = (record: CommunicationRecord, { value, validFrom = '', validTo = OPEN_END }: Wish): boolean =>
	record.value === value && record.validFrom <= validFrom && record.validTo >= validTo;

const overlaps = (record: CommunicationRecord, { validFrom = '', validTo = OPEN_END }: Wish): boolean =>
	record.validFrom <= validTo && record.validTo >= validFrom;

/** The record as a wish has it, by itself. */
export const recordOf = ({ communicationType, sequenceNumber, validFrom = '', validTo = OPEN_END, value }: Wish): CommunicationRecord => ({
	validFrom,
	validTo,
	sequenceNumber,
	communicationType,
	value,
});

function planEnd(wish: Wish, own: CommunicationRecord[]): Plan {
	const last = wish.validTo ?? '';
	if (own.some(({ validFrom }) => validFrom > last)) return rejected('A record begins after the last day: delete it first, or choose a later day.');
	const record = own.find(({ validTo }) => validTo >= last);
	if (!record || record.validTo === last) return unchanged('Nothing is valid after the last day.');
	return { send: { ...record, validTo: last } };
}

function planDelete(wish: Wish, own: CommunicationRecord[]): Plan {
	const meant = own.filter(({ validFrom, validTo }) => validFrom === (wish.validFrom ?? validFrom) && validTo === (wish.validTo ?? validTo));
	if (meant.length > 1) return rejected('Several records stand: give the first day of the one that is to go.');
	return meant.length ? { send: { ...meant[0], value: '' } } : unchanged('No such record stands.');
}

/** What has to be sent so that a wish comes true, given what stands. */
export function plan(wish: Wish, standing: readonly CommunicationRecord[]): Plan {
	const own = standing.filter(isOfKey(wish));
	if (wish.mode === 'end') return planEnd(wish, own);
	if (wish.mode === 'delete') return planDelete(wish, own);
	if (own.some((record) => covers(record, wish))) return unchanged('It stands already.');
	const isTaken = own.some((record) => overlaps(record, wish));
	if (wish.mode === 'create' && isTaken) return rejected('Another value stands in the period: change it instead of creating it.');
	if (wish.mode === 'change' && !isTaken) return rejected('Nothing stands in the period: create it instead of changing it.');
	return { send: recordOf(wish) };
}

/** Whether what was sent stands, or, for a deletion, is gone. */
export function holds(wish: Wish, sent: CommunicationRecord, standing: readonly CommunicationRecord[]): boolean {
	const own = standing.filter(isOfKey(wish));
	if (wish.mode === 'delete') return !own.some(({ validFrom, validTo }) => validFrom === sent.validFrom && validTo === sent.validTo);
	if (wish.mode === 'end') return !own.some(({ validTo }) => validTo > sent.validTo);
	return own.some((record) => covers(record, { ...wish, validFrom: sent.validFrom, validTo: sent.validTo }));
}
