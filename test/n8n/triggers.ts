import type { IDataObject } from 'n8n-workflow';
import { credentialNames } from '../../scripts/demo/credentials.ts';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import { idFor } from '../../scripts/n8n/home.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import { communication, unit } from '../engine/kmdOpus/employeeRecords';
import { Mirror } from '../unit/capitech/triggerLedger';
import type { Receiver } from './receiver';

/** A service whose trigger is watched: how its world moves on, and whether what the trigger told is what happened. */
interface Subject {
	name: string;
	type: string;
	credential: { type: string; name: string };
	parameters: IDataObject;
	/** Before the first poll, which tells nothing. */
	begin(): Promise<void>;
	/** Something happens. */
	edit(): Promise<void>;
	/** Holds what a poll told against what happened since the last one. */
	judge(items: IDataObject[]): Promise<void>;
}

const OWN = '90000000-90000999';
const ALL_EVENTS = ['approved', 'changed', 'created', 'deleted', 'unapproved'];

/** What a manager does to the hours of a firm, seeded. */
function capitech(get: () => Environment): Subject {
	const ledger = new Mirror();
	let seed = 100;
	const held = async () => {
		const { transactions } = await get().sandbox.control<{ transactions: IDataObject[] }>('GET', '/state/capitech');
		return transactions.filter(({ clientId }) => clientId === 100);
	};
	return {
		name: 'Capitech Trigger',
		type: 'capitechTrigger',
		credential: { type: 'capitechApi', name: credentialNames.capitech },
		parameters: { clientIds: '100', events: ALL_EVENTS, options: { sweep: 'everyPoll' } },
		begin: async () => ledger.begin(await held()),
		edit: async () => void (await get().sandbox.control('POST', '/manager', { seed: ++seed, edits: 8 })),
		judge: async (items) => {
			const before = ledger.told;
			ledger.judge(items, await held());
			expect(ledger.told).toBeGreaterThan(before);
		},
	};
}

const describeRecord = (number: unknown, { organisationUnitText, value, deleted }: IDataObject): string => `${number} ${deleted ? 'deleted' : (organisationUnitText ?? value)}`;

/** Employees who are entered, move, get an address and lose it; stamped with the time of the edit. */
function kmdOpus(get: () => Environment): Subject {
	const now = (Medarbejdernummer: string) => ({ Medarbejdernummer, Registreret: undefined });
	const steps: Array<{ records: IDataObject[]; told: string[] }> = [
		{
			records: [unit('Æblehaven', now('90000001')), communication('0010', 'a@example.org', now('90000001')), unit('Skoven', now('90000002'))],
			told: ['90000001 a@example.org', '90000001 Æblehaven', '90000002 Skoven'],
		},
		{ records: [unit('Skoven', now('90000001'))], told: ['90000001 Skoven'] },
		{ records: [communication('0010', '', { ...now('90000001'), Slettet: true }), unit('Engen', now('90000002'))], told: ['90000001 deleted', '90000002 Engen'] },
		{ records: [unit('Æblehaven', now('90000001'))], told: ['90000001 Æblehaven'] },
	];
	let step = -1;
	return {
		name: 'KMD Opus Trigger',
		type: 'kmdOpusTrigger',
		credential: { type: 'kmdOpusApi', name: credentialNames.kmdOpus },
		parameters: { employeeNumbers: OWN, simplify: false },
		begin: async () => {},
		edit: async () => void (await get().sandbox.control('POST', '/world/kmdOpus', { employeeRecords: steps[++step].records })),
		judge: async (items) => {
			const told = items.flatMap(({ employeeNumber, records }) =>
				Object.values(records as Record<string, IDataObject[]>).flatMap((changed) => changed.map((record) => describeRecord(employeeNumber, record))),
			);
			expect(told.sort()).toEqual([...steps[step].told].sort());
		},
	};
}

function workflowOf({ name, type, credential, parameters }: Subject): Workflow {
	const trigger = {
		id: 'trigger',
		name: 'Trigger',
		type: `n8n-nodes-nordic-workforce.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: { pollTimes: { item: [{ mode: 'everyMinute' }] }, ...parameters },
		credentials: { [credential.type]: { id: idFor(credential.name), name: credential.name } },
	};
	return { name, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none' } };
}

/**
 * Both triggers in active workflows: polled by being activated anew, with edits made while the workflow was off, and by n8n's schedule.
 * Each execution says what it was given, so that one too many shows as well.
 */
export function describeTriggers(get: () => Environment, receiver: Receiver, begin: () => Promise<void>): void {
	const reactivations = 3;

	describe('a trigger in an active workflow', () => {
		const subjects = [capitech(get), kmdOpus(get)];
		const executions = new Map<string, string[]>(subjects.map(({ name }) => [name, []]));

		/** The next execution is the one that tells of the edit. */
		const expectTold = async ({ name, judge }: Subject) => {
			const { execution, items } = await receiver.next(name);
			executions.get(name)!.push(execution);
			await judge(items as IDataObject[]);
		};

		beforeAll(async () => {
			await begin();
			for (const subject of subjects) {
				const workflow = workflowOf(subject);
				receiver.attach(workflow, 'Trigger', subject.name);
				await get().session.post('/rest/workflows', workflow);
				await subject.begin();
				await switchOn(get().session, subject.name);
			}
		}, 60_000);

		it.each(subjects)('the $name tells, each time it is activated anew, what happened meanwhile', async (subject) => {
			for (let poll = 0; poll < reactivations; poll++) {
				await switchOff(get().session, subject.name);
				await subject.edit();
				await switchOn(get().session, subject.name);
				await expectTold(subject);
			}
		}, 120_000);

		it('both tell within a minute what happened, by the schedule', async () => {
			for (const subject of subjects) await subject.edit();
			await Promise.all(subjects.map(expectTold));
		}, 180_000);

		it('and none told anything twice: no execution was left over', () => {
			for (const { name } of subjects) {
				expect(receiver.left(name)).toEqual([]);
				expect(new Set(executions.get(name)).size).toBe(reactivations + 1);
			}
		});

		afterAll(async () => {
			for (const { name } of subjects) await switchOff(get().session, name);
		});
	});
}
