import { deduplicationStore } from '../support';
import { LinaBench } from './lina';
import { created, DATE, shiftsOf, worked } from './shift';

const lina = new LinaBench();

let person: string;
let colleague: string;
beforeEach(async () => {
	[person, colleague] = await lina.consenting();
});

const sentShifts = async () => await lina.sent('saveShift');
const closeTheDay = async (timeSheetClosed = true) => await lina.control.put('lina', { businessDays: [{ businessDate: DATE, timeSheetClosed }] });
const consent = async (userUuid: string, given: boolean) => await lina.control.put('lina', { consents: [{ userUuid, given }] });

describe('the ledger', () => {
	test('holds no more than a hash of each shift', async () => {
		await created(lina, [worked(person), worked(colleague)]);
		const entries = deduplicationStore.entriesOf('engine-test');
		expect(entries).toHaveLength(2);
		expect(JSON.stringify(entries)).not.toContain(person.slice(0, 8));
	});

	test('is that of the workflow: another one knows nothing of it', async () => {
		await created(lina, [worked(person)]);
		expect(await created(lina, [worked(person)], {}, { workflowId: 'other' })).toMatchObject([{ outcome: 'registered', messages: [] }]);
	});

	test('keeps the last 10,000', async () => {
		await created(lina, [worked(person)]);
		const [own] = deduplicationStore.entriesOf('engine-test');
		const others = Array.from({ length: 9_999 }, (_, at) => `other ${at}`);
		deduplicationStore.put('engine-test', { mode: 'entries', data: [own, ...others] });
		expect(await created(lina, [worked(person)])).toMatchObject([{ outcome: 'rejected' }]);
		await created(lina, [worked(colleague)]);
		expect(deduplicationStore.entriesOf('engine-test')).toHaveLength(10_000);
		expect(await created(lina, [worked(person)])).toMatchObject([{ outcome: 'registered' }]);
	});

	test('is none where the workflow was never saved: the shift is sent, and the item says so', async () => {
		const [json] = await created(lina, [worked(person)], {}, { workflowId: '' });
		expect(json).toMatchObject({ outcome: 'registered', messages: [{ type: 'W', text: expect.stringContaining('There is no ledger of sent shifts') }] });
	});

	test.each([
		['is away', () => (deduplicationStore.failure = new Error('SQLITE_BUSY'))],
		['is used otherwise by the workflow', () => deduplicationStore.put('engine-test', { mode: 'latestDate', data: [] })],
	])('that %s sends nothing, unless the user insists', async (_what, spoil) => {
		spoil();
		expect(await created(lina, [worked(person)])).toMatchObject([{ outcome: 'later', messages: [{ type: 'E', text: expect.stringContaining('nothing was sent') }] }]);
		expect(await sentShifts()).toEqual([]);
		expect(await created(lina, [worked(person)], { options: { sendAgain: true } })).toMatchObject([{ outcome: 'registered', messages: [{ type: 'W' }] }]);
	});

	test('keeps what was sent before when the second sending is refused', async () => {
		await created(lina, [worked(person)]);
		await closeTheDay();
		expect(await created(lina, [worked(person)], { options: { sendAgain: true } })).toMatchObject([{ outcome: 'rejected' }]);
		await closeTheDay(false);
		expect(await created(lina, [worked(person)])).toMatchObject([{ outcome: 'rejected', messages: [{ text: expect.stringContaining('before') }] }]);
		expect(await shiftsOf(lina, person)).toHaveLength(1);
	});
});

describe('what LINA refuses is taken out of the ledger, and goes when the reason is gone:', () => {
	const refusedFirst = async (outcome: string, text: RegExp, mend: () => Promise<unknown>, options = {}) => {
		const [json] = await created(lina, [worked(person)], { options });
		expect(json).toMatchObject({ outcome, messages: [{ type: 'E', text: expect.stringMatching(text) }] });
		expect(JSON.stringify(json.messages)).not.toContain(person.slice(0, 8));
		expect(await shiftsOf(lina, person)).toEqual([]);
		await mend();
		expect(await created(lina, [worked(person)])).toMatchObject([{ outcome: 'registered', messages: [] }]);
		expect(await shiftsOf(lina, person)).toHaveLength(1);
	};

	test('a day that is closed', async () => {
		await closeTheDay();
		await refusedFirst('rejected', /LINA refused saveShift/, async () => await closeTheDay(false));
	});

	test('a consent that is not given', async () => {
		await consent(person, false);
		await refusedFirst('rejected', /has not agreed to the sharing of data/, async () => await consent(person, true));
	});

	test('a budget that is spent', async () => {
		await lina.faults('saveShift', { kind: 'status', status: 429, every: 1 });
		const mend = async () => {
			await lina.control.faults();
			await lina.passTime(16 * 60_000);
		};
		await refusedFirst('later', /calls/, mend, { onRateLimit: 'stop' });
	});

	test('a service that is not there', async () => {
		const credentials = await lina.credentials({ baseUrl: 'https://localhost:1/lina' });
		expect(await created(lina, [worked(person)], {}, { credentials })).toMatchObject([{ outcome: 'later' }]);
		expect(await created(lina, [worked(person)])).toMatchObject([{ outcome: 'registered' }]);
	});

	test('a key that is wrong', async () => {
		const credentials = await lina.credentials({ apiKey: 'wrong' });
		expect(await created(lina, [worked(person)], {}, { credentials })).toMatchObject([{ outcome: 'later' }]);
		expect(await created(lina, [worked(person)])).toMatchObject([{ outcome: 'registered' }]);
	});
});
