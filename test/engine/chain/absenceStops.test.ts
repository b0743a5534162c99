import type { IDataObject } from 'n8n-workflow';

import { useAbsenceChain } from './absences';
import { LEASE_TIME, readTemplate, some } from './support';

const chain = useAbsenceChain({ people: 16, days: 20 });

/** More runs than any stop needs until nothing is left to do. */
const MOST_RUNS = 5;

/** The core nodes of the template that a run comes to after it has taken its lease; between them stand ours. */
const places = readTemplate(chain.name)
	.nodes.filter(({ type, position: [x] }) => type.startsWith('n8n-nodes-base.') && !/stickyNote|stopAndError|Trigger/.test(type) && x > 1600)
	.map(({ name }) => name);

/** The first places after each write, where Opus and the table may differ. */
const AFTER_WRITES = ['All Deleted', 'All Updated', 'All Written'];

const absence = (absenceId: number, more: IDataObject = {}): IDataObject => ({
	...{ absenceId, clientId: 100, employeeId: 2000 + absenceId, absenceCode: 'SYK', fromDate: '2026-11-02', endDate: '2026-11-06' },
	...{ startTime: null, endTime: null, absencePercent: 100, transactionStatus: 1, ...more },
});

const put = async (...absences: IDataObject[]) => await chain.control.put('capitech', { absences });

/** Three absences that stand, and edits since: two are changed, one is deleted, one is new. */
async function begin(): Promise<void> {
	await chain.reset();
	await chain.makeRoom();
	const { absences } = await chain.control.state('capitech');
	await chain.control.remove('capitech', { absences: absences.map(({ absenceId }) => ({ absenceId })) });
	await put(absence(1), absence(3), absence(4));
	await chain.runToEnd();
	await put(absence(1, { endDate: '2026-11-05' }), absence(3, { startTime: '12:00:00' }), absence(6));
	await chain.control.remove('capitech', { absences: [{ absenceId: 4 }] });
}

/** The same absences are edited once more: what a run had begun is not what is wanted any longer. */
async function editAgain(): Promise<void> {
	await put(absence(1, { endDate: '2026-11-04' }), absence(3, { absencePercent: 50 }), absence(6, { fromDate: '2026-11-09', endDate: '2026-11-10' }));
	await put(absence(5, { employeeId: 2004, fromDate: '2026-11-03', endDate: '2026-11-09' }));
}

/** Stops a run when it comes to a node. */
async function stopAt(node: string): Promise<string> {
	let reach = () => {};
	const reached = new Promise<void>((resolve) => (reach = resolve));
	const { result } = await chain.run({ meanwhile: { [node]: async () => reach() }, abortAfter: reached });
	reach();
	return result.status;
}

/** Runs until a run has nothing left to do, and says what is not as it should be then. */
async function problemsInTheEnd(): Promise<string[]> {
	for (let runs = 0; runs < MOST_RUNS; runs++) {
		await chain.advance(LEASE_TIME);
		const { created, updated, deleted, unknown, rejected, later } = await chain.runToEnd();
		if ([created, updated, deleted, unknown, rejected, later].every((figure) => figure === 0)) return await chain.transferProblems();
	}
	return [`${MOST_RUNS} runs did not do`, ...(await chain.transferProblems())];
}

test.each([
	['nothing happens', async () => {}],
	['all of them are edited again', editAgain],
])('a run may be stopped at any node, and then %s: in the end stands what is wanted', async (_what, then) => {
	expect(places.length).toBeGreaterThan(20);
	const problems: string[] = [];
	const statuses = new Set<string>();
	for (const place of new Set([...AFTER_WRITES, ...some(places, 6, 4)])) {
		await begin();
		statuses.add(await stopAt(place));
		await then();
		problems.push(...(await problemsInTheEnd()).map((problem) => `stopped at ${place}: ${problem}`));
	}
	expect(problems).toEqual([]);
	expect(statuses).toContain('canceled');
});
