import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { WireInterval } from '../../unit/starAkasse/randomRecords';
import { dayOfHours, intervalsIn, randomRecord } from '../../unit/starAkasse/randomRecords';
import type { CredentialRecords } from '../support';
import { AkasseBench } from './bench';
import { during, interval, openOn, place, standing, updateOf } from './update';

const akasse = new AkasseBench();

/** How many random a-kasser; all of them are a matter of half a minute. */
const CASES = 500;

/** How the service spells its answers. */
const SPELLINGS = [false, true].flatMap((pascal) =>
	['lukketidspunkt', 'aabningstidSluttidspunkt'].flatMap((closingName) =>
		['list', 'nested'].map((phoneHoursShape) => ({ nameStyle: pascal ? 'pascal' : 'camel', closingName, phoneHoursShape })),
	),
);

interface Case {
	record: IDataObject;
	theirs: IDataObject;
	day: WireInterval[];
	weekday: number;
	/** When somebody else changes the record: never, before the first or the second read, or after it. */
	when: 0 | 1 | 2 | 2.5;
}

const anyCase: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 7 }).chain((weekday) =>
	fc.record({ record: randomRecord, theirs: randomRecord, day: dayOfHours(weekday), weekday: fc.constant(weekday), when: fc.constantFrom(0 as const, 0 as const, 1 as const, 2 as const, 2.5 as const) }),
);

const rowsOf = (weekday: number, day: WireInterval[]) =>
	day.length ? day.map(({ aabningstidspunkt, lukketidspunkt }) => interval(weekday, aabningstidspunkt, lukketidspunkt)) : [{ weekday, kind: 'closed' }];

/** Names in small letters: a service that begins them with a capital keeps those it doesn't know as they were sent. Without what is null: it keeps no such thing. */
function content(value: unknown, isTop = true): unknown {
	if (Array.isArray(value)) return value.map((entry) => content(entry, false));
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([, entry]) => !isTop || entry !== null);
	return Object.fromEntries(kept.map(([name, entry]) => [name.charAt(0).toLowerCase() + name.slice(1), content(entry, false)]));
}

/** The intervals of a day, or of all the others, as they stand. */
const hoursOf = (record: IDataObject, isWanted: (weekday: number) => boolean): IDataObject[] =>
	intervalsIn(record, 'akasseAabningstider').filter(({ weekday }) => isWanted(weekday)).map(({ json }) => content(JSON.parse(json)) as IDataObject);

const timesOf = (intervals: IDataObject[]): string[] => intervals.map(({ aabningstidspunkt, lukketidspunkt }) => `${String(aabningstidspunkt)}-${String(lukketidspunkt)}`).sort();

/** All of a record but the opening hours. */
const others = (record: IDataObject): unknown => content({ ...record, akasseAabningstider: null });

/** Runs one case, and gives what stands and what became of it. */
async function play({ record, theirs, day, weekday, when }: Case, credentials: CredentialRecords): Promise<{ stands: IDataObject; outcome: IDataObject }> {
	await place(akasse, record);
	const restore = await during(async (at) => {
		if (at === when) await place(akasse, theirs);
	});
	try {
		const [outcome] = await akasse.rows(updateOf(openOn(...rowsOf(weekday, day))), { credentials });
		return { stands: await standing(akasse), outcome };
	} finally {
		restore();
	}
}

test('a change of one day changes that day and nothing else, and no change that somebody made before the second read is lost', async () => {
	const credentials = await akasse.credentials();
	const cases = fc.sample(anyCase, { seed: 7, numRuns: CASES });
	for (const [at, spelling] of SPELLINGS.entries()) {
		await akasse.switches(spelling);
		for (const one of cases.filter((_, index) => index % SPELLINGS.length === at)) {
			const { stands, outcome } = await play(one, credentials);
			const { record, weekday, when, theirs, day } = one;
			if (outcome.outcome === 'rejected') {
				expect([when, outcome.messages]).toEqual([2, expect.anything()]);
				expect(content(stands)).toEqual(content(theirs));
				continue;
			}
			const base = when === 1 ? theirs : record;
			expect(['registered', 'unchanged']).toContain(outcome.outcome);
			expect(others(stands)).toEqual(others(base));
			expect(hoursOf(stands, (other) => other !== weekday)).toEqual(hoursOf(base, (other) => other !== weekday));
			expect(timesOf(hoursOf(stands, (other) => other === weekday))).toEqual(timesOf(day));
		}
	}
});
