import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../nodes/kit/failure';
import type { BranchKey } from '../../../nodes/StarAkasse/branchOffice/paths';
import type { RelatedAkasse } from '../../../nodes/StarAkasse/branchOffice/relation';
import type { DirectoryReader } from '../../../nodes/StarAkasse/trigger/reader';
import { readTriggerSettings } from '../../../nodes/StarAkasse/trigger/settings';
import type { DirectoryState } from '../../../nodes/StarAkasse/trigger/source';
import { DirectoryChanges } from '../../../nodes/StarAkasse/trigger/source';
import { numbers, TestTime, TinyPoller } from '../lina/tinyPoller';

/** An a-kasse as it comes over the wire. */
export const akasse = (akasseKode: string, changes: IDataObject = {}): IDataObject => ({
	akasseKode,
	navn: `Prøvens A-kasse ${akasseKode}`,
	adresse: { vejnavn: 'Prøvevej', husnummer: '1', postnummer: '2100', bynavn: 'Prøveby' },
	cvrNummer: '12345678',
	telefonnummer: '70101010',
	webadresse: 'www.example.org',
	logo: 'aWNvbg==',
	dybeLinks: [
		{ label: 'Selvbetjening', adresse: 'https://example.org/1' },
		{ label: 'Kontakt', adresse: 'https://example.org/2' },
	],
	akasseAabningstider: [1, 2, 3].map((ugedag) => ({ ugedag, aabningstidspunkt: '09:00', lukketidspunkt: '15:00' })),
	akasseTelefontider: [{ ugedag: 1, aabningstidspunkt: '10:00', lukketidspunkt: '12:00' }],
	kanalInformation: { kanaler: ['chat', 'telefon'] },
	...changes,
});

/** A directory in memory, whose lists come in another order each time. */
export class TinyDirectory implements DirectoryReader {
	readonly akasseRecords = new Map<string, IDataObject>();

	/** Codes of a-kasser that are not listed, and keys of branch offices that are not in the relation, though they are there. */
	readonly unlisted = new Set<string>();

	/** By `akasse/branch`. */
	readonly branchRecords = new Map<string, IDataObject>();

	/** The reads made. */
	made: string[] = [];

	/** The read from now on that fails; none where it is 0. */
	failAt = 0;

	/** What comes of an a-kasse that is there, in the list. */
	spelled = (record: IDataObject): IDataObject => record;

	private readonly order = numbers(3);

	constructor(akasser: number, branchesEach = 2) {
		for (let code = 901; code < 901 + akasser; code++) {
			this.put(akasse(String(code)));
			for (let branch = 1; branch <= branchesEach; branch++) this.putBranch(String(code), `0${branch}`);
		}
	}

	put(record: IDataObject): void {
		this.akasseRecords.set(String(record.akasseKode), record);
	}

	putBranch(akasseKode: string, afdelingskontorKode: string, changes: IDataObject = {}): void {
		this.branchRecords.set(`${akasseKode}/${afdelingskontorKode}`, { ...akasse(akasseKode), afdelingskontorKode, navn: `Kontor ${afdelingskontorKode}`, ...changes });
	}

	async akasser(): Promise<IDataObject[]> {
		this.count('list');
		return this.shuffled([...this.akasseRecords].filter(([code]) => !this.unlisted.has(code))).map(([, record]) => this.spelled(record));
	}

	async akasse(akasseCode: string): Promise<IDataObject | undefined> {
		this.count(`akasse ${akasseCode}`);
		return this.akasseRecords.get(akasseCode);
	}

	async relation(): Promise<RelatedAkasse[]> {
		this.count('relation');
		const listed = this.shuffled([...this.branchRecords].filter(([key]) => !this.unlisted.has(key)));
		return [...this.akasseRecords.keys()].map((akasseCode) => ({
			akasseCode,
			name: null,
			branches: listed
				.filter(([key]) => key.startsWith(`${akasseCode}/`))
				.map(([key, { navn }]) => ({ branchCode: key.slice(akasseCode.length + 1), name: String(navn), others: {} })),
		}));
	}

	async branch({ akasseCode, branchCode }: BranchKey): Promise<IDataObject | undefined> {
		this.count(`branch ${akasseCode}/${branchCode}`);
		return this.branchRecords.get(`${akasseCode}/${branchCode}`);
	}

	private count(read: string): void {
		if (this.failAt > 0 && --this.failAt === 0) throw new Failure({ kind: 'unavailable', message: 'STAR is out of order' });
		this.made.push(read);
	}

	private shuffled<T>(entries: T[]): T[] {
		return entries.map((entry) => [this.order(), entry] as const).sort(([a], [b]) => a - b).map(([, entry]) => entry);
	}
}

/** An item in short: `akasseChanged 901: address, contact`. */
export const inShort = ({ event, akasseCode, branchCode, changed }: IDataObject): string =>
	`${String(event)} ${[akasseCode, branchCode].filter(Boolean).join('/')}${changed ? `: ${(changed as string[]).join(', ')}` : ''}`;

export const AKASSER = ['akasseNew', 'akasseChanged', 'akasseClosed'];
export const BRANCHES = ['branchNew', 'branchChanged', 'branchClosed'];

/** A directory and a trigger on it. */
export class Bench {
	readonly time = new TestTime('2026-11-01T06:00');

	readonly directory: TinyDirectory;

	readonly trigger: TinyPoller<DirectoryState>;

	/** @param parameters of the trigger; both kinds of events, simplified, unless told otherwise */
	constructor(akasser: number, public parameters: IDataObject = {}, { branchesEach = 2, budgetMs = 300_000 } = {}) {
		this.directory = new TinyDirectory(akasser, branchesEach);
		const all = { events: [...AKASSER, ...BRANCHES], simplify: true };
		this.trigger = new TinyPoller(() => new DirectoryChanges(this.directory, readTriggerSettings((name) => ({ ...all, ...this.parameters })[name])), this.time, budgetMs);
	}

	/** What a poll tells, in short. Rejects where it fails. */
	async told(): Promise<string[]> {
		return (await this.trigger.poll()).map(inShort).sort();
	}

	get state(): DirectoryState {
		return this.trigger.kept.state as DirectoryState;
	}
}
