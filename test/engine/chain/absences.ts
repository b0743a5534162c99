import type { IDataObject } from 'n8n-workflow';

import type { JournalEntry } from '../support';
import type { ChainOptions, ChainRun, ChainWorld } from './support';
import { Chain, firmsOf, withChain } from './support';

const NAME = 'capitech-absence-to-opus';

export const WRITE = 'SetAbsenceAttendance';
export const READ = 'GetAbsenceAttendanceByPeriod';

/** A firm in the settings of the template. */
export interface TransferFirmSettings extends IDataObject {
	approvedStatuses: number[];
	withdrawn: string;
	openEnded: string;
	startDate: string;
	types: IDataObject[];
	employees: { source: string; table: IDataObject[] };
}

/** The template's firms with something changed. */
export const transferFirms = (change: (firm: TransferFirmSettings) => void): string => firmsOf(NAME, change);

/** Capitech's absences and those of Opus against the reference. */
export interface AbsenceComparison {
	equal: boolean;
	missing: IDataObject[];
	extra: IDataObject[];
	lost: IDataObject[];
	duplicateLines: number;
}

/** A record of absence as Opus holds it. */
export interface OpusRecord extends IDataObject {
	PersonnelNumber: string;
	AbsenceAttendanceType: string;
	StartDate: string;
	EndDate: string;
	StartTime: string;
	EndTime: string;
}

const dayOf = (time: number, days: number): string => new Date(time + days * 86_400_000).toISOString().slice(0, 10);

/** The chain of absences as its template file has it. */
export class AbsenceChain extends Chain {
	constructor(world: ChainWorld) {
		super(world, NAME);
	}

	/** The period that is compared: all of the world, and until today and beyond. */
	get period(): { from: string; to: string } {
		return { from: '2026-06-01', to: dayOf(this.time, 92) };
	}

	override async run(options: ChainOptions = {}): Promise<ChainRun> {
		const { from, to } = this.period;
		return await super.run({ ...options, settings: { fromDate: from, toDate: to, ...options.settings } });
	}

	/** Leaves Opus with no absences but those to come, and nothing that it refuses: what stands then depends on nothing but what is wanted. */
	async makeRoom(): Promise<void> {
		const { absences, quotas } = await this.control.state('kmdOpus');
		await this.control.remove('kmdOpus', { absences: absences.map((of) => ({ ...of })) });
		await this.control.put('kmdOpus', { quotas: quotas.map((of) => ({ ...of, Entitlement: 10_000 })) });
		await this.control.switches({ 'kmdOpus.absenceClosedPeriod': 'accepts' });
	}

	/** What stands in Opus, in short. */
	async standing(): Promise<string[]> {
		const { absences } = await this.control.state<{ absences: OpusRecord[] }>('kmdOpus');
		return absences.map(inShort).sort();
	}

	/** The rows of the table in which the workflow remembers. */
	memory(): IDataObject[] {
		return this.tables.rows('nordic_absences') as unknown as IDataObject[];
	}

	/** What keeps Opus from being what the reference says; empty when all is well. */
	async transferProblems(): Promise<string[]> {
		const { from, to } = this.period;
		const found = await this.control.compare<AbsenceComparison>(NAME, { from, to });
		const { equal, missing, extra, lost, duplicateLines } = found;
		const problems = Object.entries({ missing, extra, lost }).flatMap(([name, list]) => list.map((entry) => `${name}: ${JSON.stringify(entry)}`));
		if (duplicateLines) problems.push(`doubled: ${duplicateLines} records`);
		return equal || problems.length ? problems : ['not equal'];
	}

	/** The reference's figures for the period. */
	async expected(): Promise<Record<string, number>> {
		const { from, to } = this.period;
		return (await this.control.expected(NAME, { from, to })).counts;
	}

	/** The writes that went over the wire. */
	async sent(): Promise<JournalEntry[]> {
		return (await this.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === WRITE);
	}
}

/** A record in one line. */
export const inShort = (of: OpusRecord): string => [of.PersonnelNumber, of.AbsenceAttendanceType, of.StartDate, of.StartTime, of.EndDate, of.EndTime].join(' ');

/** Begins a test file: a sandbox for it, and waits of the pack that cost nothing. */
export const useAbsenceChain = (world: ChainWorld): AbsenceChain => withChain(new AbsenceChain(world));
