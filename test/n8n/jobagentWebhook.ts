import { setTimeout as after } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { jobagentCaller } from '../../scripts/demo/credentials.ts';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import { itemsOf, runWorkflow } from '../../scripts/n8n/execution.ts';
import { DataTables } from './dataTables';
import type { Trace } from './traces';
import { tracesInBytes, tracesInOutput, tracesOf } from './traces';

const TEMPLATE = 'jobagent-from-webhook';
const TABLE = 'nordic_jobagent_requests';
const PATH = 'star-jobagent';

type Json = Record<string, unknown>;

interface Citizen {
	cpr: string;
	dead?: boolean;
}

interface State {
	citizens: Citizen[];
	jobAgents: Array<{ jobagentidentifier: string; cpr: string; titel?: string }>;
	occupations: Array<{ conceptUriDa: string }>;
}

/** What the caller is told. */
interface Told {
	status: number;
	outcome?: string;
	jobAgentIdentifier?: string | null;
	requestId?: string | null;
	messages?: Array<{ type: string; code: string | null; text: string; field?: string }>;
}

interface JournalEntry {
	operation: string;
	method: string;
	path: string;
	tookEffect: boolean;
}

/** Whom the caller names as the one who acts, and where the citizen is written to. */
const CASEWORKER = { type: 2, identifier: 'sagsbehandler-17', name: 'Åse Østergård-Prøve', email: 'aase@kommune.example' };
const EMAIL = 'borger.proeve@post.example';

const SIGNED_IN = { [jobagentCaller.header]: jobagentCaller.secret };

/** The template for job agents in a real n8n: whoever calls, however often and whatever becomes of the answers; and what n8n holds of anybody afterwards. */
export function describeJobagentWebhook(get: () => Environment, begin: () => Promise<void>): void {
	const tables = new DataTables(() => get().session);
	const name = () => get().templates[TEMPLATE].name;
	const control = <T = unknown>(...[method, path, body]: Parameters<Environment['sandbox']['control']>) => get().sandbox.control<T>(method, path, body);
	const state = async () => await control<State>('GET', '/state/starJobagent');
	let citizens: Citizen[];
	let occupation: string;
	let count = 0;

	const request = (more: Json = {}): Json => ({
		requestKey: `case-${++count}`,
		cpr: citizens[0].cpr,
		title: 'Lagerarbejde',
		clientCategory: 9101,
		enrolmentDate: DateTime.now().setZone('Europe/Copenhagen').toFormat('yyyy-MM-dd'),
		unemploymentDegree: 9201,
		email: EMAIL,
		jobWishes: [{ conceptUri: occupation, hasEducation: true, yearLastUsed: 2024 }],
		user: CASEWORKER,
		...more,
	});

	const send = async (body: Json | string, headers: Record<string, string> = SIGNED_IN, query = ''): Promise<Told> => {
		const response = await fetch(`${get().session.url}/webhook/${PATH}${query}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});
		const text = await response.text();
		for (const { cpr } of citizens) expect(text).not.toContain(cpr);
		return { status: response.status, ...(JSON.parse(text) as object) };
	};

	const created = async (identifier: unknown) => (await state()).jobAgents.filter(({ jobagentidentifier }) => jobagentidentifier === identifier);
	const journal = async () => await control<JournalEntry[]>('GET', '/journal?service=starJobagent');
	const posts = async () => (await journal()).filter(({ operation }) => operation === 'CreateJobagent').length;
	const faults = async (...rules: Json[]) => await control('PUT', '/faults', rules);
	const codes = ({ messages = [] }: Told) => messages.flatMap(({ code }) => code ?? []);
	const fields = ({ messages = [] }: Told) => messages.map(({ field }) => field);

	/** What n8n holds of the citizens and of who acted for them: in its database, in the bytes of its files, and in what it printed. */
	const traces = async (): Promise<Trace[]> => {
		const numbers = citizens.flatMap(({ cpr }) => [cpr, `${cpr.slice(0, 6)}-${cpr.slice(6)}`]);
		const marks = { words: [...numbers, EMAIL, CASEWORKER.name, CASEWORKER.email], numbers: [] };
		return [...(await tracesOf(get().n8nFolder, marks)), ...(await tracesInBytes(get().n8nFolder, marks)), ...tracesInOutput(get().n8nOutput(), marks)];
	};

	describe('the template Job Agent From Webhook', () => {
		beforeAll(async () => {
			await begin();
			await switchOn(get().session, name());
		}, 120_000);

		beforeEach(async () => {
			await begin();
			const world = await state();
			citizens = world.citizens;
			occupation = world.occupations[0].conceptUriDa;
		}, 60_000);

		afterAll(async () => await switchOff(get().session, name()));

		it('lets nobody in without the secret, and takes nothing in the address', async () => {
			for (const headers of [{}, { [jobagentCaller.header]: `${jobagentCaller.secret}x` }]) expect(await send(request(), headers as Record<string, string>)).toMatchObject({ status: 401, outcome: 'rejected' });
			expect(await send(request(), SIGNED_IN, `?cpr=${citizens[0].cpr}`)).toMatchObject({ status: 400, outcome: 'rejected' });
			expect(await tables.rows(TABLE)).toEqual([]);
			expect(await journal()).toEqual([]);
		}, 60_000);

		it('names each field that is wrong and no value, before anything is kept or sent', async () => {
			expect((await send(`{"cpr": "${citizens[0].cpr}", `)).status).toBe(422);
			expect(await send('[]')).toMatchObject({ status: 400 });
			const wrong = { requestKey: citizens[1].cpr, cpr: '3113990000', title: 'a\nb', clientCategory: 'x', enrolmentDate: '2026-02-30', unemploymentDegree: '', eventDate: 'i går', email: 'Prøve', jobWishes: [{}], user: { type: 9 } };
			const told = await send(wrong);
			expect(told).toMatchObject({ status: 400, outcome: 'rejected', requestId: null, jobAgentIdentifier: null });
			expect(fields(told)).toEqual(Object.keys(wrong));
			expect(fields(await send({}))).toEqual(['requestKey', 'cpr', 'clientCategory', 'enrolmentDate', 'unemploymentDegree']);
			expect(fields(await send(request({ title: `til ${citizens[0].cpr}` })))).toEqual(['cpr']);
			expect(await tables.rows(TABLE)).toEqual([]);
			expect(await journal()).toEqual([]);
		}, 60_000);

		it('creates a job agent once, whether it is sent again later or five times at once, however it is written', async () => {
			const one = request();
			const first = await send(one);
			expect(first).toMatchObject({ status: 200, outcome: 'registered', requestId: one.requestKey, messages: [] });
			const sent = await posts();
			expect(await send({ ...one, cpr: `${citizens[0].cpr.slice(0, 6)}-${citizens[0].cpr.slice(6)}`, clientCategory: '9101' })).toMatchObject({ status: 200, outcome: 'unchanged', jobAgentIdentifier: first.jobAgentIdentifier });
			expect(await posts()).toBe(sent);
			expect(await created(first.jobAgentIdentifier)).toMatchObject([{ cpr: citizens[0].cpr, titel: 'Lagerarbejde' }]);

			await control('PUT', '/switches', { 'starJobagent.requestIds': 'forgotten' });
			const before = (await state()).jobAgents.length;
			await faults({ service: 'starJobagent', operation: 'CreateJobagent', kind: 'latency', ms: 1500, every: 1 });
			const other = request({ cpr: citizens[1].cpr });
			const answers = await Promise.all(Array.from({ length: 5 }, async () => await send(other)));
			expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['registered', 'unchanged', 'unchanged', 'unchanged', 'unchanged']);
			expect(new Set(answers.map(({ jobAgentIdentifier }) => jobAgentIdentifier)).size).toBe(1);
			expect((await state()).jobAgents.length).toBe(before + 1);
			expect(await posts()).toBe(sent + 1);
		}, 60_000);

		it('takes no other content under a key: not of another citizen, and not what was corrected', async () => {
			const dead = citizens.find((citizen) => citizen.dead)!;
			const one = request({ cpr: dead.cpr });
			const first = await send(one);
			expect(first).toMatchObject({ status: 400, outcome: 'rejected', jobAgentIdentifier: null });
			expect(codes(first)).toEqual(['4405']);
			const sent = await posts();
			expect(codes(await send(one))).toEqual(['4405']);
			expect(await send({ ...one, cpr: citizens[0].cpr })).toMatchObject({ status: 409, outcome: 'rejected' });
			expect(await send({ ...one, title: 'Andet' })).toMatchObject({ status: 409, outcome: 'rejected' });
			expect(await posts()).toBe(sent);
			expect(await send(request())).toMatchObject({ status: 200, outcome: 'registered' });
			expect(await tables.rows(TABLE)).toMatchObject([{ state: 'rejected', codes: '4405' }, { state: 'registered', codes: '' }]);
		}, 60_000);

		it('tells of a warning, and of a service that is out of order for now', async () => {
			await control('PUT', '/switches', { 'starJobagent.warn9345': 'inBody' });
			const warned = await send(request());
			expect(warned).toMatchObject({ status: 200, outcome: 'registered', messages: [{ type: 'W', code: '9345' }] });
			await faults({ service: 'starJobagent', operation: 'CreateJobagent', kind: 'business-error', code: 4769, every: 1 });
			const one = request();
			const late = await send(one);
			expect(late).toMatchObject({ status: 503, outcome: 'later' });
			expect(codes(late)).toEqual(['4769']);
			await faults();
			expect(await send(one)).toMatchObject({ status: 200, outcome: 'registered' });
			expect((await state()).jobAgents.filter(({ titel }) => titel === 'Lagerarbejde')).toHaveLength(2);
		}, 60_000);

		it.each([
			['kept', 'reset-after'],
			['forgotten', 'reset-before'],
		])('creates one where request IDs are %s and the answer is lost by a %s', async (requestIds, kind) => {
			await control('PUT', '/switches', { 'starJobagent.requestIds': requestIds });
			const one = request();
			await faults({ service: 'starJobagent', operation: 'CreateJobagent', kind, every: 1 });
			const first = await send(one);
			const isThere = kind === 'reset-after';
			expect(first).toMatchObject(isThere ? { status: 200, outcome: 'registered' } : { status: 202, outcome: 'unknown' });
			await faults();
			if (!isThere) {
				/* Nothing has shown yet that the service keeps identifiers, so that nobody can tell. */
				expect(await send(one)).toMatchObject({ status: 202, outcome: 'unknown' });
				const morning = await runWorkflow(get().session, name(), 'Every Morning');
				expect(itemsOf(morning, 'For a Human')).toMatchObject([{ requestId: one.requestKey, state: 'unknown' }]);
				expect(await send(request({ cpr: citizens[1].cpr }))).toMatchObject({ outcome: 'registered' });
			}
			expect(await send(one)).toMatchObject({ status: 200, outcome: isThere ? 'unchanged' : 'registered', jobAgentIdentifier: first.jobAgentIdentifier });
			expect((await state()).jobAgents.filter(({ cpr, titel }) => cpr === citizens[0].cpr && titel === 'Lagerarbejde')).toHaveLength(1);
		}, 60_000);

		it('sends nothing twice to a service that keeps neither request IDs nor identifiers', async () => {
			await control('PUT', '/switches', { 'starJobagent.requestIds': 'forgotten', 'starJobagent.ownIdentifier': 'ignored' });
			const before = (await state()).jobAgents.length;
			await send(request({ cpr: citizens[1].cpr }));
			await faults({ service: 'starJobagent', operation: 'CreateJobagent', kind: 'reset-after', every: 1 });
			const one = request();
			expect(await send(one)).toMatchObject({ status: 202, outcome: 'unknown' });
			await faults();
			expect(await send(one)).toMatchObject({ status: 202, outcome: 'unknown' });
			expect((await state()).jobAgents.length).toBe(before + 2);
		}, 60_000);

		it('reads back what an execution that was cut left behind, and forgets what is old unless nobody knows its outcome', async () => {
			const one = request();
			const first = await send(one);
			const [row] = await tables.rows(TABLE);
			await tables.edit(TABLE, row.id, { state: 'pending', holder: '0' });
			const sent = await posts();
			expect(await send(one)).toMatchObject({ status: 200, outcome: 'unchanged', jobAgentIdentifier: first.jobAgentIdentifier });
			expect(await posts()).toBe(sent);
			expect(await tables.rows(TABLE)).toMatchObject([{ state: 'registered' }]);

			const old = { at: DateTime.now().minus({ days: 91 }).toUTC().toISO() };
			await tables.edit(TABLE, row.id, { ...old, state: 'unknown' });
			await runWorkflow(get().session, name(), 'Every Morning');
			expect(await tables.rows(TABLE)).toMatchObject([{ state: 'unknown' }]);
			await tables.edit(TABLE, row.id, { state: 'registered' });
			await runWorkflow(get().session, name(), 'Every Morning');
			expect(await tables.rows(TABLE)).toEqual([]);
		}, 60_000);

		it('leaves no CPR number, name or address in n8n, at once, nor in an address of the service', async () => {
			await send(request());
			await send(request({ cpr: '3113990000' }));
			await send(`{"cpr": "${citizens[0].cpr}", "email": ${EMAIL}`);
			await faults({ service: 'starJobagent', operation: 'CreateJobagent', kind: 'reset-before', every: 1 });
			await send(request({ cpr: citizens[2].cpr }));
			expect(await traces()).toEqual([]);
			await after(500);
			expect(await traces()).toEqual([]);
			const paths = (await journal()).map(({ path }) => path).join(' ');
			for (const { cpr } of citizens) expect(paths).not.toContain(cpr);
		}, 60_000);
	});
}
