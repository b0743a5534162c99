import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { CapitechClient } from '../../../nodes/Capitech/client';
import type { StatusBodyShape } from '../../../nodes/Capitech/time/externalStatus';
import type { Marking } from '../../../nodes/Capitech/time/mark';
import { markRegistrations } from '../../../nodes/Capitech/time/mark';
import { readTimeTransactions } from '../../../nodes/Capitech/time/read';
import { readWholeRegistrations } from '../../../nodes/Capitech/time/wholeRegistrations';
import { setClock } from '../../../nodes/kit/clock';

/* n8n cuts off the requests of a cancelled execution, newer versions at least. Here nothing does: what is sent is what the pack itself sends. */

const answer = (status: number, content: IDataObject[] = []) => ({ statusCode: status, headers: {}, body: JSON.stringify({ success: true, content }) });

/** An execution whose requests are answered in turn, the last answer for all that follow. */
class Execution {
	readonly abort = new AbortController();
	readonly sent: IDataObject[] = [];
	/** What happens while a request is under way. */
	during: (nth: number) => void = () => {};

	constructor(private readonly answers: Array<ReturnType<typeof answer>> = [answer(200)]) {}

	async client(): Promise<CapitechClient> {
		const send = async (_credential: string, { body }: { body: IDataObject }) => {
			this.during(this.sent.push(body));
			return await Promise.resolve(this.answers[Math.min(this.sent.length, this.answers.length) - 1]);
		};
		const context = {
			getCredentials: async () => await Promise.resolve({ accessToken: 'token' }),
			getNode: () => ({}),
			getExecutionCancelSignal: () => this.abort.signal,
			helpers: { httpRequestWithAuthentication: send },
		};
		return await CapitechClient.open(context as unknown as IExecuteFunctions);
	}
}

const SHAPE: StatusBodyShape = { uidField: 'uid', uidListField: 'uids', statusField: 'externalStatusCode', uidsPerCall: 1, timeCategoryField: '', extra: {} };
const marking = (uid: number, more: Partial<Marking> = {}): Marking => ({ clientId: 100, uid, code: 20, guarded: false, employeeId: 155, dateIn: '2026-01-15', row: {}, ...more });
const mark = async (execution: Execution, markings: Marking[]) => await markRegistrations(await execution.client(), SHAPE, markings, execution.abort.signal);

afterEach(() => setClock());

describe('once the execution is cancelled', () => {
	test('a write that waits for another try is not sent again', async () => {
		const execution = new Execution([answer(429), answer(200)]);
		setClock({ sleep: async () => await Promise.resolve(execution.abort.abort()) });
		const outcomes = await mark(execution, [marking(1)]);
		expect(execution.sent.length).toBe(1);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['later']);
	});

	test('a registration under way is seen through, and none is begun any more', async () => {
		const execution = new Execution();
		execution.during = (nth) => void (nth === 2 && execution.abort.abort());
		const outcomes = await mark(execution, [1, 2, 3, 4].map((uid) => marking(uid)));
		expect(execution.sent.map(({ uid }) => uid)).toEqual([1, 2]);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['registered', 'registered', 'later', 'later']);
		expect(outcomes[2].messages).toEqual([{ type: 'E', code: null, text: 'The execution was cancelled before this registration was marked' }]);
	});

	test('no registration of another employee is begun either, nor read again', async () => {
		const execution = new Execution();
		execution.during = (nth) => void (nth === 2 && execution.abort.abort());
		const guarded = [marking(1), marking(2, { employeeId: 156 }), marking(3, { employeeId: 157, guarded: true })];
		const outcomes = await mark(execution, guarded);
		expect(execution.sent.map(({ uid }) => uid)).toEqual([1, 2]);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['registered', 'registered', 'later']);
	});

	test('no further part of a period is asked for', async () => {
		const execution = new Execution();
		execution.during = (nth) => void (nth === 2 && execution.abort.abort());
		const query = { clientId: 100, window: { from: '2026-01-01', to: '2026-12-31' }, filters: {} };
		const reading = readTimeTransactions(await execution.client(), query, { signal: execution.abort.signal });
		await expect(reading).rejects.toThrow('The execution was canceled');
		expect(execution.sent.length).toBe(2);
	});

	test('no registration is read a second time', async () => {
		const row = { clientId: 100, uid: 1, timeCategoryId: 10, employeeId: 155, dateIn: '2026-01-15', qty: 1 };
		const execution = new Execution([answer(200, [row])]);
		execution.during = () => execution.abort.abort();
		const query = { clientId: 100, window: { from: '2026-01-10', to: '2026-01-20' }, filters: { timeCategoryIdFilter: [10] } };
		const reading = readWholeRegistrations(await execution.client(), query, { signal: execution.abort.signal });
		await expect(reading).rejects.toThrow('The execution was canceled');
		expect(execution.sent.length).toBe(1);
	});
});
