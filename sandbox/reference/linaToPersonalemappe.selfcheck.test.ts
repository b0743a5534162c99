import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../testing/client.ts';
import { contactsOn } from '../world/employeeContacts.ts';

const CONSENT = 'LINA-SAMTYKKE';
const WITHDRAWAL = 'LINA-TILBAGETRAEKNING';

describe('what LINA → personalemappe should leave behind', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const state = (service: string): Promise<Json> => client.control('GET', `/control/state/${service}`);
	const expected = (query = ''): Promise<Json> => client.control('GET', `/control/expected/lina-to-personalemappe${query}`);
	const compare = (query = ''): Promise<Json> => client.control('GET', `/control/compare/lina-to-personalemappe${query}`);
	const put = (service: string, records: object): Promise<Json> => client.control('POST', `/control/world/${service}`, records);
	const give = (...consents: object[]): Promise<Json> => put('lina', { consents });
	const withdraw = (userUuid: string): Promise<Json> => client.control('DELETE', '/control/world/lina', { consents: [{ userUuid }] });
	const reasons = async (): Promise<string[]> => (await expected()).human.map(({ reason }: Json) => reason);
	/** Documents as the chain would file them: as many as expected, of each folder and type. */
	const file = async (documents: Json[]): Promise<void> => {
		const filed = documents.flatMap(({ count, ...of }) => Array.from({ length: count }, () => ({ SourceSystem: 'LINA', ...of })));
		const { length } = (await state('kmdOpus')).documents;
		await put('kmdOpus', { documents: filed.map((of, index) => ({ DocumentId: String(length + index), ...of })) });
	};
	/** An active employee whom nobody in LINA resembles. */
	const stranger = async (): Promise<{ userUuid: string; userVorname: string; userName: string; userEmail: string; bereich: string; number: string }> => {
		const [{ users }, { employments, employeeRecords }] = await Promise.all([state('lina'), state('kmdOpus')]);
		const taken = new Set(users.map(({ userEmail }: Json) => userEmail.toLowerCase()));
		const found = contactsOn('2026-11-01', employments, employeeRecords).find(
			(of) => !of.hasEnded && of.firstName !== '' && of.emails.length === 1 && !taken.has(of.emails[0]),
		);
		assert.ok(found);
		const { firstName, lastName, emails, Medarbejdernummer } = found;
		const person = { userVorname: firstName, userName: lastName, userEmail: emails[0], bereich: 'Service' };
		return { userUuid: '00000000-0000-4000-8000-000000000001', ...person, number: Medarbejdernummer };
	};

	it('files the consents of the start, and leaves to a human whoever is otherwise called or unknown', async () => {
		const { counts, ledger, human } = await expected();
		const { consents } = await state('lina');
		assert.deepEqual(counts, { consents: 5, filed: 3, withdrawn: 0, human: 2 });
		assert.deepEqual(ledger.map((of: Json) => [of.DocumentTypeKey, of.count]), [[CONSENT, 1], [CONSENT, 1], [CONSENT, 1]]);
		assert.deepEqual(human, [{ userUuid: consents[3].userUuid, reason: 'otherName' }, { userUuid: consents[4].userUuid, reason: 'noMatch' }]);
	});

	it('finds people by e-mail and name alone, without regard to capitals and blanks', async () => {
		const { number, ...person } = await stranger();
		await give({ ...person, userVorname: ` ${person.userVorname.toUpperCase()} `, userEmail: person.userEmail.toUpperCase() });
		const { counts, ledger } = await expected();
		assert.equal(counts.filed, 4);
		assert.ok(ledger.some((of: Json) => of.PersonnelNumber === number));
	});

	it('does not take two without a name, or without an address, for the same person', async () => {
		const { number, ...person } = await stranger();
		const { employeeRecords } = await state('kmdOpus');
		const ofStranger = employeeRecords.filter((of: Json) => of.Medarbejdernummer === number);
		const nameless = ofStranger.filter((of: Json) => of.Datakategori === '0002').map((of: Json) => ({ ...of, Fornavn: '', Efternavn: '' }));
		await put('kmdOpus', { employeeRecords: nameless });
		await give({ ...person, userVorname: '', userName: '' });
		assert.deepEqual((await reasons()).at(-1), 'otherName');
		const silent = ofStranger.filter((of: Json) => of.Kommunikationsart === '0010').map((of: Json) => ({ ...of, KommunikationsID: '' }));
		await put('kmdOpus', { employeeRecords: silent });
		await give({ ...person, userEmail: '' });
		assert.deepEqual((await reasons()).at(-1), 'noMatch');
	});

	it('counts each consent and each withdrawal, that of a consent of the start too', async () => {
		const [{ userUuid }] = (await state('lina')).consents;
		await withdraw(userUuid);
		await give({ userUuid });
		await withdraw(userUuid);
		const { counts, ledger } = await expected();
		assert.deepEqual(counts, { consents: 4, filed: 4, withdrawn: 2, human: 2 });
		assert.deepEqual(ledger.slice(0, 2).map((of: Json) => [of.DocumentTypeKey, of.count]), [[CONSENT, 2], [WITHDRAWAL, 2]]);
	});

	it('has nothing of whoever was on the human list and withdrew', async () => {
		const { consents } = await state('lina');
		await withdraw(consents[3].userUuid);
		assert.deepEqual(await reasons(), ['noMatch']);
		assert.equal((await expected()).counts.withdrawn, 0);
	});

	it('leaves those to a human whose employment has ended', async () => {
		const [{ users }, { employments, employeeRecords }] = await Promise.all([state('lina'), state('kmdOpus')]);
		const ended = new Set(contactsOn('2026-11-01', employments, employeeRecords).filter((of) => of.hasEnded).flatMap(({ emails }) => emails));
		const former = users.find(({ userEmail }: Json) => ended.has(userEmail));
		await give({ userUuid: former.userUuid });
		assert.deepEqual((await reasons()).filter((reason) => reason === 'ended'), ['ended']);
	});

	it('leaves those to a human who fit two active employments', async () => {
		const { number, ...person } = await stranger();
		await give(person);
		const { employments, employeeRecords } = await state('kmdOpus');
		const twin = { ...employments.find((of: Json) => of.Medarbejdernummer === number), Medarbejdernummer: '99001' };
		const records = employeeRecords.filter((of: Json) => of.Medarbejdernummer === number).map((of: Json) => ({ ...of, Medarbejdernummer: '99001' }));
		await put('kmdOpus', { employments: [twin], employeeRecords: records });
		assert.deepEqual((await reasons()).filter((reason) => reason === 'several'), ['several']);
		await put('kmdOpus', { employments: [{ ...twin, Til: '2026-10-30' }] });
		assert.equal((await expected()).counts.filed, 4, 'an ended employment does not count');
	});

	describe('against the folders', () => {
		it('is equal when each document stands once', async () => {
			const { ledger } = await expected();
			assert.deepEqual(await compare(), { equal: false, missing: ledger, extra: [], duplicateLines: 0 });
			await file(ledger);
			assert.deepEqual(await compare(), { equal: true, missing: [], extra: [], duplicateLines: 0 });
		});

		it('finds a second document', async () => {
			const { ledger } = await expected();
			await file([...ledger, ledger[0]]);
			assert.deepEqual(await compare(), { equal: false, missing: [], extra: [], duplicateLines: 1 });
		});

		it("finds a document in somebody else's folder, and one of another type", async () => {
			const { ledger } = await expected();
			const strays = [
				{ PersonnelNumber: '1', DocumentTypeKey: CONSENT, count: 2 },
				{ PersonnelNumber: ledger[0].PersonnelNumber, DocumentTypeKey: WITHDRAWAL, count: 1 },
			];
			await file([...ledger, ...strays]);
			assert.deepEqual(await compare(), { equal: false, missing: [], extra: strays, duplicateLines: 0 });
		});

		it('does not look at documents of other systems and other types', async () => {
			const { ledger } = await expected();
			await file([...ledger, { ...ledger[0], SourceSystem: 'CAPITECH' }, { ...ledger[0], DocumentTypeKey: 'LINA-KURSUSBEVIS' }]);
			assert.equal((await compare()).equal, true);
		});

		it('takes other keys of the types', async () => {
			const query = '?consentType=JA&withdrawalType=NEJ';
			const { ledger } = await expected(query);
			assert.deepEqual([...new Set(ledger.map((of: Json) => of.DocumentTypeKey))], ['JA']);
			await file(ledger);
			assert.deepEqual([(await compare(query)).equal, (await compare()).equal], [true, false]);
			await assert.rejects(expected('?from=2026-10-01'), /consentType, withdrawalType/);
		});
	});
});
