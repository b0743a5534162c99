import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, update, type Json } from '../testing/client.ts';

const CHAIN = 'capitech-to-opus';
const CLASSES = ['registered', 'rejected', 'unmapped', 'later', 'held'] as const;
const OPEN_END = '9999-12-31';

describe('the reference for Capitech → Opus', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const expected = (query = ''): Promise<Json> => client.control('GET', `/control/expected/${CHAIN}${query}`);
	const compare = (): Promise<Json> => client.control('GET', `/control/compare/${CHAIN}`);
	const transactions = async (): Promise<Json[]> => (await client.control('GET', '/control/state/capitech')).transactions;
	const putOpus = (records: object): Promise<Json> => client.control('POST', '/control/world/kmdOpus', records);
	const edit = (record: object): Promise<Json> => client.control('POST', '/control/world/capitech', { transactions: [record] });

	const toLine = (line: Json, index: number, antal = line.Antal): object => ({
		Startdato: `${line.Startdato}T00:00:00Z`,
		Loenart: line.Loenart,
		Loebenummer: line.Loebenummer,
		Sekvensnummer: String(index),
		...(line.Beloeb === 0 ? { Antal: antal.toFixed(2) } : { Beloeb: line.Beloeb.toFixed(2) }),
		Afv_Omkostningssted: line.Afv_Omkostningssted,
		Afv_PSP_Element: line.Afv_PSP_Element,
		Afsendelses_System: line.Afsendelses_System,
		Indv_Bemaerkning: `${line.reference}#1abcd`,
	});

	let updateId = 0;
	const register = async (employee: string, lines: object[]): Promise<Json> => {
		updateId += 1;
		const { body } = await client.opus('update-onetime-payments', update(employee, updateId.toString(16).toUpperCase(), lines));
		assert.equal(body.Header.Status, 'OK', JSON.stringify(body));
		return body;
	};
	const registerAll = async (ledger: Json[]): Promise<void> => {
		for (const [employee, lines] of Map.groupBy(ledger, (line) => line.Medarbejdernummer)) {
			await register(employee, lines.map((line: Json, index: number) => toLine(line, index)));
		}
	};

	for (const people of [40, 200]) {
		it(`has rows of every class with ${people} people, and they add up`, async () => {
			await client.reset({ people });
			const { counts, ledger } = await expected();
			for (const name of [...CLASSES, 'notExported', 'marked']) assert.ok(counts[name] > 0, name);
			assert.equal(counts.eligible, CLASSES.reduce((sum, name) => sum + counts[name], 0));
			assert.ok(counts.read > counts.eligible && counts.unmapped > counts.notExported);
			assert.equal(ledger.length, counts.registered);
		});
	}

	it('has exactly these counts for the default seed', async () => {
		assert.deepEqual((await expected()).counts, {
			read: 2738,
			eligible: 2406,
			registered: 1910,
			rejected: 123,
			unmapped: 294,
			later: 58,
			held: 21,
			notExported: 211,
			marked: 978,
		});
	});

	it('agrees with Opus itself on what is registered, rejected and later', async () => {
		const { employees } = await client.control('GET', '/control/state/capitech');
		const known = (await client.control('GET', '/control/state/kmdOpus')).employments.map((of: Json) => of.Medarbejdernummer);
		const unknown = employees.map((of: Json) => of.externalId).filter((number: string) => !known.includes(number));
		assert.ok(unknown.length > 0);
		await putOpus({
			employments: [
				...unknown.map((Medarbejdernummer: string) => ({ Medarbejdernummer })),
				{ Medarbejdernummer: '2012', Laast: false },
				{ Medarbejdernummer: '32032', Til: OPEN_END },
			],
			costCenters: [{ Omkostningssted: '1010700001', Spaerret: false }],
			pspElements: [{ PSP_Element: 'XG-1009-00001', Spaerret: false }],
			payElements: [{ Loenart: '0341', Loebenummer: 1 }],
		});
		const wanted = (await expected()).ledger;
		await client.reset();

		const { counts, ledger } = await expected();
		await registerAll(ledger);
		const { equal, missing, extra, different } = await compare();
		assert.deepEqual([equal, missing.length, extra.length, different.length], [false, 0, 0, 0], 'only the marks are missing');
		const references = new Set(ledger.map((line: Json) => line.reference));
		const refused: Record<string, number> = {};
		for (const line of wanted.filter((of: Json) => !references.has(of.reference))) {
			const request = update(line.Medarbejdernummer, '0', [toLine(line, 0)], { Kun_Valider: '1' });
			const { body } = await client.opus('update-onetime-payments', request);
			const message = body.Meddelelse.find((of: Json) => of.Type === 'E');
			refused[message?.Kode] = (refused[message?.Kode] ?? 0) + 1;
		}
		const { 138: later, ...rejected } = refused;
		assert.deepEqual(Object.keys(rejected).sort(), ['119', '151', '901', '911', '912']);
		assert.equal(later, counts.later);
		assert.equal(Object.values(rejected).reduce((sum, count) => sum + count, 0), counts.rejected);
	});

	it('finds the ledgers equal once every line is there and every mark set, and says what is wrong else', async () => {
		const { counts, ledger } = await expected();
		await registerAll(ledger);
		const byUid = Map.groupBy(await transactions(), (row) => row.uid);
		const references = new Set(ledger.map((line: Json) => line.reference));
		const isReady = (row: Json): boolean => row.timeOut !== null && (row.departmentId === 30 ? row.approvedLevelTwo : row.approvedLevelOne) === 1;
		const isMonthlyHours = (row: Json): boolean => row.clientId === 100 && row.timeCategoryId === 11 && (row.employeeId - 2001) % 5 === 4;
		const isSettled = (row: Json): boolean =>
			references.has(`2s:${row.uid.toString(36)}:${row.timeCategoryId.toString(36)}`) || (isMonthlyHours(row) && isReady(row));
		const uids = [...byUid].filter(([, rows]) => rows.every(isSettled)).map(([uid]) => uid);
		await client.capitech('Time/setExternalStatusCode', { uids, externalStatusCode: 20 });

		const { missing, extra, different, marks, ...whole } = await compare();
		assert.deepEqual(whole, { equal: true, duplicateLines: 0 });
		assert.deepEqual([missing.length, extra.length, different.length, marks.wrong.length], [0, 0, 0, 0]);
		assert.deepEqual([marks.expected, marks.actual], [counts.marked, counts.marked]);
		assert.deepEqual((await expected()).counts, counts, 'what a client did changes no expectation');

		const [first] = ledger;
		await register(first.Medarbejdernummer, [toLine(first, 0)]);
		const doubled = await compare();
		assert.deepEqual([doubled.equal, doubled.duplicateLines, doubled.different.length], [false, 1, 1]);
		assert.equal(doubled.different[0].actual.Antal, first.Antal * 2);
		assert.equal(doubled.different[0].reference, first.reference);

		await register(first.Medarbejdernummer, [toLine({ ...first, reference: '2s:zzzz:a' }, 0), toLine(first, 1, -first.Antal)]);
		const strange = await compare();
		assert.deepEqual([strange.different.length, strange.extra.length, strange.missing.length], [0, 1, 0]);

		await client.switch({ 'capitech.statusWriteKey': 'uidAndCategory' });
		const isOfTwo = (rows: Json[]): boolean => rows.length > 1 && rows.every((row) => row.externalStatusCode === null);
		const uid = uids.find((of) => isOfTwo(byUid.get(of) ?? []));
		const { timeCategoryId } = byUid.get(uid)?.[0] ?? {};
		await client.capitech('Time/setExternalStatusCode', { uid, timeCategoryId, externalStatusCode: null });
		assert.deepEqual((await compare()).marks.wrong, [{ uid, expected: true, actual: false }], 'one row of it is unmarked');
	});

	it("follows a manager's edit, but not a client's mark", async () => {
		const before = await expected();
		const [line] = before.ledger;
		const row = (await transactions()).find((of) => `2s:${of.uid.toString(36)}:${of.timeCategoryId.toString(36)}` === line.reference);
		await client.capitech('Time/setExternalStatusCode', { uid: row.uid, externalStatusCode: 20 });
		await edit({ ...row, qty: row.qty + 1 });
		const { counts, ledger } = await expected();
		assert.deepEqual(counts, before.counts);
		assert.equal(ledger[0].Antal, Math.round((line.Antal + 1) * 100) / 100);
		await edit({ ...row, approvedLevelOne: null });
		assert.equal((await expected()).counts.eligible, counts.eligible - 1);
	});

	for (const seed of [1, 2, 3]) {
		it(`still agrees with Opus when a manager has been at work (${seed}), in both firms`, async () => {
			const edits = { seed, edits: 60 };
			const asked = `/control/compare/${CHAIN}?clients=100,200`;
			for (const clientId of [100, 200]) await client.control('POST', '/control/manager', { ...edits, clientId });
			await registerAll((await expected('?clients=100,200')).ledger);
			for (const clientId of [100, 200]) {
				const own = new Set((await transactions()).filter((row) => row.clientId === clientId).map((row) => row.uid));
				const uids = (await client.control('GET', asked)).marks.wrong.map((of: Json) => of.uid).filter((uid: number) => own.has(uid));
				await client.capitech('Time/setExternalStatusCode', { clientId, uids, externalStatusCode: 20 });
			}
			const { equal, missing, extra, different, marks } = await client.control('GET', asked);
			assert.deepEqual([equal, missing, extra, different, marks.wrong], [true, [], [], [], []]);
		});
	}

	it('answers for any part of the period', async () => {
		const whole = (await expected()).counts;
		const september = (await expected('?to=2026-09-30')).counts;
		const october = (await expected('?from=2026-10-01')).counts;
		assert.ok(september.registered > 0);
		assert.equal(september.registered + october.registered, whole.registered);
		await assert.rejects(expected('?from=october'), /400/);
	});

	it('knows no other chain', () => assert.rejects(client.control('GET', '/control/expected/lina'), /400.*capitech-to-opus/));
});
