import fc from 'fast-check';

import { employee, World } from './world';
import type { Fault, Run } from './world';

const [CONSENT, WITHDRAWAL] = ['LINA-SAMTYKKE', 'LINA-TILBAGETRAEKNING'];

/** Employed under the same address and name; the last one under another address, so that a human has to map them. */
const PERSONS = [1, 2, 3, 4, 5];
const UNMATCHED = 5;

/** More runs than anything needs until nothing is left to do. */
const RUNS_TO_SETTLE = 6;

/** What somebody does between two runs. */
type Action =
	/** Gives consent, or takes it back. */
	| { flip: number }
	/** A human enters who the last person is. */
	| 'map'
	/** A human takes all rows off the list. */
	| 'tidy'
	/** A human looks into the folders and says of each open document whether it is there. */
	| 'settle';

const someAction: fc.Arbitrary<Action> = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...PERSONS).map((flip) => ({ flip })) },
	{ weight: 1, arbitrary: fc.constantFrom<Action>('map', 'tidy', 'settle') },
);

const someRun: fc.Arbitrary<Run & { actions: Action[]; hours: number }> = fc.record({
	actions: fc.array(someAction, { maxLength: 4 }),
	faults: fc.array(fc.constantFrom<Fault>('none', 'none', 'lost', 'lostBefore', 'rejected', 'later', 'failed'), { maxLength: 5 }),
	uploads: fc.constantFrom(Infinity, Infinity, Infinity, 1, 2),
	changes: fc.constantFrom(Infinity, Infinity, Infinity, 0, 1, 2, 3),
	hours: fc.constantFrom(0, 1, 30),
});

function worldOf(honours: boolean): World {
	const world = new World(honours);
	world.employees = PERSONS.map((at) => employee(at, at === UNMATCHED ? { email: 'en.anden@kommune.example' } : {}));
	return world;
}

function settle({ tables, folder }: World): void {
	const isThere = (reference: unknown): boolean => folder.documents.some((document) => document.reference === reference);
	tables.consents = tables.consents.map((row) =>
		['pending', 'withdrawing', 'unknown'].includes(String(row.state)) ? { ...row, state: isThere(row.withdrawalReference || row.reference) ? 'standing' : '' } : row,
	);
}

function act(world: World, action: Action): void {
	const { consenting, tables } = world;
	if (typeof action === 'object') {
		if (!consenting.delete(action.flip)) consenting.add(action.flip);
	} else if (action === 'settle') settle(world);
	else if (action === 'tidy') tables.human = [];
	else if (consenting.has(UNMATCHED) && !tables.consents.some(({ userUuid }) => userUuid === `uuid-${UNMATCHED}`)) {
		tables.consents = [...tables.consents, { store: 'main', userUuid: `uuid-${UNMATCHED}`, employeeNumber: String(100 + UNMATCHED), state: null, reference: null, documentId: null, withdrawalReference: null, at: null }];
	}
}

/** A folder holds consent and withdrawal in turn: never two of one kind, never a withdrawal of nothing. */
const inTurn = (types: string[]): boolean => types.every((type, at) => type === (at % 2 === 0 ? CONSENT : WITHDRAWAL));

/** Documents that nobody knows the end of, and that are not on the list. */
function unlisted({ tables: { consents, human } }: World): unknown[] {
	const isListed = (userUuid: unknown): boolean => human.some((row) => row.userUuid === userUuid && row.code === 'uploadUnknown');
	return consents.filter(({ state, userUuid }) => ['pending', 'withdrawing', 'unknown'].includes(String(state)) && !isListed(userUuid));
}

describe.each([true, false])('whoever consents and withdraws, whatever becomes of the uploads, with references honoured: %s', (honours) => {
	test('each folder holds the right documents, none twice, every unknown outcome is listed, and of who withdrew nothing is left', () => {
		fc.assert(
			fc.property(fc.array(someRun, { minLength: 1, maxLength: 8 }), (runs) => {
				const world = worldOf(honours);
				for (const { actions, hours, ...run } of runs) {
					actions.forEach((action) => act(world, action));
					world.hours += hours;
					world.run(run);
					for (const at of PERSONS) expect([at, inTurn(world.types(at))]).toEqual([at, true]);
					if (run.uploads === Infinity && run.changes === Infinity) expect(unlisted(world)).toEqual([]);
				}
				for (let left = RUNS_TO_SETTLE; left > 0; left--) {
					if (!honours) settle(world);
					act(world, 'map');
					world.hours += 25;
					world.run();
				}
				for (const at of PERSONS) {
					const types = world.types(at);
					expect([at, inTurn(types)]).toEqual([at, true]);
					if (world.consenting.has(at)) expect([at, types.at(-1)]).toEqual([at, CONSENT]);
					else expect([at, types.length % 2, world.traces(at)]).toEqual([at, 0, []]);
				}
				expect(world.tables.human).toEqual([]);
				expect(world.plan().filter(({ step }) => step !== 'unchanged')).toEqual([]);
			}),
			{ numRuns: 150 },
		);
	});

	test('a document tells of its own employee alone, without an address or an area; a task tells of nobody', () => {
		fc.assert(
			fc.property(fc.array(someRun, { minLength: 1, maxLength: 6 }), (runs) => {
				const world = worldOf(honours);
				for (const { actions, ...run } of runs) {
					actions.forEach((action) => act(world, action));
					world.run(run);
				}
				for (const { employeeNumber, text, reference } of world.folder.documents) {
					expect(text).toContain(`Medarbejdernummer: ${employeeNumber}\nNavn: Åse Sørensen ${Number(employeeNumber) - 100}\n`);
					expect(text).toContain(reference);
					expect(text).not.toMatch(/@|Service|uuid-|0101010101/);
				}
				expect(JSON.stringify(world.tables.tasks)).not.toMatch(/uuid-|Sørensen|@|"10[1-5]"/);
				expect(JSON.stringify(world.tables.consents)).not.toMatch(/Sørensen|@/);
			}),
			{ numRuns: 60 },
		);
	});
});
