import { setClock } from '../../../nodes/kit/clock';
import { Failure } from '../../../nodes/kit/failure';
import { readXml } from '../../../nodes/kit/xml';
import { SetAbsenceAttendance } from '../../../nodes/KmdOpus/absence/operations';
import type { OpusSoapClient, SoapResult } from '../../../nodes/KmdOpus/soap/client';
import { makeWrite } from '../../../nodes/KmdOpus/soap/write';

const answer = (type: string): SoapResult => ({
	kind: 'answer',
	root: readXml(`<A><ReturnStatus><StatusType>${type}</StatusType><MessageText>Der findes allerede fravær.</MessageText></ReturnStatus></A>`)!,
});
const lost: SoapResult = { kind: 'failure', failure: new Failure({ kind: 'unavailable', message: 'Cut' }), mayHaveActed: true };

let waited: number;
beforeEach(() => {
	waited = 0;
	setClock({ sleep: async (ms) => void (waited += ms) });
});
afterEach(() => setClock());

/** A write to a service that gives these results one after the other, and is found, or not, by these readings. */
async function write(results: SoapResult[], readings: Array<boolean | undefined>) {
	const left = { results: [...results], readings: [...readings] };
	const client = { send: async () => left.results.shift() } as unknown as OpusSoapClient;
	const result = await makeWrite(client, { operation: SetAbsenceAttendance, values: {} }, async () => left.readings.shift());
	return { kind: result.kind, sends: results.length - left.results.length, unread: left.readings.length };
}

test('a lost write that the service acts upon late is not sent again', async () => {
	expect(await write([lost, answer('S')], [false, true])).toEqual({ kind: 'made', sends: 1, unread: 0 });
	expect(waited).toBeGreaterThan(1_000);
});

test('one that was found at once waits for nothing', async () => {
	expect(await write([lost], [true])).toEqual({ kind: 'made', sends: 1, unread: 0 });
	expect(waited).toBe(0);
});

test('a repeat that is refused because the first one stands after all counts as made', async () => {
	expect(await write([lost, answer('E')], [false, false, true])).toEqual({ kind: 'made', sends: 2, unread: 0 });
});

test('a repeat that is refused for a reason of its own is refused', async () => {
	expect(await write([lost, answer('E')], [false, false, false])).toEqual({ kind: 'refused', sends: 2, unread: 0 });
});

test('a first refusal is taken at its word', async () => {
	expect(await write([answer('E')], [true])).toEqual({ kind: 'refused', sends: 1, unread: 1 });
});

test('what can not be read is unknown, and not sent again', async () => {
	expect(await write([lost, answer('S')], [false, undefined])).toEqual({ kind: 'unknown', sends: 1, unread: 0 });
});
