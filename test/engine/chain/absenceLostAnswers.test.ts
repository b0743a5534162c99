import { useAbsenceChain, WRITE } from './absences';
import { some } from './support';

const chain = useAbsenceChain({ people: 24, days: 30 });

/** Edits after which it is plain what is to stand: one that leaves an absence nobody can place leaves what stood to a human. */
const KINDS = ['absenceDates', 'absencePercent', 'deleteAbsence', 'newAbsence'];

/** A world in which absences stand, and HR has changed some, deleted some and entered some since. */
async function afterEdits(): Promise<void> {
	await chain.reset();
	await chain.makeRoom();
	await chain.runToEnd();
	await chain.control.manager({ seed: 5, edits: 14, kinds: KINDS });
}

let known: Array<{ nth: number; action: string }> | undefined;

/** The nth writes of the run that follows the edits, and the operations they have; the same in each such run. */
async function writesOfThatRun(): Promise<Array<{ nth: number; action: string }>> {
	if (known) return known;
	await afterEdits();
	const { length } = await chain.sent();
	expect(await chain.runToEnd()).toMatchObject({ unknown: 0, partial: 0 });
	expect(await chain.transferProblems()).toEqual([]);
	known = (await chain.sent()).slice(length).map(({ body }, at) => ({ nth: at + 1, action: /<Operation>(\w+)</.exec(body)?.[1] ?? '' }));
	return known;
}

/** Breaks one write, runs on until nothing is left to do, and says what is not as it should be. */
async function breakAt(nth: number, fault: { kind: string } & Record<string, unknown>): Promise<string[]> {
	await afterEdits();
	await chain.control.faults({ service: 'kmdOpus', operation: WRITE, nth, ...fault });
	await chain.run();
	await chain.control.faults();
	await chain.runToEnd();
	const problems = await chain.transferProblems();
	const last = await chain.runToEnd();
	if (['created', 'updated', 'deleted', 'unknown', 'partial'].some((figure) => last[figure] !== 0)) problems.push(`a third run still does something: ${JSON.stringify(last)}`);
	return [...problems, ...(await chain.transferProblems())].map((problem) => `${fault.kind} at write ${nth}: ${problem}`);
}

test('the answer of any single write may be cut, be it a new record, a change or a deletion, and running again leaves the same records', async () => {
	const writes = await writesOfThatRun();
	expect(new Set(writes.map(({ action }) => action))).toEqual(new Set(['INS', 'MOD', 'DEL']));
	const problems: string[] = [];
	for (const { nth } of some(writes, 5, 1)) problems.push(...(await breakAt(nth, { kind: 'reset-after' })));
	expect(problems).toEqual([]);
});

test.each([
	{ kind: 'reset-before' },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 503, retryAfter: 2 },
	{ kind: 'truncate' },
	{ kind: 'soap-fault' },
])('a write may end as $kind $status anywhere', async (fault) => {
	const problems: string[] = [];
	for (const { nth } of some(await writesOfThatRun(), 1, fault.kind.length)) problems.push(...(await breakAt(nth, fault)));
	expect(problems).toEqual([]);
});

test('a refused change leaves what stood, and goes to a human; once the reason is gone it is made', async () => {
	await afterEdits();
	await chain.control.faults({ service: 'kmdOpus', operation: WRITE, kind: 'business-error', every: 1, type: 'E', text: 'Medarbejderen er låst.' });
	const before = await chain.standing();
	const { summary, attention } = await chain.run();
	expect(summary).toMatchObject({ created: 0, updated: 0, deleted: 0, unknown: 0 });
	const refused = attention.filter(({ standing }) => standing === 'rejected');
	expect(refused).toHaveLength(Number(summary?.rejected));
	expect(new Set(refused.filter(({ reason }) => String(reason).includes('låst')).map(({ step }) => step))).toEqual(new Set(['create', 'update', 'delete']));
	expect(await chain.standing()).toEqual(before);
	await chain.control.faults();
	await chain.runToEnd();
	await chain.runToEnd();
	expect(await chain.transferProblems()).toEqual([]);
});
