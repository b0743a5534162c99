import type { IDataObject } from 'n8n-workflow';

import { OWN } from './bench';
import { AKASSER, BRANCHES, DirectoryBench } from './directoryTrigger';

const star = new DirectoryBench();

/** Some a-kasser of the world that are listed, and a branch office of each. The one that the credential acts for is none of them: without it nothing is told to anybody. */
async function some(): Promise<Array<{ code: string; branch: string }>> {
	const branches = await star.state('branches');
	const listed = (await star.state('akasser')).filter(({ akasseKode, adresse }) => adresse && akasseKode !== OWN);
	return listed.flatMap(({ akasseKode }) => {
		const branch = branches.find((entry) => entry.akasseKode === akasseKode);
		return branch ? [{ code: String(akasseKode), branch: String(branch.afdelingskontorKode) }] : [];
	});
}

describe('changes at STAR', () => {
	test('are told once, with the record as the node reads it', async () => {
		const trigger = await star.trigger();
		expect(await star.events(trigger)).toEqual([]);
		const [one, two, three, four] = await some();
		await star.put(one.code, { telefonnummer: '70999999' });
		await star.put('950', { navn: 'Sandkassens nye A-kasse', adresse: { vejnavn: 'Nyvej', postnummer: '2100' } });
		await star.putBranch(two.code, two.branch, { navn: 'Nyt navn' });
		await star.putBranch(three.code, '77', { navn: 'Nyt kontor' });
		await star.closeBranch(four.code, four.branch);
		const items = await star.events(trigger);
		expect(items).toHaveLength(5);
		expect(items).toEqual(
			expect.arrayContaining([
				{ event: 'akasseChanged', akasseCode: one.code, changed: ['contact'], name: expect.any(String), record: expect.objectContaining({ akasseCode: one.code, phone: '70999999' }) },
				{ event: 'akasseNew', akasseCode: '950', name: 'Sandkassens nye A-kasse', record: expect.objectContaining({ akasseCode: '950' }) },
				{ event: 'branchChanged', akasseCode: two.code, branchCode: two.branch, changed: ['name'], name: 'Nyt navn', record: expect.objectContaining({ branchCode: two.branch }) },
				{ event: 'branchNew', akasseCode: three.code, branchCode: '77', name: 'Nyt kontor', record: expect.objectContaining({ akasseCode: three.code }) },
				{ event: 'branchClosed', akasseCode: four.code, branchCode: four.branch },
			]),
		);
		expect(await star.events(trigger)).toEqual([]);
	});

	test('of an a-kasse that is closed are told with those of its branch offices', async () => {
		const trigger = await star.trigger();
		await star.events(trigger);
		const [{ code }] = await some();
		const branches = (await star.state('branches')).filter(({ akasseKode }) => akasseKode === code);
		await star.close(code);
		expect(await star.told(trigger)).toEqual([`akasseClosed ${code}`, ...branches.map(({ afdelingskontorKode }) => `branchClosed ${code}/${String(afdelingskontorKode)}`)].sort());
	});

	test('of branch offices that are read by themselves come raw where that is wished', async () => {
		const trigger = await star.trigger({ events: BRANCHES, readEachBranch: true, simplify: false });
		await star.events(trigger);
		const [{ code, branch }] = await some();
		await star.putBranch(code, branch, { telefonnummer: '70888888' });
		const [item, ...others] = await star.events(trigger);
		expect(item).toMatchObject({ event: 'branchChanged', akasseCode: code, branchCode: branch, changed: ['contact'], record: { akasseKode: code, telefonnummer: '70888888' } });
		expect(others).toEqual([]);
	});
});

describe('an a-kasse that is missing from the list', () => {
	test('for want of an address is not closed, and not new when it has one again', async () => {
		const trigger = await star.trigger({ events: AKASSER });
		await star.events(trigger);
		const [{ code }] = await some();
		const { adresse } = await star.akasse(code);
		await star.put(code, { adresse: undefined });
		expect(await star.told(trigger)).toEqual([]);
		trigger.restart();
		expect(await star.told(trigger)).toEqual([]);
		await star.put(code, { adresse });
		expect(await star.told(trigger)).toEqual([]);
		expect((await star.sent('GetAkasseOplysninger')).map(({ path }) => path)).toEqual(Array.from({ length: 2 }, () => expect.stringContaining(`/v1/Akasse/${code}`)));
	});

	test.each([
		['an error of the gateway', { kind: 'status', status: 404, every: 1 }],
		['a right that is gone', { kind: 'business-error', code: 4575, every: 1 }],
		['an answer that is cut', { kind: 'truncate', every: 1 }],
	])('is not closed by %s: the poll fails, and the next one tells', async (_what, rule) => {
		const trigger = await star.trigger({ events: AKASSER });
		await star.events(trigger);
		const kept = trigger.staticData;
		const [{ code }] = await some();
		await star.close(code);
		await star.faults('GetAkasseOplysninger', rule);
		await expect(star.events(trigger)).rejects.toThrow();
		expect(trigger.staticData).toEqual(kept);
		await star.control.faults();
		expect(await star.told(trigger)).toEqual([`akasseClosed ${code}`]);
	});

	test('with most of the others at once is not believed', async () => {
		const trigger = await star.trigger();
		await star.events(trigger);
		const kept = trigger.staticData;
		const akasser = (await star.state('akasser')).filter(({ akasseKode }) => akasseKode !== OWN);
		await star.control.remove('starAkasse', { akasser });
		const many = { message: expect.stringMatching(/^STAR no longer knows \d+ of the \d+ a-kasser that are watched$/) as string, description: expect.stringContaining('Allow Many Closings') as string };
		await expect(star.events(trigger)).rejects.toMatchObject(many);
		expect(trigger.staticData).toEqual(kept);
		await star.control.put('starAkasse', { akasser });
		expect(await star.told(trigger)).toEqual([]);
	});

	test('that is empty, because nobody has an address, is not believed', async () => {
		const trigger = await star.trigger({ events: AKASSER });
		const akasser = await star.state('akasser');
		await star.control.remove('starAkasse', { akasser });
		await star.control.put('starAkasse', { akasser: akasser.map((akasse) => ({ ...akasse, adresse: undefined })) });
		await expect(star.events(trigger)).rejects.toThrow('STAR answers with an empty list of a-kasser, which is not believed');
		expect(trigger.staticData).toEqual({});
	});
});

test.each([
	['capital letters', { nameStyle: 'pascal' }],
	['the other name of a closing time', { closingName: 'aabningstidSluttidspunkt' }],
	['phone hours within an element', { phoneHoursShape: 'nested' }],
])('what comes with %s from now on is not changed', async (_what, switches) => {
	const [{ code }] = await some();
	const trigger = await star.trigger({ readEachBranch: true, akasseCodes: code });
	await star.events(trigger);
	await star.switches(switches);
	expect(await star.told(trigger)).toEqual([]);
	await star.put(code, { telefonnummer: '70999999' });
	expect(await star.told(trigger)).toEqual([`akasseChanged ${code}: contact`]);
});

test('after months of silence each difference is told once', async () => {
	const trigger = await star.trigger();
	await star.events(trigger);
	await star.control.clock({ advance: 'P200D' });
	const [{ code }] = await some();
	await star.put(code, { telefonnummer: '1' });
	await star.put(code, { telefonnummer: '2' });
	trigger.restart();
	expect(await star.told(trigger)).toEqual([`akasseChanged ${code}: contact`]);
});

test('what is kept holds no name, no address, and no more than a few bytes for each row', async () => {
	const trigger = await star.trigger({ readEachBranch: true });
	await star.events(trigger);
	const kept = JSON.stringify(trigger.staticData);
	const rows = [...(await star.state('akasser')).filter(({ adresse }) => adresse), ...(await star.state('branches'))];
	expect(kept.length / rows.length).toBeLessThan(85);
	for (const { navn, adresse, telefonnummer, webadresse } of rows as Array<Record<string, IDataObject | string | undefined>>) {
		for (const value of [navn, telefonnummer, webadresse, (adresse as IDataObject | undefined)?.vejnavn]) if (value) expect(kept).not.toContain(String(value));
	}
});

test.each([{}, { events: BRANCHES }, { events: ['akasseClosed'] }])('a sample shows a few, and keeps nothing: %j', async (parameters) => {
	const trigger = await star.trigger(parameters);
	expect((await trigger.sample())?.length).toBeGreaterThan(2);
	expect(trigger.staticData).toEqual({});
});

test('what was kept and can not be read stops the trigger', async () => {
	const trigger = await star.trigger();
	await star.events(trigger);
	trigger.staticData = { version: 1, state: { akasser: { 901: 'Sandkassens A-kasse' } } };
	await expect(star.events(trigger)).rejects.toThrow('What this trigger remembers can not be read');
});
