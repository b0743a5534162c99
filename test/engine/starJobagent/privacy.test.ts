import { inspect } from 'node:util';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { LoggerProxy } from 'n8n-workflow';

import type { NodeResult } from '../support';
import { change, creation, deletion, IDENTIFIER, JobagentBench } from './bench';

const jobagent = new JobagentBench();

/** How a number may be written down. */
const spellings = (cpr: string): string[] => [cpr, `${cpr.slice(0, 6)}-${cpr.slice(6)}`, `${cpr.slice(0, 6)} ${cpr.slice(6)}`];

const findIn = (text: string, cpr: string): string[] => spellings(cpr).filter((spelling) => text.includes(spelling));

let logged: unknown[];
const log = (...parts: unknown[]) => logged.push(...parts);

beforeEach(() => {
	logged = [];
	LoggerProxy.init({ scoped: () => LoggerProxy, debug: log, info: log, warn: log, error: log, verbose: log } as unknown as Parameters<typeof LoggerProxy.init>[0]);
});

/** Where a number is found after a run: in what came out, what was told, what was logged, what stands in addresses. */
async function traces({ outputs, hints, error }: NodeResult, cpr: string): Promise<string[]> {
	const paths = (await jobagent.sent()).map(({ path }) => decodeURIComponent(path));
	const places = { outputs, hints, error: [error?.message, error?.description, error?.stack, inspect(error, { depth: 8 })], logged, paths };
	return Object.entries(places).flatMap(([place, value]) => (findIn(inspect(value, { depth: 12, maxArrayLength: null, maxStringLength: null }), cpr).length ? [place] : []));
}

/** The number of the item as it is, and with a hyphen. */
const PLAIN = '{{ $json.body.cpr }}';
const WRITTEN = '{{ $json.body.note.slice(3) }}';

/** Fields into which a number may get by accident, with the operation they belong to. */
const ACCIDENTS: Array<[name: string, of: 'create' | 'update' | 'delete', fields: INodeParameters]> = [
	['title', 'create', { additionalFields: { title: `=for ${PLAIN}` } }],
	['e-mail address', 'create', { additionalFields: { email: `=${PLAIN}@b.example` } }],
	['no e-mail address', 'create', { additionalFields: { email: `=${PLAIN}` } }],
	['client category', 'create', { clientCategory: `=${PLAIN}` }],
	['client category, written', 'create', { clientCategory: `=${WRITTEN}` }],
	['enrolment date', 'create', { enrolmentDate: `=${PLAIN}` }],
	['identifier', 'create', { jobAgentIdentifier: `=${PLAIN}` }],
	['request key', 'create', { options: { requestKey: `=${PLAIN}` } }],
	['request key with a hyphen', 'create', { options: { requestKey: `=a-${WRITTEN}` } }],
	['end of a request key', 'create', { options: { requestKey: `=20261122${PLAIN}` } }],
	['part of an identifier', 'create', { jobAgentIdentifier: `=00000000-0000-4000-8000-00${PLAIN}` }],
	['identifier of the user', 'create', { options: { user: { values: { type: 1, identifier: `=id:${PLAIN}`, name: '', email: '' } } } }],
	['number of an expression that fails', 'create', { cpr: `={{ $json.body.number.replace('-', '') }}` }],
	['path', 'create', { options: { path: `=/v1/Jobagent/${PLAIN}` } }],
	['read-back path', 'create', { options: { requestKey: 'k', readBackPath: `=/v1/${PLAIN}/{jobagentidentifier}` } }],
	['name of the user', 'create', { options: { user: { values: { type: 2, identifier: `=${PLAIN}`, name: `=${WRITTEN}`, email: 'a@b.example' } } } }],
	['job wish', 'create', { wishesInput: 'json', jobWishesJson: '={{ [{ conceptUri: $json.body.cpr, hasEducation: true }] }}' }],
	['job wish that is none', 'create', { wishesInput: 'json', jobWishesJson: '={{ [{ [$json.body.cpr]: $json.body.cpr }] }}' }],
	['caseworker', 'update', { additionalFields: { caseworkerId: `=${PLAIN}` } }],
	['interview option', 'update', { interviewOptionId: `=${PLAIN}` }],
	['path', 'update', { options: { path: `=/v1/${PLAIN}/{jobagentidentifier}` } }],
	['path', 'delete', { options: { path: `=/v1/Jobagent/{jobagentidentifier}?cpr=${PLAIN}` } }],
	['part of an identifier', 'update', { jobAgentIdentifier: `=00000000-0000-4000-8000-00${PLAIN}` }],
	['part of an identifier', 'delete', { jobAgentIdentifier: `=00000000-0000-4000-8000-00${PLAIN}` }],
	['identifier', 'delete', { jobAgentIdentifier: `=${PLAIN}` }],
];

async function parametersOf(operation: 'create' | 'update' | 'delete', cpr: string): Promise<INodeParameters> {
	if (operation === 'create') return creation(`=${PLAIN}`);
	await jobagent.jobAgent(cpr);
	return operation === 'update' ? change(`=${PLAIN}`, await jobagent.interviewOption()) : deletion(`=${PLAIN}`);
}

const itemOf = (cpr: string): IDataObject => ({ body: { cpr, note: `of ${spellings(cpr)[1]}`, number: Number(cpr) }, [cpr]: spellings(cpr)[2] });

/** A citizen whose number does not begin with a zero: as a number it is the same digits. */
async function citizen(): Promise<string> {
	const [cpr] = (await jobagent.citizens()).filter((number) => !number.startsWith('0'));
	return cpr;
}

test.each(ACCIDENTS)('a CPR number as %s of %s is in nothing that remains', async (_, operation, fields) => {
	const cpr = await citizen();
	const base = { ...(await parametersOf(operation, cpr)), ...fields };
	for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const) {
		expect(await traces(await jobagent.run(base, { items: [itemOf(cpr)], onError }), cpr)).toEqual([]);
	}
});

test.each(['create', 'update', 'delete'] as const)('%s: neither success, refusal, lost answer nor a failing credential leaves the number behind', async (operation) => {
	const cpr = await citizen();
	const parameters = await parametersOf(operation, cpr);
	const wire = { create: 'CreateJobagent', update: 'UpdateJobagent', delete: 'DeleteJobagent' }[operation];
	const onError = 'continueErrorOutput';
	const run = async (credentials?: IDataObject) =>
		await jobagent.run(parameters, { items: [itemOf(cpr)], onError, ...(credentials && { credentials: await jobagent.credentials(credentials) }) });
	const results = [await run({ organisationType: 0 }), await run({ organisationCode: 'ANOTHER' }), await run({ baseUrl: 'http://x.example' })];
	for (const kind of ['reset-after', 'truncate']) {
		await jobagent.faults(wire, { kind, every: 1 });
		results.push(await run());
	}
	await jobagent.faults(wire, { kind: 'business-error', code: 4405, text: `The person ${spellings(cpr)[1]} (${cpr}) is dead` });
	results.push(await run());
	await jobagent.control.faults();
	results.push(await run());
	for (const result of results) {
		expect(result.outputs.flat()).toHaveLength(1);
		expect(await traces(result, cpr)).toEqual([]);
	}
});

test.each(['continueRegularOutput', 'continueErrorOutput'] as const)('a read that fails hands the number on no more than one that succeeds (%s)', async (onError) => {
	const cpr = await citizen();
	const get = { operation: 'get', cpr: `=${PLAIN}`, jobAgentIdentifier: IDENTIFIER };
	for (const fields of [{}, { jobAgentIdentifier: 'x' }, { jobAgentIdentifier: `=00000000-0000-4000-8000-00${PLAIN}` }, { cpr: `=1${PLAIN}` }]) {
		const result = await jobagent.run({ ...get, ...fields }, { items: [itemOf(cpr)], onError });
		expect(await traces(result, cpr)).toEqual([]);
		const [failed, ...others] = result.outputs[onError === 'continueErrorOutput' ? 1 : 0];
		expect([failed.json, failed.pairedItem, others]).toEqual([{ error: expect.stringMatching(/refused GetJobagent.*Code: 4589|^'(Job Agent Identifier|CPR Number)' /s) }, { item: 0 }, []]);
	}
});

test('an item that fails a check comes out as rejected, paired, and with the rest of what it carried', async () => {
	const cpr = await citizen();
	const item = { json: { cpr, reference: 'a' }, binary: { data: { data: 'YQ==', mimeType: 'text/plain', fileName: `${spellings(cpr)[1]}.txt` } } };
	const { outputs } = await jobagent.run(creation('={{ $json.cpr }}', { clientCategory: 'x' }), { items: [item], onError: 'continueErrorOutput' });
	expect(outputs.map((items) => items.length)).toEqual([1, 0]);
	expect(outputs[0][0]).toMatchObject({ json: { cpr: '***', reference: 'a', outcome: 'rejected' }, binary: { data: { ...item.binary.data, fileName: '***.txt' } }, pairedItem: { item: 0 } });
	expect(await jobagent.sent()).toEqual([]);
});

test.each([
	['a request key', { options: { requestKey: '=20261122{{ $json.body.cpr }}' } }, "'Request Key'"],
	['the user', { options: { user: { values: { type: 1, identifier: '=id:{{ $json.body.cpr }}' } } } }, "'Request User'"],
])('a CPR number within %s is refused before anything is sent: it would be logged', async (_, fields, field) => {
	const cpr = await citizen();
	const { error } = await jobagent.run({ ...creation(`=${PLAIN}`), ...fields }, { items: [itemOf(cpr)] });
	expect(error?.message).toContain(`${field} holds the CPR number of the item`);
	expect(await jobagent.sent()).toEqual([]);
});

test('the number goes in its header alone', async () => {
	const cpr = await citizen();
	await jobagent.run(await parametersOf('create', cpr), { items: [itemOf(cpr)] });
	for (const { path, body, headers } of await jobagent.sent()) {
		expect(findIn(path + body, cpr)).toEqual([]);
		expect(Object.entries(headers).filter(([, value]) => findIn(String(value), cpr).length).map(([name]) => name)).toEqual(['x-civilregistrationidentifier']);
	}
});
