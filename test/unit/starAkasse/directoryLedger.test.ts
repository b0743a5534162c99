import type { IDataObject } from 'n8n-workflow';

import { numbers } from '../lina/tinyPoller';
import { akasse, Bench, inShort } from './tinyDirectory';

const POLLS = process.env.CHAIN_FULL === '1' ? 1000 : 150;

const inCapitals = (record: IDataObject): IDataObject => Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toUpperCase(), value]));

/** What somebody knows who does what the trigger tells, held against the directory. */
class Ledger {
	private readonly known = new Map<string, string>();

	/** What a poll has to tell, in short and without the groups. */
	expected(kind: string, records: ReadonlyMap<string, IDataObject>, unlisted: ReadonlySet<string>): string[] {
		const closed = [...this.known.keys()].filter((key) => !records.has(key)).map((key) => `${kind}Closed ${key}`);
		const listed = [...records].filter(([key]) => !unlisted.has(key));
		const others = listed.filter(([key, record]) => this.known.get(key) !== JSON.stringify(record));
		return [...closed, ...others.map(([key]) => `${kind}${this.known.has(key) ? 'Changed' : 'New'} ${key}`)].sort();
	}

	learn(records: ReadonlyMap<string, IDataObject>, unlisted: ReadonlySet<string>): void {
		for (const key of this.known.keys()) if (!records.has(key)) this.known.delete(key);
		for (const [key, record] of records) if (!unlisted.has(key)) this.known.set(key, JSON.stringify(record));
	}
}

test.each([11, 12])('over many polls each difference is told once, whatever fails, whatever is missing and whenever n8n is started again (seed %i)', async (seed) => {
	const random = numbers(seed);
	const chance = (of: number): boolean => random() < of;
	const bench = new Bench(10, { readEachBranch: true });
	const { directory, trigger } = bench;
	const { akasseRecords, branchRecords, unlisted } = directory;
	const ledgers = { akasse: new Ledger(), branch: new Ledger() };
	const list = directory.akasser.bind(directory);

	const edit = () => {
		const code = String(901 + Math.floor(random() * 14));
		const key = `${code}/0${1 + Math.floor(random() * 3)}`;
		const dice = random();
		if (dice < 0.3) directory.put(akasse(code, { telefonnummer: String(Math.floor(random() * 3)) }));
		else if (dice < 0.4 && akasseRecords.size > 5) akasseRecords.delete(code);
		else if (dice < 0.6 && akasseRecords.has(code)) directory.putBranch(code, key.slice(-2), { telefonnummer: String(Math.floor(random() * 3)) });
		else if (dice < 0.7 && branchRecords.size > 5) branchRecords.delete(key);
		else if (dice < 0.85 && unlisted.size < 6) unlisted.add(chance(0.5) ? code : key);
		else unlisted.clear();
	};
	const learn = () => {
		ledgers.akasse.learn(akasseRecords, unlisted);
		ledgers.branch.learn(branchRecords, unlisted);
	};
	/* With an a-kasse its branch offices are closed. */
	const tidy = () => {
		for (const key of branchRecords.keys()) if (!akasseRecords.has(key.slice(0, 3))) branchRecords.delete(key);
	};

	await trigger.poll();
	learn();
	const tally = { told: 0, failed: 0 };
	for (let polls = 0; polls < POLLS; polls++) {
		if (chance(0.6)) edit();
		tidy();
		directory.spelled = chance(0.5) ? inCapitals : (record) => record;
		if (chance(0.1)) trigger.restart();
		directory.failAt = chance(0.15) ? 1 + Math.floor(random() * 12) : 0;
		directory.akasser = chance(0.05) ? async () => [] : list;
		const expected = [...ledgers.akasse.expected('akasse', akasseRecords, unlisted), ...ledgers.branch.expected('branch', branchRecords, unlisted)];
		const items = await trigger.poll().catch(() => undefined);
		if (!items) {
			tally.failed++;
			continue;
		}
		expect(items.map((item) => inShort({ ...item, changed: undefined })).sort()).toEqual(expected);
		learn();
		tally.told += items.length;
	}
	expect(tally.told).toBeGreaterThan(40);
	expect(tally.failed).toBeGreaterThan(10);
});
