import { DateTime } from 'luxon';

import { addDays } from './dates.ts';
import { makeRandom, type Random } from './random.ts';
import { makeCpr } from './staff.ts';
import { CASEWORKERS, CATEGORY_RULES, JOBAGENT_CODES, makeOccupations } from './starJobagentCatalogue.ts';
import type { InterviewOption, JobAgent, Occupation, StarCitizen, StarJobagentWorld } from './starJobagentTypes.ts';
import type { World } from './types.ts';
import { makeUuid } from './uuid.ts';

/** Keeps this service's stream of chance apart from that of the rest of the world. */
const STREAM = 0x6a_6f_62_61;

const ZONE = 'Europe/Copenhagen';
const CITIZENS = 40;
const JOB_AGENTS = 6;
const OLD_AGE = 65;

/** The same day so many years before; 28 February for a leap day. */
function yearsBefore(date: string, years: number): string {
	const day = date.slice(5) === '02-29' ? '02-28' : date.slice(5);
	return `${Number(date.slice(0, 4)) - years}-${day}`;
}

/**
 * Citizens from 18 to 64 years of age; of ten, the fourth is dead, the seventh abroad, and the ninth 65 or older (the
 * first of these since today, the second from tomorrow on).
 */
function makeCitizens(random: Random, today: string): StarCitizen[] {
	const taken = new Set<string>();
	return Array.from({ length: CITIZENS }, (_, index) => {
		const cpr = makeCpr(random, taken);
		const adult = addDays(yearsBefore(today, random.whole(18, 63)), -random.whole(0, 300));
		const old = yearsBefore(today, OLD_AGE + random.whole(1, 20));
		const borders: Readonly<Record<number, string>> = { 8: yearsBefore(today, OLD_AGE), 18: yearsBefore(addDays(today, 1), OLD_AGE) };
		return {
			cpr,
			birthdate: index % 10 === 8 ? (borders[index] ?? old) : adult,
			dead: index % 10 === 3,
			abroad: index % 10 === 6,
		};
	});
}

/** Three options that can be booked, one that cannot yet, one that is over, one that is not active. */
function makeInterviewOptions(random: Random, today: string): InterviewOption[] {
	const option = (active: boolean, fromDay: number, toDay: number): InterviewOption => ({
		moedetilbudId: makeUuid(random),
		active,
		from: addDays(today, fromDay),
		to: addDays(today, toDay),
		takenTimes: [`${addDays(today, fromDay + 1)}T08:00:00.000Z`, `${addDays(today, fromDay + 1)}T09:00:00.000Z`],
	});
	return [
		option(true, -7, 60),
		option(true, 0, 30),
		option(true, 1, 90),
		option(true, 30, 60),
		option(true, -40, -1),
		option(false, -7, 60),
	];
}

function makeJobAgent(random: Random, { cpr }: StarCitizen, occupations: readonly Occupation[], today: string): JobAgent {
	const { conceptUriDa, navn } = random.pick(occupations);
	return {
		jobagentidentifier: makeUuid(random),
		cpr,
		titel: `Job som ${navn.toLowerCase()}`,
		klientKategori: 9101,
		tilmeldingsdato: String(DateTime.fromISO(addDays(today, -random.whole(20, 60)), { zone: ZONE }).toISO()),
		ledighedsgrad: random.pick([9201, 9202]),
		joboensker: [
			{
				conceptUriDa,
				harUddannelse: random.chance(0.5),
				aarSidstBrugt: Number(today.slice(0, 4)) - random.whole(1, 9),
				maanederMedErfaring: random.whole(6, 120),
				jobTargetIdentifier: makeUuid(random),
			},
		],
	};
}

/** What the simulated Jobagent service holds on the day after the period: nobody is booked yet. */
export function makeStarJobagentWorld(seed: number, period: World['period']): StarJobagentWorld {
	const random = makeRandom(seed ^ STREAM);
	const today = addDays(period.until, 1);
	const citizens = makeCitizens(random, today);
	const occupations = makeOccupations(random);
	const sound = citizens.filter(({ birthdate, dead, abroad }) => !dead && !abroad && birthdate > yearsBefore(today, OLD_AGE));
	return {
		citizens,
		jobAgents: sound.slice(-JOB_AGENTS).map((citizen) => makeJobAgent(random, citizen, occupations, today)),
		bookings: [],
		interviewOptions: makeInterviewOptions(random, today),
		codeLists: structuredClone([...JOBAGENT_CODES]),
		categoryRules: structuredClone([...CATEGORY_RULES]),
		occupations,
		caseworkers: CASEWORKERS.map((sagsbehandlerEksterntId) => ({ sagsbehandlerEksterntId })),
	};
}
