import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AkasseBench, OWN } from './bench';
import { during, phone, standing, textsOf, updateOf, updateOnce } from './update';

const akasse = new AkasseBench();

const WRITE = 'UpdateAkasseOplysninger';

const update = async (parameters: INodeParameters): Promise<IDataObject> => await updateOnce(akasse, parameters);

/** The requests that wrote. */
const writes = async () => await akasse.sent(WRITE);

/** What the service may do with the IDs of requests. */
const IDS = [
	{},
	{ requestIds: 'forgotten' },
	{ requestIdOnFailure: 'consumed' },
	{ requestIdOperations: 'createOnly' },
	{ requestIds: 'forgotten', requestIdOnFailure: 'consumed', writeAnswer: 204 },
];

const CUT = [
	{ kind: 'reset-after', sent: 1 },
	{ kind: 'reset-before', sent: 2 },
] as const;

describe('A write whose answer is lost', () => {
	test.each(CUT.flatMap((cut) => IDS.map((switches) => ({ ...cut, switches }))))('has one effect after $kind under $switches', async ({ kind, sent, switches }) => {
		await akasse.switches(switches);
		await akasse.faults(WRITE, { kind, nth: 1 });
		expect((await update(phone('70121212'))).outcome).toBe('registered');
		const made = await writes();
		expect(made.map(({ tookEffect }) => tookEffect).filter(Boolean)).toHaveLength(1);
		expect(made).toHaveLength(sent);
		expect(new Set(made.map(({ headers }) => headers['x-requestid'])).size).toBe(1);
		expect((await standing(akasse)).telefonnummer).toBe('70121212');
	});

	test('is unknown, and not sent again, where somebody else wrote meanwhile', async () => {
		await akasse.faults(WRITE, { kind: 'reset-after', nth: 1 });
		const restore = await during(async (at) => {
			if (at === 3) await akasse.control.put('starAkasse', { akasser: [{ akasseKode: OWN, webadresse: 'https://new.example' }] });
		});
		const outcome = await update(phone('70121212')).finally(restore);
		expect(outcome.outcome).toBe('unknown');
		expect(textsOf(outcome)).toContain('Read back');
		expect(await writes()).toHaveLength(1);
	});

	test('is unknown where it can’t be read back', async () => {
		await akasse.faults(WRITE, { kind: 'reset-after', nth: 1 });
		const restore = await during(async (at) => {
			if (at === 3) await akasse.faults('GetAkasseOplysninger', { kind: 'status', status: 503, every: 1 });
		});
		expect((await update(phone('70121212')).finally(restore)).outcome).toBe('unknown');
		expect(await writes()).toHaveLength(1);
	});
});

test('a stopped execution sends nothing more', async () => {
	let stop = () => {};
	const abortAfter = new Promise<void>((resolve) => {
		stop = resolve;
	});
	const restore = await during(async (at) => {
		if (at === 2) stop();
	});
	const { status } = await akasse.run(updateOf(phone('={{ $json.number }}')), { items: [{ number: '1' }, { number: '2' }], abortAfter }).finally(restore);
	expect(status).toBe('canceled');
	expect(await writes()).toEqual([]);
});

describe('A request key', () => {
	const keyed = (number: string): INodeParameters => ({ ...phone(number), options: { requestKey: 'hours-2026-11' } });

	test('that was used for what stands makes nothing twice; for a corrected request it stays unknown', async () => {
		expect(await update(keyed('1'))).toMatchObject({ outcome: 'registered', requestId: 'hours-2026-11' });
		expect((await update(keyed('1'))).outcome).toBe('unchanged');
		const corrected = await update(keyed('2'));
		expect(corrected.outcome).toBe('unknown');
		expect(textsOf(corrected)).toContain('new request key');
		expect((await standing(akasse)).telefonnummer).toBe('1');
	});

	test('does no harm where the service forgets it', async () => {
		await akasse.switches({ requestIds: 'forgotten' });
		await update(keyed('1'));
		expect((await update(keyed('1'))).outcome).toBe('unchanged');
		expect(await writes()).toHaveLength(1);
	});
});
