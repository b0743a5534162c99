import { PUSH, SCHEDULE, useConsentChain } from './consents';
import { LEASE_TIME, readTemplate, some } from './support';

const chain = useConsentChain({ people: 60, days: 20 });

/** The core nodes of the template that a run comes to after it has taken its lease; between them stand ours. */
const places = readTemplate(chain.name)
	.nodes.filter(({ type, position: [x] }) => type.startsWith('n8n-nodes-base.') && !/stickyNote|stopAndError|Trigger|wait/.test(type) && x > 1900)
	.map(({ name }) => name)
	.filter((name) => !['Wait for It?', 'Keep the Lease', 'Still Ours?'].includes(name));

/** Where folder and table may differ. */
const AFTER_WRITES = ['All Noted', 'All Steps', 'A Task?', 'To Keep?', 'Erase the Person'];

/** One document stands and its consent is withdrawn; somebody on the list withdraws, too; another consents anew. */
async function begin(): Promise<void> {
	await chain.reset();
	await chain.runToEnd();
	const [filed] = chain.rowsOf('nordic_lina_consents');
	const [listed] = chain.rowsOf('nordic_lina_human');
	const consenting = new Set((await chain.consenting()).map(({ userUuid }) => userUuid));
	const fresh = (await chain.people()).filter(({ userUuid }) => !consenting.has(userUuid)).slice(0, 2);
	await chain.withdraw(String(filed.userUuid), String(listed.userUuid));
	await chain.give(...fresh.map(({ userUuid }) => userUuid));
}

/** Stops a run when it comes to a node. */
async function stopAt(node: string): Promise<string> {
	let reach = () => {};
	const reached = new Promise<void>((resolve) => (reach = resolve));
	const stop = { [node]: async () => reach() };
	return (await chain.run({ from: SCHEDULE, meanwhile: stop, abortAfter: reached })).result.status;
}

describe.each([
	['honoured', true],
	['ignored', false],
])('where a reference that is sent again is %s', (externalReference, honoursReference) => {
	test('a run may be stopped at any node: nothing is filed twice or forgotten, and the person is gone in the end', async () => {
		expect(places.length).toBeGreaterThan(20);
		const problems: string[] = [];
		const statuses = new Set<string>();
		for (const place of new Set([...AFTER_WRITES, ...some(places, 4, 9)])) {
			await begin();
			await chain.control.switches({ 'kmdOpus.externalReference': externalReference });
			const [filed] = chain.rowsOf('nordic_lina_consents');
			statuses.add(await stopAt(place));
			await chain.advance(LEASE_TIME);
			for (let runs = 0; runs < 3; runs++) {
				await chain.runToEnd({ from: SCHEDULE, settings: { honoursReference } });
				if (!honoursReference) await chain.settle();
			}
			problems.push(...(await chain.folderProblems()).map((problem) => `stopped at ${place}: ${problem}`));
			if (chain.kept.includes(String(filed.userUuid))) problems.push(`stopped at ${place}: the person who withdrew is still kept`);
			if (chain.rowsOf('nordic_records_tasks').length !== 1) problems.push(`stopped at ${place}: ${chain.rowsOf('nordic_records_tasks').length} tasks`);
		}
		expect(problems).toEqual([]);
		expect(statuses).toContain('canceled');
	});
});

describe('while another run holds the lease', () => {
	/** Another run holds the lease, and lets it go when this one has waited so often. */
	const heldFor = (waits: number) => {
		let waited = 0;
		return {
			'Take the Lease': async () => hold(waited < waits),
			'Let It End': async () => {
				waited++;
			},
		};
	};

	const hold = (isHeld: boolean): void => {
		for (const row of chain.tables.rows('nordic_workforce_runs')) Object.assign(row, { holder: 'another', until: new Date(chain.time + (isHeld ? 60_000 : -1)) });
	};

	test('a run that a push began waits for it, and then reads what LINA says', async () => {
		await chain.runToEnd();
		const [{ userUuid }] = chain.rowsOf('nordic_lina_consents');
		await chain.withdraw(String(userUuid));
		const { summary, result } = await chain.ring({}, { meanwhile: heldFor(3) });
		expect(result.status).toBe('success');
		expect(summary).toMatchObject({ withdrawn: 1 });
	});

	test('it does not wait for ever, and asks LINA nothing meanwhile', async () => {
		await chain.runToEnd();
		const { length } = await chain.control.journal({ service: 'lina' });
		const { result } = await chain.run({ from: PUSH, items: [{}], meanwhile: heldFor(100) });
		expect(result.error?.message).toMatch(/transferred by another run \(execution another\)/);
		expect(await chain.control.journal({ service: 'lina' })).toHaveLength(length);
	});

	test('a run by hand ends at once', async () => {
		await chain.runToEnd();
		const { result } = await chain.run({ meanwhile: heldFor(1) });
		expect(result.error?.message).toMatch(/transferred by another run/);
	});

	test('a run whose lease went to another files nothing', async () => {
		await chain.runToEnd();
		const [{ userUuid }] = chain.rowsOf('nordic_lina_consents');
		await chain.withdraw(String(userUuid));
		const documents = await chain.documents();
		const { result } = await chain.run({ from: SCHEDULE, meanwhile: { Plan: undefined, 'Keep the Lease': async () => hold(true) } });
		expect(result.error?.message).toMatch(/took longer than its lease/);
		expect(await chain.documents()).toEqual(documents);
	});
});
