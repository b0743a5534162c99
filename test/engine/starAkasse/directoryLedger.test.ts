import type { IDataObject } from 'n8n-workflow';

import { numbers } from '../../unit/lina/tinyPoller';
import type { FaultRule } from '../support';
import { OWN } from './bench';
import { AKASSER, DirectoryBench, inShort } from './directoryTrigger';

const star = new DirectoryBench();

const POLLS = 100;

/** What may go wrong with a poll: the first ones end it, the others are gone through. */
const FAULTS: FaultRule[] = [
	{ kind: 'business-error', code: 4575, every: 1 },
	{ kind: 'status', status: 404, every: 1 },
	{ kind: 'truncate', every: 1 },
	{ kind: 'reset-after', nth: 1 },
	{ kind: 'status', status: 503, nth: 1 },
].map((rule) => ({ ...rule, service: 'starAkasse' }));

type Facts = Map<string, string>;

/** What somebody holds who does what is told: codes, and what stands behind them. */
class Held {
	constructor(private facts: Facts) {}

	/** What a poll has to tell, in short and without the groups. */
	expected(kind: string, standing: Facts, unlisted: ReadonlySet<string>): string[] {
		const closed = [...this.facts.keys()].filter((key) => !standing.has(key)).map((key) => `${kind}Closed ${key}`);
		const others = [...standing].filter(([key, fact]) => !unlisted.has(key) && this.facts.get(key) !== fact);
		return [...closed, ...others.map(([key]) => `${kind}${this.facts.has(key) ? 'Changed' : 'New'} ${key}`)];
	}

	learn(standing: Facts, unlisted: ReadonlySet<string>): void {
		const missed = [...unlisted].flatMap((key): Array<[string, string]> => (this.facts.has(key) && standing.has(key) ? [[key, this.facts.get(key)!]] : []));
		this.facts = new Map([...[...standing].filter(([key]) => !unlisted.has(key)), ...missed]);
	}
}

test('over a hundred polls whoever does what is told holds what STAR holds, whatever fails, vanishes or is started again', async () => {
	const random = numbers(23);
	const chance = (of: number): boolean => random() < of;
	const adresse = { vejnavn: 'Sandvej', husnummer: '1', postnummer: '2100', bynavn: 'Sandby' };

	/* The address decides what is listed: it is no part of what is held. */
	const akasser = async (): Promise<{ standing: Facts; unlisted: Set<string> }> => {
		const rows = await star.state('akasser');
		return {
			standing: new Map(rows.map(({ akasseKode, telefonnummer }) => [String(akasseKode), String(telefonnummer)])),
			unlisted: new Set(rows.filter((row) => !row.adresse).map(({ akasseKode }) => String(akasseKode))),
		};
	};
	const branches = async (): Promise<Facts> => new Map((await star.state('branches')).map(({ akasseKode, afdelingskontorKode, navn }) => [`${String(akasseKode)}/${String(afdelingskontorKode)}`, String(navn)]));
	const nothing = new Set<string>();

	const edit = async (): Promise<void> => {
		const code = String(902 + Math.floor(random() * 13));
		const { standing } = await akasser();
		const dice = random();
		if (dice < 0.35) await star.put(code, { navn: `Sandkassens A-kasse ${code}`, telefonnummer: String(Math.floor(random() * 3)), adresse });
		else if (dice < 0.45) await (standing.has(code) && standing.size > 6 ? star.close(code) : undefined);
		else if (dice < 0.6) await (standing.has(code) ? star.put(code, { adresse: undefined }) : undefined);
		else if (standing.has(code) && dice < 0.85) await star.putBranch(code, `8${Math.floor(random() * 3)}`, { navn: `Kontor ${Math.floor(random() * 3)}` });
		else {
			const [key] = [...(await branches()).keys()].filter((one) => one.startsWith(`${code}/`));
			if (key) await star.closeBranch(code, key.slice(code.length + 1));
		}
	};

	for (const { akasseKode } of await star.state('akasser')) await star.put(String(akasseKode), { adresse });
	const trigger = await star.trigger();
	await star.events(trigger);
	const held = { akasse: new Held((await akasser()).standing), branch: new Held(await branches()) };
	const tally = { failed: 0, told: 0, empty: 0 };
	for (let polls = 0; polls < POLLS; polls++) {
		if (chance(0.7)) await edit();
		if (chance(0.1)) trigger.restart();
		const before = await star.state('akasser');
		const isEmpty = chance(0.05);
		if (isEmpty) for (const { akasseKode } of before) await star.put(String(akasseKode), { adresse: undefined });
		else if (chance(0.25)) await star.control.faults(FAULTS[Math.floor(random() * FAULTS.length)]);
		const items = await star.events(trigger).catch(() => undefined);
		await star.control.faults();
		if (isEmpty) await star.control.put('starAkasse', { akasser: before });
		if (!items) {
			tally.failed++;
			tally.empty += Number(isEmpty);
			continue;
		}
		expect(isEmpty).toBe(false);
		const { standing, unlisted } = await akasser();
		const offices = await branches();
		expect(items.map((item: IDataObject) => inShort({ ...item, changed: undefined })).sort()).toEqual([...held.akasse.expected('akasse', standing, unlisted), ...held.branch.expected('branch', offices, nothing)].sort());
		held.akasse.learn(standing, unlisted);
		held.branch.learn(offices, nothing);
		tally.told += items.length;
	}
	expect(tally.told).toBeGreaterThan(40);
	expect(tally.failed).toBeGreaterThan(5);
	expect(tally.empty).toBeGreaterThan(1);
});

test('the a-kasse that the credential acts for is watched like all others', async () => {
	const trigger = await star.trigger({ events: AKASSER });
	await star.events(trigger);
	await star.put(OWN, { telefonnummer: '1' });
	expect(await star.told(trigger)).toEqual([`akasseChanged ${OWN}: contact`]);
});
