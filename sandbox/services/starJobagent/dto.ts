import type { JobAgent, JobWish } from '../../world/starJobagentTypes.ts';
import { invalid } from '../star/refusal.ts';
import { readBody, type JsonObject } from '../star/spelling.ts';
import { Fields, type Need } from './fields.ts';

/** The fields of CreateJobagentRequestDto but the id (star.md 1.2). */
export type Enrolment = Omit<JobAgent, 'jobagentidentifier' | 'cpr'>;

/** What CreateJobagent was asked. */
export interface CreateRequest {
	readonly jobagentidentifier: string | undefined;
	readonly enrolment: Enrolment;
}

/** What UpdateJobagent was asked: a booking, and what of the enrolment is to change (star.md 1.2). */
export interface UpdateRequest {
	readonly jobagentidentifier: string | undefined;
	readonly enrolment: Partial<Enrolment>;
	readonly moedeStarttidspunkt: string;
	readonly moedetilbudId: string;
	readonly sagsbehandlerEksterntId: string | undefined;
	readonly samtaleformType: number;
}

const WISH = ['conceptUriDa', 'aliasIdentifier', 'harUddannelse', 'aarSidstBrugt', 'maanederMedErfaring', 'jobTargetIdentifier'];
const EXPERIENCE = ['harUddannelse', 'senestAktiv', 'erfaringsmaaneder'];
const ENROLMENT = ['titel', 'klientKategori', 'tilmeldingsdato', 'ledighedsgrad', 'haendelsesdato', 'emailadresse', 'joboensker', 'jobagentidentifier'];
const BOOKING = ['moedeStarttidspunkt', 'moedetilbudId', 'sagsbehandlerEksterntId', 'samtaleformType'];

const EMAIL = /^[^>()[\]\\,;:@\s]{0,191}@[^>()[\]\\,;:@\s]{1,64}$/;
const MOST_OF_CASEWORKER = 255;

const spelling = (names: readonly string[]): JsonObject => Object.fromEntries(names.map((name) => [name, '']));
const SPELLING = { ...spelling([...ENROLMENT, ...BOOKING, ...EXPERIENCE]), joboensker: [spelling([...WISH, ...EXPERIENCE])] };

/** An object without the fields that are not there. */
function defined<T extends object>(fields: T): { [name in keyof T]: Exclude<T[name], undefined> } {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ReturnType<typeof defined<T>>;
}

function readWish(fields: Fields, need: Need): JobWish {
	return defined({
		conceptUriDa: fields.text('conceptUriDa', need, (text) => text !== ''),
		aliasIdentifier: fields.uuid('aliasIdentifier', 'optional'),
		harUddannelse: fields.truth('harUddannelse', need),
		aarSidstBrugt: fields.whole('aarSidstBrugt', 'optional'),
		maanederMedErfaring: fields.whole('maanederMedErfaring', 'optional'),
		jobTargetIdentifier: fields.uuid('jobTargetIdentifier', need),
	}) as JobWish;
}

/** The three fields that Update calls otherwise than Create does, by the names of Create. */
function readExperience(fields: Fields): JobWish {
	return defined({
		harUddannelse: fields.truth('harUddannelse', 'required'),
		aarSidstBrugt: fields.whole('senestAktiv', 'required'),
		maanederMedErfaring: fields.whole('erfaringsmaaneder', 'required'),
	}) as JobWish;
}

function readEnrolment(fields: Fields, need: Need, joboensker: JobWish[] | undefined): Partial<Enrolment> {
	return defined({
		titel: fields.text('titel', 'optional'),
		klientKategori: fields.whole('klientKategori', need),
		tilmeldingsdato: fields.moment('tilmeldingsdato', need),
		ledighedsgrad: fields.whole('ledighedsgrad', need),
		haendelsesdato: fields.moment('haendelsesdato', 'optional'),
		emailadresse: fields.text('emailadresse', 'optional', (text) => EMAIL.test(text)),
		joboensker,
	});
}

/** Reads a body, and refuses it with all that is wrong with it (1014). */
function readWhole<T>(body: string, read: (fields: Fields) => T): T {
	const complaints: string[] = [];
	const result = read(new Fields(readBody(body, SPELLING), '', complaints));
	if (complaints.length > 0) throw invalid(...complaints);
	return result;
}

/** Reads the body of CreateJobagent. */
export function readCreate(body: string): CreateRequest {
	return readWhole(body, (fields) => {
		fields.only(ENROLMENT);
		const wishes = fields.objects('joboensker')?.map((wish) => {
			wish.only(WISH);
			return readWish(wish, 'required');
		});
		const enrolment = readEnrolment(fields, 'required', wishes) as Enrolment;
		return { jobagentidentifier: fields.uuid('jobagentidentifier', 'optional'), enrolment };
	});
}

function readUpdatedWish(fields: Fields, place: 'list' | 'flat'): JobWish {
	fields.only(place === 'list' ? [...WISH, ...EXPERIENCE] : WISH);
	return { ...readWish(fields, 'optional'), ...(place === 'list' ? readExperience(fields) : {}) };
}

/**
 * Reads the body of UpdateJobagent. What is told of experience stands in each of the wishes or, `flat`, beside them for
 * the first one: the page leaves the parents of those fields out.
 */
export function readUpdate(body: string, place: 'list' | 'flat'): UpdateRequest {
	return readWhole(body, (fields) => {
		fields.only([...ENROLMENT, ...BOOKING, ...(place === 'flat' ? EXPERIENCE : [])]);
		const wishes = fields.objects('joboensker')?.map((wish) => readUpdatedWish(wish, place));
		const [first, ...others] = wishes ?? [];
		const joboensker = place === 'flat' ? [{ ...first, ...readExperience(fields) }, ...others] : wishes;
		return {
			jobagentidentifier: fields.uuid('jobagentidentifier', 'optional'),
			enrolment: readEnrolment(fields, 'optional', joboensker),
			moedeStarttidspunkt: fields.moment('moedeStarttidspunkt', 'required') as string,
			moedetilbudId: fields.uuid('moedetilbudId', 'required') as string,
			sagsbehandlerEksterntId: fields.text('sagsbehandlerEksterntId', 'optional', ({ length }) => length >= 1 && length <= MOST_OF_CASEWORKER),
			samtaleformType: fields.whole('samtaleformType', 'required') as number,
		};
	});
}
