import fc from 'fast-check';

import type { FaultRule } from '../support';
import type { Person } from './consents';
import { SCHEDULE, UPLOAD, useConsentChain } from './consents';
import { isFull } from './support';

const chain = useConsentChain({ people: 60, days: 20 });

/** What becomes of the pushes of a round; none of them decides anything. */
type Pushes = 'once' | 'repeated' | 'forged' | 'lost' | 'reordered';

/** One round: who changes their mind, what becomes of the pushes, and of the uploads. */
interface Round {
	flips: number[];
	pushes: Pushes;
	fault: Pick<FaultRule, 'kind'> & Record<string, unknown>;
}

const ROUNDS = isFull ? 60 : 12;
const NO_FAULT = { kind: 'none' };

const someRound = fc.record<Round>({
	flips: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { minLength: 1, maxLength: 3 }),
	pushes: fc.constantFrom('once', 'repeated', 'forged', 'lost', 'reordered'),
	fault: fc.constantFrom<Round['fault']>(NO_FAULT, NO_FAULT, { kind: 'reset-after', every: 1, times: 1 }, { kind: 'reset-before', every: 1, times: 1 }, { kind: 'status', status: 503, every: 1, times: 1 }, { kind: 'truncate', every: 1, times: 1 }),
});

/** Says yes or takes it back; gives what LINA would push. */
async function flip(people: Person[], at: number, consenting: ReadonlySet<string>): Promise<{ event: string; userUuid: string }> {
	const { userUuid } = people[at % people.length];
	const stands = consenting.has(userUuid);
	await (stands ? chain.withdraw(userUuid) : chain.give(userUuid));
	return { event: stands ? 'consentWithdrawn' : 'consentGiven', userUuid };
}

async function play({ flips, pushes, fault }: Round, people: Person[]): Promise<void> {
	const consenting = new Set((await chain.consenting()).map(({ userUuid }) => userUuid));
	const said: Array<{ event: string; userUuid: string }> = [];
	for (const at of new Set(flips.map((flipped) => flipped % people.length))) said.push(await flip(people, at, consenting));
	if (fault.kind !== 'none') await chain.control.faults({ service: 'kmdOpus', operation: UPLOAD, ...fault });
	const all = pushes === 'repeated' ? [...said, ...said] : pushes === 'reordered' ? [...said].reverse() : pushes === 'lost' ? [] : said;
	const forged = { event: 'consentWithdrawn', userUuid: people[(flips[0] + 5) % people.length].userUuid };
	for (const push of pushes === 'forged' ? [forged, ...all] : all) await chain.ring(push);
	await chain.control.faults();
	await chain.runToEnd({ from: SCHEDULE });
}

/** Documents whose end is not known, and which are not on the list. */
function unlisted(): unknown[] {
	const listed = new Set(chain.rowsOf('nordic_lina_human').filter(({ code }) => code === 'uploadUnknown').map(({ userUuid }) => userUuid));
	return chain.rowsOf('nordic_lina_consents').filter(({ state, userUuid }) => ['pending', 'withdrawing', 'unknown'].includes(String(state)) && !listed.has(userUuid));
}

describe.each([
	['honoured', true],
	['ignored', false],
])('where a reference that is sent again is %s', (externalReference, honoursReference) => {
	test(`${ROUNDS} rounds with pushes repeated, forged, lost and reordered, and uploads that fail, leave each person’s folder as it should be`, async () => {
		await chain.control.switches({ 'kmdOpus.externalReference': externalReference });
		const settings = { honoursReference, lookAgainHours: 0 };
		const run = chain.run.bind(chain);
		const people = await chain.people();
		const spy = jest.spyOn(chain, 'run').mockImplementation(async (options = {}) => await run({ ...options, settings: { ...settings, ...options.settings } }));
		await chain.ring();
		for (const round of fc.sample(someRound, { seed: 20, numRuns: ROUNDS })) {
			await play(round, people);
			expect(unlisted()).toEqual([]);
			if (!honoursReference) await chain.settle();
			await chain.runToEnd({ from: SCHEDULE });
			expect([round, await chain.folderProblems()]).toEqual([round, []]);
		}
		spy.mockRestore();

		const documents = await chain.texts();
		expect(new Set(documents.map(({ ExternalReference }) => ExternalReference)).size).toBe(documents.length);
		for (const { PersonnelNumber, text, ExternalReference } of documents) {
			expect(text).toContain(`Medarbejdernummer: ${PersonnelNumber}`);
			expect(text).toContain(ExternalReference);
			expect(text).not.toContain('@');
		}
		const gone = people.filter((person) => !chain.kept.includes(person.userUuid));
		const consenting = new Set((await chain.consenting()).map(({ userUuid }) => userUuid));
		expect(gone.map(({ userUuid }) => userUuid).sort()).toEqual(people.map(({ userUuid }) => userUuid).filter((userUuid) => !consenting.has(userUuid)).sort());
		expect(chain.rowsOf('nordic_lina_human')).toHaveLength((await chain.expectation()).counts.human);
	});
});
