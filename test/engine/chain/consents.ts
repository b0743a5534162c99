import type { IDataObject } from 'n8n-workflow';

import type { JournalEntry } from '../support';
import { pdfText } from '../support/pdfText';
import type { ChainOptions, ChainRun, ChainWorld } from './support';
import { Chain, withChain } from './support';

const NAME = 'lina-to-personalemappe';

export const UPLOAD = 'UploadDocument';
export const PUSH = 'Push';
export const SCHEDULE = 'Every 15 Minutes';
export const REGISTRATION = '7d9f0000-0000-4000-8000-00000000beef';

/** A person as LINA gives them out. */
export interface Person extends IDataObject {
	userUuid: string;
	userVorname: string;
	userName: string;
	userEmail: string;
	bereich: string;
}

/** A document in a personnel folder. */
export interface FiledDocument extends IDataObject {
	DocumentId: string;
	PersonnelNumber: string;
	DocumentTypeKey: string;
	SourceSystem: string;
	ExternalReference: string;
	/** base64 */
	Content: string;
}

/** Documents as they are against the reference. */
interface ConsentComparison {
	equal: boolean;
	missing: IDataObject[];
	extra: IDataObject[];
	duplicateLines: number;
}

/** What the reference says: the figures, and who is for a human, why. */
export interface ConsentExpectation {
	counts: Record<'consents' | 'filed' | 'withdrawn' | 'human', number>;
	human: Array<{ userUuid: string; reason: string }>;
	ledger: IDataObject[];
}

const MINUTE = 60_000;

/** The chain of consents as its template file has it. */
export class ConsentChain extends Chain {
	constructor(world: ChainWorld) {
		super(world, NAME);
	}

	protected override get usualSettings(): Record<string, unknown> {
		return { postOnManualStart: true };
	}

	/** A run, a minute after the one before: LINA counts the calls of a quarter of an hour. */
	override async run(options: ChainOptions = {}): Promise<ChainRun> {
		await this.advance(MINUTE);
		return await super.run(options);
	}

	/** A run that a push begins; what it says is not asked. */
	async ring(said: IDataObject = {}, options: ChainOptions = {}): Promise<ChainRun> {
		const items = [{ event: 'consentGiven', registrationId: REGISTRATION, userUuid: 'nobody', receivedAt: new Date(this.time).toISOString(), ...said }];
		return await this.run({ from: PUSH, items, ...options });
	}

	async give(...userUuids: string[]): Promise<void> {
		await this.control.put('lina', { consents: userUuids.map((userUuid) => ({ userUuid })) });
	}

	async withdraw(...userUuids: string[]): Promise<void> {
		await this.control.remove('lina', { consents: userUuids.map((userUuid) => ({ userUuid })) });
	}

	/** Who consents now. */
	async consenting(): Promise<Person[]> {
		return (await this.control.state<{ consents: Person[] }>('lina')).consents;
	}

	/** Everybody who can log in to the store. */
	async people(): Promise<Person[]> {
		const { users } = await this.control.state<{ users: Array<Person & { mainStore: string }> }>('lina');
		const [{ mainStore }] = users;
		return users.filter((user) => user.mainStore === mainStore);
	}

	/** Documents that came from LINA. */
	async documents(): Promise<FiledDocument[]> {
		const { documents } = await this.control.state<{ documents: FiledDocument[] }>('kmdOpus');
		return documents.filter(({ SourceSystem }) => SourceSystem === 'LINA');
	}

	/** Their texts. */
	async texts(): Promise<Array<FiledDocument & { text: string }>> {
		const read: Array<FiledDocument & { text: string }> = [];
		for (const document of await this.documents()) read.push({ ...document, text: await pdfText(document.Content) });
		return read;
	}

	rowsOf(table: 'nordic_lina_consents' | 'nordic_lina_human' | 'nordic_records_tasks'): IDataObject[] {
		return this.tables.rows(table) as unknown as IDataObject[];
	}

	/** All that stands in any table. */
	get kept(): string {
		const names = ['nordic_lina_consents', 'nordic_lina_human', 'nordic_records_tasks', 'nordic_workforce_runs'];
		return JSON.stringify(names.map((name) => this.tables.rows(name)));
	}

	/** A human looks into the folders and says of each open document whether it is there. */
	async settle(): Promise<void> {
		const references = new Set((await this.documents()).map(({ ExternalReference }) => ExternalReference));
		for (const row of this.rowsOf('nordic_lina_consents')) {
			if (!['pending', 'withdrawing', 'unknown'].includes(String(row.state))) continue;
			row.state = references.has(String(row.withdrawalReference || row.reference)) ? 'standing' : '';
		}
	}

	async expectation(): Promise<ConsentExpectation> {
		return await this.control.expected<ConsentExpectation>(NAME);
	}

	/** What keeps the folders from being what the reference says; empty when all is well. */
	async folderProblems(): Promise<string[]> {
		const { equal, missing, extra, duplicateLines } = await this.control.compare<ConsentComparison>(NAME);
		const problems = Object.entries({ missing, extra }).flatMap(([name, list]) => list.map((entry) => `${name}: ${JSON.stringify(entry)}`));
		if (duplicateLines) problems.push(`filed twice: ${duplicateLines}`);
		return equal || problems.length ? problems : ['not equal'];
	}

	/** The uploads that went over the wire. */
	async sent(): Promise<JournalEntry[]> {
		return (await this.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === UPLOAD);
	}
}

/** Begins a test file: a sandbox for it, and waits of the pack that cost nothing. */
export const useConsentChain = (world: ChainWorld): ConsentChain => withChain(new ConsentChain(world));
