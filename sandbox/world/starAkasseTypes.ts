/** Part of a weekday (1 Monday to 7 Sunday) on which an a-kasse is open or answers the phone; times are `HH:mm`. */
export interface AkasseHours {
	ugedag: number;
	aabningstidspunkt: string;
	lukketidspunkt: string;
}

/** Where an a-kasse or a branch office is. */
export interface AkasseAddress {
	vejnavn?: string;
	husnummer?: string;
	etage?: string;
	doer?: string;
	postnummer?: string;
	bynavn?: string;
	kommunenummer?: string;
	landekode?: string;
}

/** The master data of an a-kasse (star.md 1.1); what is not registered is not there. Fields of no published name are kept as they are. */
export interface Akasse {
	akasseKode: string;
	navn?: string;
	adresse?: AkasseAddress;
	cvrNummer?: string;
	pNummer?: string;
	telefonnummer?: string;
	/** A website or an e-mail address. */
	webadresse?: string;
	virksomhedsafdeling?: boolean;
	/** Base64. */
	logo?: string;
	dybeLinks?: { label: string; adresse: string }[];
	akasseAabningstider?: AkasseHours[];
	akasseTelefontider?: AkasseHours[];
	[unknown: string]: unknown;
}

/** A branch office (afdelingskontor) of an a-kasse. */
export interface AkasseBranch extends Akasse {
	afdelingskontorKode: string;
	/** How many members belong to it; not on the wire. */
	members: number;
}

/** A line of a code list: valid from `startdato` to the day before `slutdato` (star.md 7). */
export interface CodeListLine {
	name: string;
	kode: number;
	navn: string;
	beskrivelse: string | null;
	startdato: string;
	slutdato: string | null;
}

/** Everything the simulated A-kasse service holds. */
export interface StarAkasseWorld {
	readonly akasser: Akasse[];
	readonly branches: AkasseBranch[];
	readonly codeLists: CodeListLine[];
}
