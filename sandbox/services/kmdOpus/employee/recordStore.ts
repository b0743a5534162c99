import { ControlError } from '../../../service.ts';
import { isIsoDate } from '../../../world/dates.ts';
import type { EmployeeRecord } from '../../../world/employeeTypes.ts';
import type { RecordKind } from '../../collection.ts';
import { withoutLeadingZeros, withPlainNumber } from '../employeeNumber.ts';
import { AREA_OF, AREAS, COMMUNICATION } from './areas.ts';

const KIND = 'employeeRecords';
const OPEN_END = '9999-12-31';
const FIRST_SEQUENCE_NUMBER = '000';

const GENERAL_FIELDS = [
	'Medarbejdernummer',
	'Datakategori',
	'Gyldighedsstart',
	'Gyldighedsstop',
	'Registreret',
	'Slettet',
	'IkkeGodkendt',
];

/** What a record is found by. Several that were taken away may have had the same first day, so their last day counts. */
function keyOf(record: EmployeeRecord): string {
	const { key = [] } = AREA_OF.get(record.Datakategori) ?? {};
	return [
		record.Datakategori,
		...key.map((name) => record[name] ?? ''),
		record.Sekvensnummer ?? '',
		record.Gyldighedsstart,
		record.IkkeGodkendt === true ? 'unapproved' : '',
		record.Slettet === true ? record.Gyldighedsstop : '',
	].join('|');
}

function checkRecord(record: Readonly<Record<string, unknown>>): void {
	const complain = (what: string): never => {
		throw new ControlError(`A record of "${KIND}" ${what}`);
	};
	const { Medarbejdernummer: number, Datakategori: code } = record;
	if (typeof number !== 'string' || !/^\d{1,8}$/.test(number)) complain('needs a Medarbejdernummer of at most eight digits.');
	const area = AREA_OF.get(String(code));
	if (area === undefined) {
		throw new ControlError(`A record of "${KIND}" needs a Datakategori: ${AREAS.map((of) => of.code).join(', ')}.`);
	}
	for (const name of ['Gyldighedsstart', 'Gyldighedsstop']) {
		if (!isIsoDate(record[name])) complain(`needs a date as ${name}.`);
	}
	for (const name of area.key) {
		if (typeof (record[name] ?? '') !== 'string') complain(`has a text as ${name}.`);
	}
	const names = [...GENERAL_FIELDS, ...area.fields.map((field) => field.name)];
	const unknown = Object.keys(record).find((name) => !names.includes(name));
	if (unknown !== undefined) complain(`of category ${area.code} has no ${unknown}; it has ${names.join(', ')}.`);
}

/** A record as the control API was given it, an open end and the first sequence number filled in. */
function withDefaults(record: object): EmployeeRecord {
	const isCommunication = (record as Partial<EmployeeRecord>).Datakategori === COMMUNICATION;
	const sequence = isCommunication ? { Sekvensnummer: FIRST_SEQUENCE_NUMBER } : {};
	return { Gyldighedsstop: OPEN_END, ...sequence, ...withPlainNumber(record) } as EmployeeRecord;
}

/** Master data of all employees: one record by category, kind, sequence number and first day. */
export class EmployeeRecords implements RecordKind {
	readonly #now: () => string;
	readonly #byEmployee = new Map<string, Map<string, EmployeeRecord>>();

	/** `now` gives the Danish wall clock, `yyyy-MM-ddTHH:mm:ss`. */
	constructor(now: () => string) {
		this.#now = now;
	}

	/** Takes a new world over. */
	load(records: readonly EmployeeRecord[]): void {
		this.#byEmployee.clear();
		for (const record of records) this.#set(record);
	}

	/** All records, those taken away too. */
	list(): EmployeeRecord[] {
		return [...this.#byEmployee.values()].flatMap((records) => [...records.values()]);
	}

	/** Numbers that have records, in ascending order. */
	numbers(): string[] {
		return [...this.#byEmployee.keys()].sort((one, other) => Number(one) - Number(other));
	}

	/** All records of an employee, those taken away too. */
	of(number: string): EmployeeRecord[] {
		return [...(this.#byEmployee.get(withoutLeadingZeros(number))?.values() ?? [])];
	}

	/** Puts a record in, in place of the one with its key and of the trace that a like one left. */
	write(record: EmployeeRecord, registered = this.#now()): void {
		this.#drop({ ...record, Slettet: true });
		this.#set({ ...record, Registreret: registered });
	}

	/** Takes a record away and keeps a trace of it: of a communication record only the key. */
	erase(record: EmployeeRecord, registered = this.#now()): void {
		this.#drop(record);
		const value = record.Datakategori === COMMUNICATION ? { KommunikationsID: '' } : {};
		this.#set({ ...record, ...value, Slettet: true, Registreret: registered });
	}

	/**
	 * Puts a record in by the control API, over the one with its key, as changed now unless `Registreret` is given.
	 * With `Slettet: true` it is taken away and leaves its trace.
	 */
	upsert(record: object): void {
		const given = withDefaults(record);
		const standing = this.#byEmployee.get(given.Medarbejdernummer)?.get(keyOf({ ...given, Slettet: false }));
		const { Slettet: isErased, ...whole } = { ...given, ...standing, ...withPlainNumber(record) } as EmployeeRecord;
		checkRecord(whole);
		const { Registreret: registered } = record as Partial<EmployeeRecord>;
		if (isErased === true) this.erase(whole, registered);
		else this.write(whole, registered);
	}

	/** Takes a record out by the control API, without a trace. */
	remove(record: object): void {
		const given = withDefaults(record);
		checkRecord(given);
		if (!this.#drop(given)) throw new ControlError(`No record of "${KIND}" has the key ${keyOf(given)}.`);
	}

	#set(record: EmployeeRecord): void {
		const own = this.#byEmployee.get(record.Medarbejdernummer);
		if (own === undefined) this.#byEmployee.set(record.Medarbejdernummer, new Map([[keyOf(record), record]]));
		else own.set(keyOf(record), record);
	}

	#drop(record: EmployeeRecord): boolean {
		return this.#byEmployee.get(record.Medarbejdernummer)?.delete(keyOf(record)) ?? false;
	}
}
