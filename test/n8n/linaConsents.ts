import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff } from '../../scripts/n8n/activation.ts';
import { ConsentChain } from './consentChain';
import type { Person } from './consentChain';
import type { Receiver } from './receiver';
import type { Marks } from './traces';
import { tracesInBytes, tracesInOutput, tracesOf } from './traces';

/** `LINA_ROUNDS`: 20 are every fate of a push with every fault of an upload. */
const ROUNDS = Number(process.env.LINA_ROUNDS ?? 3);
const ROUND_MS = 60_000;

/** What becomes of the pushes of a round; none of them decides anything. */
const FATES = ['repeated', 'forged', 'lost', 'reordered', 'once'] as const;

/** What becomes of the first upload of a round. */
const FAULTS = [{ kind: 'reset-after' }, undefined, { kind: 'truncate' }, { kind: 'reset-before' }];

/** In this round the service says nothing at all, which is waited for. */
const SILENT = { round: 12, fault: { kind: 'timeout' } };

/** As the template has them. */
const USUAL = { honoursReference: false, lookAgainHours: 24, allowManyWithdrawals: false };

/** Consents in LINA, given and withdrawn, whatever becomes of pushes and uploads: from the sandbox through a real n8n into the personnel folders, and what n8n holds of anybody in the end. */
export function describeLinaConsents(get: () => Environment, receiver: Receiver, begin: () => Promise<void>): void {
	const chain = new ConsentChain(get, receiver);

	const traces = async (marks: Marks) => [...(await tracesOf(get().n8nFolder, marks)), ...tracesInOutput(get().n8nOutput(), marks)];

	/** One consents and one withdraws; LINA pushes it, or it comes otherwise. */
	const play = async (round: number): Promise<void> => {
		const fate = FATES[round % FATES.length];
		const { consenting, others } = await chain.people();
		const [giving, leaving] = [others[(round * 7) % others.length], consenting[(round * 3) % consenting.length]];
		await chain.switches({ 'lina.pushes': { repeated: 'twice', lost: 'lost', reordered: 'lost' }[fate as string] ?? 'once' });
		const { length } = (await chain.lina()).pushes;
		await chain.give(giving);
		await chain.withdraw(leaving);
		if (fate === 'forged') expect(await chain.forge(consenting.find((person: Person) => person !== leaving)!)).toEqual([403, 200]);
		const pushed = (await chain.lina()).pushes.slice(length);
		if (fate === 'reordered') expect(await chain.deliverBackwards(pushed)).toEqual([200, 200]);
		await chain.ended({ repeated: 4, forged: 3, lost: 0, reordered: 2, once: 2 }[fate]);
	};

	describe.each([
		['honours a reference that is sent again', 'honoured', true],
		['ignores a reference that is sent again', 'ignored', false],
	])('the template LINA to Personalemappe, where KMD Opus %s', (_, externalReference, honoursReference) => {
		let marks: Marks;

		beforeAll(async () => {
			await begin();
			await chain.switches({ 'kmdOpus.externalReference': externalReference, 'lina.rateLimit': 1000 });
			marks = await chain.marks();
			expect(await traces(marks)).toEqual([]);
			await chain.configure({ ...USUAL, honoursReference, lookAgainHours: 0 });
			await chain.runBySchedule();
		}, 120_000);

		afterAll(async () => {
			await chain.configure(USUAL);
			await switchOff(get().session, chain.name);
		}, 60_000);

		it(
			`leaves each folder as it should be after each of ${ROUNDS} rounds (LINA_ROUNDS; 20 for all) with pushes repeated, forged, lost and reordered, and uploads that fail`,
			async () => {
				for (let round = 0; round < ROUNDS; round++) {
					const fault = round === SILENT.round ? SILENT.fault : FAULTS[round % FAULTS.length];
					await chain.uploadsFail(fault && { ...fault, every: 1, times: 1 });
					await play(round);
					expect(await chain.unlisted()).toEqual([]);
					await chain.runBySchedule();
					expect(await chain.unlisted()).toEqual([]);
					await chain.uploadsFail();
					if (!honoursReference) await chain.settle();
					await chain.runBySchedule();
					expect([round, await chain.folderProblems()]).toEqual([round, []]);
				}
				expect(await chain.lostAnswers()).toBeGreaterThan(0);
				expect((await chain.answered()).filter(({ status }) => status !== 200 && status !== 0)).toEqual([]);
				expect(chain.unexpected).toBe(0);
			},
			(ROUNDS + 3) * ROUND_MS,
		);

		it('has said in each document whose it is, and nothing of anybody else', async () => {
			const names = await chain.names();
			const documents = await chain.documents();
			expect(documents.length).toBeGreaterThan(ROUNDS);
			expect(new Set(documents.map(({ ExternalReference }) => ExternalReference)).size).toBe(documents.length);
			for (const { PersonnelNumber, ExternalReference, text } of documents) {
				expect(text).toContain(`Medarbejdernummer: ${PersonnelNumber}\nNavn: ${names.get(PersonnelNumber)}\n`);
				expect(text).toContain(`Reference: ${ExternalReference}`);
				expect(text).toMatch(/Tredjepart: Nordby Kommune\nFormål: Personaleadministration\nKonstateret: \d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d/);
				expect(marks.words.filter((word) => text.includes(word) && !names.get(PersonnelNumber)!.includes(word))).toEqual([]);
				expect(text).not.toContain('@');
			}
		}, 30_000);

		it('keeps nothing of anybody in n8n once all have withdrawn: in no table, no execution, no log and no file', async () => {
			expect((await traces(marks)).map(({ place }) => place.replace(/^data_table_user_.*\./, ''))).toEqual(expect.arrayContaining(['userUuid', 'employeeNumber', 'name']));
			await chain.switches({ 'lina.pushes': 'lost' });
			await chain.withdraw(...(await chain.people()).consenting);
			await chain.configure({ allowManyWithdrawals: true });
			await chain.runBySchedule();
			expect(await chain.folderProblems()).toEqual([]);
			expect([await chain.kept(), await chain.listed()]).toEqual([[], []]);
			expect(await traces(marks)).toEqual([]);
		}, 60_000);

		it('leaves nothing in the bytes of the database either, once n8n was started twice with DB_SQLITE_VACUUM_ON_STARTUP', async () => {
			expect(await tracesInBytes(get().n8nFolder, marks)).not.toEqual([]);
			for (let starts = 0; starts < 2; starts++) await get().restartN8n({ DB_SQLITE_VACUUM_ON_STARTUP: 'true' });
			expect(await tracesInBytes(get().n8nFolder, marks)).toEqual([]);
			expect(await traces(marks)).toEqual([]);
		}, 240_000);
	});
}
