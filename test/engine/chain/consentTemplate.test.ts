import type { IDataObject } from 'n8n-workflow';

import { PUSH, REGISTRATION, SCHEDULE, UPLOAD, useConsentChain } from './consents';

const chain = useConsentChain({ people: 60, days: 20 });

const itemsOf = (outputs: Record<string, Array<Array<{ json: IDataObject }>>>, node: string): IDataObject[] => (outputs[node]?.[0] ?? []).map(({ json }) => json);

test('who consents from the start is filed as the reference says, by number, name, purpose and registration; a second run files nothing', async () => {
	const { counts, human } = await chain.expectation();
	for (const figure of ['consents', 'filed', 'human'] as const) expect(counts[figure]).toBeGreaterThan(0);
	const { summary, attention, result } = await chain.ring();
	expect(result.error).toBeUndefined();
	expect(summary).toMatchObject({ ...counts, unchanged: 0, unknown: 0, rejected: 0, later: 0, planned: 0 });
	expect(await chain.folderProblems()).toEqual([]);
	expect(attention.map(({ userUuid, code }) => ({ userUuid, reason: code })).sort(byUser)).toEqual([...human].sort(byUser));

	const people = await chain.consenting();
	const documents = await chain.texts();
	expect(documents).toHaveLength(counts.filed);
	for (const { PersonnelNumber, text, ExternalReference } of documents) {
		expect(text).toContain(`Medarbejdernummer: ${PersonnelNumber}`);
		expect(text).toMatch(/Tredjepart: Nordby Kommune[^]*Formål: Personaleadministration[^]*Konstateret: \d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d/);
		expect(text).toContain(REGISTRATION);
		expect(text).toContain(ExternalReference);
		expect(people.filter(({ userVorname, userName }) => text.toLowerCase().includes(`navn: ${userVorname} ${userName}`.toLowerCase()))).toHaveLength(1);
		expect(people.filter(({ userEmail, userUuid }) => text.toLowerCase().includes(userEmail.toLowerCase()) || text.includes(userUuid))).toEqual([]);
		expect(text).not.toContain('@');
	}
	const second = await chain.runToEnd({ from: SCHEDULE });
	expect(second).toMatchObject({ consents: counts.consents, filed: 0, unchanged: counts.filed, human: counts.human });
	expect(await chain.documents()).toHaveLength(counts.filed);
});

const byUser = (one: IDataObject, other: IDataObject): number => String(one.userUuid).localeCompare(String(other.userUuid));

test('a run by hand that is not to post writes nothing, neither in Opus nor in a table, and says what is to be filed', async () => {
	const { counts } = await chain.expectation();
	const { summary, result } = await chain.run({ settings: { postOnManualStart: false } });
	expect(result.status).toBe('success');
	expect(summary).toMatchObject({ planned: counts.filed, filed: 0, human: counts.human });
	expect(await chain.sent()).toEqual([]);
	expect([chain.rowsOf('nordic_lina_consents'), chain.rowsOf('nordic_lina_human')]).toEqual([[], []]);
});

test('Opus is not read while nobody is new or gone, and only one employment of it for a withdrawal', async () => {
	await chain.runToEnd();
	const read = async (): Promise<string[]> => (await chain.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation !== UPLOAD).map(({ body }) => body);
	const before = await read();
	await chain.runToEnd({ from: SCHEDULE });
	expect(await read()).toEqual(before);
	const [{ userUuid, employeeNumber }] = chain.rowsOf('nordic_lina_consents');
	await chain.withdraw(String(userUuid));
	expect(await chain.runToEnd({ from: SCHEDULE })).toMatchObject({ withdrawn: 1 });
	const more = (await read()).slice(before.length);
	expect(more).toHaveLength(1);
	expect(more[0]).toContain(`:${String(employeeNumber)}<`);
});

describe('trap 15: a withdrawal has only ids, its push may be lost, and what is kept of the person must go', () => {
	test('without any push the withdrawal is filed, the person is gone from all tables, and the records officer has a task that tells of nobody', async () => {
		await chain.ring();
		const [row] = chain.rowsOf('nordic_lina_consents');
		const person = (await chain.consenting()).find(({ userUuid }) => userUuid === row.userUuid);
		const consent = (await chain.documents()).find(({ ExternalReference }) => ExternalReference === row.reference);
		await chain.withdraw(String(row.userUuid));
		const { summary, result } = await chain.run({ from: SCHEDULE });
		expect(summary).toMatchObject({ withdrawn: 1, filed: 0 });
		expect(await chain.folderProblems()).toEqual([]);
		expect(chain.kept).not.toMatch(new RegExp([row.userUuid, `"${String(row.employeeNumber)}"`, person?.userEmail, person?.userName].join('|'), 'i'));
		const [task] = chain.rowsOf('nordic_records_tasks');
		expect(task).toMatchObject({ documentId: consent?.DocumentId, reference: consent?.ExternalReference });
		expect(itemsOf(result.outputs, 'Records Officer')).toHaveLength(1);
	});

	test('who is on the list and withdraws is taken off it, name and all, and nothing is filed', async () => {
		await chain.runToEnd();
		const documents = await chain.documents();
		const [{ userUuid, name }] = chain.rowsOf('nordic_lina_human');
		expect(name).not.toBe('');
		await chain.withdraw(String(userUuid));
		expect(await chain.runToEnd({ from: SCHEDULE })).toMatchObject({ erased: 1, withdrawn: 0 });
		expect(chain.kept).not.toContain(String(userUuid));
		expect(chain.kept).not.toContain(String(name));
		expect(await chain.documents()).toEqual(documents);
	});

	test('consent that is given again, on the same day, is a document of its own', async () => {
		await chain.ring();
		const [{ userUuid, reference }] = chain.rowsOf('nordic_lina_consents');
		await chain.withdraw(String(userUuid));
		await chain.runToEnd({ from: SCHEDULE });
		await chain.give(String(userUuid));
		expect(await chain.runToEnd({ from: SCHEDULE })).toMatchObject({ filed: 1 });
		expect(await chain.folderProblems()).toEqual([]);
		const row = chain.rowsOf('nordic_lina_consents').find((of) => of.userUuid === userUuid);
		expect(row?.reference).not.toBe(reference);
	});
});

test('what a push says is not acted on: a forged one files nothing, a late one undoes nothing', async () => {
	await chain.ring();
	const documents = await chain.documents();
	const [{ userUuid }] = chain.rowsOf('nordic_lina_consents');
	const [stranger] = (await chain.people()).filter((person) => !chain.kept.includes(person.userUuid));
	await chain.ring({ event: 'consentWithdrawn', userUuid });
	await chain.ring({ event: 'consentGiven', userUuid: stranger.userUuid, firstName: 'Eva', lastName: 'Fremmed', email: 'eva@fremmed.example' });
	expect(await chain.documents()).toEqual(documents);
	expect(chain.kept).not.toMatch(/Fremmed/);
});

/** A human says who somebody is. */
function map(userUuid: unknown, employeeNumber: unknown): void {
	const table = chain.tables.named('nordic_lina_consents');
	if (!table) throw new Error('No table');
	chain.tables.insert(table, { store: 'main', userUuid, employeeNumber } as IDataObject);
}

test('a number that is not in Opus, or is none, is told to the human who entered it, and holds up nobody else', async () => {
	const { counts } = await chain.expectation();
	await chain.runToEnd();
	const [one, other] = chain.rowsOf('nordic_lina_human').map(({ userUuid }) => userUuid);
	map(one, '99999998');
	const { attention } = await chain.run({ from: SCHEDULE });
	expect(attention.find(({ userUuid }) => userUuid === one)).toMatchObject({ code: 'notInOpus', name: '', employeeNumber: '99999998' });
	map(other, 'MA 155');
	const { summary, attention: next } = await chain.run({ from: SCHEDULE });
	expect(next.find(({ userUuid }) => userUuid === other)).toMatchObject({ code: 'notInOpus' });
	expect(summary).toMatchObject({ unchanged: counts.filed, human: counts.human });
});

test('a human who says who somebody is has the document filed at the next run, and the name is off the list', async () => {
	await chain.runToEnd();
	const [{ userUuid }] = chain.rowsOf('nordic_lina_human');
	const taken = new Set(chain.rowsOf('nordic_lina_consents').map(({ employeeNumber }) => employeeNumber));
	const { employments } = await chain.control.state('kmdOpus');
	const free = employments.find(({ Medarbejdernummer, Til }) => !taken.has(Medarbejdernummer as string) && String(Til) > '2099');
	map(userUuid, free?.Medarbejdernummer);
	expect(await chain.runToEnd({ from: SCHEDULE })).toMatchObject({ filed: 1 });
	expect((await chain.documents()).at(-1)?.PersonnelNumber).toBe(free?.Medarbejdernummer);
	expect(chain.rowsOf('nordic_lina_human').filter((row) => row.userUuid === userUuid)).toEqual([]);
});

test('names on the list are erased after their days, also while LINA does not answer, and do not come back; the reason stays', async () => {
	await chain.runToEnd();
	expect(chain.rowsOf('nordic_lina_human').every(({ name }) => name)).toBe(true);
	await chain.advance(31 * 86_400_000);
	await chain.control.faults({ service: 'lina', kind: 'status', status: 503, every: 1 });
	expect((await chain.run({ from: SCHEDULE })).result.status).toBe('error');
	expect(chain.rowsOf('nordic_lina_human').every(({ name }) => name === '')).toBe(true);
	await chain.control.faults();
	const { attention } = await chain.run({ from: SCHEDULE });
	expect(chain.rowsOf('nordic_lina_human').map(({ name, code }) => [name, Boolean(code)])).toEqual(attention.map(() => ['', true]));
	expect(new Set(attention.map(({ name }) => name))).toEqual(new Set(['']));
});

test.each([
	['thirdParty', '', /'thirdParty' is empty/],
	['purpose', '', /'purpose' is empty/],
	['sourceSystem', '', /'sourceSystem' is empty/],
	['documentTypes', '{"consent": "", "withdrawal": "LINA-TILBAGETRAEKNING"}', /'documentTypes, consent' is empty/],
	['documentTypes', '{"consent": "LINA-SAMTYKKE"}', /'documentTypes, withdrawal' is empty/],
])('an empty %s ends the run before anything is sent to Opus', async (name, value, message) => {
	const { result } = await chain.run({ settings: { [name]: value } });
	expect(result.error?.message).toMatch(message);
	expect(await chain.control.journal({ service: 'kmdOpus' })).toEqual([]);
	await chain.runToEnd({ from: PUSH, items: [{ registrationId: REGISTRATION }] });
});

test('many who are gone at once are not believed: nothing is filed or erased until somebody allows it', async () => {
	const { counts } = await chain.expectation();
	await chain.runToEnd();
	const [kept, documents] = [chain.rowsOf('nordic_lina_consents'), await chain.documents()];
	const gone = (await chain.consenting()).map(({ userUuid }) => userUuid);
	await chain.withdraw(...gone);
	const { summary, attention } = await chain.run({ from: SCHEDULE });
	expect(summary).toMatchObject({ consents: 0, withdrawn: 0, erased: 0 });
	expect(attention.filter(({ code }) => code === 'manyGone')).toHaveLength(1);
	expect([chain.rowsOf('nordic_lina_consents'), await chain.documents()]).toEqual([kept, documents]);

	const allowed = await chain.runToEnd({ settings: { allowManyWithdrawals: true } });
	expect(allowed).toMatchObject({ withdrawn: counts.filed, erased: counts.human });
	expect(await chain.folderProblems()).toEqual([]);
	expect([chain.rowsOf('nordic_lina_consents'), chain.rowsOf('nordic_lina_human')]).toEqual([[], []]);
});
