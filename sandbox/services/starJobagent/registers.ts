import type { Records } from '../../service.ts';
import type { CodeListLine } from '../../world/starAkasseTypes.ts';
import type {
	CategoryRule,
	InterviewOption,
	JobAgent,
	Occupation,
	StarBooking,
	StarCitizen,
	StarJobagentWorld,
} from '../../world/starJobagentTypes.ts';
import type { RecordKind } from '../collection.ts';
import { Store } from '../star/store.ts';

const NEW_CITIZEN: Omit<StarCitizen, 'cpr'> = { birthdate: '1990-01-01', dead: false, abroad: false };
const NEW_OPTION: Pick<InterviewOption, 'active' | 'takenTimes'> = { active: true, takenTimes: [] };
const NEW_CODE: Pick<CodeListLine, 'navn' | 'beskrivelse' | 'startdato' | 'slutdato'> = { navn: '', beskrivelse: null, startdato: '2020-01-01', slutdato: null };
const NEW_RULE: Omit<CategoryRule, 'klientKategori'> = { udenYdelse: false, needsWish: false, ledighedsgrader: [] };

/** All that the Jobagent service holds. */
export class Registers {
	readonly citizens = new Store<StarCitizen>('citizens', ['cpr'], NEW_CITIZEN);
	readonly jobAgents = new Store<JobAgent>('jobAgents', ['jobagentidentifier']);
	readonly bookings = new Store<StarBooking>('bookings', ['indkaldelseId']);
	readonly interviewOptions = new Store<InterviewOption>('interviewOptions', ['moedetilbudId'], NEW_OPTION);
	readonly codeLists = new Store<CodeListLine>('codeLists', ['name', 'kode'], NEW_CODE);
	readonly categoryRules = new Store<CategoryRule>('categoryRules', ['klientKategori'], NEW_RULE);
	readonly occupations = new Store<Occupation>('occupations', ['conceptUriDa'], { aliasIdentifiers: [] });
	readonly caseworkers = new Store<{ sagsbehandlerEksterntId: string }>('caseworkers', ['sagsbehandlerEksterntId']);

	/** Kinds of record for the control API. */
	get kinds(): Readonly<Record<keyof StarJobagentWorld, RecordKind>> {
		const { citizens, jobAgents, bookings, interviewOptions, codeLists, categoryRules, occupations, caseworkers } = this;
		return { citizens, jobAgents, bookings, interviewOptions, codeLists, categoryRules, occupations, caseworkers };
	}

	/** Forgets everything and takes a world over. */
	load(world: StarJobagentWorld): void {
		this.citizens.load(world.citizens);
		this.jobAgents.load(world.jobAgents);
		this.bookings.load(world.bookings);
		this.interviewOptions.load(world.interviewOptions);
		this.codeLists.load(world.codeLists);
		this.categoryRules.load(world.categoryRules);
		this.occupations.load(world.occupations);
		this.caseworkers.load(world.caseworkers);
	}

	/** All rows by kind: as they are, or without what clients wrote. */
	rows(which: 'now' | 'world'): Records {
		const stores = Object.entries(this.kinds) as [string, Store<object>][];
		return Object.fromEntries(stores.map(([kind, store]) => [kind, which === 'now' ? store.list() : store.listWorld()]));
	}
}
