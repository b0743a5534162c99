import type { Json } from './client.ts';
import { STAR, StarClient, type StarReply } from './star.ts';

const ROOT = `${STAR.jobagent}/v1`;

/** Dates and times of the tests: the sandbox's clock stands at 2026-11-01, 06:00 in Denmark. */
export const TODAY = '2026-11-01';
export const MEETING = '2026-11-12T10:00:00+01:00';

/** What a call changes of the ordinary one. */
export interface JobagentCall {
	readonly body?: object | string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly id?: string;
	readonly path?: string;
}

/** A sandbox whose Jobagent service is called by STAR, for a citizen with whom nothing is wrong. */
export class JobagentOffice {
	readonly star: StarClient;
	/** The records of the world. */
	world: Json;

	private constructor(star: StarClient) {
		this.star = star;
	}

	/** Starts a sandbox. */
	static async start(): Promise<JobagentOffice> {
		const office = new JobagentOffice(await StarClient.start(100, 'STAR'));
		await office.reset();
		return office;
	}

	/** A fresh world with all switches at their defaults. */
	async reset(): Promise<void> {
		await this.star.reset();
		this.world = await this.state();
	}

	/** All that the service holds. */
	state(): Promise<Json> {
		return this.star.state('starJobagent');
	}

	/** Sets a switch of the service. */
	turn(name: string, value: unknown): Promise<void> {
		return this.star.switch({ [`starJobagent.${name}`]: value });
	}

	/** Puts records in. */
	put(records: object): Promise<Json> {
		return this.star.control('POST', '/control/world/starJobagent', records);
	}

	/** The CPR number of a citizen without a job agent, by position. */
	cpr(position = 0): string {
		return this.world.citizens[position].cpr;
	}

	/** A job wish as CreateJobagent takes it. */
	wish(more: object = {}): object {
		const [{ conceptUriDa, aliasIdentifiers }] = this.world.occupations;
		const jobTargetIdentifier = '11111111-2222-4333-8444-555555555555';
		return { conceptUriDa, aliasIdentifier: aliasIdentifiers[0], harUddannelse: true, aarSidstBrugt: 2024, maanederMedErfaring: 18, jobTargetIdentifier, ...more };
	}

	/** An enrolment as CreateJobagent takes it. */
	enrolment(more: object = {}): object {
		return { titel: 'Prøve', klientKategori: 9101, tilmeldingsdato: `${TODAY}T00:00:00+01:00`, ledighedsgrad: 9201, joboensker: [this.wish()], ...more };
	}

	/** A booking as UpdateJobagent takes it. */
	booking(more: object = {}): object {
		const [{ moedetilbudId }] = this.world.interviewOptions;
		const joboensker = [{ harUddannelse: false, senestAktiv: 2025, erfaringsmaaneder: 24 }];
		return { joboensker, moedeStarttidspunkt: MEETING, moedetilbudId, samtaleformType: 9301, ...more };
	}

	/** GetJobagent. */
	get(id: string, headers: Readonly<Record<string, string>> = {}): Promise<StarReply> {
		return this.star.get(`${ROOT}/Jobagent${query(id)}`, { headers: { 'x-civilRegistrationIdentifier': this.cpr(), ...headers } });
	}

	/** CreateJobagent. */
	create({ body = this.enrolment(), headers }: JobagentCall = {}): Promise<StarReply> {
		return this.star.write('POST', `${ROOT}/Jobagent`, body, this.#headers(headers));
	}

	/** UpdateJobagent of the job agent with the id. */
	update({ id = '', path = `/UpdateJobagent${query(id)}`, body = this.booking(), headers }: JobagentCall): Promise<StarReply> {
		return this.star.write('PUT', `${ROOT}${path}`, body, this.#headers(headers));
	}

	/** DeleteJobagent of the job agent with the id. */
	remove({ id = '', path = `/UpdateJobagent${query(id)}`, headers }: JobagentCall): Promise<StarReply> {
		return this.star.write('DELETE', `${ROOT}${path}`, undefined, this.#headers(headers));
	}

	/** Creates a job agent for the citizen and tells its id. */
	async created(more: object = {}): Promise<string> {
		const jobagentidentifier = crypto.randomUUID();
		await this.create({ body: this.enrolment({ jobagentidentifier, ...more }) });
		return jobagentidentifier;
	}

	/** Ends the sandbox. */
	close(): Promise<void> {
		return this.star.close();
	}

	#headers(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
		return { 'x-civilRegistrationIdentifier': this.cpr(), ...headers };
	}
}

const query = (id: string): string => (id === '' ? '' : `?jobagentidentifier=${id}`);

/** The codes of a refusal. */
export function codesIn({ body }: StarReply): number[] {
	return body.errors.map(({ code }: Json) => code);
}
