import { readTemplate, some, LEASE_TIME } from './support';
import { useAbsenceChain } from './absences';

const chain = useAbsenceChain({ people: 16, days: 20 });

const KINDS = ['absenceDates', 'absencePercent', 'deleteAbsence', 'newAbsence'];

/** The core nodes of the template that a run comes to after it has taken its lease; between them stand ours. */
const places = readTemplate(chain.name)
	.nodes.filter(({ type, position: [x] }) => type.startsWith('n8n-nodes-base.') && !/stickyNote|stopAndError|Trigger/.test(type) && x > 1600)
	.map(({ name }) => name);

/** Absences that stand, and edits since. */
async function begin(): Promise<void> {
	await chain.reset();
	await chain.makeRoom();
	await chain.runToEnd();
	await chain.control.manager({ seed: 9, edits: 10, kinds: KINDS });
}

/** Stops a run when it comes to a node. */
async function stopAt(node: string): Promise<string> {
	let reach = () => {};
	const reached = new Promise<void>((resolve) => (reach = resolve));
	const { result } = await chain.run({ meanwhile: { [node]: async () => reach() }, abortAfter: reached });
	reach();
	return result.status;
}

test('a run may be stopped at any node: the next one ends in the same records', async () => {
	expect(places.length).toBeGreaterThan(20);
	const problems: string[] = [];
	const statuses = new Set<string>();
	for (const place of some(places, 9, 4)) {
		await begin();
		statuses.add(await stopAt(place));
		await chain.advance(LEASE_TIME);
		await chain.runToEnd();
		await chain.advance(LEASE_TIME);
		const { created, updated, deleted, unknown } = await chain.runToEnd();
		if ([created, updated, deleted, unknown].some((figure) => figure !== 0)) problems.push(`stopped at ${place}: the third run still does something`);
		problems.push(...(await chain.transferProblems()).map((problem) => `stopped at ${place}: ${problem}`));
	}
	expect(problems).toEqual([]);
	expect(statuses).toContain('canceled');
});
