import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../../nodes/kit/dateWindows';
import { isFiling, itemOf } from '../../../../nodes/Lina/consentTransfer/items';
import type { Scope } from '../../../../nodes/Lina/consentTransfer/judge';
import { judgeAll, readingFor } from '../../../../nodes/Lina/consentTransfer/judge';
import { readMaterial } from '../../../../nodes/Lina/consentTransfer/material';
import { planTransfer } from '../../../../nodes/Lina/consentTransfer/plan';
import { rememberStep } from '../../../../nodes/Lina/consentTransfer/remember';
import { readTransferSettings } from '../../../../nodes/Lina/consentTransfer/settings';

export const NOW = '2026-10-31T05:00:00.000Z';
export const REGISTRATION = '7d9f0000-0000-4000-8000-00000000beef';

/** Settings as the template has them; a test puts its own over them. */
export const document = (more: IDataObject = {}): IDataObject => ({
	...{ store: 'main', thirdParty: 'Nordwirt ApS', purpose: 'Personaleadministration', documentTypes: { consent: 'LINA-SAMTYKKE', withdrawal: 'LINA-TILBAGETRAEKNING' } },
	...{ sourceSystem: 'LINA', language: 'da', honoursReference: false, humanListDays: 30, lookAgainHours: 24, ...more },
});

/** A person whose consent stands, as *Employee: Get Many With Consent* gives them. */
export const consent = (at: number, more: IDataObject = {}): IDataObject => ({
	...{ userUuid: `uuid-${at}`, firstName: 'Åse', lastName: `Sørensen ${at}`, email: `aase${at}@kommune.example`, area: 'Service', ...more },
});

/** An employment, as KMD Opus's *Employee: Get Many* gives it unsimplified. */
export const employee = (at: number, { left, ...more }: IDataObject = {}): IDataObject => {
	const validity = { validFrom: '2020-01-01', validTo: left ?? '9999-12-31' };
	const hasLeft = left === undefined ? [] : [{ validFrom: addDays(String(left), 1), validTo: '9999-12-31', employmentStatus: '0' }];
	return {
		employeeNumber: String(100 + at),
		records: {
			activities: [{ ...validity, employmentStatus: '3' }, ...hasLeft],
			personalData: [{ ...validity, firstName: 'Åse', lastName: `Sørensen ${at}`, cprNumber: '0101010101', ...more }],
			communication: [{ ...validity, communicationType: '0010', value: more.email ?? `aase${at}@kommune.example`, deleted: false }],
		},
		managers: [],
	};
};

/** A row of what is kept. */
export const kept = (at: number, more: IDataObject = {}): IDataObject => ({
	...{ id: at, store: 'main', userUuid: `uuid-${at}`, employeeNumber: String(100 + at), state: 'standing', reference: `lina-c${at}`, documentId: `47${at}`, withdrawalReference: '', at: NOW, ...more },
});

/** A row of the list. */
export const listed = (at: number, code: string, more: IDataObject = {}): IDataObject => ({
	...{ id: at, store: 'main', userUuid: `uuid-${at}`, code, name: `Åse Sørensen ${at}`, employeeNumber: '', reference: '', since: NOW, checkedAt: NOW, ...more },
});

export interface PlanOptions {
	settings?: IDataObject;
	now?: string;
	allowManyWithdrawals?: boolean;
	lookAgain?: boolean;
}

let references = 0;

const scopeOf = ({ settings = {}, now = NOW, allowManyWithdrawals = false, lookAgain = false }: PlanOptions): Scope => ({
	settings: readTransferSettings(document(settings)),
	now: new Date(now),
	allowManyWithdrawals,
	lookAgain,
});

const inputOf = (items: IDataObject[]) => items.map((json, index) => ({ index, item: { json } }));

/** Plans over items alone. */
export function plan(items: IDataObject[], options: PlanOptions = {}): IDataObject[] {
	const scope = scopeOf(options);
	const material = readMaterial(inputOf(items), scope.settings.store, '2026-10-31');
	const steps = planTransfer(material, { ...scope, registrationId: REGISTRATION, newReference: () => `lina-${++references}` });
	return steps.map((step) => itemOf(step, scope.settings, scope.now));
}

/** What the payroll system is to be asked for. */
export function compare(items: IDataObject[], options: PlanOptions = {}): { readOpus: boolean; employeeNumbers: string[] } {
	const scope = scopeOf(options);
	return readingFor(judgeAll(readMaterial(inputOf(items), scope.settings.store, '2026-10-31').persons, scope).judged);
}

export const remember = (item: IDataObject, at = NOW): IDataObject[] => rememberStep(item, at);

/** A step in a word. */
export const inShort = ({ step, userUuid, code, waits }: IDataObject): string => [step, userUuid, code, waits && 'waits'].filter(Boolean).join(' ');

/** What goes wrong with one upload. */
export type Fault = 'none' | 'lost' | 'lostBefore' | 'rejected' | 'later' | 'failed';

export interface Filed {
	documentId: string;
	employeeNumber: string;
	type: string;
	reference: string;
	text: string;
}

/** The personnel folder with the manners of *Upload Document*: what is on record as pending is only sent again where the reference is honoured. */
export class Folder {
	readonly documents: Filed[] = [];

	constructor(readonly honours: boolean) {}

	upload(item: IDataObject, fault: Fault): IDataObject {
		if (item.recordedState === 'pending' && !this.honours) return { ...item, outcome: 'unknown' };
		if (fault === 'later' || fault === 'rejected') return { ...item, outcome: fault };
		if (fault === 'failed') return { ...item, error: 'Something was wrong' };
		if (fault === 'lostBefore') return { ...item, outcome: 'unknown' };
		const known = this.honours ? this.documents.find(({ reference }) => reference === item.documentReference) : undefined;
		const documentId = known?.documentId ?? String(4700 + this.documents.length);
		if (!known) this.documents.push({ documentId, employeeNumber: String(item.employeeNumber), type: String(item.documentTypeKey), reference: String(item.documentReference), text: String(item.text) });
		return fault === 'lost' ? { ...item, outcome: 'unknown' } : { ...item, outcome: 'registered', documentId };
	}
}

/** After how many changes of tables a run breaks off; before the first of them the uploads have been made. */
export interface Run {
	faults: Fault[];
	/** After how many uploads it breaks off; the last of them was made, and nobody heard of it. */
	uploads: number;
	changes: number;
}

/** The three tables, as rows. */
export class Tables {
	consents: IDataObject[] = [];
	human: IDataObject[] = [];
	tasks: IDataObject[] = [];

	/** A change as the workflow's nodes make it: by store and userUuid, a task by its reference. */
	apply({ table, change, ...row }: IDataObject): void {
		const name = table as 'consents' | 'human' | 'tasks';
		const isSame = (other: IDataObject): boolean => (name === 'tasks' ? other.reference === row.reference : other.store === row.store && other.userUuid === row.userUuid);
		if (change === 'erase') this[name] = this[name].filter((other) => !isSame(other));
		else if (this[name].some(isSame)) this[name] = this[name].map((other) => (isSame(other) ? { ...other, ...row } : other));
		else this[name] = [...this[name], { ...row }];
	}
}

/** The order in which the workflow writes: what is still open is noted first, what is erased goes last. */
const ORDER = ['tasks keep', 'human keep', 'human erase', 'consents keep', 'consents erase'];

const inOrder = (changes: IDataObject[]): IDataObject[] => ORDER.flatMap((name) => changes.filter(({ table, change }) => `${String(table)} ${String(change)}` === name));

/** LINA, the payroll system, and the tables between them. */
export class World {
	readonly consenting = new Set<number>();
	readonly tables = new Tables();
	readonly folder: Folder;
	employees: IDataObject[] = [];
	hours = 0;

	constructor(readonly honours: boolean) {
		this.folder = new Folder(honours);
	}

	get now(): string {
		return new Date(Date.parse(NOW) + this.hours * 3_600_000).toISOString();
	}

	private get items(): IDataObject[] {
		return [...[...this.consenting].map((at) => consent(at)), ...this.tables.consents, ...this.tables.human];
	}

	private get options(): PlanOptions {
		return { settings: { honoursReference: this.honours }, now: this.now, allowManyWithdrawals: true };
	}

	/** The plan as the workflow makes it: employments are read as far as Compare says. */
	plan(): IDataObject[] {
		const { readOpus, employeeNumbers } = compare(this.items, this.options);
		const read = this.employees.filter(({ employeeNumber }) => !employeeNumbers.length || employeeNumbers.includes(String(employeeNumber)));
		return plan([...this.items, ...(readOpus ? read : [])], this.options);
	}

	/** A run; it may break off. */
	run({ faults, uploads, changes }: Run = { faults: [], uploads: Infinity, changes: Infinity }): void {
		const steps = this.plan();
		const filings = steps.filter(isFiling);
		filings.flatMap((item) => remember(item, this.now)).forEach((change) => this.tables.apply(change));
		const answered = filings.slice(0, uploads).map((item, at) => this.folder.upload(item, faults[at] ?? 'none'));
		if (uploads < filings.length) return;
		const all = [...answered, ...steps.filter((item) => !isFiling(item))].flatMap((item) => remember(item, this.now));
		inOrder(all).slice(0, changes).forEach((change) => this.tables.apply(change));
	}

	/** What is kept of a person, in any table. */
	traces(at: number): IDataObject[] {
		const { consents, human, tasks } = this.tables;
		const isAbout = (row: IDataObject): boolean => new RegExp(`uuid-${at}\\b|Sørensen ${at}\\b|"${100 + at}"`).test(JSON.stringify(row));
		return [...consents, ...human, ...tasks].filter(isAbout);
	}

	/** The types of the documents in a folder, in the order in which they came. */
	types(at: number): string[] {
		return this.folder.documents.filter(({ employeeNumber }) => employeeNumber === String(100 + at)).map(({ type }) => type);
	}
}
