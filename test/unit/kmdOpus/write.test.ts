import { setClock } from '../../../nodes/kit/clock';
import { Failure } from '../../../nodes/kit/failure';
import { readXml } from '../../../nodes/kit/xml';
import { writeMaternityCase } from '../../../nodes/KmdOpus/absence/maternityCase';
import { SetAbsenceAttendance } from '../../../nodes/KmdOpus/absence/operations';
import type { OpusSoapClient, SoapResult } from '../../../nodes/KmdOpus/soap/client';
import type { WriteResult } from '../../../nodes/KmdOpus/soap/write';
import { makeWrite } from '../../../nodes/KmdOpus/soap/write';

const LOST: SoapResult = { kind: 'failure', failure: new Failure({ kind: 'unavailable', message: 'Cut' }), mayHaveActed: true };

const answered = (status: string): SoapResult => ({ kind: 'answer', root: readXml(`<R>${status}</R>`)! });
const status = (type: string, text = ''): SoapResult => answered(`<ReturnStatus><StatusType>${type}</StatusType><MessageText>${text}</MessageText></ReturnStatus>`);

/** Makes a write whose sends are answered like this; `made` is what reading tells each time. */
async function write(answers: SoapResult[], ...made: Array<boolean | undefined>): Promise<WriteResult> {
	const left = [...answers];
	const client = { send: async () => await Promise.resolve(left.shift()) } as unknown as OpusSoapClient;
	return await makeWrite(client, { operation: SetAbsenceAttendance, values: {} }, async () => await Promise.resolve(made.shift()));
}

let waited: number;
beforeEach(() => {
	waited = 0;
	setClock({ sleep: async (ms) => void (waited += ms) });
});
afterEach(() => setClock());

describe('a write whose answer was lost', () => {
	test('is not sent again where the service acts upon it late', async () => {
		const answers = [LOST, status('S')];
		expect(await write(answers, false, true)).toEqual({ kind: 'made', messages: [] });
		expect(waited).toBeGreaterThan(1_000);
	});

	test('waits for nothing where it is found at once', async () => {
		expect(await write([LOST], true)).toEqual({ kind: 'made', messages: [] });
		expect(waited).toBe(0);
	});

	test('is not sent again where the second look can not be had', async () => {
		expect(await write([LOST, status('S')], false, undefined)).toMatchObject({ kind: 'unknown' });
	});
});

describe('a repeat that is refused, after a lost answer', () => {
	test('is no refusal where the first one came through late', async () => {
		expect(await write([LOST, status('E', 'Kollision')], false, false, true)).toEqual({ kind: 'made', messages: [] });
	});

	test('is one where nothing stands', async () => {
		expect(await write([LOST, status('E', 'Kollision')], false, false, false)).toMatchObject({ kind: 'refused', messages: [{ text: 'Kollision' }] });
	});

	test('leaves it open where that can not be read', async () => {
		expect(await write([LOST, status('E', 'Kollision')], false, false, undefined)).toMatchObject({ kind: 'unknown', failure: { details: { serviceText: 'Kollision' } } });
	});
});

test('a refusal of the first send is believed without reading', async () => {
	expect(await write([status('E', 'Afvist')], true)).toMatchObject({ kind: 'refused', messages: [{ text: 'Afvist' }] });
});

test('a warning is no yes where what stands can not be read', async () => {
	expect(await write([status('W', 'Se efter')], undefined)).toMatchObject({ kind: 'unknown', failure: { kind: 'outcome unknown', details: { serviceText: 'Se efter' } } });
});

describe.each([
	['without a status', ''],
	['whose status has other names', '<ReturnStatus><Type>E</Type><Message>Afvist</Message></ReturnStatus>'],
])('an answer %s', (_name, content) => {
	test.each([
		[true, 'made'],
		[false, 'notMade'],
		[undefined, 'unknown'],
	])('is settled by what stands (made: %s)', async (made, kind) => {
		expect(await write([answered(content)], made)).toMatchObject({ kind });
	});
});

test.each(['<ReturnStatus/>', '<ReturnStatus><StatusType/></ReturnStatus>', '<ReturnStatus><StatusType>S</StatusType><MessageText>Gemt</MessageText></ReturnStatus>'])('%s is a yes', async (content) => {
	expect(await write([answered(content)])).toMatchObject({ kind: 'made' });
});

test('nothing is sent again once the execution is cancelled', async () => {
	const sent: string[] = [];
	const client = { send: async ({ name }: { name: string }) => await Promise.resolve((sent.push(name), LOST)) } as unknown as OpusSoapClient;
	const cancelled = { operation: SetAbsenceAttendance, values: {}, signal: AbortSignal.abort() };
	expect(await makeWrite(client, cancelled, async () => await Promise.resolve(false))).toMatchObject({ kind: 'notMade' });
	expect(sent).toHaveLength(1);
});

test('a maternity case is neither read nor written once the execution is cancelled', async () => {
	const client = {} as unknown as OpusSoapClient;
	const write = { operation: 'DEL', employeeNumber: '155', key: '1', overrides: {} } as const;
	expect(await writeMaternityCase(client, write, AbortSignal.abort())).toMatchObject({ outcome: 'later', messages: [{ text: expect.stringContaining('cancelled') }] });
});
