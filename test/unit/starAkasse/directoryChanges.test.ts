import type { IDataObject } from 'n8n-workflow';

import { akasse, AKASSER, Bench, BRANCHES } from './tinyDirectory';

describe('an a-kasse', () => {
	test('that is new, changed or closed is told once, and the first poll tells nothing', async () => {
		const bench = new Bench(5, { events: AKASSER });
		expect(await bench.told()).toEqual([]);
		bench.directory.put(akasse('950'));
		bench.directory.put(akasse('902', { telefonnummer: '70202020' }));
		bench.directory.akasseRecords.delete('903');
		expect(await bench.told()).toEqual(['akasseChanged 902: contact', 'akasseClosed 903', 'akasseNew 950']);
		expect(await bench.told()).toEqual([]);
	});

	test.each<[string, IDataObject]>([
		['name', { navn: 'Prøvens anden' }],
		['address', { adresse: { vejnavn: 'Prøvevej', husnummer: '2', postnummer: '2100', bynavn: 'Prøveby' } }],
		['contact', { webadresse: 'www.example.com' }],
		['openingHours', { akasseAabningstider: [{ ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '15:00' }] }],
		['phoneHours', { akasseTelefontider: [{ ugedag: 1, aabningstidspunkt: '10:00', lukketidspunkt: '13:00' }] }],
		['logo', { logo: 'b3RoZXI=' }],
		['links', { dybeLinks: [] }],
		['other', { kanalInformation: { kanaler: ['chat'] } }],
	])('whose %s is another is told with that', async (group, changes) => {
		const bench = new Bench(3);
		await bench.trigger.poll();
		bench.directory.put(akasse('902', changes));
		expect(await bench.told()).toEqual([`akasseChanged 902: ${group}`]);
	});

	test('comes with its record, simplified or raw; one that is closed with its code alone', async () => {
		for (const simplify of [true, false]) {
			const bench = new Bench(3, { simplify, events: AKASSER });
			await bench.trigger.poll();
			bench.directory.put(akasse('902', { navn: 'Ny' }));
			bench.directory.akasseRecords.delete('903');
			const [closed, changed] = await bench.trigger.poll();
			expect(closed).toEqual({ event: 'akasseClosed', akasseCode: '903' });
			expect(changed).toEqual({
				...{ event: 'akasseChanged', akasseCode: '902', changed: ['name'], name: 'Ny' },
				record: simplify ? expect.objectContaining({ akasseCode: '902', phone: '70101010', logoBytes: 4 }) : akasse('902', { navn: 'Ny' }),
			});
		}
	});

	test.each<[string, (record: IDataObject) => IDataObject]>([
		['capital letters', (record) => Object.fromEntries(Object.entries(record).map(([name, value]) => [`${name[0].toUpperCase()}${name.slice(1)}`, value]))],
		['another order of fields', (record) => Object.fromEntries(Object.entries(record).reverse())],
		['another order of lists', (record) => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, Array.isArray(value) ? [...value].reverse() : value])) as IDataObject],
		['another order of a list that we do not know', (record) => ({ ...record, kanalInformation: { kanaler: ['telefon', 'chat'] } })],
		['what is empty as null', (record) => ({ pNummer: null, ...record, virksomhedsafdeling: null })],
		['phone hours within an element', (record) => ({ ...record, akasseTelefontider: { akasseTelefontid: record.akasseTelefontider } })],
		[
			'the other name of a closing time',
			(record) => ({ ...record, akasseAabningstider: (record.akasseAabningstider as IDataObject[]).map(({ lukketidspunkt, ...rest }) => ({ ...rest, aabningstidSluttidspunkt: lukketidspunkt })) }),
		],
	])('that comes with %s is not changed', async (_what, spelled) => {
		const bench = new Bench(3);
		await bench.trigger.poll();
		bench.directory.spelled = spelled;
		expect(await bench.told()).toEqual([]);
		bench.directory.spelled = (record) => spelled({ ...record, navn: 'Ny' });
		expect(await bench.told()).toEqual(['akasseChanged 901: name', 'akasseChanged 902: name', 'akasseChanged 903: name']);
	});

	test('whose code comes without its leading zeros, or with them again, is the same one', async () => {
		const bench = new Bench(3, { events: AKASSER });
		bench.directory.put(akasse('067'));
		await bench.trigger.poll();
		bench.directory.spelled = (record) => ({ ...record, akasseKode: Number(record.akasseKode) });
		expect(await bench.told()).toEqual([]);
		bench.directory.put(akasse('067', { navn: 'Ny' }));
		expect(await bench.told()).toEqual(['akasseChanged 67: name']);
		bench.directory.spelled = (record) => record;
		expect(await bench.told()).toEqual([]);
		bench.directory.akasseRecords.delete('067');
		expect(await bench.told()).toEqual(['akasseClosed 067']);
	});

	test('that is watched by a code with leading zeros is told where its code comes without them', async () => {
		const bench = new Bench(3, { events: AKASSER, akasseCodes: '067' });
		bench.directory.put(akasse('067'));
		bench.directory.spelled = (record) => ({ ...record, akasseKode: Number(record.akasseKode) });
		await bench.trigger.poll();
		bench.directory.put(akasse('067', { navn: 'Ny' }));
		bench.directory.put(akasse('902', { navn: 'Ny' }));
		expect(await bench.told()).toEqual(['akasseChanged 67: name']);
	});

	test('that is not listed is not closed, and not new when it is listed again; what changed meanwhile is told then', async () => {
		const bench = new Bench(5);
		await bench.trigger.poll();
		bench.directory.unlisted.add('902').add('903');
		expect(await bench.told()).toEqual([]);
		bench.directory.put(akasse('902', { telefonnummer: '70202020' }));
		bench.trigger.restart();
		expect(await bench.told()).toEqual([]);
		bench.directory.unlisted.clear();
		expect(await bench.told()).toEqual(['akasseChanged 902: contact']);
		expect(bench.directory.made.filter((read) => read.startsWith('akasse '))).toEqual(['akasse 902', 'akasse 903', 'akasse 902', 'akasse 903']);
	});

	test('that is closed while it is not listed is told then, and is new when its code is used again', async () => {
		const bench = new Bench(5, { events: AKASSER });
		await bench.trigger.poll();
		bench.directory.unlisted.add('902');
		await bench.trigger.poll();
		bench.directory.akasseRecords.delete('902');
		expect(await bench.told()).toEqual(['akasseClosed 902']);
		bench.directory.unlisted.clear();
		bench.directory.put(akasse('902'));
		expect(await bench.told()).toEqual(['akasseNew 902']);
	});

	test('that is left out by the codes is told of no more, nor asked for; added again, it is known as it was', async () => {
		const bench = new Bench(5, { akasseCodes: '901, 902' });
		await bench.trigger.poll();
		bench.directory.put(akasse('904', { telefonnummer: '70202020' }));
		bench.directory.akasseRecords.delete('905');
		expect(await bench.told()).toEqual([]);
		expect(bench.directory.made).not.toContain('akasse 905');
		bench.parameters = {};
		bench.directory.put(akasse('904', { navn: 'Ny' }));
		expect(await bench.told()).toEqual(['akasseChanged 904: name, contact', 'akasseClosed 905']);
	});
});

describe('a branch office', () => {
	test('that is new, changed or closed is told once, as the relation has it', async () => {
		const bench = new Bench(5, { events: BRANCHES });
		await bench.trigger.poll();
		bench.directory.putBranch('901', '09');
		bench.directory.putBranch('902', '01', { navn: 'Nyt kontor', telefonnummer: '1' });
		bench.directory.putBranch('902', '02', { telefonnummer: '1' });
		bench.directory.branchRecords.delete('903/01');
		expect((await bench.trigger.poll()).sort((a, b) => String(a.akasseCode).localeCompare(String(b.akasseCode)))).toEqual([
			{ event: 'branchNew', akasseCode: '901', branchCode: '09', name: 'Kontor 09', record: expect.objectContaining({ akasseCode: '901', branchCode: '09' }) },
			{ event: 'branchChanged', akasseCode: '902', branchCode: '01', changed: ['name'], name: 'Nyt kontor', record: expect.objectContaining({ name: 'Nyt kontor', phone: null }) },
			{ event: 'branchClosed', akasseCode: '903', branchCode: '01' },
		]);
		expect(await bench.told()).toEqual([]);
	});

	test('that is missing from the relation is not closed', async () => {
		const bench = new Bench(5, { events: BRANCHES });
		await bench.trigger.poll();
		bench.directory.unlisted.add('902/02');
		expect([await bench.told(), await bench.told()]).toEqual([[], []]);
		bench.directory.unlisted.clear();
		expect(await bench.told()).toEqual([]);
	});

	test('read by itself is told by what changed of it, with its record', async () => {
		const bench = new Bench(3, { events: BRANCHES, readEachBranch: true });
		expect(await bench.told()).toEqual([]);
		bench.directory.putBranch('902', '02', { telefonnummer: '1', navn: 'Nyt kontor' });
		expect(await bench.trigger.poll()).toEqual([
			{ event: 'branchChanged', akasseCode: '902', branchCode: '02', changed: ['name', 'contact'], name: 'Nyt kontor', record: expect.objectContaining({ phone: '1' }) },
		]);
	});

	test('is not changed because each is read from now on, or no more', async () => {
		const bench = new Bench(3, { events: BRANCHES });
		await bench.trigger.poll();
		for (const readEachBranch of [true, false, true]) {
			bench.parameters = { ...bench.parameters, readEachBranch };
			expect(await bench.told()).toEqual([]);
		}
		bench.parameters = { ...bench.parameters, readEachBranch: false };
		bench.directory.putBranch('902', '02', { telefonnummer: '1' });
		expect(await bench.told()).toEqual([]);
		bench.parameters = { ...bench.parameters, readEachBranch: true };
		expect(await bench.told()).toEqual(['branchChanged 902/02: contact']);
	});

	test('for which a poll has no time is read by the next one, which begins with it', async () => {
		const bench = new Bench(3, { events: BRANCHES, readEachBranch: true }, { budgetMs: 60_000 });
		const { directory, time } = bench;
		const { branch } = directory;
		directory.branch = async (key) => (time.pass({ minutes: 1 }), await branch.call(directory, key));
		await bench.trigger.poll();
		expect(directory.made).toEqual(['relation', 'branch 901/01', 'branch 901/02', 'branch 902/01', 'branch 902/02']);
		await bench.trigger.poll();
		expect(directory.made.slice(5)).toEqual(['relation', 'branch 903/01', 'branch 903/02', 'branch 901/01', 'branch 901/02']);
		directory.putBranch('902', '01', { telefonnummer: '1' });
		expect(await bench.told()).toEqual(['branchChanged 902/01: contact']);
	});

	test('that is closed is told though reading each takes all the time', async () => {
		const bench = new Bench(9, { events: BRANCHES, readEachBranch: true }, { budgetMs: 60_000 });
		await bench.trigger.poll();
		const { directory, time } = bench;
		const { branch } = directory;
		directory.branch = async (key) => (time.pass({ minutes: 1 }), await branch.call(directory, key));
		directory.branchRecords.delete('908/01');
		expect(await bench.told()).toEqual(['branchClosed 908/01']);
	});

	test('about which there is no time to ask is not closed, until a poll has asked', async () => {
		const bench = new Bench(9, { events: BRANCHES }, { budgetMs: 60_000 });
		await bench.trigger.poll();
		const { directory, time } = bench;
		const { branch } = directory;
		directory.branch = async (key) => (time.pass({ minutes: 1 }), await branch.call(directory, key));
		for (const key of ['903/01', '905/02']) directory.branchRecords.delete(key);
		expect([await bench.told(), await bench.told(), await bench.told()]).toEqual([['branchClosed 903/01'], ['branchClosed 905/02'], []]);
	});

	test('that is in the relation and not known by itself is as the relation has it', async () => {
		const bench = new Bench(3, { events: BRANCHES, readEachBranch: true });
		bench.directory.branch = async () => undefined;
		await bench.trigger.poll();
		bench.directory.putBranch('902', '01', { navn: 'Nyt kontor' });
		expect(await bench.told()).toEqual(['branchChanged 902/01: name']);
	});
});

describe('events', () => {
	test('that are not asked for are not told, now or later', async () => {
		const bench = new Bench(5, { events: ['akasseClosed'] });
		await bench.trigger.poll();
		bench.directory.put(akasse('902', { navn: 'Ny' }));
		bench.directory.put(akasse('950'));
		expect(await bench.told()).toEqual([]);
		bench.parameters = {};
		bench.directory.putBranch('901', '09');
		expect(await bench.told()).toEqual([]);
		bench.directory.putBranch('901', '10');
		expect(await bench.told()).toEqual(['branchNew 901/10']);
	});

	test('of one kind need one list, and keep nothing of the other', async () => {
		const bench = new Bench(5, { events: AKASSER });
		await bench.trigger.poll();
		expect([bench.directory.made, Object.keys(bench.state)]).toEqual([['list'], ['akasser']]);
		bench.parameters = { events: BRANCHES };
		await bench.trigger.poll();
		expect([bench.directory.made, Object.keys(bench.state)]).toEqual([['list', 'relation'], ['branches']]);
	});

	test('of a sample are some that are asked for, and keep nothing', async () => {
		const bench = new Bench(5, { events: ['akasseNew', 'branchClosed', 'branchChanged'], akasseCodes: '904,905' });
		const sample = await bench.trigger.poll('manual');
		expect(sample.map(({ event, akasseCode }) => `${String(event)} ${String(akasseCode)}`).sort()).toEqual(['akasseNew 904', 'akasseNew 905', 'branchChanged 904', 'branchChanged 904', 'branchChanged 905']);
		expect(bench.trigger.kept).toEqual({});
		bench.parameters = { events: ['branchClosed'] };
		expect((await bench.trigger.poll('manual')).map(({ event, name }) => [event, name])).toEqual(Array.from({ length: 3 }, () => ['branchClosed', undefined]));
	});
});
