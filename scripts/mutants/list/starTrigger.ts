import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const TRIGGER = 'nodes/StarAkasse/trigger';

const changes = (named: string) => unit('starAkasse/directoryChanges', named);
const doubts = (named: string) => unit('starAkasse/directoryDoubts', named);
const told = (named: string) => engine('starAkasse/directoryTrigger', named);

/** How the trigger of a-kasser and branch offices tells what changed at STAR. */
export const starTrigger: Mutant[] = [
	{
		name: 'an a-kasse that is missing from the list is closed',
		file: `${TRIGGER}/watch.ts`,
		find: '|| (await isStanding(key))',
		replace: '|| false',
		tests: changes('not listed'),
	},
	{
		name: 'an a-kasse that is not listed is forgotten',
		file: `${TRIGGER}/watch.ts`,
		find: 'Object.fromEntries(unlisted.map((key) => [key, known[key]]))',
		replace: '{}',
		tests: changes('not listed'),
	},
	{
		name: 'an a-kasse that is closed is told with every poll',
		file: `${TRIGGER}/watch.ts`,
		find: '!sightings.has(key) && !closed.has(key)',
		replace: '!sightings.has(key)',
		tests: changes('is told once'),
	},
	{
		name: 'any refusal means that an a-kasse is closed',
		file: `${TRIGGER}/open.ts`,
		find: "if (NOT_THERE.has(findFailure(came.error)?.details.code ?? '')) return undefined;",
		replace: "if (findFailure(came.error)?.details.httpStatus) return undefined;",
		tests: told('is not closed by'),
	},
	{
		name: 'many closings at once are believed',
		file: `${TRIGGER}/watch.ts`,
		find: '&& !allowManyClosings) throw',
		replace: '&& !listed) throw',
		tests: doubts('many closings'),
	},
	{
		name: 'as many a-kasser may close at once as branch offices',
		file: `${TRIGGER}/source.ts`,
		find: '{ akasse: 3, branch: 10 }',
		replace: '{ akasse: 10, branch: 10 }',
		tests: doubts('many closings at once: 4 of 30'),
	},
	{
		name: 'an empty list of a-kasser is believed',
		file: `${TRIGGER}/directory.ts`,
		find: 'if (!rows.length) throw emptyList();',
		replace: '',
		tests: doubts('an empty list'),
	},
	{
		name: 'an empty relation is believed',
		file: `${TRIGGER}/directory.ts`,
		find: 'if (!akasser.length) throw emptyList();',
		replace: '',
		tests: doubts('an empty list'),
	},
	{
		name: 'the first poll tells all that there is',
		file: `${TRIGGER}/watch.ts`,
		find: 'changes: before ? changes : []',
		replace: 'changes',
		tests: changes('the first poll tells nothing'),
	},
	{
		name: 'a kind that is chosen later is told whole',
		file: `${TRIGGER}/source.ts`,
		find: 'await this.akasser(poll, kept.akasser)',
		replace: 'await this.akasser(poll, kept.akasser ?? {})',
		tests: changes('the first poll tells nothing'),
	},
	{
		name: 'where reading each takes all the time no branch office is closed',
		file: `${TRIGGER}/watch.ts`,
		find: '!poll.hasTime() || (await isStanding(key))',
		replace: 'true || (await isStanding(key))',
		tests: changes('takes all the time'),
	},
	{
		name: 'a list in another order is a change',
		file: `${TRIGGER}/groups.ts`,
		find: 'shortHash(inOrder(content[group]))',
		replace: 'shortHash(content[group])',
		tests: changes('another order of a list'),
	},
	{
		name: 'what was not read is forgotten',
		file: `${TRIGGER}/memory.ts`,
		find: 'now + before.slice(now.length)',
		replace: 'now + before.slice(before.length)',
		tests: changes('no time'),
	},
	{
		name: 'what was read for the first time is a change',
		file: `${TRIGGER}/memory.ts`,
		find: 'at < parts.length && part !== parts[at] ? [at] : []',
		replace: 'part !== parts[at] ? [at] : []',
		tests: changes('each is read from now on'),
	},
	{
		name: 'the branch offices for which there was no time are never read',
		file: `${TRIGGER}/branches.ts`,
		find: 'return { sightings, readUpTo: keys[at - 1] };',
		replace: 'return { sightings };',
		tests: changes('no time'),
	},
	{
		name: 'events that nobody asked for are told',
		file: `${TRIGGER}/items.ts`,
		find: '.filter(({ happened, key }) => settings.events.has(eventOf(subject, happened)) && isWatched(subject, key, settings))',
		replace: '.filter(({ key }) => isWatched(subject, key, settings))',
		tests: changes('not asked for'),
	},
	{
		name: 'a-kasser that nobody asked for are told',
		file: `${TRIGGER}/items.ts`,
		find: 'settings.events.has(eventOf(subject, happened)) && isWatched(subject, key, settings))',
		replace: 'settings.events.has(eventOf(subject, happened)))',
		tests: changes('left out by the codes'),
	},
];
