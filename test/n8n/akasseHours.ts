import { setTimeout as after } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { akasseCaller } from '../../scripts/demo/credentials.ts';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import type { Execution } from '../../scripts/n8n/execution.ts';
import { itemsOf, runWorkflow } from '../../scripts/n8n/execution.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import type { Row } from './dataTables';
import { DataTables } from './dataTables';

type Json = Record<string, unknown>;

const TEMPLATE = 'akasse-opening-hours';
const TABLE = 'nordic_akasse_closings';
const CODE = '901';
const ZONE = 'Europe/Copenhagen';

/** Enters the settings that a user must enter; the hours are to be as on the new day from midnight on, so that any time of the day will do for a test. */
export function prepareAkasseHours(name: string, template: Workflow): void {
	if (name !== TEMPLATE) return;
	const settings = template.nodes.find((node) => node.name === 'Settings')?.parameters.assignments as { assignments: Array<{ name: string; value: unknown }> };
	for (const [field, value] of Object.entries({ akasseCode: CODE, closeAt: '00:00', language: 'en' })) {
		for (const setting of settings.assignments.filter((assignment) => assignment.name === field)) setting.value = value;
	}
}

interface Interval {
	ugedag: number;
	aabningstidspunkt: string;
	lukketidspunkt: string;
}

type Akasse = Json & { akasseKode: string; akasseAabningstider: Interval[]; akasseTelefontider: Interval[] };

interface Entry {
	kind: 'weekday' | 'date';
	weekday?: string;
	fromDate?: string;
	toDate?: string;
	which?: 'opening' | 'phone' | 'both';
	hours?: string;
	caseworkerId?: string;
	caseworkerName?: string;
	previewOnly?: string;
}

interface Answer {
	status: number;
	code?: string;
	text: string;
	changes?: string[];
}

const basic = (password: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(`${akasseCaller.user}:${password}`).toString('base64')}` });

const WHO = { caseworkerId: 'CVR:00000901-UUID:b7', caseworkerName: 'Åse Ærø' };

/** The template for opening hours in a real n8n: weekdays for good, and dates over two nights. */
export function describeAkasseHours(get: () => Environment, begin: () => Promise<void>): void {
	const tables = new DataTables(() => get().session);
	const name = () => get().templates[TEMPLATE].name;
	const today = () => DateTime.now().setZone(ZONE);

	async function send(path: string, headers: Record<string, string>, body: string | FormData): Promise<Answer> {
		const response = await fetch(`${get().session.url}${path}`, { method: 'POST', headers, body });
		const text = await response.text();
		const { code, formSubmittedText = text, changes } = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as { code?: string; formSubmittedText?: string; changes?: string[] }) : {};
		return { status: response.status, code, text: formSubmittedText, changes };
	}

	const byForm = async (entry: Entry, headers = basic(akasseCaller.password)): Promise<Answer> => {
		const { kind, weekday = '', fromDate = '', toDate = '', which = 'opening', hours = 'lukket', caseworkerId, caseworkerName, previewOnly = '' } = { ...WHO, ...entry };
		const body = new FormData();
		for (const [at, value] of [kind, weekday, fromDate, toDate, which, hours, caseworkerId, caseworkerName, previewOnly].entries()) body.append(`field-${at}`, value);
		return await send('/form/akasse-opening-hours', headers, body);
	};

	const byRow = async (entry: Json, headers: Record<string, string> = { [akasseCaller.header]: akasseCaller.key }): Promise<Answer> =>
		await send('/webhook/akasse-opening-hours-row', { ...headers, 'content-type': 'application/json' }, JSON.stringify({ ...WHO, ...entry }));

	/** The a-kasse as the service holds it. */
	const akasse = async (): Promise<Akasse> => {
		const { akasser } = await get().sandbox.control<{ akasser: Akasse[] }>('GET', '/state/starAkasse');
		return akasser.find(({ akasseKode }) => akasseKode === CODE)!;
	};

	const hoursOn = async (weekday: number, kind: 'akasseAabningstider' | 'akasseTelefontider' = 'akasseAabningstider') =>
		(await akasse())[kind].filter(({ ugedag }) => ugedag === weekday).map(({ aabningstidspunkt, lukketidspunkt }) => `${aabningstidspunkt}-${lukketidspunkt}`);

	const journal = async (operation: string) =>
		(await get().sandbox.control<Array<{ operation: string; headers: Record<string, string> }>>('GET', '/journal?service=starAkasse')).filter((entry) => entry.operation === operation);

	const puts = async () => (await journal('UpdateAkasseOplysninger')).length;

	/** Somebody else's change. */
	const edit = async (change: (akasse: Akasse) => Json) => {
		const record = await akasse();
		await get().sandbox.control('POST', '/world/starAkasse', { akasser: [{ ...record, ...change(record) }] });
	};

	const night = async (trigger = 'Every Night'): Promise<Execution> => {
		const execution = await runWorkflow(get().session, name(), trigger);
		expect(execution.failures).toEqual([]);
		return execution;
	};

	const theRow = async (): Promise<Row> => {
		const [row, ...others] = await tables.rows(TABLE);
		expect(others).toEqual([]);
		return row;
	};

	describe('the template A-Kasse Opening Hours', () => {
		beforeAll(async () => {
			await begin();
			await switchOn(get().session, name());
		}, 120_000);

		beforeEach(begin, 60_000);

		afterAll(async () => await switchOff(get().session, name()));

		it('lets nobody in who does not sign in', async () => {
			const before = await akasse();
			for (const [form, row] of [[{}, {}], [basic('wrong'), { [akasseCaller.header]: 'wrong' }]] as Array<[Record<string, string>, Record<string, string>]>) {
				expect([401, 403]).toContain((await byForm({ kind: 'weekday', weekday: '1' }, form)).status);
				expect([401, 403]).toContain((await byRow({ kind: 'weekday', weekday: 1, which: 'opening', hours: 'closed' }, row)).status);
			}
			expect(await akasse()).toEqual(before);
		}, 60_000);

		it('changes one weekday and nothing else, in the name of the caseworker, and shows what stood before', async () => {
			const before = await akasse();
			const tuesday = { kind: 'weekday', weekday: 'Tuesday (Tirsdag)', hours: '8:30-11:30, 12:00-14:00' } as const;
			const preview = await byForm({ ...tuesday, previewOnly: 'Yes (Ja)' });
			expect(preview).toMatchObject({ status: 200, code: 'preview', changes: [expect.stringMatching(/^Opening Hours Tuesday: .* → 08:30-11:30, 12:00-14:00$/)] });
			expect(await akasse()).toEqual(before);

			expect(await byForm(tuesday)).toMatchObject({ code: 'changed', changes: preview.changes, text: `The change stands at STAR now; Jobnet shows it tomorrow. ${preview.changes?.join('; ')}` });
			expect(await hoursOn(2)).toEqual(['08:30-11:30', '12:00-14:00']);
			const others = ({ akasseAabningstider, ...rest }: Akasse) => ({ ...rest, days: akasseAabningstider.filter(({ ugedag }) => ugedag !== 2) });
			expect(others(await akasse())).toEqual(others(before));
			const [{ headers }] = await journal('UpdateAkasseOplysninger');
			expect(JSON.parse(headers['x-requestusermetadata'])).toMatchObject({ requestUserStructure: { userFullName: WHO.caseworkerName, userIdentifier: WHO.caseworkerId } });

			expect(await byRow({ ...tuesday, which: 'opening' })).toMatchObject({ status: 200, code: 'unchanged', changes: [] });
			expect(await byRow({ kind: 'weekday', weekday: 3, which: 'both', hours: 'closed' })).toMatchObject({ status: 200, code: 'changed' });
			expect([await hoursOn(3), await hoursOn(3, 'akasseTelefontider')]).toEqual([[], []]);
		}, 120_000);

		it('asks to try again where somebody else changes the record at the same moment', async () => {
			await get().sandbox.control('PUT', '/faults', [{ service: 'starAkasse', operation: 'GetAkasseOplysninger', kind: 'latency', ms: 1500, nth: 2 }]);
			const answering = byRow({ kind: 'weekday', weekday: 4, which: 'opening', hours: 'closed' });
			while ((await journal('GetAkasseOplysninger')).length === 0) await after(50);
			await edit(() => ({ telefonnummer: '70 00 00 01' }));
			const answer = await answering;
			expect(answer).toMatchObject({ status: 409, code: 'concurrent', text: expect.stringContaining('Try again') });
			expect(answer.text).toContain('It would have changed: Opening Hours Thursday');
			expect(await akasse()).toMatchObject({ telefonnummer: '70 00 00 01' });
			expect(await puts()).toBe(0);
			await get().sandbox.control('DELETE', '/faults');
		}, 60_000);

		it('loses neither of two changes that come at once', async () => {
			const answers = await Promise.all([byForm({ kind: 'weekday', weekday: '5', hours: '10:00-11:00' }), byRow({ kind: 'weekday', weekday: 1, which: 'opening', hours: '11:00-12:00' })]);
			expect(answers.map(({ code }) => code)).toEqual(['changed', 'changed']);
			expect([await hoursOn(5), await hoursOn(1)]).toEqual([['10:00-11:00'], ['11:00-12:00']]);
		}, 120_000);

		it('refuses what can not be before anything is sent, and says why', async () => {
			const tomorrow = today().plus({ days: 1 }).toISODate()!;
			const entry = { kind: 'date', fromDate: tomorrow, which: 'opening', hours: 'closed' };
			for (const [fields, code] of [
				[{ kind: '' }, 'kind'],
				[{ which: '' }, 'which'],
				[{ kind: 'weekday', weekday: 8 }, 'weekday'],
				[{ fromDate: '2027-02-30' }, 'date'],
				[{ fromDate: today().toISODate() }, 'past'],
				[{ toDate: today().plus({ days: 60 }).toISODate() }, 'tooMany'],
				[{ hours: 'from nine' }, 'hours'],
				[{ hours: '09:00-12:00, 11:00-13:00' }, 'rejected'],
				[{ caseworkerName: '' }, 'caseworker'],
				[{ caseworkerId: '010190-1234' }, 'caseworker'],
			] as const) expect({ fields, ...(await byRow({ ...entry, ...fields })) }).toMatchObject({ fields, status: 422, code, text: expect.stringMatching(/Nothing was (sent|changed)\./) });
			expect(await tables.rows(TABLE)).toEqual([]);
			expect(await puts()).toBe(0);
		}, 120_000);

		it('changes the weekday in the night of a date and puts it back in the night after, once each', async () => {
			const before = await akasse();
			const date = today().plus({ days: 7 });
			const weekday = date.weekday;
			const entry = { kind: 'date', fromDate: date.toISODate()!, hours: '10:00-11:00' } as const;
			expect(await byForm({ ...entry, previewOnly: 'yes' })).toMatchObject({ code: 'preview', changes: [expect.stringMatching(/ → 10:00-11:00 \(planned\)\.$/)] });
			expect(await tables.rows(TABLE)).toEqual([]);
			expect(await byForm({ ...entry, hours: 'closed' })).toMatchObject({ code: 'planned' });
			expect(await byForm(entry)).toMatchObject({ code: 'planned' });
			expect(await theRow()).toMatchObject({ akasseKode: CODE, date: date.toISODate(), which: 'opening', hours: '10:00-11:00', state: 'planned' });
			await night();
			expect(await akasse()).toEqual(before);

			const { id } = await theRow();
			await tables.edit(TABLE, id, { date: today().toISODate() });
			await night();
			expect(await hoursOn(weekday)).toEqual(['10:00-11:00']);
			expect(await theRow()).toMatchObject({ state: 'closed' });
			expect(await byForm({ kind: 'weekday', weekday: String(weekday) })).toMatchObject({ code: 'inForce' });
			/* As a run leaves it that was cut off after its update. */
			await tables.edit(TABLE, id, { state: 'closing' });
			await night();
			expect(await theRow()).toMatchObject({ state: 'closed' });
			expect(await puts()).toBe(1);

			await tables.edit(TABLE, id, { date: today().minus({ days: 7 }).toISODate() });
			await night();
			expect(await akasse()).toEqual(before);
			expect(await theRow()).toMatchObject({ state: 'restored' });
			expect(await puts()).toBe(2);
			await tables.edit(TABLE, id, { date: '2026-01-05' });
			await night();
			expect(await tables.rows(TABLE)).toEqual([]);
		}, 240_000);

		it('keeps what somebody else has entered meanwhile, and lists it until a human has looked', async () => {
			const weekday = today().weekday;
			const row = { akasseKode: CODE, date: today().toISODate()!, which: 'opening', hours: '10:00-11:00', state: 'planned', before: '', reason: '', at: '' };
			await tables.add(TABLE, row);
			await night();
			await edit(({ akasseAabningstider }) => ({
				akasseAabningstider: [...akasseAabningstider.filter(({ ugedag }) => ugedag !== weekday), { ugedag: weekday, aabningstidspunkt: '07:00', lukketidspunkt: '08:00' }],
			}));
			expect(itemsOf(await night(), 'For a Human')).toEqual([expect.objectContaining({ code: 'changed', text: expect.stringContaining('Theirs were kept') })]);
			expect(await hoursOn(weekday)).toEqual(['07:00-08:00']);
			expect((await night()).nodes['For a Human']).toBeUndefined();
			expect(itemsOf(await night('Every Morning'), 'For a Human')).toHaveLength(1);
			expect(await puts()).toBe(1);
		}, 120_000);
	});
}
