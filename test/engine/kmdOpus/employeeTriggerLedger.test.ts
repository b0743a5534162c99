import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { FaultRule } from '../support';
import { communication, record, unit } from './employeeRecords';
import { edited, EmployeeTriggerBench, told, ZONE } from './employeeTrigger';

const bench = new EmployeeTriggerBench();
jest.setTimeout(240_000);

/** The same numbers on every run. */
function randomOf(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_664_525 + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** What was entered, what stands, and what of it the trigger still owes: every change under a name of its own. */
class Ledger {
	readonly units = new Map<string, string>();
	readonly mails = new Map<string, Map<string, string>>();
	private readonly owed = new Map<string, { number: string; change: string }>();
	private count = 0;

	constructor(private readonly random: (below: number) => number) {}

	/** Somebody is entered, moves, gets another address, loses one, or changes in an area nobody asked for. */
	async edit(): Promise<void> {
		const number = String(90_000_001 + this.random(12));
		const name = `c${++this.count}`;
		const kind = this.random(5);
		const own = this.mails.get(number) ?? new Map<string, string>();
		const [start] = [...own.keys()];
		if (kind === 0) await bench.put(edited(record('0002', { Medarbejdernummer: number, Efternavn: name })));
		else if (kind <= 2) await this.move(number, name);
		else if (kind === 3 || !start) await this.mail(number, name, own);
		else await this.remove(number, start, own);
	}

	private async move(number: string, name: string): Promise<void> {
		await bench.moves(number, name);
		this.units.set(number, name);
		this.owed.set(`${number} unit`, { number, change: name });
	}

	private async mail(number: string, name: string, own: Map<string, string>): Promise<void> {
		const start = DateTime.fromISO('2020-01-01').plus({ days: this.count }).toFormat('yyyy-MM-dd');
		await bench.mails(number, name, { Gyldighedsstart: start });
		this.mails.set(number, own.set(start, name));
		this.owed.set(`${number} ${start}`, { number, change: name });
	}

	private async remove(number: string, start: string, own: Map<string, string>): Promise<void> {
		await bench.mails(number, '', { Gyldighedsstart: start, Slettet: true });
		own.delete(start);
		this.owed.set(`${number} ${start}`, { number, change: `deleted ${start}` });
	}

	/** What is owed, which a poll that works pays off. */
	settle(): string[] {
		const all = [...this.owed.values()].map(({ number, change }) => `${number} ${change}`).sort();
		this.owed.clear();
		return all;
	}

	/** The address that a flat item shows: of those valid, the one that began last. */
	mailOf(number: string): string | null {
		const last = [...(this.mails.get(number)?.entries() ?? [])].sort(([a], [b]) => b.localeCompare(a))[0];
		return last?.[1] ?? null;
	}
}

type Records = Record<string, IDataObject[]>;

/** The changes in an item of raw data, in the ledger's words. */
const changesIn = ({ employeeNumber, records }: IDataObject): string[] => {
	const { organisation = [], communication: mails = [] } = records as Records;
	return [
		...organisation.map(({ organisationUnitText }) => `${employeeNumber} ${organisationUnitText}`),
		...mails.map(({ value, deleted, validFrom }) => `${employeeNumber} ${deleted ? `deleted ${validFrom}` : value}`),
	];
};

const FAULTS: Array<Omit<FaultRule, 'service'>> = [
	{ kind: 'reset-before' },
	{ kind: 'reset-after' },
	{ kind: 'malformed' },
	{ kind: 'soap-fault' },
	{ kind: 'status', status: 503 },
	...[2, 3, 99].map((code) => ({ kind: 'business-error', code, text: 'Fejl' })),
];

interface Season {
	name: string;
	from: string;
	ahead: number;
	durable: boolean;
	simplify: boolean;
}

test.each<Season>([
	{ name: 'an October night, by a service whose clock is behind', from: '2026-10-24T20:00', ahead: -6, durable: false, simplify: false },
	{ name: 'a March night, by a service whose clock is ahead', from: '2027-03-27T20:00', ahead: 9, durable: true, simplify: false },
	{ name: 'an October night, as flat items', from: '2026-10-24T20:00', ahead: 0, durable: true, simplify: true },
])('a hundred polls over $name: every change once, none lost', async ({ from, ahead, durable, simplify }) => {
	const random = randomOf(Date.parse(from) + ahead);
	const ledger = new Ledger(random);
	bench.ahead = ahead;
	await bench.setTime(DateTime.fromISO(from, { zone: ZONE }));
	await bench.control.switches({ 'kmdOpus.employeesPerAnswer': 5 });
	await bench.put(unit('Æblehaven', { Medarbejdernummer: '90000001' }), communication('0020', '87', { Medarbejdernummer: '90000002' }));
	const trigger = await bench.trigger({ simplify }, { durable });
	expect(await told(trigger)).toEqual([]);

	let failed = 0;
	let changes = 0;
	for (let poll = 0; poll < 100; poll++) {
		for (let edits = random(4); edits > 0; edits--) {
			await bench.pass(random(6));
			await ledger.edit();
		}
		await bench.pass(1 + random(12));
		if (random(8) === 0) trigger.restart();
		if (random(6) === 0) {
			await bench.control.faults({ service: 'kmdOpus', operation: 'List', ...FAULTS[random(FAULTS.length)] } as FaultRule);
			await expect(trigger.poll()).rejects.toThrow();
			await bench.control.faults();
			failed++;
			continue;
		}
		const items = await told(trigger);
		const owed = ledger.settle();
		changes += owed.length;
		expect(items.map(({ employeeNumber }) => employeeNumber)).toEqual([...new Set(items.map(({ employeeNumber }) => employeeNumber))]);
		if (!simplify) {
			expect(items.flatMap(changesIn).sort()).toEqual(owed);
			continue;
		}
		expect(items.map(({ employeeNumber }) => employeeNumber)).toEqual([...new Set(owed.map((entry) => entry.split(' ')[0]))]);
		for (const { employeeNumber, organisationUnitText, email } of items) {
			const standing = ledger.units.get(String(employeeNumber)) ?? (employeeNumber === '90000001' ? 'Æblehaven' : null);
			expect([employeeNumber, organisationUnitText, email]).toEqual([employeeNumber, standing, ledger.mailOf(String(employeeNumber))]);
		}
	}
	expect(failed).toBeGreaterThan(5);
	expect(changes).toBeGreaterThan(50);
	expect(bench.time.offset).not.toBe(DateTime.fromISO(from, { zone: ZONE }).offset);
	expect(JSON.stringify(trigger.staticData).length).toBeLessThan(5_000);
});
