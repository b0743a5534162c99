import { days, withClient } from './clientNode';
import { LinaBench } from './lina';

const lina = new LinaBench({ seed: 7, people: 8, days: 5 });

const GET = { resource: 'rateLimit', operation: 'get' };

test("Rate Limit: Get gives the service's numbers and our own count", async () => {
	await lina.control.switches({ 'lina.rateLimit': 200 });
	const credentials = await lina.credentials();
	await withClient(lina, async (client) => (await Promise.all(days(3).map(async (businessdate) => await client.read('acceptedworkingtimes', { businessdate })))).map(() => ({})), { credentials });
	const [row] = await lina.rows(GET, { credentials, items: [{ store: 'Mitte' }] });
	expect(row).toEqual({ store: 'Mitte', limit: 200, calls: 3, left: 197, callsOfThisProcess: 3, service: { status: 'success', limit: 200, calls: 3 } });
});

test('it asks each time, and does not count itself', async () => {
	const rows = await lina.rows(GET, { items: [{}, {}] });
	expect(rows.map(({ calls, callsOfThisProcess }) => [calls, callsOfThisProcess])).toEqual([
		[0, 0],
		[0, 0],
	]);
	expect(await lina.sent('getlimit')).toHaveLength(2);
});
