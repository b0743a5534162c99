import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { Ledger } from '../../unit/capitech/triggerLedger';
import { Approvals, Mirror, passesThree, Reader, ZONE } from '../../unit/capitech/triggerLedger';
import type { FaultRule } from '../support';
import { GET_MANY } from './capitech';
import { TriggerBench } from './trigger';

const WORLD = { people: 10, days: 12 };
const ALL = ['approved', 'changed', 'created', 'deleted', 'unapproved'];

const capitech = new TriggerBench({ seed: 11, ...WORLD });

jest.setTimeout(600_000);

/** A stream of numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

/** What may go wrong with a poll's requests: the first two end it, the others are gone through. */
const FAULTS: FaultRule[] = [
	{ kind: 'status', status: 400, nth: 2 },
	{ kind: 'status', status: 503 },
	{ kind: 'reset-after', nth: 1 },
	{ kind: 'truncate', nth: 2 },
	{ kind: 'expire-token', nth: 1 },
	{ kind: 'status', status: 429, retryAfter: 3, times: 2 },
].map((rule) => ({ ...rule, service: 'capitech', operation: GET_MANY }));

/** Whether it is about the hour that comes twice or is missing: much happens then, and no request fails. */
const hasOddHour = (time: DateTime): boolean => time.hour > 0 && time.hour < 4 && time.startOf('day').offset !== time.endOf('day').offset;

interface Life {
	/** The last date of the world; the first poll is made in the evening of the day after. */
	until: string;
	polls: number;
	seed: number;
	parameters?: INodeParameters;
	ledger: Ledger;
	/** What the installation does that is not published. */
	switches?: IDataObject;
}

/** What came of a life, so that a test can prove that it had something to tell. */
interface Tally {
	polls: number;
	failed: number;
	restarts: number;
	edits: Set<string>;
	/** Wall clocks at which polls were made. */
	clocks: string[];
}

/**
 * The trigger polled every few minutes over a day and a night, while a manager edits, requests fail, the workflow marks what it was told, and n8n is started again.
 * Each poll that works is judged by what the sandbox holds at that moment.
 */
async function live({ until, polls, seed, parameters = {}, ledger, switches = {} }: Life): Promise<Tally> {
	await capitech.control.reset({ seed, until, ...WORLD });
	await capitech.control.switches(switches);
	await capitech.setTime(DateTime.fromISO(`${until}T19:00`, { zone: ZONE }).plus({ days: 1 }));
	const random = numbers(seed);
	const chance = (of: number) => random() < of;
	const tally: Tally = { polls: 0, failed: 0, restarts: 0, edits: new Set(), clocks: [] };
	const trigger = await capitech.trigger({ ...parameters, options: { lookBackDays: 40, ...(parameters.options as IDataObject) } });
	let swept = capitech.time;
	let savedSwept = swept;

	const judge = (items: IDataObject[], rows: IDataObject[]) => {
		const isSweep = passesThree(swept, capitech.time);
		if (isSweep) swept = capitech.time;
		ledger.judge(items, rows, isSweep);
		if (!trigger.isSaved) return;
		ledger.save();
		savedSwept = swept;
	};
	ledger.begin(await capitech.held());
	judge(await capitech.told(trigger), await capitech.held());

	while (tally.polls < polls) {
		const isOdd = hasOddHour(capitech.time);
		await capitech.pass(1 + Math.floor(random() * (isOdd ? 4 : 12)));
		if (chance(0.6) || isOdd) {
			const notes = await capitech.control.manager({ seed: Math.floor(random() * 1e9), edits: isOdd ? 6 : 1 + Math.floor(random() * 4) });
			for (const { kind } of notes) tally.edits.add(String(kind));
		}
		await capitech.pass(1 + Math.floor(random() * (isOdd ? 4 : 8)));
		if (chance(0.08)) {
			trigger.restart();
			ledger.restore();
			swept = savedSwept;
			tally.restarts++;
		}
		if (chance(0.25) && !isOdd) await capitech.control.faults(FAULTS[Math.floor(random() * FAULTS.length)]);
		const items = await capitech.told(trigger).catch(() => undefined);
		await capitech.control.faults();
		tally.polls++;
		tally.clocks.push(capitech.time.toFormat('yyyy-MM-dd HH:mm ZZ'));
		if (!items) tally.failed++;
		else judge(items, await capitech.held());
		if (items?.length && chance(0.1)) await capitech.setStatus(items.filter(({ isDeleted }) => !isDeleted).slice(0, 3), { status: 'set', externalStatusCode: 20 });
	}
	return tally;
}

/** Proves that a life was no idle one. */
function expectBusy({ polls, failed, restarts, edits, clocks }: Tally, ledger: Ledger): void {
	expect(failed).toBeGreaterThan(polls / 50);
	expect(failed).toBeLessThan(polls / 5);
	expect(restarts).toBeGreaterThan(polls / 50);
	expect(edits.size).toBeGreaterThan(10);
	expect(ledger.told).toBeGreaterThan(polls / 3);
	expect(new Set(clocks.map((clock) => clock.slice(-6))).size).toBe(2);
}

/** The dates before the evenings of which the night is one in which the clocks change. */
const NIGHTS: Array<[string, string, IDataObject]> = [
	['in October, when an hour comes twice', '2026-10-23', { 'capitech.statusBumpsLastUpdated': true }],
	[
		'in March, when an hour is missing, with an installation that answers otherwise',
		'2026-03-27',
		{
			'capitech.editClearsApprovals': false,
			'capitech.unapprovalMatchesFilter': true,
			'capitech.deletedRows': 'flagged',
			'capitech.approvalStampStyle': 'norwegian',
			'capitech.keyCasing': 'doc',
			'capitech.qtyType': 'string',
			'capitech.windowTests': 'overlap',
		},
	],
];

/** Two hundred in the full suite. */
const POLLS = process.env.CHAIN_FULL === '1' ? 210 : 110;

describe.each(NIGHTS)('over a hundred polls and the night %s', (_night, until, switches) => {
	test('approved hours are told once each, and none is missed', async () => {
		const ledger = new Approvals();
		expectBusy(await live({ until, switches, polls: POLLS, seed: 21, ledger }), ledger);
	});

	test('with all events and a daily sweep, what is told is so and is news, and after a sweep nothing is left', async () => {
		const ledger = new Reader();
		expectBusy(await live({ until, switches, polls: POLLS, seed: 22, ledger, parameters: { events: ALL } }), ledger);
	});

	test('with all events and a sweep in every poll, each difference is told once', async () => {
		const ledger = new Mirror();
		expectBusy(await live({ until, switches, polls: 100, seed: 23, ledger, parameters: { events: ALL, options: { sweep: 'everyPoll' } } }), ledger);
	});
});
