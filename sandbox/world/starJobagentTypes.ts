import type { CodeListLine } from './starAkasseTypes.ts';

/** A citizen as DFDG knows one. BirthDate is what rules go by; the CPR number is one that nobody can have. */
export interface StarCitizen {
	cpr: string;
	/** `yyyy-MM-dd`. */
	birthdate: string;
	dead: boolean;
	abroad: boolean;
}

/** A job wish (jobønske) of a job agent (star.md 1.2). */
export interface JobWish {
	conceptUriDa?: string;
	aliasIdentifier?: string;
	harUddannelse?: boolean;
	aarSidstBrugt?: number;
	maanederMedErfaring?: number;
	jobTargetIdentifier?: string;
}

/** A job agent: the fields of CreateJobagentRequestDto, what names it, and whose it is (star.md 1.2). */
export interface JobAgent {
	jobagentidentifier: string;
	/** In the state alone: no answer shows it. */
	cpr: string;
	titel?: string;
	klientKategori: number;
	/** ISO 8601, with offset. */
	tilmeldingsdato: string;
	ledighedsgrad: number;
	haendelsesdato?: string;
	emailadresse?: string;
	joboensker?: JobWish[];
}

/** An interview option (mødetilbud): what times of it can be booked. */
export interface InterviewOption {
	moedetilbudId: string;
	active: boolean;
	/** First and last date that can be booked, both included; `yyyy-MM-dd`. */
	from: string;
	to: string;
	/** Start times that are taken; ISO 8601 in UTC. */
	takenTimes: string[];
}

/** A booked Jobsamtale. */
export interface StarBooking {
	indkaldelseId: string;
	cpr: string;
	jobagentidentifier: string;
	moedetilbudId: string;
	/** ISO 8601 in UTC. */
	moedeStarttidspunkt: string;
	sagsbehandlerEksterntId?: string;
	samtaleformType: number;
}

/** What goes with a client category. */
export interface CategoryRule {
	klientKategori: number;
	/** The category is one 'uden ydelse' (without benefits). */
	udenYdelse: boolean;
	/** Nobody is enrolled in it without a job wish. */
	needsWish: boolean;
	/** Degrees of unemployment it goes together with. */
	ledighedsgrader: number[];
}

/** An occupation of the catalogue, with its aliases. */
export interface Occupation {
	conceptUriDa: string;
	navn: string;
	aliasIdentifiers: string[];
}

/** Everything the simulated Jobagent service holds when a world begins. */
export interface StarJobagentWorld {
	readonly citizens: StarCitizen[];
	readonly jobAgents: JobAgent[];
	readonly bookings: StarBooking[];
	readonly interviewOptions: InterviewOption[];
	readonly codeLists: CodeListLine[];
	readonly categoryRules: CategoryRule[];
	readonly occupations: Occupation[];
	/** Caseworkers whom a booking may name. */
	readonly caseworkers: { sagsbehandlerEksterntId: string }[];
}
