import type { WritePlace } from './support';
import { isFull, some, useChain } from './support';

const chain = useChain({ people: 8, days: 10 });

const ATOMICITY = ['allOrNothing', 'perLine'];
const REPEATS = ['honoured', 'ignored'];
const FAULTS = [
	{ kind: 'reset-before' },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 503, retryAfter: 2 },
	{ kind: 'truncate' },
	{ kind: 'malformed' },
];
const SETTINGS = ATOMICITY.flatMap((atomicity) => REPEATS.map((updateIdRepeat) => ({ atomicity, updateIdRepeat })));

const begin = async (switches: Record<string, string>): Promise<void> => {
	await chain.reset();
	await chain.makeTrouble();
	await chain.control.switches(switches);
};

const known = new Map<string, WritePlace[]>();

/** The places at which a run writes that nothing goes wrong in; the same in each such run. */
const placesOf = async (switches: Record<string, string>): Promise<WritePlace[]> => {
	const key = JSON.stringify(switches);
	if (!known.has(key)) {
		await begin(switches);
		await chain.runToEnd();
		known.set(key, await chain.writePlaces());
	}
	return known.get(key)!;
};

/** Breaks one write of a run, runs again, and says what is not as it should be. */
async function breakAt(place: WritePlace, fault: { kind: string } & Record<string, unknown>, switches: Record<string, string>): Promise<string[]> {
	await begin(switches);
	await chain.control.faults({ ...place, ...fault });
	await chain.runToEnd();
	await chain.control.faults();
	const second = await chain.runToEnd();
	const problems = await chain.problems();
	const lines = await chain.payments();
	const third = await chain.runToEnd();
	if (third.registered !== 0 || third.marked !== 0 || (await chain.payments()).length !== lines.length) problems.push('a third run adds something');
	if (second.unmarkedThoughDone !== 0) problems.push('a mark is missing after the second run');
	return problems.map((problem) => `${fault.kind} at ${place.operation} ${place.nth}: ${problem}`);
}

async function breakAll(places: WritePlace[], fault: { kind: string } & Record<string, unknown>, switches: Record<string, string>): Promise<string[]> {
	const problems: string[] = [];
	for (const place of places) problems.push(...(await breakAt(place, fault, switches)));
	return problems;
}

describe.each(SETTINGS)('with atomicity $atomicity and repeats $updateIdRepeat', ({ atomicity, updateIdRepeat }) => {
	const switches = { 'kmdOpus.atomicity': atomicity, 'kmdOpus.updateIdRepeat': updateIdRepeat };
	const isDefault = atomicity === 'allOrNothing' && updateIdRepeat === 'ignored';

	test('the answer of any single write may be cut, and running again leaves the same ledgers', async () => {
		const places = await placesOf(switches);
		expect(places.length).toBeGreaterThan(20);
		expect(await breakAll(some(places, isDefault ? 5 : 1, 1), { kind: 'reset-after' }, switches)).toEqual([]);
	});

	test.each(isDefault || isFull ? FAULTS : FAULTS.slice(0, 1))('a write may end as $kind $status anywhere', async (fault) => {
		expect(await breakAll(some(await placesOf(switches), 1, fault.kind.length), fault, switches)).toEqual([]);
	});
});
