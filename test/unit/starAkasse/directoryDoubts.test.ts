import type { IDataObject } from 'n8n-workflow';

import { akasse, AKASSER, Bench, BRANCHES } from './tinyDirectory';

describe('what is not believed', () => {
	test('an empty list, on the first poll and later', async () => {
		for (const list of ['akasser', 'relation'] as const) {
			const bench = new Bench(3);
			const whole = bench.directory[list].bind(bench.directory);
			bench.directory[list] = async () => [];
			await expect(bench.told()).rejects.toThrow('STAR answers with an empty list of a-kasser, which is not believed');
			expect(bench.trigger.kept).toEqual({});
			bench.directory[list] = whole as never;
			expect(await bench.told()).toEqual([]);
			bench.directory[list] = async () => [];
			await expect(bench.told()).rejects.toThrow('which is not believed');
			bench.directory[list] = whole as never;
			expect(await bench.told()).toEqual([]);
		}
	});

	test('an a-kasse without its code', async () => {
		const bench = new Bench(3);
		bench.directory.spelled = (record) => ({ ...record, akasseKode: null });
		await expect(bench.told()).rejects.toThrow('STAR lists an a-kasse without its code (akasseKode)');
	});

	test.each([
		['all of 4', 4, 4, false],
		['3 of 4', 4, 3, true],
		['4 of 30', 30, 4, false],
		['3 of 24', 24, 3, true],
		['12 of 120', 120, 12, true],
	])('many closings at once: %s', async (_what, known, closed, isBelieved) => {
		const bench = new Bench(known, { events: AKASSER });
		await bench.trigger.poll();
		const before = JSON.stringify(bench.state);
		const gone = [...bench.directory.akasseRecords.keys()].slice(0, closed);
		for (const code of gone) bench.directory.akasseRecords.delete(code);
		bench.directory.put(akasse('9999'));
		if (!isBelieved) {
			await expect(bench.told()).rejects.toThrow(`STAR no longer knows ${closed} of the ${known} a-kasser that are watched`);
			expect(JSON.stringify(bench.state)).toBe(before);
			bench.parameters = { ...bench.parameters, options: { allowManyClosings: true } };
		}
		expect(await bench.told()).toEqual([...gone.map((code) => `akasseClosed ${code}`).sort(), 'akasseNew 9999']);
	});

	test.each([
		['11 of 30', 11, false],
		['10 of 30', 10, true],
	])('many closings of branch offices at once: %s', async (_what, closed, isBelieved) => {
		const bench = new Bench(15, { events: BRANCHES });
		await bench.trigger.poll();
		for (const key of [...bench.directory.branchRecords.keys()].slice(0, closed)) bench.directory.branchRecords.delete(key);
		if (isBelieved) return expect(await bench.told()).toHaveLength(closed);
		await expect(bench.told()).rejects.toThrow(`STAR no longer knows ${closed} of the 30 branch offices that are watched`);
	});

	test('that many are not listed: as long as they are there, they are not closed', async () => {
		const bench = new Bench(20, { events: AKASSER });
		await bench.trigger.poll();
		for (const code of [...bench.directory.akasseRecords.keys()].slice(1)) bench.directory.unlisted.add(code);
		expect(await bench.told()).toEqual([]);
		bench.directory.unlisted.clear();
		expect(await bench.told()).toEqual([]);
	});

	test('a state of something else', async () => {
		for (const state of [{ akasser: { 901: 'Prøvens A-kasse' } }, { branches: { '901/01': 'x'.repeat(66) } }, { akasser: [] }, { readUpTo: 7 }]) {
			const bench = new Bench(3);
			await bench.trigger.poll();
			bench.trigger.kept.state = state as IDataObject;
			await expect(bench.trigger.poll()).rejects.toThrow('What this trigger remembers can not be read');
		}
	});
});

test('what is kept is codes and hashes: no name, no address, no phone', async () => {
	const bench = new Bench(300, { readEachBranch: true });
	await bench.trigger.poll();
	const { akasser = {}, branches = {} } = bench.state;
	const bytes = JSON.stringify(bench.trigger.kept).length;
	expect(bytes / (Object.keys(akasser).length + Object.keys(branches).length)).toBeLessThan(80);
	expect(Object.values(akasser).every((entry) => /^[\w-]{48}$/.test(entry))).toBe(true);
	expect(Object.values(branches).every((entry) => /^[\w-]{60}$/.test(entry))).toBe(true);
	expect(JSON.stringify(bench.trigger.kept)).not.toMatch(/Prøve|Kontor|7010|12345678|example/);
});
