import assert from 'node:assert/strict';

import { paymentLine, TestClient, update, type Json } from './client.ts';

const WORLD = { people: 40, days: 5 };

/** A date after the world's period: nothing stands there but what a test puts in. */
export const DAY = '2026-12-01';

/** The uid of a test's row, unless it says otherwise. */
export const UID = 900_001;

/** A closed and approved row of employee 2001 on that date. */
export const row = (timeCategoryId: number, more: object = {}): Json => ({
	clientId: 100,
	uid: UID,
	timeCategoryId,
	employeeId: 2001,
	dateIn: DAY,
	timeIn: '07:00:00.000',
	dateOut: DAY,
	timeOut: '15:00:00.000',
	departmentId: 40,
	qty: 2.5,
	approvedLevelOne: 1,
	...more,
});

/** The payroll line of such a row, as a client sends it. */
export const lineOf = (category: number, more: object = {}): object =>
	paymentLine(0, {
		Startdato: `${DAY}T00:00:00Z`,
		Antal: '2.50',
		Indv_Bemaerkning: `2s:${UID.toString(36)}:${category.toString(36)}#1abcd`,
		...more,
	});

/** One date of a sandbox, with the questions to its reference. */
export class OneDay {
	readonly client: TestClient;

	private constructor(client: TestClient) {
		this.client = client;
	}

	/** Starts a sandbox. */
	static async start(): Promise<OneDay> {
		return new OneDay(await TestClient.start(WORLD));
	}

	/** Begins a test. */
	reset(): Promise<void> {
		return this.client.reset(WORLD);
	}

	/** Puts rows in. */
	async put(...transactions: object[]): Promise<void> {
		await this.client.control('POST', '/control/world/capitech', { transactions });
	}

	/** What is expected of the date, unless the query says otherwise. */
	expected(query?: object): Promise<Json> {
		return this.#ask('expected', query);
	}

	/** How the ledgers differ from it. */
	compare(query?: object): Promise<Json> {
		return this.#ask('compare', query);
	}

	/** Everything counted but what is zero. */
	async counted(query?: object): Promise<Json> {
		return Object.fromEntries(Object.entries((await this.expected(query)).counts).filter(([, count]) => count !== 0));
	}

	/** The expected lines as `employee payElement/serialNumber quantity amount costObject`. */
	async bookings(query?: object): Promise<string[]> {
		const { ledger } = await this.expected(query);
		return ledger.map((line: Json) => {
			const costObject: string = line.Afv_Omkostningssted + line.Afv_PSP_Element;
			return `${line.Medarbejdernummer} ${line.Loenart}/${line.Loebenummer} ${line.Antal} ${line.Beloeb} ${costObject}`;
		});
	}

	/** Posts lines to Opus. */
	async post(employee: string, id: string, lines: object[]): Promise<void> {
		const { body } = await this.client.opus('update-onetime-payments', update(employee, id, lines));
		assert.equal(body.Header.Status, 'OK', JSON.stringify(body));
	}

	/** Sets a status as a client does. */
	async mark(externalStatusCode: number, of: object = { uid: UID }): Promise<void> {
		const { body } = await this.client.capitech('Time/setExternalStatusCode', { ...of, externalStatusCode });
		assert.equal(body.success, true);
	}

	#ask(what: string, query: object = {}): Promise<Json> {
		const asked = new URLSearchParams({ from: DAY, to: DAY, ...query });
		return this.client.control('GET', `/control/${what}/capitech-to-opus?${asked}`);
	}
}
